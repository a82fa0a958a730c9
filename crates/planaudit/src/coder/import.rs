//! Taking a coder's answers in: all of them when every one can be relied on, none otherwise.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::answers::{CoderAnswer, RULES, put};
use super::check::Check;
use super::texts::{SourceText, Texts};
use crate::assessment::Assessment;

/// A file of answers, as a coder hands it in.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// Its name, for messages.
    pub file: &'a str,
    /// JSON Lines in the form of the answer keys, one answer a line.
    pub lines: &'a str,
    /// Who answered.
    pub coder: &'a str,
    /// Path of the document, as in the assessment, for lines that do not name theirs.
    pub document: Option<&'a str>,
}

/// What was taken in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Answers.
    pub answers: usize,
    /// Quotes found in the texts.
    pub quotes: usize,
    /// Documents they belong to.
    pub documents: usize,
}

/// Answers that cannot be taken in.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswersError {
    /// The coder's name is of no use.
    #[error("`{name}` cannot be a coder's name; give one that is not blank and not `{RULES}`")]
    Coder {
        /// As given.
        name: String,
    },
    /// There is no answer in the file.
    #[error("{file}: no answer in it; write one JSON object a line")]
    Empty {
        /// The file.
        file: String,
    },
    /// Lines are at fault.
    #[error("{}", lines_of(.0))]
    Faults(Vec<Fault>),
}

/// A fault of one line; shown as `file:line: message`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

fn lines_of(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("\n")
}

/// One line as written. Parts of an answer key that are no answer are passed over; a field nobody knows is a slip.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    document: Option<String>,
    pub(super) question: String,
    pub(super) verdict: Option<String>,
    pub(super) options: Option<Vec<String>>,
    pub(super) option_evidence: Option<BTreeMap<String, Vec<String>>>,
    pub(super) people: Option<Vec<PersonLine>>,
    pub(super) evidence: Option<Vec<String>>,
    pub(super) why: Option<String>,
    pub(super) also: Option<BTreeMap<String, serde_json::Value>>,
    #[serde(rename = "distractors")]
    _distractors: Option<IgnoredAny>,
    #[serde(rename = "contested")]
    _contested: Option<IgnoredAny>,
    #[serde(rename = "targets")]
    _targets: Option<IgnoredAny>,
}

/// A person as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonLine {
    pub(super) name: Option<String>,
    pub(super) role: Option<String>,
    pub(super) organisation: Option<String>,
    pub(super) contact: Option<String>,
}

/// Adds a coder's answers to an assessment, or replaces that coder's earlier ones to the same questions.
///
/// The rules' own answers stay as they are. When any line is at fault, the assessment is left untouched.
///
/// # Errors
/// [`AnswersError::Faults`] lists every fault of every line: a question or option unknown, a verdict that is not of the
/// question, a quote or a person's name that is not in the text.
pub fn import(assessment: &mut Assessment, incoming: &Incoming<'_>, texts: &Texts) -> Result<Imported, AnswersError> {
    let coder = incoming.coder.trim();
    if coder.is_empty() || coder == RULES {
        return Err(AnswersError::Coder { name: incoming.coder.to_owned() });
    }
    let mut faults = Vec::new();
    let mut given: BTreeMap<usize, Vec<CoderAnswer>> = BTreeMap::new();
    let mut read: BTreeMap<usize, Option<SourceText>> = BTreeMap::new();
    let mut seen: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let mut quotes = 0;
    let lines = incoming.lines.trim_start_matches('\u{feff}').lines();
    for (number, line) in (1..).zip(lines).filter(|(_, line)| !line.trim().is_empty()) {
        let mut fault = |message: String| faults.push(Fault { file: incoming.file.to_owned(), line: number, message });
        let line: Line = match serde_json::from_str(line) {
            Ok(line) => line,
            Err(error) => {
                fault(parse_fault(&error));
                continue;
            }
        };
        let index = match document_of(assessment, line.document.as_deref().or(incoming.document)) {
            Ok(index) => index,
            Err(message) => {
                fault(message);
                continue;
            }
        };
        if let Some(first) = seen.get(&(index, line.question.clone())) {
            fault(format!("{}: answered on line {first} already; leave one of them out", line.question));
            continue;
        }
        seen.insert((index, line.question.clone()), number);
        let document = &assessment.documents[index];
        let text = read.entry(index).or_insert_with(|| match texts.of(document) {
            Ok(text) => Some(text),
            Err(error) => {
                fault(error.to_string());
                None
            }
        });
        let mut check =
            Check { stamp: &assessment.rubric, document, text: text.as_ref(), quotes: 0, faults: Vec::new() };
        let answer = check.answer(line);
        quotes += check.quotes;
        check.faults.into_iter().for_each(fault);
        given.entry(index).or_default().extend(answer);
    }
    if !faults.is_empty() {
        return Err(AnswersError::Faults(faults));
    }
    if given.is_empty() {
        return Err(AnswersError::Empty { file: incoming.file.to_owned() });
    }
    let imported = Imported { answers: seen.len(), quotes, documents: given.len() };
    for (index, answers) in given {
        put(&mut assessment.documents[index], coder, answers);
    }
    Ok(imported)
}

/// The column is worth keeping; the parser's own line is always the first.
fn parse_fault(error: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    format!("column {}: {}", error.column(), message.strip_suffix(&place).unwrap_or(&message))
}

/// The document a line belongs to.
fn document_of(assessment: &Assessment, named: Option<&str>) -> Result<usize, String> {
    let paths = || {
        let paths = assessment.documents.iter().map(|document| document.path.as_str());
        paths.collect::<Vec<_>>().join(", ")
    };
    match named {
        Some(path) => assessment
            .documents
            .iter()
            .position(|document| document.path == path)
            .ok_or_else(|| format!("no document `{path}` in the assessment; it has {}", paths())),
        None if assessment.documents.len() == 1 => Ok(0),
        None => Err(format!("whose answer it is must be said: name the document, one of {}", paths())),
    }
}

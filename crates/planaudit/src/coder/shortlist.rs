//! Shortlists: a document's questions with the passages that bear on them, ranked.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use serde::Serialize;

use super::check::verdicts;
use super::cited::{Cited, cited_for};
use super::markdown;
use crate::assessment::{AssessedDocument, Assessment};
use crate::corpus::Kind;
use crate::rubric::{AnswerKind, Guide};

/// What a coder is given of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortlist {
    /// Path of the document, as in the assessment.
    pub document: String,
    /// Its title, as found.
    pub title: Option<String>,
    /// Its system's name or code.
    pub system: Option<String>,
    /// What kind of document it is.
    pub kind: Kind,
    /// Words of the whole document.
    pub words: usize,
    /// Every passage that some question lists, once, in order of the text; a passage's number is its place here, from 1.
    pub passages: Vec<SharedPassage>,
    /// The questions, in report order.
    pub questions: Vec<ShortlistQuestion>,
}

/// A passage as it is printed for all questions that list it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedPassage {
    /// The passage.
    pub quote: String,
    /// First character, in Unicode code points of the document's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// 1-based position of its page in the file.
    pub page: Option<u32>,
    /// As printed on the page.
    pub page_label: Option<String>,
    /// Headings above it, highest first.
    pub section: Vec<String>,
}

/// A question with its passages; one line of the JSON Lines file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShortlistQuestion {
    /// Path of the document, as in the assessment.
    pub document: String,
    /// Question id.
    pub question: String,
    /// The question.
    pub asks: String,
    /// The decision guide.
    pub guide: Guide,
    /// What sort of answer it takes.
    pub kind: AnswerKind,
    /// The verdicts it takes.
    pub verdicts: Vec<String>,
    /// Its options in report order.
    pub options: Vec<String>,
    /// Its passages, best first.
    pub passages: Vec<Ranked>,
}

/// A passage in its rank for one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// From 1.
    pub rank: usize,
    /// The number under which the readable file prints it, or the longer passage that holds it.
    pub number: usize,
    /// The passage.
    pub quote: String,
    /// First character, in Unicode code points of the document's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// 1-based position of its page in the file; null where the format has none.
    pub page: Option<u32>,
    /// As printed on the page; null if none.
    pub page_label: Option<String>,
    /// Headings above it, highest first.
    pub section: Vec<String>,
    /// Whether the rules hold it for evidence; otherwise it is a near miss.
    pub evidence: bool,
    /// The options the rules hold it to support.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// A near miss: the condition it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<String>,
}

/// How much there is to read in a document's shortlist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortlistSize {
    /// Path of the document.
    pub document: String,
    /// Words of the document.
    pub words: usize,
    /// Questions.
    pub questions: usize,
    /// Passages, each counted once.
    pub passages: usize,
    /// Words of these passages.
    pub passage_words: usize,
    /// Words of the whole readable file, questions and guide included.
    pub file_words: usize,
}

/// Shortlists that cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ShortlistError {
    /// A file cannot be written.
    #[error("{file}: cannot be written ({source}); check the folder", file = file.display())]
    Write {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A document's path leads out of any folder.
    #[error("{path}: leads out of the folder the shortlists go to; correct this path in the assessment")]
    Outside {
        /// As the assessment has it.
        path: String,
    },
}

impl Shortlist {
    /// The shortlist of a document: of each question, the first `top` passages.
    pub fn of(assessment: &Assessment, document: &AssessedDocument, top: usize) -> Self {
        let stamps = &assessment.rubric.questions;
        let asked = document.answers.iter().filter_map(|answer| {
            stamps.iter().find(|stamp| stamp.id == answer.question).map(|stamp| (stamp, ranked(cited_for(answer), top)))
        });
        let mut questions: Vec<ShortlistQuestion> = asked
            .map(|(stamp, passages)| ShortlistQuestion {
                document: document.path.clone(),
                question: stamp.id.clone(),
                asks: stamp.asks.clone(),
                guide: stamp.guide.clone(),
                kind: stamp.answer,
                verdicts: verdicts(stamp).into_iter().map(str::to_owned).collect(),
                options: stamp.options.clone(),
                passages,
            })
            .collect();
        let passages = shared(&questions);
        for ranked in questions.iter_mut().flat_map(|question| &mut question.passages) {
            // The last that begins no later is the one that holds it: none lies within another.
            ranked.number = passages.partition_point(|passage| passage.start <= ranked.start);
        }
        Self {
            document: document.path.clone(),
            title: document.title.clone(),
            system: document.ics_name.clone().or_else(|| document.ics.clone()),
            kind: document.kind,
            words: document.words,
            passages,
            questions,
        }
    }

    /// For programs: one line a question.
    pub fn to_jsonl(&self) -> String {
        let lines = self.questions.iter().filter_map(|question| serde_json::to_string(question).ok());
        lines.map(|line| line + "\n").collect()
    }

    /// For people: the questions with their guide, then every passage once, by section.
    pub fn to_markdown(&self) -> String {
        markdown::of(self)
    }

    /// How much there is to read.
    pub fn size(&self) -> ShortlistSize {
        ShortlistSize {
            document: self.document.clone(),
            words: self.words,
            questions: self.questions.len(),
            passages: self.passages.len(),
            passage_words: self.passages.iter().map(|passage| words(&passage.quote)).sum(),
            file_words: words(&self.to_markdown()),
        }
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The first passages cited, each once: one that supports several options is one passage.
fn ranked<'a>(cited: impl Iterator<Item = Cited<'a>>, top: usize) -> Vec<Ranked> {
    let mut list: Vec<Ranked> = Vec::new();
    for passage in cited {
        if let Some(known) = list.iter_mut().find(|known| (known.start, known.end) == (passage.start, passage.end)) {
            known.options.extend(passage.option.filter(|option| !known.options.contains(option)).cloned());
        } else if list.len() < top {
            list.push(Ranked {
                rank: list.len() + 1,
                number: 0,
                quote: passage.quote.to_owned(),
                start: passage.start,
                end: passage.end,
                page: passage.page,
                page_label: passage.page_label.cloned(),
                section: passage.section.to_vec(),
                evidence: passage.failed.is_none(),
                options: passage.option.cloned().into_iter().collect(),
                failed: passage.failed.map(str::to_owned),
            });
        }
    }
    list
}

/// All passages of all questions in order of the text, those within another left out.
fn shared(questions: &[ShortlistQuestion]) -> Vec<SharedPassage> {
    let all = questions.iter().flat_map(|question| &question.passages);
    // Where two begin together, the longer comes first and holds the other.
    let ordered: BTreeMap<_, _> = all.map(|ranked| ((ranked.start, std::cmp::Reverse(ranked.end)), ranked)).collect();
    let mut passages: Vec<SharedPassage> = Vec::new();
    for ranked in ordered.into_values() {
        if passages.last().is_none_or(|last| ranked.end > last.end) {
            passages.push(SharedPassage {
                quote: ranked.quote.clone(),
                start: ranked.start,
                end: ranked.end,
                page: ranked.page,
                page_label: ranked.page_label.clone(),
                section: ranked.section.clone(),
            });
        }
    }
    passages
}

/// Writes each document's shortlist into a folder, under the document's path with `.jsonl` and `.md` added.
///
/// # Errors
/// [`ShortlistError`].
pub fn write_shortlists(
    assessment: &Assessment,
    top: usize,
    folder: &Path,
) -> Result<Vec<ShortlistSize>, ShortlistError> {
    let mut sizes = Vec::new();
    for document in assessment.documents.iter().filter(|document| !document.answers.is_empty()) {
        // The assessment may come from elsewhere; what it says must not decide where files are written.
        if !Path::new(&document.path).components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(ShortlistError::Outside { path: document.path.clone() });
        }
        let shortlist = Shortlist::of(assessment, document, top);
        for (ending, content) in [("jsonl", shortlist.to_jsonl()), ("md", shortlist.to_markdown())] {
            let file = folder.join(format!("{}.{ending}", document.path));
            let written = file.parent().map_or(Ok(()), std::fs::create_dir_all);
            written
                .and_then(|()| std::fs::write(&file, content))
                .map_err(|source| ShortlistError::Write { file: file.clone(), source })?;
        }
        sizes.push(shortlist.size());
    }
    Ok(sizes)
}

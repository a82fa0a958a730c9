//! Answer keys: what careful readers answered.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::assessment::{QuestionStamp, Verdict};
use crate::rubric::AnswerKind;

const SUFFIX: &str = ".labels.jsonl";

/// What keeps answers from being compared with a key.
#[derive(Debug, thiserror::Error)]
pub enum EvaluateError {
    /// A folder or file cannot be read.
    #[error("{path}: cannot be read ({source}); check the path and the permissions")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A folder holds no key.
    #[error("{path}: holds no answer key; keys are named like their document, plan.labels.jsonl for plan.pdf")]
    NoKeys {
        /// The folder.
        path: PathBuf,
    },
    /// A line of a key is wrong.
    #[error("{file}:{line}: {fault}")]
    Line {
        /// The key's file.
        file: PathBuf,
        /// From 1.
        line: usize,
        /// What is wrong, and what would be right.
        fault: String,
    },
    /// Two documents could be the one a key is for.
    #[error("the key of {name} fits both {first} and {second}; assess one of them, or rename one")]
    TwoDocuments {
        /// The key's name.
        name: String,
        /// Path of a document.
        first: String,
        /// Path of another.
        second: String,
    },
    /// The assessment does not say what was asked.
    #[error("the assessment does not list its questions; make it again with this version")]
    NoQuestions,
    /// Nobody of that name answered.
    #[error("nobody called `{name}` answered in the assessment; there are: {known}")]
    NoCoder {
        /// The name given.
        name: String,
        /// Who did.
        known: String,
    },
    /// Two coders answered no document both.
    #[error("`{first}` and `{second}` have answered no document both; import answers of the same documents")]
    NoDocumentShared {
        /// A coder.
        first: String,
        /// Another.
        second: String,
    },
    /// No key has a document.
    #[error("no key of {path} has a document in the assessment; a key is named like its document without extension")]
    NothingShared {
        /// The folder of keys.
        path: PathBuf,
    },
}

/// The key of one document.
#[derive(Debug, Clone)]
pub struct DocumentKey {
    /// The document's file name without extension.
    pub name: String,
    /// Its answers, in the order of the file.
    pub answers: Vec<Key>,
}

/// A careful reader's answer to one question.
#[derive(Debug, Clone, Deserialize)]
pub struct Key {
    /// Question id.
    pub question: String,
    /// The verdict; none for `choice`.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// `choice`: the options that hold.
    #[serde(default)]
    pub options: Vec<String>,
    /// `choice`: the quotes for each option.
    #[serde(default)]
    pub option_evidence: BTreeMap<String, Vec<String>>,
    /// `choice`: options on which readers differ; they count for nothing.
    #[serde(default)]
    pub contested: Vec<String>,
    /// `person`: the people in the role.
    #[serde(default)]
    pub people: Vec<KeyPerson>,
    /// Quotes that carry the verdict.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// Quotes that look like evidence and are not.
    #[serde(default)]
    pub distractors: Vec<String>,
}

/// A person of a key.
#[derive(Debug, Clone, Deserialize)]
pub struct KeyPerson {
    /// Name as printed; none where only the role is.
    #[serde(default)]
    pub name: Option<String>,
}

/// Reads every key of a folder, in order of name, and checks it against the questions asked.
pub fn read_folder(folder: &Path, questions: &[QuestionStamp]) -> Result<Vec<DocumentKey>, EvaluateError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| EvaluateError::Unreadable { path, source }
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(SUFFIX));
        if let Some(name) = name.map(str::to_owned) {
            files.push((name, path));
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(EvaluateError::NoKeys { path: folder.to_owned() });
    }
    let read = |(name, path): (String, PathBuf)| {
        let text = std::fs::read_to_string(&path).map_err(unreadable(&path))?;
        Ok(DocumentKey { name, answers: parse(&text, &path, questions)? })
    };
    files.into_iter().map(read).collect()
}

/// Reads the lines of one key; `file` is named in errors.
pub fn parse(text: &str, file: &Path, questions: &[QuestionStamp]) -> Result<Vec<Key>, EvaluateError> {
    let mut keys: Vec<Key> = Vec::new();
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let error = |fault| EvaluateError::Line { file: file.to_owned(), line, fault };
        let key: Key = serde_json::from_str(text).map_err(|fault| error(format!("not an answer of a key: {fault}")))?;
        let asked = questions.iter().find(|question| question.id == key.question);
        let asked = asked.ok_or_else(|| {
            error(format!("the assessment knows no question `{}`; use the rubric the key was made for", key.question))
        })?;
        if keys.iter().any(|earlier| earlier.question == key.question) {
            return Err(error(format!("`{}` is answered a second time; keep one of the two", key.question)));
        }
        check(&key, asked).map_err(error)?;
        keys.push(key);
    }
    Ok(keys)
}

/// Whether a key answers in the question's own terms.
fn check(key: &Key, asked: &QuestionStamp) -> Result<(), String> {
    let known = |option: &String| asked.options.contains(option);
    let allowed: Vec<&str> = match asked.answer {
        AnswerKind::Rag => vec!["yes", "some", "no"],
        AnswerKind::Flag => vec!["yes", "no"],
        AnswerKind::Person => vec!["named", "role without name", "vacant or to be confirmed", "absent"],
        AnswerKind::One => asked.options.iter().map(String::as_str).collect(),
        AnswerKind::Choice => Vec::new(),
    };
    let verdict = key.verdict.as_ref().map(Verdict::as_str);
    if asked.answer != AnswerKind::Choice && !verdict.is_some_and(|verdict| allowed.contains(&verdict)) {
        let verdict = verdict.unwrap_or("null");
        return Err(format!("verdict `{verdict}` of `{}` is not one of: {}", asked.id, allowed.join(", ")));
    }
    if let Some(option) = key.options.iter().chain(key.option_evidence.keys()).find(|option| !known(option)) {
        return Err(format!("`{}` has no option `{option}`; it has: {}", asked.id, asked.options.join(", ")));
    }
    let mut quotes = key.evidence.iter().chain(&key.distractors).chain(key.option_evidence.values().flatten());
    if quotes.any(|quote| quote.trim().is_empty()) {
        return Err(format!("`{}` has an empty quote, which every passage would match; remove it", asked.id));
    }
    Ok(())
}

//! What another coder answered, as the assessment file holds it beside the rules' own answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{AssessedDocument, Verdict};

/// The name the rules' own answers go by; no other coder may take it.
pub const RULES: &str = "rules";

/// One coder's answers to the questions of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoderAnswers {
    /// Who answered, by the name given at import.
    pub coder: String,
    /// The answers, in report order; questions not answered are left out.
    pub answers: Vec<CoderAnswer>,
}

impl CoderAnswers {
    /// The answer to a question, if this coder gave one.
    pub fn answer(&self, question: &str) -> Option<&CoderAnswer> {
        self.answers.iter().find(|answer| answer.question == question)
    }
}

/// A coder's answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoderAnswer {
    /// Question id.
    pub question: String,
    /// The verdict; null when the coder left it open. For `choice`, yes when any option holds, else no.
    pub verdict: Option<Verdict>,
    /// `choice`: the options that hold, in report order.
    #[serde(default)]
    pub options: Vec<String>,
    /// `choice`: the quotes for each option.
    #[serde(default)]
    pub option_evidence: BTreeMap<String, Vec<Quote>>,
    /// `person`: the people named.
    #[serde(default)]
    pub people: Vec<CoderPerson>,
    /// What carries the verdict.
    #[serde(default)]
    pub evidence: Vec<Quote>,
    /// The reasoning.
    #[serde(default)]
    pub why: String,
    /// Further points of the instrument.
    #[serde(default)]
    pub also: BTreeMap<String, serde_json::Value>,
}

/// A person as a coder gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoderPerson {
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
}

/// A coder's quote, found in the document's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Exactly `text[start..end]`: the document's own letters, whatever quotation marks the coder typed.
    pub quote: String,
    /// First character, in Unicode code points of the document's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// 1-based position in the file; null where unknown.
    pub page: Option<u32>,
    /// As printed on the page; null if none.
    pub page_label: Option<String>,
    /// Headings above it, highest first.
    pub section: Vec<String>,
}

/// Sets a coder's answers beside what is there: a question answered before is answered anew, the rest stays.
pub(super) fn put(document: &mut AssessedDocument, coder: &str, given: Vec<CoderAnswer>) {
    let order: BTreeMap<&str, usize> =
        (0..).zip(&document.answers).map(|(index, answer)| (answer.question.as_str(), index)).collect();
    let at = match document.coders.binary_search_by(|known| known.coder.as_str().cmp(coder)) {
        Ok(at) => at,
        Err(at) => {
            document.coders.insert(at, CoderAnswers { coder: coder.to_owned(), answers: Vec::new() });
            at
        }
    };
    let answers = &mut document.coders[at].answers;
    answers.retain(|known| given.iter().all(|answer| answer.question != known.question));
    answers.extend(given);
    answers.sort_by_key(|answer| order.get(answer.question.as_str()).copied().unwrap_or(usize::MAX));
}

//! The head of the report: what was run, on what, and what was left out.

use planaudit::Assessment;
use planaudit::assessment::{QuestionStamp, Unread};
use serde::Serialize;

use super::questions::kind_words;
use crate::table::grouped;

/// What was run.
#[derive(Serialize)]
pub(super) struct Heading<'a> {
    title: &'a str,
    rubric: &'a str,
    version: &'a str,
    digest: &'a str,
    short_digest: String,
    program: &'a str,
    documents: usize,
    kinds: Vec<(usize, &'static str)>,
    questions: usize,
    answers: String,
    evidence: String,
    unassessed: usize,
    unread: &'a [Unread],
}

pub(super) fn of<'a>(assessment: &'a Assessment, questions: &[QuestionStamp]) -> Heading<'a> {
    let rubric = &assessment.rubric;
    let answers = || assessment.documents.iter().flat_map(|document| &document.answers);
    let kinds = super::matrix::KINDS
        .into_iter()
        .map(|kind| {
            let count = assessment.documents.iter().filter(|document| document.kind == kind).count();
            let (one, several) = kind_words(kind);
            (count, if count == 1 { one } else { several })
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    Heading {
        title: if rubric.title.is_empty() { &rubric.id } else { &rubric.title },
        rubric: &rubric.id,
        version: &rubric.version,
        digest: &rubric.sha256,
        short_digest: rubric.sha256.chars().take(12).collect(),
        program: &assessment.planaudit,
        documents: assessment.documents.len(),
        kinds,
        questions: questions.len(),
        answers: grouped(answers().count()),
        evidence: grouped(answers().map(|answer| answer.evidence.len()).sum()),
        unassessed: answers().filter(|answer| answer.verdict.is_none()).count(),
        unread: &assessment.unread,
    }
}

//! The full evidence, embedded once as JSON for the script.
//!
//! The same passage often serves several questions, so a document's passages, its section paths and the contexts are
//! each held once and referred to by position.

use std::collections::BTreeMap;

use planaudit::assessment::{QuestionStamp, RubricStamp};
use planaudit::context::Context;
use planaudit::rubric::{AnswerKind, Guide, Theme};
use planaudit::{Answer, AssessedDocument, Assessment, Person};
use serde::Serialize;

use super::answers::{evidence_place, place};
use super::cell::Cell;
use super::matrix::{full_name, label};
use super::others::{self, Other};
use super::questions::kind_words;
use super::register::unreadable;
use crate::error::ReportError;
use crate::ratings::{further_points, status};
use crate::table::decimal;

#[derive(Serialize)]
struct Payload<'a> {
    rubric: String,
    themes: &'a [Theme],
    questions: Vec<Question<'a>>,
    contexts: Vec<Context>,
    documents: Vec<Document<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    theme: &'a str,
    kinds: Vec<&'static str>,
    answer: AnswerKind,
    asks: &'a str,
    options: &'a [String],
    status: &'static str,
    guide: &'a Guide,
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    label: &'a str,
    name: String,
    title: &'a str,
    kind: &'static str,
    kind_words: &'static str,
    edition: &'a str,
    format: &'static str,
    pages: usize,
    words: usize,
    readable: String,
    unreadable: String,
    sections: Vec<&'a [String]>,
    passages: Vec<Passage<'a>>,
    answers: Vec<EmbeddedAnswer<'a>>,
}

#[derive(Serialize)]
struct Passage<'a> {
    quote: &'a str,
    at: String,
    section: usize,
}

#[derive(Serialize)]
struct EmbeddedAnswer<'a> {
    question: usize,
    #[serde(flatten)]
    cell: Cell,
    status: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    fragile: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    options: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    people: &'a [Person],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    why: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    why_not: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EmbeddedEvidence<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    near: Vec<EmbeddedNearMiss<'a>>,
    /// What other coders answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    coders: Vec<Other<'a>>,
}

#[derive(Serialize)]
struct EmbeddedEvidence<'a> {
    id: &'a str,
    passage: usize,
    context: usize,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    matched: &'a [(usize, usize)],
    #[serde(skip_serializing_if = "is_false")]
    solid: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    shared: &'a [String],
}

#[derive(Serialize)]
struct EmbeddedNearMiss<'a> {
    passage: usize,
    failed: &'a str,
    rule: &'a str,
}

/// The JSON, safe to stand inside a `script` element: it holds no `<`.
pub(super) fn embed(assessment: &Assessment, questions: &[QuestionStamp]) -> Result<String, ReportError> {
    let mut contexts = Vec::new();
    let documents =
        assessment.documents.iter().map(|document| embed_document(document, questions, &mut contexts)).collect();
    let payload = Payload {
        rubric: stamp(&assessment.rubric),
        themes: &assessment.rubric.themes,
        questions: questions.iter().map(embed_question).collect(),
        contexts,
        documents,
    };
    let json = serde_json::to_string(&payload).map_err(|source| ReportError::Embed { source })?;
    Ok(json.replace('<', "\\u003c"))
}

fn stamp(rubric: &RubricStamp) -> String {
    format!("{} {}", rubric.id, rubric.version)
}

fn embed_question(question: &QuestionStamp) -> Question<'_> {
    Question {
        id: &question.id,
        theme: &question.theme,
        kinds: question.kinds.iter().map(|kind| kind.as_str()).collect(),
        answer: question.answer,
        asks: &question.asks,
        options: &question.options,
        status: status(question.status),
        guide: &question.guide,
    }
}

fn embed_document<'a>(
    document: &'a AssessedDocument,
    questions: &[QuestionStamp],
    contexts: &mut Vec<Context>,
) -> Document<'a> {
    let mut shelf = Shelf::default();
    let answers = questions
        .iter()
        .enumerate()
        .filter_map(|(position, question)| {
            let answer = document.answer(&question.id)?;
            let mut embedded = embed_answer(position, question, answer, &mut shelf, contexts);
            embedded.coders = others::of(document, question, answer);
            Some(embedded)
        })
        .collect();
    Document {
        path: &document.path,
        label: label(document),
        name: full_name(document),
        title: document.title.as_deref().unwrap_or_default(),
        kind: document.kind.as_str(),
        kind_words: kind_words(document.kind).0,
        edition: document.edition.as_deref().unwrap_or_default(),
        format: document.format.name(),
        pages: document.pages,
        words: document.words,
        readable: decimal(100.0 * document.readable, 1),
        unreadable: unreadable(document),
        sections: shelf.sections,
        passages: shelf.passages,
        answers,
    }
}

fn embed_answer<'a>(
    position: usize,
    question: &QuestionStamp,
    answer: &'a Answer,
    shelf: &mut Shelf<'a>,
    contexts: &mut Vec<Context>,
) -> EmbeddedAnswer<'a> {
    let evidence = answer.evidence.iter().map(|evidence| {
        let at = || evidence_place(evidence);
        EmbeddedEvidence {
            id: &evidence.id,
            passage: shelf.passage((evidence.start, evidence.end, &evidence.quote), &evidence.section, at),
            context: position_in(contexts, evidence.context),
            rule: &evidence.rule,
            option: evidence.option.as_deref(),
            matched: &evidence.matched,
            solid: evidence.solid,
            shared: &evidence.shared_with,
        }
    });
    let evidence = evidence.collect();
    let near = answer.near_misses.iter().map(|miss| {
        let at = || place(miss.page, miss.page_label.as_deref(), 0);
        EmbeddedNearMiss {
            passage: shelf.passage((miss.start, miss.end, &miss.quote), &miss.section, at),
            failed: &miss.failed,
            rule: &miss.rule,
        }
    });
    let near = near.collect();
    EmbeddedAnswer {
        question: position,
        cell: Cell::of(answer, question),
        status: status(answer.status),
        fragile: answer.fragile,
        options: &answer.options,
        people: &answer.people,
        also: further_points(answer).map(|(name, value)| format!("{}: {value}", name.replace('_', " "))).collect(),
        why: &answer.why,
        why_not: &answer.why_not,
        evidence,
        near,
        coders: Vec::new(),
    }
}

/// A document's passages and section paths, each held once.
#[derive(Default)]
struct Shelf<'a> {
    passages: Vec<Passage<'a>>,
    passage_at: BTreeMap<(usize, usize, &'a str), usize>,
    sections: Vec<&'a [String]>,
    section_at: BTreeMap<&'a [String], usize>,
}

impl<'a> Shelf<'a> {
    fn passage(&mut self, key: (usize, usize, &'a str), section: &'a [String], at: impl FnOnce() -> String) -> usize {
        if let Some(&known) = self.passage_at.get(&key) {
            return known;
        }
        let section = *self.section_at.entry(section).or_insert_with(|| {
            self.sections.push(section);
            self.sections.len() - 1
        });
        self.passages.push(Passage { quote: key.2, at: at(), section });
        self.passage_at.insert(key, self.passages.len() - 1);
        self.passages.len() - 1
    }
}

/// The position of a context, added if new. There are few dozens of them in any corpus.
fn position_in(contexts: &mut Vec<Context>, context: Context) -> usize {
    contexts.iter().position(|known| *known == context).unwrap_or_else(|| {
        contexts.push(context);
        contexts.len() - 1
    })
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

//! How far answers agree with the keys of careful readers.
//!
//! [`gold`] reads the keys; what they and the answers have in common is counted document by document, and every
//! [`Measure`] follows from the counts, for each question and over all. The statistics of agreement are in
//! [`agreement`], intervals from resampled documents in [`bootstrap`], the comparison of quotes in [`passages`] and of
//! names in [`people`]. From a question's agreement follows the status it deserves, [`proposed_status`].

pub mod agreement;
pub mod bank;
pub mod bootstrap;
mod coders;
mod exactness;
pub mod gold;
mod measure;
pub mod passages;
pub mod people;
mod status;
mod tally;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

pub use agreement::Undefined;
pub use coders::coders;
pub(crate) use exactness::Exactness;
pub use gold::EvaluateError;
pub use measure::{Measure, Of};
pub use status::{
    AUTOMATIC_ABSENCE, AUTOMATIC_DOCUMENTS, AUTOMATIC_EXACT, AUTOMATIC_KAPPA, MANUAL_DOCUMENTS, MANUAL_EXACT,
    MANUAL_KAPPA, proposed_status,
};

use crate::assessment::{Answer, AssessedDocument, Assessment, QuestionStamp};
use crate::coder::RULES;
use crate::rubric::{AnswerKind, Status};
use gold::DocumentKey;
use tally::Tally;

/// Answers compared with keys.
#[derive(Debug, Clone, Serialize)]
pub struct Evaluation {
    /// Id of the rubric that answered.
    pub rubric: String,
    /// Its version.
    pub version: String,
    /// The keys compared, by name of their document.
    pub documents: Vec<String>,
    /// The keys that have no document in the assessment.
    pub missing: Vec<String>,
    /// Questions without an answer, taken for *No*.
    pub not_assessed: u32,
    /// Ratings: rows what the key says, columns what was answered, each *No*, *To some extent*, *Yes*.
    pub ratings: [[u32; 3]; 3],
    /// Over all questions.
    pub overall: Vec<Score>,
    /// Question by question, in report order; those no key answers are left out.
    pub questions: Vec<QuestionScores>,
}

/// A measure's value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// What it is measured on.
    pub group: &'static str,
    /// The measure.
    pub name: &'static str,
    /// Of how many.
    pub n: u32,
    /// The value, unless undefined.
    pub value: Option<f64>,
    /// Why there is none.
    pub undefined: Option<Undefined>,
    /// The interval that resampled documents give in 95 of 100 draws, unless undefined.
    pub interval: Option<(f64, f64)>,
    /// Why there is none.
    pub interval_undefined: Option<Undefined>,
    /// Which it is, for programs in Rust.
    #[serde(skip)]
    pub measure: Measure,
}

/// The measures of one question.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionScores {
    /// Question id.
    pub question: String,
    /// What sort of answer it takes.
    pub answer: AnswerKind,
    /// Documents with a key for it.
    pub documents: usize,
    /// Its measures.
    pub scores: Vec<Score>,
    /// How far its answers are trusted now.
    pub status: Status,
    /// How far they should be, by this agreement.
    pub proposed: Status,
}

impl QuestionScores {
    /// One of its scores, if it is measured for this kind of answer.
    pub fn score(&self, measure: Measure) -> Option<&Score> {
        self.scores.iter().find(|score| score.measure == measure)
    }
}

impl Evaluation {
    /// One of the scores over all questions.
    pub fn score(&self, measure: Measure) -> Option<&Score> {
        self.overall.iter().find(|score| score.measure == measure)
    }
}

/// Compares the rules' answers with the keys in a folder.
///
/// A key `plan.labels.jsonl` belongs to the document whose file name without extension is `plan`.
pub fn evaluate(assessment: &Assessment, folder: &Path) -> Result<Evaluation, EvaluateError> {
    evaluate_coder(assessment, folder, RULES)
}

/// Compares a coder's answers with the keys in a folder.
pub fn evaluate_coder(assessment: &Assessment, folder: &Path, coder: &str) -> Result<Evaluation, EvaluateError> {
    let questions = questions_of(assessment, &[coder])?;
    let keys = gold::read_folder(folder, questions)?;
    let (mut pairs, mut missing) = (Vec::new(), Vec::new());
    for key in keys {
        match document(assessment, &key.name)?.and_then(|document| coders::answers_of(document, coder)) {
            Some(answers) => pairs.push((key, answers)),
            None => missing.push(key.name),
        }
    }
    if pairs.is_empty() {
        return Err(EvaluateError::NothingShared { path: folder.to_owned() });
    }
    Ok(compared(assessment, pairs, missing))
}

/// Compares two coders of an assessment; the first stands for the key. The rules go by [`RULES`].
pub fn evaluate_between(assessment: &Assessment, first: &str, second: &str) -> Result<Evaluation, EvaluateError> {
    let questions = questions_of(assessment, &[first, second])?;
    let mut pairs = Vec::new();
    for mut key in coders::keys_of(assessment, first) {
        let document = assessment.documents.iter().find(|document| document.path == key.name);
        let Some(answers) = document.and_then(|document| coders::answers_of(document, second)) else { continue };
        // What either left open is compared with nothing.
        let given = |id: &str| answers.iter().any(|answer| answer.question == id && answer.verdict.is_some());
        let asked = |id: &str| questions.iter().any(|question| question.id == id);
        key.answers.retain(|key| key.verdict.is_some() && asked(&key.question) && given(&key.question));
        pairs.push((key, answers));
    }
    if pairs.is_empty() {
        let (first, second) = (first.to_owned(), second.to_owned());
        return Err(EvaluateError::NoDocumentShared { first, second });
    }
    Ok(compared(assessment, pairs, Vec::new()))
}

/// The questions of an assessment in which these coders answered.
fn questions_of<'a>(assessment: &'a Assessment, coders: &[&str]) -> Result<&'a [QuestionStamp], EvaluateError> {
    let known = self::coders(assessment);
    if let Some(name) = coders.iter().find(|name| !known.iter().any(|known| known == *name)) {
        return Err(EvaluateError::NoCoder { name: (*name).to_owned(), known: known.join(", ") });
    }
    if assessment.rubric.questions.is_empty() {
        return Err(EvaluateError::NoQuestions);
    }
    Ok(&assessment.rubric.questions)
}

/// Keys with the answers of their documents, counted.
fn compared(assessment: &Assessment, pairs: Vec<(DocumentKey, Vec<Answer>)>, missing: Vec<String>) -> Evaluation {
    let questions = &assessment.rubric.questions;
    let mut documents = Vec::new();
    let mut of_documents: Vec<Tally> = Vec::new();
    let mut of_questions: BTreeMap<&str, Vec<Tally>> = BTreeMap::new();
    for (key, answers) in pairs {
        let mut all = Tally::default();
        for key in &key.answers {
            let Some(question) = questions.iter().find(|question| question.id == key.question) else { continue };
            let answer = answers.iter().find(|answer| answer.question == key.question);
            let tally = Tally::of(question, key, answer);
            all.merge(&tally);
            of_questions.entry(&question.id).or_default().push(tally);
        }
        of_documents.push(all);
        documents.push(key.name);
    }
    let total = sum(&of_documents);
    let in_order = questions.iter().filter_map(|question| Some((question, of_questions.get(question.id.as_str())?)));
    Evaluation {
        rubric: assessment.rubric.id.clone(),
        version: assessment.rubric.version.clone(),
        documents,
        missing,
        not_assessed: total.not_assessed,
        ratings: [0, 1, 2].map(|key| [0, 1, 2].map(|answer| total.rag.count(key, answer))),
        overall: scores(&Measure::OVERALL, &of_documents),
        questions: in_order.map(|(question, tallies)| question_scores(question, tallies)).collect(),
    }
}

/// The document a key belongs to.
fn document<'a>(assessment: &'a Assessment, name: &str) -> Result<Option<&'a AssessedDocument>, EvaluateError> {
    let is = |document: &&AssessedDocument| Path::new(&document.path).file_stem().is_some_and(|stem| stem == name);
    let mut fitting = assessment.documents.iter().filter(is);
    let first = fitting.next();
    if let (Some(first), Some(second)) = (first, fitting.next()) {
        let (name, first, second) = (name.to_owned(), first.path.clone(), second.path.clone());
        return Err(EvaluateError::TwoDocuments { name, first, second });
    }
    Ok(first)
}

fn question_scores(question: &QuestionStamp, tallies: &[Tally]) -> QuestionScores {
    let kind = question.answer;
    let scores = scores(&Measure::of_question(kind), tallies);
    let value = |measure: Measure| scores.iter().find(|score| score.measure == measure)?.value;
    let absence = value(Measure::NegativePredictiveValue((kind == AnswerKind::Choice).then_some(kind)));
    let proposed = value(Measure::Exact(kind))
        .map_or(question.status, |exact| proposed_status(tallies.len(), exact, value(Measure::Kappa(kind)), absence));
    QuestionScores {
        question: question.id.clone(),
        answer: kind,
        documents: tallies.len(),
        scores,
        status: question.status,
        proposed,
    }
}

/// Each measure over all of the documents' tallies, with its interval.
fn scores(measures: &[Measure], documents: &[Tally]) -> Vec<Score> {
    let mut resampled: Vec<Vec<f64>> = vec![Vec::new(); measures.len()];
    if documents.len() > 1 {
        for draw in bootstrap::draws(documents.len()) {
            let tally = sum(draw.into_iter().map(|document| &documents[document]));
            for (values, measure) in resampled.iter_mut().zip(measures) {
                values.extend(measure.of(&tally).1.ok());
            }
        }
    }
    let total = sum(documents);
    let score = |(measure, values): (&Measure, Vec<f64>)| {
        let (n, value) = measure.of(&total);
        // Without a value there is nothing for an interval to be about.
        let interval = value.and_then(|_| bootstrap::interval(values, documents.len()));
        Score {
            group: measure.group(),
            name: measure.name(),
            n,
            value: value.ok(),
            undefined: value.err(),
            interval: interval.ok(),
            interval_undefined: interval.err(),
            measure: *measure,
        }
    };
    measures.iter().zip(resampled).map(score).collect()
}

fn sum<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Tally {
    let mut total = Tally::default();
    for tally in tallies {
        total.merge(tally);
    }
    total
}

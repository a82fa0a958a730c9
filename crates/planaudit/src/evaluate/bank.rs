//! A bank of single passages, each judged by a reader for one question: what share of those that count is found, and
//! what share of the look-alikes is refused.
//!
//! Whole documents say how good a verdict is; single passages say whether new wording is recognised at all.

use std::path::Path;

use serde::Deserialize;

use super::gold::EvaluateError;
use crate::assess::assess_text;
use crate::assessment::{Answer, Verdict};
use crate::rubric::{AnswerKind, Question, Rubric};

/// A judged passage, as a line of a bank.
#[derive(Debug, Clone, Deserialize)]
pub struct BankPassage {
    /// Its id.
    pub id: String,
    /// The question it is judged for.
    pub question: String,
    /// The heading above it.
    #[serde(default)]
    pub heading: Option<String>,
    /// The sentence that leads into its list.
    #[serde(default)]
    pub lead_in: Option<String>,
    /// Its words; a table as lines of cells parted by bars.
    pub text: String,
    /// What a careful reader makes of it.
    pub counts: Counts,
    /// `choice`: the option it supports; `one`: the verdict it speaks for.
    #[serde(default)]
    pub option: Option<String>,
}

/// What a careful reader makes of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counts {
    /// It is evidence, outright.
    Yes,
    /// It is evidence, loosely.
    Some,
    /// It is none.
    No,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// As they should be.
    pub right: usize,
    /// All.
    pub of: usize,
}

/// How the passages of one question were judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognition {
    /// Question id.
    pub question: String,
    /// Of the passages that count outright, those found.
    pub outright: Share,
    /// Of the passages that count loosely, those found.
    pub loose: Share,
    /// Of the passages that do not count, those refused.
    pub refused: Share,
    /// Ids of the passages judged otherwise than by the reader.
    pub missed: Vec<String>,
}

/// Judges every passage of a bank, each as a document of its own; questions in report order.
///
/// A passage that counts is found when its question's answer is not *No* (`choice`: when its option is reported); one
/// that does not count is refused when nothing is.
///
/// # Errors
/// [`EvaluateError::Unreadable`], and [`EvaluateError::Line`] for a line that is no passage or asks an unknown question.
pub fn recognised(bank: &Path, rubric: &Rubric) -> Result<Vec<Recognition>, EvaluateError> {
    let text =
        std::fs::read_to_string(bank).map_err(|source| EvaluateError::Unreadable { path: bank.to_owned(), source })?;
    let mut recognitions: Vec<Recognition> = rubric
        .questions
        .iter()
        .map(|question| Recognition { question: question.stamp.id.clone(), ..Recognition::default() })
        .collect();
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let error = |fault| EvaluateError::Line { file: bank.to_owned(), line, fault };
        let passage: BankPassage =
            serde_json::from_str(text).map_err(|fault| error(format!("not a passage of a bank: {fault}")))?;
        let index = rubric.questions.iter().position(|question| question.stamp.id == passage.question);
        let index = index.ok_or_else(|| error(format!("the rubric has no question `{}`", passage.question)))?;
        recognitions[index].add(&rubric.questions[index], &passage, rubric);
    }
    recognitions.retain(|recognition| recognition.all().of > 0);
    Ok(recognitions)
}

impl Recognition {
    /// All passages together.
    pub fn all(&self) -> Share {
        [self.outright, self.loose, self.refused].into_iter().fold(Share::default(), Share::and)
    }

    fn add(&mut self, question: &Question, passage: &BankPassage, rubric: &Rubric) {
        let Some(&kind) = question.stamp.kinds.first() else { return };
        let document = assess_text(&markdown(passage), kind, rubric);
        let Some(answer) = document.answer(&passage.question) else { return };
        let Some(right) = agrees(question.stamp.answer, answer, passage) else { return };
        let share = match passage.counts {
            Counts::Yes => &mut self.outright,
            Counts::Some => &mut self.loose,
            Counts::No => &mut self.refused,
        };
        share.of += 1;
        share.right += usize::from(right);
        if !right {
            self.missed.push(passage.id.clone());
        }
    }
}

impl Share {
    /// Two shares as one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { right: self.right + other.right, of: self.of + other.of }
    }

    /// The share, 0 to 1; none of nothing.
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.right as f64 / self.of as f64)
    }
}

/// The passage as a document.
fn markdown(passage: &BankPassage) -> String {
    let heading = passage.heading.as_ref().map(|heading| format!("## {heading}\n\n")).unwrap_or_default();
    let body = match &passage.lead_in {
        Some(lead_in) => format!("{lead_in}\n\n- {}\n", passage.text),
        None => format!("{}\n", passage.text),
    };
    heading + &body
}

/// Whether an answer is what the reader makes of the passage; none where the two cannot be compared.
fn agrees(kind: AnswerKind, answer: &Answer, passage: &BankPassage) -> Option<bool> {
    let counts = passage.counts != Counts::No;
    match kind {
        AnswerKind::Choice if counts => passage.option.as_ref().map(|option| answer.options.contains(option)),
        AnswerKind::Choice => Some(answer.options.is_empty()),
        AnswerKind::One => {
            let verdict = answer.verdict.as_ref().map(Verdict::as_str);
            passage.option.as_ref().map(|option| verdict == Some(option.as_str()))
        }
        AnswerKind::Rag | AnswerKind::Flag | AnswerKind::Person => {
            let verdict = answer.verdict.as_ref()?;
            Some(counts != matches!(verdict, Verdict::No | Verdict::Absent))
        }
    }
}

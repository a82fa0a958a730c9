//! The share of a question's answers that equal their keys, without anything else.

use super::Measure;
use super::gold::Key;
use super::tally::Tally;
use crate::assessment::{Answer, QuestionStamp};

/// Answers to one question counted against their keys.
#[derive(Default)]
pub(crate) struct Exactness {
    counted: Option<(Measure, Tally)>,
}

impl Exactness {
    /// Counts an answer.
    pub(crate) fn add(&mut self, question: &QuestionStamp, key: &Key, answer: &Answer) {
        let tally = Tally::of_answer(question, key, Some(answer));
        let (_, total) = self.counted.get_or_insert_with(|| (Measure::Exact(question.answer), Tally::default()));
        total.merge(&tally);
    }

    /// The share of equal answers, where any were counted.
    pub(crate) fn share(&self) -> Option<f64> {
        let (measure, tally) = self.counted.as_ref()?;
        measure.of(tally).1.ok()
    }
}

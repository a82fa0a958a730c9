//! The national table: for every question and kind of document, how many answered what, with the published figure beside.

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, Verdict};
use crate::corpus::Kind;
use crate::rubric::{AnswerKind, Baseline, Figure};

/// Counts over an assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// One row for each question, kind and answer category, in report order.
    pub rows: Vec<SummaryRow>,
}

/// One answer category of one question and kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryRow {
    /// Question id.
    pub question: String,
    /// Theme id.
    pub theme: String,
    /// Kind of document.
    pub kind: Kind,
    /// `yes`, `some`, `no`, an option, or a person verdict.
    pub category: String,
    /// Documents of this kind that were assessed on the question: the base.
    pub n: usize,
    /// How many of them fall in the category.
    pub count: usize,
    /// `count` as a percentage of `n`; null when `n` is 0.
    pub percent: Option<f64>,
    /// The published figure, as a percentage, where there is one.
    pub published_percent: Option<f64>,
    /// The published count, where there is one.
    pub published_count: Option<u32>,
    /// The published base, where known.
    pub published_n: Option<u32>,
    /// Where the published figure stands.
    pub published_in: Option<String>,
}

impl Summary {
    /// Adds up an assessment. The kind `other` is asked nothing and counted nowhere.
    pub fn of(assessment: &Assessment, baseline: &Baseline) -> Self {
        let mut rows = Vec::new();
        for question in &assessment.rubric.questions {
            for &kind in &question.kinds {
                let answers: Vec<_> = assessment
                    .documents
                    .iter()
                    .filter(|document| document.kind == kind)
                    .filter_map(|document| document.answer(&question.id))
                    .filter(|answer| answer.verdict.is_some())
                    .collect();
                for category in categories(question.answer, &question.options) {
                    let count = answers
                        .iter()
                        .filter(|answer| match question.answer {
                            AnswerKind::Choice => answer.options.contains(&category),
                            _ => answer.verdict.as_ref().is_some_and(|verdict| verdict.as_str() == category),
                        })
                        .count();
                    let published = baseline.figure(&question.id, kind, &category);
                    rows.push(SummaryRow {
                        question: question.id.clone(),
                        theme: question.theme.clone(),
                        kind,
                        category,
                        n: answers.len(),
                        count,
                        percent: (!answers.is_empty()).then(|| 100.0 * count as f64 / answers.len() as f64),
                        published_percent: published.and_then(Figure::percent),
                        published_count: published.and_then(Figure::count),
                        published_n: published.and_then(|figure| figure.base),
                        published_in: published.map(Figure::place),
                    });
                }
            }
        }
        Self { rows }
    }
}

/// The categories a question's answers fall into, in report order.
fn categories(answer: AnswerKind, options: &[String]) -> Vec<String> {
    let fixed: &[Verdict] = match answer {
        AnswerKind::Rag => &[Verdict::Yes, Verdict::Some, Verdict::No],
        AnswerKind::Flag => &[Verdict::Yes, Verdict::No],
        AnswerKind::Person => &[Verdict::Named, Verdict::RoleWithoutName, Verdict::Vacant, Verdict::Absent],
        AnswerKind::One | AnswerKind::Choice => return options.to_vec(),
    };
    fixed.iter().map(|verdict| verdict.as_str().to_owned()).collect()
}

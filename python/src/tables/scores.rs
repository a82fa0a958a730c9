//! Agreement with answer keys: over all, question by question, and ratings against ratings.

use planaudit::evaluate::{Evaluation, Score, Undefined};
use pyo3::prelude::*;

use crate::column::{category, share, text, whole};
use crate::question::{answer_name, status_name};
use crate::table::Table;

/// `group, measure, n, value, low, high, undefined`; values are shares or coefficients, `low` and `high` the interval.
pub(crate) fn overall(evaluation: &Evaluation) -> PyResult<Table> {
    Table::new("overall", figures(evaluation.overall.iter()))
}

/// `question, answer, documents, status, proposed, group, measure, n, value, low, high, undefined`.
pub(crate) fn by_question(evaluation: &Evaluation) -> PyResult<Table> {
    let rows: Vec<_> = evaluation
        .questions
        .iter()
        .flat_map(|question| question.scores.iter().map(move |score| (question, score)))
        .collect();
    let questions = rows.iter().map(|(question, _)| *question);
    let mut columns = vec![
        ("question", category(questions.clone().map(|question| Some(question.question.as_str())))),
        ("answer", category(questions.clone().map(|question| Some(answer_name(question.answer))))),
        ("documents", whole(questions.clone().map(|question| Some(question.documents)))),
        ("status", category(questions.clone().map(|question| Some(status_name(question.status))))),
        ("proposed", category(questions.map(|question| Some(status_name(question.proposed))))),
    ];
    columns.extend(figures(rows.iter().map(|(_, score)| *score)));
    Table::new("questions", columns)
}

/// `key, no, some, yes`: how often each key was answered so.
pub(crate) fn confusion(evaluation: &Evaluation) -> PyResult<Table> {
    let count = |answer: usize| whole(evaluation.ratings.iter().map(move |row| Some(row[answer] as usize)));
    Table::new(
        "ratings",
        vec![
            ("key", category(["no", "some", "yes"].into_iter().map(Some))),
            ("no", count(0)),
            ("some", count(1)),
            ("yes", count(2)),
        ],
    )
}

fn figures<'s>(scores: impl Iterator<Item = &'s Score> + Clone) -> Vec<(&'static str, arrow_array::ArrayRef)> {
    let why = |score: &Score| score.undefined.or(score.interval_undefined).map(Undefined::reason);
    vec![
        ("group", category(scores.clone().map(|score| Some(score.group)))),
        ("measure", category(scores.clone().map(|score| Some(score.name)))),
        ("n", whole(scores.clone().map(|score| Some(score.n as usize)))),
        ("value", share(scores.clone().map(|score| score.value))),
        ("low", share(scores.clone().map(|score| score.interval.map(|(low, _)| low)))),
        ("high", share(scores.clone().map(|score| score.interval.map(|(_, high)| high)))),
        ("undefined", text(scores.map(why))),
    ]
}

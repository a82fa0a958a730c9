//! The national table: counts by question and kind, with the published figure beside.

use planaudit::assessment::QuestionStamp;
use planaudit::summary::SummaryRow;
use planaudit::{Assessment, Summary};
use serde::Serialize;

use super::matrix::KINDS;
use super::questions::{by_theme, kind_words};
use crate::table::decimal;

/// A theme with its questions.
#[derive(Serialize)]
pub(super) struct Theme<'a> {
    id: &'a str,
    title: &'a str,
    questions: Vec<Question<'a>>,
}

/// A question with a block for each kind of document.
#[derive(Serialize)]
struct Question<'a> {
    index: usize,
    asks: &'a str,
    blocks: Vec<Block<'a>>,
}

/// The answers of one kind of document.
#[derive(Serialize)]
struct Block<'a> {
    kind: &'static str,
    title: &'static str,
    n: usize,
    published: bool,
    rows: Vec<Row<'a>>,
}

/// One answer category.
#[derive(Serialize)]
struct Row<'a> {
    category: &'a str,
    count: usize,
    percent: Option<String>,
    /// 0 to 100, for the bar.
    length: f64,
    published: Option<String>,
    published_mark: Option<f64>,
    published_base: String,
    published_in: &'a str,
}

pub(super) fn of<'a>(
    assessment: &'a Assessment,
    summary: &'a Summary,
    questions: &'a [QuestionStamp],
) -> Vec<Theme<'a>> {
    let question = |index: usize| Question {
        index,
        asks: &questions[index].asks,
        blocks: KINDS
            .into_iter()
            .filter_map(|kind| {
                let id = &questions[index].id;
                let mut rows = summary.rows.iter().filter(|row| row.question == *id && row.kind == kind).peekable();
                let n = rows.peek()?.n;
                let rows: Vec<_> = rows.map(row).collect();
                let published = rows.iter().any(|row| row.published.is_some());
                Some(Block { kind: kind.as_str(), title: kind_words(kind).1, n, published, rows })
            })
            .collect(),
    };
    by_theme(assessment, questions)
        .into_iter()
        .map(|(id, title, members)| Theme {
            id,
            title,
            questions: members.into_iter().map(question).filter(|question| !question.blocks.is_empty()).collect(),
        })
        .filter(|theme| !theme.questions.is_empty())
        .collect()
}

fn row(row: &SummaryRow) -> Row<'_> {
    let published_base = match (row.published_count, row.published_n) {
        (Some(count), Some(n)) => format!("{count} of {n}"),
        (Some(count), None) => count.to_string(),
        (None, Some(n)) => format!("n = {n}"),
        (None, None) => String::new(),
    };
    let published = match row.published_percent {
        Some(percent) => Some(format!("{} %", decimal(percent, 1))),
        None => row.published_count.map(|_| String::new()),
    };
    Row {
        category: words(&row.category),
        count: row.count,
        percent: row.percent.map(|percent| decimal(percent, 1)),
        length: row.percent.map_or(0.0, |percent| percent.clamp(0.0, 100.0)),
        published,
        published_mark: row.published_percent.map(|percent| percent.clamp(0.0, 100.0)),
        published_base,
        published_in: row.published_in.as_deref().unwrap_or_default(),
    }
}

/// A category in words.
fn words(category: &str) -> &str {
    match category {
        "yes" => "Yes",
        "some" => "To some extent",
        "no" => "No",
        "named" => "A person is named",
        "role without name" => "Role without a name",
        "vacant or to be confirmed" => "Vacant or to be confirmed",
        "absent" => "No such role",
        option => option,
    }
}

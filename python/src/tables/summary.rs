//! The national table: one row for each question, kind of document and answer category.

use planaudit::Summary;
use pyo3::prelude::*;

use crate::column::{category, share, text, whole};
use crate::table::Table;

/// `question, theme, kind, category, n, count, percent, published_percent, published_count, published_n, published_in`;
/// percentages are of `n`, 0 to 100.
pub(crate) fn summary(summary: &Summary) -> PyResult<Table> {
    let rows = summary.rows.iter();
    Table::new(
        "summary",
        vec![
            ("question", category(rows.clone().map(|row| Some(row.question.as_str())))),
            ("theme", category(rows.clone().map(|row| Some(row.theme.as_str())))),
            ("kind", category(rows.clone().map(|row| Some(row.kind.as_str())))),
            ("category", category(rows.clone().map(|row| Some(row.category.as_str())))),
            ("n", whole(rows.clone().map(|row| Some(row.n)))),
            ("count", whole(rows.clone().map(|row| Some(row.count)))),
            ("percent", share(rows.clone().map(|row| row.percent))),
            ("published_percent", share(rows.clone().map(|row| row.published_percent))),
            ("published_count", whole(rows.clone().map(|row| row.published_count.map(|count| count as usize)))),
            ("published_n", whole(rows.clone().map(|row| row.published_n.map(|n| n as usize)))),
            ("published_in", text(rows.map(|row| row.published_in.as_deref()))),
        ],
    )
}

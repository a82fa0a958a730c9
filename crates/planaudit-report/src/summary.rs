//! `summary.csv`: the national table.

use std::io::Write;

use planaudit::Summary;

use crate::error::ReportError;
use crate::table::{Table, decimal, number, text};

const COLUMNS: [&str; 11] = [
    "question",
    "theme",
    "kind",
    "category",
    "n",
    "count",
    "percent",
    "published_percent",
    "published_count",
    "published_n",
    "published_in",
];

/// Writes one row for each question, kind of document and answer category, with the published figure beside it.
pub fn summary_csv(summary: &Summary, output: impl Write) -> Result<(), ReportError> {
    let mut table = Table::new("summary", output, COLUMNS)?;
    for row in &summary.rows {
        table.row([
            row.question.clone(),
            row.theme.clone(),
            row.kind.as_str().to_owned(),
            row.category.clone(),
            row.n.to_string(),
            row.count.to_string(),
            row.percent.map(|percent| decimal(percent, 2)).unwrap_or_default(),
            row.published_percent.map(|percent| decimal(percent, 2)).unwrap_or_default(),
            number(row.published_count),
            number(row.published_n),
            text(row.published_in.as_deref()),
        ])?;
    }
    table.finish()
}

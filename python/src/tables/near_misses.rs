//! One row for each passage that nearly supported an answer.

use planaudit::Assessment;
use pyo3::prelude::*;

use crate::column::{category, list, text, whole};
use crate::table::Table;

/// `document, ics, kind, edition, question, quote, page, page_label, section, failed, rule, start, end`.
pub(crate) fn near_misses(assessment: &Assessment) -> PyResult<Table> {
    let rows: Vec<_> = assessment
        .documents
        .iter()
        .flat_map(|document| document.answers.iter().map(move |answer| (document, answer)))
        .flat_map(|(document, answer)| answer.near_misses.iter().map(move |miss| (document, answer, miss)))
        .collect();
    let misses = rows.iter().map(|(_, _, miss)| *miss);
    let mut columns = super::identity(rows.iter().map(|(document, _, _)| *document));
    columns.extend([
        ("question", category(rows.iter().map(|(_, answer, _)| Some(answer.question.as_str())))),
        ("quote", text(misses.clone().map(|miss| Some(miss.quote.as_str())))),
        ("page", whole(misses.clone().map(|miss| miss.page.map(|page| page as usize)))),
        ("page_label", text(misses.clone().map(|miss| miss.page_label.as_deref()))),
        ("section", list(misses.clone().map(|miss| super::borrowed(&miss.section)))),
        ("failed", category(misses.clone().map(|miss| Some(miss.failed.as_str())))),
        ("rule", category(misses.clone().map(|miss| Some(miss.rule.as_str())))),
        ("start", whole(misses.clone().map(|miss| Some(miss.start)))),
        ("end", whole(misses.map(|miss| Some(miss.end)))),
    ]);
    Table::new("near_misses", columns)
}

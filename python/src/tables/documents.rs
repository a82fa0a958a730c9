//! One row for each document that was read.

use planaudit::Assessment;
use pyo3::prelude::*;

use crate::column::{category, share, text, whole};
use crate::table::Table;

/// `document, ics, kind, edition, ics_name, title, format, pages, words, readable, sha256`.
pub(crate) fn documents(assessment: &Assessment) -> PyResult<Table> {
    let rows = assessment.documents.iter();
    let mut columns = super::identity(rows.clone());
    columns.extend([
        ("ics_name", category(rows.clone().map(|document| document.ics_name.as_deref()))),
        ("title", text(rows.clone().map(|document| document.title.as_deref()))),
        ("format", category(rows.clone().map(|document| Some(document.format.name())))),
        ("pages", whole(rows.clone().map(|document| Some(document.pages)))),
        ("words", whole(rows.clone().map(|document| Some(document.words)))),
        ("readable", share(rows.clone().map(|document| Some(document.readable)))),
        ("sha256", text(rows.map(|document| Some(document.sha256.as_str())))),
    ]);
    Table::new("documents", columns)
}

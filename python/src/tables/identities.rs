//! One row for each document of a corpus.

use std::sync::Arc;

use planaudit::corpus::ReadFile;
use pyo3::prelude::*;

use crate::column::{category, share, text, whole};
use crate::table::Table;

/// `document, ics, kind, edition, ics_name, title, format, pages, words, readable, sha256`.
pub(crate) fn identities(files: &[Arc<ReadFile>]) -> PyResult<Table> {
    let rows = files.iter();
    let known = rows.clone().map(|file| &file.identity);
    let held = rows.clone().map(|file| &file.document);
    Table::new(
        "identities",
        vec![
            ("document", category(rows.clone().map(|file| Some(file.path.as_str())))),
            ("ics", category(known.clone().map(|identity| identity.ics.as_deref()))),
            ("kind", category(known.clone().map(|identity| Some(identity.kind.as_str())))),
            ("edition", category(known.clone().map(|identity| identity.edition.as_deref()))),
            ("ics_name", category(known.clone().map(|identity| identity.ics_name.as_deref()))),
            ("title", text(known.map(|identity| identity.title.as_deref()))),
            ("format", category(held.clone().map(|document| Some(document.format.name())))),
            ("pages", whole(held.clone().map(|document| Some(document.pages.len())))),
            ("words", whole(held.clone().map(|document| Some(document.words())))),
            ("readable", share(held.map(|document| Some(document.readable())))),
            ("sha256", text(rows.map(|file| Some(file.sha256.as_str())))),
        ],
    )
}

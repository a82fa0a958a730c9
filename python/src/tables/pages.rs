//! The page ledger of a document: one row a page.

use planaudit::read::Page;
use pyo3::prelude::*;

use crate::column::{category, text, whole};
use crate::table::Table;

/// `page, page_label, words, kind`; the kind is `text`, `scanned`, `mixed`, `blank`, `broken` or `recognised`.
pub(crate) fn pages(pages: &[Page]) -> PyResult<Table> {
    let rows = pages.iter();
    Table::new(
        "pages",
        vec![
            ("page", whole(rows.clone().map(|page| Some(page.number.get() as usize)))),
            ("page_label", text(rows.clone().map(|page| page.label.as_deref()))),
            ("words", whole(rows.clone().map(|page| Some(page.words as usize)))),
            ("kind", category(rows.map(|page| Some(page.kind.as_str())))),
        ],
    )
}

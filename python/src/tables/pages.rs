//! The page ledger of a document: one row a page.

use planaudit::read::Page;
use pyo3::prelude::*;

use crate::column::{category, flag, text, whole};
use crate::table::Table;
use crate::views;

/// `page, page_label, words, kind, columns, spliced, unmapped, confidence`; the kind is `text`, `scanned`, `mixed`,
/// `blank`, `broken` or `recognised`.
pub(crate) fn pages(pages: &[Page]) -> PyResult<Table> {
    let rows = pages.iter();
    let table = Table::new(
        "pages",
        vec![
            ("page", whole(rows.clone().map(|page| Some(page.number.get() as usize)))),
            ("page_label", text(rows.clone().map(|page| page.label.as_deref()))),
            ("words", whole(rows.clone().map(|page| Some(page.words as usize)))),
            ("kind", category(rows.clone().map(|page| Some(page.kind.as_str())))),
            ("columns", whole(rows.clone().map(|page| Some(page.columns as usize)))),
            ("spliced", flag(rows.clone().map(|page| page.spliced))),
            ("unmapped", whole(rows.clone().map(|page| Some(page.unmapped as usize)))),
            ("confidence", whole(rows.map(|page| page.confidence.map(usize::from)))),
        ],
    )?;
    Ok(table.beside(views::ledger(pages)))
}

//! One row for each file that was not read.

use planaudit::Unread;
use pyo3::prelude::*;

use crate::column::text;
use crate::table::Table;

/// `document, reason`.
pub(crate) fn unread(unread: &[Unread]) -> PyResult<Table> {
    let rows = unread.iter();
    Table::new(
        "unread",
        vec![
            ("document", text(rows.clone().map(|unread| Some(unread.path.as_str())))),
            ("reason", text(rows.map(|unread| Some(unread.reason.as_str())))),
        ],
    )
}

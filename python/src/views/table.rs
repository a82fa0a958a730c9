//! Any table: its first rows.

use std::fmt::Write as _;

use super::framed;
use crate::markup::{escape, shortened};

/// Letters of a cell that are shown.
const LETTERS: usize = 160;

/// Letters from which on a cell asks for a wide column.
const LONG: usize = 60;

/// A column's name, whether it holds numbers, and its first cells.
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: String,
    /// Set to the right.
    pub(crate) number: bool,
    /// The first cells, as text.
    pub(crate) cells: Vec<String>,
}

/// A table of `rows` rows, `before` it some markup of its own.
pub(crate) fn table(name: &str, columns: &[Column], rows: usize, before: &str) -> String {
    let shown = columns.first().map_or(0, |column| column.cells.len());
    let class = |column: &Column| match column.cells.iter().any(|cell| cell.len() > LONG) {
        _ if column.number => " class=\"number\"",
        true => " class=\"long\"",
        false => "",
    };
    let mut page = format!("{before}<div class=\"scroll\"><table><thead><tr>");
    for column in columns {
        let _ = write!(page, "<th{}>{}</th>", class(column), escape(&column.name));
    }
    page.push_str("</tr></thead><tbody>");
    for row in 0..shown {
        page.push_str("<tr>");
        for column in columns {
            let cell = escape(&shortened(&column.cells[row], LETTERS));
            let _ = write!(page, "<td{}>{cell}</td>", class(column));
        }
        page.push_str("</tr>");
    }
    let _ = write!(page, "</tbody></table></div><small>{}: {rows} rows", escape(name));
    if rows > shown {
        let _ = write!(page, ", the first {shown} shown");
    }
    framed(&(page + "</small>"))
}

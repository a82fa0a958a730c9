//! What a notebook shows: HTML that brings its own style, needs neither script nor network, and follows the notebook's
//! theme where it names one and the system's otherwise.

mod answer;
mod corpus;
mod document;
mod evaluation;
mod leads;
mod ledger;
mod matrix;
mod outline;
mod page;
mod person;
mod question;
mod rubric;
mod table;

use planaudit::AssessedDocument;
use planaudit::corpus::Kind;
use planaudit_report::Cell;

use crate::markup::escape;

pub(crate) use answer::{answer, evidence, near_miss};
pub(crate) use corpus::corpus;
pub(crate) use document::document;
pub(crate) use evaluation::evaluation;
pub(crate) use leads::leads;
pub(crate) use ledger::ledger;
pub(crate) use matrix::matrix;
pub(crate) use outline::outline;
pub(crate) use page::{Picture, page};
pub(crate) use person::person;
pub(crate) use question::{guide, question};
pub(crate) use rubric::rubric;
pub(crate) use table::{Column, table};

const STYLE: &str = include_str!("views/notebook.css");

/// A display, with its style.
pub(crate) fn framed(body: &str) -> String {
    format!("<div class=\"planaudit\"><style>{STYLE}</style>{body}</div>")
}

/// An answer small: its letter on its colour, its words when pointed at.
fn tile(cell: &Cell) -> String {
    let (letter, words) = (escape(&cell.letter), escape(&cell.words));
    format!("<span class=\"tile {}\" title=\"{words}\">{letter}</span>", cell.state)
}

/// A titled list of ready markup; nothing where there are no items.
fn list(title: &str, items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        String::new()
    } else {
        format!("<h4>{title}</h4><ul><li>{}</li></ul>", items.join("</li><li>"))
    }
}

/// A document's short name: its system, else its file; with kind and edition.
fn label(document: &AssessedDocument) -> String {
    let file = document.path.rsplit('/').next().unwrap_or(&document.path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut label = document.ics.as_deref().unwrap_or(stem).to_owned();
    match document.kind {
        Kind::Strategy => label.push_str(" strategy"),
        Kind::Jfp => label.push_str(" plan"),
        Kind::Other => {}
    }
    if let Some(edition) = &document.edition {
        label.push(' ');
        label.push_str(edition);
    }
    label
}

//! The matrix: questions down, by theme; documents across, by kind.

use planaudit::assessment::QuestionStamp;
use planaudit::corpus::Kind;
use planaudit::{AssessedDocument, Assessment};
use serde::Serialize;

use super::cell::Cell;
use super::questions::{by_theme, kind_words};
use crate::ratings::status;
use crate::table::decimal;

/// The kinds of document, in the order of the columns.
pub(super) const KINDS: [Kind; 3] = [Kind::Strategy, Kind::Jfp, Kind::Other];

/// Below this share of readable pages a document's column says so: its *No* answers are worth less.
const WELL_READ: f64 = 0.95;

/// Columns, and rows of cells by theme.
#[derive(Serialize)]
pub(super) struct Matrix<'a> {
    many: bool,
    columns: usize,
    kinds: Vec<Columns<'a>>,
    themes: Vec<Rows<'a>>,
}

/// The documents of one kind.
#[derive(Serialize)]
struct Columns<'a> {
    kind: &'static str,
    title: &'static str,
    documents: Vec<Column<'a>>,
}

/// One document.
#[derive(Serialize)]
struct Column<'a> {
    index: usize,
    label: &'a str,
    edition: &'a str,
    name: String,
    partly_read: bool,
    readable: String,
}

/// The questions of one theme.
#[derive(Serialize)]
struct Rows<'a> {
    id: &'a str,
    title: &'a str,
    questions: Vec<Row<'a>>,
}

/// One question.
#[derive(Serialize)]
struct Row<'a> {
    index: usize,
    id: &'a str,
    asks: &'a str,
    status: &'static str,
    cells: Vec<MatrixCell>,
}

/// One answer.
#[derive(Serialize)]
struct MatrixCell {
    document: usize,
    #[serde(flatten)]
    cell: Cell,
    fragile: bool,
    /// Begins the columns of a kind.
    first: bool,
}

pub(super) fn of<'a>(assessment: &'a Assessment, questions: &'a [QuestionStamp]) -> Matrix<'a> {
    let kinds: Vec<_> = KINDS
        .into_iter()
        .map(|kind| Columns {
            kind: kind.as_str(),
            title: kind_words(kind).1,
            documents: assessment
                .documents
                .iter()
                .enumerate()
                .filter(|(_, document)| document.kind == kind)
                .map(|(index, document)| column(index, document))
                .collect(),
        })
        .filter(|columns| !columns.documents.is_empty())
        .collect();
    let order: Vec<usize> = kinds.iter().flat_map(|columns| &columns.documents).map(|column| column.index).collect();
    let themes = by_theme(assessment, questions)
        .into_iter()
        .map(|(id, title, members)| Rows {
            id,
            title,
            questions: members.into_iter().map(|index| row(assessment, &order, index, &questions[index])).collect(),
        })
        .collect();
    Matrix { many: order.len() > 10, columns: order.len(), kinds, themes }
}

fn column(index: usize, document: &AssessedDocument) -> Column<'_> {
    Column {
        index,
        label: label(document),
        edition: document.edition.as_deref().unwrap_or_default(),
        name: full_name(document),
        partly_read: document.readable < WELL_READ,
        readable: decimal(100.0 * document.readable, 0),
    }
}

fn row<'a>(assessment: &Assessment, order: &[usize], index: usize, question: &'a QuestionStamp) -> Row<'a> {
    let mut before = None;
    let cells = order.iter().map(|&position| {
        let document = &assessment.documents[position];
        let first = before.replace(document.kind) != Some(document.kind);
        let fragile = document.answer(&question.id).is_some_and(|answer| answer.fragile);
        MatrixCell { document: position, cell: Cell::at(document, question), fragile, first }
    });
    Row { index, id: &question.id, asks: &question.asks, status: status(question.status), cells: cells.collect() }
}

/// A document's short name: its system, else its file.
pub(super) fn label(document: &AssessedDocument) -> &str {
    document.ics.as_deref().unwrap_or_else(|| {
        let file = document.path.rsplit('/').next().unwrap_or(&document.path);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    })
}

/// A document's name in full: its system, kind and edition; else its own title, which says as much.
pub(super) fn full_name(document: &AssessedDocument) -> String {
    if let (None, None, Some(title)) = (&document.ics_name, &document.ics, &document.title) {
        return title.clone();
    }
    let name = document.ics_name.as_deref().unwrap_or_else(|| label(document));
    let (kind, _) = kind_words(document.kind);
    match &document.edition {
        Some(edition) => format!("{name}, {kind} {edition}"),
        None => format!("{name}, {kind}"),
    }
}

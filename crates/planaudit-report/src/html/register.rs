//! The register of documents: what each is, and which of its pages could be read.

use std::fmt::Write as _;

use planaudit::{AssessedDocument, Assessment};
use serde::Serialize;

use super::matrix::{full_name, label};
use super::questions::kind_words;
use crate::table::{decimal, grouped};

/// Height of the page diagram, in its own units.
const HEIGHT: u32 = 20;
/// Width of one page in it.
const STEP: usize = 4;

/// One document.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    index: usize,
    label: &'a str,
    name: String,
    title: &'a str,
    path: &'a str,
    kind: &'static str,
    kind_words: &'static str,
    edition: &'a str,
    format: String,
    pages: usize,
    words: String,
    readable: String,
    fully_read: bool,
    unreadable: String,
    digest: &'a str,
    diagram: Option<Diagram>,
}

/// A bar for each page, as high as it has words; pages that could not be read stand out at full height.
#[derive(Serialize)]
struct Diagram {
    width: usize,
    height: u32,
    read: String,
    unread: String,
}

pub(super) fn of(assessment: &Assessment) -> Vec<Row<'_>> {
    assessment.documents.iter().enumerate().map(|(index, document)| row(index, document)).collect()
}

fn row(index: usize, document: &AssessedDocument) -> Row<'_> {
    Row {
        index,
        label: label(document),
        name: full_name(document),
        title: document.title.as_deref().unwrap_or_default(),
        path: &document.path,
        kind: document.kind.as_str(),
        kind_words: kind_words(document.kind).0,
        edition: document.edition.as_deref().unwrap_or_default(),
        format: document.format.name().to_owned(),
        pages: document.pages,
        words: grouped(document.words),
        readable: decimal(100.0 * document.readable, 1),
        fully_read: document.readable >= 1.0,
        unreadable: unreadable(document),
        digest: &document.sha256,
        diagram: diagram(document),
    }
}

/// The pages that could not be read, as ranges with the reason: `3–5 scanned, 9 broken`.
pub(super) fn unreadable(document: &AssessedDocument) -> String {
    let mut runs: Vec<(u32, u32, String)> = Vec::new();
    for page in document.page_ledger.iter().filter(|page| !page.kind.is_readable()) {
        let number = page.number.get();
        let reason = match serde_json::to_value(page.kind) {
            Ok(serde_json::Value::String(name)) => name,
            _ => String::new(),
        };
        match runs.last_mut() {
            Some((_, last, known)) if *last + 1 == number && *known == reason => *last = number,
            _ => runs.push((number, number, reason)),
        }
    }
    let range = |(first, last, reason): &(u32, u32, String)| {
        if first == last { format!("{first} {reason}") } else { format!("{first}–{last} {reason}") }
    };
    runs.iter().map(range).collect::<Vec<_>>().join(", ")
}

fn diagram(document: &AssessedDocument) -> Option<Diagram> {
    let most = document.page_ledger.iter().map(|page| page.words).max()?.max(1);
    let (mut read, mut unread) = (String::new(), String::new());
    for (index, page) in document.page_ledger.iter().enumerate() {
        let left = index * STEP;
        // A page with a single word still shows.
        let high = (page.words * (HEIGHT - 1)).div_ceil(most);
        let (path, high) = if page.kind.is_readable() { (&mut read, high) } else { (&mut unread, HEIGHT) };
        if high > 0 {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{left} {HEIGHT}v-{high}h3v{high}z");
        }
    }
    Some(Diagram { width: document.page_ledger.len() * STEP, height: HEIGHT, read, unread })
}

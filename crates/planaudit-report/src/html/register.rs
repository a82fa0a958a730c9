//! The register of documents: what each is, and which of its pages could be read.

use std::fmt::Write as _;

use planaudit::read::{PageKind, page_ranges};
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
    remarks: Vec<String>,
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
        remarks: remarks(document),
        digest: &document.sha256,
        diagram: diagram(document),
    }
}

/// The pages that could not be read, as ranges with the reason: `3–5 scanned, 9 broken`.
pub(super) fn unreadable(document: &AssessedDocument) -> String {
    let of_kind = |kind: PageKind| {
        let ranges = page_ranges(&document.page_ledger, |page| page.kind == kind);
        if ranges.is_empty() { ranges } else { format!("{ranges} {}", kind.as_str()) }
    };
    let reasons = [PageKind::Scanned, PageKind::Broken].map(of_kind);
    reasons.into_iter().filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What a reader of the answers should know of pages that were read, but perhaps not wholly or not rightly.
fn remarks(document: &AssessedDocument) -> Vec<String> {
    let pages = &document.page_ledger;
    let unmapped: u32 = pages.iter().map(|page| page.unmapped).sum();
    let remarks = [
        ("Few words over a picture", page_ranges(pages, |page| page.kind == PageKind::Mixed)),
        ("Recognised from pictures", recognised(document)),
        ("Columns may have run together", page_ranges(pages, |page| page.spliced)),
        ("Characters without meaning", if unmapped > 0 { grouped(unmapped as usize) } else { String::new() }),
    ];
    let told = remarks.into_iter().filter(|(_, what)| !what.is_empty());
    told.map(|(name, what)| format!("{name}: {what}")).collect()
}

/// The recognised pages, with the confidence of the worst.
fn recognised(document: &AssessedDocument) -> String {
    let ranges = page_ranges(&document.page_ledger, |page| page.kind == PageKind::Recognised);
    match document.page_ledger.iter().filter_map(|page| page.confidence).min() {
        Some(least) => format!("{ranges} (confidence from {least} %)"),
        None => ranges,
    }
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

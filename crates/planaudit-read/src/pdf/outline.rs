//! The bookmarks that a file carries: titles, and how deep each stands.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, ObjectIdentifier, String as PdfString};

use super::metadata::text_string;
use crate::lines::clean;

/// Bookmarks read of one file; those that go round in circles are read once.
const MOST: usize = 1 << 13;
/// Bookmarks deeper than this are left out.
const DEEPEST: u8 = 12;
/// Bytes of a title at most; longer ones are no titles.
const LONGEST_TITLE: usize = 1 << 10;

/// A title that a list of titles holds: the bookmarks, or the contents page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) title: String,
    /// From 1.
    pub(super) depth: u8,
}

/// The bookmarks in order; none where the file has none.
pub(super) fn bookmarks(pdf: &Pdf) -> Vec<Listed> {
    let xref = pdf.xref();
    let catalog = xref.get::<Dict<'_>>(xref.root_id());
    let first = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("Outlines")).and_then(|root| root.get_ref("First"));
    let mut found = Vec::new();
    let mut known: HashSet<ObjectIdentifier> = HashSet::new();
    let mut waiting: Vec<(ObjectIdentifier, u8)> = first.map(|first| (first.into(), 1)).into_iter().collect();
    while let Some((id, depth)) = waiting.pop() {
        if known.len() >= MOST || !known.insert(id) {
            continue;
        }
        let Some(item) = xref.get::<Dict<'_>>(id) else { continue };
        let title = item.get::<PdfString<'_>>("Title").map(|title| title.as_bytes().to_vec()).unwrap_or_default();
        if title.len() <= LONGEST_TITLE {
            found.push(Listed { title: clean(&text_string(&title)), depth });
        }
        // What stands below comes before what stands beside.
        waiting.extend(item.get_ref("Next").map(|next| (next.into(), depth)));
        if depth < DEEPEST {
            waiting.extend(item.get_ref("First").map(|first| (first.into(), depth + 1)));
        }
    }
    found
}

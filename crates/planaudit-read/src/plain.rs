//! Plain text: paragraphs by blank lines, pages by form feeds, and what the look of its lines says about them.

mod chunk;
pub(crate) mod continuation;
mod decode;
pub(crate) mod joiner;
mod ledger;
pub(crate) mod marks;

use chunk::{Chunk, Line};

use crate::document::Document;
use crate::format::Format;
use crate::ledger::PageNumber;
use crate::lines::Hyphens;

#[cfg(any(feature = "docx", feature = "pptx", feature = "odt", feature = "html"))]
pub(crate) use decode::decode;
pub(crate) use decode::text;
pub(crate) use ledger::ledger;

/// Reads plain text.
pub(crate) fn read(text: &str) -> Document {
    let hyphens = words(text);
    let mut sheets: Vec<&str> = text.split('\u{c}').collect();
    let marked = sheets.len() > 1;
    if marked && sheets.last().is_some_and(|sheet| sheet.trim().is_empty()) {
        sheets.pop();
    }
    let mut blocks = Vec::new();
    let mut tables = 0;
    let mut line = 1;
    for (index, sheet) in sheets.iter().enumerate() {
        let page = marked.then(|| PageNumber::from_index(index));
        let from = blocks.len();
        let chunks = chunks(sheet, line);
        for (index, chunk) in chunks.iter().enumerate() {
            chunk.read(page, chunks.get(index + 1), &hyphens, &mut tables, &mut blocks);
        }
        continuation::join(&mut blocks, from, &hyphens);
        line += sheet.matches('\n').count() as u32;
    }
    let pages = if marked { ledger(&blocks, sheets.len()) } else { Vec::new() };
    Document { format: Format::Text, title: None, pages, blocks, furniture: Vec::new(), citations: Vec::new() }
}

/// The words of a text, by which broken words are told from hyphenated ones.
pub(crate) fn words(text: &str) -> Hyphens {
    let mut hyphens = Hyphens::default();
    text.split_whitespace().for_each(|word| hyphens.note(word));
    hyphens
}

/// The lines of a page between blank lines; `first` is the file's line the page begins in.
fn chunks(sheet: &str, first: u32) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut lines = Vec::new();
    for (index, text) in sheet.lines().enumerate() {
        if text.trim().is_empty() {
            chunks.push(std::mem::take(&mut lines));
        } else {
            lines.push(Line { number: first + index as u32, text });
        }
    }
    chunks.push(lines);
    chunks.into_iter().filter(|lines| !lines.is_empty()).map(Chunk::of).collect()
}

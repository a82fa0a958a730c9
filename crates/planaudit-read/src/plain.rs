//! Plain text: paragraphs by blank lines, pages by form feeds, and what a line's look says about it.

mod decode;
pub(crate) mod joiner;
mod ledger;
pub(crate) mod marks;

use crate::document::{BlockKind, Document, PageNumber};
use crate::format::Format;
use crate::lines::Hyphens;

pub(crate) use decode::decode;
use joiner::LineJoiner;
pub(crate) use ledger::ledger;

/// Reads plain text.
pub(crate) fn read(text: &str) -> Document {
    let sheets: Vec<&str> = text.split('\u{c}').collect();
    let marked = sheets.len() > 1;
    let mut blocks = Vec::new();
    let hyphens = words(text);
    for (index, sheet) in sheets.iter().enumerate() {
        let page = marked.then(|| PageNumber::from_index(index));
        let mut joiner = LineJoiner::new(&hyphens);
        for (line, text) in sheet.lines().enumerate() {
            if text.trim().is_empty() {
                blocks.extend(std::mem::replace(&mut joiner, LineJoiner::new(&hyphens)).finish(BlockKind::Paragraph));
            } else {
                joiner.start_line(page, line as u32 + 1);
                joiner.push(text, false);
            }
        }
        blocks.extend(joiner.finish(BlockKind::Paragraph));
    }
    let pages = if marked { ledger(&blocks, sheets.len()) } else { Vec::new() };
    Document { format: Format::Text, title: None, pages, blocks, furniture: Vec::new() }
}

/// The words of a text, by which broken words are told from hyphenated ones.
pub(crate) fn words(text: &str) -> Hyphens {
    let mut hyphens = Hyphens::default();
    text.split_whitespace().for_each(|word| hyphens.note(word));
    hyphens
}

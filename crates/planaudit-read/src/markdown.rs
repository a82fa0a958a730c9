//! Markdown, written by hand or converted from print.

mod blocks;
mod footnotes;
mod source;
mod tags;

use crate::document::{Block, Document};
use crate::format::Format;
use crate::ledger::PageNumber;
use crate::plain::{continuation, ledger, words};

/// Reads Markdown.
pub(crate) fn read(text: &str) -> Document {
    let source = source::Source::of(text);
    let hyphens = words(text);
    let mut blocks: Vec<Block> = Vec::new();
    let mut tables = 0;
    for (index, sheet) in source.sheets.iter().enumerate() {
        let page = source.paged.then(|| PageNumber::from_index(index));
        let (mut page_blocks, counted) = blocks::Writer::new(page, &blocks, tables, &hyphens).read(sheet);
        tables = counted;
        footnotes::mark(&mut page_blocks, source.paged);
        let from = blocks.len();
        blocks.extend(page_blocks.into_iter().map(|numbered| numbered.block));
        continuation::join(&mut blocks, from, &hyphens);
    }
    let pages = if source.paged { ledger(&blocks, source.sheets.len()) } else { Vec::new() };
    Document {
        format: Format::Markdown,
        title: source.title,
        pages,
        blocks,
        furniture: Vec::new(),
        citations: Vec::new(),
    }
}

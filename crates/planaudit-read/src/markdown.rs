//! Markdown, written by hand or converted from print.

mod blocks;
mod footnotes;
mod source;
mod tags;

use crate::document::{Block, BlockKind, Document, PageNumber};
use crate::format::Format;
use crate::lines::Hyphens;
use crate::plain::{joiner, ledger, marks, words};

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
        join_continuations(&mut blocks, from, &hyphens);
    }
    let pages = if source.paged { ledger(&blocks, source.sheets.len()) } else { Vec::new() };
    Document { format: Format::Markdown, title: source.title, pages, blocks, furniture: Vec::new() }
}

/// Joins paragraphs of the page that begins at `from` to what they continue.
fn join_continuations(blocks: &mut Vec<Block>, from: usize, hyphens: &Hyphens) {
    let new = blocks.split_off(from);
    for (index, block) in new.into_iter().enumerate() {
        let above = if index == 0 {
            // Footnotes may stand between a paragraph and its rest on the next page.
            blocks.iter_mut().rfind(|block| block.kind != BlockKind::Footnote)
        } else {
            blocks.last_mut()
        };
        match above {
            Some(above) if continues(above, &block) => joiner::append(above, block, hyphens),
            _ => blocks.push(block),
        }
    }
}

/// Whether the text above stops in mid-sentence and the text below begins in lower case.
fn continues(above: &Block, below: &Block) -> bool {
    matches!(above.kind, BlockKind::Paragraph | BlockKind::ListItem { .. })
        && below.kind == BlockKind::Paragraph
        && below.text.starts_with(char::is_lowercase)
        && !marks::is_closed(&above.text)
}

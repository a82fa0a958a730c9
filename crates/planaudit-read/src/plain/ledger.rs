//! The ledger of pages for formats whose pages are marked in the text.

use crate::document::{Block, CELL_SEPARATOR};
use crate::ledger::{Page, PageKind, PageNumber};

/// One entry for each of `count` pages, with the words the blocks put on it.
pub(crate) fn ledger(blocks: &[Block], count: usize) -> Vec<Page> {
    let mut words = vec![0_u32; count];
    for block in blocks {
        for (index, line) in block.lines.iter().enumerate() {
            let end = block.lines.get(index + 1).map_or(block.text.len(), |next| next.at);
            let printed = &block.text[line.at..end];
            let count = printed.split_whitespace().filter(|word| *word != CELL_SEPARATOR.trim()).count();
            if let Some(page) = line.page
                && let Some(total) = words.get_mut(page.get() as usize - 1)
            {
                *total += count as u32;
            }
        }
    }
    words
        .into_iter()
        .enumerate()
        .map(|(index, words)| {
            let kind = if words == 0 { PageKind::Blank } else { PageKind::Text };
            Page::new(PageNumber::from_index(index), kind, words)
        })
        .collect()
}

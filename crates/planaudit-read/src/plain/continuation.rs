//! Paragraphs that go on after a blank line or the turn of a page.

use super::{joiner, marks};
use crate::document::{Block, BlockKind};
use crate::lines::Hyphens;

/// Joins paragraphs of the page whose blocks begin at `from` to what they continue.
pub(crate) fn join(blocks: &mut Vec<Block>, from: usize, hyphens: &Hyphens) {
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

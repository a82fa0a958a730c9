//! A paragraph whose pieces are all there, and the block it turns out to be.

use crate::document::{Block, BlockKind};
use crate::plain::joiner::{self, LineJoiner};
use crate::plain::marks;

/// A finished paragraph.
pub(crate) struct Finished {
    pub(crate) block: Block,
    /// Whether all of it is bold.
    pub(crate) strong: bool,
    /// Whether it is a heading by its style, not by its look.
    pub(crate) styled_heading: bool,
    /// The notes it cites, by their number in the document.
    pub(crate) notes: Vec<u32>,
}

/// What text without a telling style is, by its look. `heading` is the level of the last heading by style.
pub(crate) fn by_look(joiner: &LineJoiner<'_>, heading: u8) -> BlockKind {
    let text = joiner.text();
    if marks::is_caption(text) {
        BlockKind::Caption
    } else if joiner.is_all_strong() && marks::may_be_heading(text) && marks::after_glyph(text).is_none() {
        BlockKind::Heading { level: (heading + 1).min(6) }
    } else {
        BlockKind::Paragraph
    }
}

/// The block, unless nothing was written; a bullet typed as a letter is taken off and makes a list item. `notes` are those
/// it cites.
pub(crate) fn finish(
    joiner: LineJoiner<'static>,
    kind: BlockKind,
    styled_heading: bool,
    notes: Vec<u32>,
) -> Option<Finished> {
    let strong = joiner.is_all_strong();
    let mut block = joiner.finish(kind)?;
    if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. })
        && let Some(rest) = marks::after_glyph(&block.text)
    {
        let cut = block.text.len() - rest.len();
        joiner::cut_start(&mut block, cut);
        if block.kind == BlockKind::Paragraph {
            block.kind = BlockKind::ListItem { depth: 0 };
        }
    }
    (!block.text.is_empty()).then_some(Finished { block, strong, styled_heading, notes })
}

/// Adds text to a paragraph; raised figures stay raised.
pub(crate) fn push(joiner: &mut LineJoiner<'_>, text: &str, strong: bool, raised: bool) {
    if raised && text.chars().all(|letter| letter.is_ascii_digit() || letter == ',') {
        joiner.push(&text.chars().map(marks::raised).collect::<String>(), strong);
    } else {
        joiner.push(text, strong);
    }
}

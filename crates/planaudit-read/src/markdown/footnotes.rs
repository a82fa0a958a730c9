//! Footnotes set as ordinary paragraphs or numbered items at the foot of a page.

use super::blocks::Numbered;
use crate::document::{Block, BlockKind};
use crate::plain::{joiner, marks};

/// Makes footnotes of the blocks of a page that are: those with a raised number anywhere; on a marked page, those at
/// its foot whose number the page's text raises, and a single numbered one.
pub(super) fn mark(blocks: &mut [Numbered], paged: bool) {
    for numbered in &mut *blocks {
        let raised = numbered.block.text.starts_with(|letter| "¹²³⁴⁵⁶⁷⁸⁹".contains(letter));
        if raised && numbered.block.kind == BlockKind::Paragraph {
            make_footnote(&mut numbered.block);
        }
    }
    if !paged {
        return;
    }
    let foot: Vec<(usize, u32)> = blocks
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, numbered)| numbered.block.kind != BlockKind::Footnote)
        .map_while(|(index, numbered)| Some((index, candidate(numbered)?)))
        .collect();
    let above = blocks.len() - foot.len();
    let called = |number| blocks[..above].iter().any(|numbered| marks::refers_to(&numbered.block.text, number));
    let mut run = foot.iter().take_while(|(_, number)| called(*number)).count();
    // A list of which only the last items happen to be called for ("30 m²") is a list.
    if let (Some((_, lowest)), Some((_, next))) = (run.checked_sub(1).and_then(|last| foot.get(last)), foot.get(run))
        && *next + 1 == *lowest
    {
        run = 0;
    }
    let paragraphs = foot.iter().take_while(|(index, _)| blocks[*index].number.is_none()).count();
    let alone = usize::from(foot.len() == 1);
    for (index, _) in &foot[..run.max(paragraphs).max(alone)] {
        make_footnote(&mut blocks[*index].block);
    }
}

/// The number of a block that may be a footnote: an item of a numbered list, or a sentence after a number.
fn candidate(numbered: &Numbered) -> Option<u32> {
    match numbered.block.kind {
        BlockKind::ListItem { depth: 0 } => numbered.number,
        BlockKind::Paragraph => {
            let (number, _) = marks::footnote(&numbered.block.text)?;
            let words = numbered.block.text.split_whitespace().count();
            (number < 100 && words > 4 && marks::is_closed(&numbered.block.text)).then_some(number)
        }
        _ => None,
    }
}

fn make_footnote(block: &mut Block) {
    if block.kind == BlockKind::Paragraph
        && let Some((_, rest)) = marks::footnote(&block.text)
    {
        let cut = block.text.len() - rest.len();
        joiner::cut_start(block, cut);
    }
    block.kind = BlockKind::Footnote;
}

//! Lines become paragraphs, list items and rows; a paragraph may run on over a column or a page.

use super::columns::Flow;
use super::contents;
use super::continued::OpenTable;
use super::group::Group;
use super::headings;
use super::kinds;
use super::line::Line;
use super::notes;
use super::outline::Listed;
use super::pieces::Piece;
use super::ranking;
use super::rows::{push_word, row_block};
use super::signed;
use super::tables::TableRow;
use crate::document::{Block, BlockKind, Citation};
use crate::ledger::PageNumber;
use crate::lines::{Hyphens, Running, after_bullet, after_number};

/// What is usual in a document; everything else is told by how it differs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usual {
    /// The size of running text.
    pub(super) size: f32,
    /// From one baseline to the next, in ems.
    pub(super) pitch: f32,
    /// The ink of running text.
    pub(super) colour: u16,
}

/// A page's content in reading order.
pub(super) struct PageFlow {
    pub(super) number: PageNumber,
    pub(super) height: f32,
    pub(super) flow: Vec<Flow>,
}

/// What becomes a block.
pub(super) enum Part {
    Group(Group),
    Row(u32, TableRow, PageNumber),
}

/// Builds the document's blocks from its pages, and ties its notes to them.
pub(super) fn build(
    pages: Vec<PageFlow>,
    usual: Usual,
    hyphens: &Hyphens,
    bookmarks: &[Listed],
) -> (Vec<Block>, Vec<Citation>) {
    let mut parts: Vec<Part> = Vec::new();
    // The group that took the last line.
    let mut open = 0;
    let mut tables = 0;
    let mut table: Option<OpenTable> = None;
    for page in pages {
        for (index, element) in page.flow.into_iter().enumerate() {
            match element {
                Flow::Line(line) => {
                    let line = Line::new(page.number, page.height, line);
                    let taker = taker(&parts, open, &line, usual);
                    open = taker.unwrap_or(parts.len());
                    match parts.get_mut(open) {
                        Some(Part::Group(group)) => group.lines.push(line),
                        _ => parts.push(Part::Group(Group::new(line))),
                    }
                }
                Flow::Table(mut body) => {
                    let ended =
                        parts.iter().rev().find(|part| !part.is_note(usual)).is_none_or(|part| part.group().is_some());
                    let goes_on = index == 0
                        && !ended
                        && table.as_mut().is_some_and(|open| open.takes(&mut parts, &mut body, page.number));
                    if !goes_on {
                        table = Some(OpenTable::new(tables, page.number, parts.len(), &body, usual.size));
                        tables += 1;
                    }
                    let number = table.as_ref().map_or(0, |open| open.number);
                    parts.extend(body.rows.into_iter().map(|row| Part::Row(number, row, page.number)));
                }
            }
        }
    }
    let levels = headings::levels(parts.iter().filter_map(Part::group), usual);
    let mut depths = kinds::Depths::default();
    let kinds: Vec<Option<BlockKind>> =
        parts.iter().map(|part| part.group().map(|group| kinds::kind(group, usual, &levels, &mut depths))).collect();
    let (parts, mut kinds) = signed::join(parts, kinds, usual);
    let contents = contents::read(&parts, &kinds);
    ranking::settle(&parts, &mut kinds, &levels, bookmarks, &contents);
    notes::star(&parts, &mut kinds, usual);
    let own_marks = notes::own(&parts, &kinds);
    let (mut blocks, mut noted) = (Vec::with_capacity(parts.len()), Vec::new());
    let mut marks = notes::Marks::default();
    for ((part, kind), own) in parts.into_iter().zip(kinds).zip(own_marks) {
        if own.is_none() {
            // A mark alone in its line belongs to what stands before it.
            let alone = part.group().is_some_and(|group| !group.text().contains(char::is_alphabetic));
            marks.add(&part, blocks.len().saturating_sub(usize::from(alone)));
        }
        let block = match part {
            Part::Row(table, row, page) => row_block(table, row, page, hyphens),
            Part::Group(group) => group.block(kind.unwrap_or(BlockKind::Paragraph), hyphens),
        };
        if !block.text.is_empty() {
            noted.extend(own.map(|mark| (mark, blocks.len())));
            blocks.push(block);
        }
    }
    (blocks, notes::tie(noted, marks))
}

/// The group that a line goes on with: the one that took the last line, or the one before the notes at the foot of its
/// page or column.
fn taker(parts: &[Part], open: usize, line: &Line, usual: Usual) -> Option<usize> {
    let last = parts.len().checked_sub(1)?;
    let group = |at: usize| parts.get(at).and_then(Part::group);
    // A table has come between where the open group is neither the last part nor before a note.
    let before_notes = last.checked_sub(parts.iter().rev().take_while(|part| part.is_note(usual)).count());
    if (open == last || Some(open) == before_notes) && group(open)?.takes(line, usual) {
        return Some(open);
    }
    let before = before_notes.filter(|&before| before < last && open == last)?;
    let flows_over = group(before)?.lines.last().is_some_and(|end| end.flows_over_to(line));
    (flows_over && group(before)?.takes(line, usual)).then_some(before)
}

impl Part {
    fn is_note(&self, usual: Usual) -> bool {
        self.group().is_some_and(|group| kinds::opens_footnote(&group.lines[0], usual))
    }

    pub(super) fn group(&self) -> Option<&Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Row(..) => None,
        }
    }
}

impl Group {
    fn block(self, kind: BlockKind, hyphens: &Hyphens) -> Block {
        let takes_mark_off = matches!(kind, BlockKind::ListItem { .. });
        let mut running = Running::default();
        for (index, line) in self.lines.iter().enumerate() {
            running.line(Some(line.page), line.printed.piece.row as u32 + 1);
            let words = &line.printed.piece.words;
            if index == 0 && takes_mark_off {
                push_without_mark(&mut running, &line.printed.piece, hyphens);
                continue;
            }
            for word in words {
                push_word(&mut running, word, hyphens);
            }
        }
        let (text, lines, strong) = running.finish();
        Block { kind, text, lines, strong }
    }
}

fn push_without_mark(running: &mut Running, piece: &Piece, hyphens: &Hyphens) {
    let Some((first, rest)) = piece.words.split_first() else { return };
    if after_number(&format!("{} x", first.text)).is_none() {
        let text = after_bullet(&first.text).unwrap_or(&first.text);
        running.word(text, first.bold, hyphens);
    }
    for word in rest {
        push_word(running, word, hyphens);
    }
}

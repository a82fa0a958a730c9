//! Lines become paragraphs, list items and rows; a paragraph may run on over a column or a page.

use super::columns::{Flow, FlowLine};
use super::headings;
use super::kinds;
use super::people;
use super::pieces::Piece;
use super::rows::{push_word, row_block};
use super::tables::TableRow;
use crate::document::{Block, BlockKind};
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

/// A line with its page.
pub(super) struct Line {
    pub(super) page: PageNumber,
    /// Its baseline as a share of the page's height.
    pub(super) depth: f32,
    pub(super) printed: FlowLine,
    text: String,
}

/// Lines that read on.
pub(super) struct Group {
    pub(super) lines: Vec<Line>,
    pub(super) mark: Option<Mark>,
}

/// The bullet or number a list item begins with.
pub(super) struct Mark {
    /// Where the mark stands, and where the text after it.
    pub(super) x: f32,
    pub(super) text_x: f32,
    /// A bullet is taken off the text; so is a number, except a heading's.
    pub(super) numbered: bool,
}

enum Part {
    Group(Group),
    Row(u32, TableRow, PageNumber),
}

/// Builds the document's blocks from its pages.
pub(super) fn build(pages: Vec<PageFlow>, usual: Usual, hyphens: &Hyphens) -> Vec<Block> {
    let mut parts: Vec<Part> = Vec::new();
    // The group that took the last line.
    let mut open = 0;
    let mut tables = 0;
    for page in pages {
        for element in page.flow {
            match element {
                Flow::Line(line) => {
                    let text = line.piece.text();
                    let depth = line.piece.base / page.height.max(1.0);
                    let line = Line { page: page.number, depth, printed: line, text };
                    let taker = taker(&parts, open, &line, usual);
                    open = taker.unwrap_or(parts.len());
                    match parts.get_mut(open) {
                        Some(Part::Group(group)) => group.lines.push(line),
                        _ => parts.push(Part::Group(Group::new(line))),
                    }
                }
                Flow::Table(body) => {
                    parts.extend(body.rows.into_iter().map(|row| Part::Row(tables, row, page.number)));
                    tables += 1;
                }
            }
        }
    }
    let levels = headings::levels(parts.iter().filter_map(Part::group), usual);
    let mut depths = kinds::Depths::default();
    let block = |part: Part| match part {
        Part::Row(table, row, page) => row_block(table, row, page, hyphens),
        Part::Group(group) => {
            let kind = kinds::kind(&group, usual, &levels, &mut depths);
            group.block(kind, hyphens)
        }
    };
    parts.into_iter().map(block).filter(|block| !block.text.is_empty()).collect()
}

/// The group that a line goes on with: the one that took the last line, or the one before the notes at the foot of its
/// page or column.
fn taker(parts: &[Part], open: usize, line: &Line, usual: Usual) -> Option<usize> {
    let last = parts.len().checked_sub(1)?;
    let group = |at: usize| parts.get(at).and_then(Part::group);
    // A table has come between where the open group is neither the last part nor before a note.
    let is_note = |part: &Part| part.group().is_some_and(|group| kinds::opens_footnote(&group.lines[0], usual));
    let before_notes = last.checked_sub(parts.iter().rev().take_while(|part| is_note(part)).count());
    if (open == last || Some(open) == before_notes) && group(open)?.takes(line, usual) {
        return Some(open);
    }
    let before = before_notes.filter(|&before| before < last && open == last)?;
    let flows_over = group(before)?.lines.last().is_some_and(|end| end.flows_over_to(line));
    (flows_over && group(before)?.takes(line, usual)).then_some(before)
}

impl Part {
    fn group(&self) -> Option<&Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Row(..) => None,
        }
    }
}

impl Line {
    pub(super) fn size(&self) -> f32 {
        self.printed.piece.size
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn is_full(&self) -> bool {
        self.printed.right - self.printed.piece.x1 < 0.12 * (self.printed.right - self.printed.left)
    }

    fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?', ':'])
    }

    /// Whether `next` stands in another column or on another page.
    fn flows_over_to(&self, next: &Line) -> bool {
        let (before, here) = (&self.printed.piece, &next.printed.piece);
        self.page != next.page || here.base < before.base - before.size.max(here.size) || here.x0 > before.x1
    }

    /// Whether the first word of `next` would have fitted behind this line.
    fn has_room_for(&self, next: &Line) -> bool {
        let word = next.printed.piece.words.first().map_or(0.0, |word| word.x1 - word.x0);
        self.printed.right - self.printed.piece.x1 > word + 0.8 * self.size()
    }
}

impl Group {
    fn new(line: Line) -> Self {
        let mark = mark(&line);
        Self { lines: vec![line], mark }
    }

    /// The size its first line has.
    pub(super) fn size(&self) -> f32 {
        self.lines.first().map_or(0.0, Line::size)
    }

    pub(super) fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn is_bold(&self) -> bool {
        self.lines.iter().all(|line| line.printed.piece.is_bold())
    }

    pub(super) fn is_italic(&self) -> bool {
        self.lines.iter().all(|line| line.printed.piece.is_italic())
    }

    fn takes(&self, next: &Line, usual: Usual) -> bool {
        let Some(last) = self.lines.last() else { return false };
        let (before, here) = (&last.printed.piece, &next.printed.piece);
        let em = before.size.max(here.size);
        let resized = (here.size / before.size - 1.0).abs() > 0.1 && !people::is_name(&last.text);
        if resized || last.text.contains("....") || next.text.contains("....") {
            return false;
        }
        let flows_over = last.flows_over_to(next);
        let noted = next.text.starts_with('[') || kinds::opens_footnote(last, usual) && last.page == next.page;
        if noted && kinds::opens_footnote(next, usual) || kinds::is_caption(&next.text) && !last.is_full() {
            return false;
        }
        if flows_over {
            return mark(next).is_none() && self.flows_over(last, next, usual);
        }
        if let Some(mark) = mark(next) {
            // "… by 3" on one line and "2. The" on the next would be odd; a full line that does not end is rarer still.
            let wrapped = mark.numbered && last.is_full() && !last.ends_sentence() && self.mark.is_none();
            if !wrapped {
                return false;
            }
        }
        let gap = here.base - before.base;
        // A name and the role under it belong together, whatever their weights and inks.
        if self.lines.len() == 1
            && people::is_name(&last.text)
            && people::names_role(&next.text)
            && mark(next).is_none()
        {
            return gap > 0.4 * em && gap < 2.4 * em && self.indent_reads_on(last, next);
        }
        if gap < 0.4 * em || gap > self.widest_pitch(usual) * em || !weight_reads_on(before, here) {
            return false;
        }
        if before.is_tinted(usual.colour) && here.words.first().is_some_and(|word| word.colour == usual.colour) {
            return false;
        }
        if last.ends_sentence() && last.has_room_for(next) && !last.text.ends_with(':') {
            return false;
        }
        self.indent_reads_on(last, next)
    }

    fn widest_pitch(&self, usual: Usual) -> f32 {
        let mut pitches: Vec<f32> = self
            .lines
            .windows(2)
            .filter(|pair| pair[0].page == pair[1].page)
            .map(|pair| (pair[1].printed.piece.base - pair[0].printed.piece.base) / pair[1].size())
            .filter(|pitch| *pitch > 0.0)
            .collect();
        pitches.sort_by(f32::total_cmp);
        match pitches.get(pitches.len() / 2) {
            Some(median) => median * 1.2 + 0.05,
            None if self.size() > 1.15 * usual.size => usual.pitch.max(1.35) * 1.1,
            None => usual.pitch * 1.22,
        }
    }

    fn indent_reads_on(&self, last: &Line, next: &Line) -> bool {
        let (before, here) = (&last.printed.piece, &next.printed.piece);
        let em = here.size;
        if let Some(mark) = &self.mark {
            return if here.x0 >= mark.text_x - 0.8 * em {
                here.x0 <= mark.text_x + 2.0 * em
            } else {
                // Items without a hanging indent.
                here.x0 >= mark.x - 0.5 * em && (!last.has_room_for(next) || next.text.starts_with(char::is_lowercase))
            };
        }
        let centred = ((before.x0 + before.x1) - (here.x0 + here.x1)).abs() < 1.6 * em;
        let shift = here.x0 - before.x0;
        if centred {
            true
        } else if shift > 0.9 * em {
            self.lines.len() == 1 && !last.ends_sentence() && shift < 6.0 * em
        } else if shift < -0.9 * em {
            self.lines.len() == 1 && shift > -6.0 * em
        } else {
            true
        }
    }

    /// Whether a line in the next column or on the next page goes on with the sentence.
    fn flows_over(&self, last: &Line, next: &Line, usual: Usual) -> bool {
        if last.ends_sentence()
            || (self.size() / usual.size - 1.0).abs() > 0.12
            || next.page.get() > last.page.get() + 1
        {
            return false;
        }
        let before = &last.printed.piece;
        let words: usize = self.lines.iter().map(|line| line.printed.piece.words.len()).sum();
        if words < 4 || !weight_reads_on(before, &next.printed.piece) || before.is_bold() {
            return false;
        }
        let low = next.text.starts_with(|c: char| c.is_lowercase());
        // A full line within a paragraph that ends no sentence reads on, whatever follows in the same dress.
        let midway = self.lines.len() > 1
            && self.mark.is_none()
            && words >= 5 * self.lines.len()
            && last.is_full()
            && (next.size() / last.size() - 1.0).abs() < 0.03
            && before.is_tinted(usual.colour) == next.printed.piece.is_tinted(usual.colour)
            && !next.printed.piece.is_bold();
        low || midway || last.text.ends_with([',', '-', '\u{ad}', '\u{2010}', '–']) && last.is_full()
    }

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

/// The mark of a line that begins a list item.
fn mark(line: &Line) -> Option<Mark> {
    let piece = &line.printed.piece;
    let numbered = after_number(&line.text).is_some();
    if !numbered && after_bullet(&line.text).is_none_or(str::is_empty) {
        return None;
    }
    let first = piece.words.first()?;
    let own_word = numbered || after_bullet(&first.text) == Some("");
    let text_x = if own_word { piece.words.get(1)?.x0 } else { first.x0 + first.size };
    Some(Mark { x: piece.x0, text_x, numbered })
}

/// Whether bold and plain follow each other as they do within a paragraph.
fn weight_reads_on(before: &Piece, here: &Piece) -> bool {
    let ends = before.words.last().is_some_and(|word| word.bold);
    let starts = here.words.first().is_some_and(|word| word.bold);
    ends == starts || !(before.is_bold() || here.is_bold())
}

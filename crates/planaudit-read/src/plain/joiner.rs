//! Joins the pieces of a block as they come, bold or not, cell by cell, into the one line of its text.
#![cfg_attr(not(feature = "markdown"), allow(dead_code, reason = "the other readers need only a part"))]

use std::ops::Range;

use crate::document::{Block, BlockKind, CELL_SEPARATOR, LineStart};
use crate::ledger::PageNumber;
use crate::lines::Hyphens;

/// Takes the pieces of a block in reading order and gives the block.
#[derive(Debug, Default)]
pub(crate) struct LineJoiner<'a> {
    /// To mend words broken at a line's end; without it nothing is mended.
    hyphens: Option<&'a Hyphens>,
    text: String,
    lines: Vec<LineStart>,
    strong: Vec<Range<usize>>,
    cells: Vec<Range<usize>>,
    cell_start: usize,
    waiting_line: Option<(Option<PageNumber>, u32)>,
    waiting_space: bool,
    soft_hyphen: bool,
    light: bool,
}

impl<'a> LineJoiner<'a> {
    /// A joiner for a format with printed lines.
    pub(crate) fn new(hyphens: &'a Hyphens) -> Self {
        Self { hyphens: Some(hyphens), ..Self::default() }
    }

    /// What follows is printed on another line.
    pub(crate) fn start_line(&mut self, page: Option<PageNumber>, line: u32) {
        self.waiting_line = Some((page, line));
        self.waiting_space = true;
    }

    /// Adds a piece of the current line. Pieces touch unless white space stands at an edge.
    pub(crate) fn push(&mut self, piece: &str, strong: bool) {
        for (at, letter) in piece.char_indices() {
            match letter {
                '\u{ad}' => self.soft_hyphen = true,
                '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                _ if letter.is_whitespace() || letter.is_control() => self.waiting_space = true,
                _ => self.push_letter(letter, &piece[at..], strong),
            }
        }
    }

    fn push_letter(&mut self, letter: char, rest: &str, strong: bool) {
        let before = self.text.len();
        let cell_begins = before == self.cell_start;
        let soft_hyphen = std::mem::take(&mut self.soft_hyphen);
        let space = std::mem::take(&mut self.waiting_space) && !cell_begins;
        if let Some((page, line)) = self.waiting_line.take() {
            if !cell_begins && !soft_hyphen {
                close_seam(&mut self.text, rest, self.hyphens);
            }
            let at = if self.lines.is_empty() { 0 } else { self.text.len() };
            self.lines.push(LineStart { at, page, line });
        } else if space {
            self.text.push(' ');
        }
        let start = self.text.len();
        if let Some(range) = self.strong.last_mut() {
            // A hyphen taken off at the seam may have been bold.
            range.end = range.end.min(start);
        }
        self.text.push(letter);
        if !strong {
            self.light = true;
            return;
        }
        match self.strong.last_mut() {
            Some(range) if range.end == before.min(start) && !cell_begins => range.end = self.text.len(),
            _ => self.strong.push(start..self.text.len()),
        }
    }

    /// Ends a table cell and begins the next.
    pub(crate) fn next_cell(&mut self) {
        self.cells.push(self.cell_start..self.text.len());
        self.text.push_str(CELL_SEPARATOR);
        self.cell_start = self.text.len();
        self.waiting_space = false;
    }

    /// Whether nothing but white space has come yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether every letter so far is bold, and there is one.
    pub(crate) fn is_all_strong(&self) -> bool {
        !self.light && !self.strong.is_empty()
    }

    /// What has been joined so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The block, unless it is empty.
    pub(crate) fn finish(mut self, kind: BlockKind) -> Option<Block> {
        if self.text.is_empty() {
            return None;
        }
        if self.lines.is_empty() {
            self.lines.push(LineStart { at: 0, page: None, line: 0 });
        }
        if !self.light {
            self.strong.clear();
        }
        Some(Block { kind, text: self.text, lines: self.lines, strong: self.strong })
    }

    /// The cells as a table row, unless all of them are empty.
    pub(crate) fn finish_row(mut self, table: u32, header: bool) -> Option<Block> {
        self.cells.push(self.cell_start..self.text.len());
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().all(|cell| cell.start == cell.end) {
            return None;
        }
        self.finish(BlockKind::TableRow { table, header, cells })
    }
}

/// Adds a block's text to the block it continues, as another printed line.
pub(crate) fn append(block: &mut Block, next: Block, hyphens: &Hyphens) {
    close_seam(&mut block.text, &next.text, Some(hyphens));
    let shift = block.text.len();
    // A hyphen taken off at the seam may have been bold.
    block.strong.retain_mut(|range| {
        range.end = range.end.min(shift);
        range.start < range.end
    });
    block.text.push_str(&next.text);
    block.lines.extend(next.lines.into_iter().map(|line| LineStart { at: line.at + shift, ..line }));
    block.strong.extend(next.strong.into_iter().map(|range| range.start + shift..range.end + shift));
}

/// Takes `cut` bytes off a block's start: a bullet or a note's number.
pub(crate) fn cut_start(block: &mut Block, cut: usize) {
    block.text.drain(..cut);
    for line in &mut block.lines {
        line.at = line.at.saturating_sub(cut);
    }
    block.strong.retain_mut(|range| {
        *range = range.start.saturating_sub(cut)..range.end.saturating_sub(cut);
        range.start < range.end
    });
}

/// Readies `text` to be followed by the line `next`: a space, nothing, or the hyphen of a broken word taken off.
fn close_seam(text: &mut String, next: &str, hyphens: Option<&Hyphens>) {
    let Some(first) = next.chars().next() else { return };
    let mut ends = text.chars().rev();
    let (last, but_one) = (ends.next(), ends.next());
    let between = |test: fn(char) -> bool| but_one.is_some_and(test) && test(first);
    match last {
        Some('-' | '\u{2010}') if between(char::is_alphanumeric) => {
            let Some(hyphens) = hyphens else { return text.push(' ') };
            let left = text.trim_end_matches(['-', '\u{2010}']).rsplit(' ').next().unwrap_or_default();
            let word = |letter: char| !letter.is_alphanumeric();
            match next.split(word).next().unwrap_or_default() {
                // "ante- and postnatal": the hyphen waits for a later word.
                "and" | "or" | "to" | "nor" => text.push(' '),
                _ if hyphens.keeps(left, next) => {}
                _ => drop(text.pop()),
            }
        }
        Some('/') if between(char::is_alphanumeric) => {}
        Some('–') if between(|letter| letter.is_ascii_digit()) => {}
        _ => text.push(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let hyphens = Hyphens::default();
        let mut joiner = LineJoiner::new(&hyphens);
        for (index, line) in lines.iter().enumerate() {
            joiner.start_line(None, index as u32 + 1);
            joiner.push(line, false);
        }
        joiner.finish(BlockKind::Paragraph).map(|block| block.text).unwrap_or_default()
    }

    #[test]
    fn broken_words_are_made_whole() {
        assert_eq!(joined(&["Chil-", "dren and  young", "peo\u{ad}", "ple"]), "Children and young people");
    }

    #[test]
    fn hyphens_of_compounds_stay() {
        assert_eq!(joined(&["well-", "being"]), "well-being");
        assert_eq!(joined(&["face-to-", "face"]), "face-to-face");
        assert_eq!(joined(&["COVID-", "19"]), "COVID-19");
        assert_eq!(joined(&["ante-", "and postnatal"]), "ante- and postnatal");
        assert_eq!(joined(&["2022/", "23"]), "2022/23");
    }

    #[test]
    fn a_bold_hyphen_taken_off_between_blocks_leaves_no_mark() {
        let hyphens = Hyphens::default();
        let block = |piece: &str, strong| {
            let mut joiner = LineJoiner::new(&hyphens);
            joiner.push("A ", false);
            joiner.push(piece, strong);
            joiner.finish(BlockKind::Paragraph).expect("not empty")
        };
        let mut first = block("chil-", true);
        append(&mut first, Block { text: "ªdren".to_owned(), ..block("x", false) }, &hyphens);
        assert_eq!((first.text.as_str(), first.strong.first(), first.strong.len()), ("A chilªdren", Some(&(2..6)), 1));
    }

    #[test]
    fn bold_and_line_starts_point_at_their_text() {
        let mut joiner = LineJoiner::default();
        joiner.start_line(None, 1);
        joiner.push(" Every ", false);
        joiner.push("young ", true);
        joiner.start_line(None, 2);
        joiner.push("person", true);
        let block = joiner.finish(BlockKind::Paragraph).expect("not empty");
        assert_eq!(block.text, "Every young person");
        assert_eq!(block.strong.first(), Some(&(6..18)));
        assert_eq!(&block.text[block.lines[1].at..], "person");
    }
}

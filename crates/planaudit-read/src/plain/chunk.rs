//! The lines between two blank lines: a heading, a table, a list, a paragraph, or some of them in turn.

use super::joiner::LineJoiner;
use super::marks;
use crate::document::{Block, BlockKind};
use crate::ledger::PageNumber;
use crate::lines::{Hyphens, after_bullet, after_number};

/// A line and its number in the file.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) number: u32,
    pub(super) text: &'a str,
}

/// Lines with no blank line among them; at least one.
pub(super) struct Chunk<'a> {
    lines: Vec<Line<'a>>,
}

impl<'a> Chunk<'a> {
    pub(super) fn of(lines: Vec<Line<'a>>) -> Self {
        Self { lines }
    }

    /// Adds the chunk's blocks. `next` is the chunk after it.
    pub(super) fn read(
        &self,
        page: Option<PageNumber>,
        next: Option<&Chunk<'_>>,
        hyphens: &Hyphens,
        tables: &mut u32,
        blocks: &mut Vec<Block>,
    ) {
        if let Some((level, text, number)) = self.heading(next) {
            blocks.push(Block::one_line(BlockKind::Heading { level }, text, page, number));
            return;
        }
        let mut open =
            Open { page, hyphens, joiner: LineJoiner::new(hyphens), kind: BlockKind::Paragraph, indents: Vec::new() };
        let mut at = 0;
        while let Some(line) = self.lines.get(at) {
            let rows = self.lines[at..].iter().take_while(|line| cells(line.text).len() > 2).count();
            if rows > 1 {
                blocks.extend(open.close());
                blocks.extend(table(&self.lines[at..at + rows], page, *tables));
                *tables += 1;
                at += rows;
                continue;
            }
            let above = at.checked_sub(1).and_then(|above| self.lines.get(above));
            let may_begin = above.is_none_or(|above| above.text.trim_end().ends_with(':'));
            let under_way = open.kind != BlockKind::Paragraph;
            match item(line.text, may_begin || under_way) {
                Some(text) => {
                    blocks.extend(open.close());
                    let depth = open.depth(line.text);
                    open.kind = BlockKind::ListItem { depth };
                    open.add(line.number, text);
                }
                None => open.add(line.number, line.text),
            }
            at += 1;
        }
        blocks.extend(open.close());
    }

    /// Level, text and line of the heading this is, if it is one line set apart, or underlined.
    fn heading(&self, next: Option<&Chunk<'_>>) -> Option<(u8, String, u32)> {
        let first = self.lines.first()?;
        let text = first.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let underlined = match self.lines.as_slice() {
            [_] => None,
            [_, under] => [('=', 1), ('-', 2), ('~', 3)].into_iter().find_map(|(mark, level)| {
                let under = under.text.trim();
                (under.len() > 2 && under.chars().all(|letter| letter == mark)).then_some(level)
            }),
            _ => return None,
        };
        if self.lines.len() == 2 && underlined.is_none() {
            return None;
        }
        let level = underlined.or_else(|| level(&text, next.and_then(|next| next.lines.first())))?;
        Some((level, text, first.number))
    }
}

/// The level of a line set apart that looks like a heading: numbered, in capitals, or in title case.
fn level(text: &str, next: Option<&Line<'_>>) -> Option<u8> {
    if text.split_whitespace().count() > 12
        || !marks::may_be_heading(text)
        || marks::is_closed(text)
        || marks::is_caption(text)
    {
        return None;
    }
    let (label, rest) = text.split_once(' ').unwrap_or(("", text));
    let digits = label.trim_end_matches('.');
    let numbered = !digits.is_empty()
        && digits
            .split('.')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    let title = rest.trim_start();
    if numbered && title.starts_with(char::is_uppercase) {
        // "1. Buy" above "2. Sell" is a list.
        let dotted = digits.contains('.');
        let listed = !dotted && next.is_some_and(|next| after_number(next.text.trim_start()).is_some());
        return (!listed).then(|| digits.split('.').count().min(6) as u8);
    }
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() > 2 && !letters().any(char::is_lowercase) {
        return Some(1);
    }
    let mut long =
        text.split(' ').filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 3).peekable();
    let titled = long.peek().is_some()
        && long.all(|word| word.trim_start_matches(['(', '‘', '“']).starts_with(char::is_uppercase));
    (titled && text.starts_with(char::is_uppercase)).then_some(2)
}

/// The text of a list item, without its bullet or number. Dashes, stars and numbers count only where a list may
/// begin or is under way: a line of a paragraph may begin with them too.
fn item(line: &str, in_list: bool) -> Option<&str> {
    let line = line.trim();
    let bare = || after_bullet(line).or_else(|| after_number(line).map(|(_, text)| text));
    let found = marks::after_glyph(line).or_else(|| bare().filter(|_| in_list));
    found.filter(|text| !text.is_empty())
}

/// The cells of a line: what stands between tabs or runs of three and more blanks.
fn cells(line: &str) -> Vec<&str> {
    line.trim().split('\t').flat_map(|part| part.split("   ")).map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

fn table(lines: &[Line<'_>], page: Option<PageNumber>, table: u32) -> Vec<Block> {
    let headed = lines.first().is_some_and(|line| {
        cells(line.text).iter().all(|cell| !cell.starts_with(|letter: char| letter.is_ascii_digit() || letter == '£'))
    });
    let row = |(index, line): (usize, &Line<'_>)| {
        Block::row(table, headed && index == 0, cells(line.text), page, line.number)
    };
    lines.iter().enumerate().map(row).collect()
}

/// The block being written.
struct Open<'a> {
    page: Option<PageNumber>,
    hyphens: &'a Hyphens,
    joiner: LineJoiner<'a>,
    kind: BlockKind,
    /// The indents of the list levels open.
    indents: Vec<usize>,
}

impl Open<'_> {
    fn add(&mut self, line: u32, text: &str) {
        self.joiner.start_line(self.page, line);
        self.joiner.push(text.trim(), false);
    }

    fn close(&mut self) -> Option<Block> {
        let joiner = std::mem::replace(&mut self.joiner, LineJoiner::new(self.hyphens));
        let kind = std::mem::replace(&mut self.kind, BlockKind::Paragraph);
        let kind = match kind {
            BlockKind::Paragraph if marks::is_caption(joiner.text()) => BlockKind::Caption,
            kind => kind,
        };
        let mut block = joiner.finish(kind)?;
        if block.kind == BlockKind::Paragraph
            && block.text.starts_with(|letter| "¹²³⁴⁵⁶⁷⁸⁹".contains(letter))
            && let Some((_, rest)) = marks::footnote(&block.text)
        {
            let cut = block.text.len() - rest.len();
            super::joiner::cut_start(&mut block, cut);
            block.kind = BlockKind::Footnote;
        }
        Some(block)
    }

    /// The depth of an item by its indent among those above it.
    fn depth(&mut self, line: &str) -> u8 {
        let indent = line.chars().take_while(|letter| letter.is_whitespace()).count();
        self.indents.retain(|above| *above < indent);
        self.indents.push(indent);
        u8::try_from(self.indents.len() - 1).unwrap_or(u8::MAX)
    }
}

//! Lines that read on, and whether another goes on with them.

use super::blocks::Usual;
use super::kinds;
use super::line::Line;
use super::people;
use super::pieces::{Piece, is_note_list};
use super::tags::{Role, Tag};
use crate::lines::{after_bullet, after_number};

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

impl Group {
    pub(super) fn new(line: Line) -> Self {
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

    pub(super) fn takes(&self, next: &Line, usual: Usual) -> bool {
        let Some(last) = self.lines.last() else { return false };
        let (before, here) = (&last.printed.piece, &next.printed.piece);
        let em = before.size.max(here.size);
        if is_wrapped_note(last, next) {
            return true;
        }
        let resized = (here.size / before.size - 1.0).abs() > 0.1 && !people::is_name(last.text());
        if resized || last.text().contains("....") || next.text().contains("....") {
            return false;
        }
        let flows_over = last.flows_over_to(next);
        match (last.tag(), next.tag()) {
            (before, here) if before.block == 0 || here.block == 0 => {}
            (before, here) if before.block == here.block => {
                if self.goes_on_as_marked(last, next, usual) {
                    return true;
                }
            }
            // Another paragraph, unless the file takes each line for one or parts a name from its role.
            _ if !last.ends_sentence() && (last.is_full() || next.text().starts_with(char::is_lowercase)) => {}
            _ if self.is_signature() || people::is_name(last.text()) && people::is_role(next.text()) => {}
            _ => return false,
        }
        let noted = next.text().starts_with('[') || kinds::opens_footnote(last, usual) && last.page == next.page;
        if noted && kinds::opens_footnote(next, usual) || kinds::is_caption(next.text()) && !last.is_full() {
            return false;
        }
        if flows_over {
            return mark(next).is_none() && self.flows_over(last, next, usual);
        }
        if let Some(mark) = mark(next) {
            // "… by 3" on one line and "2. The" on the next would be odd; a full line that does not end is rarer still.
            let midway = last.is_full() && !last.ends_sentence();
            let wrapped = mark.numbered && self.mark.is_none() || self.goes_on_with_dash(next);
            if !midway || !wrapped {
                return false;
            }
        }
        let gap = here.base - before.base;
        // A name and the role under it belong together, whatever their weights and inks.
        if self.lines.len() == 1 && people::is_name(last.text()) && people::is_role(next.text()) && mark(next).is_none()
        {
            return gap > 0.4 * em && gap < 2.4 * em && self.indent_reads_on(last, next);
        }
        if gap < 0.4 * em || gap > self.widest_pitch(usual) * em || !weight_reads_on(before, here) {
            return false;
        }
        if before.is_tinted(usual.colour) && here.words.first().is_some_and(|word| word.colour == usual.colour) {
            return false;
        }
        if last.ends_sentence() && last.has_room_for(next) && !last.text().ends_with(':') {
            return false;
        }
        self.indent_reads_on(last, next)
    }

    /// Whether a line begins with a dash within a sentence rather than one that marks an item: level with the text above.
    fn goes_on_with_dash(&self, next: &Line) -> bool {
        let rest = next.text().strip_prefix(['-', '–']).and_then(|rest| rest.strip_prefix(' '));
        let level = self.mark.as_ref().is_some_and(|mark| {
            let x = next.printed.piece.x0;
            (x - mark.text_x).abs() < 0.3 * next.size() && x > mark.x + 0.5 * next.size()
        });
        level && rest.is_some_and(|rest| rest.starts_with(char::is_lowercase))
    }

    /// Whether a line that the file counts to the same paragraph lies so that it may.
    fn goes_on_as_marked(&self, last: &Line, next: &Line, usual: Usual) -> bool {
        let (before, here) = (&last.printed.piece, &next.printed.piece);
        let gap = (here.base - before.base) / before.size.max(here.size);
        let near = last.flows_over_to(next) || gap > 0.4 && gap < self.widest_pitch(usual) * 1.25;
        near && mark(next).is_none() && weight_reads_on(before, here)
    }

    /// Whether it is a name over a role so far.
    fn is_signature(&self) -> bool {
        let [name, roles @ ..] = &self.lines[..] else { return false };
        roles.len() < 5 && people::is_name(name.text()) && roles.iter().any(|line| people::names_role(line.text()))
    }

    /// What the file says of it.
    pub(super) fn tag(&self) -> Tag {
        self.lines.first().map(Line::tag).unwrap_or_default()
    }

    /// Whether the file marks it as a heading, and it may be one.
    pub(super) fn marked_heading(&self) -> Option<u8> {
        let Role::Heading(level) = self.tag().role else { return None };
        let words: usize = self.lines.iter().map(|line| line.printed.piece.words.len()).sum();
        let lettered = self.lines.iter().any(|line| line.text().contains(char::is_alphabetic));
        (words <= 40 && lettered).then_some(level)
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
                here.x0 >= mark.x - 0.5 * em
                    && (!last.has_room_for(next) || next.text().starts_with(char::is_lowercase))
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
        let low = next.text().starts_with(|c: char| c.is_lowercase());
        // A full line within a paragraph that ends no sentence reads on, whatever follows in the same dress.
        let midway = self.lines.len() > 1
            && self.mark.is_none()
            && words >= 5 * self.lines.len()
            && last.is_full()
            && (next.size() / last.size() - 1.0).abs() < 0.03
            && before.is_tinted(usual.colour) == next.printed.piece.is_tinted(usual.colour)
            && !next.printed.piece.is_bold();
        low || midway || last.text().ends_with([',', '-', '\u{ad}', '\u{2010}', '–']) && last.is_full()
    }
}

/// Whether a line is but the raised number of a note that found no room behind the last word.
fn is_wrapped_note(last: &Line, next: &Line) -> bool {
    let (before, here) = (&last.printed.piece, &next.printed.piece);
    let gap = here.base - before.base;
    let raised = here.size < 0.8 * before.size && gap > 0.3 * before.size && gap < 1.6 * before.size;
    raised && is_note_list(next.text()) && (here.x0 - before.x0).abs() < before.size && last.is_full()
}

/// The mark of a line that begins a list item.
fn mark(line: &Line) -> Option<Mark> {
    let piece = &line.printed.piece;
    let numbered = after_number(line.text()).is_some();
    if !numbered && after_bullet(line.text()).is_none_or(str::is_empty) {
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

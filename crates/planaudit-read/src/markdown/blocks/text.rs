//! The words of a block as the grammar's events bring them.

use super::{Open, Writer};
use crate::markdown::source::Sheet;
use crate::plain::marks;

impl Writer<'_> {
    /// Adds a piece of text that stands at a byte of the page.
    pub(super) fn text(&mut self, text: &str, sheet: &Sheet, at: usize) {
        if self.image > 0 {
            return;
        }
        if let Some(raw) = &mut self.raw {
            raw.push((at, text.to_owned()));
            return;
        }
        if is_loose_mark(text, &sheet.text, at) {
            self.stars += text.len();
            return;
        }
        self.loose_strong ^= std::mem::take(&mut self.stars) / 2 % 2 == 1;
        let line = sheet.line_at(at);
        let mut text = text;
        if self.line != Some(line) {
            if !matches!(self.open.last(), Some(Open::Table | Open::Heading))
                && let Some(rest) = marks::after_glyph(text)
            {
                self.close();
                self.glyph = true;
                text = rest;
            }
            self.line = Some(line);
            self.joiner.start_line(self.page, line);
        }
        let figures = self.raised && text.chars().all(|letter| letter.is_ascii_digit() || letter == ',');
        let mut rest = text;
        while let Some(mark) = rest.find("**") {
            self.put(&rest[..mark], figures);
            let after = rest[mark..].trim_start_matches('*');
            self.loose_strong ^= (rest.len() - mark - after.len()) / 2 % 2 == 1;
            rest = after;
        }
        self.put(rest, figures);
    }

    fn put(&mut self, text: &str, figures: bool) {
        if text.trim().is_empty() {
            self.joiner.push(text, false);
            return;
        }
        self.upright |= self.emphasis == 0;
        let strong = self.strong > 0 || self.loose_strong;
        if figures {
            self.joiner.push(&text.chars().map(marks::raised).collect::<String>(), strong);
        } else {
            self.joiner.push(text, strong);
        }
    }

    /// Takes the meaning of the few tags that have one.
    pub(super) fn inline_tag(&mut self, tag: &str) {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("<br") {
            self.joiner.push(" ", false);
        } else if tag.starts_with("<sup") {
            self.raised = true;
        } else if tag.starts_with("</sup") {
            self.raised = false;
        }
    }
}

/// Whether text is asterisks the grammar left over: of a run of two or more, and not escaped.
fn is_loose_mark(text: &str, source: &str, at: usize) -> bool {
    let (before, after) = (&source[..at], &source[at..]);
    let marks = !text.is_empty() && text.bytes().all(|byte| byte == b'*') && after.starts_with(text);
    let run = text.len() > 1 || before.ends_with('*') || after.starts_with("**");
    marks && run && !before.ends_with('\\')
}

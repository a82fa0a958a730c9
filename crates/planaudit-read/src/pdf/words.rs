//! Glyphs become words: broken at spaces and gaps, mended where a file draws one word in pieces, never twice the same.

use super::ink::{Glyph, Ink};
use super::tags::Tag;
use crate::lines::clean;

/// A gap wider than this share of the em parts two words.
const WORD_GAP: f64 = 0.16;

/// A word where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// Its baseline.
    pub(super) base: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) furniture: bool,
    pub(super) colour: u16,
    pub(super) tag: Tag,
    /// Stands right against the word before it: a raised ordinal, a lowered figure.
    pub(super) glued: bool,
}

/// The words of a page in the order of the file.
pub(super) fn words(ink: &Ink) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Open> = None;
    for glyph in &ink.glyphs {
        let space = glyph.character.is_whitespace() || glyph.character == '\0';
        if let Some(word) = &mut open {
            if word.repeats(glyph) {
                word.bold = true;
                continue;
            }
            if space || !word.takes(glyph) {
                words.extend(open.take().and_then(Open::close));
            }
        }
        if space {
            continue;
        }
        match &mut open {
            Some(word) => word.push(glyph),
            None => open = Some(Open::new(glyph)),
        }
    }
    words.extend(open.and_then(Open::close));
    words
}

struct Open {
    text: String,
    x0: f64,
    x1: f64,
    last: (char, f64),
    base: f64,
    size: f64,
    bold: bool,
    bolds: usize,
    italics: usize,
    glyphs: usize,
    furniture: bool,
    colour: u16,
    tag: Tag,
}

impl Open {
    fn new(glyph: &Glyph) -> Self {
        let mut word = Self {
            text: String::new(),
            x0: glyph.x,
            x1: glyph.x,
            last: ('\0', f64::MIN),
            base: glyph.y,
            size: glyph.size,
            bold: false,
            bolds: 0,
            italics: 0,
            glyphs: 0,
            furniture: glyph.furniture,
            colour: glyph.colour,
            tag: glyph.tag,
        };
        word.push(glyph);
        word
    }

    /// A glyph drawn again a hair aside, to look bold or to throw a shadow.
    fn repeats(&self, glyph: &Glyph) -> bool {
        glyph.character == self.last.0
            && (glyph.x - self.last.1).abs() < 0.12 * self.size
            && (glyph.y - self.base).abs() < 0.12 * self.size
            && glyph.along.x > 0.13 * self.size
    }

    fn takes(&self, glyph: &Glyph) -> bool {
        let gap = glyph.x - self.x1;
        gap < WORD_GAP * self.size
            && gap > -0.4 * self.size
            && (glyph.y - self.base).abs() < 0.1 * self.size
            && (glyph.size / self.size - 1.0).abs() < 0.15
            && glyph.furniture == self.furniture
            && glyph.tag.cell == self.tag.cell
    }

    fn push(&mut self, glyph: &Glyph) {
        self.text.push(glyph.character);
        self.last = (glyph.character, glyph.x);
        self.x1 = glyph.x + glyph.along.x;
        self.glyphs += 1;
        self.bolds += usize::from(glyph.bold);
        self.italics += usize::from(glyph.italic);
    }

    fn close(self) -> Option<Word> {
        // A glyph that nobody knows is a bullet where it stands alone, and some letter or quotation mark within a word.
        let known = self.text.strip_prefix('\u{fffd}').filter(|rest| rest.starts_with(char::is_alphanumeric));
        let text = clean(known.unwrap_or(&self.text));
        (!text.is_empty()).then(|| Word {
            text,
            x0: self.x0 as f32,
            x1: self.x1.max(self.x0) as f32,
            base: self.base as f32,
            size: self.size as f32,
            bold: self.bold || self.bolds * 2 > self.glyphs,
            italic: self.italics * 2 > self.glyphs,
            furniture: self.furniture,
            colour: self.colour,
            tag: self.tag,
            glued: false,
        })
    }
}

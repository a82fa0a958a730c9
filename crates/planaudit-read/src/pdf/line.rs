//! A printed line of the flow, and what its end and its beginning tell.

use super::columns::FlowLine;
use super::tags::Tag;
use crate::ledger::PageNumber;

/// A line with its page.
pub(super) struct Line {
    pub(super) page: PageNumber,
    /// Its baseline as a share of the page's height.
    pub(super) depth: f32,
    pub(super) printed: FlowLine,
    text: String,
}

impl Line {
    pub(super) fn new(page: PageNumber, height: f32, printed: FlowLine) -> Self {
        let text = printed.piece.text();
        let depth = printed.piece.base / height.max(1.0);
        Self { page, depth, printed, text }
    }

    /// What the file says of it; a bullet or number before it stands for little.
    pub(super) fn tag(&self) -> Tag {
        self.printed.piece.words.last().map(|word| word.tag).unwrap_or_default()
    }

    pub(super) fn size(&self) -> f32 {
        self.printed.piece.size
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_full(&self) -> bool {
        self.printed.right - self.printed.piece.x1 < 0.12 * (self.printed.right - self.printed.left)
    }

    pub(super) fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?', ':'])
    }

    /// Whether `next` stands in another column or on another page.
    pub(super) fn flows_over_to(&self, next: &Line) -> bool {
        let (before, here) = (&self.printed.piece, &next.printed.piece);
        self.page != next.page || here.base < before.base - before.size.max(here.size) || here.x0 > before.x1
    }

    /// Whether the first word of `next` would have fitted behind this line.
    pub(super) fn has_room_for(&self, next: &Line) -> bool {
        let word = next.printed.piece.words.first().map_or(0.0, |word| word.x1 - word.x0);
        self.printed.right - self.printed.piece.x1 > word + 0.8 * self.size()
    }
}

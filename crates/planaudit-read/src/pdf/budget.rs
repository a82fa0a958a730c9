//! How much work a page may make. Counted in work, not in time, so that the same file is always read the same way.

/// Operations read on one page before the rest is given up: no honest page comes near.
const MOST_OPERATIONS: u64 = 4_000_000;
/// Bytes of content unpacked for one page, forms counted each time they are drawn.
const MOST_BYTES: u64 = 256 << 20;
/// Operations that drawing a form costs beside those in it.
const FORM: u64 = 50;
/// Glyphs kept of one page.
const MOST_GLYPHS: u64 = 400_000;
/// Pages of the fullest kind that a file may have before the rest of its pages is given up.
const FULL_PAGES: u64 = 50;

/// What a page, or a file, may still use.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    operations: u64,
    bytes: u64,
    glyphs: u64,
}

impl Budget {
    /// The budget of a whole file.
    pub(super) fn of_file() -> Self {
        let page = Self::of_page();
        Self {
            operations: page.operations * FULL_PAGES,
            bytes: page.bytes * FULL_PAGES / 4,
            glyphs: page.glyphs * FULL_PAGES,
        }
    }

    fn of_page() -> Self {
        Self { operations: MOST_OPERATIONS, bytes: MOST_BYTES, glyphs: MOST_GLYPHS }
    }

    /// The budget of the next page of a file: that of a page, or what the file has left.
    pub(super) fn page(&self) -> Self {
        let page = Self::of_page();
        Self {
            operations: page.operations.min(self.operations),
            bytes: page.bytes.min(self.bytes),
            glyphs: page.glyphs.min(self.glyphs),
        }
    }

    /// Takes what a page used of its budget off the file's.
    pub(super) fn settle(&mut self, given: Self, left: Self) {
        self.operations -= given.operations - left.operations;
        self.bytes -= given.bytes - left.bytes;
        self.glyphs -= given.glyphs - left.glyphs;
    }

    /// Takes one operation; false when none is left.
    pub(super) fn take_operation(&mut self) -> bool {
        take(&mut self.operations, 1) && !self.is_spent()
    }

    /// Takes the drawing of a form with its unpacked content; false when it is too much.
    pub(super) fn take_form(&mut self, bytes: usize) -> bool {
        take(&mut self.operations, FORM) && self.take_bytes(bytes)
    }

    /// Takes one glyph; false when none is left.
    pub(super) fn take_glyph(&mut self) -> bool {
        take(&mut self.glyphs, 1)
    }

    /// Takes unpacked content; false when it is too much.
    pub(super) fn take_bytes(&mut self, count: usize) -> bool {
        take(&mut self.bytes, count as u64)
    }

    /// Whether something has run out.
    pub(super) fn is_spent(&self) -> bool {
        self.operations == 0 || self.bytes == 0 || self.glyphs == 0
    }
}

/// Takes a count off what is left, or all of it where that is less.
fn take(left: &mut u64, count: u64) -> bool {
    let enough = count <= *left;
    *left -= count.min(*left);
    enough
}

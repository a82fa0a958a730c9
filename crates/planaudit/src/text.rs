//! The document's text: one string, and for every place in it the page, the line and the block it came from.

use std::ops::Range;

use planaudit_read::{BlockKind, Document, Page, PageNumber};

/// A document's text, blocks in reading order, one a line.
///
/// Every quote the engine gives is `text[start..end]` of this string, exactly.
///
/// ```
/// use planaudit::text::Text;
/// let document = planaudit::read::read_text("# Start well\n\nChildren’s teeth.\n");
/// let text = Text::of(&document);
/// assert_eq!(text.as_str(), "Start well\nChildren’s teeth.\n");
/// assert_eq!(text.chars_before(text.as_str().find("teeth").unwrap()), 22);
/// ```
#[derive(Debug, Clone)]
pub struct Text {
    string: String,
    blocks: Vec<TextBlock>,
    /// Byte offset after each character that takes more than one byte, with the surplus bytes up to there.
    wide: Vec<(usize, usize)>,
    pages: Vec<Page>,
}

/// A block's place in the text.
#[derive(Debug, Clone)]
pub struct TextBlock {
    /// Bytes of the text, line end left out.
    pub range: Range<usize>,
    /// What the block is; cell ranges are relative to the block.
    pub kind: BlockKind,
    /// Bold ranges, relative to the block.
    pub strong: Vec<Range<usize>>,
    /// For a note the first block that cites it, where the file tells.
    pub cited_by: Option<usize>,
    lines: Vec<planaudit_read::LineStart>,
}

/// Where in the file a byte of the text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The page, where the format has pages.
    pub page: Option<PageNumber>,
    /// 1-based line on the page; 0 where unknown.
    pub line: u32,
}

impl Text {
    /// The text of a document.
    pub fn of(document: &Document) -> Self {
        let mut string = String::with_capacity(document.blocks.iter().map(|block| block.text.len() + 1).sum());
        let mut blocks = Vec::with_capacity(document.blocks.len());
        for (index, block) in document.blocks.iter().enumerate() {
            let start = string.len();
            string.push_str(&block.text);
            blocks.push(TextBlock {
                range: start..string.len(),
                kind: block.kind.clone(),
                strong: block.strong.clone(),
                cited_by: document.citing(index),
                lines: block.lines.clone(),
            });
            string.push('\n');
        }
        let mut wide = Vec::new();
        let mut surplus = 0;
        if !string.is_ascii() {
            for (at, letter) in string.char_indices().filter(|(_, letter)| !letter.is_ascii()) {
                surplus += letter.len_utf8() - 1;
                wide.push((at + letter.len_utf8(), surplus));
            }
        }
        Self { string, blocks, wide, pages: document.pages.clone() }
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[TextBlock] {
        &self.blocks
    }

    /// Characters (code points) before a byte offset.
    pub fn chars_before(&self, byte: usize) -> usize {
        let index = self.wide.partition_point(|(end, _)| *end <= byte);
        byte - index.checked_sub(1).map_or(0, |index| self.wide[index].1)
    }

    /// What is printed on a page as its number, where known.
    pub fn page_label(&self, page: PageNumber) -> Option<&str> {
        self.page(page)?.label.as_deref()
    }

    /// How sure character recognition was of a page, in per cent, where its text came from that.
    pub fn confidence(&self, page: PageNumber) -> Option<u8> {
        self.page(page)?.confidence
    }

    fn page(&self, page: PageNumber) -> Option<&Page> {
        self.pages.iter().find(|known| known.number == page)
    }

    /// Where a byte of the text came from.
    pub fn place(&self, byte: usize) -> Place {
        let nowhere = Place { page: None, line: 0 };
        let index = self.blocks.partition_point(|block| block.range.end < byte);
        let Some(block) = self.blocks.get(index) else { return nowhere };
        let within = byte.saturating_sub(block.range.start);
        let line = block.lines.partition_point(|line| line.at <= within);
        match line.checked_sub(1).and_then(|line| block.lines.get(line)) {
            Some(line) => Place { page: line.page, line: line.line },
            None => nowhere,
        }
    }
}

impl TextBlock {
    /// Bytes of the text taken by a table row's cells; none for other blocks.
    pub fn cells(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let cells: &[Range<usize>] = match &self.kind {
            BlockKind::TableRow { cells, .. } => cells,
            _ => &[],
        };
        cells.iter().map(|cell| self.range.start + cell.start..self.range.start + cell.end)
    }

    /// The bold words a paragraph opens with, as bytes of the text, when more follows them.
    pub fn run_in(&self) -> Option<Range<usize>> {
        let first = self.strong.first()?;
        let length = self.range.len();
        let opens = first.start <= 2 && first.end < length && first.end * 10 < length * 7;
        opens.then(|| self.range.start + first.start..self.range.start + first.end)
    }
}

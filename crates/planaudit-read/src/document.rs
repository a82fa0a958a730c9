//! The one model every reader fills: a document is a row of blocks, each knowing where it stood.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::format::Format;
use crate::ledger::{Page, PageNumber};

/// A document as read: its blocks in reading order and a ledger of its pages.
///
/// ```
/// use planaudit_read::{read_text, BlockKind};
/// let document = read_text("# Start well\n\nEvery child counts.\n");
/// assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 1 });
/// assert_eq!(document.blocks[1].text, "Every child counts.");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the file was.
    pub format: Format,
    /// The title the file itself states (metadata or title element), if any.
    pub title: Option<String>,
    /// One entry a page, in order; empty for formats without pages (DOCX, HTML, text without marks).
    pub pages: Vec<Page>,
    /// The content in reading order.
    pub blocks: Vec<Block>,
    /// Running headers, footers and page numbers: taken out of `blocks`, kept for the record.
    pub furniture: Vec<Furniture>,
    /// Which notes belong to which blocks, in order of the notes. Notes whose place the file does not tell are in none.
    pub citations: Vec<Citation>,
}

/// A paragraph, heading, list item, table row, … with its text on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text: lines joined, hyphenation undone, white space single. Table cells are joined by [`CELL_SEPARATOR`].
    pub text: String,
    /// Where in `text` each line of the page begins; the first entry is at 0.
    pub lines: Vec<LineStart>,
    /// Byte ranges of `text` set in bold, in order; empty when the whole block is bold.
    pub strong: Vec<Range<usize>>,
}

/// What stands between two cells of a table row in [`Block::text`].
pub const CELL_SEPARATOR: &str = " | ";

/// The place where one printed line begins within a block's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineStart {
    /// Byte offset in [`Block::text`].
    pub at: usize,
    /// The page, where the format has pages.
    pub page: Option<PageNumber>,
    /// 1-based line on that page; of the file for formats without pages; 0 where unknown.
    pub line: u32,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A heading; level 1 is the highest.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// One item of a list, its bullet or number taken off.
    ListItem {
        /// Nesting, from 0.
        depth: u8,
    },
    /// One row of a table.
    TableRow {
        /// Which table of the document, from 0.
        table: u32,
        /// Whether it is the header row.
        header: bool,
        /// Byte range of each cell in the block's text.
        cells: Vec<Range<usize>>,
    },
    /// Words under or over a figure, table or picture.
    Caption,
    /// A footnote, at the foot of its page or the end of the document.
    Footnote,
    /// A quotation set apart from the running text.
    Quotation,
}

/// A note with a block that cites it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Index of the note's block, a [`BlockKind::Footnote`], in [`Document::blocks`].
    pub note: usize,
    /// Index of the block whose text bears the note's mark.
    pub block: usize,
}

impl Citation {
    /// Ties notes to blocks by the keys of their marks.
    #[cfg_attr(
        not(any(feature = "pdf", feature = "docx", feature = "odt", feature = "html")),
        allow(dead_code, reason = "text has no marks that tell for certain")
    )]
    pub(crate) fn join<K: Ord>(notes: Vec<(K, usize)>, marks: Vec<(K, usize)>) -> Vec<Self> {
        let mut cited: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (key, block) in marks {
            cited.entry(key).or_default().push(block);
        }
        let ties = |(key, note): (K, usize)| {
            let blocks = cited.get(&key).map_or(&[][..], Vec::as_slice);
            blocks.iter().map(move |&block| Self { note, block }).collect::<Vec<_>>()
        };
        let mut citations: Vec<Self> = notes.into_iter().flat_map(ties).collect();
        citations.sort_unstable();
        citations.dedup();
        citations
    }
}

/// A line that repeats from page to page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Furniture {
    /// The page it was taken from.
    pub page: PageNumber,
    /// The line as printed.
    pub text: String,
}

impl Document {
    /// The first block that cites the note at an index of `blocks`; none for other blocks and for notes nobody cites.
    pub fn citing(&self, note: usize) -> Option<usize> {
        let at = self.citations.partition_point(|citation| citation.note < note);
        self.citations.get(at).filter(|citation| citation.note == note).map(|citation| citation.block)
    }

    /// Share of pages whose text could be read, 0 to 1; 1 for formats without pages.
    pub fn readable(&self) -> f64 {
        if self.pages.is_empty() {
            return 1.0;
        }
        let readable = self.pages.iter().filter(|page| page.kind.is_readable()).count();
        readable as f64 / self.pages.len() as f64
    }

    /// Words of running text.
    pub fn words(&self) -> usize {
        self.blocks.iter().map(|block| block.text.split_whitespace().filter(|word| *word != "|").count()).sum()
    }
}

impl Block {
    /// A block whose text is one line at a place.
    pub fn one_line(kind: BlockKind, text: impl Into<String>, page: Option<PageNumber>, line: u32) -> Self {
        Self { kind, text: text.into(), lines: vec![LineStart { at: 0, page, line }], strong: Vec::new() }
    }

    /// A table row from its cells, white space folded.
    ///
    /// ```
    /// use planaudit_read::Block;
    /// let row = Block::row(0, false, ["Executive Lead", "Priya  Ashdown"], None, 1);
    /// assert_eq!(row.text, "Executive Lead | Priya Ashdown");
    /// ```
    pub fn row<S: AsRef<str>>(
        table: u32,
        header: bool,
        cells: impl IntoIterator<Item = S>,
        page: Option<PageNumber>,
        line: u32,
    ) -> Self {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                text.push_str(CELL_SEPARATOR);
            }
            let start = text.len();
            for (index, word) in cell.as_ref().split_whitespace().enumerate() {
                if index > 0 {
                    text.push(' ');
                }
                text.push_str(word);
            }
            ranges.push(start..text.len());
        }
        Self::one_line(BlockKind::TableRow { table, header, cells: ranges }, text, page, line)
    }

    /// The page the block begins on.
    pub fn page(&self) -> Option<PageNumber> {
        self.lines.first().and_then(|line| line.page)
    }
}

//! The page ledger: what each page of a file held, so that *not found* can be told from *not read*.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

/// A page's 1-based position in the file. Not what is printed on it: see [`Page::label`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PageNumber(pub NonZeroU32);

impl PageNumber {
    /// The page at a 0-based index.
    ///
    /// ```
    /// assert_eq!(planaudit_read::PageNumber::from_index(0).get(), 1);
    /// ```
    pub fn from_index(index: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index as u32))
    }

    /// The number, from 1.
    pub fn get(self) -> u32 {
        self.0.get()
    }
}

/// One page of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Its position in the file.
    pub number: PageNumber,
    /// The label the file gives it, or the number printed on it, where known.
    pub label: Option<String>,
    /// Words of running text on it, furniture left out.
    pub words: u32,
    /// What it holds.
    pub kind: PageKind,
    /// Columns its text is set in; 0 where the reader does not tell.
    #[serde(default)]
    pub columns: u8,
    /// Whether lines of neighbouring columns or boxes may have run together on it.
    #[serde(default)]
    pub spliced: bool,
    /// Characters drawn whose font does not say which they are.
    #[serde(default)]
    pub unmapped: u32,
    /// How sure character recognition was of the page's words, in per cent; none where nothing was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
}

impl Page {
    /// A page of which only position, kind and words are known.
    ///
    /// ```
    /// use planaudit_read::{Page, PageKind, PageNumber};
    /// let page = Page::new(PageNumber::from_index(0), PageKind::Text, 240);
    /// assert_eq!((page.columns, page.spliced), (0, false));
    /// ```
    pub fn new(number: PageNumber, kind: PageKind, words: u32) -> Self {
        Self { number, label: None, words, kind, columns: 0, spliced: false, unmapped: 0, confidence: None }
    }
}

/// What a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageKind {
    /// Text that can be read.
    Text,
    /// A picture of a page: nothing can be read without character recognition.
    Scanned,
    /// A few words that can be read over a picture that covers most of the page and may hold more.
    Mixed,
    /// Nothing at all.
    Blank,
    /// Could not be read; the document's other pages were.
    Broken,
    /// A picture of a page whose words character recognition gave.
    Recognised,
}

impl PageKind {
    /// Whether the page counts as read when the readable share is taken. A blank page hides nothing; the words of a
    /// mixed one were read.
    pub fn is_readable(self) -> bool {
        !matches!(self, Self::Scanned | Self::Broken)
    }

    /// As in files.
    ///
    /// ```
    /// assert_eq!(planaudit_read::PageKind::Recognised.as_str(), "recognised");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Scanned => "scanned",
            Self::Mixed => "mixed",
            Self::Blank => "blank",
            Self::Broken => "broken",
            Self::Recognised => "recognised",
        }
    }
}

/// The pages that satisfy a test, for people: as ranges of positions, `3–5, 9`; empty when none does.
///
/// ```
/// use planaudit_read::{Page, PageKind, PageNumber, page_ranges};
/// let pages: Vec<Page> = [PageKind::Text, PageKind::Scanned, PageKind::Scanned]
///     .into_iter()
///     .enumerate()
///     .map(|(index, kind)| Page::new(PageNumber::from_index(index), kind, 0))
///     .collect();
/// assert_eq!(page_ranges(&pages, |page| !page.kind.is_readable()), "2–3");
/// ```
pub fn page_ranges(pages: &[Page], test: impl Fn(&Page) -> bool) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for page in pages.iter().filter(|page| test(page)) {
        let number = page.number.get();
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let range =
        |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    runs.iter().map(range).collect::<Vec<_>>().join(", ")
}

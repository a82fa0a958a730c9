//! The passages behind an answer, and those that came near.

use serde::{Deserialize, Serialize};

use crate::context::Context;

/// A passage that supports an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Stable: same document bytes, rubric and engine give the same id.
    pub id: String,
    /// Exactly `text[start..end]`.
    pub quote: String,
    /// First character, in Unicode code points of the document's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// 1-based position in the file; null where the format has no pages.
    pub page: Option<u32>,
    /// As printed on the page; null if none.
    pub page_label: Option<String>,
    /// 1-based line on the page; 0 where unknown.
    #[serde(default)]
    pub line: u32,
    /// Headings above it, highest first.
    pub section: Vec<String>,
    /// `choice`, `one`: the option it supports.
    pub option: Option<String>,
    /// Its context.
    pub context: Context,
    /// The rule that found it.
    pub rule: String,
    /// What the rule matched: code points within the quote, start and end.
    #[serde(default)]
    pub matched: Vec<(usize, usize)>,
    /// Whether it can carry a *Yes*.
    #[serde(default)]
    pub solid: bool,
    /// How sure character recognition was of its page, in per cent; none where the text was printed as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// Paths of the other documents of the corpus that hold it word for word; only passages of twelve words or more are
    /// looked up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_with: Vec<String>,
}

/// A passage that nearly supported an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NearMiss {
    /// As for [`Evidence::quote`].
    pub quote: String,
    /// As for [`Evidence::start`].
    pub start: usize,
    /// As for [`Evidence::end`].
    pub end: usize,
    /// As for [`super::Evidence::page`].
    pub page: Option<u32>,
    /// As for [`super::Evidence::page_label`].
    pub page_label: Option<String>,
    /// Headings above it.
    pub section: Vec<String>,
    /// The condition it failed.
    pub failed: String,
    /// The rule it nearly met.
    pub rule: String,
}

//! Quantified targets.

use serde::{Deserialize, Serialize};

use crate::context::Population;

/// A quantified target: what is to change, for whom, from what, to what or by how much, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What is to change, in the document's words.
    pub measure: String,
    /// For whom, in the document's words; empty where they name nobody.
    pub group: String,
    /// The figure it starts from, as printed; empty where none is given.
    pub baseline: String,
    /// The figure to reach or the amount of the change, as printed; `half`, `double` and `0` for halving, doubling and
    /// ending.
    pub figure: String,
    /// What the figure counts: `per cent`, `%`, `percentage points`, `per 1,000`, `weeks`; empty for a plain number.
    pub unit: String,
    /// Where the measure is to go.
    pub direction: Direction,
    /// Whether the figure is a level or a change.
    pub amount: Amount,
    /// When, as printed, without the preposition; empty where no time is given.
    pub date: String,
    /// Whom the passage is about.
    pub population: Population,
    /// As for [`super::Evidence::page`].
    pub page: Option<u32>,
    /// As for [`super::Evidence::page_label`].
    pub page_label: Option<String>,
    /// Headings above it.
    pub section: Vec<String>,
    /// The passage it was read from.
    pub quote: String,
    /// Code points of the quote in the text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Where a measure is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Up.
    #[serde(rename = "increase")]
    Increase,
    /// Down.
    #[serde(rename = "decrease")]
    Decrease,
    /// To this level or above.
    #[serde(rename = "at least")]
    AtLeast,
    /// To this level or below.
    #[serde(rename = "at most")]
    AtMost,
    /// To this level, whichever way that lies.
    #[serde(rename = "reach")]
    Reach,
    /// Nowhere: the level is to be kept.
    #[serde(rename = "keep")]
    Keep,
}

impl Direction {
    /// As in `targets.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::Reach => "reach",
            Self::Keep => "keep",
        }
    }
}

/// What a target's figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Amount {
    /// The level to reach: *to 20 per cent*.
    #[serde(rename = "to")]
    Level,
    /// The change itself: *by 20 per cent*.
    #[serde(rename = "by")]
    Change,
}

impl Amount {
    /// The preposition, as in `targets.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Level => "to",
            Self::Change => "by",
        }
    }
}

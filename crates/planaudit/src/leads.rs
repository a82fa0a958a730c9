//! Leads: people with their roles, bound by how the text is built.

mod judge;
pub mod names;
mod roles;

use std::ops::Range;

use crate::analysis::Analysis;
use crate::assessment::LeadState;

pub use judge::{Judged, judge};
pub use roles::find;

/// A lead as found in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundLead {
    /// Role as printed; of a table row, with what its header adds.
    pub role: String,
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
    /// How the role is held.
    pub state: LeadState,
    /// Bytes of the text it was read from.
    pub bytes: Range<usize>,
}

impl Analysis<'_> {
    /// Whether an expression holds for words that stand by themselves, such as a role.
    pub(crate) fn holds_for_words(&self, find: &crate::rubric::Expression, words: &str) -> bool {
        let block = planaudit_read::Block::one_line(planaudit_read::BlockKind::Caption, words, None, 1);
        let document = planaudit_read::Document {
            format: planaudit_read::Format::Text,
            title: None,
            pages: Vec::new(),
            blocks: vec![block],
            furniture: Vec::new(),
        };
        let analysis = Analysis::of(&document, self.rubric);
        analysis.passages.iter().any(|passage| find.holds(&analysis, passage, &mut Vec::new()))
    }
}

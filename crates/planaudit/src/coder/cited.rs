//! The passages an assessment cites, evidence and near misses alike, in its order of strength.

use std::ops::Range;

use crate::assessment::{Answer, AssessedDocument};

/// A passage cited for a question.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cited<'a> {
    /// The passage.
    pub(super) quote: &'a str,
    /// First character.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Position of its page in the file.
    pub(super) page: Option<u32>,
    /// As printed on the page.
    pub(super) page_label: Option<&'a String>,
    /// Headings above it.
    pub(super) section: &'a [String],
    /// The option it supports.
    pub(super) option: Option<&'a String>,
    /// A near miss: the condition it failed.
    pub(super) failed: Option<&'a str>,
}

impl Cited<'_> {
    /// Whether it has a character in common with a range.
    pub(super) fn overlaps(&self, characters: &Range<usize>) -> bool {
        self.start < characters.end && characters.start < self.end
    }
}

/// The passages cited for a question: the evidence, then the near misses.
pub(super) fn cited_for(answer: &Answer) -> impl Iterator<Item = Cited<'_>> {
    let evidence = answer.evidence.iter().map(|item| Cited {
        quote: &item.quote,
        start: item.start,
        end: item.end,
        page: item.page,
        page_label: item.page_label.as_ref(),
        section: &item.section,
        option: item.option.as_ref(),
        failed: None,
    });
    let near_misses = answer.near_misses.iter().map(|item| Cited {
        quote: &item.quote,
        start: item.start,
        end: item.end,
        page: item.page,
        page_label: item.page_label.as_ref(),
        section: &item.section,
        option: None,
        failed: Some(&item.failed),
    });
    evidence.chain(near_misses)
}

/// The passages cited for any question.
pub(super) fn cited(document: &AssessedDocument) -> impl Iterator<Item = Cited<'_>> {
    document.answers.iter().flat_map(cited_for)
}

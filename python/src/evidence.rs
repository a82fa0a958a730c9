//! `Evidence`: a passage that supports an answer.

use std::ops::Range;

use planaudit::context::Named as _;
use pyo3::prelude::*;

use crate::views;

/// A passage that supports an answer. ``quote`` is exactly ``text[start:end]`` of the document's text.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Evidence {
    evidence: planaudit::Evidence,
}

impl Evidence {
    /// The passage an answer holds.
    pub(crate) fn of(evidence: planaudit::Evidence) -> Self {
        Self { evidence }
    }

    /// Its place in the document's text, in code points.
    pub(crate) fn characters(&self) -> Range<usize> {
        self.evidence.start..self.evidence.end
    }
}

#[pymethods]
impl Evidence {
    /// Stable: the same document, rubric and version give the same id.
    #[getter]
    fn id(&self) -> &str {
        &self.evidence.id
    }

    /// The passage.
    #[getter]
    fn quote(&self) -> &str {
        &self.evidence.quote
    }

    /// First character, in code points of the document's text.
    #[getter]
    fn start(&self) -> usize {
        self.evidence.start
    }

    /// One past the last.
    #[getter]
    fn end(&self) -> usize {
        self.evidence.end
    }

    /// Page, from 1, in the file; None where the format has no pages.
    #[getter]
    fn page(&self) -> Option<u32> {
        self.evidence.page
    }

    /// As printed on the page; None where nothing is.
    #[getter]
    fn page_label(&self) -> Option<&str> {
        self.evidence.page_label.as_deref()
    }

    /// Headings above it, highest first.
    #[getter]
    fn section(&self) -> Vec<String> {
        self.evidence.section.clone()
    }

    /// The option it supports, where the question has options.
    #[getter]
    fn option(&self) -> Option<&str> {
        self.evidence.option.as_deref()
    }

    /// The rule that found it.
    #[getter]
    fn rule(&self) -> &str {
        &self.evidence.rule
    }

    /// What the rule matched: code points within the quote, start and end.
    #[getter]
    fn matched(&self) -> Vec<(usize, usize)> {
        self.evidence.matched.clone()
    }

    /// Whether it can carry a *Yes*.
    #[getter]
    fn solid(&self) -> bool {
        self.evidence.solid
    }

    /// How sure character recognition was of its page, in per cent; None where the text was printed as text.
    #[getter]
    fn confidence(&self) -> Option<u8> {
        self.evidence.confidence
    }

    /// Paths of the other documents of the corpus that hold it word for word; passages of twelve words or more are
    /// looked up.
    #[getter]
    fn shared_with(&self) -> Vec<String> {
        self.evidence.shared_with.clone()
    }

    /// Whom it is about.
    #[getter]
    fn population(&self) -> String {
        self.evidence.context.population.name()
    }

    /// Whether it says that the thing is, or that it is not.
    #[getter]
    fn polarity(&self) -> String {
        self.evidence.context.polarity.name()
    }

    /// How far it commits: mention < need < intention < action < dated_or_owned_action.
    #[getter]
    fn commitment(&self) -> String {
        self.evidence.context.commitment.name()
    }

    /// What part of the document it stands in.
    #[getter]
    fn zone(&self) -> String {
        self.evidence.context.zone.name()
    }

    /// Whose plan it states.
    #[getter]
    fn attribution(&self) -> String {
        self.evidence.context.attribution.name()
    }

    fn __repr__(&self) -> String {
        let page = self.evidence.page.map(|page| format!("page {page}: ")).unwrap_or_default();
        format!("Evidence({page}{:?})", self.evidence.quote)
    }

    fn _repr_html_(&self) -> String {
        views::evidence(&self.evidence)
    }
}

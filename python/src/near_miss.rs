//! `NearMiss`: a passage that nearly supported an answer.

use std::ops::Range;

use pyo3::prelude::*;

use crate::views;

/// A passage that nearly supported an answer, with the condition it failed.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct NearMiss {
    miss: planaudit::NearMiss,
}

impl NearMiss {
    /// The passage an answer holds.
    pub(crate) fn of(miss: planaudit::NearMiss) -> Self {
        Self { miss }
    }

    /// Its place in the document's text, in code points.
    pub(crate) fn characters(&self) -> Range<usize> {
        self.miss.start..self.miss.end
    }
}

#[pymethods]
impl NearMiss {
    /// The passage; exactly ``text[start:end]`` of the document's text.
    #[getter]
    fn quote(&self) -> &str {
        &self.miss.quote
    }

    /// First character, in code points of the document's text.
    #[getter]
    fn start(&self) -> usize {
        self.miss.start
    }

    /// One past the last.
    #[getter]
    fn end(&self) -> usize {
        self.miss.end
    }

    /// Page, from 1, in the file; None where the format has no pages.
    #[getter]
    fn page(&self) -> Option<u32> {
        self.miss.page
    }

    /// As printed on the page; None where nothing is.
    #[getter]
    fn page_label(&self) -> Option<&str> {
        self.miss.page_label.as_deref()
    }

    /// Headings above it, highest first.
    #[getter]
    fn section(&self) -> Vec<String> {
        self.miss.section.clone()
    }

    /// The condition it failed.
    #[getter]
    fn failed(&self) -> &str {
        &self.miss.failed
    }

    /// The rule it nearly met.
    #[getter]
    fn rule(&self) -> &str {
        &self.miss.rule
    }

    fn __repr__(&self) -> String {
        format!("NearMiss({}: {:?})", self.miss.failed, self.miss.quote)
    }

    fn _repr_html_(&self) -> String {
        views::near_miss(&self.miss)
    }
}

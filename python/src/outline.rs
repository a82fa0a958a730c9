//! `Outline` and `Section`: a document by its headings.

use std::sync::Arc;

use planaudit::context::Named as _;
use pyo3::prelude::*;

use crate::content::Content;
use crate::views;

/// The sections of a document, in order; shows itself as a tree.
///
/// Examples
/// --------
/// >>> outline = planaudit.Document.from_text("# Plan\n\n## Glossary\n\nICB").outline
/// >>> [(section.level, section.title, section.zone) for section in outline.sections]
/// [(1, 'Plan', 'body'), (2, 'Glossary', 'glossary')]
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Outline {
    content: Arc<Content>,
}

/// A heading and what stands under it.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Section {
    title: String,
    level: u8,
    zone: String,
    path: Vec<String>,
    start: usize,
    end: usize,
    page: Option<u32>,
}

impl Outline {
    /// Of a document.
    pub(crate) fn of(content: Arc<Content>) -> Self {
        Self { content }
    }
}

#[pymethods]
impl Outline {
    /// The sections, in order of the text.
    #[getter]
    fn sections(&self) -> Vec<Section> {
        let (text, outline) = (self.content.text(), self.content.outline());
        let sections = outline.sections().iter().enumerate();
        sections
            .filter_map(|(index, section)| {
                let heading = &text.blocks()[section.heading?];
                let last = text.blocks()[..section.blocks.end].last().unwrap_or(heading);
                Some(Section {
                    title: text.as_str()[heading.range.clone()].to_owned(),
                    level: section.level,
                    zone: section.zone.name(),
                    path: outline.path(text, index),
                    start: text.chars_before(heading.range.start),
                    end: text.chars_before(last.range.end.max(heading.range.end)),
                    page: text.place(heading.range.start).page.map(planaudit::read::PageNumber::get),
                })
            })
            .collect()
    }

    fn __len__(&self) -> usize {
        self.content.outline().sections().len() - 1
    }

    fn __repr__(&self) -> String {
        format!("Outline({} sections)", self.__len__())
    }

    fn __str__(&self) -> String {
        let line = |section: &Section| {
            let indent = "  ".repeat(section.path.len().saturating_sub(1));
            let page = section.page.map(|page| format!("  (page {page})")).unwrap_or_default();
            format!("{indent}{}{page}", section.title)
        };
        self.sections().iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn _repr_html_(&self) -> String {
        views::outline(&self.content)
    }
}

#[pymethods]
impl Section {
    /// Its heading.
    #[getter]
    fn title(&self) -> &str {
        &self.title
    }

    /// Level of the heading, 1 to 6.
    #[getter]
    fn level(&self) -> u8 {
        self.level
    }

    /// What part of the document it is: ``"body"``, ``"foreword"``, ``"glossary"``, ``"appendix"`` and the like.
    #[getter]
    fn zone(&self) -> &str {
        &self.zone
    }

    /// Headings above it and its own, highest first.
    #[getter]
    fn path(&self) -> Vec<String> {
        self.path.clone()
    }

    /// First code point of its heading.
    #[getter]
    fn start(&self) -> usize {
        self.start
    }

    /// One past the last code point under its heading, sub-sections left out.
    #[getter]
    fn end(&self) -> usize {
        self.end
    }

    /// Page of its heading, from 1; None where the format has no pages.
    #[getter]
    fn page(&self) -> Option<u32> {
        self.page
    }

    fn __repr__(&self) -> String {
        format!("Section({})", self.path.join(" › "))
    }
}

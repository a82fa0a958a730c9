//! `Document`: a file as read.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use planaudit::read::{Format, PageNumber};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::content::Content;
use crate::error::{DocumentError, QueryError};
use crate::evidence::Evidence;
use crate::near_miss::NearMiss;
use crate::outline::Outline;
use crate::page::Page;
use crate::table::Table;
use crate::{error, tables, views, work};

/// A document as read: its text, outline, passages, and a ledger of its pages.
///
/// Every quote of an assessment is ``text[start:end]`` of this text, exactly.
///
/// Examples
/// --------
/// >>> document = planaudit.Document.from_text("# Start well\n\nEvery child counts. 🧒")
/// >>> document.text
/// 'Start well\nEvery child counts. 🧒\n'
/// >>> document.passages.column("quote")
/// ['Start well', 'Every child counts.', '🧒']
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Document {
    content: Arc<Content>,
}

/// A passage to mark: evidence, a near miss, or code points of the text.
#[derive(FromPyObject)]
pub(crate) enum Mark<'py> {
    Evidence(Bound<'py, Evidence>),
    NearMiss(Bound<'py, NearMiss>),
    Range((usize, usize)),
}

impl Document {
    /// What is held of a document.
    pub(crate) fn of(content: Arc<Content>) -> Self {
        Self { content }
    }

    fn read<F>(py: Python<'_>, reader: F) -> PyResult<Self>
    where
        F: FnOnce() -> PyResult<Content> + Send + 'static,
    {
        Ok(Self::of(Arc::new(work::run(py, reader)??)))
    }
}

#[pymethods]
impl Document {
    /// Reads a PDF, DOCX, PPTX, ODT, HTML, Markdown or text file, told apart by extension.
    ///
    /// Raises
    /// ------
    /// DocumentError
    ///     The file cannot be read; the message says why and what to do.
    #[staticmethod]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        Self::read(py, move || {
            Content::open(&path).map_err(|reason| DocumentError::new_err(format!("{}: {reason}", path.display())))
        })
    }

    /// Reads the bytes of a file.
    ///
    /// Parameters
    /// ----------
    /// data : bytes
    ///     The whole file.
    /// format : str
    ///     ``"pdf"``, ``"docx"``, ``"pptx"``, ``"odt"``, ``"html"``, ``"markdown"``, ``"text"``, or a file name with an
    ///     extension.
    ///
    /// Raises
    /// ------
    /// DocumentError
    ///     The bytes cannot be read as that format.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: Vec<u8>, format: &str) -> PyResult<Self> {
        let known = format_named(format)?;
        Self::read(py, move || Content::of_bytes(known, data).map_err(error::document))
    }

    /// Reads a text in memory as Markdown.
    #[staticmethod]
    fn from_text(py: Python<'_>, text: String) -> PyResult<Self> {
        Self::read(py, move || Ok(Content::of_text(&text)))
    }

    /// Path in its corpus, or the file's name; empty for a document in memory.
    #[getter]
    fn path(&self) -> &str {
        &self.content.file().path
    }

    /// The text that quotes are cut from; offsets count code points, as Python does.
    #[getter]
    fn text(&self) -> &str {
        self.content.text().as_str()
    }

    /// Its title: the first heading, or what the file itself states.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.content.file().identity.title.as_deref()
    }

    /// ``"strategy"``, ``"jfp"`` or ``"other"``.
    #[getter]
    fn kind(&self) -> &'static str {
        self.content.file().identity.kind.as_str()
    }

    /// ODS code of its system, or the name the manifest gives; None if unknown.
    #[getter]
    fn ics(&self) -> Option<&str> {
        self.content.file().identity.ics.as_deref()
    }

    /// First year it covers; None if unknown.
    #[getter]
    fn edition(&self) -> Option<&str> {
        self.content.file().identity.edition.as_deref()
    }

    /// What the file was: ``"PDF"``, ``"DOCX"``, ``"PPTX"``, ``"ODT"``, ``"HTML"``, ``"Markdown"`` or ``"text"``.
    #[getter]
    fn format(&self) -> &'static str {
        self.content.file().document.format.name()
    }

    /// Pages in the file; 0 where the format has none.
    #[getter]
    fn pages(&self) -> usize {
        self.content.file().document.pages.len()
    }

    /// One row a page: its number, printed label, words, and what it holds.
    #[getter]
    fn page_ledger(&self, py: Python<'_>) -> PyResult<Table> {
        let content = Arc::clone(&self.content);
        work::run(py, move || tables::pages(&content.file().document.pages))?
    }

    /// Its sections by their headings.
    #[getter]
    fn outline(&self) -> Outline {
        Outline::of(Arc::clone(&self.content))
    }

    /// One row for each sentence, list item, table row and heading, in order: what one verdict of a rule is about.
    #[getter]
    fn passages(&self, py: Python<'_>) -> PyResult<Table> {
        let content = Arc::clone(&self.content);
        work::run(py, move || tables::passages(&content, &crate::rubric::built_in().compiled))?
    }

    /// A page, with passages marked.
    ///
    /// Parameters
    /// ----------
    /// number : int
    ///     Position of the page in the file, from 1.
    /// mark : list of Evidence, NearMiss or (int, int), optional
    ///     What to mark; pairs are code points of `text`, start and end.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     The document has no such page.
    #[pyo3(signature = (number, mark=None))]
    fn page(&self, number: usize, mark: Option<Vec<Mark<'_>>>) -> PyResult<Page> {
        if number == 0 || number > self.pages() {
            let pages = self.pages();
            return Err(QueryError::new_err(if pages == 0 {
                format!(
                    "{}: a {} file has no pages; `answer.page()` shows the section instead",
                    self.path(),
                    self.format()
                )
            } else {
                format!("{}: no page {number}; it has pages 1 to {pages}", self.path())
            }));
        }
        let marks: Vec<Range<usize>> = mark.unwrap_or_default().iter().map(Mark::characters).collect();
        Ok(Page::numbered(Arc::clone(&self.content), PageNumber::from_index(number - 1), &marks))
    }

    /// Words of running text.
    #[getter]
    fn words(&self) -> usize {
        self.content.file().document.words()
    }

    /// Share of pages whose text could be read, 0 to 1.
    #[getter]
    fn readable(&self) -> f64 {
        self.content.file().document.readable()
    }

    fn __repr__(&self) -> String {
        let name = if self.path().is_empty() { "in memory" } else { self.path() };
        format!(
            "Document({name}: {}, {} pages, {} words, {:.0} % readable)",
            self.format(),
            self.pages(),
            self.words(),
            100.0 * self.readable()
        )
    }

    fn _repr_html_(&self) -> String {
        views::document(&self.content)
    }
}

impl Mark<'_> {
    fn characters(&self) -> Range<usize> {
        match self {
            Self::Evidence(evidence) => evidence.get().characters(),
            Self::NearMiss(miss) => miss.get().characters(),
            Self::Range((start, end)) => *start..*end,
        }
    }
}

/// A format by its name, its extension, or a file name.
fn format_named(written: &str) -> PyResult<Format> {
    let lower = written.to_lowercase();
    let plain = lower.trim_start_matches('.');
    Format::ALL
        .into_iter()
        .find(|format| format.name().to_lowercase() == plain || format.extensions().contains(&plain))
        .or_else(|| Format::of_path(lower.as_ref()))
        .ok_or_else(|| {
            let names = Format::ALL.map(|format| format.name().to_lowercase()).join(", ");
            PyValueError::new_err(format!("unknown format `{written}`; write one of {names}"))
        })
}

//! `Document`: a file as read.

use std::path::PathBuf;

use planaudit::read::{self, Format, ReadError};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::table::Table;
use crate::{error, tables, work};

/// A document as read: its text and a ledger of its pages.
///
/// Every quote of an assessment is ``text[start:end]`` of this text, exactly.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Document {
    name: String,
    content: read::Document,
    text: String,
}

#[pymethods]
impl Document {
    /// Reads a PDF, DOCX, HTML, Markdown or text file, told apart by extension.
    ///
    /// Raises
    /// ------
    /// DocumentError
    ///     The file cannot be read; the message says why and what to do.
    #[staticmethod]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let name = path.display().to_string();
        Self::read(py, name, move || read::read_file(&path))
    }

    /// Reads the bytes of a file.
    ///
    /// Parameters
    /// ----------
    /// data : bytes
    ///     The whole file.
    /// format : str
    ///     ``"pdf"``, ``"docx"``, ``"html"``, ``"markdown"``, ``"text"``, or a file name with an extension.
    ///
    /// Raises
    /// ------
    /// DocumentError
    ///     The bytes cannot be read as that format.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: Vec<u8>, format: &str) -> PyResult<Self> {
        let known = format_named(format)?;
        Self::read(py, String::new(), move || read::read_bytes(known, data))
    }

    /// Reads a text in memory as Markdown.
    #[staticmethod]
    fn from_text(py: Python<'_>, text: String) -> PyResult<Self> {
        Self::read(py, String::new(), move || Ok(read::read_text(&text)))
    }

    /// The text that quotes are cut from; offsets count code points, as Python does.
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    /// The title the file itself states, if any.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.content.title.as_deref()
    }

    /// What the file was: ``"PDF"``, ``"DOCX"``, ``"HTML"``, ``"Markdown"`` or ``"text"``.
    #[getter]
    fn format(&self) -> &'static str {
        self.content.format.name()
    }

    /// Pages in the file; 0 where the format has none.
    #[getter]
    fn pages(&self) -> usize {
        self.content.pages.len()
    }

    /// One row a page: its number, printed label, words, and what it holds.
    #[getter]
    fn page_ledger(&self, py: Python<'_>) -> PyResult<Table> {
        let pages = self.content.pages.clone();
        work::run(py, move || tables::pages(&pages))?
    }

    /// Words of running text.
    #[getter]
    fn words(&self) -> usize {
        self.content.words()
    }

    /// Share of pages whose text could be read, 0 to 1.
    #[getter]
    fn readable(&self) -> f64 {
        self.content.readable()
    }

    fn __repr__(&self) -> String {
        let name = if self.name.is_empty() { "in memory" } else { &self.name };
        format!(
            "Document({name}: {}, {} pages, {} words, {:.0} % readable)",
            self.format(),
            self.pages(),
            self.words(),
            100.0 * self.readable()
        )
    }
}

impl Document {
    fn read<R>(py: Python<'_>, name: String, reader: R) -> PyResult<Self>
    where
        R: FnOnce() -> Result<read::Document, ReadError> + Send + 'static,
    {
        let both = move || {
            reader().map(|document| {
                let text = planaudit::text_of(&document);
                (document, text)
            })
        };
        match work::run(py, both)? {
            Ok((content, text)) => Ok(Self { name, content, text }),
            Err(cause) => Err(error::document(cause, &name)),
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
            PyValueError::new_err(format!("unknown format `{written}`; write pdf, docx, html, markdown or text"))
        })
}

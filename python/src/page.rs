//! `Page`: one page of a document, or a section where the format has no pages, with passages marked.

use std::ops::Range;
use std::sync::Arc;

use planaudit::read::{Format, PageNumber};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::content::Content;
use crate::error::DocumentError;
use crate::{views, work};

/// How large a page is drawn for a notebook: pixels for each point.
const SCALE: f32 = 1.6;

/// A page of a document, with the passages asked for marked on it.
///
/// A page of a PDF shows itself drawn; any other shows its text. Where the format has no pages, it is the section that
/// holds the passage.
///
/// Examples
/// --------
/// >>> document = planaudit.Document.from_bytes(b"A first page.\x0cA second page.", "text")
/// >>> page = document.page(2, mark=[(16, 22)])
/// >>> page.text, page.marked
/// ('A second page.', ['second'])
#[pyclass(frozen, module = "planaudit")]
#[derive(Clone)]
pub(crate) struct Page {
    content: Arc<Content>,
    number: Option<PageNumber>,
    /// Bytes of the document's text, in order.
    lines: Vec<Range<usize>>,
    /// Bytes of the document's text.
    marks: Vec<Range<usize>>,
}

impl Page {
    /// A page, code points of the document marked.
    pub(crate) fn numbered(content: Arc<Content>, number: PageNumber, marks: &[Range<usize>]) -> Self {
        let lines = content.lines_of(number);
        let marks = marks.iter().map(|mark| content.bytes_of(mark)).collect();
        Self { content, number: Some(number), lines, marks }
    }

    /// The page that a passage begins on, or its section where there are no pages.
    pub(crate) fn of_passage(content: Arc<Content>, characters: &Range<usize>) -> Self {
        let bytes = content.bytes_of(characters);
        if let Some(number) = content.text().place(bytes.start).page {
            return Self::numbered(content, number, std::slice::from_ref(characters));
        }
        let blocks = content.text().blocks();
        let block = blocks.partition_point(|block| block.range.end < bytes.start);
        let section = &content.outline().sections()[content.outline().section_of_block(block)];
        let first = section.heading.unwrap_or(section.blocks.start);
        let lines = blocks.get(first..section.blocks.end.max(block + 1)).unwrap_or_default();
        let lines = lines.iter().map(|block| block.range.clone()).collect();
        Self { content, number: None, lines, marks: vec![bytes] }
    }

    /// The page's text, a block a line, and the marks as bytes of it.
    fn printed(&self) -> (String, Vec<Range<usize>>) {
        let whole = self.content.text().as_str();
        let (mut text, mut marks) = (String::new(), Vec::new());
        let mut last = None;
        for line in &self.lines {
            if last.is_some_and(|last| last != line.start) {
                text.push('\n');
            }
            let at = text.len();
            text.push_str(&whole[line.clone()]);
            for mark in &self.marks {
                let shared = mark.start.max(line.start)..mark.end.min(line.end);
                if !shared.is_empty() {
                    marks.push(at + shared.start - line.start..at + shared.end - line.start);
                }
            }
            last = Some(line.end);
        }
        marks.sort_by_key(|mark| (mark.start, mark.end));
        (text, marks)
    }

    /// The printed lines the marks lie on.
    #[cfg(feature = "page-images")]
    fn marked_lines(&self) -> Vec<&str> {
        let whole = self.content.text().as_str();
        let shared = |mark: &Range<usize>, line: &Range<usize>| mark.start.max(line.start)..mark.end.min(line.end);
        let each = self.marks.iter().flat_map(|mark| self.lines.iter().map(move |line| shared(mark, line)));
        each.filter(|part| !part.is_empty()).map(|part| &whole[part]).collect()
    }

    fn title(&self) -> String {
        let path = &self.content.file().path;
        match (self.number, self.label()) {
            (Some(number), Some(label)) if label != number.get().to_string() => {
                format!("{path}, page {} (printed {label})", number.get())
            }
            (Some(number), _) => format!("{path}, page {}", number.get()),
            (None, _) => path.clone(),
        }
    }

    /// The page drawn, where it can be.
    #[cfg(feature = "page-images")]
    fn picture(&self) -> Option<views::Picture> {
        use base64::Engine as _;
        let number = self.number.filter(|_| self.content.file().document.format == Format::Pdf)?;
        let bytes = self.content.bytes()?;
        let (width, height, strips) = match planaudit::read::page_words(&bytes, number) {
            Some(words) => (words.width, words.height, words.strips(self.marked_lines())),
            None => return None,
        };
        let png = crate::page_image::png(bytes, number, SCALE)?;
        let png = base64::engine::general_purpose::STANDARD.encode(png);
        Some(views::Picture { png, width, height, strips })
    }

    #[cfg(not(feature = "page-images"))]
    fn picture(&self) -> Option<views::Picture> {
        None
    }
}

#[pymethods]
impl Page {
    /// Position in the file, from 1; None where the format has no pages.
    #[getter]
    fn number(&self) -> Option<u32> {
        self.number.map(PageNumber::get)
    }

    /// As printed on the page; None where nothing is.
    #[getter]
    fn label(&self) -> Option<&str> {
        self.number.and_then(|number| self.content.text().page_label(number))
    }

    /// Its text, a paragraph a line.
    #[getter]
    fn text(&self) -> String {
        self.printed().0
    }

    /// The passages marked, as far as they stand on it.
    #[getter]
    fn marked(&self) -> Vec<String> {
        let (text, marks) = self.printed();
        marks.into_iter().map(|mark| text[mark].to_owned()).collect()
    }

    /// The page drawn, as PNG, without marks.
    ///
    /// Parameters
    /// ----------
    /// scale : float, default 1.6
    ///     Pixels for each point; 72 points are an inch.
    ///
    /// Raises
    /// ------
    /// DocumentError
    ///     It is no page of a PDF, its file has changed or gone, or it cannot be drawn.
    #[pyo3(signature = (scale=1.6))]
    fn png<'py>(&self, py: Python<'py>, scale: f32) -> PyResult<Bound<'py, PyBytes>> {
        let content = Arc::clone(&self.content);
        let number = self.number;
        let drawn = work::run(py, move || draw(&content, number, scale))?;
        match drawn {
            Ok(png) => Ok(PyBytes::new(py, &png)),
            Err(reason) => Err(DocumentError::new_err(format!("{}: {reason}", self.title()))),
        }
    }

    fn __repr__(&self) -> String {
        format!("Page({}: {} passages marked)", self.title(), self.printed().1.len())
    }

    fn __str__(&self) -> String {
        self.text()
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let page = self.clone();
        work::run(py, move || {
            let (text, marks) = page.printed();
            views::page(&page.title(), &text, &marks, page.picture().as_ref())
        })
    }
}

/// The page as PNG, or why not.
fn draw(content: &Content, number: Option<PageNumber>, scale: f32) -> Result<Vec<u8>, &'static str> {
    if !(0.1..=10.0).contains(&scale) {
        return Err("scale is 0.1 to 10 pixels a point");
    }
    let number = number
        .filter(|_| content.file().document.format == Format::Pdf)
        .ok_or("only pages of a PDF can be drawn; read its text instead")?;
    let bytes = content.bytes().ok_or("the file has changed or gone since it was read; read it again")?;
    drawn(bytes, number, scale)
}

#[cfg(feature = "page-images")]
fn drawn(bytes: Vec<u8>, number: PageNumber, scale: f32) -> Result<Vec<u8>, &'static str> {
    crate::page_image::png(bytes, number, scale).ok_or("the page cannot be drawn; open the file in another program")
}

#[cfg(not(feature = "page-images"))]
fn drawn(_bytes: Vec<u8>, _number: PageNumber, _scale: f32) -> Result<Vec<u8>, &'static str> {
    Err("drawing pages was left out of this build; build it with the feature `page-images`")
}

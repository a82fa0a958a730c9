//! PDF: glyphs with their places become pages, lines, columns, blocks. The order is read from geometry,
//! never from that of the file; what a tagged file says of headings, paragraphs and cells is used where it fits.

mod bands;
mod blocks;
mod bombs;
mod budget;
mod bullets;
mod clip;
mod columns;
mod comments;
mod content;
mod contents;
mod continued;
mod figures;
mod fonts;
mod furniture;
mod geometry;
mod grid;
mod group;
mod headings;
mod ink;
mod kinds;
mod layers;
mod ledger;
mod line;
mod listed;
mod metadata;
mod notes;
mod numbering;
mod outline;
mod people;
mod pieces;
mod ranking;
mod reach;
#[cfg(feature = "ocr")]
mod recognise;
mod rows;
mod run;
#[cfg(feature = "ocr")]
mod scan;
mod seams;
mod sheets;
mod signed;
mod state;
mod tables;
mod tagged;
mod tags;
mod words;

use hayro_syntax::{LoadPdfError, Pdf};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::document::Document;
use crate::error::ReadError;
use crate::format::Format;
use crate::recognition::Recognition;

#[cfg(feature = "ocr")]
pub(crate) use recognise::can_recognise;

/// Pages read of one file.
const MOST_PAGES: usize = 10_000;

pub use geometry::{PageWord, PageWords, Strip, page_words};

/// Reads a PDF file.
pub(crate) fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    let broken = |reason: &str| ReadError::Broken { format: Format::Pdf, reason: reason.to_owned() };
    bombs::refuse(&bytes)?;
    // The file is not trusted: what goes wrong inside the library must not end the program.
    let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes)));
    let pdf = match opened {
        Ok(Ok(pdf)) => pdf,
        Ok(Err(LoadPdfError::Decryption(_))) => return Err(ReadError::Encrypted),
        Ok(Err(LoadPdfError::Invalid)) => return Err(broken("its structure cannot be followed")),
        Err(_) => return Err(broken("its structure defeats the reader")),
    };
    if pdf.pages().is_empty() {
        return Err(broken("it has no pages"));
    }
    if pdf.pages().len() > MOST_PAGES {
        return Err(ReadError::TooLarge { what: "pages", found: pdf.pages().len() as u64, limit: MOST_PAGES as u64 });
    }
    let sheets = sheets::read(&pdf);
    if sheets.iter().all(sheets::Sheet::is_silent) {
        return Err(ReadError::NoText { pages: sheets.len(), recognition: Recognition::now() });
    }
    let title = catch_unwind(AssertUnwindSafe(|| metadata::title(&pdf))).ok().flatten();
    let labels = catch_unwind(AssertUnwindSafe(|| metadata::page_labels(&pdf, sheets.len()))).ok().flatten();
    let bookmarks = catch_unwind(AssertUnwindSafe(|| outline::bookmarks(&pdf))).unwrap_or_default();
    drop(pdf);
    Ok(sheets::document(sheets, title, labels, &bookmarks))
}

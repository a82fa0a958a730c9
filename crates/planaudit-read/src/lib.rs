//! Reads planning documents into one model.
//!
//! [`read_file`] takes a path, [`read_bytes`] the bytes of a known [`Format`], [`read_text`] Markdown in memory.
//! All give a [`Document`]: blocks in reading order, each with its page and line, and a ledger of pages.

mod conversion;
mod document;
mod error;
mod format;
mod ledger;

#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html")]
mod html;
mod lines;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(feature = "odt")]
mod odt;
#[cfg(any(feature = "docx", feature = "pptx", feature = "odt"))]
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
#[cfg(feature = "pptx")]
mod pptx;
mod recognition;
mod signature;
#[cfg(feature = "html")]
mod site;
mod source;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

pub use conversion::is_convertible;
pub use document::{Block, BlockKind, CELL_SEPARATOR, Citation, Document, Furniture, LineStart};
pub use error::ReadError;
pub use format::Format;
pub use ledger::{Page, PageKind, PageNumber, page_ranges};
#[cfg(feature = "pdf")]
pub use pdf::{PageWord, PageWords, Strip, page_words};
pub use recognition::Recognition;
pub use source::{Source, is_companion, is_site};

/// Files above this many bytes are refused.
pub const LARGEST_FILE: u64 = 512 << 20;

/// Reads a file, by its extension; or the web pages of a folder as one document.
///
/// # Errors
/// [`ReadError`] says what is wrong with the file and what to do; other files are not affected.
///
/// ```no_run
/// let document = planaudit_read::read_file("plans/QHG_jfp_2023.pdf".as_ref())?;
/// println!("{} pages, {} words", document.pages.len(), document.words());
/// # Ok::<(), planaudit_read::ReadError>(())
/// ```
pub fn read_file(path: &Path) -> Result<Document, ReadError> {
    Source::open(path)?.read()
}

/// The format a file's name stands for.
///
/// # Errors
/// [`ReadError::Convert`] for kinds of file that have to be converted first, [`ReadError::UnknownFormat`] for others.
pub fn format_of(path: &Path) -> Result<Format, ReadError> {
    Format::of_path(path).ok_or_else(|| {
        let path = path.to_owned();
        match conversion::of_path(&path) {
            Some((what, save_as)) => ReadError::Convert { path, what, save_as },
            None => ReadError::UnknownFormat { path },
        }
    })
}

/// The bytes of a file, unless it is larger than [`LARGEST_FILE`].
///
/// # Errors
/// [`ReadError::Open`] and [`ReadError::TooLarge`].
pub fn file_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let open = |source| ReadError::Open { path: path.to_owned(), source };
    let size = std::fs::metadata(path).map_err(open)?.len();
    if size > LARGEST_FILE {
        return Err(ReadError::TooLarge { what: "bytes", found: size, limit: LARGEST_FILE });
    }
    std::fs::read(path).map_err(open)
}

/// Reads the bytes of a file by the format its name says. One that is plainly of another format is read as that.
///
/// # Errors
/// As [`read_file`].
///
/// ```
/// use planaudit_read::{read_bytes, Format};
/// let document = read_bytes(Format::Text, b"A plan.\n\nFor everyone.".to_vec())?;
/// assert_eq!(document.blocks.len(), 2);
/// # Ok::<(), planaudit_read::ReadError>(())
/// ```
pub fn read_bytes(format: Format, bytes: Vec<u8>) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let format = signature::settle(format, &bytes)?;
    // A damaged file may upset a library in ways its author did not foresee; that must not end the program.
    catch_unwind(AssertUnwindSafe(|| dispatch(format, bytes)))
        .unwrap_or_else(|_| Err(ReadError::Broken { format, reason: "it defeats the reader".to_owned() }))
}

#[cfg_attr(
    not(feature = "pdf"),
    expect(clippy::needless_pass_by_value, reason = "only the PDF reader keeps the bytes")
)]
fn dispatch(format: Format, bytes: Vec<u8>) -> Result<Document, ReadError> {
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes),
        #[cfg(any(feature = "docx", feature = "pptx", feature = "odt"))]
        office @ (Format::Docx | Format::Pptx | Format::Odt) => office::read(office, &bytes),
        #[cfg(feature = "html")]
        Format::Html => html::read(&bytes),
        #[cfg(feature = "markdown")]
        Format::Markdown => Ok(markdown::read(&plain::text(Format::Markdown, &bytes)?)),
        Format::Text => Ok(plain::read(&plain::text(Format::Text, &bytes)?)),
        #[allow(unreachable_patterns, reason = "reached only where a reader's feature is off")]
        other => Err(ReadError::NotBuilt { format: other, feature: other.feature() }),
    }
}

/// Reads text in memory: as Markdown where that reader is built in, else as plain text.
///
/// ```
/// let document = planaudit_read::read_text("- one\n- two\n");
/// assert_eq!(document.blocks.len(), 2);
/// ```
pub fn read_text(text: &str) -> Document {
    #[cfg(feature = "markdown")]
    return markdown::read(text);
    #[cfg(not(feature = "markdown"))]
    return plain::read(text);
}

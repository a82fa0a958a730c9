//! Why a file could not be read, and what to do about it.

use std::path::PathBuf;

use crate::format::Format;
use crate::recognition::Recognition;

/// A file that was not read. Every message says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The file could not be opened.
    #[error("{path}: cannot be opened ({source}); check that it exists and that you may read it", path = path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// No reader for this kind of file.
    #[error("{path}: no reader for this kind of file; convert it to PDF, DOCX, PPTX, ODT, HTML, Markdown or text", path = path.display())]
    UnknownFormat {
        /// The file.
        path: PathBuf,
    },
    /// A kind of file that holds documents but is not read itself.
    #[error(
        "{path}: {what} is not read; open it in an office program and save it as {save_as}, or run: soffice --headless --convert-to {extension} \"{path}\"",
        path = path.display(),
        extension = save_as.to_ascii_lowercase()
    )]
    Convert {
        /// The file.
        path: PathBuf,
        /// What it is.
        what: &'static str,
        /// The format to save it in.
        save_as: &'static str,
    },
    /// A folder without web pages.
    #[error("{path}: no web page in this folder; give the folder that holds index.html", path = path.display())]
    NoPages {
        /// The folder.
        path: PathBuf,
    },
    /// The content is of another kind than the name says.
    #[error("the file is {what}, whatever its name says; {remedy}")]
    Foreign {
        /// What it is.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// The reader was left out when the program was built.
    #[error("reading {} was left out of this build; rebuild with the feature `{feature}`", format.name())]
    NotBuilt {
        /// What the file is.
        format: Format,
        /// The Cargo feature that brings the reader.
        feature: &'static str,
    },
    /// The file is damaged or is not what its name says.
    #[error("not a readable {} file ({reason}); open it in another program and save it again", format.name())]
    Broken {
        /// What the file should be.
        format: Format,
        /// What was found.
        reason: String,
    },
    /// The file asks for a password.
    #[error("the file is encrypted with a password; save a copy without one")]
    Encrypted,
    /// The file is larger than the limits allow.
    #[error("larger than the limit ({what}: {found}, limit {limit}); split it")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// How large.
        found: u64,
        /// What is allowed.
        limit: u64,
    },
    /// There are pages but no text on any of them.
    #[error("no text on any of its {pages} pages: they are pictures or drawn text; {}", recognition.advice())]
    NoText {
        /// How many pages it has.
        pages: usize,
        /// What stands in the way of recognising them.
        recognition: Recognition,
    },
    /// The file holds nothing.
    #[error("the file is empty")]
    Empty,
}

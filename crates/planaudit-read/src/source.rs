//! What one document is read from: a file, or the web pages of a folder.

use std::path::Path;

use crate::document::Document;
use crate::error::ReadError;
use crate::format::Format;
#[cfg(feature = "html")]
use crate::site;

/// The bytes of a document, not read yet.
///
/// ```no_run
/// let source = planaudit_read::Source::open("plans/QHG_jfp_2023".as_ref())?;
/// println!("{} words", source.read()?.words());
/// # Ok::<(), planaudit_read::ReadError>(())
/// ```
pub struct Source(Content);

enum Content {
    File(Format, Vec<u8>),
    #[cfg(feature = "html")]
    Site(Vec<site::WebPage>),
}

impl Source {
    /// Opens a file, or a folder whose web pages are one document.
    ///
    /// # Errors
    /// What keeps it from being opened; [`ReadError::UnknownFormat`] and [`ReadError::Convert`] by its name.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        if !path.is_dir() {
            return Ok(Self(Content::File(crate::format_of(path)?, crate::file_bytes(path)?)));
        }
        #[cfg(feature = "html")]
        return Ok(Self(Content::Site(site::pages(path)?)));
        #[cfg(not(feature = "html"))]
        return Err(ReadError::NotBuilt { format: Format::Html, feature: Format::Html.feature() });
    }

    /// All of its bytes in pieces, for a digest: a file's as they are, a site's with the names of its pages.
    pub fn pieces(&self) -> Vec<&[u8]> {
        match &self.0 {
            Content::File(_, bytes) => vec![bytes],
            #[cfg(feature = "html")]
            Content::Site(pages) => {
                pages.iter().flat_map(|page| [page.name.as_bytes(), b"\0".as_slice(), &page.bytes]).collect()
            }
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// As [`crate::read_bytes`].
    pub fn read(self) -> Result<Document, ReadError> {
        match self.0 {
            Content::File(format, bytes) => crate::read_bytes(format, bytes),
            #[cfg(feature = "html")]
            Content::Site(pages) => site::read(&pages),
        }
    }
}

/// Whether a folder holds a site that is one document: an `index.html` that links to another page in the folder.
///
/// ```
/// assert!(!planaudit_read::is_site("no/such/folder".as_ref()));
/// ```
pub fn is_site(folder: &Path) -> bool {
    #[cfg(feature = "html")]
    return site::is_site(folder);
    #[cfg(not(feature = "html"))]
    return {
        let _ = folder;
        false
    };
}

/// Whether a folder is what a browser saves beside a page: `plan_files` beside `plan.html`. Pages in it are its frames.
///
/// ```
/// assert!(!planaudit_read::is_companion("no/such/folder".as_ref()));
/// ```
pub fn is_companion(folder: &Path) -> bool {
    let Some(name) = folder.file_name().and_then(|name| name.to_str()) else { return false };
    let stem = ["_files", ".files", "_html"].iter().find_map(|end| name.strip_suffix(end));
    stem.is_some_and(|stem| {
        Format::Html.extensions().iter().any(|end| folder.with_file_name(format!("{stem}.{end}")).is_file())
    })
}

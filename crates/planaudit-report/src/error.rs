//! Why a report could not be written, and what to do about it.

use std::path::PathBuf;

/// A report that was not written. Every message says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A file or folder could not be written.
    #[error("{path}: cannot be written ({source}); check that the folder exists, has room, and that you may write to it", path = path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A row of a table could not be written.
    #[error("{table}.csv: a row cannot be written ({source}); check that its destination accepts more data")]
    Table {
        /// The table: `ratings`, `evidence`, `leads`, `targets`, `summary`.
        table: &'static str,
        /// What the writer said.
        source: csv::Error,
    },
    /// The assessment holds a value that has no JSON form.
    #[error("index.html: the answers cannot be embedded ({source}); run the assessment again and report the message")]
    Embed {
        /// What the serialiser said.
        source: serde_json::Error,
    },
    /// The page could not be composed.
    #[error(
        "index.html: the page cannot be composed ({source}); this is a fault of the report, please report the message"
    )]
    Compose {
        /// What the template engine said.
        source: minijinja::Error,
    },
}

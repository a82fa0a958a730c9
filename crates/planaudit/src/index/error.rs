//! What can go wrong with an index.

use std::path::PathBuf;

use super::query::QueryError;

/// An index that cannot be made, kept or searched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// The query is not well formed.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The folder, or a file of the index in it, cannot be read or written.
    #[error("{path}: cannot be used for an index ({reason}); give a folder you may write to", path = path.display())]
    Folder {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Something else goes by a name the index needs.
    #[error("{path}: is not part of an index; move it away or give another folder for the index", path = path.display())]
    Foreign {
        /// What stands in the way.
        path: PathBuf,
    },
    /// The caller asked to stop.
    #[error("stopped before the corpus was indexed; run it again")]
    Stopped,
    /// The search engine failed.
    #[error("the index cannot be read or written ({reason}); remove its folder and run it again")]
    Engine {
        /// What it said.
        reason: String,
    },
}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> Self {
        Self::Engine { reason: error.to_string() }
    }
}

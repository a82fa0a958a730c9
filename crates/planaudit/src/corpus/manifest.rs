//! `corpus.toml`: what the files of a folder are, where a person has said so.

use std::path::Path;

use serde::Deserialize;

use super::{CorpusError, Kind};

/// The manifest of a folder.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The documents it speaks of.
    #[serde(rename = "document", default)]
    pub documents: Vec<ManifestEntry>,
}

/// What the manifest says of one file; what is left out is recognised from the text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestEntry {
    /// Relative to the folder, with `/`; a sub-folder stands for all web pages in it, `.` for those of the folder
    /// itself.
    pub path: String,
    /// ODS code or name of the system.
    pub ics: Option<String>,
    /// What kind of document it is.
    pub kind: Option<Kind>,
    /// First year it covers.
    pub edition: Option<String>,
}

impl Manifest {
    /// The manifest of a folder; empty where there is none.
    ///
    /// # Errors
    /// [`CorpusError::Manifest`] with the place of the fault.
    pub fn of_folder(folder: &Path) -> Result<Self, CorpusError> {
        let path = folder.join("corpus.toml");
        match std::fs::read_to_string(&path) {
            Ok(written) => Self::parse(&path, &written),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(CorpusError::Unreadable { path, reason: error.to_string() }),
        }
    }

    /// The manifest in a file.
    ///
    /// # Errors
    /// [`CorpusError::Missing`] and [`CorpusError::Manifest`].
    pub fn of_file(path: &Path) -> Result<Self, CorpusError> {
        match std::fs::read_to_string(path) {
            Ok(written) => Self::parse(path, &written),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(CorpusError::Missing { path: path.to_owned() })
            }
            Err(error) => Err(CorpusError::Unreadable { path: path.to_owned(), reason: error.to_string() }),
        }
    }

    fn parse(path: &Path, written: &str) -> Result<Self, CorpusError> {
        toml::from_str(written).map_err(|error| {
            let before = &written[..written.floor_char_boundary(error.span().map_or(0, |span| span.start))];
            CorpusError::Manifest {
                path: path.to_owned(),
                line: before.matches('\n').count() + 1,
                column: before.rsplit('\n').next().unwrap_or_default().chars().count() + 1,
                message: error.message().to_owned(),
            }
        })
    }

    /// What it says of a file or folder.
    pub fn entry(&self, path: &str) -> Option<&ManifestEntry> {
        self.documents.iter().find(|entry| entry.path() == path)
    }
}

impl ManifestEntry {
    /// The path without the slash that may end a folder's.
    pub(super) fn path(&self) -> &str {
        self.path.trim_end_matches('/')
    }
}

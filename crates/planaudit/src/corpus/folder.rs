//! Finding the files of a corpus.

use std::path::{Path, PathBuf};

use planaudit_read::Format;

use super::{Manifest, ManifestEntry};

/// A file of the corpus.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it is.
    pub file: PathBuf,
    /// Relative to the corpus root, with `/`.
    pub path: String,
    /// What the manifest says of it.
    pub manifest: Option<ManifestEntry>,
}

/// A corpus that cannot be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CorpusError {
    /// The path does not exist.
    #[error("{path}: no such file or folder; check the spelling", path = path.display())]
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// There is nothing to read in it.
    #[error("{path}: no PDF, DOCX, HTML, Markdown or text file in it; give the folder that holds the plans", path = path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// A folder cannot be listed.
    #[error("{path}: cannot be listed ({reason}); check that you may read it", path = path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The manifest is faulty.
    #[error("{path}:{line}:{column}: {message}", path = path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// 1-based.
        line: usize,
        /// 1-based.
        column: usize,
        /// What is wrong and what to do.
        message: String,
    },
}

/// The files of a folder, sub-folders included, in order of path; or the one file given.
///
/// Hidden files and those no reader exists for are passed over; a file given by name never is. The manifest
/// `corpus.toml` at the top of the folder says what each is. A file the manifest lists is taken even if it is missing,
/// so that it is reported.
///
/// # Errors
/// [`CorpusError`].
pub fn find(root: &Path) -> Result<Vec<Entry>, CorpusError> {
    if root.is_file() {
        let path = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy().into_owned();
        return Ok(vec![Entry { file: root.to_owned(), path, manifest: None }]);
    }
    if !root.is_dir() {
        return Err(CorpusError::Missing { path: root.to_owned() });
    }
    let manifest = Manifest::of_folder(root)?;
    let mut entries = Vec::new();
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| CorpusError::Unreadable {
            path: error.path().unwrap_or(root).to_owned(),
            reason: error.to_string(),
        })?;
        // Office programs leave lock files named `~$plan.docx` beside open documents.
        let lock = entry.file_name().to_string_lossy().starts_with("~$");
        if !entry.file_type().is_file() || lock || Format::of_path(entry.path()).is_none() {
            continue;
        }
        let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let listed = manifest.entry(&path).cloned();
        entries.push(Entry { file: entry.path().to_owned(), path, manifest: listed });
    }
    for listed in &manifest.documents {
        if entries.iter().all(|entry| entry.path != listed.path) {
            entries.push(Entry {
                file: root.join(&listed.path),
                path: listed.path.clone(),
                manifest: Some(listed.clone()),
            });
        }
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    if entries.is_empty() {
        return Err(CorpusError::Empty { path: root.to_owned() });
    }
    Ok(entries)
}

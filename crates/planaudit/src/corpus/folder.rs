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
    #[error("{path}: no PDF, DOCX, PPTX, ODT, HTML, Markdown or text file in it; give the folder that holds the plans", path = path.display())]
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
/// Hidden files and those no reader exists for are passed over; a file given by name never is, and neither is one of a
/// kind that has to be converted first, so that it is reported. A sub-folder with an `index.html` that links to other
/// pages in it is one document, as is one that the manifest lists.
///
/// The manifest `corpus.toml` at the top of the folder says what each is. A file the manifest lists is taken even if it
/// is missing, so that it is reported.
///
/// # Errors
/// [`CorpusError`].
pub fn find(root: &Path) -> Result<Vec<Entry>, CorpusError> {
    find_listed(root, None)
}

/// The files of several folders, or files given by name, in order of path.
///
/// # Errors
/// [`CorpusError`].
pub fn find_all(roots: &[&Path]) -> Result<Vec<Entry>, CorpusError> {
    let mut entries = Vec::new();
    for root in roots {
        entries.extend(find(root)?);
    }
    entries.sort_by(|a, b| (&a.path, &a.file).cmp(&(&b.path, &b.file)));
    Ok(entries)
}

/// As [`find`], with a manifest that lies elsewhere.
///
/// # Errors
/// [`CorpusError`].
pub fn find_listed(root: &Path, manifest: Option<&Path>) -> Result<Vec<Entry>, CorpusError> {
    if root.is_file() {
        return Ok(vec![Entry { file: root.to_owned(), path: name_of(root), manifest: None }]);
    }
    if !root.is_dir() {
        return Err(CorpusError::Missing { path: root.to_owned() });
    }
    let manifest = match manifest {
        Some(file) => Manifest::of_file(file)?,
        None => Manifest::of_folder(root)?,
    };
    let listed = |path: &str| manifest.entry(path).cloned();
    if listed(".").is_some() {
        return Ok(vec![Entry { file: root.to_owned(), path: name_of(root), manifest: listed(".") }]);
    }
    let mut entries = Vec::new();
    let mut walk = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|error| CorpusError::Unreadable {
            path: error.path().unwrap_or(root).to_owned(),
            reason: error.to_string(),
        })?;
        let name = entry.file_name().to_string_lossy();
        let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let is_folder = entry.file_type().is_dir();
        let taken = if entry.depth() == 0 {
            false
        } else if is_folder {
            let passed_over = name.starts_with('.') || planaudit_read::is_companion(entry.path());
            let is_site = !passed_over && (listed(&path).is_some() || planaudit_read::is_site(entry.path()));
            if passed_over || is_site {
                walk.skip_current_dir();
            }
            is_site
        } else {
            // Office programs leave lock files named `~$plan.docx` beside open documents.
            let hidden = name.starts_with('.') || name.starts_with("~$");
            let known = Format::of_path(entry.path()).is_some() || planaudit_read::is_convertible(entry.path());
            entry.file_type().is_file() && !hidden && known
        };
        if taken {
            entries.push(Entry { file: entry.path().to_owned(), manifest: listed(&path), path });
        }
    }
    for entry in &manifest.documents {
        let path = entry.path();
        if entries.iter().all(|known| known.path != path) {
            entries.push(Entry { file: root.join(path), path: path.to_owned(), manifest: Some(entry.clone()) });
        }
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    if entries.is_empty() {
        return Err(CorpusError::Empty { path: root.to_owned() });
    }
    Ok(entries)
}

fn name_of(path: &Path) -> String {
    let whole = path.canonicalize();
    let name = whole.as_deref().unwrap_or(path).file_name();
    name.unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

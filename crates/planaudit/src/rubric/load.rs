//! Finding a rubric's files, and saying where in them a fault is.

use std::path::{Path, PathBuf};

use crate::rubric::Rubric;

/// A rubric's files: path inside its folder (with `/`) and contents, in order of path.
#[derive(Debug, Clone)]
pub struct Files {
    /// What the paths are shown under: the folder, or `built-in`.
    pub root: String,
    /// The files.
    pub files: Vec<(String, String)>,
}

/// A rubric that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RubricError {
    /// The folder or a file in it cannot be read.
    #[error("{path}: cannot be read ({reason}); give the folder that holds rubric.toml", path = path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A fault in a file, with its place.
    #[error("{file}:{line}:{column}: {message}")]
    Fault {
        /// The file.
        file: String,
        /// 1-based.
        line: usize,
        /// 1-based, in characters.
        column: usize,
        /// What is wrong and what to do.
        message: String,
    },
    /// A file that a rubric must have is missing.
    #[error("{root}: {message}")]
    Missing {
        /// The rubric's folder.
        root: String,
        /// What is missing and what to do.
        message: String,
    },
}

impl Files {
    /// Reads a folder: `rubric.toml`, `baseline.toml`, and every `.toml` file in `lexicons` and `questions`.
    ///
    /// # Errors
    /// [`RubricError::Unreadable`].
    pub fn read(folder: &Path) -> Result<Self, RubricError> {
        let unreadable = |path: &Path, reason: String| RubricError::Unreadable { path: path.to_owned(), reason };
        if !folder.join("rubric.toml").is_file() {
            return Err(unreadable(folder, "no rubric.toml in it".to_owned()));
        }
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(folder).max_depth(2).sort_by_file_name() {
            let entry = entry.map_err(|error| unreadable(folder, error.to_string()))?;
            let path = entry.path();
            if !entry.file_type().is_file() || path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let inside = path.strip_prefix(folder).unwrap_or(path);
            let name = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            let contents = std::fs::read_to_string(path).map_err(|error| unreadable(path, error.to_string()))?;
            files.push((name, contents));
        }
        files.sort();
        Ok(Self { root: folder.display().to_string(), files })
    }

    /// The built-in rubric's files.
    #[cfg(feature = "hpig")]
    pub fn hpig_2024() -> Self {
        let files = planaudit_rubrics::HPIG_2024.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self { root: "hpig-2024".to_owned(), files: files.collect() }
    }

    /// A file's contents.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|(known, _)| known == path).map(|(_, contents)| contents.as_str())
    }

    /// The files in a sub-folder.
    pub(super) fn within<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
            .map(|(path, contents)| (path.as_str(), contents.as_str()))
    }

    /// A fault at a byte of a file.
    pub(super) fn fault(&self, path: &str, byte: usize, message: impl Into<String>) -> RubricError {
        let contents = self.get(path).unwrap_or_default();
        let before = &contents[..contents.floor_char_boundary(byte.min(contents.len()))];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        RubricError::Fault {
            file: format!("{}/{path}", self.root),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        }
    }
}

impl Rubric {
    /// Reads and compiles a rubric folder.
    ///
    /// # Errors
    /// The first fault, with its place; `planaudit rubric check` lists them all.
    ///
    /// ```no_run
    /// let rubric = planaudit::Rubric::from_folder("my-rubric".as_ref())?;
    /// println!("{} questions", rubric.questions.len());
    /// # Ok::<(), planaudit::RubricError>(())
    /// ```
    pub fn from_folder(folder: &Path) -> Result<Self, RubricError> {
        Self::compile(&Files::read(folder)?).map_err(first)
    }

    /// The built-in rubric: the survey of 2023, published in January 2024.
    ///
    /// ```
    /// assert_eq!(planaudit::Rubric::hpig_2024().questions.len(), 48);
    /// ```
    ///
    /// # Panics
    /// Never in a released build: the built-in files are compiled by the tests.
    #[cfg(feature = "hpig")]
    pub fn hpig_2024() -> Self {
        match Self::compile(&Files::hpig_2024()) {
            Ok(rubric) => rubric,
            Err(faults) => panic!("the built-in rubric is broken: {}", first(faults)),
        }
    }
}

fn first(mut faults: Vec<RubricError>) -> RubricError {
    faults.swap_remove(0)
}

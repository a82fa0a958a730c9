//! `Corpus`: the files of a folder, read and known for what they are.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use planaudit::Unread;
use planaudit::corpus::{self, Given, ReadFile};
use pyo3::prelude::*;

use crate::content::{Content, registry};
use crate::document::Document;
use crate::progress::{Progress, ProgressArgument};
use crate::table::Table;
use crate::{error, tables, views, work};

/// The documents of a folder, read and identified, and the files that could not be read.
///
/// A corpus keeps its documents in memory. ``audit`` takes it as it takes a path, and does not read again.
///
/// Examples
/// --------
/// >>> corpus = planaudit.Corpus.from_folder(PLANS, progress=False)
/// >>> len(corpus), len(corpus.unread)
/// (6, 0)
/// >>> corpus.document("vexley-harnwood-joint-forward-plan.html").kind
/// 'jfp'
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Corpus {
    root: String,
    files: Vec<Arc<ReadFile>>,
    unread: Arc<Vec<Unread>>,
}

impl Corpus {
    /// The files, for whoever audits them.
    pub(crate) fn files(&self) -> &[Arc<ReadFile>] {
        &self.files
    }

    /// Those that could not be read.
    pub(crate) fn unread_files(&self) -> &[Unread] {
        &self.unread
    }
}

#[pymethods]
impl Corpus {
    /// Reads a folder with all below it, or one file.
    ///
    /// Parameters
    /// ----------
    /// path : str or Path
    ///     The folder.
    /// manifest : str or Path, optional
    ///     A file that says what the documents are; ``corpus.toml`` in the folder unless given.
    /// threads : int, optional
    ///     Files read at once; as many as there are cores unless given.
    /// progress : bool or callable, default True
    ///     As for `audit`.
    ///
    /// Raises
    /// ------
    /// DocumentError
    ///     The folder does not exist or holds nothing to read, or the manifest is faulty.
    #[staticmethod]
    #[pyo3(
        signature = (path, manifest=None, *, threads=None, progress=ProgressArgument::Flag(true)),
        text_signature = "(path, manifest=None, *, threads=None, progress=True)"
    )]
    fn from_folder(
        py: Python<'_>,
        path: PathBuf,
        manifest: Option<PathBuf>,
        threads: Option<usize>,
        progress: ProgressArgument<'_>,
    ) -> PyResult<Self> {
        let root = path.display().to_string();
        let results = Progress::shown(py, progress, move |progress| {
            let entries = corpus::find_listed(&path, manifest.as_deref())?;
            let done = AtomicUsize::new(0);
            let given = Given::default();
            Ok(corpus::each(&entries, threads.unwrap_or(0), |entry| {
                if progress.is_stopped() {
                    let reason = "stopped before it was read; run it again".to_owned();
                    return Err(Unread { path: entry.path.clone(), reason });
                }
                let file = ReadFile::of(entry, &given, registry());
                progress.tell(done.fetch_add(1, Ordering::Relaxed) + 1, entries.len());
                file
            }))
        })?
        .map_err(error::corpus)?;
        let (mut files, mut unread) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(file) => files.push(Arc::new(file)),
                Err(reason) => unread.push(reason),
            }
        }
        Ok(Self { root, files, unread: Arc::new(unread) })
    }

    /// The documents, in order of path.
    #[getter]
    fn documents(&self) -> Vec<Document> {
        self.files.iter().map(|file| Document::of(Arc::new(Content::of(Arc::clone(file))))).collect()
    }

    /// A document by its path, or by the end of it where only one ends so.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is no such document.
    fn document(&self, path: PathBuf) -> PyResult<Document> {
        let paths = self.files.iter().map(|file| file.path.as_str());
        match crate::query::position(paths, &path) {
            Some(index) => Ok(Document::of(Arc::new(Content::of(Arc::clone(&self.files[index]))))),
            None => Err(crate::query::none(&path, &self.unread, "[d.path for d in corpus.documents]")),
        }
    }

    /// One row for each document: what it is, and how much of it was read.
    #[getter]
    fn identities(&self, py: Python<'_>) -> PyResult<Table> {
        let files = self.files.clone();
        work::run(py, move || tables::identities(&files))?
    }

    /// One row for each file that was not read, with the reason.
    #[getter]
    fn unread(&self, py: Python<'_>) -> PyResult<Table> {
        let unread = Arc::clone(&self.unread);
        work::run(py, move || tables::unread(&unread))?
    }

    fn __len__(&self) -> usize {
        self.files.len()
    }

    fn __repr__(&self) -> String {
        format!("Corpus({}: {} documents, {} unread)", self.root, self.files.len(), self.unread.len())
    }

    fn _repr_html_(&self) -> String {
        views::corpus(&self.root, &self.files, &self.unread)
    }
}

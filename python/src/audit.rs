//! `audit` and `audit_text`.

use std::path::{Path, PathBuf};

use planaudit::Options;
use planaudit::assess;
use planaudit::corpus::{self, Given, Kind};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::assessment::Assessment;
use crate::corpus::Corpus;
use crate::error;
use crate::progress::{Progress, ProgressArgument};
use crate::rubric::{Loaded, RubricArgument};
use crate::run::Run;
use crate::sources::Sources;
use crate::work;

/// What to audit: a corpus that was read, a path, or several.
#[derive(FromPyObject)]
pub(crate) enum CorpusArgument<'py> {
    Read(Bound<'py, Corpus>),
    One(PathBuf),
    Many(Vec<PathBuf>),
}

/// Answers every question of a rubric for every document of a corpus.
///
/// Parameters
/// ----------
/// corpus : Corpus, str, Path or list of paths
///     A corpus that was read, or files and folders; a folder is read with all below it, ``corpus.toml`` in it says
///     what the files are.
/// rubric : Rubric, str or Path, optional
///     A rubric, its folder, or the name of a built-in one; ``"hpig-2024"`` unless given.
/// kind : {"strategy", "jfp", "other"}, optional
///     What all the files are; found from each file unless given.
/// ics : str, optional
///     Whose they are: an ODS code or a name.
/// edition : str, optional
///     First year they cover.
/// threads : int, optional
///     Files read at once; as many as there are cores unless given.
/// progress : bool or callable, default True
///     Show a bar, where tqdm is installed; or call ``progress(done, total)``, counted in files.
///
/// Returns
/// -------
/// Assessment
///     Files that cannot be read are in its ``unread``; they never cost the others their results.
///
/// Raises
/// ------
/// DocumentError
///     A path does not exist or holds nothing to read.
/// RubricError
///     The rubric cannot be used.
/// ValueError
///     An unknown kind; or ``kind``, ``ics`` or ``edition`` of a corpus that was read, which knows them already.
/// KeyboardInterrupt
///     Within a second of Ctrl-C or the stop button.
///
/// Examples
/// --------
/// >>> assessment = planaudit.audit(PLANS, progress=False)
/// >>> assessment
/// Assessment(hpig-2024 ...: 6 documents, 0 unread; ...)
/// >>> assessment.ratings.columns[:4]
/// ['document', 'ics', 'kind', 'edition']
#[pyfunction]
#[pyo3(
    signature = (
        corpus, *, rubric=None, kind=None, ics=None, edition=None, threads=None, progress=ProgressArgument::Flag(true)
    ),
    text_signature = "(corpus, *, rubric=None, kind=None, ics=None, edition=None, threads=None, progress=True)"
)]
#[allow(clippy::too_many_arguments, reason = "Python names them at the call")]
pub(crate) fn audit(
    py: Python<'_>,
    corpus: CorpusArgument<'_>,
    rubric: Option<RubricArgument<'_>>,
    kind: Option<&str>,
    ics: Option<String>,
    edition: Option<String>,
    threads: Option<usize>,
    progress: ProgressArgument<'_>,
) -> PyResult<Assessment> {
    let given = Given { kind: kind.map(parse_kind).transpose()?, ics, edition };
    let rubric = RubricArgument::loaded(py, rubric)?;
    let threads = threads.unwrap_or(0);
    let paths = match corpus {
        CorpusArgument::Read(corpus) => {
            if given.kind.is_some() || given.ics.is_some() || given.edition.is_some() {
                return Err(PyValueError::new_err(
                    "kind, ics and edition are said when files are read; give the path, or write them in corpus.toml",
                ));
            }
            let (files, unread) = (corpus.get().files().to_vec(), corpus.get().unread_files().to_vec());
            return Progress::shown(py, progress, move |progress| {
                let tell = |done: usize, total: usize| told(progress, done, total);
                let options = Options { given, threads, progress: Some(&tell) };
                let mut found = assess::audit_files(&files, &rubric.compiled, &options);
                found.unread.extend(unread);
                let sources = Sources::held(&found.documents, &files);
                Assessment::of(Run::of(found, &rubric.compiled.baseline, sources))
            });
        }
        CorpusArgument::One(path) => vec![path],
        CorpusArgument::Many(paths) => paths,
    };
    if paths.is_empty() {
        return Err(error::DocumentError::new_err("no path given; give a file, a folder, or a list of them"));
    }
    let run = Progress::shown(py, progress, move |progress| {
        let tell = |done: usize, total: usize| told(progress, done, total);
        let options = Options { given, threads, progress: Some(&tell) };
        let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
        let entries = corpus::find_all(&paths)?;
        let found = assess::audit_entries(&entries, &rubric.compiled, &options);
        let sources = Sources::found(&found.documents, &entries);
        Ok(Run::of(found, &rubric.compiled.baseline, sources))
    })?;
    run.map(Assessment::of).map_err(error::corpus)
}

fn told(progress: &Progress, done: usize, total: usize) -> bool {
    progress.tell(done, total);
    !progress.is_stopped()
}

/// Answers every question of a rubric for a text in memory, read as Markdown.
///
/// Parameters
/// ----------
/// text : str
///     The text; `#` lines are headings, `-` lines list items.
/// kind : {"strategy", "jfp"}, default "jfp"
///     What it is to be asked as.
/// rubric : Rubric, str or Path, optional
///     As for `audit`.
///
/// Returns
/// -------
/// Assessment
///     Of one document, whose path is ``"text"``.
///
/// Examples
/// --------
/// >>> assessment = planaudit.audit_text("An easy read version of this plan is on our website.")
/// >>> assessment.answer("text", "cp.easy_read").evidence
/// [Evidence("An easy read version of this plan is on our website.")]
#[pyfunction]
#[pyo3(signature = (text, kind="jfp", rubric=None))]
pub(crate) fn audit_text(
    py: Python<'_>,
    text: String,
    kind: &str,
    rubric: Option<RubricArgument<'_>>,
) -> PyResult<Assessment> {
    let kind = parse_kind(kind)?;
    let rubric = RubricArgument::loaded(py, rubric)?;
    work::run(py, move || Assessment::of(of_text(&text, kind, &rubric)))
}

/// One text assessed.
pub(crate) fn of_text(text: &str, kind: Kind, rubric: &Loaded) -> Run {
    let found = planaudit::Assessment {
        planaudit: env!("CARGO_PKG_VERSION").to_owned(),
        rubric: rubric.compiled.stamp.clone(),
        documents: vec![planaudit::assess_text(text, kind, &rubric.compiled)],
        unread: Vec::new(),
    };
    Run::of(found, &rubric.compiled.baseline, Sources::text(text))
}

/// A kind as Python writes it.
pub(crate) fn parse_kind(written: &str) -> PyResult<Kind> {
    written.parse().map_err(PyValueError::new_err)
}

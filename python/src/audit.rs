//! `audit` and `audit_text`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use planaudit::Options;
use planaudit::corpus::{Given, Kind};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::assessment::Assessment;
use crate::rubric::RubricArgument;
use crate::{error, work};

/// One path or several.
#[derive(FromPyObject)]
pub(crate) enum Paths {
    One(PathBuf),
    Many(Vec<PathBuf>),
}

/// Whether to show a bar, or what to call.
#[derive(FromPyObject)]
pub(crate) enum ProgressArgument<'py> {
    Flag(bool),
    Callable(Bound<'py, PyAny>),
}

/// How far a run has come; written by the run, read by the thread that waits for it.
#[derive(Default)]
struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    stopped: AtomicBool,
}

/// Answers every question of a rubric for every document of a corpus.
///
/// Parameters
/// ----------
/// paths : str, Path or list of them
///     Files and folders; a folder is read with all below it, `corpus.toml` in it says what the files are.
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
/// KeyboardInterrupt
///     Within a second of Ctrl-C or the stop button.
#[pyfunction]
#[pyo3(
    signature = (
        paths, *, rubric=None, kind=None, ics=None, edition=None, threads=None, progress=ProgressArgument::Flag(true)
    ),
    text_signature = "(paths, *, rubric=None, kind=None, ics=None, edition=None, threads=None, progress=True)"
)]
#[allow(clippy::too_many_arguments, reason = "Python names them at the call")]
pub(crate) fn audit(
    py: Python<'_>,
    paths: Paths,
    rubric: Option<RubricArgument<'_>>,
    kind: Option<&str>,
    ics: Option<String>,
    edition: Option<String>,
    threads: Option<usize>,
    progress: ProgressArgument<'_>,
) -> PyResult<Assessment> {
    let given = Given { kind: kind.map(parse_kind).transpose()?, ics, edition };
    let rubric = RubricArgument::compiled(py, rubric)?;
    let paths = match paths {
        Paths::One(path) => vec![path],
        Paths::Many(paths) => paths,
    };
    if paths.is_empty() {
        return Err(error::DocumentError::new_err("no path given; give a file, a folder, or a list of them"));
    }
    let callback = callback(py, progress)?;
    let state = Arc::new(Progress::default());
    let (seen, asked) = (Arc::clone(&state), Arc::clone(&rubric));
    let run = move || {
        let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
        let progress = |done: usize, total: usize| {
            seen.total.store(total, Ordering::Relaxed);
            seen.done.fetch_max(done, Ordering::Relaxed);
            !seen.stopped.load(Ordering::Relaxed)
        };
        let options = Options { given, threads: threads.unwrap_or(0), progress: Some(&progress) };
        planaudit::audit(&paths, &asked, &options).map(|assessment| Assessment::of(assessment, &asked.baseline))
    };
    let mut shown = 0;
    let mut show = |py: Python<'_>| {
        let (done, total) = (state.done.load(Ordering::Relaxed), state.total.load(Ordering::Relaxed));
        match &callback {
            Some(callback) if done > shown => {
                shown = done;
                callback.bind(py).call1((done, total)).map(|_| ())
            }
            _ => Ok(()),
        }
    };
    let result = work::watched(py, run, &mut show).and_then(|result| show(py).map(|()| result));
    // A run nobody waits for stops after the files it is at.
    state.stopped.store(true, Ordering::Relaxed);
    if let Some(callback) = &callback
        && let Ok(close) = callback.bind(py).getattr("close")
    {
        close.call0()?;
    }
    result?.map_err(error::corpus)
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
#[pyfunction]
#[pyo3(signature = (text, kind="jfp", rubric=None))]
pub(crate) fn audit_text(
    py: Python<'_>,
    text: String,
    kind: &str,
    rubric: Option<RubricArgument<'_>>,
) -> PyResult<Assessment> {
    let kind = parse_kind(kind)?;
    let rubric = RubricArgument::compiled(py, rubric)?;
    work::run(py, move || {
        let document = planaudit::assess_text(&text, kind, &rubric);
        let assessment = planaudit::Assessment {
            planaudit: env!("CARGO_PKG_VERSION").to_owned(),
            rubric: rubric.stamp.clone(),
            documents: vec![document],
            unread: Vec::new(),
        };
        Assessment::of(assessment, &rubric.baseline)
    })
}

fn parse_kind(written: &str) -> PyResult<Kind> {
    written.parse().map_err(PyValueError::new_err)
}

/// What is called as a run goes on: the bar, the user's own, or nothing.
fn callback(py: Python<'_>, progress: ProgressArgument<'_>) -> PyResult<Option<Py<PyAny>>> {
    match progress {
        ProgressArgument::Flag(false) => Ok(None),
        ProgressArgument::Flag(true) => {
            Ok(Some(py.import("planaudit.progress")?.getattr("ProgressBar")?.call0()?.unbind()))
        }
        ProgressArgument::Callable(callable) => Ok(Some(callable.unbind())),
    }
}

//! `Assessment`: every answer of every document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use planaudit::corpus;
use planaudit::rubric::Baseline;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::answer::Answer;
use crate::audit::CorpusArgument;
use crate::document::Document;
use crate::error::{PlanauditError, QueryError};
use crate::run::Run;
use crate::sources::Sources;
use crate::table::Table;
use crate::{error, query, rubric, tables, views, work};

/// One run over a corpus: ratings, the evidence behind them, leads, and the national table.
///
/// Every table has columns of documented names: see the reference, or `Table.columns`.
///
/// Examples
/// --------
/// >>> assessment = planaudit.audit(PLANS, progress=False)
/// >>> assessment.answer("vexley-harnwood-joint-forward-plan.html", "cp.easy_read")
/// Answer(vexley-harnwood-joint-forward-plan.html, cp.easy_read: ..., ... passages, ... near misses)
/// >>> assessment.leads.to_polars().height == len(assessment.leads)
/// True
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Assessment {
    run: Arc<Run>,
}

impl Assessment {
    /// What a run found.
    pub(crate) fn of(run: Run) -> Self {
        Self { run: Arc::new(run) }
    }

    /// The run, for whoever compares it.
    pub(crate) fn run(&self) -> &Arc<Run> {
        &self.run
    }

    fn table<B>(&self, py: Python<'_>, build: B) -> PyResult<Table>
    where
        B: FnOnce(&planaudit::Assessment) -> PyResult<Table> + Send + 'static,
    {
        let run = Arc::clone(&self.run);
        work::run(py, move || build(&run.found))?
    }

    fn position(&self, given: &Path) -> PyResult<usize> {
        let found = &self.run.found;
        query::position(found.documents.iter().map(|document| document.path.as_str()), given)
            .ok_or_else(|| query::none(given, &found.unread, "assessment.documents.column(\"document\")"))
    }
}

#[pymethods]
impl Assessment {
    /// One row for each answer.
    #[getter]
    fn ratings(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::ratings)
    }

    /// One row for each passage behind each answer, best first within an answer.
    #[getter]
    fn evidence(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::evidence)
    }

    /// One row for each passage that nearly supported an answer, with the condition it failed.
    #[getter]
    fn near_misses(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::near_misses)
    }

    /// One row for each lead found: role, name, organisation, contact, state, page.
    #[getter]
    fn leads(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::leads)
    }

    /// One row for each quantified target found: measure, group, baseline, figure, unit, direction, date, page.
    #[getter]
    fn targets(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::targets)
    }

    /// The national table: n, count and percentage of every answer, the published figure beside it.
    #[getter]
    fn summary(&self, py: Python<'_>) -> PyResult<Table> {
        let run = Arc::clone(&self.run);
        work::run(py, move || tables::summary(&run.summary))?
    }

    /// One row for each document that was read.
    #[getter]
    fn documents(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::documents)
    }

    /// One row for each file that was not read, with the reason.
    #[getter]
    fn unread(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, |found| tables::unread(&found.unread))
    }

    /// The answer to a question.
    ///
    /// Parameters
    /// ----------
    /// document : str or Path
    ///     Path of the document in the corpus, or the end of it where only one ends so.
    /// question : str
    ///     Id of the question.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is no such document, or the question was not asked of its kind.
    fn answer(&self, document: PathBuf, question: &str) -> PyResult<Answer> {
        let index = self.position(&document)?;
        let rubric = &self.run.found.rubric;
        let found = &self.run.found.documents[index];
        if let Some(answer) = found.answers.iter().position(|answer| answer.question == question) {
            return Ok(Answer::at(Arc::clone(&self.run), index, answer));
        }
        Err(QueryError::new_err(match rubric.questions.iter().find(|stamp| stamp.id == question) {
            Some(_) => format!("{}: `{question}` is not asked of the kind `{}`", found.path, found.kind.as_str()),
            None => format!("no question `{question}` in {}; `Rubric.questions` lists them", rubric.id),
        }))
    }

    /// The answer to a question in plain text: verdict, reasons, passages, near misses.
    ///
    /// Parameters
    /// ----------
    /// document, question
    ///     As for `answer`.
    ///
    /// Examples
    /// --------
    /// >>> assessment = planaudit.audit_text("Look at the easy read version of this plan on our website.")
    /// >>> "Answer: Yes" in assessment.explain("text", "cp.easy_read")
    /// True
    fn explain(&self, document: PathBuf, question: &str) -> PyResult<String> {
        Ok(self.answer(document, question)?.explained())
    }

    /// A document as it was read; a file is read again.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is no such document, or its file has changed or gone.
    fn document(&self, py: Python<'_>, path: PathBuf) -> PyResult<Document> {
        let index = self.position(&path)?;
        let run = Arc::clone(&self.run);
        work::run(py, move || run.content(index))?.map(Document::of).map_err(QueryError::new_err)
    }

    /// Writes the report.
    ///
    /// Parameters
    /// ----------
    /// path : str or Path
    ///     A folder, made if need be, for the page and four CSV tables; or a file ending in ``.html``, for the page
    ///     alone.
    ///
    /// Returns
    /// -------
    /// Path
    ///     Of the page, one self-contained file.
    fn report(&self, py: Python<'_>, path: PathBuf) -> PyResult<PathBuf> {
        let run = Arc::clone(&self.run);
        work::run(py, move || {
            let (found, summary) = (&run.found, &run.summary);
            if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html")) {
                let page = planaudit_report::html(found, summary).map_err(error::report)?;
                write(&path, page.as_bytes())?;
                return Ok(path);
            }
            planaudit_report::write_folder(found, summary, &path).map_err(error::report)?;
            Ok(path.join("index.html"))
        })?
    }

    /// The assessment file: returned, or written where a path is given.
    #[pyo3(signature = (path=None))]
    fn to_json(&self, py: Python<'_>, path: Option<PathBuf>) -> PyResult<Option<String>> {
        let run = Arc::clone(&self.run);
        work::run(py, move || {
            let mut json = serde_json::to_string_pretty(&run.found)
                .map_err(|error| PlanauditError::new_err(format!("no JSON form ({error}); please report it")))?;
            json.push('\n');
            match path {
                Some(path) => write(&path, json.as_bytes()).map(|()| None),
                None => Ok(Some(json)),
            }
        })?
    }

    /// Reads an assessment file.
    ///
    /// Parameters
    /// ----------
    /// source : str or Path
    ///     A path, or the JSON text itself, which begins with ``{``.
    /// corpus : Corpus, str, Path or list of paths, optional
    ///     Where its documents are, so that passages can be shown in context.
    ///
    /// Raises
    /// ------
    /// PlanauditError
    ///     It cannot be opened or is not an assessment.
    ///
    /// Examples
    /// --------
    /// >>> text = planaudit.audit_text("A plan.").to_json()
    /// >>> planaudit.Assessment.from_json(text).to_json() == text
    /// True
    #[staticmethod]
    #[pyo3(signature = (source, corpus=None))]
    fn from_json(py: Python<'_>, source: &Bound<'_, PyAny>, corpus: Option<CorpusArgument<'_>>) -> PyResult<Self> {
        let text = match source.cast::<PyString>() {
            Ok(text) => Some(text.to_cow()?.into_owned()).filter(|text| text.trim_start().starts_with('{')),
            Err(_) => None,
        };
        let path = if text.is_some() { None } else { Some(source.extract::<PathBuf>()?) };
        let places = corpus.map(Places::of);
        work::run(py, move || {
            let (name, json) = match (path, text) {
                (Some(path), _) => {
                    let json = std::fs::read_to_string(&path).map_err(|error| error::file(&path, "opened", &error))?;
                    (path.display().to_string(), json)
                }
                (None, text) => ("JSON text".to_owned(), text.unwrap_or_default()),
            };
            let found: planaudit::Assessment = serde_json::from_str(&json).map_err(|error| {
                PlanauditError::new_err(format!(
                    "{name}: not an assessment ({error}); write it with `planaudit audit --json`"
                ))
            })?;
            let sources = found_again(&found, places)?;
            let baseline = if found.rubric.id == rubric::BUILT_IN {
                &rubric::built_in().compiled.baseline
            } else {
                &Baseline::default()
            };
            Ok(Self::of(Run::of(found, baseline, sources)))
        })?
    }

    fn __repr__(&self) -> String {
        let count = |verdict: &planaudit::Verdict| {
            let answers = self.run.found.documents.iter().flat_map(|document| &document.answers);
            answers.filter(|answer| answer.verdict.as_ref() == Some(verdict)).count()
        };
        format!(
            "Assessment({} {}: {} documents, {} unread; yes {}, to some extent {}, no {}; {} leads)",
            self.run.found.rubric.id,
            self.run.found.rubric.version,
            self.run.found.documents.len(),
            self.run.found.unread.len(),
            count(&planaudit::Verdict::Yes),
            count(&planaudit::Verdict::Some),
            count(&planaudit::Verdict::No),
            self.run.found.documents.iter().map(|document| document.leads.len()).sum::<usize>()
        )
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let run = Arc::clone(&self.run);
        work::run(py, move || views::matrix(&run.found))
    }
}

/// Where the documents of an assessment file are.
enum Places {
    Read(Vec<Arc<corpus::ReadFile>>),
    Paths(Vec<PathBuf>),
}

impl Places {
    fn of(argument: CorpusArgument<'_>) -> Self {
        match argument {
            CorpusArgument::Read(corpus) => Self::Read(corpus.get().files().to_vec()),
            CorpusArgument::One(path) => Self::Paths(vec![path]),
            CorpusArgument::Many(paths) => Self::Paths(paths),
        }
    }
}

fn found_again(found: &planaudit::Assessment, places: Option<Places>) -> PyResult<Sources> {
    Ok(match places {
        None => Sources::default(),
        Some(Places::Read(files)) => Sources::held(&found.documents, &files),
        Some(Places::Paths(paths)) => {
            let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
            Sources::found(&found.documents, &corpus::find_all(&paths).map_err(error::corpus)?)
        }
    })
}

/// Writes beside the file and renames, so that nobody sees half of it.
fn write(path: &Path, bytes: &[u8]) -> PyResult<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes).map_err(|error| error::file(path, "written", &error))?;
    std::fs::rename(&beside, path).map_err(|error| error::file(path, "written", &error))
}

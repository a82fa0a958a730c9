//! `Assessment`: every answer of every document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use planaudit::Summary;
use planaudit::rubric::Baseline;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::answer::Answer;
use crate::error::{PlanauditError, QueryError};
use crate::table::Table;
use crate::{error, matrix, rubric, tables, work};

/// One run over a corpus: ratings, the evidence behind them, leads, and the national table.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Assessment {
    found: Arc<planaudit::Assessment>,
    summary: Arc<Summary>,
}

impl Assessment {
    /// An assessment with its national table beside published figures.
    pub(crate) fn of(found: planaudit::Assessment, baseline: &Baseline) -> Self {
        let summary = Summary::of(&found, baseline);
        Self { found: Arc::new(found), summary: Arc::new(summary) }
    }

    fn table<B>(&self, py: Python<'_>, build: B) -> PyResult<Table>
    where
        B: FnOnce(&planaudit::Assessment) -> PyResult<Table> + Send + 'static,
    {
        let found = Arc::clone(&self.found);
        work::run(py, move || build(&found))?
    }

    /// The document a path stands for: the path itself, or the end of exactly one.
    fn document(&self, given: &Path) -> PyResult<usize> {
        let given = given.to_string_lossy().replace('\\', "/");
        let documents = &self.found.documents;
        if let Some(index) = documents.iter().position(|document| document.path == given) {
            return Ok(index);
        }
        let ending = format!("/{given}");
        let mut ends = (0..documents.len()).filter(|index| documents[*index].path.ends_with(&ending));
        if let (Some(index), None) = (ends.next(), ends.next()) {
            return Ok(index);
        }
        if let Some(unread) = self.found.unread.iter().find(|unread| unread.path == given) {
            return Err(QueryError::new_err(format!("{given}: was not read: {}", unread.reason)));
        }
        Err(QueryError::new_err(format!(
            "no document `{given}`; `assessment.documents.column(\"document\")` lists them"
        )))
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

    /// The national table: n, count and percentage of every answer, the published figure beside it.
    #[getter]
    fn summary(&self, py: Python<'_>) -> PyResult<Table> {
        let summary = Arc::clone(&self.summary);
        work::run(py, move || tables::summary(&summary))?
    }

    /// One row for each document that was read.
    #[getter]
    fn documents(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::documents)
    }

    /// One row for each file that was not read, with the reason.
    #[getter]
    fn unread(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::unread)
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
        let index = self.document(&document)?;
        let found = &self.found.documents[index];
        if let Some(answer) = found.answers.iter().position(|answer| answer.question == question) {
            return Ok(Answer::at(Arc::clone(&self.found), index, answer));
        }
        Err(QueryError::new_err(match self.found.rubric.questions.iter().find(|stamp| stamp.id == question) {
            Some(_) => format!("{}: `{question}` is not asked of the kind `{}`", found.path, found.kind.as_str()),
            None => format!("no question `{question}` in {}; `Rubric.questions` lists them", self.found.rubric.id),
        }))
    }

    /// The answer to a question in plain text: verdict, reasons, passages, near misses.
    fn explain(&self, document: PathBuf, question: &str) -> PyResult<String> {
        Ok(self.answer(document, question)?.explained())
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
        let (found, summary) = (Arc::clone(&self.found), Arc::clone(&self.summary));
        work::run(py, move || {
            if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html")) {
                let page = planaudit_report::html(&found, &summary).map_err(error::report)?;
                write(&path, page.as_bytes())?;
                return Ok(path);
            }
            planaudit_report::write_folder(&found, &summary, &path).map_err(error::report)?;
            Ok(path.join("index.html"))
        })?
    }

    /// The assessment file: returned, or written where a path is given.
    #[pyo3(signature = (path=None))]
    fn to_json(&self, py: Python<'_>, path: Option<PathBuf>) -> PyResult<Option<String>> {
        let found = Arc::clone(&self.found);
        work::run(py, move || {
            let mut json = serde_json::to_string_pretty(&*found)
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
    ///
    /// Raises
    /// ------
    /// PlanauditError
    ///     It cannot be opened or is not an assessment.
    #[staticmethod]
    fn from_json(py: Python<'_>, source: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = match source.cast::<PyString>() {
            Ok(text) => Some(text.to_cow()?.into_owned()).filter(|text| text.trim_start().starts_with('{')),
            Err(_) => None,
        };
        let path = if text.is_some() { None } else { Some(source.extract::<PathBuf>()?) };
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
            if found.rubric.id == rubric::BUILT_IN {
                return Ok(Self::of(found, &rubric::built_in().baseline));
            }
            Ok(Self::of(found, &Baseline::default()))
        })?
    }

    fn __repr__(&self) -> String {
        let count = |verdict: &planaudit::Verdict| {
            let answers = self.found.documents.iter().flat_map(|document| &document.answers);
            answers.filter(|answer| answer.verdict.as_ref() == Some(verdict)).count()
        };
        format!(
            "Assessment({} {}: {} documents, {} unread; yes {}, to some extent {}, no {}; {} leads)",
            self.found.rubric.id,
            self.found.rubric.version,
            self.found.documents.len(),
            self.found.unread.len(),
            count(&planaudit::Verdict::Yes),
            count(&planaudit::Verdict::Some),
            count(&planaudit::Verdict::No),
            self.found.documents.iter().map(|document| document.leads.len()).sum::<usize>()
        )
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let found = Arc::clone(&self.found);
        work::run(py, move || matrix::html(&found))
    }
}

/// Writes beside the file and renames, so that nobody sees half of it.
fn write(path: &Path, bytes: &[u8]) -> PyResult<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes).map_err(|error| error::file(path, "written", &error))?;
    std::fs::rename(&beside, path).map_err(|error| error::file(path, "written", &error))
}

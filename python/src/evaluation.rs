//! `evaluate` and `Evaluation`: answers compared with the keys of careful readers.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;

use crate::assessment::Assessment;
use crate::table::Table;
use crate::{error, tables, views, work};

/// How far answers agree with answer keys: over all, and question by question.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Evaluation {
    found: Arc<planaudit::evaluate::Evaluation>,
}

/// Compares an assessment with answer keys.
///
/// Parameters
/// ----------
/// assessment : Assessment
///     What was answered.
/// gold : str or Path
///     A folder of keys; ``plan.labels.jsonl`` is the key of the document whose file name without extension is
///     ``plan``.
///
/// Returns
/// -------
/// Evaluation
///     Shares from 0 to 1, each with the interval that resampled documents give in 95 of 100 draws.
///
/// Raises
/// ------
/// DocumentError
///     The folder holds no key, or a key cannot be read; with file and line.
/// QueryError
///     No key has a document in the assessment, or a key fits two.
///
/// Examples
/// --------
/// >>> assessment = planaudit.audit(GOLD / "G1.md", progress=False)
/// >>> evaluation = planaudit.evaluate(assessment, GOLD)
/// >>> evaluation.documents, "G2" in evaluation.missing
/// (['G1'], True)
/// >>> evaluation.overall.columns
/// ['group', 'measure', 'n', 'value', 'low', 'high', 'undefined']
#[pyfunction]
pub(crate) fn evaluate(py: Python<'_>, assessment: &Bound<'_, Assessment>, gold: PathBuf) -> PyResult<Evaluation> {
    let run = Arc::clone(assessment.get().run());
    let found = work::run(py, move || planaudit::evaluate::evaluate(&run.found, &gold))?;
    found.map(|found| Evaluation { found: Arc::new(found) }).map_err(error::evaluation)
}

impl Evaluation {
    fn table<B>(&self, py: Python<'_>, build: B) -> PyResult<Table>
    where
        B: FnOnce(&planaudit::evaluate::Evaluation) -> PyResult<Table> + Send + 'static,
    {
        let found = Arc::clone(&self.found);
        work::run(py, move || build(&found))?
    }
}

#[pymethods]
impl Evaluation {
    /// Names of the keys compared.
    #[getter]
    fn documents(&self) -> Vec<String> {
        self.found.documents.clone()
    }

    /// Names of the keys that have no document in the assessment.
    #[getter]
    fn missing(&self) -> Vec<String> {
        self.found.missing.clone()
    }

    /// One row for each measure over all questions: n, value, interval, and why where there is none.
    #[getter]
    fn overall(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::overall)
    }

    /// One row for each question and measure, with the status the question has and the one its agreement speaks for.
    #[getter]
    fn questions(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::by_question)
    }

    /// Ratings as counts: one row for each key, with how often it was answered *no*, *to some extent*, *yes*.
    #[getter]
    fn ratings(&self, py: Python<'_>) -> PyResult<Table> {
        self.table(py, tables::confusion)
    }

    fn __repr__(&self) -> String {
        let exact = self.found.overall.first().and_then(|score| score.value);
        let exact = exact.map(|value| format!("; ratings agree exactly in {:.0} %", 100.0 * value)).unwrap_or_default();
        format!("Evaluation({} keys{exact})", self.found.documents.len())
    }

    fn _repr_html_(&self) -> String {
        views::evaluation(&self.found)
    }
}

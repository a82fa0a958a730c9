//! `Answer`: the answer to one question of one document.

use std::sync::Arc;

use planaudit::Verdict;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::error::QueryError;
use crate::evidence::Evidence;
use crate::near_miss::NearMiss;
use crate::page::Page;
use crate::person::Person;
use crate::question::status_name;
use crate::run::Run;
use crate::{explain, json, views, work};

/// The answer to a question, with what carried it and what nearly did.
///
/// Examples
/// --------
/// >>> assessment = planaudit.audit_text("An easy read version of this plan is on our website.")
/// >>> answer = assessment.answer("text", "cp.easy_read")
/// >>> answer.verdict, len(answer.evidence)
/// ('yes', 1)
/// >>> answer.page().marked
/// ['An easy read version of this plan is on our website.']
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Answer {
    run: Arc<Run>,
    document: usize,
    index: usize,
}

impl Answer {
    /// The answer at a place of an assessment; both places exist.
    pub(crate) fn at(run: Arc<Run>, document: usize, index: usize) -> Self {
        Self { run, document, index }
    }

    fn found(&self) -> &planaudit::Answer {
        &self.run.found.documents[self.document].answers[self.index]
    }

    /// In plain text, with its reasons and passages.
    pub(crate) fn explained(&self) -> String {
        explain::answer(&self.run.found, &self.run.found.documents[self.document], self.found())
    }
}

#[pymethods]
impl Answer {
    /// Path of the document.
    #[getter]
    fn document(&self) -> &str {
        &self.run.found.documents[self.document].path
    }

    /// Id of the question.
    #[getter]
    fn question(&self) -> &str {
        &self.found().question
    }

    /// ``"yes"``, ``"some"``, ``"no"``, an option, or a verdict on a person; None when not assessed.
    #[getter]
    fn verdict(&self) -> Option<&str> {
        self.found().verdict.as_ref().map(Verdict::as_str)
    }

    /// The options found, in report order.
    #[getter]
    fn options(&self) -> Vec<String> {
        self.found().options.clone()
    }

    /// The people found.
    #[getter]
    fn people(&self) -> Vec<Person> {
        self.found().people.iter().cloned().map(Person::of).collect()
    }

    /// Further points of the instrument.
    #[getter]
    fn also<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let points = PyDict::new(py);
        for (name, value) in &self.found().also {
            points.set_item(name, json::to_python(py, value)?)?;
        }
        Ok(points)
    }

    /// What carried the verdict.
    #[getter]
    fn why(&self) -> Vec<String> {
        self.found().why.clone()
    }

    /// What a better verdict would have needed.
    #[getter]
    fn why_not(&self) -> Vec<String> {
        self.found().why_not.clone()
    }

    /// How far to trust it without a person: ``"automatic"``, ``"assist"`` or ``"manual"``.
    #[getter]
    fn status(&self) -> &'static str {
        status_name(self.found().status)
    }

    /// A *Yes* that rests on one passage.
    #[getter]
    fn fragile(&self) -> bool {
        self.found().fragile
    }

    /// The passages that carried it, best first.
    #[getter]
    fn evidence(&self) -> Vec<Evidence> {
        self.found().evidence.iter().cloned().map(Evidence::of).collect()
    }

    /// The passages that nearly did, best first.
    #[getter]
    fn near_misses(&self) -> Vec<NearMiss> {
        self.found().near_misses.iter().cloned().map(NearMiss::of).collect()
    }

    /// The page that a passage of its evidence begins on, the passage marked; its section where there are no pages.
    ///
    /// Parameters
    /// ----------
    /// passage : int, default 0
    ///     Index into `evidence`.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is no such passage, or the document can no longer be had.
    #[pyo3(signature = (passage=0))]
    fn page(&self, py: Python<'_>, passage: usize) -> PyResult<Page> {
        let evidence = &self.found().evidence;
        let Some(evidence) = evidence.get(passage) else {
            let count = evidence.len();
            return Err(QueryError::new_err(match count {
                0 => format!("{}: no passage answers `{}`; `near_misses` may help", self.document(), self.question()),
                _ => format!("no passage {passage}; there are {count}, from 0"),
            }));
        };
        let (run, document, characters) = (Arc::clone(&self.run), self.document, evidence.start..evidence.end);
        let page = work::run(py, move || run.content(document).map(|content| Page::of_passage(content, &characters)))?;
        page.map_err(QueryError::new_err)
    }

    fn __repr__(&self) -> String {
        let found = self.found();
        format!(
            "Answer({}, {}: {}, {} passages, {} near misses)",
            self.document(),
            found.question,
            self.verdict().unwrap_or("not assessed"),
            found.evidence.len(),
            found.near_misses.len()
        )
    }

    fn __str__(&self) -> String {
        self.explained()
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let (run, document, index) = (Arc::clone(&self.run), self.document, self.index);
        work::run(py, move || {
            let content = run.content(document);
            let found = &run.found.documents[document];
            let content = content.as_deref().map_err(String::as_str);
            views::answer(&run.found, found, &found.answers[index], content)
        })
    }
}

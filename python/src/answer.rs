//! `Answer`: the answer to one question of one document.

use std::fmt::Write as _;
use std::sync::Arc;

use planaudit::{Assessment, Verdict};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::evidence::Evidence;
use crate::markup::{escape, marked};
use crate::near_miss::NearMiss;
use crate::person::Person;
use crate::question::status_name;
use crate::{explain, json};

/// The answer to a question, with what carried it and what nearly did.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Answer {
    assessment: Arc<Assessment>,
    document: usize,
    index: usize,
}

impl Answer {
    /// The answer at a place of an assessment; both places exist.
    pub(crate) fn at(assessment: Arc<Assessment>, document: usize, index: usize) -> Self {
        Self { assessment, document, index }
    }

    fn found(&self) -> &planaudit::Answer {
        &self.assessment.documents[self.document].answers[self.index]
    }

    /// In plain text, with its reasons and passages.
    pub(crate) fn explained(&self) -> String {
        explain::answer(&self.assessment, &self.assessment.documents[self.document], self.found())
    }
}

#[pymethods]
impl Answer {
    /// Path of the document.
    #[getter]
    fn document(&self) -> &str {
        &self.assessment.documents[self.document].path
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

    fn _repr_html_(&self) -> String {
        let found = self.found();
        let asks = explain::asks(&self.assessment, &found.question);
        let mut page = format!("<b>{}</b><br>{}<br>", escape(asks), escape(self.document()));
        let _ = write!(page, "<b>{}</b>", escape(&explain::verdict(found)));
        page.push_str(&list("Why", found.why.iter().map(|reason| escape(reason))));
        page.push_str(&list("Why not better", found.why_not.iter().map(|reason| escape(reason))));
        let passages = found.evidence.iter().map(|evidence| {
            let place = explain::place(evidence.page, evidence.page_label.as_deref(), &evidence.section);
            format!("{}<br><small>{}</small>", marked(&evidence.quote, &evidence.matched), escape(&place))
        });
        page.push_str(&list("Passages", passages));
        let misses = found.near_misses.iter().map(|miss| {
            let place = explain::place(miss.page, miss.page_label.as_deref(), &miss.section);
            format!("{}<br><small>{} · failed: {}</small>", escape(&miss.quote), escape(&place), escape(&miss.failed))
        });
        page + &list("Near misses", misses)
    }
}

/// A titled list; nothing where there are no items.
fn list(title: &str, items: impl Iterator<Item = String>) -> String {
    let mut page = String::new();
    for item in items {
        let _ = write!(page, "<li>{item}</li>");
    }
    if page.is_empty() { page } else { format!("<p style=\"margin-bottom:0\">{title}</p><ul>{page}</ul>") }
}

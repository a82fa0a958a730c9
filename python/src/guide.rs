//! `Guide`: the decision guide of a question.

use planaudit::rubric;
use pyo3::prelude::*;

use crate::views;

/// What makes each answer, for a person who answers the same question.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Guide {
    guide: rubric::Guide,
}

impl Guide {
    /// The guide of a question.
    pub(crate) fn of(guide: rubric::Guide) -> Self {
        Self { guide }
    }
}

#[pymethods]
impl Guide {
    /// What makes it *Yes*, or what counts.
    #[getter]
    fn yes(&self) -> &str {
        &self.guide.yes
    }

    /// What keeps it at *To some extent*; may be empty.
    #[getter]
    fn some(&self) -> &str {
        &self.guide.some
    }

    /// What leaves it at *No*, and what does not count; may be empty.
    #[getter]
    fn no(&self) -> &str {
        &self.guide.no
    }

    /// Where careful coders hesitate, and how it is settled.
    #[getter]
    fn notes(&self) -> Vec<String> {
        self.guide.notes.clone()
    }

    fn __repr__(&self) -> String {
        format!("Guide(yes={:?})", self.guide.yes)
    }

    fn __str__(&self) -> String {
        let mut lines = Vec::new();
        for (name, words) in [("Yes", &self.guide.yes), ("To some extent", &self.guide.some), ("No", &self.guide.no)] {
            if !words.is_empty() {
                lines.push(format!("{name}: {words}"));
            }
        }
        lines.extend(self.guide.notes.iter().map(|note| format!("Note: {note}")));
        lines.join("\n")
    }

    fn _repr_html_(&self) -> String {
        views::guide(&self.guide)
    }
}

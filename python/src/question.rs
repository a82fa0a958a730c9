//! `Question`: one question of a rubric.

use planaudit::assessment::QuestionStamp;
use planaudit::rubric::{AnswerKind, Status};
use pyo3::prelude::*;

use crate::guide::Guide;

/// A question of a rubric.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Question {
    stamp: QuestionStamp,
}

impl Question {
    /// The question a rubric shows.
    pub(crate) fn of(stamp: QuestionStamp) -> Self {
        Self { stamp }
    }
}

/// A status as the assessment file spells it.
pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Automatic => "automatic",
        Status::Assist => "assist",
        Status::Manual => "manual",
    }
}

#[pymethods]
impl Question {
    /// Id.
    #[getter]
    pub(crate) fn id(&self) -> &str {
        &self.stamp.id
    }

    /// Id of its theme.
    #[getter]
    pub(crate) fn theme(&self) -> &str {
        &self.stamp.theme
    }

    /// Kinds of document it is asked of: ``"strategy"``, ``"jfp"``.
    #[getter]
    fn kinds(&self) -> Vec<&'static str> {
        self.stamp.kinds.iter().map(|kind| kind.as_str()).collect()
    }

    /// What sort of answer it takes: ``"rag"``, ``"flag"``, ``"one"``, ``"choice"`` or ``"person"``.
    #[getter]
    pub(crate) fn answer(&self) -> &'static str {
        match self.stamp.answer {
            AnswerKind::Rag => "rag",
            AnswerKind::Flag => "flag",
            AnswerKind::One => "one",
            AnswerKind::Choice => "choice",
            AnswerKind::Person => "person",
        }
    }

    /// The question.
    #[getter]
    pub(crate) fn asks(&self) -> &str {
        &self.stamp.asks
    }

    /// Options in report order; empty where the answer is not one of options.
    #[getter]
    fn options(&self) -> Vec<String> {
        self.stamp.options.clone()
    }

    /// How far its answers can be trusted without a person: ``"automatic"``, ``"assist"`` or ``"manual"``.
    #[getter]
    pub(crate) fn status(&self) -> &'static str {
        status_name(self.stamp.status)
    }

    /// What makes each answer.
    #[getter]
    fn guide(&self) -> Guide {
        Guide::of(self.stamp.guide.clone())
    }

    fn __repr__(&self) -> String {
        format!("Question({}, {}: {})", self.stamp.id, self.answer(), self.stamp.asks)
    }
}

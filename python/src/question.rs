//! `Question`: one question of a rubric, or one of the user's own.

use std::sync::Arc;

use planaudit::assessment::QuestionStamp;
use planaudit::rubric::{AnswerKind, Status};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::answer::Answer;
use crate::error::QueryError;
use crate::guide::Guide;
use crate::own_question::{self, Own};
use crate::rubric::{Loaded, RubricArgument};
use crate::{audit, json, views, work};

/// A question of a rubric, or one of your own.
///
/// Examples
/// --------
/// >>> question = planaudit.Question.from_dict({
/// ...     "id": "own.cooking", "theme": "own", "kinds": ["jfp"], "answer": "flag",
/// ...     "asks": "Are cooking lessons offered?",
/// ...     "guide": {"yes": "A plan offers cooking lessons."},
/// ...     "rule": [{"name": "lessons", "find": 'any("cooking lesson", "cookery class")'}],
/// ... })
/// >>> question.try_on("We will run cookery classes in every family hub.").verdict
/// 'yes'
/// >>> print(question.try_on("Cooking at home is cheap."))
/// Are cooking lessons offered?
///   text · own.cooking
///   Answer: No (assist)
/// ...
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Question {
    loaded: Arc<Loaded>,
    index: usize,
    own: Own,
}

impl Question {
    /// A question of a rubric, by its place.
    pub(crate) fn at(loaded: Arc<Loaded>, index: usize) -> Self {
        Self { loaded, index, own: Own::default() }
    }

    /// What comes with a question of one's own.
    pub(crate) fn own(&self) -> &Own {
        &self.own
    }

    fn stamp(&self) -> &QuestionStamp {
        &self.loaded.compiled.questions[self.index].stamp
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

/// A kind of answer as the assessment file spells it.
pub(crate) fn answer_name(answer: AnswerKind) -> &'static str {
    match answer {
        AnswerKind::Rag => "rag",
        AnswerKind::Flag => "flag",
        AnswerKind::One => "one",
        AnswerKind::Choice => "choice",
        AnswerKind::Person => "person",
    }
}

#[pymethods]
impl Question {
    /// A question of your own, written as in a rubric's question file.
    ///
    /// Parameters
    /// ----------
    /// toml : str
    ///     The question, with its guide and rules; ``question.toml`` of a built-in one shows how.
    /// lexicon : str, optional
    ///     Concepts of your own that its rules name, written as in a rubric's lexicon file.
    /// rubric : Rubric, str or Path, optional
    ///     Whose concepts its rules may name; the built-in one's unless given.
    ///
    /// Raises
    /// ------
    /// RubricError
    ///     With line and column of the fault.
    #[staticmethod]
    #[pyo3(signature = (toml, *, lexicon=None, rubric=None))]
    fn from_toml(
        py: Python<'_>,
        toml: String,
        lexicon: Option<String>,
        rubric: Option<RubricArgument<'_>>,
    ) -> PyResult<Self> {
        let base = RubricArgument::loaded(py, rubric)?;
        work::run(py, move || {
            let own = Own { lexicon };
            let (loaded, index) = own_question::alone(&base, &toml, &own)?;
            Ok(Self { loaded: Arc::new(loaded), index, own })
        })?
    }

    /// A question of your own, as a dict of what a question file holds.
    ///
    /// Parameters
    /// ----------
    /// fields : dict
    ///     ``id``, ``theme``, ``kinds``, ``answer``, ``asks``, ``guide``, ``rule`` (a list) and what else it needs.
    /// lexicon : dict or str, optional
    ///     Concepts of your own: ``{"concept": [{"id": …, "label": …, "terms": […]}]}``, or as for `from_toml`.
    /// rubric : Rubric, str or Path, optional
    ///     As for `from_toml`.
    ///
    /// Raises
    /// ------
    /// RubricError
    ///     What is wrong, with its place in ``question.toml``.
    #[staticmethod]
    #[pyo3(signature = (fields, *, lexicon=None, rubric=None))]
    fn from_dict(
        py: Python<'_>,
        fields: &Bound<'_, PyDict>,
        lexicon: Option<&Bound<'_, PyAny>>,
        rubric: Option<RubricArgument<'_>>,
    ) -> PyResult<Self> {
        let lexicon = match lexicon {
            Some(lexicon) => Some(match lexicon.extract::<String>() {
                Ok(written) => written,
                Err(_) => json::to_toml(lexicon)?,
            }),
            None => None,
        };
        Self::from_toml(py, json::to_toml(fields)?, lexicon, rubric)
    }

    /// Answers it for a text in memory, read as Markdown.
    ///
    /// Parameters
    /// ----------
    /// text : str
    ///     A sentence or a whole plan.
    /// kind : {"strategy", "jfp"}, optional
    ///     What the text is to be asked as; the first kind the question is asked of unless given.
    ///
    /// Returns
    /// -------
    /// Answer
    ///     What it finds, and why it finds no more: ``why``, ``why_not`` and ``near_misses``.
    #[pyo3(signature = (text, kind=None))]
    fn try_on(&self, py: Python<'_>, text: String, kind: Option<&str>) -> PyResult<Answer> {
        let kinds = &self.stamp().kinds;
        let kind = kind.map(audit::parse_kind).transpose()?.or_else(|| kinds.first().copied());
        let Some(kind) = kind.filter(|kind| kinds.contains(kind)) else {
            let asked: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
            return Err(QueryError::new_err(format!("`{}` is asked of {} only", self.id(), asked.join(" and "))));
        };
        let (loaded, id) = (Arc::clone(&self.loaded), self.id().to_owned());
        let answer = work::run(py, move || {
            let run = Arc::new(audit::of_text(&text, kind, &loaded));
            let index = run.found.documents[0].answers.iter().position(|answer| answer.question == id);
            index.map(|index| Answer::at(run, 0, index))
        })?;
        answer.ok_or_else(|| QueryError::new_err(format!("`{}` was not answered; please report it", self.id())))
    }

    /// Id.
    #[getter]
    fn id(&self) -> &str {
        &self.stamp().id
    }

    /// Id of its theme.
    #[getter]
    fn theme(&self) -> &str {
        &self.stamp().theme
    }

    /// Kinds of document it is asked of: ``"strategy"``, ``"jfp"``.
    #[getter]
    fn kinds(&self) -> Vec<&'static str> {
        self.stamp().kinds.iter().map(|kind| kind.as_str()).collect()
    }

    /// What sort of answer it takes: ``"rag"``, ``"flag"``, ``"one"``, ``"choice"`` or ``"person"``.
    #[getter]
    fn answer(&self) -> &'static str {
        answer_name(self.stamp().answer)
    }

    /// The question.
    #[getter]
    fn asks(&self) -> &str {
        &self.stamp().asks
    }

    /// Options in report order; empty where the answer is not one of options.
    #[getter]
    fn options(&self) -> Vec<String> {
        self.stamp().options.clone()
    }

    /// How far its answers can be trusted without a person: ``"automatic"``, ``"assist"`` or ``"manual"``.
    #[getter]
    fn status(&self) -> &'static str {
        status_name(self.stamp().status)
    }

    /// What makes each answer.
    #[getter]
    fn guide(&self) -> Guide {
        Guide::of(self.stamp().guide.clone())
    }

    /// Its file as written: guide, rules, examples.
    #[getter]
    pub(crate) fn toml(&self) -> &str {
        self.loaded.files.get(&own_question::file_of(self.id())).unwrap_or_default()
    }

    fn __repr__(&self) -> String {
        format!("Question({}, {}: {})", self.id(), self.answer(), self.asks())
    }

    fn _repr_html_(&self) -> String {
        views::question(self.stamp())
    }
}

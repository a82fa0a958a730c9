//! `Rubric`: the questions and how they are answered.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use planaudit::rubric::Files;
use pyo3::prelude::*;

use crate::question::Question;
use crate::{error, own_question, views, work};

/// The name of the rubric that comes with the package.
pub(crate) const BUILT_IN: &str = "hpig-2024";

/// What the version of a rubric with questions of the user's own ends in.
const OWN: &str = "+own";

/// A rubric's files and what they were compiled to.
pub(crate) struct Loaded {
    /// As written.
    pub(crate) files: Files,
    /// Ready to answer.
    pub(crate) compiled: planaudit::Rubric,
}

impl Loaded {
    /// Compiles files.
    pub(crate) fn of(files: Files) -> Result<Self, planaudit::RubricError> {
        match planaudit::Rubric::compile(&files) {
            Ok(compiled) => Ok(Self { files, compiled }),
            Err(mut faults) => Err(faults.swap_remove(0)),
        }
    }
}

/// A rubric: questions with their decision guides and rules.
///
/// Examples
/// --------
/// >>> rubric = planaudit.Rubric.load()
/// >>> len(rubric)
/// 48
/// >>> rubric.question("cp.easy_read").answer
/// 'flag'
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Rubric {
    loaded: Arc<Loaded>,
}

/// What stands for a rubric in a call: one that is loaded, a name, or a folder.
#[derive(FromPyObject)]
pub(crate) enum RubricArgument<'py> {
    Loaded(Bound<'py, Rubric>),
    Named(PathBuf),
}

impl RubricArgument<'_> {
    /// The rubric meant; the built-in one when nothing is said.
    pub(crate) fn loaded(py: Python<'_>, argument: Option<Self>) -> PyResult<Arc<Loaded>> {
        match argument {
            Some(Self::Loaded(rubric)) => Ok(Arc::clone(&rubric.get().loaded)),
            Some(Self::Named(name)) => load(py, name),
            None => load(py, PathBuf::from(BUILT_IN)),
        }
    }
}

/// The built-in rubric, compiled when first asked for.
pub(crate) fn built_in() -> Arc<Loaded> {
    static COMPILED: OnceLock<Arc<Loaded>> = OnceLock::new();
    let compile = || Arc::new(Loaded { files: Files::hpig_2024(), compiled: planaudit::Rubric::hpig_2024() });
    Arc::clone(COMPILED.get_or_init(compile))
}

fn load(py: Python<'_>, name: PathBuf) -> PyResult<Arc<Loaded>> {
    let loaded = work::run(py, move || {
        if name.as_os_str() == BUILT_IN {
            return Ok(built_in());
        }
        Loaded::of(Files::read(&name)?).map(Arc::new)
    })?;
    loaded.map_err(error::rubric)
}

#[pymethods]
impl Rubric {
    /// Loads a rubric.
    ///
    /// Parameters
    /// ----------
    /// name_or_path : str or Path, default "hpig-2024"
    ///     The name of a built-in rubric, or the folder that holds ``rubric.toml``.
    ///
    /// Raises
    /// ------
    /// RubricError
    ///     With file, line and column of the first fault.
    #[staticmethod]
    #[pyo3(signature = (name_or_path=None))]
    fn load(py: Python<'_>, name_or_path: Option<PathBuf>) -> PyResult<Self> {
        Ok(Self { loaded: load(py, name_or_path.unwrap_or_else(|| PathBuf::from(BUILT_IN)))? })
    }

    /// The rubric with questions of your own beside its own, or in the place of those with the same id.
    ///
    /// Parameters
    /// ----------
    /// questions : list of Question
    ///     A theme the rubric does not know comes after its own.
    ///
    /// Returns
    /// -------
    /// Rubric
    ///     Its version ends in ``+own``, so that an assessment says that it is not the rubric as published.
    ///
    /// Raises
    /// ------
    /// RubricError
    ///     The questions do not fit the rubric or each other.
    ///
    /// Examples
    /// --------
    /// >>> question = planaudit.Question.from_dict({
    /// ...     "id": "own.play", "theme": "own", "kinds": ["strategy", "jfp"], "answer": "flag",
    /// ...     "asks": "Is play spoken of?", "guide": {"yes": "Play is."},
    /// ...     "rule": [{"name": "play", "find": '"play area"'}],
    /// ... })
    /// >>> planaudit.Rubric.load().with_questions([question])
    /// Rubric(hpig-2024 ...+own: 49 questions)
    fn with_questions(&self, py: Python<'_>, questions: Vec<Bound<'_, Question>>) -> PyResult<Self> {
        let mut files = self.loaded.files.clone();
        for question in &questions {
            own_question::add(&mut files, question.get().toml(), question.get().own());
        }
        let mut loaded = work::run(py, move || Loaded::of(files))?.map_err(error::rubric)?;
        loaded.compiled.stamp.version.push_str(OWN);
        Ok(Self { loaded: Arc::new(loaded) })
    }

    /// Short name.
    #[getter]
    fn id(&self) -> &str {
        &self.loaded.compiled.stamp.id
    }

    /// Version of its questions and rules.
    #[getter]
    fn version(&self) -> &str {
        &self.loaded.compiled.stamp.version
    }

    /// Title for people.
    #[getter]
    fn title(&self) -> &str {
        &self.loaded.compiled.stamp.title
    }

    /// Digest of all its files, in hexadecimal.
    #[getter]
    fn sha256(&self) -> &str {
        &self.loaded.compiled.stamp.sha256
    }

    /// Ids and titles of its themes, in report order.
    #[getter]
    fn themes(&self) -> Vec<(String, String)> {
        self.loaded.compiled.stamp.themes.iter().map(|theme| (theme.id.clone(), theme.title.clone())).collect()
    }

    /// Its questions, in report order.
    #[getter]
    fn questions(&self) -> Vec<Question> {
        (0..self.__len__()).map(|index| Question::at(Arc::clone(&self.loaded), index)).collect()
    }

    /// A question by its id.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is none of that id.
    fn question(&self, id: &str) -> PyResult<Question> {
        match self.loaded.compiled.questions.iter().position(|question| question.stamp.id == id) {
            Some(index) => Ok(Question::at(Arc::clone(&self.loaded), index)),
            None => Err(error::QueryError::new_err(format!(
                "no question `{id}` in {}; `[q.id for q in rubric.questions]` lists them",
                self.id()
            ))),
        }
    }

    fn __len__(&self) -> usize {
        self.loaded.compiled.questions.len()
    }

    fn __repr__(&self) -> String {
        format!("Rubric({} {}: {} questions)", self.id(), self.version(), self.__len__())
    }

    fn _repr_html_(&self) -> String {
        views::rubric(&self.loaded.compiled.stamp)
    }
}

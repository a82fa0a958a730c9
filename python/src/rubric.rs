//! `Rubric`: the questions and how they are answered.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use pyo3::prelude::*;

use crate::question::Question;
use crate::{error, markup, work};

/// The name of the rubric that comes with the package.
pub(crate) const BUILT_IN: &str = "hpig-2024";

/// A rubric: questions with their decision guides and rules.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Rubric {
    compiled: Arc<planaudit::Rubric>,
}

/// What stands for a rubric in a call: one that is loaded, a name, or a folder.
#[derive(FromPyObject)]
pub(crate) enum RubricArgument<'py> {
    Loaded(Bound<'py, Rubric>),
    Named(PathBuf),
}

impl RubricArgument<'_> {
    /// The rubric meant; the built-in one when nothing is said.
    pub(crate) fn compiled(py: Python<'_>, argument: Option<Self>) -> PyResult<Arc<planaudit::Rubric>> {
        match argument {
            Some(Self::Loaded(rubric)) => Ok(Arc::clone(&rubric.get().compiled)),
            Some(Self::Named(name)) => load(py, name),
            None => load(py, PathBuf::from(BUILT_IN)),
        }
    }
}

/// The built-in rubric, compiled when first asked for.
pub(crate) fn built_in() -> Arc<planaudit::Rubric> {
    static COMPILED: OnceLock<Arc<planaudit::Rubric>> = OnceLock::new();
    Arc::clone(COMPILED.get_or_init(|| Arc::new(planaudit::Rubric::hpig_2024())))
}

fn load(py: Python<'_>, name: PathBuf) -> PyResult<Arc<planaudit::Rubric>> {
    let loaded = work::run(py, move || {
        if name.as_os_str() == BUILT_IN {
            return Ok(built_in());
        }
        planaudit::Rubric::from_folder(&name).map(Arc::new)
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
        Ok(Self { compiled: load(py, name_or_path.unwrap_or_else(|| PathBuf::from(BUILT_IN)))? })
    }

    /// Short name.
    #[getter]
    fn id(&self) -> &str {
        &self.compiled.stamp.id
    }

    /// Version of its questions and rules.
    #[getter]
    fn version(&self) -> &str {
        &self.compiled.stamp.version
    }

    /// Title for people.
    #[getter]
    fn title(&self) -> &str {
        &self.compiled.stamp.title
    }

    /// Digest of all its files, in hexadecimal.
    #[getter]
    fn sha256(&self) -> &str {
        &self.compiled.stamp.sha256
    }

    /// Ids and titles of its themes, in report order.
    #[getter]
    fn themes(&self) -> Vec<(String, String)> {
        self.compiled.stamp.themes.iter().map(|theme| (theme.id.clone(), theme.title.clone())).collect()
    }

    /// Its questions, in report order.
    #[getter]
    fn questions(&self) -> Vec<Question> {
        self.compiled.stamp.questions.iter().cloned().map(Question::of).collect()
    }

    /// A question by its id.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is none of that id.
    fn question(&self, id: &str) -> PyResult<Question> {
        match self.compiled.stamp.questions.iter().find(|question| question.id == id) {
            Some(stamp) => Ok(Question::of(stamp.clone())),
            None => Err(error::QueryError::new_err(format!(
                "no question `{id}` in {}; `[q.id for q in rubric.questions]` lists them",
                self.id()
            ))),
        }
    }

    fn __len__(&self) -> usize {
        self.compiled.stamp.questions.len()
    }

    fn __repr__(&self) -> String {
        format!("Rubric({} {}: {} questions)", self.id(), self.version(), self.__len__())
    }

    fn _repr_html_(&self) -> String {
        use std::fmt::Write as _;
        let mut page = format!("<b>{}</b> {}<table>", markup::escape(self.title()), markup::escape(self.version()));
        page.push_str("<tr><th>question</th><th>theme</th><th>answer</th><th>status</th><th>asks</th></tr>");
        for question in self.questions() {
            let cells = [question.id(), question.theme(), question.answer(), question.status(), question.asks()];
            page.push_str("<tr>");
            for cell in cells {
                let _ = write!(page, "<td style=\"text-align:left\">{}</td>", markup::escape(cell));
            }
            page.push_str("</tr>");
        }
        page + "</table>"
    }
}

//! planaudit as a Python extension module, `planaudit._core`. One file for each class.
//!
//! What takes time runs in `work`: the interpreter lock released, signals watched, panics caught.

mod answer;
mod assessment;
mod audit;
mod column;
mod content;
mod corpus;
mod document;
mod error;
mod evaluation;
mod evidence;
mod explain;
mod guide;
mod json;
mod markup;
mod near_miss;
mod outline;
mod own_question;
mod page;
#[cfg(feature = "page-images")]
mod page_image;
mod person;
mod progress;
mod query;
mod question;
mod rubric;
mod run;
mod sources;
mod table;
mod tables;
mod views;
mod work;

use pyo3::prelude::*;

/// Answers a survey about babies, children and young people from the text of health plans.
#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("PlanauditError", py.get_type::<error::PlanauditError>())?;
    module.add("DocumentError", py.get_type::<error::DocumentError>())?;
    module.add("RubricError", py.get_type::<error::RubricError>())?;
    module.add("QueryError", py.get_type::<error::QueryError>())?;
    module.add_class::<answer::Answer>()?;
    module.add_class::<assessment::Assessment>()?;
    module.add_class::<corpus::Corpus>()?;
    module.add_class::<document::Document>()?;
    module.add_class::<evaluation::Evaluation>()?;
    module.add_class::<evidence::Evidence>()?;
    module.add_class::<guide::Guide>()?;
    module.add_class::<near_miss::NearMiss>()?;
    module.add_class::<outline::Outline>()?;
    module.add_class::<outline::Section>()?;
    module.add_class::<page::Page>()?;
    module.add_class::<person::Person>()?;
    module.add_class::<question::Question>()?;
    module.add_class::<rubric::Rubric>()?;
    module.add_class::<table::Table>()?;
    module.add_function(wrap_pyfunction!(audit::audit, module)?)?;
    module.add_function(wrap_pyfunction!(audit::audit_text, module)?)?;
    module.add_function(wrap_pyfunction!(evaluation::evaluate, module)?)
}

//! planaudit as a Python extension module, `planaudit._core`. One file for each class.
//!
//! What takes time runs in [`work`]: the interpreter lock released, signals watched, panics caught.

mod answer;
mod assessment;
mod audit;
mod column;
mod document;
mod error;
mod evidence;
mod explain;
mod guide;
mod json;
mod markup;
mod matrix;
mod near_miss;
mod person;
mod question;
mod rubric;
mod table;
mod tables;
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
    module.add_class::<document::Document>()?;
    module.add_class::<evidence::Evidence>()?;
    module.add_class::<guide::Guide>()?;
    module.add_class::<near_miss::NearMiss>()?;
    module.add_class::<person::Person>()?;
    module.add_class::<question::Question>()?;
    module.add_class::<rubric::Rubric>()?;
    module.add_class::<table::Table>()?;
    module.add_function(wrap_pyfunction!(audit::audit, module)?)?;
    module.add_function(wrap_pyfunction!(audit::audit_text, module)?)
}

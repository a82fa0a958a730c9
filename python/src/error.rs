//! The exceptions: one base, and one each for what a user can put right in a different place.

use planaudit::CorpusError;
use planaudit::evaluate::EvaluateError;
use planaudit::read::ReadError;
use planaudit_report::ReportError;
use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(planaudit, PlanauditError, PyException, "What every exception of planaudit is.");
create_exception!(planaudit, DocumentError, PlanauditError, "A file or folder that cannot be read.");
create_exception!(planaudit, RubricError, PlanauditError, "A rubric that cannot be used, with the place of the fault.");
create_exception!(planaudit, QueryError, PlanauditError, "A document or question that the assessment does not hold.");

/// A corpus that cannot be opened.
pub(crate) fn corpus(error: CorpusError) -> PyErr {
    DocumentError::new_err(error.to_string())
}

/// A document in memory that cannot be read.
pub(crate) fn document(error: ReadError) -> PyErr {
    DocumentError::new_err(error.to_string())
}

/// Answer keys that cannot be compared with.
pub(crate) fn evaluation(error: EvaluateError) -> PyErr {
    match error {
        EvaluateError::Unreadable { .. } | EvaluateError::NoKeys { .. } | EvaluateError::Line { .. } => {
            DocumentError::new_err(error.to_string())
        }
        _ => QueryError::new_err(error.to_string()),
    }
}

/// A rubric that cannot be used.
pub(crate) fn rubric(error: planaudit::RubricError) -> PyErr {
    RubricError::new_err(error.to_string())
}

/// A report that cannot be written.
pub(crate) fn report(error: ReportError) -> PyErr {
    PlanauditError::new_err(error.to_string())
}

/// A file that cannot be written or opened.
pub(crate) fn file(path: &std::path::Path, deed: &str, error: &std::io::Error) -> PyErr {
    PlanauditError::new_err(format!(
        "{}: cannot be {deed} ({error}); check the path and your rights to it",
        path.display()
    ))
}

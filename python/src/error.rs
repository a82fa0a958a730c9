//! The exceptions: one base, and one each for what a user can put right in a different place.

use planaudit::CorpusError;
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

/// A document that cannot be read; `name` is put before a message that does not name the file.
pub(crate) fn document(error: ReadError, name: &str) -> PyErr {
    let message = error.to_string();
    if name.is_empty() || message.starts_with(name) {
        return DocumentError::new_err(message);
    }
    DocumentError::new_err(format!("{name}: {message}"))
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

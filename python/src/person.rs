//! `Person`: somebody named in a role asked for.

use pyo3::prelude::*;

use crate::views;

/// A person named in a role a question asks for.
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Person {
    person: planaudit::Person,
}

impl Person {
    /// The person an answer holds.
    pub(crate) fn of(person: planaudit::Person) -> Self {
        Self { person }
    }
}

#[pymethods]
impl Person {
    /// Name as printed; empty when only the role is.
    #[getter]
    fn name(&self) -> &str {
        &self.person.name
    }

    /// Role as printed.
    #[getter]
    fn role(&self) -> &str {
        &self.person.role
    }

    /// Organisation, where stated.
    #[getter]
    fn organisation(&self) -> &str {
        &self.person.organisation
    }

    /// Email or telephone, where stated.
    #[getter]
    fn contact(&self) -> &str {
        &self.person.contact
    }

    /// Index into the answer's evidence.
    #[getter]
    fn evidence(&self) -> usize {
        self.person.evidence
    }

    fn __repr__(&self) -> String {
        format!("Person({}, {})", self.person.name, self.person.role)
    }

    fn _repr_html_(&self) -> String {
        views::person(&self.person)
    }
}

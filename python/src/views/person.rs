//! A person named in a role.

use planaudit::Person;

use super::framed;
use crate::explain;
use crate::markup::escape;

/// A person.
pub(crate) fn person(person: &Person) -> String {
    framed(&format!("<p>{}</p>", escape(&explain::person(person))))
}

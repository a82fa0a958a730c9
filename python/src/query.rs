//! Finding a document by what a user calls it.

use std::path::Path;

use planaudit::Unread;
use pyo3::prelude::*;

use crate::error::QueryError;

/// The document a path stands for: the path itself, or the end of exactly one.
pub(crate) fn position<'p>(paths: impl Iterator<Item = &'p str>, given: &Path) -> Option<usize> {
    let given = given.to_string_lossy().replace('\\', "/");
    let ending = format!("/{given}");
    let mut ends = Vec::new();
    for (index, path) in paths.enumerate() {
        if path == given {
            return Some(index);
        }
        if path.ends_with(&ending) {
            ends.push(index);
        }
    }
    match ends[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// There is no such document; `lists` is what would list those there are.
pub(crate) fn none(given: &Path, unread: &[Unread], lists: &str) -> PyErr {
    let given = given.to_string_lossy().replace('\\', "/");
    QueryError::new_err(match unread.iter().find(|unread| unread.path == given) {
        Some(unread) => format!("{given}: was not read: {}", unread.reason),
        None => format!("no document `{given}`; `{lists}` lists them"),
    })
}

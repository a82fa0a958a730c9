//! The tables of an assessment, a file each. Column names are those of the CSV tables, and a contract like theirs.

mod documents;
mod evidence;
mod identities;
mod leads;
mod near_misses;
mod pages;
mod passages;
mod ratings;
mod scores;
mod summary;
mod targets;
mod unread;

use arrow_array::ArrayRef;
use planaudit::AssessedDocument;

use crate::column;

pub(crate) use documents::documents;
pub(crate) use evidence::evidence;
pub(crate) use identities::identities;
pub(crate) use leads::leads;
pub(crate) use near_misses::near_misses;
pub(crate) use pages::pages;
pub(crate) use passages::passages;
pub(crate) use ratings::ratings;
pub(crate) use scores::{by_question, confusion, overall};
pub(crate) use summary::summary;
pub(crate) use targets::targets;
pub(crate) use unread::unread;

/// The columns every table about documents begins with.
fn identity<'a>(documents: impl Iterator<Item = &'a AssessedDocument> + Clone) -> Vec<(&'static str, ArrayRef)> {
    vec![
        ("document", column::category(documents.clone().map(|document| Some(document.path.as_str())))),
        ("ics", column::category(documents.clone().map(|document| document.ics.as_deref()))),
        ("kind", column::category(documents.clone().map(|document| Some(document.kind.as_str())))),
        ("edition", column::category(documents.map(|document| document.edition.as_deref()))),
    ]
}

/// Texts by reference.
fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// What is empty is not stated, and null.
fn stated(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

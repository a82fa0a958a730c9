//! Queries: what is asked of the index.

mod parse;
mod symbols;

use std::ops::Range;

use tantivy::Term;
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::analyser::Stem;

/// A query.
///
/// | written | finds passages that hold |
/// |---|---|
/// | `vacancy` | the word in any inflection and any case; acronyms are words like others |
/// | `"family hub"` | the words one after the other; `and` and punctuation between words are passed over |
/// | `0-25`, `easy-read` | likewise: what is written together stands together |
/// | `early help`, `early AND help` | both |
/// | `dentist OR "health visitor"` | one of them, or both |
/// | `school NOT nursing`, `school -nursing` | the first without the second |
/// | `(dentist OR hygienist) AND school` | as the brackets say; otherwise `NOT` binds before `AND`, `AND` before `OR` |
///
/// `AND`, `OR` and `NOT` are written in capitals. Whatever is not in this table is refused, never dropped in silence.
///
/// ```
/// use planaudit::index::Query;
/// assert!(Query::parse("(dentist OR \"health visitor\") -student").is_ok());
/// let error = Query::parse("teeth child*").unwrap_err();
/// assert_eq!(error.column, 12);
/// assert!(error.message.contains("prefixes are not supported"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    root: Node,
}

/// A query that is not well formed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("in the query, at character {column}: {message}")]
pub struct QueryError {
    /// 1-based, in characters.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    /// Stems that stand one after the other; at least one.
    Words(Vec<String>),
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

impl Query {
    /// Parses a query.
    ///
    /// # Errors
    /// [`QueryError`] names the place and says what to write instead.
    pub fn parse(query: &str) -> Result<Self, QueryError> {
        Ok(Self { root: parse::parse(query)? })
    }

    /// The query as the index takes it.
    pub(super) fn compile(&self, field: Field) -> Box<dyn tantivy::query::Query> {
        self.root.compile(field)
    }

    /// Whether a passage's stems satisfy the query, and the bytes of the words that make them.
    pub(super) fn matched(&self, stems: &[Stem]) -> Option<Vec<Range<usize>>> {
        let mut ranges = Vec::new();
        if !self.root.matched(stems, &mut ranges) {
            return None;
        }
        ranges.sort_by_key(|range| (range.start, range.end));
        // Phrases may overlap; marks must not.
        ranges.dedup_by(|next, before| {
            let overlaps = next.start < before.end;
            if overlaps {
                before.end = before.end.max(next.end);
            }
            overlaps
        });
        Some(ranges)
    }
}

impl Node {
    fn compile(&self, field: Field) -> Box<dyn tantivy::query::Query> {
        match self {
            Self::Words(stems) => {
                let mut terms: Vec<Term> = stems.iter().map(|stem| Term::from_field_text(field, stem)).collect();
                if terms.len() == 1 {
                    Box::new(TermQuery::new(terms.swap_remove(0), IndexRecordOption::WithFreqs))
                } else {
                    Box::new(PhraseQuery::new(terms))
                }
            }
            Self::All(parts) => all(parts, field),
            Self::Any(parts) => Box::new(BooleanQuery::from(
                parts.iter().map(|part| (Occur::Should, part.compile(field))).collect::<Vec<_>>(),
            )),
            Self::Not(_) => all(std::slice::from_ref(self), field),
        }
    }

    fn matched(&self, stems: &[Stem], ranges: &mut Vec<Range<usize>>) -> bool {
        let before = ranges.len();
        let holds = match self {
            Self::Words(wanted) => {
                let here = |window: &&[Stem]| window.iter().zip(wanted).all(|(stem, wanted)| stem.stem == *wanted);
                let found = stems.windows(wanted.len()).filter(here);
                ranges.extend(found.map(|window| window[0].range.start..window[window.len() - 1].range.end));
                ranges.len() > before
            }
            Self::All(parts) => parts.iter().all(|part| part.matched(stems, ranges)),
            Self::Any(parts) => {
                // Every part is asked, for its marks.
                let mut any = false;
                for part in parts {
                    any |= part.matched(stems, ranges);
                }
                any
            }
            Self::Not(part) => !part.matched(stems, &mut Vec::new()),
        };
        // Half of what was asked for is nothing to mark.
        if !holds {
            ranges.truncate(before);
        }
        holds
    }
}

/// All parts hold. The engine subtracts only from something: where all parts are negated, from all passages.
fn all(parts: &[Node], field: Field) -> Box<dyn tantivy::query::Query> {
    let mut clauses: Vec<(Occur, Box<dyn tantivy::query::Query>)> = parts
        .iter()
        .map(|part| match part {
            Node::Not(part) => (Occur::MustNot, part.compile(field)),
            part => (Occur::Must, part.compile(field)),
        })
        .collect();
    if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0))));
    }
    Box::new(BooleanQuery::from(clauses))
}

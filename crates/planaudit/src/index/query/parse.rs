//! Parsing queries: pieces first, then what they make together.

use super::symbols::{PREFIX, is_passed_over, unsupported};
use super::{Node, QueryError};
use crate::index::analyser::StemTokenizer;

/// Brackets within brackets; deeper ones are no query a person writes.
const DEEPEST: usize = 50;

/// A piece of a query, with the byte it begins at.
struct Piece {
    at: usize,
    kind: Kind,
}

enum Kind {
    Words(Vec<String>),
    And,
    Or,
    Not,
    Open,
    Close,
}

pub(super) fn parse(query: &str) -> Result<Node, QueryError> {
    let pieces = pieces(query)?;
    if pieces.is_empty() {
        return Err(error(query, 0, "nothing to search for; write at least one word other than `and`"));
    }
    let mut parser = Parser { query, pieces: pieces.into_iter().peekable(), depth: 0 };
    let node = parser.any()?;
    match parser.pieces.next() {
        None => Ok(node),
        // Only a bracket ends an expression early.
        Some(piece) => {
            Err(error(query, piece.at, "this `)` closes nothing; take it out or write the `(` it belongs to"))
        }
    }
}

fn error(query: &str, at: usize, message: impl Into<String>) -> QueryError {
    QueryError { column: query[..at].chars().count() + 1, message: message.into() }
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

fn is_minus(letter: char) -> bool {
    // Word processors turn a minus into a dash.
    matches!(letter, '-' | '−' | '–')
}

fn pieces(query: &str) -> Result<Vec<Piece>, QueryError> {
    let mut tokenizer = StemTokenizer::default();
    let mut stems = |text: &str| -> Vec<String> { tokenizer.stems(text).into_iter().map(|stem| stem.stem).collect() };
    let mut pieces = Vec::new();
    let mut at = 0;
    // Whether a minus here would stand before what it negates, rather than between two words.
    let mut fresh = true;
    while let Some(letter) = query[at..].chars().next() {
        let after = at + letter.len_utf8();
        let next = query[after..].chars().next();
        let piece = |kind| Piece { at, kind };
        if letter.is_whitespace() {
            fresh = true;
            at = after;
        } else if letter == '(' || letter == ')' {
            pieces.push(piece(if letter == '(' { Kind::Open } else { Kind::Close }));
            fresh = letter == '(';
            at = after;
        } else if is_quote(letter) {
            let Some(length) = query[after..].find(is_quote) else {
                return Err(error(query, at, "this quotation mark is never closed; add the closing one"));
            };
            let phrase = &query[after..after + length];
            // Within a phrase all else is punctuation, as in a text.
            if let Some(star) = phrase.find('*') {
                return Err(error(query, after + star, PREFIX));
            }
            let words = stems(phrase);
            if words.is_empty() {
                return Err(error(query, at, "the phrase holds no word that can be found; write one other than `and`"));
            }
            pieces.push(piece(Kind::Words(words)));
            fresh = false;
            at = after + length + query[after + length..].chars().next().map_or(0, char::len_utf8);
        } else if fresh && is_minus(letter) && next.is_some_and(|next| !next.is_whitespace()) {
            pieces.push(piece(Kind::Not));
            at = after;
        } else {
            let ends = |letter: char| letter.is_whitespace() || letter == '(' || letter == ')' || is_quote(letter);
            let end = query[at..].find(ends).map_or(query.len(), |length| at + length);
            let chunk = &query[at..end];
            if let Some((inside, message)) = unsupported(chunk, query[end..].chars().next()) {
                return Err(error(query, at + inside, message));
            }
            match chunk {
                "AND" => pieces.push(piece(Kind::And)),
                "OR" => pieces.push(piece(Kind::Or)),
                "NOT" => pieces.push(piece(Kind::Not)),
                _ if is_passed_over(chunk) => {}
                _ => {
                    let words = stems(chunk);
                    if !words.is_empty() {
                        pieces.push(piece(Kind::Words(words)));
                    } else if !chunk.eq_ignore_ascii_case("and") {
                        return Err(error(query, at, format!("`{chunk}` is no word that can be found; leave it out")));
                    }
                }
            }
            fresh = false;
            at = end;
        }
    }
    Ok(pieces)
}

struct Parser<'q> {
    query: &'q str,
    pieces: std::iter::Peekable<std::vec::IntoIter<Piece>>,
    depth: usize,
}

impl Parser<'_> {
    /// `a OR b OR …`
    fn any(&mut self) -> Result<Node, QueryError> {
        let mut parts = vec![self.all()?];
        while self.pieces.next_if(|piece| matches!(piece.kind, Kind::Or)).is_some() {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.swap_remove(0) } else { Node::Any(parts) })
    }

    /// `a b AND c …`
    fn all(&mut self) -> Result<Node, QueryError> {
        let mut parts = vec![self.one()?];
        while let Some(piece) = self.pieces.peek() {
            match piece.kind {
                Kind::Or | Kind::Close => break,
                Kind::And => {
                    self.pieces.next();
                }
                Kind::Words(_) | Kind::Not | Kind::Open => {}
            }
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.swap_remove(0) } else { Node::All(parts) })
    }

    /// `a`, `"a b"`, `( … )`, any of them negated.
    fn one(&mut self) -> Result<Node, QueryError> {
        let mut negated = false;
        while self.pieces.next_if(|piece| matches!(piece.kind, Kind::Not)).is_some() {
            negated = !negated;
        }
        let wanted = "a word, a \"phrase\" or a bracket is missing";
        let node = match self.pieces.next() {
            None => return Err(error(self.query, self.query.len(), format!("{wanted} at the end"))),
            Some(Piece { kind: Kind::Words(words), .. }) => Node::Words(words),
            Some(Piece { kind: Kind::Open, at }) => self.bracket(at)?,
            Some(Piece { at, .. }) => {
                let here = "to search for AND, OR or NOT as words, write them in small letters";
                return Err(error(self.query, at, format!("{wanted} before this; {here}")));
            }
        };
        Ok(match (negated, node) {
            (false, node) => node,
            (true, Node::Not(part)) => *part,
            (true, node) => Node::Not(Box::new(node)),
        })
    }

    fn bracket(&mut self, open: usize) -> Result<Node, QueryError> {
        if self.depth == DEEPEST {
            return Err(error(self.query, open, format!("more than {DEEPEST} brackets within brackets; write fewer")));
        }
        if let Some(Piece { kind: Kind::Close, .. }) = self.pieces.peek() {
            return Err(error(
                self.query,
                open,
                "nothing to search for between these brackets; fill them or take them out",
            ));
        }
        self.depth += 1;
        let node = self.any()?;
        self.depth -= 1;
        match self.pieces.next() {
            Some(Piece { kind: Kind::Close, .. }) => Ok(node),
            _ => Err(error(self.query, open, "this `(` is never closed; add the `)`")),
        }
    }
}

//! From the written form of an expression to its parts, with the place of every fault.

use super::{Expression, Scope};
use crate::lexicon::ConceptId;
use crate::values::ValueKind;

/// A fault in an expression and where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ExpressionError {
    /// Byte offset in the expression.
    pub at: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A name or term in an expression, to be resolved to a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Atom<'w> {
    /// `@name`
    Name(&'w str),
    /// `"term"`
    Term(&'w str),
}

/// Resolves names and terms to concepts.
pub trait Source {
    /// The concept of an atom, or why there is none.
    fn concept(&mut self, atom: Atom<'_>) -> Result<ConceptId, String>;
}

/// Parses an expression and resolves its names.
///
/// # Errors
/// [`ExpressionError`] with the place and the remedy.
pub fn parse(written: &str, source: &mut dyn Source) -> Result<Expression, ExpressionError> {
    let mut parser = Parser { written, at: 0, source };
    let expression = parser.expression()?;
    parser.skip_space();
    if parser.at < written.len() {
        return Err(parser.fault("nothing may follow the expression; join several with all(…) or any(…)"));
    }
    Ok(expression)
}

struct Parser<'w, 's> {
    written: &'w str,
    at: usize,
    source: &'s mut dyn Source,
}

impl<'w> Parser<'w, '_> {
    fn fault(&self, message: impl Into<String>) -> ExpressionError {
        ExpressionError { at: self.at, message: message.into() }
    }

    fn skip_space(&mut self) {
        let rest = &self.written[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn peek(&mut self) -> Option<char> {
        self.skip_space();
        self.written[self.at..].chars().next()
    }

    fn expect(&mut self, wanted: char) -> Result<(), ExpressionError> {
        if self.peek() == Some(wanted) {
            self.at += wanted.len_utf8();
            return Ok(());
        }
        Err(self.fault(format!("`{wanted}` expected here")))
    }

    fn name(&self, start: usize) -> &'w str {
        let rest = &self.written[start..];
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
        let length = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        &rest[..length]
    }

    fn resolve(&mut self, atom: Atom<'_>) -> Result<Expression, ExpressionError> {
        let at = self.at;
        self.source.concept(atom).map(Expression::Concept).map_err(|message| ExpressionError { at, message })
    }

    fn expression(&mut self) -> Result<Expression, ExpressionError> {
        match self.peek() {
            Some('@') => {
                let name = self.name(self.at + 1);
                let expression = self.resolve(Atom::Name(name))?;
                self.at += 1 + name.len();
                Ok(expression)
            }
            Some('"') => {
                let rest = &self.written[self.at + 1..];
                let Some(length) = rest.find('"') else {
                    return Err(self.fault("the term is not closed; end it with `\"`"));
                };
                let expression = self.resolve(Atom::Term(&rest[..length]))?;
                self.at += length + 2;
                Ok(expression)
            }
            Some(letter) if letter.is_ascii_lowercase() => self.call(),
            _ => Err(self.fault("expected @concept, \"term\", a value such as number, or a call such as all(…)")),
        }
    }

    fn call(&mut self) -> Result<Expression, ExpressionError> {
        let start = self.at;
        let word = self.name(start);
        self.at += word.len();
        let value = match word {
            "number" => Some(Expression::Value(ValueKind::Number)),
            "percentage" => Some(Expression::Value(ValueKind::Percentage)),
            "money" => Some(Expression::Value(ValueKind::Money)),
            "date" => Some(Expression::Value(ValueKind::Date)),
            "year" => Some(Expression::Value(ValueKind::Year)),
            "age" => Some(Expression::Value(ValueKind::Age)),
            "contact" => Some(Expression::Value(ValueKind::Contact)),
            "person" => Some(Expression::Person),
            _ => None,
        };
        if let Some(value) = value {
            return Ok(value);
        }
        let scope = match word {
            "paragraph" => Some(Scope::Paragraph),
            "section" => Some(Scope::Section),
            "heading" => Some(Scope::Heading),
            "under" => Some(Scope::Under),
            "all" | "any" | "none" | "near" | "then" => None,
            _ => {
                self.at = start;
                return Err(
                    self.fault(format!("`{word}` is no part of the rule language; docs/rubric.md lists it all"))
                );
            }
        };
        self.expect('(')?;
        let reach = if matches!(word, "near" | "then") { Some(self.reach()?) } else { None };
        let mut parts = vec![self.expression()?];
        while self.peek() == Some(',') {
            self.at += 1;
            if self.peek() == Some(')') {
                break;
            }
            parts.push(self.expression()?);
        }
        self.expect(')')?;
        if let Some(scope) = scope {
            let inner = if parts.len() == 1 { parts.remove(0) } else { Expression::All(parts) };
            return Ok(Expression::In(scope, Box::new(inner)));
        }
        match (word, reach) {
            ("all", _) => Ok(Expression::All(parts)),
            ("any", _) => Ok(Expression::Any(parts)),
            ("none", _) => Ok(Expression::None(parts)),
            (_, Some(reach)) => {
                let (Some(right), Some(left), None) = (parts.pop(), parts.pop(), parts.pop()) else {
                    self.at = start;
                    return Err(self.fault(format!("`{word}` takes a number of words and two expressions")));
                };
                let (left, right) = (Box::new(left), Box::new(right));
                Ok(if word == "near" {
                    Expression::Near(reach, left, right)
                } else {
                    Expression::Then(reach, left, right)
                })
            }
            _ => Err(self.fault("a number of words expected")),
        }
    }

    fn reach(&mut self) -> Result<u32, ExpressionError> {
        self.skip_space();
        let rest = &self.written[self.at..];
        let length = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let reach = rest[..length]
            .parse()
            .map_err(|_| self.fault("how many words may stand between comes first: near(8, …)"))?;
        self.at += length;
        self.expect(',')?;
        Ok(reach)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Names(Vec<String>);

    impl Source for Names {
        fn concept(&mut self, atom: Atom<'_>) -> Result<ConceptId, String> {
            let (Atom::Name(name) | Atom::Term(name)) = atom;
            if name == "unknown" {
                return Err("no such concept".to_owned());
            }
            self.0.push(name.to_owned());
            Ok(ConceptId(self.0.len() as u32 - 1))
        }
    }

    #[test]
    fn nested_calls() {
        let mut names = Names(Vec::new());
        let parsed = parse("all(@a.b, any(\"free school meals\", number), under(near(8, @c, @d)))", &mut names);
        assert!(matches!(parsed, Ok(Expression::All(parts)) if parts.len() == 3));
        assert_eq!(names.0, ["a.b", "free school meals", "c", "d"]);
    }

    #[test]
    fn faults_have_their_place() {
        let place = |written: &str| parse(written, &mut Names(Vec::new())).unwrap_err().at;
        assert_eq!(place("all(@a, @unknown)"), 8);
        assert_eq!(place("every(@a)"), 0);
        assert_eq!(place("all(@a"), 6);
        assert_eq!(place("near(@a, @b)"), 5);
        assert_eq!(place("@a @b"), 3);
    }
}

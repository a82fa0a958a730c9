//! An answer in one cell: a state for its colour, a letter or two, and the words.

use planaudit::assessment::QuestionStamp;
use planaudit::rubric::AnswerKind;
use planaudit::{Answer, AssessedDocument, Verdict};
use serde::Serialize;

/// How one answer appears wherever it is shown small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Names the style and the filter: `yes`, `some`, `no`, `found`, `option`, `named`, `role`, `vacant`, `absent`,
    /// `unassessed`, `unasked`.
    pub state: &'static str,
    /// What stands in the cell, so that colour is never needed.
    pub letter: String,
    /// The verdict in words.
    pub words: String,
}

impl Cell {
    fn new(state: &'static str, letter: &str, words: &str) -> Self {
        Self { state, letter: letter.to_owned(), words: words.to_owned() }
    }

    /// The cell of a document and question, whether answered or not.
    pub fn at(document: &AssessedDocument, question: &QuestionStamp) -> Self {
        match document.answer(&question.id) {
            Some(answer) => Self::of(answer, question),
            None if question.kinds.contains(&document.kind) => Self::unassessed(),
            None => Self::new("unasked", "", "Not asked of this kind of document"),
        }
    }

    /// The cell of an answer.
    pub fn of(answer: &Answer, question: &QuestionStamp) -> Self {
        let Some(verdict) = &answer.verdict else { return Self::unassessed() };
        if question.answer == AnswerKind::Choice {
            let (found, all) = (answer.options.len(), question.options.len());
            let state = if found == 0 { "no" } else { "found" };
            return Self::new(state, &found.to_string(), &format!("{found} of {all} options found"));
        }
        match verdict {
            Verdict::Yes => Self::new("yes", "Y", "Yes"),
            Verdict::Some => Self::new("some", "S", "To some extent"),
            Verdict::No => Self::new("no", "N", "No"),
            Verdict::Named => Self::new("named", "P", "A person is named"),
            Verdict::RoleWithoutName => Self::new("role", "R", "Role without a name"),
            Verdict::Vacant => Self::new("vacant", "V", "Vacant or to be confirmed"),
            Verdict::Absent => Self::new("absent", "–", "No such role"),
            Verdict::Option(option) => Self::new("option", &short_form(option, &question.options), option),
        }
    }

    fn unassessed() -> Self {
        Self::new("unassessed", "?", "Not assessed")
    }
}

/// The first two letters of an option; its number when another option of the question begins alike.
fn short_form(option: &str, options: &[String]) -> String {
    let opening = |text: &str| text.chars().take(2).collect::<String>().to_lowercase();
    let alike = options.iter().filter(|other| opening(other) == opening(option)).count();
    if alike > 1 {
        let position = options.iter().position(|other| other == option).map_or(0, |index| index + 1);
        return format!("#{position}");
    }
    let mut letters = option.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + &letters.take(1).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_told_apart() {
        let options = ["own section", "threaded", "other", "otter"].map(str::to_owned);
        assert_eq!(short_form("own section", &options), "Ow");
        assert_eq!(short_form("other", &options), "#3");
        assert_eq!(short_form("otter", &options), "#4");
        assert_eq!(short_form("", &options), "");
    }
}

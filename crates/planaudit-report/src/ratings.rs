//! `ratings.csv`: one row for each answer.

use std::io::Write;

use planaudit::rubric::Status;
use planaudit::{Answer, Assessment, Person, Verdict};
use serde_json::Value;

use crate::error::ReportError;
use crate::table::{IDENTITY, Table, decimal, identity, list};

const COLUMNS: [&str; 11] =
    ["question", "theme", "verdict", "options", "people", "status", "fragile", "readable", "why", "why_not", "also"];

/// Writes one row for each answer of each document, in the order of the assessment.
///
/// A question that is not asked of a kind of document has no row; an answer that was not assessed has an empty
/// `verdict`.
pub fn ratings_csv(assessment: &Assessment, output: impl Write) -> Result<(), ReportError> {
    let mut table = Table::new("ratings", output, IDENTITY.into_iter().chain(COLUMNS))?;
    for document in &assessment.documents {
        for answer in &document.answers {
            let theme = assessment.rubric.questions.iter().find(|question| question.id == answer.question);
            let cells = [
                answer.question.clone(),
                theme.map(|question| question.theme.clone()).unwrap_or_default(),
                answer.verdict.as_ref().map(Verdict::as_str).unwrap_or_default().to_owned(),
                list(&answer.options),
                list(&answer.people.iter().map(person).collect::<Vec<_>>()),
                status(answer.status).to_owned(),
                answer.fragile.to_string(),
                decimal(document.readable, 4),
                list(&answer.why),
                list(&answer.why_not),
                list(&further_points(answer).map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>()),
            ];
            table.row(identity(document).into_iter().chain(cells))?;
        }
    }
    table.finish()
}

/// A status as the assessment file spells it.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Automatic => "automatic",
        Status::Assist => "assist",
        Status::Manual => "manual",
    }
}

/// A person in one phrase: the name, and the role in brackets; the role alone when nobody is named.
pub(crate) fn person(person: &Person) -> String {
    match (person.name.is_empty(), person.role.is_empty()) {
        (false, false) => format!("{} ({})", person.name, person.role),
        (false, true) => person.name.clone(),
        (true, _) => person.role.clone(),
    }
}

/// The further points of an answer: name and value.
pub(crate) fn further_points(answer: &Answer) -> impl Iterator<Item = (&str, String)> {
    answer.also.iter().map(|(name, value)| (name.as_str(), plain(value)))
}

/// A value as a person writes it.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_plainly() {
        let value = serde_json::json!([true, "18", 25, null, ["a", "b"]]);
        assert_eq!(plain(&value), "yes, 18, 25, , a, b");
    }
}

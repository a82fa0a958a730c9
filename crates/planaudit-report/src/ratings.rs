//! `ratings.csv`: one row for each answer.

use std::io::Write;

use planaudit::rubric::Status;
use planaudit::{Answer, Assessment, Person, Verdict};

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
                list(&further_points(answer)),
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

/// The further points of an answer, each as `name: value`.
pub(crate) fn further_points(answer: &Answer) -> Vec<String> {
    let plain = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    answer.also.iter().map(|(name, value)| format!("{name}: {}", plain(value))).collect()
}

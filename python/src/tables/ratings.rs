//! One row for each answer.

use planaudit::{Assessment, Verdict};
use pyo3::prelude::*;

use crate::column::{category, flag, list, share, text};
use crate::question::status_name;
use crate::table::Table;

/// `document, ics, kind, edition, question, theme, verdict, options, people, status, fragile, readable, why, why_not,
/// also`.
pub(crate) fn ratings(assessment: &Assessment) -> PyResult<Table> {
    let pairs: Vec<_> = assessment
        .documents
        .iter()
        .flat_map(|document| document.answers.iter().map(move |answer| (document, answer)))
        .collect();
    let theme = |question: &str| {
        assessment.rubric.questions.iter().find(|stamp| stamp.id == question).map(|stamp| stamp.theme.as_str())
    };
    let people: Vec<Vec<String>> = pairs.iter().map(|(_, answer)| answer.people.iter().map(person).collect()).collect();
    let also: Vec<String> = pairs.iter().map(|(_, answer)| json(&answer.also)).collect();
    let answers = pairs.iter().map(|(_, answer)| *answer);
    let mut columns = super::identity(pairs.iter().map(|(document, _)| *document));
    columns.extend([
        ("question", category(answers.clone().map(|answer| Some(answer.question.as_str())))),
        ("theme", category(answers.clone().map(|answer| theme(&answer.question)))),
        ("verdict", category(answers.clone().map(|answer| answer.verdict.as_ref().map(Verdict::as_str)))),
        ("options", list(answers.clone().map(|answer| super::borrowed(&answer.options)))),
        ("people", list(people.iter().map(|people| super::borrowed(people)))),
        ("status", category(answers.clone().map(|answer| Some(status_name(answer.status))))),
        ("fragile", flag(answers.clone().map(|answer| answer.fragile))),
        ("readable", share(pairs.iter().map(|(document, _)| Some(document.readable)))),
        ("why", list(answers.clone().map(|answer| super::borrowed(&answer.why)))),
        ("why_not", list(answers.map(|answer| super::borrowed(&answer.why_not)))),
        ("also", text(also.iter().map(|also| (also != "{}").then_some(also.as_str())))),
    ]);
    Table::new("ratings", columns)
}

/// The name, and the role in brackets; the role alone when nobody is named.
fn person(person: &planaudit::Person) -> String {
    match (person.name.is_empty(), person.role.is_empty()) {
        (false, false) => format!("{} ({})", person.name, person.role),
        (false, true) => person.name.clone(),
        (true, _) => person.role.clone(),
    }
}

/// Further points, as JSON: their shape is the question's own.
fn json(also: &std::collections::BTreeMap<String, serde_json::Value>) -> String {
    serde_json::to_string(also).unwrap_or_default()
}

//! `evidence.csv`: one row for each passage that supports an answer.

use std::io::Write;

use planaudit::Assessment;
use planaudit::context::Named;

use crate::error::ReportError;
use crate::table::{IDENTITY, Table, identity, list, number, text};

const COLUMNS: [&str; 21] = [
    "question",
    "option",
    "quote",
    "page",
    "page_label",
    "section",
    "population",
    "polarity",
    "commitment",
    "zone",
    "attribution",
    "rule",
    "id",
    "start",
    "end",
    "line",
    "time",
    "hedged",
    "solid",
    "confidence",
    "shared_with",
];

/// Writes one row for each passage behind each answer, best first within an answer.
pub fn evidence_csv(assessment: &Assessment, output: impl Write) -> Result<(), ReportError> {
    let mut table = Table::new("evidence", output, IDENTITY.into_iter().chain(COLUMNS))?;
    for document in &assessment.documents {
        for answer in &document.answers {
            for evidence in &answer.evidence {
                let context = &evidence.context;
                let cells = [
                    answer.question.clone(),
                    text(evidence.option.as_deref()),
                    evidence.quote.clone(),
                    number(evidence.page),
                    text(evidence.page_label.as_deref()),
                    list(&evidence.section),
                    context.population.name(),
                    context.polarity.name(),
                    context.commitment.name(),
                    context.zone.name(),
                    context.attribution.name(),
                    evidence.rule.clone(),
                    evidence.id.clone(),
                    evidence.start.to_string(),
                    evidence.end.to_string(),
                    number((evidence.line > 0).then_some(evidence.line)),
                    context.time.name(),
                    context.hedged.to_string(),
                    evidence.solid.to_string(),
                    number(evidence.confidence),
                    list(&evidence.shared_with),
                ];
                table.row(identity(document).into_iter().chain(cells))?;
            }
        }
    }
    table.finish()
}

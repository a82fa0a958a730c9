//! `targets.csv`: one row for each quantified target.

use std::io::Write;

use planaudit::Assessment;
use planaudit::context::Named;

use crate::error::ReportError;
use crate::table::{IDENTITY, Table, identity, list, number, text};

const COLUMNS: [&str; 15] = [
    "measure",
    "group",
    "baseline",
    "figure",
    "unit",
    "direction",
    "amount",
    "date",
    "page",
    "section",
    "quote",
    "page_label",
    "population",
    "start",
    "end",
];

/// Writes every quantified target of every document, in order of place.
pub fn targets_csv(assessment: &Assessment, output: impl Write) -> Result<(), ReportError> {
    let mut table = Table::new("targets", output, IDENTITY.into_iter().chain(COLUMNS))?;
    for document in &assessment.documents {
        for target in &document.targets {
            let cells = [
                target.measure.clone(),
                target.group.clone(),
                target.baseline.clone(),
                target.figure.clone(),
                target.unit.clone(),
                target.direction.as_str().to_owned(),
                target.amount.as_str().to_owned(),
                target.date.clone(),
                number(target.page),
                list(&target.section),
                target.quote.clone(),
                text(target.page_label.as_deref()),
                target.population.name(),
                target.start.to_string(),
                target.end.to_string(),
            ];
            table.row(identity(document).into_iter().chain(cells))?;
        }
    }
    table.finish()
}

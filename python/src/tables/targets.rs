//! One row for each quantified target.

use planaudit::Assessment;
use planaudit::context::Named as _;
use pyo3::prelude::*;

use super::stated;
use crate::column::{category, list, text, whole};
use crate::table::Table;

/// `document, ics, kind, edition, measure, group, baseline, figure, unit, direction, amount, date, page, section, quote,
/// page_label, population, start, end`.
pub(crate) fn targets(assessment: &Assessment) -> PyResult<Table> {
    let rows: Vec<_> = assessment
        .documents
        .iter()
        .flat_map(|document| document.targets.iter().map(move |target| (document, target)))
        .collect();
    let found = rows.iter().map(|(_, target)| *target);
    let populations: Vec<String> = found.clone().map(|target| target.population.name()).collect();
    let mut columns = super::identity(rows.iter().map(|(document, _)| *document));
    columns.extend([
        ("measure", text(found.clone().map(|target| Some(target.measure.as_str())))),
        ("group", text(found.clone().map(|target| stated(&target.group)))),
        ("baseline", text(found.clone().map(|target| stated(&target.baseline)))),
        ("figure", text(found.clone().map(|target| Some(target.figure.as_str())))),
        ("unit", text(found.clone().map(|target| stated(&target.unit)))),
        ("direction", category(found.clone().map(|target| Some(target.direction.as_str())))),
        ("amount", category(found.clone().map(|target| Some(target.amount.as_str())))),
        ("date", text(found.clone().map(|target| stated(&target.date)))),
        ("page", whole(found.clone().map(|target| target.page.map(|page| page as usize)))),
        ("section", list(found.clone().map(|target| super::borrowed(&target.section)))),
        ("quote", text(found.clone().map(|target| Some(target.quote.as_str())))),
        ("page_label", text(found.clone().map(|target| target.page_label.as_deref()))),
        ("population", category(populations.iter().map(|name| Some(name.as_str())))),
        ("start", whole(found.clone().map(|target| Some(target.start)))),
        ("end", whole(found.map(|target| Some(target.end)))),
    ]);
    Table::new("targets", columns)
}

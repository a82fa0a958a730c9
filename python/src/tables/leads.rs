//! One row for each lead found, whether a question asks for it or not.

use planaudit::Assessment;
use pyo3::prelude::*;

use super::stated;
use crate::column::{category, list, text, whole};
use crate::table::Table;
use crate::views;

/// `document, ics, kind, edition, role, name, organisation, contact, state, page, section, quote, page_label, start,
/// end`.
pub(crate) fn leads(assessment: &Assessment) -> PyResult<Table> {
    let rows: Vec<_> = assessment
        .documents
        .iter()
        .flat_map(|document| document.leads.iter().map(move |lead| (document, lead)))
        .collect();
    let found = rows.iter().map(|(_, lead)| *lead);
    let mut columns = super::identity(rows.iter().map(|(document, _)| *document));
    columns.extend([
        ("role", text(found.clone().map(|lead| Some(lead.role.as_str())))),
        ("name", text(found.clone().map(|lead| stated(&lead.name)))),
        ("organisation", text(found.clone().map(|lead| stated(&lead.organisation)))),
        ("contact", text(found.clone().map(|lead| stated(&lead.contact)))),
        ("state", category(found.clone().map(|lead| Some(lead.state.as_str())))),
        ("page", whole(found.clone().map(|lead| lead.page.map(|page| page as usize)))),
        ("section", list(found.clone().map(|lead| super::borrowed(&lead.section)))),
        ("quote", text(found.clone().map(|lead| Some(lead.quote.as_str())))),
        ("page_label", text(found.clone().map(|lead| lead.page_label.as_deref()))),
        ("start", whole(found.clone().map(|lead| Some(lead.start)))),
        ("end", whole(found.map(|lead| Some(lead.end)))),
    ]);
    Ok(Table::new("leads", columns)?.shown_as(views::leads(assessment)))
}

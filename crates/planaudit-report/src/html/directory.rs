//! The directory of leads.

use planaudit::{Assessment, Lead};
use serde::Serialize;

use super::answers::place;
use super::matrix::{full_name, label};
use super::questions::kind_words;

/// One lead of one document.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    document: usize,
    label: &'a str,
    kind: &'static str,
    edition: &'a str,
    name: String,
    state: &'static str,
    place: String,
    section: String,
    lead: &'a Lead,
}

pub(super) fn of(assessment: &Assessment) -> Vec<Row<'_>> {
    let documents = assessment.documents.iter().enumerate();
    documents
        .flat_map(|(index, document)| {
            document.leads.iter().map(move |lead| Row {
                document: index,
                label: label(document),
                kind: kind_words(document.kind).0,
                edition: document.edition.as_deref().unwrap_or_default(),
                name: full_name(document),
                state: lead.state.as_str(),
                place: place(lead.page, lead.page_label.as_deref(), 0),
                section: lead.section.join(" › "),
                lead,
            })
        })
        .collect()
}

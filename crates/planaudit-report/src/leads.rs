//! `leads.csv`: one row for each lead a document names or describes.

use std::io::Write;

use planaudit::Assessment;

use crate::error::ReportError;
use crate::table::{IDENTITY, Table, identity, list, number, text};

const COLUMNS: [&str; 9] =
    ["role", "name", "organisation", "contact", "state", "page", "section", "quote", "page_label"];

/// Writes the directory of leads, in the order of the assessment, whether a question asks for them or not.
pub fn leads_csv(assessment: &Assessment, output: impl Write) -> Result<(), ReportError> {
    let mut table = Table::new("leads", output, IDENTITY.into_iter().chain(COLUMNS))?;
    for document in &assessment.documents {
        for lead in &document.leads {
            let cells = [
                lead.role.clone(),
                lead.name.clone(),
                lead.organisation.clone(),
                lead.contact.clone(),
                lead.state.as_str().to_owned(),
                number(lead.page),
                list(&lead.section),
                lead.quote.clone(),
                text(lead.page_label.as_deref()),
            ];
            table.row(identity(document).into_iter().chain(cells))?;
        }
    }
    table.finish()
}

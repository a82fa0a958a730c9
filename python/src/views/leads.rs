//! Leads: who holds which role, with the passage that says so.

use std::fmt::Write as _;

use planaudit::Assessment;

use super::framed;
use crate::explain;
use crate::markup::escape;

/// Leads of an assessment, by document.
pub(crate) fn leads(assessment: &Assessment) -> String {
    let count: usize = assessment.documents.iter().map(|document| document.leads.len()).sum();
    let mut page = format!("<p><b>{count} leads</b></p><div class=\"scroll\"><table><thead><tr>");
    for name in ["name", "role", "organisation", "state", "where it stands"] {
        let _ = write!(page, "<th>{name}</th>");
    }
    page.push_str("</tr></thead><tbody>");
    for document in assessment.documents.iter().filter(|document| !document.leads.is_empty()) {
        let _ = write!(page, "<tr><th colspan=\"5\">{}</th></tr>", escape(&document.path));
        for lead in &document.leads {
            let name = if lead.name.is_empty() { "nobody named" } else { &lead.name };
            let contact =
                if lead.contact.is_empty() { String::new() } else { format!("<br>{}", escape(&lead.contact)) };
            let place = |section| explain::place(lead.page, lead.page_label.as_deref(), section);
            let nearest = &lead.section[lead.section.len().saturating_sub(1)..];
            let _ = write!(
                page,
                "<tr><td>{}{contact}</td><td>{}</td><td>{}</td><td><span class=\"tag\">{}</span></td>\
                 <td class=\"long\"><details><summary>{}</summary>{}<br><small>{}</small></details></td></tr>",
                escape(name),
                escape(&lead.role),
                escape(&lead.organisation),
                lead.state.as_str(),
                escape(&place(nearest)),
                escape(&lead.quote),
                escape(&place(&lead.section))
            );
        }
    }
    framed(&(page + "</tbody></table></div>"))
}

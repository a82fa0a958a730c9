//! A document: what it is, how much of it was read, its outline.

use std::fmt::Write as _;

use super::{framed, ledger, outline};
use crate::content::Content;
use crate::markup::escape;

/// A document.
pub(crate) fn document(content: &Content) -> String {
    let file = content.file();
    let identity = &file.identity;
    let name = if file.path.is_empty() { "A text in memory" } else { &file.path };
    let mut page = format!("<h3>{}</h3>", escape(identity.title.as_deref().unwrap_or(name)));
    let mut facts = vec![name.to_owned(), identity.kind.title().to_owned()];
    facts.extend(identity.ics_name.clone().or_else(|| identity.ics.clone()));
    facts.extend(identity.edition.clone());
    facts.push(format!("{}, {} words", file.document.format.name(), file.document.words()));
    page.push_str("<div class=\"facts\">");
    for fact in facts {
        let _ = write!(page, "<span>{}</span>", escape(&fact));
    }
    page.push_str("</div>");
    page.push_str(&ledger(&file.document.pages));
    let _ = write!(page, "<details><summary>Outline</summary>{}</details>", outline::tree(content));
    framed(&page)
}

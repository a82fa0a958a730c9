//! A corpus: what its files are, and those that could not be read.

use std::fmt::Write as _;
use std::sync::Arc;

use planaudit::Unread;
use planaudit::corpus::ReadFile;

use super::framed;
use crate::markup::escape;

/// A corpus.
pub(crate) fn corpus(root: &str, files: &[Arc<ReadFile>], unread: &[Unread]) -> String {
    let mut page = format!("<h3>{}</h3><div class=\"scroll\"><table><thead><tr>", escape(root));
    for name in ["document", "kind", "system", "edition", "pages", "words", "readable"] {
        let _ = write!(page, "<th>{name}</th>");
    }
    page.push_str("</tr></thead><tbody>");
    for file in files {
        let identity = &file.identity;
        let system = identity.ics_name.as_deref().or(identity.ics.as_deref());
        let pages = file.document.pages.len();
        let _ = write!(
            page,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>\
             <td class=\"number\">{:.0} %</td></tr>",
            escape(&file.path),
            identity.kind.title(),
            escape(system.unwrap_or("unknown")),
            escape(identity.edition.as_deref().unwrap_or("unknown")),
            if pages == 0 { "–".to_owned() } else { pages.to_string() },
            file.document.words(),
            100.0 * file.document.readable()
        );
    }
    page.push_str("</tbody></table></div>");
    for unread in unread {
        let _ = write!(page, "<p class=\"warn\">Not read: {}: {}</p>", escape(&unread.path), escape(&unread.reason));
    }
    framed(&page)
}

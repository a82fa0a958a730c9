//! A document's outline: its headings as a tree, with page and zone.

use std::fmt::Write as _;

use planaudit::context::{Named as _, Zone};

use super::framed;
use crate::content::Content;
use crate::markup::escape;

/// The outline.
pub(crate) fn outline(content: &Content) -> String {
    framed(&tree(content))
}

/// The tree, without a frame.
pub(super) fn tree(content: &Content) -> String {
    let text = content.text();
    let mut page = String::from("<div class=\"outline\"><ul>");
    let mut depth = 0;
    let mut first = true;
    for (index, section) in content.outline().sections().iter().enumerate() {
        let Some(heading) = section.heading else { continue };
        let level = content.outline().ancestry(index).count() - 1;
        while depth > level {
            page.push_str("</li></ul>");
            depth -= 1;
        }
        if depth < level {
            page.push_str("<ul>");
            depth = level;
        } else if !first {
            page.push_str("</li>");
        }
        first = false;
        let range = text.blocks()[heading].range.clone();
        let place = text.place(range.start).page.map(|number| format!(" <small>page {}</small>", number.get()));
        let zone = match section.zone {
            Zone::Body => String::new(),
            zone => format!(" <span class=\"tag\">{}</span>", zone.name().replace('_', " ")),
        };
        let _ = write!(page, "<li>{}{}{zone}", escape(&text.as_str()[range]), place.unwrap_or_default());
    }
    if first {
        return "<p class=\"soft\">No headings.</p>".to_owned();
    }
    for _ in 0..depth {
        page.push_str("</li></ul>");
    }
    page + "</li></ul></div>"
}

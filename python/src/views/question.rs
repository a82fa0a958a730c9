//! A question, with its decision guide.

use std::fmt::Write as _;

use planaudit::assessment::QuestionStamp;
use planaudit::rubric::Guide;

use super::{framed, list};
use crate::markup::escape;

/// A question.
pub(crate) fn question(question: &QuestionStamp) -> String {
    let kinds: Vec<&str> = question.kinds.iter().map(|kind| kind.title()).collect();
    let mut page = format!("<h3>{}</h3><p>", escape(&question.asks));
    let tags = [
        question.id.as_str(),
        crate::question::answer_name(question.answer),
        crate::question::status_name(question.status),
    ];
    for tag in tags.into_iter().chain(kinds) {
        let _ = write!(page, "<span class=\"tag\">{}</span>", escape(tag));
    }
    page.push_str("</p>");
    page.push_str(&list("Options", question.options.iter().map(|option| escape(option))));
    page.push_str(&guided(&question.guide));
    framed(&page)
}

/// A decision guide.
pub(crate) fn guide(guide: &Guide) -> String {
    framed(&guided(guide))
}

fn guided(guide: &Guide) -> String {
    let mut page = String::from("<table><tbody>");
    for (name, words) in [("Yes", &guide.yes), ("To some extent", &guide.some), ("No", &guide.no)] {
        if !words.is_empty() {
            let _ = write!(page, "<tr><th>{name}</th><td>{}</td></tr>", escape(words));
        }
    }
    page + "</tbody></table>" + &list("Notes", guide.notes.iter().map(|note| escape(note)))
}

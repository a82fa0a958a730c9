//! A rubric: its questions by theme.

use std::fmt::Write as _;

use planaudit::assessment::RubricStamp;

use super::framed;
use crate::markup::escape;
use crate::question::{answer_name, status_name};

/// A rubric.
pub(crate) fn rubric(rubric: &RubricStamp) -> String {
    let mut page = format!(
        "<h3>{}</h3><p class=\"soft\">{} {} · {} questions</p><div class=\"scroll\"><table><thead><tr>",
        escape(&rubric.title),
        escape(&rubric.id),
        escape(&rubric.version),
        rubric.questions.len()
    );
    for name in ["question", "asks", "of", "answer", "status"] {
        let _ = write!(page, "<th>{name}</th>");
    }
    page.push_str("</tr></thead><tbody>");
    for theme in &rubric.themes {
        let _ = write!(page, "<tr><th colspan=\"5\">{}</th></tr>", escape(&theme.title));
        for question in rubric.questions.iter().filter(|question| question.theme == theme.id) {
            let kinds: Vec<&str> = question.kinds.iter().map(|kind| kind.as_str()).collect();
            let _ = write!(
                page,
                "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(&question.id),
                escape(&question.asks),
                kinds.join(", "),
                answer_name(question.answer),
                status_name(question.status)
            );
        }
    }
    framed(&(page + "</tbody></table></div>"))
}

//! The matrix of an assessment: questions down, documents across, a letter in every cell.

use std::fmt::Write as _;

use planaudit::Assessment;
use planaudit::assessment::QuestionStamp;
use planaudit_report::Cell;

use super::{framed, label, tile};
use crate::markup::escape;

/// Documents from which on their names stand upright.
const MANY: usize = 8;

const LEGEND: [(&str, &str, &str); 9] = [
    ("yes", "Y", "yes"),
    ("some", "S", "to some extent"),
    ("no", "N", "no"),
    ("found", "3", "options found"),
    ("option", "Ow", "the option"),
    ("named", "P", "a person is named"),
    ("role", "R", "role without a name"),
    ("vacant", "V", "vacant"),
    ("unassessed", "?", "not assessed"),
];

/// The matrix.
pub(crate) fn matrix(assessment: &Assessment) -> String {
    let documents = &assessment.documents;
    let mut page = format!("<p>{}</p><div class=\"scroll\">", counted(assessment));
    let many = if documents.len() > MANY { " many" } else { "" };
    let _ = write!(page, "<table class=\"matrix{many}\"><thead><tr><th></th>");
    for document in documents {
        let _ = write!(page, "<th title=\"{}\"><span>{}</span></th>", escape(&document.path), escape(&label(document)));
    }
    page.push_str("</tr></thead><tbody>");
    for theme in &assessment.rubric.themes {
        let questions: Vec<_> =
            assessment.rubric.questions.iter().filter(|question| question.theme == theme.id).collect();
        if !questions.is_empty() {
            let across = documents.len() + 1;
            let _ = write!(page, "<tr class=\"theme\"><th colspan=\"{across}\">{}</th></tr>", escape(&theme.title));
        }
        for question in questions {
            page.push_str(&row(assessment, question));
        }
    }
    page.push_str("</tbody></table></div><div class=\"legend\">");
    for (state, letter, words) in LEGEND {
        let _ = write!(page, "<span><i class=\"tile {state}\" style=\"font-style:normal\">{letter}</i>{words}</span>");
    }
    page.push_str("</div>");
    for unread in &assessment.unread {
        let _ = write!(page, "<p class=\"warn\">Not read: {}: {}</p>", escape(&unread.path), escape(&unread.reason));
    }
    framed(&page)
}

fn counted(assessment: &Assessment) -> String {
    let (documents, questions) = (assessment.documents.len(), assessment.rubric.questions.len());
    let rubric = &assessment.rubric;
    format!(
        "<b>{documents} documents, {questions} questions</b> <small>{} {}; the letters are the rules’ answers, one coder’s \
         among others</small>",
        escape(&rubric.id),
        escape(&rubric.version)
    )
}

fn row(assessment: &Assessment, question: &QuestionStamp) -> String {
    let mut row = format!(
        "<tr><th scope=\"row\">{} <small><code>{}</code></small></th>",
        escape(&question.asks),
        escape(&question.id)
    );
    for document in &assessment.documents {
        let _ = write!(row, "<td>{}</td>", tile(&Cell::at(document, question)));
    }
    row + "</tr>"
}

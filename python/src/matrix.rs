//! The matrix a notebook shows: a row a document, a column a question, a letter in every cell.

use std::fmt::Write as _;

use planaudit::assessment::QuestionStamp;
use planaudit::rubric::AnswerKind;
use planaudit::{Answer, AssessedDocument, Assessment, Verdict};

use crate::markup::escape;

/// Colours told apart without red and green (after Okabe and Ito), each with its own text colour so that they hold on
/// dark pages too. Letters say the same.
const STYLE: &str = "<style>\
.pa-matrix{overflow-x:auto}\
.pa-matrix table{border-collapse:collapse;font-size:12px}\
.pa-matrix th{text-align:left;font-weight:normal;padding:2px 4px}\
.pa-matrix thead th{vertical-align:bottom;border-left:1px solid #888}\
.pa-matrix .pa-q{writing-mode:vertical-rl;transform:rotate(180deg);border:0;white-space:nowrap}\
.pa-matrix td{text-align:center;min-width:1.6em;padding:2px;border:1px solid #888}\
.pa-matrix .pa-yes{background:#0072b2;color:#fff}\
.pa-matrix .pa-some{background:#f0e442;color:#000}\
.pa-matrix .pa-no{background:#d55e00;color:#fff}\
.pa-matrix .pa-other{background:#e6e6e6;color:#000}\
</style>";

const LEGEND: &str = "Y yes · S to some extent · N no · a number: options found · P a person is named · R role without a \
name · V vacant · – no such role · two letters: the option · ? not assessed · empty: not asked of this kind";

/// The matrix of an assessment.
pub(crate) fn html(assessment: &Assessment) -> String {
    let rubric = &assessment.rubric;
    let mut page = format!("{STYLE}<div class=\"pa-matrix\"><table><thead><tr><th></th>");
    let mut columns: Vec<&QuestionStamp> = Vec::new();
    for theme in &rubric.themes {
        let before = columns.len();
        columns.extend(rubric.questions.iter().filter(|question| question.theme == theme.id));
        let width = columns.len() - before;
        if width > 0 {
            let _ = write!(page, "<th colspan=\"{width}\">{}</th>", escape(&theme.title));
        }
    }
    page.push_str("</tr><tr><th></th>");
    for question in &columns {
        let (id, asks) = (escape(&question.id), escape(&question.asks));
        let _ = write!(page, "<th title=\"{asks}\"><span class=\"pa-q\">{id}</span></th>");
    }
    page.push_str("</tr></thead><tbody>");
    for document in &assessment.documents {
        let _ = write!(page, "<tr><th scope=\"row\">{}</th>", escape(&document.path));
        for question in &columns {
            page.push_str(&cell(document, question));
        }
        page.push_str("</tr>");
    }
    let _ = write!(page, "</tbody></table><small>{LEGEND}</small>");
    for unread in &assessment.unread {
        let _ = write!(page, "<br><small>not read: {}: {}</small>", escape(&unread.path), escape(&unread.reason));
    }
    page + "</div>"
}

fn cell(document: &AssessedDocument, question: &QuestionStamp) -> String {
    let Some(answer) = document.answer(&question.id) else { return "<td></td>".to_owned() };
    let (style, letter, words) = shown(answer, question.answer);
    let title = format!("{}: {words}", question.asks);
    format!("<td class=\"pa-{style}\" title=\"{}\">{}</td>", escape(&title), escape(&letter))
}

/// Style, letter and words of an answer.
fn shown(answer: &Answer, kind: AnswerKind) -> (&'static str, String, String) {
    let Some(verdict) = &answer.verdict else { return ("other", "?".to_owned(), "not assessed".to_owned()) };
    if kind == AnswerKind::Choice {
        let style = if answer.options.is_empty() { "no" } else { "other" };
        return (style, answer.options.len().to_string(), answer.options.join("; "));
    }
    let (style, letter) = match verdict {
        Verdict::Yes => ("yes", "Y"),
        Verdict::Some => ("some", "S"),
        Verdict::No => ("no", "N"),
        Verdict::Named => ("yes", "P"),
        Verdict::RoleWithoutName => ("some", "R"),
        Verdict::Vacant => ("some", "V"),
        Verdict::Absent => ("no", "–"),
        Verdict::Option(option) => return ("other", option.chars().take(2).collect(), option.clone()),
    };
    (style, letter.to_owned(), verdict.as_str().to_owned())
}

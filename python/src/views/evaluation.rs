//! Agreement with answer keys: over all, and question by question.

use std::fmt::Write as _;

use planaudit::evaluate::{Evaluation, Measure, Score, Undefined};

use super::framed;
use crate::markup::escape;
use crate::question::status_name;

const LEVELS: [&str; 3] = ["no", "to some extent", "yes"];

/// An evaluation.
pub(crate) fn evaluation(evaluation: &Evaluation) -> String {
    let documents = evaluation.documents.len();
    let mut page = format!("<h3>Agreement with {documents} answer keys</h3>");
    if !evaluation.missing.is_empty() {
        let _ = write!(page, "<p class=\"warn\">No document for: {}</p>", escape(&evaluation.missing.join(", ")));
    }
    page.push_str("<div class=\"scroll\"><table><thead><tr><th>of</th><th>measure</th><th class=\"number\">n</th>");
    page.push_str("<th class=\"number\">value</th><th class=\"number\">95 in 100 draws</th></tr></thead><tbody>");
    for score in &evaluation.overall {
        let _ = write!(page, "<tr><td>{}</td><td>{}</td>{}</tr>", score.group, score.name, figures(score));
    }
    page.push_str(
        "</tbody></table></div><h4>Ratings: rows the key, columns the answer</h4><table><thead><tr><th></th>",
    );
    for level in LEVELS {
        let _ = write!(page, "<th class=\"number\">{level}</th>");
    }
    page.push_str("</tr></thead><tbody>");
    for (level, row) in LEVELS.iter().zip(&evaluation.ratings) {
        let _ = write!(page, "<tr><th>{level}</th>");
        for count in row {
            let _ = write!(page, "<td class=\"number\">{count}</td>");
        }
        page.push_str("</tr>");
    }
    page.push_str(
        "</tbody></table><details><summary>Question by question</summary><div class=\"scroll\"><table><thead><tr>",
    );
    page.push_str("<th>question</th><th class=\"number\">n</th><th class=\"number\">exact agreement</th>");
    page.push_str(
        "<th class=\"number\">95 in 100 draws</th><th>trusted now</th><th>speaks for</th></tr></thead><tbody>",
    );
    for question in &evaluation.questions {
        let exact = question.score(Measure::Exact(question.answer));
        let _ = write!(
            page,
            "<tr><td><code>{}</code></td>{}<td>{}</td><td>{}</td></tr>",
            escape(&question.question),
            exact.map(figures).unwrap_or_default(),
            status_name(question.status),
            status_name(question.proposed)
        );
    }
    framed(&(page + "</tbody></table></div></details>"))
}

/// Cells of n, value and interval.
fn figures(score: &Score) -> String {
    let value = score.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
    let interval = score.interval.map_or_else(|| "–".to_owned(), |(low, high)| format!("{low:.2} to {high:.2}"));
    let why = score.undefined.or(score.interval_undefined).map(Undefined::reason).unwrap_or_default();
    format!(
        "<td class=\"number\">{}</td><td class=\"number\" title=\"{}\">{value}</td><td class=\"number\">{interval}</td>",
        score.n,
        escape(why)
    )
}

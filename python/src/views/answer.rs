//! An answer: verdict, reasons both ways, the passages in context, the near misses.

use std::fmt::Write as _;

use planaudit::context::Named as _;
use planaudit::{Answer, AssessedDocument, Assessment, Evidence, NearMiss};
use planaudit_report::Cell;

use super::{framed, list, tile};
use crate::content::Content;
use crate::explain;
use crate::markup::{escape, marked};

/// Letters of context shown on each side of a passage.
const AROUND: usize = 240;

/// An answer; `content` is the document's, where it can still be had.
pub(crate) fn answer(
    assessment: &Assessment,
    document: &AssessedDocument,
    answer: &Answer,
    content: Result<&Content, &str>,
) -> String {
    let question = assessment.rubric.questions.iter().find(|question| question.id == answer.question);
    let mut page = format!("<h3>{}</h3><p>", escape(explain::asks(assessment, &answer.question)));
    if let Some(question) = question {
        page.push_str(&tile(&Cell::of(answer, question)));
    }
    let _ = write!(page, " <b>{}</b><br>", escape(&explain::verdict(answer)));
    let _ = write!(page, "<small>{} · <code>{}</code></small></p>", escape(&document.path), escape(&answer.question));
    if !answer.options.is_empty() {
        let _ = write!(page, "<p>Options found: {}</p>", escape(&answer.options.join("; ")));
    }
    page.push_str(&list("People", answer.people.iter().map(|person| escape(&explain::person(person)))));
    page.push_str(&list("Also", answer.also.iter().map(|(name, value)| escape(&format!("{name}: {value}")))));
    page.push_str(&list("Why", answer.why.iter().map(|reason| escape(reason))));
    page.push_str(&list("Why not better", answer.why_not.iter().map(|reason| escape(reason))));
    if let Err(reason) = content {
        let _ = write!(
            page,
            "<p class=\"soft\">Passages are shown without what stands around them: {}</p>",
            escape(reason)
        );
    }
    let content = content.ok();
    if answer.evidence.is_empty() {
        let _ = write!(page, "<h4>Passages</h4><p>{}</p>", escape(&explain::nothing(document)));
    } else {
        let _ = write!(page, "<h4>Passages</h4>");
    }
    // One passage may support several options: it is shown once.
    let evidence = &answer.evidence;
    for (index, first) in evidence.iter().enumerate() {
        let same = |other: &Evidence| (other.start, other.end) == (first.start, first.end);
        if !evidence[..index].iter().any(same) {
            let members: Vec<_> = (index..).zip(&evidence[index..]).filter(|(_, other)| same(other)).collect();
            page.push_str(&found(&members, content));
        }
    }
    if !answer.near_misses.is_empty() {
        let _ = write!(page, "<details><summary>{} near misses</summary>", answer.near_misses.len());
        for miss in &answer.near_misses {
            page.push_str(&missed(miss, content));
        }
        page.push_str("</details>");
    }
    framed(&page)
}

/// One passage by itself.
pub(crate) fn evidence(evidence: &Evidence) -> String {
    framed(&found(&[(0, evidence)], None))
}

/// One near miss by itself.
pub(crate) fn near_miss(miss: &NearMiss) -> String {
    framed(&missed(miss, None))
}

/// A passage with all it supports; each with its index in the answer's evidence.
fn found(members: &[(usize, &Evidence)], content: Option<&Content>) -> String {
    let [(index, evidence), ..] = members else { return String::new() };
    let mut page = String::from("<div class=\"passage found\">");
    let place = explain::place(evidence.page, evidence.page_label.as_deref(), &evidence.section);
    let _ = write!(page, "<small><code>evidence[{index}]</code> {}</small><br>", escape(&place));
    let matched: Vec<_> = members.iter().flat_map(|(_, evidence)| evidence.matched.iter().copied()).collect();
    let quote = format!("<mark>{}</mark>", marked(&evidence.quote, &matched));
    page.push_str(&in_context(&quote, evidence.start, evidence.end, content));
    page.push_str("<br>");
    let tag = |words: &str| format!("<span class=\"tag\">{}</span>", escape(words));
    for (_, evidence) in members {
        if let Some(option) = &evidence.option {
            page.push_str(&tag(option));
        }
    }
    page.push_str(&tag(&format!("about {}", evidence.context.population.name().replace('_', " "))));
    page.push_str(&tag(&evidence.context.commitment.name().replace('_', " ")));
    if !evidence.solid {
        page.push_str(&tag("loose"));
    }
    if let Some(confidence) = evidence.confidence {
        page.push_str(&tag(&format!("recognised from a scan, {confidence} % sure")));
    }
    if !evidence.shared_with.is_empty() {
        page.push_str(&tag(&format!("word for word in {} more", evidence.shared_with.len())));
    }
    let mut rules: Vec<&str> = members.iter().map(|(_, evidence)| evidence.rule.as_str()).collect();
    rules.dedup();
    page.push_str(&tag(&format!("rule {}", rules.join("; "))));
    page + "</div>"
}

fn missed(miss: &NearMiss, content: Option<&Content>) -> String {
    let mut page = String::from("<div class=\"passage\">");
    let place = explain::place(miss.page, miss.page_label.as_deref(), &miss.section);
    let _ = write!(page, "<small>{}</small><br>", escape(&place));
    page.push_str(&in_context(&format!("<mark>{}</mark>", escape(&miss.quote)), miss.start, miss.end, content));
    let _ = write!(page, "<br><small class=\"warn\">failed: {}</small>", escape(&miss.failed));
    page + "</div>"
}

/// A passage between the words before it and after it.
fn in_context(quote: &str, start: usize, end: usize, content: Option<&Content>) -> String {
    let Some((before, after)) = content.and_then(|content| content.around(start, end, AROUND)) else {
        return quote.to_owned();
    };
    let broken = |text: &str| escape(text).replace('\n', "<br>");
    format!(
        "<span class=\"around\">{}</span>{quote}<span class=\"around\">{}</span>",
        broken(before.trim_start_matches('\n')),
        broken(after.trim_end_matches('\n'))
    )
}

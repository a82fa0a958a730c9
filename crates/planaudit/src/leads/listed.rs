//! People listed after one role, each with a subject of their own.

use super::clause::{Clause, Party};
use super::topics;

/// "The executive leads are A (children), B (SEND)": each with a subject of their own.
pub(super) fn listed(clause: &Clause<'_>) -> Vec<(usize, String)> {
    let opening = lead_areas(clause.text);
    let role = clause.roles.iter().find(|role| role.plural).map(|role| role.range.clone());
    let Some(role) = role.or(opening) else { return Vec::new() };
    let words = &clause.text[role.clone()];
    let Some(title) = topics::leading_title(words) else { return Vec::new() };
    // "Joint SROs for SEND are A for health and B for the council": the subject goes for both.
    let title = match words.split_once(" for ") {
        Some((_, subject)) => format!("{title} for {subject}"),
        None => title,
    };
    let behind = |party: &Party| {
        // "Ada Quill, Chief Nurse, for children": the post stands between.
        let post = clause.roles.iter().find(|post| post.range.start >= party.range.end);
        let post = post.filter(|post| clause.text[party.range.end..post.range.start].trim() == ",");
        let from = post.map_or(party.range.end, |post| post.range.end);
        let rest = clause.text[from..].trim_start();
        let rest = if post.is_some() { rest.strip_prefix(',').unwrap_or(rest).trim_start() } else { rest };
        let subject = match rest.strip_prefix('(') {
            Some(rest) => rest.split(')').next(),
            None => {
                let next = clause.parties.iter().map(|next| next.range.start).find(|&start| start > party.range.end);
                let end = next.map_or(rest.len(), |next| rest.len().saturating_sub(clause.text.len() - next));
                let rest = rest[..end].trim_end().strip_prefix("for ");
                rest.map(|rest| rest.find([',', ';', '.']).map_or(rest, |end| &rest[..end]))
            }
        }?;
        (!subject.is_empty() && subject.len() <= 80).then(|| subject.trim_end_matches(" and").to_owned())
    };
    let parties = clause.parties.iter().enumerate().filter(|(_, party)| party.range.start >= role.end);
    // "…executive leads: for children, Chief Nurse A; for stroke, B"
    let before = |party: &Party| {
        let post = clause.roles.iter().rfind(|role| role.range.end <= party.range.start);
        let post = post.filter(|post| clause.text[post.range.end..party.range.start].trim().is_empty());
        let head = clause.text[..post.map_or(party.range.start, |post| post.range.start)].trim_end();
        let head = head.strip_suffix([',', ':', '–'])?;
        let opening = head.rfind([';', ':']).map_or(0, |at| at + 1);
        let subject = head[opening..].trim().strip_prefix("and ").unwrap_or(head[opening..].trim());
        let subject = subject.strip_prefix("for ").or_else(|| subject.strip_prefix("on "))?;
        (opening >= role.end.min(head.len()) && subject.len() <= 80).then(|| subject.to_owned())
    };
    let behind = |party: &Party| before(party).or_else(|| behind(party));
    parties.filter_map(|(index, party)| behind(party).map(|subject| (index, format!("{title}: {subject}")))).collect()
}

/// "Board members and their lead areas:", the words that open a sentence and say that all it lists are leads.
pub(super) fn lead_areas(text: &str) -> Option<std::ops::Range<usize>> {
    let end = text.find(':')?;
    let lower = text[..end].to_lowercase();
    let leads =
        ["lead area", "lead role", "portfolio", "responsibilit", "brief"].iter().any(|word| lower.contains(word));
    let board = ["board", "executive", "director"].iter().any(|word| lower.contains(word));
    (leads && board && end <= 90).then_some(0..end)
}

/// "Executive leads – safeguarding: A. B.; SEND: to be confirmed": the leads of a list that nobody holds.
pub(super) fn vacancies(clause: &Clause<'_>) -> Vec<String> {
    let role = clause.roles.iter().find(|role| role.plural).map(|role| role.range.clone());
    let Some(role) = role.or_else(|| lead_areas(clause.text)) else { return Vec::new() };
    let Some(title) = topics::leading_title(&clause.text[role.clone()]) else { return Vec::new() };
    let entries = clause.vacancies.iter().filter(|vacancy| vacancy.start >= role.end).filter_map(|vacancy| {
        let head = clause.text[role.end..vacancy.start].trim_end().strip_suffix([':', '–', '-', '('])?.trim_end();
        let opening =
            head.rfind([';', ',', ':', '–']).map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
        let label = head[opening..].trim();
        (!label.is_empty() && label.split_whitespace().count() <= 8).then(|| format!("{title}: {label}"))
    });
    entries.collect()
}

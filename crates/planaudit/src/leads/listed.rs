//! People listed after one role, each with a subject of their own.

use super::clause::{Clause, Party};
use super::topics;

/// "The executive leads are A (children), B (SEND)": each with a subject of their own.
pub(super) fn listed(clause: &Clause<'_>) -> Vec<(usize, String)> {
    let Some(role) = clause.roles.iter().find(|role| role.plural) else { return Vec::new() };
    let words = &clause.text[role.range.clone()];
    let Some(title) = topics::leading_title(words) else { return Vec::new() };
    // "Joint SROs for SEND are A for health and B for the council": the subject goes for both.
    let title = match words.split_once(" for ") {
        Some((_, subject)) => format!("{title} for {subject}"),
        None => title,
    };
    let behind = |party: &Party| {
        let rest = clause.text[party.range.end..].trim_start();
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
    let parties = clause.parties.iter().enumerate().filter(|(_, party)| party.range.start >= role.range.end);
    // "…executive leads: for children, Chief Nurse A; for stroke, B"
    let before = |party: &Party| {
        let post = clause.roles.iter().rfind(|role| role.range.end <= party.range.start);
        let post = post.filter(|post| clause.text[post.range.end..party.range.start].trim().is_empty());
        let head = clause.text[..post.map_or(party.range.start, |post| post.range.start)].trim_end();
        let head = head.strip_suffix([',', ':', '–'])?;
        let opening = head.rfind([';', ':']).map_or(0, |at| at + 1);
        let subject = head[opening..].trim().strip_prefix("and ").unwrap_or(head[opening..].trim());
        let subject = subject.strip_prefix("for ").or_else(|| subject.strip_prefix("on "))?;
        (opening >= role.range.end.min(head.len()) && subject.len() <= 80).then(|| subject.to_owned())
    };
    let behind = |party: &Party| before(party).or_else(|| behind(party));
    parties.filter_map(|(index, party)| behind(party).map(|subject| (index, format!("{title}: {subject}")))).collect()
}

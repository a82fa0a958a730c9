//! Roles that are described, whoever holds them.

use std::ops::Range;

use super::FoundLead;
use super::clause::Clause;
use super::{deeds, entrusted, topics};
use crate::analysis::Analysis;
use crate::assessment::LeadState;
use crate::context::Attribution;

/// Words that make a role one of leadership by themselves.
const LEADING: &[&str] = &[
    "executive lead",
    "exec lead",
    "exec. lead",
    "lead executive",
    "executive sponsor",
    "senior responsible",
    "sro",
    "board lead",
    "board-level lead",
    "board's lead",
    "lead director",
    "accountable executive",
    "executive responsible",
    "executive director for children",
    "named lead",
    "nominated lead",
    "designated lead",
    "designated clinical officer",
    "designated medical officer",
    "designated nurse",
    "designated doctor",
    "designated professional",
    "dco",
    "dmo",
    "safeguarding lead",
    "send lead",
    "children's lead",
    "lead for",
    "lead on",
    "executive for",
    "executive who",
    "director who",
    "board member who",
    "board member for",
    "board member responsible",
    "send executive",
    "children's executive",
    "safeguarding executive",
    "safeguarding partner",
    "responsible executive",
];

/// What a role is about where its own words do not say.
pub(super) struct About<'a> {
    /// What stands beside a role.
    pub subject: &'a dyn Fn(&Range<usize>) -> Option<String>,
    /// How the sentence before begins.
    pub said: &'a str,
}

/// Leadership roles of a clause that were bound to nobody.
pub(super) fn roles(clause: &Clause<'_>, bound: &[bool], about: &About<'_>, bytes: &Range<usize>) -> Vec<FoundLead> {
    let mut leads = Vec::new();
    let mut joined: Option<usize> = None;
    for (index, role) in clause.roles.iter().enumerate() {
        if joined == Some(index)
            || bound[index]
            || role.generic
            || role.plural
            || wished(&clause.text[..role.range.start])
        {
            continue;
        }
        let mut words = clause.text[role.range.clone()].to_owned();
        let lower = words.to_lowercase().replace('’', "'");
        let mut leads_something = LEADING.iter().any(|leading| contains_words(&lower, leading));
        if let Some(deed) = entrusted::done_to(clause.text, role.range.start).map(|deed| deed.about("", about.said)) {
            words = format!("{words}; {}", deed.role);
            leads_something = true;
        } else if let Some(next) = is_also(clause, index) {
            // "The Chief Nurse is our executive lead for children": one entry, so that a title can find its holder.
            if bound[index + 1] {
                continue;
            }
            let also = &clause.text[clause.roles[next].range.clone()];
            words = format!("{words}; {also}");
            let lower = also.to_lowercase().replace('’', "'");
            leads_something |= LEADING.iter().any(|leading| contains_words(&lower, leading));
            joined = Some(next);
        } else if !leads_something
            && let Some(deed) =
                deeds::behind(clause.text, role.range.end).filter(|deed| !deed.past && deed.is_present())
        {
            words = format!("{words}; {}", deed.role);
            leads_something = true;
        }
        if !leads_something && let Some(label) = topics::brief_label(clause.text, role.range.start) {
            words = format!("{words}; {label}");
            leads_something = true;
        }
        if super::unsaid::lacks_topic(&words)
            && let Some(topic) = (about.subject)(&role.range)
        {
            words = format!("{words}: {topic}");
            leads_something = true;
        }
        if leads_something && words.split_whitespace().count() <= 40 {
            leads.push(FoundLead {
                role: words,
                name: String::new(),
                organisation: clause.organisation_of(&role.range, None),
                contact: String::new(),
                state: LeadState::RoleOnly,
                bytes: bytes.clone(),
            });
        }
    }
    leads
}

/// The next role of a clause, where the words between say that one holder has both.
fn is_also(clause: &Clause<'_>, index: usize) -> Option<usize> {
    let next = clause.roles.get(index + 1).filter(|next| !next.generic)?;
    let gap = clause.text[clause.roles[index].range.end..next.range.start].trim().trim_start_matches(',').trim();
    let mut words = gap.split(' ');
    let verb = matches!(words.next(), Some("is" | "acts" | "serves" | "remains"))
        || gap.starts_with("who is") && words.next().is_some();
    let rest = words.all(|word| {
        matches!(word, "also" | "our" | "the" | "its" | "as" | "now" | "a" | "an" | "Board's" | "ICB's" | "is" | "both")
    });
    (verb && rest).then_some(index + 1)
}

/// Whether what comes before a role only wishes, asks or plans for it.
fn wished(before: &str) -> bool {
    let lower = before.to_lowercase();
    let near: Vec<&str> = lower.split_whitespace().rev().take(6).collect();
    near.iter().any(|word| {
        matches!(
            *word,
            "requires"
                | "require"
                | "required"
                | "must"
                | "should"
                | "identify"
                | "appoint"
                | "nominate"
                | "without"
                | "no"
                | "every"
                | "each"
                | "need"
                | "needs"
                | "would"
                | "asks"
                | "former"
                | "formerly"
                | "previous"
        )
    })
}

pub(super) fn contains_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        !text[..at].ends_with(|letter: char| letter.is_alphanumeric())
            && !text[at + words.len()..].starts_with(|letter: char| letter.is_alphanumeric())
    })
}

/// Whose role a passage speaks of, where it is not this body's.
pub(super) fn attribution(analysis: &Analysis<'_>, passage: usize, text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // Not where it stands in a bracket: "(formerly of a neighbouring trust)".
    let apart = |at: &usize| lower[..*at].matches('(').count() <= lower[..*at].matches(')').count();
    if let Some(at) = ["neighbouring ", "neighboring "].into_iter().find_map(|word| lower.find(word)).filter(apart) {
        let end = lower[at..].find([',', '.', ';', ' ']).map_or(lower.len(), |space| {
            let from = at + space + 1;
            lower.get(from..).and_then(|rest| rest.find([',', '.', ';', ' '])).map_or(lower.len(), |next| from + next)
        });
        return text.get(at..end).map(str::to_owned);
    }
    let elsewhere =
        ["next door", "another icb", "another ics", "another system", "another area", "a nearby icb", "other systems"];
    if let Some(phrase) = elsewhere.into_iter().find(|phrase| contains_words(&lower, phrase)) {
        return Some(phrase.to_owned());
    }
    match analysis.contexts[passage].attribution {
        Attribution::National if lower.contains("national") => Some("national".to_owned()),
        _ => None,
    }
}

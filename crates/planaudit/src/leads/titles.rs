//! Joining by title: a role named on one page, its holder on another.

use std::borrow::Cow;

use super::{FoundLead, organisations, roles, words};
use crate::assessment::LeadState;

/// Gives roles without a name the person who holds the same post elsewhere in the document, and surnames their first
/// names.
pub(super) fn join(leads: &mut [FoundLead]) {
    complete_names(leads);
    let held: Vec<(String, String, String, LeadState)> = leads
        .iter()
        .filter(|lead| {
            !lead.name.is_empty()
                && !lead.role.starts_with(char::is_lowercase)
                && matches!(lead.state, LeadState::Named | LeadState::Interim)
                && !organisations::is_other(&lead.organisation)
        })
        .map(|lead| (folded(&lead.role), lead.name.clone(), lead.organisation.clone(), lead.state))
        .collect();
    for lead in leads.iter_mut().filter(|lead| lead.name.is_empty() && lead.state == LeadState::RoleOnly) {
        for post in posts(&lead.role) {
            let mut holders: Vec<&(String, String, String, LeadState)> =
                held.iter().filter(|(role, ..)| holds(role, &post)).collect();
            holders.dedup_by(|a, b| a.1 == b.1);
            if let [(_, name, organisation, state)] = holders[..] {
                lead.name.clone_from(name);
                lead.state = *state;
                if lead.organisation.is_empty() {
                    lead.organisation.clone_from(organisation);
                }
                break;
            }
        }
    }
}

/// "Dr Ashdown" is the Dr Priya Ashdown named in full elsewhere.
fn complete_names(leads: &mut [FoundLead]) {
    let full: Vec<String> = leads.iter().map(|lead| lead.name.clone()).filter(|name| key(name).0.is_some()).collect();
    for lead in leads.iter_mut() {
        let (first, last) = key(&lead.name);
        if first.is_none() && !last.is_empty() {
            let mut same: Vec<&String> = full.iter().filter(|name| key(name).1 == last).collect();
            same.sort();
            same.dedup();
            if let [name] = same[..] {
                lead.name.clone_from(name);
            }
        }
    }
}

/// First name, where there is one, and surname, without titles and honours.
pub(super) fn key(name: &str) -> (Option<String>, String) {
    let bare = name.split(" (").next().unwrap_or_default();
    let words: Vec<String> = words::words(bare)
        .iter()
        .filter(|word| {
            let honour = word.is_acronym() && word.text.len() <= 8 && bare.chars().any(char::is_lowercase);
            !(honour || words::TITLES.contains(word.lower.as_ref()))
        })
        .map(|word| word.lower.clone())
        .filter(|word| {
            !matches!(
                word.as_ref(),
                "detective"
                    | "superintendent"
                    | "inspector"
                    | "constable"
                    | "commander"
                    | "captain"
                    | "colonel"
                    | "canon"
            )
        })
        .map(Cow::into_owned)
        .collect();
    match &words[..] {
        [] => (None, String::new()),
        [last] => (None, last.clone()),
        [first, .., last] => (Some(first.clone()), last.clone()),
    }
}

/// Whether two names are of one person: the same surname, and first names that are equal or shortened to an initial.
pub(super) fn same_person(one: &str, other: &str) -> bool {
    let ((first, last), (other_first, other_last)) = (key(one), key(other));
    last == other_last
        && match (first, other_first) {
            (Some(first), Some(other)) => {
                first == other
                    || (first.chars().count() == 1 || other.chars().count() == 1)
                        && first.chars().next() == other.chars().next()
            }
            _ => true,
        }
}

/// The posts a role names, folded: those with a title that one person holds.
fn posts(role: &str) -> Vec<String> {
    let mut posts = Vec::new();
    for part in role.rsplit("; ") {
        let part = part.rsplit_once(": ").map_or(part, |(_, rest)| rest);
        for phrase in roles::phrases(part, &words::words(part), &[]) {
            // "Chief Nurse (safeguarding)": the bracket is no part of the title.
            let phrase = part[phrase.range].split(" (").next().unwrap_or_default();
            let phrase = phrase.strip_suffix("’s").or_else(|| phrase.strip_suffix("'s")).unwrap_or(phrase);
            posts.push(folded(phrase));
            posts.extend(phrase.split(" and ").map(folded));
        }
    }
    posts.retain(|post| is_title(post));
    posts.dedup();
    posts
}

fn is_title(post: &str) -> bool {
    let words: Vec<&str> = post.split(' ').collect();
    words.len() >= 2
        && words.len() <= 9
        && (matches!(words[0], "chief" | "director" | "deputy" | "medical" | "managing" | "clinical" | "nursing")
            || post.starts_with("executive director")
            || post.starts_with("executive chief")
            || post.starts_with("executive medical")
            || post.starts_with("executive nurse")
            || post.starts_with("executive lead")
            || post.starts_with("designated ")
            || post.starts_with("senior responsible"))
        && post != "chief executive officer and"
        && post != "executive lead"
        && post != "deputy chief"
}

/// Whether a folded role holds a folded post as whole words, not as somebody's deputy.
fn holds(role: &str, post: &str) -> bool {
    role.match_indices(post).any(|(at, _)| {
        let before = role[..at].trim_end();
        let whole = (at == 0 || role[..at].ends_with(' '))
            && matches!(role[at + post.len()..].chars().next(), None | Some(' '));
        let rest = role[at + post.len()..].trim_start();
        // "Chief Nurse" is not "Chief Nurse of the trust", nor is "Director of People" the "Director of People and Place".
        let goes_on = post.starts_with("director") && rest.starts_with("and ");
        whole
            && !goes_on
            && !["deputy", "associate", "assistant", "former", "national", "regional"]
                .iter()
                .any(|word| before.ends_with(word))
    })
}

/// Lower case, "and" for "&", punctuation and the body's own name for itself left out.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('&', "and").replace(['’', '\''], "");
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| {
            !word.is_empty() && !matches!(*word, "icb" | "icbs" | "the" | "our" | "its" | "interim" | "acting" | "nhs")
        })
        .collect();
    words.join(" ")
}

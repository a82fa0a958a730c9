//! How a role is held, as the words around it say: vacant, interim, no longer.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::assessment::LeadState;

/// Words for a post nobody holds yet.
const VACANCIES: &[&str] = &[
    "tbc",
    "tbd",
    "tba",
    "vacant",
    "vacancy",
    "unfilled",
    "interviews in hand",
    "interviews are in hand",
    "will appoint",
    "will recruit",
    "are appointing",
    "are recruiting",
    "being recruited",
    "being advertised",
    "is being appointed",
    "under recruitment",
    "out to advert",
    "awaiting appointment",
    "awaits appointment",
    "awaiting confirmation",
    "awaiting nomination",
    "awaiting recruitment",
    "pending appointment",
    "pending recruitment",
    "subject to recruitment",
    "recruitment in progress",
    "not yet in post",
    "nobody in post",
    "no one in post",
    "are advertising",
    "interviews in",
    "interviews on",
    "recruiting",
    "name to follow",
    "names to follow",
    "details to follow",
    "appointment pending",
    "appointment awaited",
    "appointment to follow",
    "appointment will be made",
    "recruitment pending",
    "not held",
    "not currently held",
    "currently not held",
    "not filled",
    "no current holder",
    "no current post holder",
    "no postholder",
    "no post-holder",
    "unappointed",
    "do not yet have",
    "does not yet have",
    "yet to appoint",
    "yet to recruit",
    "yet to name",
    "yet to nominate",
    "yet to identify",
    "yet to designate",
    "advert out",
    "out to recruitment",
];

/// Words that put off what follows: "to be confirmed", "has yet to be named", "will be appointed".
const PUT_OFF: &[&str] = &["to be ", "will be ", "not yet ", "not been ", "not yet been ", "yet to ", "being "];

/// What is put off.
const PARTICIPLES: &[&str] = &[
    "confirmed",
    "appointed",
    "recruited",
    "announced",
    "determined",
    "decided",
    "named",
    "identified",
    "filled",
    "agreed",
    "chosen",
    "nominated",
    "designated",
    "advertised",
    "advised",
    "found",
];

/// Beginnings and ends of what says that somebody is being looked for: "recruitment to the role is under way".
const RECRUITING: &[(&str, &[&str])] = &[
    ("recruitment", &["under way", "underway", "in progress", "in hand", "has begun", "continues", "to be completed"]),
    ("recruiting to", &["post", "role", "position"]),
    ("to appoint a", &["successor", "replacement"]),
    ("to recruit a", &["successor", "replacement"]),
    ("seeking a", &["successor", "replacement"]),
    ("looking for a", &["successor", "replacement"]),
    ("interviews", &["to be held", "under way", "underway", "in hand", "planned", "will take place", "scheduled"]),
];

/// All the words by which a vacancy begins, in one automaton: nearly every text holds none.
static OPENINGS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let recruiting = RECRUITING.iter().map(|(begins, _)| begins);
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(VACANCIES.iter().chain(PUT_OFF).chain(recruiting))
        .expect("a few dozen phrases fit an automaton")
});

/// The stretches of a text that say a post stands vacant.
pub(super) fn vacancies(text: &str) -> Vec<Range<usize>> {
    let mut openings: Vec<(usize, Range<usize>)> = OPENINGS
        .find_overlapping_iter(text)
        .map(|opening| (opening.pattern().as_usize(), opening.start()..opening.end()))
        .collect();
    if openings.is_empty() {
        return Vec::new();
    }
    // Where two overlap, the one that stands first in the lists has it.
    openings.sort_unstable_by_key(|(phrase, range)| (*phrase, range.start));
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (phrase, opening) in openings {
        let opens_whole = !lower[..opening.start].ends_with(|letter: char| letter.is_alphanumeric());
        let end = if phrase < VACANCIES.len() {
            let closes_whole = !lower[opening.end..].starts_with(|letter: char| letter.is_alphanumeric());
            // "Executive lead: recruiting" says it of the post, "the team is recruiting nurses" does not.
            let alone = || {
                let (before, behind) = (lower[..opening.start].trim_end(), lower[opening.end..].trim_start());
                (before.is_empty() || before.ends_with([':', '–', '-', '(']))
                    && (behind.is_empty() || behind.starts_with(['.', ';', ')', ',']))
            };
            let said = VACANCIES[phrase] != "recruiting" || alone();
            (opens_whole && closes_whole && said).then_some(opening.end)
        } else if phrase < VACANCIES.len() + PUT_OFF.len() {
            let participle = PARTICIPLES.iter().find(|word| lower[opening.end..].starts_with(**word));
            // "being appointed as place leader" is said of somebody.
            let end = participle.filter(|_| opens_whole).map(|word| opening.end + word.len());
            end.filter(|&end| !lower[end..].starts_with(" as "))
        } else {
            let (_, ends) = RECRUITING[phrase - VACANCIES.len() - PUT_OFF.len()];
            let rest = &lower[opening.start..];
            let end = ends.iter().filter_map(|end| rest.find(end).map(|at| opening.start + at + end.len())).min();
            end.filter(|&end| end - opening.start <= 90 && !lower[opening.start..end].contains(['.', ';']))
        };
        if let Some(end) = end
            && found.iter().all(|known| known.end <= opening.start || end <= known.start)
        {
            found.push(opening.start..end);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Whether a cell with these vacancies holds nothing but a vacancy, or nothing at all.
pub(super) fn is_vacant_cell(text: &str, vacancies: &[Range<usize>]) -> bool {
    vacancies.first().is_some_and(|vacancy| {
        let before = &text[..vacancy.start];
        let of_post = || {
            before.split_whitespace().all(|word| {
                let word = word.to_lowercase();
                matches!(
                    &*word,
                    "post" | "the" | "this" | "role" | "position" | "is" | "currently" | "presently" | "at" | "present"
                )
            })
        };
        vacancy.start <= 3 || before.trim_end().ends_with(['–', '-', '(', ':', ',']) || of_post()
    })
}

/// The state a role's own words, and the words just before it, say.
pub(super) fn of_role(role: &str, before: &str) -> LeadState {
    let role = role.to_lowercase();
    let words =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let in_role = words(&role);
    let near: Vec<String> =
        words(&before.to_lowercase()).into_iter().filter(|word| !word.is_empty()).rev().take(3).collect();
    let says = |list: &[&str]| {
        in_role.first().is_some_and(|word| list.contains(&word.as_str()))
            || near.iter().any(|word| list.contains(&word.as_str()))
    };
    if says(&["former", "formerly", "previous", "previously", "outgoing", "past", "ex", "late", "retired", "retiring"])
    {
        return LeadState::Former;
    }
    if in_role.iter().chain(near.iter()).any(|word| matches!(word.as_str(), "interim" | "acting")) {
        return LeadState::Interim;
    }
    LeadState::Named
}

/// Whether words after a name, or those that open its sentence, say that its holder has gone.
pub(super) fn has_gone(words: &str) -> bool {
    let lower = words.to_lowercase();
    let phrases = [
        "retired",
        "retirement",
        "since left",
        "who left",
        "stepped down",
        "stood down",
        "has left",
        "until her",
        "until his",
        "until their",
        "until january",
        "until february",
        "until march",
        "until april",
        "until may",
        "until june",
        "until july",
        "until august",
        "until september",
        "until october",
        "until november",
        "until december",
        "until 20",
        "until 19",
        "until last",
        "until the end of 20",
        "until recently",
        "moved on to",
        "who led for",
        "her departure",
        "his departure",
        "left the icb",
        "left the board",
        "left us",
        "left in",
        "has moved to",
    ];
    phrases.iter().any(|phrase| lower.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vacancies_are_whole_words() {
        let is_vacant = |cell: &str| is_vacant_cell(cell, &vacancies(cell));
        assert!(is_vacant("TBC") && is_vacant("Interviews are in hand"));
        assert!(!is_vacant("Chief Nurse") && !vacancies("Chief Nurse – post vacant").is_empty());
        assert!(vacancies("vacantly").is_empty());
    }

    #[test]
    fn roles_say_their_state() {
        assert_eq!(of_role("Interim Chief Nurse", ""), LeadState::Interim);
        assert_eq!(of_role("clinical lead for children", "formerly the "), LeadState::Former);
        assert_eq!(of_role("Chief Nurse", "our "), LeadState::Named);
    }
}

//! Names of people: two or more capitalised words that are not something else.

use std::ops::Range;

use super::name_parts::{PARTICLES, followed_by_part, is_first_name, is_part, is_prefixed, is_title, joined, pronouns};
use super::role_words::HEADS;
use super::words::{AMBIGUOUS_FIRST_NAMES, DOUBTFUL_SURNAMES, HONOURS, NAMED_AFTER, Word, words};

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Bytes of the text, titles and honours included.
    pub range: Range<usize>,
    /// How sure it is that these words name a person.
    pub strength: Strength,
}

impl Name {
    /// Whether it ends in a word that more often ends a place's name.
    pub(super) fn ends_as_place(&self, text: &str) -> bool {
        let last = text[self.range.clone()].rsplit(' ').next().unwrap_or_default().to_lowercase();
        DOUBTFUL_SURNAMES.contains(last.as_str())
    }
}

/// How sure it is that words name a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Capitalised words that could also be a place or a thing: a name only where a role stands beside it.
    Possible,
    /// A first name that is also a word, or a surname that is: "Grace Orrick", "Ruth Young".
    Likely,
    /// A title and a surname: a person who has, as a rule, been named in full elsewhere.
    Surname,
    /// A title, a known first name or an honour says so.
    Sure,
}

/// The names in a text, in order.
///
/// ```
/// let text = "Dr Folasade Brennan-Okoro OBE chairs the Integrated Care Board.";
/// let found = planaudit::leads::names::find(text);
/// assert_eq!(&text[found[0].range.clone()], "Dr Folasade Brennan-Okoro OBE");
/// assert_eq!(found.len(), 1);
/// ```
pub fn find(text: &str) -> Vec<Name> {
    let words = words(text);
    let mut found = candidates(text, &words);
    found.retain(|name| name.strength > Strength::Likely || super::roles::stands_beside(text, &words, &name.range));
    found
}

/// Everything that may be a name, in order.
pub(super) fn candidates(text: &str, words: &[Word<'_>]) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match Run::at(text, words, at) {
            Some(run) => {
                at = run.next;
                found.extend(run.name);
            }
            None => at += 1,
        }
    }
    found
}

/// Capitalised words in a row, and the name in them.
struct Run {
    name: Option<Name>,
    next: usize,
}

impl Run {
    fn at(text: &str, words: &[Word<'_>], first: usize) -> Option<Self> {
        let mut at = first;
        while at < words.len() && is_title(words, at) && (at == first || joined(text, words, at)) {
            at += 1;
        }
        let titled = at > first;
        let begin = at;
        // No name begins with the noun of a post: "Chief Nurse Ada Quill".
        if words.get(at).is_some_and(|word| HEADS.contains(word.lower.as_ref()) && !is_first_name(word)) {
            return titled.then_some(Self { name: None, next: at });
        }
        while at < words.len() && at - begin < 6 && (at == first || joined(text, words, at)) {
            let word = &words[at];
            let particle = at > begin
                && (PARTICLES.contains(&word.text) || word.text == "St")
                && !word.possessive
                && followed_by_part(text, words, at);
            let prefixed = at > begin && is_prefixed(word);
            // "I." before a surname is an initial, not the writer.
            let initial = word.text == "I" && text[word.range.end..].starts_with('.');
            // "Councillor PM Orrick": initials without points, which only a title tells from other capitals.
            let initials = at == begin
                && titled
                && word.is_acronym()
                && word.text.len() <= 3
                && word.text.chars().all(char::is_uppercase)
                && followed_by_part(text, words, at);
            if !is_part(word) && !particle && !prefixed && !initial && !initials {
                break;
            }
            at += 1;
            if words[at - 1].possessive {
                break;
            }
        }
        if at == begin {
            return titled.then_some(Self { name: None, next: at });
        }
        Some(Self { name: name(text, words, first, begin, at), next: at.max(first + 1) })
    }
}

/// The name in the words from `begin` to `end`, titles from `first`.
fn name(text: &str, words: &[Word<'_>], first: usize, mut begin: usize, end: usize) -> Option<Name> {
    let titled = begin > first;
    let before =
        (first > 0 && text[words[first - 1].range.end..words[first].range.start] == *" ").then(|| &words[first - 1]);
    let known = |word: &Word<'_>| is_first_name(word) && !AMBIGUOUS_FIRST_NAMES.contains(word.text);
    // "Healthy Lifestyles Jacqueline Clay": words that run on from others are cut off where a first name begins.
    let cut = if !titled && before.is_some() && !known(&words[begin]) && !words[begin].is_initial() {
        (begin + 1..end.saturating_sub(1)).find(|&at| known(&words[at]))
    } else {
        None
    };
    let cut_off = cut.is_some();
    begin = cut.unwrap_or(begin);
    let parts = &words[begin..end];
    let last = parts.last()?;
    if last.is_initial() || parts.iter().all(Word::is_initial) {
        return None;
    }
    if parts.iter().any(|word| word.text.chars().any(char::is_numeric)) {
        return None;
    }
    let start = if titled { words[first].range.start } else { parts[0].range.start };
    if parts.len() == 1 {
        let surname = titled && !DOUBTFUL_SURNAMES.contains(last.lower.as_ref()) && last.text.chars().count() > 2;
        return surname.then_some(Name { range: start..last.range.end, strength: Strength::Surname });
    }
    let after = (!last.possessive).then(|| words.get(end)).flatten();
    let after_gap = after.map_or("", |word| &text[last.range.end..word.range.start]);
    if let Some(after) = after
        && after_gap == " "
        && (after.is_capitalised()
            && NAMED_AFTER.contains(format!("{}{}", after.lower, if after.possessive { "'s" } else { "" }).as_str()))
        && !titled
    {
        return None;
    }
    if !titled && !cut_off && before.is_some_and(|word| BEFORE_THINGS.contains(&word.lower.as_ref())) {
        return None;
    }
    let mut stop = last.range.end;
    let mut honoured = false;
    let mut next = end;
    while let Some(word) = words.get(next).filter(|_| !last.possessive || next > end) {
        let gap = &text[stop..word.range.start];
        if !(gap == " " || gap == ", ") || !HONOURS.contains(word.lower.as_ref()) || !word.is_capitalised() {
            break;
        }
        honoured = true;
        stop = word.range.end;
        next += 1;
    }
    if let Some(pronouns) = pronouns(&text[stop..]) {
        stop += pronouns;
        honoured = true;
    }
    let doubtful = DOUBTFUL_SURNAMES.contains(last.lower.as_ref());
    let in_place = before.is_some_and(|word| {
        ["in", "at", "near", "across", "around", "throughout", "into"].contains(&word.lower.as_ref())
    });
    let middle_initial = parts.len() > 2 && parts[1..parts.len() - 1].iter().any(Word::is_initial);
    let sure = titled || honoured || middle_initial || (known(&parts[0]) && !doubtful && !in_place);
    let strength = if sure {
        Strength::Sure
    } else if (known(&parts[0]) || is_first_name(&parts[0]) && !doubtful) && !in_place {
        Strength::Likely
    } else {
        Strength::Possible
    };
    // "West Quillmoor", "Park View": places, unless more than their look says so.
    let first_doubtful = DOUBTFUL_SURNAMES.contains(parts[0].lower.as_ref()) && !is_first_name(&parts[0]);
    (strength > Strength::Possible || !first_doubtful).then_some(Name { range: start..stop, strength })
}

/// Words before which capitalised words name a thing or a place.
const BEFORE_THINGS: &[&str] = &[
    "the",
    "a",
    "an",
    "st",
    "saint",
    "queen",
    "king",
    "princess",
    "prince",
    "mount",
    "lake",
    "port",
    "royal",
    "great",
    "new",
    "old",
    "little",
    "this",
    "university",
    "isle",
    "river",
    "every",
    "each",
    "upper",
    "lower",
    "holy",
];

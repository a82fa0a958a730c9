//! The words of names: titles, first names, particles, and what joins them.

use super::words::{DOUBTFUL_SURNAMES, FIRST_NAMES, HONOURS, NOT_NAMES, TITLES, Word};

/// Lower-case words within surnames.
pub(super) const PARTICLES: &[&str] = &[
    "al", "ap", "ab", "bin", "ben", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "le", "mac", "st", "ten", "van", "von", "y",
];

pub(super) fn is_title(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let title = word.is_capitalised() && TITLES.contains(word.lower.as_ref()) && !word.possessive;
    // Ranks are also posts; before a capitalised name they are titles.
    let police = at > 0 && words[at - 1].lower == "detective";
    let rank = word.is_capitalised()
        && (matches!(
            word.lower.as_ref(),
            "superintendent" | "detective" | "commander" | "captain" | "colonel" | "canon"
        ) || word.lower == "inspector" && police)
        && words.get(at + 1).is_some_and(|next| next.is_capitalised() && (is_part(next) || is_title(words, at + 1)));
    title || rank
}

/// Whether a word may be part of a name.
pub(super) fn is_part(word: &Word<'_>) -> bool {
    if !word.is_capitalised() || word.is_address() || word.text.contains('&') {
        return false;
    }
    if word.is_initial() {
        return word.text != "I";
    }
    let lower = word.lower.as_ref();
    if word.is_acronym()
        && !(word.text.len() > 3
            && (is_first_name(word) || !NOT_NAMES.contains(lower))
            && word.text.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '’' | '\'')))
    {
        return false;
    }
    let whole_word = |part: &str| NOT_NAMES.contains(part) && !DOUBTFUL_SURNAMES.contains(part);
    if HONOURS.contains(lower) && word.is_acronym() {
        return false;
    }
    if FIRST_NAMES.contains(word.text) {
        return !TITLES.contains(lower) && !matches!(lower, "may" | "will" | "sunday" | "august" | "summer");
    }
    // Of a double-barrelled word every part must be plain: "Well-being", "All-Age" are not.
    let mut parts = lower.split('-');
    !whole_word(lower)
        && !TITLES.contains(lower)
        && (!lower.contains('-') || parts.all(|part| !whole_word(part)) && hyphen_capitals(word.text))
}

/// "al-Rashid", "d'Souza"
pub(super) fn is_prefixed(word: &Word<'_>) -> bool {
    word.text.split_once(['-', '‑', '’', '\'']).is_some_and(|(prefix, rest)| {
        rest.starts_with(char::is_uppercase)
            && matches!(
                prefix,
                "al" | "el" | "ad" | "as" | "ash" | "an" | "ar" | "ul" | "ur" | "d" | "de" | "l" | "bin" | "ben"
            )
    })
}

/// "Smith-Jones", and "Hye-jin" of two short syllables.
fn hyphen_capitals(text: &str) -> bool {
    let parts = || text.split(['-', '‑', '‐']);
    parts().all(|part| part.chars().next().is_some_and(char::is_uppercase))
        || parts().count() == 2 && parts().all(|part| (2..=5).contains(&part.chars().count()))
}

pub(super) fn is_first_name(word: &Word<'_>) -> bool {
    if FIRST_NAMES.contains(word.text) {
        return true;
    }
    // "Lee-Anne", "PRIYA"
    let first = word.text.split(['-', '‑']).next().unwrap_or_default();
    if first.len() < word.text.len() && FIRST_NAMES.contains(first) {
        return true;
    }
    word.is_acronym() && word.text.len() > 2 && {
        let mut letters = word.lower.chars();
        let proper: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        FIRST_NAMES.contains(proper.as_str())
    }
}

/// Whether a word stands close behind the one before it: one space, or the point of a title or an initial.
pub(super) fn joined(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    if before.possessive {
        return false;
    }
    match &text[before.range.end..word.range.start] {
        " " | "\u{a0}" => true,
        ". " | "." => before.is_initial() || TITLES.contains(before.lower.as_ref()),
        // "Hassan ‘Haz’ Hale"
        " ‘" | " '" | " “" | " \"" => words
            .get(at + 1)
            .is_some_and(|next| matches!(&text[word.range.end..next.range.start], "’ " | "' " | "” " | "\" ")),
        "’ " | "' " | "” " | "\" " => at > 1 && text[..before.range.start].ends_with(['‘', '\'', '“', '"']),
        _ => false,
    }
}

pub(super) fn followed_by_part(text: &str, words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| {
        joined(text, words, at + 1)
            && (is_part(next) && !next.is_initial()
                || PARTICLES.contains(&next.text)
                    && words.get(at + 2).is_some_and(|third| joined(text, words, at + 2) && is_part(third)))
    })
}

/// Bytes of pronouns in brackets that follow a name.
pub(super) fn pronouns(rest: &str) -> Option<usize> {
    let lower = rest.get(..rest.len().min(24)).or_else(|| rest.get(..rest.char_indices().nth(16)?.0))?.to_lowercase();
    [" (she/her)", " (he/him)", " (they/them)", " (she/they)", " (he/they)", " (she/her/hers)", " (he/him/his)"]
        .into_iter()
        .find(|pronouns| lower.starts_with(pronouns))
        .map(str::len)
}

//! Citations: "(Quill and Orrick, 2019)", "(Public Health England, 2017; NSPCC, 2023)", "[12, 14–16]". Who is cited does
//! nothing in the plan, the year of a publication is no date of an action, and the number of a note is no figure.

use std::ops::Range;

use crate::analyser::Token;

/// The longest citation that is looked for, in bytes.
const LONGEST: usize = 240;

/// Small words that may stand in the names of authors.
const SMALL: [&str; 10] = ["and", "et", "al", "of", "for", "the", "in", "on", "see", "e.g"];

/// Words by which a bracket with a year is a time, not a citation.
const TIMES: [&str; 21] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Spring",
    "Summer",
    "Autumn",
    "Winter",
    "Year",
    "Quarter",
    "By",
    "From",
    "Since",
];

/// Tokens within the citations of a text, in order.
pub(super) fn citations(text: &str, tokens: &[Token]) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    for open in (0..text.len()).filter(|&at| matches!(text.as_bytes()[at], b'(' | b'[')) {
        let inside = &text[open + 1..];
        let Some(length) = inside.find([')', '(', ']', '[', '\n']).filter(|&length| length <= LONGEST) else {
            continue;
        };
        let (words, closed) = (&inside[..length], &inside[length..]);
        let cites = closed.starts_with(')') && text[open..].starts_with('(') && words.split(';').all(is_citation)
            || closed.starts_with(']') && text[open..].starts_with('[') && is_note(words);
        if cites {
            let at = |byte: usize| tokens.partition_point(|token| (token.start as usize) < byte) as u32;
            found.push(at(open)..at(open + 1 + length));
        }
    }
    found
}

/// Whether these are the numbers of notes.
fn is_note(words: &str) -> bool {
    words.starts_with(|first: char| first.is_ascii_digit())
        && words.split([',', '-', '–']).all(|number| {
            let number = number.trim();
            (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Whether these words are names and the year of a publication.
fn is_citation(words: &str) -> bool {
    let words = words.trim();
    let Some((names, year)) = words.rsplit_once(' ') else { return false };
    let digits = year.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && year.len() <= 5;
    let parted = names.ends_with(',') || names.ends_with("al.") || names.ends_with("al");
    if !is_year || !digits.bytes().all(|byte| byte.is_ascii_digit()) || !parted {
        return false;
    }
    let mut named = false;
    for word in names.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '&' | '/')) {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if bare.is_empty() || SMALL.contains(&bare) {
            continue;
        }
        if TIMES.contains(&bare) || !bare.starts_with(char::is_uppercase) || bare.bytes().any(|b| b.is_ascii_digit()) {
            return false;
        }
        named = true;
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_numbers_in_square_brackets() {
        for (words, note) in
            [("12", true), ("3, 5-7", true), ("14–16", true), ("2025", false), ("sic", false), ("", false)]
        {
            assert_eq!(is_note(words), note, "{words}");
        }
    }

    #[test]
    fn names_with_a_year_are_cited_and_dates_are_not() {
        for cited in
            ["NSPCC, 2023", "Hawton, Zahl, & Weatherall, 2003", "Public Health England, 2017", "Quill et al. 2020b"]
        {
            assert!(is_citation(cited), "{cited}");
        }
        for not in
            ["March, 2025", "by March 2025", "Q1, 2026", "2023", "the Trust opened it in 2021", "led by Ada, 2024"]
        {
            assert!(!is_citation(not), "{not}");
        }
    }
}

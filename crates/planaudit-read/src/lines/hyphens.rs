//! Which hyphens at line ends belong to their word, by what the rest of the document tells.

use std::collections::HashSet;

/// The soft hyphen: a place where a word may be broken.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// First halves that keep their hyphen where the document itself gives no other hint.
const HYPHENATED_FIRST: &[&str] = &[
    "all",
    "anti",
    "co",
    "community",
    "cost",
    "cross",
    "early",
    "end",
    "evidence",
    "ex",
    "face",
    "family",
    "five",
    "follow",
    "four",
    "full",
    "half",
    "health",
    "high",
    "hospital",
    "ill",
    "joined",
    "large",
    "life",
    "local",
    "long",
    "low",
    "mental",
    "mid",
    "multi",
    "needs",
    "neuro",
    "non",
    "one",
    "part",
    "patient",
    "person",
    "place",
    "post",
    "pre",
    "problem",
    "quasi",
    "school",
    "self",
    "semi",
    "short",
    "six",
    "small",
    "socio",
    "step",
    "system",
    "ten",
    "third",
    "three",
    "time",
    "trauma",
    "two",
    "user",
    "well",
    "whole",
    "year",
];

/// Words of a document; they tell a hyphen that belongs to a word from one that only breaks a line.
#[derive(Debug, Default)]
pub(crate) struct Hyphens {
    seen: HashSet<u64>,
    /// Whether words hold the typographic hyphen within a line; where they do not, it stands for a break alone.
    pub(super) typographic: bool,
    never_breaks: bool,
}

impl Hyphens {
    /// Takes note of a word that stands within a line.
    pub(crate) fn note(&mut self, word: &str) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.len() > 3 {
            self.seen.insert(fingerprint(word.chars()));
            self.typographic |= word.contains('\u{2010}');
            // `trauma-informed` tells of `informed`, too.
            if word.contains(is_hyphen) {
                self.seen
                    .extend(word.split(is_hyphen).filter(|part| part.len() > 3).map(|part| fingerprint(part.chars())));
            }
        }
    }

    /// Tells from the words at all line ends whether the document breaks words at all; many never do, and there a hyphen
    /// at a line's end belongs to its word. `ends` gives each hyphened end with what follows; `lines` counts all lines.
    pub(crate) fn settle<'t>(&mut self, ends: impl Iterator<Item = (&'t str, &'t str)>, lines: usize) {
        let (mut broken, mut whole, mut all) = (0, 0, 0);
        for (left, right) in ends {
            all += 1;
            match self.known(left.trim_end_matches(is_hyphen), right) {
                Some(true) => whole += 1,
                Some(false) => broken += 1,
                None => {}
            }
        }
        self.never_breaks = broken < whole || broken == whole && all * 40 <= lines;
    }

    /// Whether `left-` at a line's end and `right` at the next line's start make a word with a hyphen in it.
    pub(crate) fn keeps(&self, left: &str, right: &str) -> bool {
        self.known(left, right).unwrap_or_else(|| {
            let first = left.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(left);
            self.never_breaks || left.contains('-') || HYPHENATED_FIRST.contains(&first.to_lowercase().as_str())
        })
    }

    /// What the characters and the rest of the document say.
    fn known(&self, left: &str, right: &str) -> Option<bool> {
        let first = left.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(left);
        let second = right.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(right);
        if !second.chars().next().is_some_and(char::is_lowercase) || !first.chars().all(char::is_alphabetic) {
            return Some(true);
        }
        let glued = fingerprint(first.chars().chain(second.chars()));
        let hyphenated = fingerprint(first.chars().chain(['-']).chain(second.chars()));
        match (self.seen.contains(&hyphenated), self.seen.contains(&glued)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }
}

/// FNV-1a over the lower-cased letters.
fn fingerprint(word: impl Iterator<Item = char>) -> u64 {
    word.map(|c| if is_hyphen(c) { '-' } else { c })
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

pub(super) fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

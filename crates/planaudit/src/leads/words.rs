//! The words of a text, as the finding of names and roles needs them: with their case and what stands between them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A word and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// As printed, a possessive ending left out.
    pub text: &'t str,
    /// Lower case, apostrophes straight.
    pub lower: Cow<'t, str>,
    /// Whether a possessive ending followed.
    pub possessive: bool,
}

impl Word<'_> {
    /// Whether it begins with a capital.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// One capital letter by itself.
    pub(super) fn is_initial(&self) -> bool {
        self.is_capitalised() && self.text.chars().count() == 1
    }

    /// An acronym: nothing but capitals, two or more of them.
    pub(super) fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|letter| letter.is_alphabetic());
        letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
    }

    /// An email or web address.
    pub(super) fn is_address(&self) -> bool {
        self.text.contains('@')
            || self.lower.starts_with("www.")
            || self.lower.starts_with("http")
            || self.text.contains(".uk")
    }
}

/// Cuts a text into words: letters and digits with the apostrophes, hyphens and ampersands inside; addresses stay whole.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        if letter.is_whitespace() {
            if start < at {
                cut(text, start..at, &mut found);
            }
            start = at + letter.len_utf8();
        }
    }
    found
}

fn cut<'t>(text: &'t str, range: Range<usize>, found: &mut Vec<Word<'t>>) {
    let chunk = &text[range.clone()];
    let opened = chunk.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let bare = opened.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    // Most are one plain word, and need not be looked at letter by letter.
    let plain = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain || is_address(bare) {
        let start = range.start + (chunk.len() - opened.len());
        push(text, start..start + bare.len(), found);
        return;
    }
    let mut open: Option<usize> = None;
    let mut letters = chunk.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let inside = open.is_some()
            && matches!(letter, '\'' | '’' | '-' | '‑' | '‐' | '&')
            && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let is_word = letter.is_alphanumeric() && !matches!(letter, '¹' | '²' | '³' | '⁰'..='⁹');
        if is_word || inside {
            open.get_or_insert(at);
        } else if let Some(start) = open.take() {
            push(text, range.start + start..range.start + at, found);
        }
    }
    if let Some(start) = open {
        push(text, range.start + start..range.end, found);
    }
}

/// Whether a word is an email or web address, which stays whole.
fn is_address(word: &str) -> bool {
    let dotted = || word.contains('.') && (word.contains(".nhs") || word.contains(".gov"));
    word.contains('@') || word.starts_with("www.") || word.starts_with("http") || dotted()
}

fn push<'t>(text: &'t str, range: Range<usize>, found: &mut Vec<Word<'t>>) {
    let whole = &text[range.clone()];
    let ending = ["’s", "'s"].into_iter().find(|ending| whole.ends_with(ending));
    let kept = ending.map_or(whole, |ending| &whole[..whole.len() - ending.len()]);
    found.push(Word {
        range: range.start..range.start + kept.len(),
        text: kept,
        lower: lowered(kept),
        possessive: ending.is_some(),
    });
}

/// Lower case, apostrophes and hyphens straight; most words are so as printed.
fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    Cow::Owned(word.replace('’', "'").replace(['‑', '‐'], "-").to_lowercase())
}

/// The words of a data file: separated by white space, lines that open with `#` left out.
pub(super) fn list(file: &'static str) -> FxHashSet<&'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Words that are no part of a name.
pub(super) static NOT_NAMES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/not-names.txt")));

/// Words that may be surnames and are far more often something else.
pub(super) static DOUBTFUL_SURNAMES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/doubtful-surnames.txt")));

/// First names that are also ordinary words; as printed.
pub(super) static AMBIGUOUS_FIRST_NAMES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/ambiguous-first-names.txt")));

/// First names, as printed.
pub(super) static FIRST_NAMES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/first-names.txt")));

/// Titles that stand before a name.
pub(super) static TITLES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| list(include_str!("words/titles.txt")));

/// Nouns that make of the name before them the name of a thing: "the Ada Quill Centre".
pub(super) static NAMED_AFTER: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/named-after.txt")));

/// Letters behind a name.
pub(super) static HONOURS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/honours.txt")));

/// Nouns for bodies.
pub(super) static BODIES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| list(include_str!("words/bodies.txt")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_insides_and_lose_their_endings() {
        let found = words("Dr O’Neill’s C&YP brief, lead@example.nhs.uk.");
        let texts: Vec<_> = found.iter().map(|word| word.text).collect();
        assert_eq!(texts, ["Dr", "O’Neill", "C&YP", "brief", "lead@example.nhs.uk"]);
        assert!(found[1].possessive && found[4].is_address());
    }

    #[test]
    fn lists_do_not_contradict_each_other() {
        for name in include_str!("words/first-names.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
        {
            assert!(name.chars().next().is_some_and(char::is_uppercase), "{name} is printed in lower case");
        }
        assert!(NOT_NAMES.contains("board") && !NOT_NAMES.contains("ashdown"));
    }
}

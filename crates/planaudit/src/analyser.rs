//! One analyser for everything: where words begin and end, how they are folded, and what their stem is.
//!
//! The matcher and the index both use it, so a search hit and a rule match cannot disagree.
//!
//! Words are those of Unicode's word boundaries. Most text is ASCII, for which the same boundaries are found by a
//! short loop; a property test holds the two together. Folding: lower case, NFKC, curly apostrophes straight,
//! possessive `'s` off. `and` is no word here: `children and young people` equals `children, young people`.

mod vocabulary;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

pub use vocabulary::{Token, Vocabulary};

/// Byte range of a word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The words of a text, in order.
///
/// ```
/// use planaudit::analyser::words;
/// let text = "Children’s services: 2.5% of 0–25s";
/// let words: Vec<_> = words(text).map(|word| &text[word.start..word.end]).collect();
/// assert_eq!(words, ["Children’s", "services", "2.5", "of", "0", "25s"]);
/// ```
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, rest: Vec::new() }
}

/// Iterator over the words of a text.
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    /// Words of a chunk with letters beyond ASCII, last first.
    rest: Vec<Word>,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        if let Some(word) = self.rest.pop() {
            return Some(word);
        }
        let bytes = self.text.as_bytes();
        loop {
            while self.at < bytes.len() && bytes[self.at].is_ascii() && !is_word_byte(bytes[self.at]) {
                self.at += 1;
            }
            if self.at >= bytes.len() {
                return None;
            }
            let start = self.at;
            let end = ascii_word_end(bytes, start);
            // A word that touches anything beyond ASCII is left to the full algorithm, with its whole chunk.
            if end > start && (end == bytes.len() || bytes[end].is_ascii()) {
                self.at = end;
                // Underscores join words and are none by themselves.
                if bytes[start..end].iter().any(u8::is_ascii_alphanumeric) {
                    return Some(Word { start, end });
                }
                continue;
            }
            let chunk = chunk_end(bytes, start);
            self.at = chunk;
            self.rest = self.text[start..chunk]
                .unicode_word_indices()
                .map(|(at, word)| Word { start: start + at, end: start + at + word.len() })
                .collect();
            self.rest.reverse();
            if let Some(word) = self.rest.pop() {
                return Some(word);
            }
        }
    }
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// End of the word that begins at `start`, by the boundary rules restricted to ASCII.
fn ascii_word_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        if is_word_byte(bytes[at]) {
            at += 1;
            continue;
        }
        let (Some(&before), Some(&after)) = (at.checked_sub(1).and_then(|at| bytes.get(at)), bytes.get(at + 1)) else {
            break;
        };
        let joins_letters = matches!(bytes[at], b'\'' | b'.' | b':')
            && at > start
            && before.is_ascii_alphabetic()
            && after.is_ascii_alphabetic();
        let joins_digits = matches!(bytes[at], b'\'' | b'.' | b',' | b';')
            && at > start
            && before.is_ascii_digit()
            && after.is_ascii_digit();
        if !(joins_letters || joins_digits) {
            break;
        }
        at += 1;
    }
    at
}

/// End of the run without ASCII white space that holds `start`.
fn chunk_end(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |at| start + at)
}

/// Writes the folded form of a word: lower case, compatibility forms, plain apostrophes, no possessive.
///
/// ```
/// let mut form = String::new();
/// planaudit::analyser::fold("Children’s", &mut form);
/// assert_eq!(form, "children");
/// ```
pub fn fold(word: &str, form: &mut String) {
    form.clear();
    if word.is_ascii() {
        form.push_str(word);
        form.make_ascii_lowercase();
    } else {
        for letter in word.nfkc() {
            match letter {
                '\u{2018}' | '\u{2019}' | '\u{02BC}' => form.push('\''),
                '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
                _ => form.extend(letter.to_lowercase()),
            }
        }
    }
    if form.ends_with("'s") {
        form.truncate(form.len() - 2);
    } else if form.ends_with("s'") {
        form.pop();
    }
}

/// Whether a folded form is passed over everywhere.
pub fn is_passed_over(form: &str) -> bool {
    form == "and"
}

/// Whether a word is an acronym as written: two or more capitals and digits, with or without a plural `s`.
/// Gives the acronym without the `s`.
///
/// ```
/// use planaudit::analyser::acronym;
/// assert_eq!(acronym("LACs"), Some("LAC"));
/// assert_eq!(acronym("Send"), None);
/// ```
pub fn acronym(word: &str) -> Option<&str> {
    let bytes = word.as_bytes();
    if bytes.len() < 2 || !bytes[0].is_ascii_uppercase() {
        return None;
    }
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).or_else(|| word.strip_suffix('s'));
    let stem = stem.unwrap_or(word);
    let capitals = stem.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (capitals && stem.bytes().filter(u8::is_ascii_uppercase).count() >= 2).then_some(stem)
}

/// Stems folded forms (Snowball English).
pub struct Stems {
    stemmer: Stemmer,
}

impl Default for Stems {
    fn default() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English) }
    }
}

impl Stems {
    /// The stem of a folded form. Words with digits are left as they are.
    ///
    /// ```
    /// let stems = planaudit::analyser::Stems::default();
    /// assert_eq!(stems.stem("vacancies"), stems.stem("vacancy"));
    /// ```
    pub fn stem<'f>(&self, form: &'f str) -> std::borrow::Cow<'f, str> {
        if form.bytes().any(|byte| byte.is_ascii_digit()) {
            return form.into();
        }
        self.stemmer.stem(form)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ascii_words_are_unicode_words(text in "[ -~\n]{0,80}") {
            let ours: Vec<_> = words(&text).map(|word| &text[word.start..word.end]).collect();
            let theirs: Vec<_> = text.unicode_words().collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn any_text_is_cut_on_character_bounds(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert!(text.is_char_boundary(word.start) && text.is_char_boundary(word.end));
            }
        }
    }

    #[test]
    fn acronyms_need_capitals() {
        assert_eq!(acronym("SEND"), Some("SEND"));
        assert_eq!(acronym("EHCPs"), Some("EHCP"));
        assert_eq!(acronym("send"), None);
        assert_eq!(acronym("I"), None);
    }
}

//! The engine's analyser in the form the index asks for.

use std::ops::Range;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analyser::{Stems, Words, fold, is_passed_over, words};

/// The name the schema knows it by.
pub(super) const NAME: &str = "planaudit";

/// Cuts a text into stems. A word passed over takes no place: in `children and families` nothing stands between.
#[derive(Default)]
pub(super) struct StemTokenizer {
    stems: Stems,
    /// One look-up a spelling; none for words passed over.
    known: FxHashMap<String, Option<Box<str>>>,
    form: String,
    token: Token,
}

/// A stem with the bytes of its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stem {
    pub(super) stem: String,
    pub(super) range: Range<usize>,
}

impl StemTokenizer {
    /// The stems of a text, in order.
    pub(super) fn stems(&mut self, text: &str) -> Vec<Stem> {
        let mut stream = self.token_stream(text);
        let mut stems = Vec::new();
        while stream.advance() {
            let token = stream.token();
            stems.push(Stem { stem: token.text.clone(), range: token.offset_from..token.offset_to });
        }
        stems
    }
}

// A copy may begin with nothing learnt: what it gives is the same.
impl Clone for StemTokenizer {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Tokenizer for StemTokenizer {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemStream<'a> {
        self.token.reset();
        StemStream { text, words: words(text), tokenizer: self }
    }
}

/// The stems of one text.
pub(super) struct StemStream<'a> {
    text: &'a str,
    words: Words<'a>,
    tokenizer: &'a mut StemTokenizer,
}

impl TokenStream for StemStream<'_> {
    fn advance(&mut self) -> bool {
        let StemTokenizer { stems, known, form, token } = &mut *self.tokenizer;
        for word in self.words.by_ref() {
            fold(&self.text[word.start..word.end], form);
            if !known.contains_key(form.as_str()) {
                let stem = (!is_passed_over(form)).then(|| stems.stem(form).into());
                known.insert(form.clone(), stem);
            }
            if let Some(Some(stem)) = known.get(form.as_str()) {
                // The first position is 0: a fresh token stands one before it.
                token.position = token.position.wrapping_add(1);
                token.offset_from = word.start;
                token.offset_to = word.end;
                token.text.clear();
                token.text.push_str(stem);
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.tokenizer.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokenizer.token
    }
}

/// A digest of what the analyser makes of telling words: another analyser, another digest.
pub(super) fn fingerprint() -> String {
    const TELLING: &str = "Children’s and young people's vacancies, 0–25s (2.5 % of 1,000); SEND, EHCPs and LACs \
        co-production e.g. o'clock coöperation ﬁnance soft\u{00AD}hyphen schools' well-being R&D a:b x_y naïve ½ ICSs";
    let mut digest = Sha256::new();
    for stem in StemTokenizer::default().stems(TELLING) {
        digest.update(format!("{}@{:?}\n", stem.stem, stem.range));
    }
    crate::assess::hex(&digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_over_words_take_no_position() {
        let mut tokenizer = StemTokenizer::default();
        let mut stream = tokenizer.token_stream("Children’s and families");
        let mut seen = Vec::new();
        while stream.advance() {
            let token = stream.token();
            seen.push((token.text.clone(), token.position, token.offset_from..token.offset_to));
        }
        assert_eq!(seen, [("children".to_owned(), 0, 0..12), ("famili".to_owned(), 1, 17..25)]);
    }

    #[test]
    fn a_second_text_begins_anew() {
        let mut tokenizer = StemTokenizer::default();
        assert_eq!(tokenizer.stems("one two").len(), 2);
        let mut stream = tokenizer.token_stream("three");
        assert!(stream.advance());
        assert_eq!(stream.token().position, 0);
    }
}

//! The vocabulary: the words that terms are made of, numbered, and a text's words as those numbers.

use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;

use super::{Stems, acronym, fold, is_passed_over, words};

/// A word as the matcher sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Its stem in the vocabulary; 0 when no term holds it.
    pub stem: u32,
    /// Its very form in the vocabulary; 0 when no term asks for it.
    pub form: u32,
    /// Its acronym in the vocabulary; 0 when no term asks for it or it is not written in capitals.
    pub acronym: u32,
}

/// The words that terms are made of, numbered from 1.
#[derive(Default)]
pub struct Vocabulary {
    stems: FxHashMap<String, u32>,
    forms: FxHashMap<String, u32>,
    acronyms: FxHashMap<String, u32>,
    /// Spellings met in texts so far: most of what one document says has been said by another.
    met: RwLock<Spellings>,
}

impl Vocabulary {
    /// Number of a stem, new if need be.
    pub fn add_stem(&mut self, stem: &str) -> u32 {
        self.met = RwLock::default();
        add(&mut self.stems, stem)
    }

    /// Number of a folded form, new if need be.
    pub fn add_form(&mut self, form: &str) -> u32 {
        self.met = RwLock::default();
        add(&mut self.forms, form)
    }

    /// Number of an acronym as written, new if need be.
    pub fn add_acronym(&mut self, acronym: &str) -> u32 {
        self.met = RwLock::default();
        add(&mut self.acronyms, acronym)
    }

    /// How many stems there are, 0 included.
    pub fn stems(&self) -> usize {
        self.stems.len() + 1
    }

    /// How many forms there are, 0 included.
    pub fn forms(&self) -> usize {
        self.forms.len() + 1
    }

    /// How many acronyms there are, 0 included.
    pub fn acronyms(&self) -> usize {
        self.acronyms.len() + 1
    }

    /// The tokens of a text, words passed over left out.
    pub fn tokenise(&self, text: &str) -> Vec<Token> {
        let stems = Stems::default();
        // One look-up a spelling: stemming each word anew costs four times a search of the text.
        let met = self.met.read().unwrap_or_else(PoisonError::into_inner);
        let mut new = Spellings::default();
        let mut tokens = Vec::with_capacity(text.len() / 6);
        let mut form = String::new();
        for word in words(text) {
            let written = &text[word.start..word.end];
            let known = met.get(written).or_else(|| new.get(written)).unwrap_or_else(|| {
                let spelling = self.look_into(written, &stems, &mut form);
                new.insert(written, spelling);
                spelling
            });
            if let Spelling::Heard(token) = known {
                tokens.push(Token { start: word.start as u32, end: word.end as u32, ..token });
            }
        }
        drop(met);
        if !new.is_empty() {
            self.met.write().unwrap_or_else(PoisonError::into_inner).take_in(new);
        }
        tokens
    }

    /// Looks into a spelling. `form` is scratch.
    fn look_into(&self, written: &str, stems: &Stems, form: &mut String) -> Spelling {
        fold(written, form);
        if is_passed_over(form) {
            return Spelling::PassedOver;
        }
        let number = |numbers: &FxHashMap<String, u32>, key: &str| numbers.get(key).copied().unwrap_or(0);
        Spelling::Heard(Token {
            start: 0,
            end: 0,
            stem: number(&self.stems, stems.stem(form).as_ref()),
            form: number(&self.forms, form),
            acronym: acronym(written).map_or(0, |acronym| number(&self.acronyms, acronym)),
        })
    }
}

fn add(numbers: &mut FxHashMap<String, u32>, key: &str) -> u32 {
    let next = numbers.len() as u32 + 1;
    *numbers.entry(key.to_owned()).or_insert(next)
}

/// What is known of a spelling.
#[derive(Clone, Copy)]
enum Spelling {
    /// Its numbers, its place left open.
    Heard(Token),
    /// It is no word here.
    PassedOver,
}

/// Spellings looked into before.
#[derive(Default)]
struct Spellings {
    /// Those of up to eight bytes, as one number: most words, and told apart in one step.
    short: FxHashMap<u64, Spelling>,
    long: FxHashMap<Box<str>, Spelling>,
}

/// How many spellings are kept at most; the English of any number of plans has fewer.
const MOST_KEPT: usize = 200_000;

impl Spellings {
    fn get(&self, written: &str) -> Option<Spelling> {
        match short(written) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(written).copied(),
        }
    }

    fn insert(&mut self, written: &str, spelling: Spelling) {
        match short(written) {
            Some(key) => self.short.insert(key, spelling),
            None => self.long.insert(written.into(), spelling),
        };
    }

    fn is_empty(&self) -> bool {
        self.short.is_empty() && self.long.is_empty()
    }

    fn take_in(&mut self, new: Self) {
        if self.short.len() + self.long.len() < MOST_KEPT {
            self.short.extend(new.short);
            self.long.extend(new.long);
        }
    }
}

/// The bytes of a short spelling as a number. No word holds a zero byte, so none is taken for another.
fn short(written: &str) -> Option<u64> {
    let bytes = written.as_bytes();
    let mut key = [0; 8];
    key.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_read_twice_has_the_same_tokens() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add_stem("clinic");
        vocabulary.add_stem("safeguard");
        vocabulary.add_acronym("SEND");
        let text = "Clinics and safeguarding, SEND and send; safeguards of clinics";
        let first = vocabulary.tokenise(text);
        assert_eq!(first, vocabulary.tokenise(text));
        assert_eq!(first.iter().filter(|token| token.stem > 0).count(), 4);
        assert_eq!(first.iter().filter(|token| token.acronym > 0).count(), 1);
    }

    #[test]
    fn a_word_added_later_is_known_from_then_on() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.tokenise("clinics")[0].stem, 0);
        let clinic = vocabulary.add_stem("clinic");
        assert_eq!(vocabulary.tokenise("clinics")[0].stem, clinic);
    }

    #[test]
    fn spellings_that_begin_alike_are_told_apart() {
        assert_ne!(short("health"), short("healthy"));
        assert_eq!(short("children"), Some(u64::from_le_bytes(*b"children")));
        assert_eq!(short("wellbeing"), None);
    }
}

//! The lexicon: concepts with their terms, compiled to one automaton over token numbers.

mod builder;

use crate::analyser::{Token, Vocabulary};

pub use builder::LexiconBuilder;

/// A concept's number in a compiled lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub(crate) u32);

/// How many words may stand in the place of `..` in a term.
pub const LARGEST_GAP: u32 = 4;

/// All terms of all concepts, as one automaton.
pub struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    /// Where each state's stretches begin; a last one says where the last state's end.
    states: Vec<State>,
    /// What may follow the states, one after another: key of the next token (see [`Key`]) and the state it leads to,
    /// those of a state sorted.
    edges: Vec<(u32, u32)>,
    /// Who counts the terms that end at the states without a gap, one after another.
    owners: Vec<Owner>,
    /// The pieces of gapped terms that end at the states, one after another.
    pieces: Vec<u32>,
    /// First state by stem, form and acronym; 0 for none.
    pub(crate) first: [Vec<u32>; 3],
    /// What a finished part of a term stands for.
    pub(crate) parts: Vec<Part>,
    concepts: usize,
}

/// A state of the finished automaton: where its edges, owners and pieces begin.
#[derive(Clone, Copy)]
struct State {
    edges: u32,
    owners: u32,
    pieces: u32,
    /// A bit for each key that leads on, many keys sharing one: most tokens are told at once to lead nowhere.
    keys: u32,
}

/// One unbroken piece of a term.
pub(crate) struct Part {
    /// The piece that must have come shortly before; none for the first.
    pub(crate) after: Option<u32>,
    /// The term's owners when this is its last piece.
    pub(crate) owners: Vec<Owner>,
    /// Whether some term goes on after a gap.
    pub(crate) goes_on: bool,
}

/// A concept that counts a term, as its own or as a look-alike: the concept's number with one bit more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Owner(u32);

impl Owner {
    fn new(concept: ConceptId, look_alike: bool) -> Self {
        Self(concept.0 << 1 | u32::from(look_alike))
    }

    /// Its place where a concept's terms stand before its look-alikes.
    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}

/// A term that cannot be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TermError {
    /// Nothing in it is a word.
    #[error("the term `{0}` holds no word that can be matched; write at least one word other than `and`")]
    NoWord(String),
    /// A gap stands at its end.
    #[error("the term `{0}` begins or ends with `..`; a gap needs words on both sides")]
    OpenGap(String),
    /// A word that is passed over stands at its end.
    #[error("the term `{0}` begins or ends with `and`, which is passed over everywhere; write it without")]
    PassedOver(String),
    /// It is a term and a look-alike of one concept.
    #[error(
        "`{0}` is both a term and a look-alike once inflections are taken off, so neither counts; write the look-alike's \
         very form, as in `=boarding`"
    )]
    Both(String),
}

/// How a token is compared: by stem, by form or as an acronym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Stem(u32),
    Form(u32),
    Acronym(u32),
}

impl Key {
    /// All that a term may ask of a token.
    pub(crate) fn of(token: &Token) -> impl Iterator<Item = Self> {
        [Self::Stem(token.stem), Self::Form(token.form), Self::Acronym(token.acronym)]
            .into_iter()
            .filter(|key| !matches!(key, Self::Stem(0) | Self::Form(0) | Self::Acronym(0)))
    }

    /// One number: the upper two bits say how it is compared. A vocabulary has far fewer than a thousand million words.
    pub(crate) fn code(self) -> u32 {
        match self {
            Self::Stem(number) => number,
            Self::Form(number) => (1 << KIND) | number,
            Self::Acronym(number) => (2 << KIND) | number,
        }
    }
}

/// Where the bits of a key's kind begin.
const KIND: u32 = 30;

/// The bit of a key among the 32 of a state.
fn key_bit(key: u32) -> u32 {
    1 << (key.wrapping_mul(0x9E37_79B9) >> 27)
}

impl Lexicon {
    /// How many concepts there are.
    pub fn concepts(&self) -> usize {
        self.concepts
    }

    /// Whether anything follows a state.
    pub(crate) fn leads_on(&self, state: u32) -> bool {
        self.states[state as usize].keys != 0
    }

    /// The state a key leads to.
    pub(crate) fn step(&self, state: u32, key: Key) -> Option<u32> {
        let (from, to) = (self.states[state as usize], self.states[state as usize + 1]);
        let key = key.code();
        if from.keys & key_bit(key) == 0 {
            return None;
        }
        let edges = &self.edges[from.edges as usize..to.edges as usize];
        edges.binary_search_by_key(&key, |(key, _)| *key).ok().map(|at| edges[at].1)
    }

    /// Who counts the terms that end at a state without a gap.
    pub(crate) fn owners(&self, state: u32) -> &[Owner] {
        let (from, to) = (self.states[state as usize], self.states[state as usize + 1]);
        &self.owners[from.owners as usize..to.owners as usize]
    }

    /// The pieces of gapped terms that end at a state.
    pub(crate) fn pieces(&self, state: u32) -> &[u32] {
        let (from, to) = (self.states[state as usize], self.states[state as usize + 1]);
        &self.pieces[from.pieces as usize..to.pieces as usize]
    }

    /// The words its terms are made of.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}

//! The lexicon: concepts with their terms, compiled to one automaton over token numbers.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::analyser::{Stems, Vocabulary, acronym, fold, is_passed_over, words};

/// A concept's number in a compiled lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub(crate) u32);

/// How many words may stand in the place of `..` in a term.
pub const LARGEST_GAP: u32 = 4;

/// Words that any passage may hold.
const COMMON: [&str; 60] = [
    "the", "for", "with", "from", "that", "this", "will", "our", "are", "was", "were", "has", "have", "had", "been",
    "its", "their", "they", "them", "which", "who", "how", "what", "when", "where", "why", "does", "did", "done",
    "not", "but", "any", "all", "each", "more", "than", "such", "other", "some", "one", "into", "out", "over", "under",
    "about", "after", "before", "between", "through", "you", "your", "his", "her", "she", "document", "says", "said",
    "can", "may", "only",
];

/// All terms of all concepts, as one automaton.
pub struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) nodes: Vec<State>,
    /// What may follow the nodes, one after another: key of the next token (see [`Key`]) and the node it leads to, those
    /// of a node sorted.
    pub(crate) edges: Vec<(u32, u32)>,
    /// The parts that end at the nodes, one after another.
    pub(crate) ends: Vec<u32>,
    /// First node by stem, form and acronym; 0 for none.
    pub(crate) first: [Vec<u32>; 3],
    /// What a finished part of a term stands for.
    pub(crate) parts: Vec<Part>,
    concepts: usize,
}

/// A state of the finished automaton: its stretch of edges and of ends.
pub(crate) struct State {
    edges: Range<u32>,
    ends: Range<u32>,
}

/// A state being built: what may follow, sorted by key, and which parts end here.
#[derive(Default)]
struct Node {
    next: Vec<(u32, u32)>,
    ends: Vec<u32>,
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

/// A concept that counts a term, as its own or as a look-alike.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) concept: ConceptId,
    pub(crate) look_alike: bool,
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

/// Builds a [`Lexicon`] term by term.
#[derive(Default)]
pub struct LexiconBuilder {
    vocabulary: Vocabulary,
    stems: Stems,
    nodes: Vec<Node>,
    parts: Vec<Part>,
    known: FxHashMap<(u32, Option<u32>), u32>,
    concepts: u32,
}

impl LexiconBuilder {
    /// A lexicon without terms.
    pub fn new() -> Self {
        // Node 0 is "nothing", node 1 the root.
        Self { nodes: vec![Node::default(), Node::default()], ..Self::default() }
    }

    /// A new concept.
    pub fn concept(&mut self) -> ConceptId {
        self.concepts += 1;
        ConceptId(self.concepts - 1)
    }

    /// Adds a term (as `docs/rubric.md` writes it) to concepts.
    ///
    /// # Errors
    /// [`TermError`] when nothing in it can be matched, or nothing of it would count.
    pub fn add(&mut self, term: &str, concepts: &[ConceptId], look_alike: bool) -> Result<(), TermError> {
        let mut after = None;
        let pieces: Vec<&str> = term.split(" .. ").collect();
        for (index, piece) in pieces.iter().enumerate() {
            let keys = self.keys(piece);
            if keys.is_empty() {
                return Err(if pieces.len() > 1 {
                    TermError::OpenGap(term.to_owned())
                } else {
                    TermError::NoWord(term.to_owned())
                });
            }
            let part = self.part(&keys, after);
            if index + 1 == pieces.len() {
                for &concept in concepts {
                    let owner = Owner { concept, look_alike };
                    let owners = &mut self.parts[part as usize].owners;
                    // What a concept includes of another it may well leave out; its own terms it may not.
                    let opposite = Owner { concept, look_alike: !look_alike };
                    if concepts.first() == Some(&concept) && owners.contains(&opposite) {
                        return Err(TermError::Both(term.to_owned()));
                    }
                    if !owners.contains(&owner) {
                        owners.push(owner);
                    }
                }
            }
            after = Some(part);
        }
        Ok(())
    }

    /// The keys of a piece of a term. `=word` asks for the very form; capitals ask for capitals.
    fn keys(&mut self, piece: &str) -> Vec<Key> {
        let mut keys = Vec::new();
        let mut form = String::new();
        for word in words(piece) {
            let written = &piece[word.start..word.end];
            fold(written, &mut form);
            if is_passed_over(&form) {
                continue;
            }
            let exact = piece[..word.start].ends_with('=');
            keys.push(if exact {
                Key::Form(self.vocabulary.add_form(&form))
            } else if let Some(acronym) = acronym(written) {
                Key::Acronym(self.vocabulary.add_acronym(acronym))
            } else {
                let stem = self.stems.stem(&form).into_owned();
                Key::Stem(self.vocabulary.add_stem(&stem))
            });
        }
        keys
    }

    /// The stems of some words, known to the vocabulary from then on. Words too common to tell anything are left out.
    pub fn stems_of(&mut self, text: &str) -> Vec<u32> {
        let mut form = String::new();
        let mut stems = Vec::new();
        for word in words(text) {
            fold(&text[word.start..word.end], &mut form);
            if form.len() < 3 || is_passed_over(&form) || COMMON.contains(&form.as_str()) {
                continue;
            }
            let stem = self.stems.stem(&form).into_owned();
            stems.push(self.vocabulary.add_stem(&stem));
        }
        stems
    }

    fn part(&mut self, keys: &[Key], after: Option<u32>) -> u32 {
        let mut node = 1;
        for key in keys {
            node = self.step(node, key.code());
        }
        if let Some(&part) = self.known.get(&(node, after)) {
            return part;
        }
        let part = self.parts.len() as u32;
        self.parts.push(Part { after, owners: Vec::new(), goes_on: false });
        if let Some(before) = after {
            self.parts[before as usize].goes_on = true;
        }
        self.known.insert((node, after), part);
        self.nodes[node as usize].ends.push(part);
        part
    }

    fn step(&mut self, node: u32, key: u32) -> u32 {
        let next = &self.nodes[node as usize].next;
        match next.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(at) => next[at].1,
            Err(at) => {
                let new = self.nodes.len() as u32;
                self.nodes.push(Node::default());
                self.nodes[node as usize].next.insert(at, (key, new));
                new
            }
        }
    }

    /// The finished automaton.
    pub fn build(self) -> Lexicon {
        let mut first =
            [vec![0; self.vocabulary.stems()], vec![0; self.vocabulary.forms()], vec![0; self.vocabulary.acronyms()]];
        for &(key, node) in &self.nodes[1].next {
            first[(key >> KIND) as usize][(key & ((1 << KIND) - 1)) as usize] = node;
        }
        let (mut nodes, mut edges, mut ends) = (Vec::with_capacity(self.nodes.len()), Vec::new(), Vec::new());
        for node in self.nodes {
            let (first_edge, first_end) = (edges.len() as u32, ends.len() as u32);
            edges.extend(node.next);
            ends.extend(node.ends);
            nodes.push(State { edges: first_edge..edges.len() as u32, ends: first_end..ends.len() as u32 });
        }
        Lexicon {
            vocabulary: self.vocabulary,
            nodes,
            edges,
            ends,
            first,
            parts: self.parts,
            concepts: self.concepts as usize,
        }
    }
}

impl Lexicon {
    /// How many concepts there are.
    pub fn concepts(&self) -> usize {
        self.concepts
    }

    /// What may follow a node.
    pub(crate) fn edges(&self, node: u32) -> &[(u32, u32)] {
        let Range { start, end } = self.nodes[node as usize].edges;
        &self.edges[start as usize..end as usize]
    }

    /// The parts that end at a node.
    pub(crate) fn ends(&self, node: u32) -> &[u32] {
        let Range { start, end } = self.nodes[node as usize].ends;
        &self.ends[start as usize..end as usize]
    }

    /// The words its terms are made of.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}

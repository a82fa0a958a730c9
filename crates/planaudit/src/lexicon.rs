//! The lexicon: concepts with their terms, compiled to one automaton over token numbers.

use rustc_hash::FxHashMap;

use crate::analyser::{Stems, Token, Vocabulary, acronym, fold, is_passed_over, words};

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
                    let owner = Owner::new(concept, look_alike);
                    let owners = &mut self.parts[part as usize].owners;
                    // What a concept includes of another it may well leave out; its own terms it may not.
                    let opposite = Owner::new(concept, !look_alike);
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

    /// Numbers the nodes by how many words lead to them, so that the few thousand at which every search begins lie
    /// together in memory.
    fn number_by_depth(&mut self) {
        // Node 0 is nothing, node 1 the root.
        let mut order = vec![0, 1];
        let mut at = 1;
        while let Some(&node) = order.get(at) {
            order.extend(self.nodes[node as usize].next.iter().map(|(_, next)| *next));
            at += 1;
        }
        let mut number = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            number[*old as usize] = new as u32;
        }
        let mut nodes: Vec<Node> = order.iter().map(|old| std::mem::take(&mut self.nodes[*old as usize])).collect();
        for (_, next) in nodes.iter_mut().flat_map(|node| &mut node.next) {
            *next = number[*next as usize];
        }
        self.nodes = nodes;
    }

    /// The finished automaton.
    pub fn build(mut self) -> Lexicon {
        self.number_by_depth();
        let mut first =
            [vec![0; self.vocabulary.stems()], vec![0; self.vocabulary.forms()], vec![0; self.vocabulary.acronyms()]];
        for &(key, node) in &self.nodes[1].next {
            first[(key >> KIND) as usize][(key & ((1 << KIND) - 1)) as usize] = node;
        }
        let mut states = Vec::with_capacity(self.nodes.len() + 1);
        let (mut edges, mut owners, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
        for node in self.nodes {
            let keys = node.next.iter().fold(0, |keys, (key, _)| keys | key_bit(*key));
            let (first_edge, first_owner) = (edges.len() as u32, owners.len() as u32);
            states.push(State { edges: first_edge, owners: first_owner, pieces: pieces.len() as u32, keys });
            edges.extend(node.next);
            for part in node.ends {
                let of_part = &self.parts[part as usize];
                if of_part.after.is_none() && !of_part.goes_on {
                    owners.extend(&of_part.owners);
                } else {
                    pieces.push(part);
                }
            }
        }
        let (edge, owner) = (edges.len() as u32, owners.len() as u32);
        states.push(State { edges: edge, owners: owner, pieces: pieces.len() as u32, keys: 0 });
        Lexicon {
            vocabulary: self.vocabulary,
            states,
            edges,
            owners,
            pieces,
            first,
            parts: self.parts,
            concepts: self.concepts as usize,
        }
    }
}

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

//! Building a lexicon, term by term.

use rustc_hash::FxHashMap;

use super::{ConceptId, KIND, Key, Lexicon, Owner, Part, State, TermError, key_bit};
use crate::analyser::{Stems, Vocabulary, Word, acronym, fold, is_passed_over, words};

/// A state being built: what may follow, sorted by key, and which parts end here.
#[derive(Default)]
struct Node {
    next: Vec<(u32, u32)>,
    ends: Vec<u32>,
}

/// Words that any passage may hold.
const COMMON: [&str; 60] = [
    "the", "for", "with", "from", "that", "this", "will", "our", "are", "was", "were", "has", "have", "had", "been",
    "its", "their", "they", "them", "which", "who", "how", "what", "when", "where", "why", "does", "did", "done",
    "not", "but", "any", "all", "each", "more", "than", "such", "other", "some", "one", "into", "out", "over", "under",
    "about", "after", "before", "between", "through", "you", "your", "his", "her", "she", "document", "says", "said",
    "can", "may", "only",
];

/// Builds a [`Lexicon`] term by term.
#[derive(Default)]
pub struct LexiconBuilder {
    vocabulary: Vocabulary,
    stems: Stems,
    nodes: Vec<Node>,
    parts: Vec<Part>,
    known: FxHashMap<(u32, Option<u32>), u32>,
    /// The words of all terms, as written.
    written: String,
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
        self.written.push_str(term);
        self.written.push('\n');
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
            let written = |word: Word| &piece[word.start..word.end];
            let (first, last) = (words(piece).next(), words(piece).last());
            if [first, last].into_iter().flatten().any(|word| is_passed_over(&written(word).to_lowercase())) {
                return Err(TermError::PassedOver(term.to_owned()));
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
        // What terms are made of is what texts are made of: no text needs to have its spelling looked into again.
        self.vocabulary.tokenise(&self.written);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_that_cannot_mean_what_it_says_is_refused() {
        let mut builder = LexiconBuilder::new();
        let concept = builder.concept();
        let mut add = |term: &str, look_alike| builder.add(term, &[concept], look_alike);
        assert_eq!(add("and", false), Err(TermError::NoWord("and".into())));
        assert_eq!(add("play and", false), Err(TermError::PassedOver("play and".into())));
        assert_eq!(add("And families", false), Err(TermError::PassedOver("And families".into())));
        assert_eq!(add("led .. and", false), Err(TermError::OpenGap("led .. and".into())));
        assert_eq!(add("health and care", false), Ok(()));
        assert_eq!(add("board", false), Ok(()));
        assert_eq!(add("boarding", true), Err(TermError::Both("boarding".into())));
        assert_eq!(add("=boarding", true), Ok(()));
    }
}

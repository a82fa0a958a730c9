//! The matcher: one pass of the automaton over a document's tokens finds every term of every concept.

use std::ops::Range;

use crate::analyser::Token;
use crate::lexicon::{ConceptId, Key, LARGEST_GAP, Lexicon};

/// Where a term was found: token numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// First token.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Match {
    /// Whether it lies within one of the ranges, which are in order and apart.
    pub(crate) fn lies_in(&self, ranges: &[Range<u32>]) -> bool {
        let after = ranges.partition_point(|range| range.start <= self.start);
        after.checked_sub(1).is_some_and(|at| self.end <= ranges[at].end)
    }
}

/// Every match of every concept in a document.
#[derive(Debug, Default)]
pub struct Matches {
    /// The matches, those of a concept together and in order.
    matches: Vec<Match>,
    /// Where those of each concept begin, and one past the last.
    starts: Vec<u32>,
}

impl Matches {
    /// Runs the automaton over tokens.
    pub fn find(lexicon: &Lexicon, tokens: &[Token]) -> Self {
        let mut found: Vec<(ConceptId, Match)> = Vec::new();
        let mut look_alikes: Vec<(ConceptId, Match)> = Vec::new();
        // Pieces of gapped terms seen lately: piece, where the term began, where the piece ended.
        let mut open: Vec<(u32, u32, u32)> = Vec::new();
        let mut states: Vec<u32> = Vec::new();
        let mut grown: Vec<u32> = Vec::new();
        for start in 0..tokens.len() {
            states.clear();
            let token = &tokens[start];
            for (table, number) in lexicon.first.iter().zip([token.stem, token.form, token.acronym]) {
                // Number 0 is "in no term"; its entry leads nowhere.
                let node = table[number as usize];
                if number != 0 && node != 0 {
                    states.push(node);
                }
            }
            let mut end = start + 1;
            while !states.is_empty() {
                for &state in &states {
                    for &part in lexicon.ends(state) {
                        let here = Match { start: start as u32, end: end as u32 };
                        finish(lexicon, part, here, &mut open, &mut found, &mut look_alikes);
                    }
                }
                let Some(token) = tokens.get(end) else { break };
                grown.clear();
                let keys = [Key::Stem(token.stem), Key::Form(token.form), Key::Acronym(token.acronym)];
                let numbers = [token.stem, token.form, token.acronym];
                for &state in &states {
                    let next = lexicon.edges(state);
                    if next.is_empty() {
                        continue;
                    }
                    for (key, number) in keys.into_iter().zip(numbers) {
                        if number == 0 {
                            continue;
                        }
                        if let Ok(at) = next.binary_search_by_key(&key.code(), |(key, _)| *key) {
                            grown.push(next[at].1);
                        }
                    }
                }
                std::mem::swap(&mut states, &mut grown);
                end += 1;
            }
        }
        found.sort_unstable();
        found.dedup();
        look_alikes.sort_unstable();
        drop_look_alikes(&mut found, &look_alikes);
        Self::sorted(lexicon.concepts(), &found)
    }

    /// Of matches in order of their concepts.
    fn sorted(concepts: usize, found: &[(ConceptId, Match)]) -> Self {
        let mut starts = vec![0; concepts + 1];
        for (concept, _) in found {
            starts[concept.0 as usize + 1] += 1;
        }
        for concept in 0..concepts {
            starts[concept + 1] += starts[concept];
        }
        Self { matches: found.iter().map(|(_, found)| *found).collect(), starts }
    }

    /// Takes out what lies within ranges of tokens, which are in order and apart.
    pub(crate) fn leave_out(&mut self, ranges: &[Range<u32>]) {
        let kept: Vec<(ConceptId, Match)> = (0..self.concepts() as u32)
            .flat_map(|concept| self.all(ConceptId(concept)).iter().map(move |found| (ConceptId(concept), *found)))
            .filter(|(_, found)| !found.lies_in(ranges))
            .collect();
        *self = Self::sorted(self.concepts(), &kept);
    }

    /// Matches of a concept that lie within a range of tokens, in order.
    pub fn of(&self, concept: ConceptId, within: &Range<u32>) -> impl Iterator<Item = Match> + '_ {
        let matches = self.all(concept);
        let from = matches.partition_point(|found| found.start < within.start);
        let end = within.end;
        matches[from..].iter().copied().take_while(move |found| found.start < end).filter(move |found| found.end <= end)
    }

    /// How many concepts there are.
    pub fn concepts(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// All matches of a concept, in order.
    pub fn all(&self, concept: ConceptId) -> &[Match] {
        let concept = concept.0 as usize;
        &self.matches[self.starts[concept] as usize..self.starts[concept + 1] as usize]
    }

    /// Whether a concept has a match within a range of tokens.
    pub fn any(&self, concept: ConceptId, within: &Range<u32>) -> bool {
        self.of(concept, within).next().is_some()
    }
}

fn finish(
    lexicon: &Lexicon,
    part: u32,
    here: Match,
    open: &mut Vec<(u32, u32, u32)>,
    found: &mut Vec<(ConceptId, Match)>,
    look_alikes: &mut Vec<(ConceptId, Match)>,
) {
    let description = &lexicon.parts[part as usize];
    let begins = match description.after {
        None => here.start,
        Some(before) => {
            open.retain(|(_, _, ended)| here.start.saturating_sub(*ended) <= LARGEST_GAP + 8);
            let near = |(piece, _, ended): &&(u32, u32, u32)| {
                *piece == before && *ended <= here.start && here.start - *ended <= LARGEST_GAP
            };
            match open.iter().rev().find(near) {
                Some((_, begins, _)) => *begins,
                None => return,
            }
        }
    };
    let whole = Match { start: begins, end: here.end };
    if description.goes_on {
        open.push((part, begins, here.end));
    }
    for owner in &description.owners {
        let into = if owner.look_alike { &mut *look_alikes } else { &mut *found };
        into.push((owner.concept, whole));
    }
}

/// Takes out matches that a look-alike of at least their length overlaps. Both are in order.
fn drop_look_alikes(found: &mut Vec<(ConceptId, Match)>, look_alikes: &[(ConceptId, Match)]) {
    let mut of_ones = look_alikes.chunk_by(|(one, _), (other, _)| one == other).map(|of_one| {
        let longest = of_one.iter().map(|(_, other)| other.end - other.start).max().unwrap_or(0);
        (of_one, longest)
    });
    let mut current = of_ones.next();
    found.retain(|(concept, found)| {
        while current.is_some_and(|(of_one, _)| of_one[0].0 < *concept) {
            current = of_ones.next();
        }
        let Some((of_one, longest)) = current.filter(|(of_one, _)| of_one[0].0 == *concept) else { return true };
        let from = of_one.partition_point(|(_, other)| other.start + longest <= found.start);
        let mut near = of_one[from..].iter().take_while(|(_, other)| other.start < found.end);
        !near.any(|(_, other)| other.end > found.start && found.end - found.start <= other.end - other.start)
    });
}

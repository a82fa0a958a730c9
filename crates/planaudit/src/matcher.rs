//! The matcher: one pass of the automaton over a document's tokens finds every term of every concept.

use std::ops::Range;

use crate::analyser::Token;
use crate::lexicon::{ConceptId, Key, LARGEST_GAP, Lexicon, Owner};

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

/// Where each of several stretches begins, and one past the last.
#[derive(Debug, Default)]
struct Starts(Vec<u32>);

impl Starts {
    /// Of so many stretches, whose members are given by the number of their stretch.
    fn of(stretches: usize, members: impl Iterator<Item = usize>) -> Self {
        let mut starts = vec![0; stretches + 1];
        for stretch in members {
            starts[stretch + 1] += 1;
        }
        for stretch in 0..stretches {
            starts[stretch + 1] += starts[stretch];
        }
        Self(starts)
    }

    fn range(&self, stretch: usize) -> Range<usize> {
        self.0[stretch] as usize..self.0[stretch + 1] as usize
    }
}

/// Every match of every concept in a document.
#[derive(Debug, Default)]
pub struct Matches {
    /// The matches, those of a concept together and in order.
    matches: Vec<Match>,
    starts: Starts,
}

impl Matches {
    /// Runs the automaton over tokens.
    pub fn find(lexicon: &Lexicon, tokens: &[Token]) -> Self {
        let mut walk = Walk { lexicon, tokens, open: Vec::new(), found: Vec::with_capacity(3 * tokens.len()) };
        for (start, token) in tokens.iter().enumerate() {
            for (table, number) in lexicon.first.iter().zip([token.stem, token.form, token.acronym]) {
                // Number 0 is "in no term"; its entry leads nowhere.
                let state = table[number as usize];
                if number != 0 && state != 0 {
                    walk.on(state, Match { start: start as u32, end: start as u32 + 1 });
                }
            }
        }
        Self::of_owners(lexicon.concepts(), &walk.found)
    }

    /// Of all that was found, in whatever order; a concept's look-alikes take out what they overlap.
    fn of_owners(concepts: usize, found: &[(Owner, Match)]) -> Self {
        let places = Starts::of(2 * concepts, found.iter().map(|(owner, _)| owner.place()));
        let mut by_owner = vec![Match { start: 0, end: 0 }; found.len()];
        let mut next = places.0.clone();
        for (owner, found) in found {
            by_owner[next[owner.place()] as usize] = *found;
            next[owner.place()] += 1;
        }
        let mut matches = Vec::with_capacity(found.len());
        let mut starts = Vec::with_capacity(concepts + 1);
        for concept in 0..concepts {
            starts.push(matches.len() as u32);
            let (own, look_alikes) = (places.range(2 * concept), places.range(2 * concept + 1));
            if own.is_empty() {
                continue;
            }
            for range in [&own, &look_alikes] {
                // Only what a gap delayed is out of order.
                if !by_owner[range.clone()].is_sorted() {
                    by_owner[range.clone()].sort_unstable();
                }
            }
            let look_alikes = LookAlikes::of(&by_owner[look_alikes]);
            let first = matches.len();
            for found in &by_owner[own] {
                if matches[first..].last() != Some(found) && !look_alikes.overlap(found) {
                    matches.push(*found);
                }
            }
        }
        starts.push(matches.len() as u32);
        Self { matches, starts: Starts(starts) }
    }

    /// Takes out what lies within ranges of tokens, which are in order and apart.
    pub(crate) fn leave_out(&mut self, ranges: &[Range<u32>]) {
        let mut kept = Vec::with_capacity(self.matches.len());
        let mut starts = Vec::with_capacity(self.starts.0.len());
        for concept in 0..self.concepts() {
            starts.push(kept.len() as u32);
            let all = self.all(ConceptId(concept as u32)).iter();
            kept.extend(all.filter(|found| !found.lies_in(ranges)));
        }
        starts.push(kept.len() as u32);
        *self = Self { matches: kept, starts: Starts(starts) };
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
        self.starts.0.len().saturating_sub(1)
    }

    /// All matches of a concept, in order.
    pub fn all(&self, concept: ConceptId) -> &[Match] {
        &self.matches[self.starts.range(concept.0 as usize)]
    }

    /// Whether a concept has a match within a range of tokens.
    pub fn any(&self, concept: ConceptId, within: &Range<u32>) -> bool {
        self.of(concept, within).next().is_some()
    }
}

/// A walk through the automaton, from each token on.
struct Walk<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
    /// Pieces of gapped terms seen lately: piece, where the term began, where the piece ended.
    open: Vec<(u32, u32, u32)>,
    found: Vec<(Owner, Match)>,
}

impl Walk<'_> {
    /// Finds what ends at a state, reached by the tokens of `here`, and at those it leads to.
    fn on(&mut self, state: u32, here: Match) {
        self.found.extend(self.lexicon.owners(state).iter().map(|owner| (*owner, here)));
        for &part in self.lexicon.pieces(state) {
            self.finish(part, here);
        }
        if let Some(token) = self.tokens.get(here.end as usize).filter(|_| self.lexicon.leads_on(state)) {
            for key in Key::of(token) {
                if let Some(next) = self.lexicon.step(state, key) {
                    self.on(next, Match { end: here.end + 1, ..here });
                }
            }
        }
    }

    /// Ends a piece of a gapped term.
    fn finish(&mut self, part: u32, here: Match) {
        let description = &self.lexicon.parts[part as usize];
        let begins = match description.after {
            None => here.start,
            Some(before) => {
                self.open.retain(|(_, _, ended)| here.start.saturating_sub(*ended) <= LARGEST_GAP + 8);
                let near = |(piece, _, ended): &&(u32, u32, u32)| {
                    *piece == before && *ended <= here.start && here.start - *ended <= LARGEST_GAP
                };
                match self.open.iter().rev().find(near) {
                    Some((_, begins, _)) => *begins,
                    None => return,
                }
            }
        };
        let whole = Match { start: begins, end: here.end };
        if description.goes_on {
            self.open.push((part, begins, here.end));
        }
        self.found.extend(description.owners.iter().map(|owner| (*owner, whole)));
    }
}

/// The look-alikes of one concept, in order.
struct LookAlikes<'m> {
    found: &'m [Match],
    longest: u32,
}

impl<'m> LookAlikes<'m> {
    fn of(found: &'m [Match]) -> Self {
        Self { found, longest: found.iter().map(|found| found.end - found.start).max().unwrap_or(0) }
    }

    /// Whether one of at least its length overlaps a match.
    fn overlap(&self, found: &Match) -> bool {
        let from = self.found.partition_point(|other| other.start + self.longest <= found.start);
        let mut near = self.found[from..].iter().take_while(|other| other.start < found.end);
        near.any(|other| other.end > found.start && found.end - found.start <= other.end - other.start)
    }
}

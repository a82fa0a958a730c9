//! Presence: which passages hold which concepts, so that a rule is tried only where it can hold.

use std::ops::Range;
use std::sync::OnceLock;

use super::Analysis;
use crate::lexicon::ConceptId;
use crate::matcher::Matches;
use crate::rubric::Scope;

/// For each concept the passages that hold it: in order, and as bits of 64 passages a block.
#[derive(Debug, Default)]
pub(crate) struct Presence {
    holders: Holders,
    /// The concept begins in the passage itself.
    own: Rows,
    /// It begins in a wider scope of the passage, by [`Scope`]; found out when the first rule asks.
    wider: [OnceLock<Rows>; Scope::ALL.len()],
}

impl Presence {
    /// Of an analysis whose passages and matches are known.
    pub(super) fn of(analysis: &Analysis<'_>) -> Self {
        let (passages, matches) = (&analysis.passages, &analysis.matches);
        let tokens = passages.last().map_or(0, |passage| passage.tokens.end as usize);
        let mut passage_at = vec![u32::MAX; tokens];
        for (index, passage) in passages.iter().enumerate() {
            passage_at[passage.tokens.start as usize..passage.tokens.end as usize].fill(index as u32);
        }
        let holders = Holders::of(matches, &passage_at);
        let own = Rows::of(&holders, passages.len(), |passage| passage..passage + 1);
        Self { holders, own, wider: Default::default() }
    }

    /// The passages in which a concept begins, in order.
    pub(crate) fn passages(&self, concept: ConceptId) -> &[u32] {
        self.holders.of_row(self.holders.row(concept))
    }

    /// How many blocks of 64 passages there are.
    pub(crate) fn blocks(&self) -> usize {
        self.own.blocks
    }

    /// Which passages of a block a concept begins in.
    pub(crate) fn held(&self, concept: ConceptId, block: usize) -> u64 {
        self.own.block(self.holders.row(concept), block)
    }

    /// Which passages of a block have it in a wider scope, or may have it there. The analysis is the presence's own.
    pub(crate) fn held_in(&self, analysis: &Analysis<'_>, scope: Scope, concept: ConceptId, block: usize) -> u64 {
        let rows = self.wider[scope as usize].get_or_init(|| {
            let heard_in = heard_in(analysis, scope);
            Rows::of(&self.holders, heard_in.len(), |passage| heard_in[passage].clone())
        });
        rows.block(self.holders.row(concept), block)
    }
}

/// The passages of each concept, in order, each once.
#[derive(Debug, Default)]
struct Holders {
    /// The row of each concept; 0 for one that is not found.
    rows: Vec<u32>,
    /// How many concepts are found.
    found: usize,
    /// Where the passages of each row end; row 0 has none.
    ends: Vec<u32>,
    passages: Vec<u32>,
}

impl Holders {
    fn of(matches: &Matches, passage_at: &[u32]) -> Self {
        let mut holders = Self { rows: vec![0; matches.concepts()], ends: vec![0], ..Self::default() };
        for concept in 0..matches.concepts() {
            let first = holders.passages.len();
            for found in matches.all(ConceptId(concept as u32)) {
                let passage = passage_at.get(found.start as usize).copied().unwrap_or(u32::MAX);
                if passage != u32::MAX && holders.passages[first..].last() != Some(&passage) {
                    holders.passages.push(passage);
                }
            }
            if holders.passages.len() > first {
                holders.found += 1;
                holders.rows[concept] = holders.found as u32;
                holders.ends.push(holders.passages.len() as u32);
            }
        }
        holders
    }

    fn row(&self, concept: ConceptId) -> u32 {
        self.rows[concept.0 as usize]
    }

    fn of_row(&self, row: u32) -> &[u32] {
        let Some(before) = (row as usize).checked_sub(1) else { return &[] };
        &self.passages[self.ends[before] as usize..self.ends[before + 1] as usize]
    }

    fn of_found(&self) -> impl Iterator<Item = &[u32]> {
        (1..=self.found as u32).map(|row| self.of_row(row))
    }
}

/// For each passage, those whose scope of a kind it belongs to: from the first to the last.
fn heard_in(analysis: &Analysis<'_>, scope: Scope) -> Vec<Range<usize>> {
    let passages = &analysis.passages;
    let mut heard_in = vec![0..0; passages.len()];
    for (index, passage) in passages.iter().enumerate() {
        for tokens in analysis.scopes(scope, passage) {
            let first = passages.partition_point(|other| other.tokens.end <= tokens.start);
            // A paragraph or section is heard in all its passages; the rest of it has been, or will be, seen to.
            let mutual = tokens.contains(&passage.tokens.start);
            let last = passages[first..].partition_point(|other| other.tokens.start < tokens.end) + first;
            if mutual {
                heard_in[index] = spanning(&heard_in[index], &(first..last));
            } else {
                for speaking in &mut heard_in[first..last] {
                    *speaking = spanning(speaking, &(index..index + 1));
                }
            }
        }
    }
    heard_in
}

/// The least range that holds two, where an empty one holds nothing.
fn spanning(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => other.clone(),
        (_, true) => one.clone(),
        _ => one.start.min(other.start)..one.end.max(other.end),
    }
}

/// Bits of passages, one row a concept that is found at all.
#[derive(Debug, Default)]
struct Rows {
    bits: Vec<u64>,
    blocks: usize,
}

impl Rows {
    /// The first row is empty: that of all concepts which are not found.
    fn of(holders: &Holders, passages: usize, heard_in: impl Fn(usize) -> Range<usize>) -> Self {
        let blocks = passages.div_ceil(64);
        let mut bits = vec![0; blocks * (holders.found + 1)];
        let rows = bits.chunks_mut(blocks.max(1)).skip(1);
        for (row, holders) in rows.zip(holders.of_found()) {
            for &passage in holders {
                fill(row, &heard_in(passage as usize));
            }
        }
        Self { bits, blocks }
    }

    fn block(&self, row: u32, block: usize) -> u64 {
        self.bits[row as usize * self.blocks + block]
    }
}

/// Sets the bits of a range.
fn fill(row: &mut [u64], range: &Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let (block, first) = (at / 64, at % 64);
        let count = (64 - first).min(range.end - at);
        row[block] |= (u64::MAX >> (64 - count)) << first;
        at += count;
    }
}

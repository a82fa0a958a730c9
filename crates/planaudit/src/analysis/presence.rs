//! Presence: which passages hold which concepts, so that a rule is tried only where it can hold.

use crate::lexicon::ConceptId;
use crate::matcher::Matches;
use crate::passage::Passage;

/// For each concept the passages that hold it, and for each passage its concepts as bits.
#[derive(Debug, Default)]
pub(crate) struct Presence {
    /// Passages by concept, in order, each once.
    passages: Vec<Vec<u32>>,
    /// The bits of every passage, one row after another.
    bits: Vec<u64>,
    /// Words of a row.
    width: usize,
}

/// The concepts that one passage holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held<'p>(&'p [u64]);

impl Presence {
    /// Of passages whose matches are known.
    pub(super) fn of(passages: &[Passage], matches: &Matches) -> Self {
        let tokens = passages.last().map_or(0, |passage| passage.tokens.end as usize);
        let mut passage_at = vec![u32::MAX; tokens];
        for (index, passage) in passages.iter().enumerate() {
            passage_at[passage.tokens.start as usize..passage.tokens.end as usize].fill(index as u32);
        }
        let width = matches.concepts().div_ceil(64);
        let mut bits = vec![0; width * passages.len()];
        let by_concept = (0..matches.concepts()).map(|concept| {
            let mut holders: Vec<u32> = Vec::new();
            for found in matches.all(ConceptId(concept as u32)) {
                let Some(&passage) = passage_at.get(found.start as usize) else { continue };
                if passage != u32::MAX && holders.last() != Some(&passage) {
                    holders.push(passage);
                    bits[passage as usize * width + concept / 64] |= 1 << (concept % 64);
                }
            }
            holders
        });
        let passages = by_concept.collect();
        Self { passages, bits, width }
    }

    /// The passages in which a concept begins, in order.
    pub(crate) fn passages(&self, concept: ConceptId) -> &[u32] {
        &self.passages[concept.0 as usize]
    }

    /// The concepts of a passage.
    pub(crate) fn held(&self, passage: usize) -> Held<'_> {
        Held(&self.bits[passage * self.width..(passage + 1) * self.width])
    }
}

impl Held<'_> {
    /// Whether a term of the concept begins in the passage.
    pub(crate) fn has(self, concept: ConceptId) -> bool {
        self.0[concept.0 as usize / 64] >> (concept.0 % 64) & 1 == 1
    }
}

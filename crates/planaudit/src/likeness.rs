//! Likeness: how near a passage comes to a question's own words, by BM25 over the passages of one document.
//!
//! Rules find what they were written for. A person who checks an answer must also be shown what the rules do not
//! know: passages that use the words of the question, its guide and its examples.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::rubric::Question;

/// How often a word in a passage goes on counting (BM25's k₁).
const SATURATION: f32 = 1.2;
/// How much long passages are held back (BM25's b).
const LENGTH: f32 = 0.6;

/// A question's own words: stems of the vocabulary, each once, with the weight of where it stands.
pub type Query = Vec<(u32, f32)>;

/// Which passages hold which words of the vocabulary.
pub struct Likeness {
    /// Passage and count, by stem.
    postings: Vec<Vec<(u32, u16)>>,
    lengths: Vec<u32>,
    mean: f32,
}

impl Likeness {
    /// Indexes the passages of a document.
    pub fn of(analysis: &Analysis<'_>) -> Self {
        let mut postings: Vec<Vec<(u32, u16)>> = vec![Vec::new(); analysis.rubric.lexicon.vocabulary().stems()];
        let mut lengths = Vec::with_capacity(analysis.passages.len());
        for (index, passage) in analysis.passages.iter().enumerate() {
            lengths.push(passage.tokens.end - passage.tokens.start);
            if !analysis.contexts[index].zone.holds_evidence() {
                continue;
            }
            for token in &analysis.tokens[range(&passage.tokens)] {
                if token.stem == 0 {
                    continue;
                }
                match postings[token.stem as usize].last_mut() {
                    Some((last, count)) if *last == index as u32 => *count = count.saturating_add(1),
                    _ => postings[token.stem as usize].push((index as u32, 1)),
                }
            }
        }
        let mean = lengths.iter().sum::<u32>() as f32 / lengths.len().max(1) as f32;
        Self { postings, lengths, mean }
    }

    /// Likeness of every passage to a question, 0 to 1, the likest being 1; 0 where no word is shared.
    pub fn to(&self, question: &Question) -> Vec<f32> {
        let mut scores = vec![0.0; self.lengths.len()];
        let all = self.lengths.len() as f32;
        for &(stem, weight) in &question.words {
            let Some(postings) = self.postings.get(stem as usize) else { continue };
            let holding = postings.len() as f32;
            let rarity = ((all - holding + 0.5) / (holding + 0.5)).ln_1p();
            for &(passage, count) in postings {
                let count = f32::from(count);
                let length = self.lengths[passage as usize] as f32 / self.mean.max(1.0);
                let norm = count + SATURATION * (1.0 - LENGTH + LENGTH * length);
                scores[passage as usize] += weight * rarity * count * (SATURATION + 1.0) / norm;
            }
        }
        let best = scores.iter().copied().fold(0.0, f32::max);
        if best > 0.0 {
            for score in &mut scores {
                *score /= best;
            }
        }
        scores
    }
}

fn range(tokens: &Range<u32>) -> Range<usize> {
    tokens.start as usize..tokens.end as usize
}

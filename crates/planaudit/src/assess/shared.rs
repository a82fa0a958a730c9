//! Text shared word for word between the documents of a corpus: boilerplate, guidance quoted, earlier editions.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::analyser::{fold, is_passed_over, words};
use crate::assessment::AssessedDocument;

/// Passages of fewer words are alike by chance.
const LEAST_WORDS: usize = 12;
/// Base of the rolling digest of a window of words.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// Digests of every stretch of [`LEAST_WORDS`] words in a document, sorted.
pub(super) struct Windows(Vec<u64>);

impl Windows {
    /// Cost grows with the text alone: each window's digest follows from the one before.
    pub(super) fn of(text: &str) -> Self {
        let mut digests = windows(text);
        digests.sort_unstable();
        digests.dedup();
        Self(digests)
    }

    /// Whether a passage stands in the document word for word, given the digests of its windows.
    fn hold(&self, passage: &[u64]) -> bool {
        !passage.is_empty() && passage.iter().all(|digest| self.0.binary_search(digest).is_ok())
    }
}

/// Marks the evidence that stands word for word in other documents of the corpus. `windows` are those of `documents`,
/// in the same order.
pub(super) fn mark(documents: &mut [AssessedDocument], windows: &[Windows]) {
    let paths: Vec<String> = documents.iter().map(|document| document.path.clone()).collect();
    for (own, document) in documents.iter_mut().enumerate() {
        for evidence in document.answers.iter_mut().flat_map(|answer| &mut answer.evidence) {
            let passage = self::windows(&evidence.quote);
            let holds = |(other, windows): &(usize, &Windows)| *other != own && windows.hold(&passage);
            evidence.shared_with =
                windows.iter().enumerate().filter(holds).map(|(other, _)| paths[other].clone()).collect();
        }
    }
}

/// The digest of each window of words, in order; none for a shorter text.
fn windows(text: &str) -> Vec<u64> {
    let mut form = String::new();
    let digests: Vec<u64> = words(text)
        .filter_map(|word| {
            fold(&text[word.start..word.end], &mut form);
            (!is_passed_over(&form)).then(|| {
                let mut hasher = FxHasher::default();
                hasher.write(form.as_bytes());
                hasher.finish()
            })
        })
        .collect();
    let leaving = (1..LEAST_WORDS).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut windows = Vec::with_capacity(digests.len().saturating_sub(LEAST_WORDS - 1));
    let mut digest = 0_u64;
    for (index, &word) in digests.iter().enumerate() {
        if let Some(gone) = index.checked_sub(LEAST_WORDS) {
            digest = digest.wrapping_sub(digests[gone].wrapping_mul(leaving));
        }
        digest = digest.wrapping_mul(BASE).wrapping_add(word);
        if index + 1 >= LEAST_WORDS {
            windows.push(digest);
        }
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSAGE: &str = "Every child in our area will have the best start in life, whatever their family's means.";

    #[test]
    fn a_passage_is_found_within_another_text_whatever_its_case_and_line_ends() {
        let other = format!("Before it. {}\nAfter it.", PASSAGE.to_uppercase().replace(' ', "\n"));
        assert!(Windows::of(&other).hold(&windows(PASSAGE)));
    }

    #[test]
    fn one_word_changed_is_not_word_for_word() {
        let other = PASSAGE.replace("best", "fairest");
        assert!(!Windows::of(&other).hold(&windows(PASSAGE)));
    }

    #[test]
    fn short_passages_are_shared_by_chance_and_never_marked() {
        assert!(windows("Every child will have the best start in life.").is_empty());
        assert!(!Windows::of(PASSAGE).hold(&windows("the best start in life")));
    }
}

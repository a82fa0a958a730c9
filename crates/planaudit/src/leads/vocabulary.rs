//! What a document's own use of words says of them: ordinary words, places, and people it has bound to a role somewhere.

use rustc_hash::{FxHashMap, FxHashSet};

use super::FoundLead;
use super::names::{self, Strength};
use super::words::words;
use crate::analysis::Analysis;

/// A document's words.
pub(super) struct Vocabulary {
    /// Printed in lower case somewhere.
    ordinary: FxHashMap<String, u32>,
    /// Capitalised behind "in", "across" and their like, and never bound to a role.
    places: FxHashSet<String>,
    /// Names that only their place beside a role showed to be people's.
    people: FxHashSet<String>,
}

impl Vocabulary {
    pub(super) fn of(analysis: &Analysis<'_>) -> Self {
        let text = analysis.text.as_str();
        let mut ordinary: FxHashMap<String, u32> = FxHashMap::default();
        let mut places = FxHashSet::default();
        let mut locates = false;
        for token in &analysis.tokens {
            let word = &text[token.start as usize..token.end as usize];
            if word.starts_with(char::is_lowercase) {
                locates = matches!(word, "in" | "across" | "throughout" | "around" | "near");
                if !text[..token.start as usize].ends_with(['@', '.', '/', '-']) {
                    *ordinary.entry(word.to_lowercase()).or_default() += 1;
                }
            } else {
                if locates && word.starts_with(char::is_uppercase) {
                    places.insert(word.to_lowercase());
                }
                locates = false;
            }
        }
        Self { ordinary, places, people: FxHashSet::default() }
    }

    /// Takes in the people of leads already found whose names alone would not have shown them to be people; whether there are
    /// any that the text names again.
    pub(super) fn meet(&mut self, leads: &[FoundLead], text: &str) -> bool {
        for lead in leads {
            let unsure = names::candidates(&lead.name, &words(&lead.name))
                .first()
                .is_some_and(|name| name.strength <= Strength::Likely);
            if unsure && !self.people.contains(&lead.name) && text.matches(lead.name.as_str()).nth(1).is_some() {
                self.people.insert(lead.name.clone());
            }
        }
        !self.people.is_empty()
    }

    /// Whether words that may be a name are more likely ordinary ones or a place.
    pub(super) fn rules_out(&self, name: &str) -> bool {
        let first = name.split_whitespace().find(|word| word.starts_with(char::is_uppercase)).unwrap_or_default();
        let first = first.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        self.ordinary.contains_key(&first) || self.places.contains(&first)
    }

    /// Whether these words are a person whom the document names beside a role.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.people.contains(name)
    }
}

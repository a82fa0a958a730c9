//! What a sentence takes up from those before it: "she", "that post", "it", and the question above.

use std::ops::Range;

use super::clause::{Clause, Setting};
use super::vocabulary::Vocabulary;
use super::{deeds, entrusted};
use crate::analysis::Analysis;
use crate::passage::Passage;

/// What earlier sentences of a block leave to be taken up by "she" or "that post".
#[derive(Default)]
pub(super) struct Thread {
    pub block: usize,
    pub section: usize,
    /// The person whom the heading above names: a profile.
    profile: Option<String>,
    pub name: Option<String>,
    pub role: Option<String>,
    /// What the heading or sentence before asks: "Who leads for children?"
    pub asked: Option<String>,
    /// How the sentence before begins, which "it" and "this work" take up.
    pub said: String,
    /// The last leads found, whom a contact in the next sentence belongs to.
    pub leads: Range<usize>,
}

impl Thread {
    /// Whether the heading above is a person's name, and nobody else has been named since.
    pub(super) fn of_profile(&self) -> bool {
        self.profile.is_some() && self.profile == self.name
    }

    /// Before the first block.
    pub(super) fn start() -> Self {
        Self { block: usize::MAX, ..Self::default() }
    }

    /// The thread of the block of a passage.
    pub(super) fn next(&self, analysis: &Analysis<'_>, passage: &Passage, vocabulary: &Vocabulary) -> Self {
        let profile = if self.block != usize::MAX && self.section == passage.section {
            self.profile.clone()
        } else {
            analysis.outline.sections()[passage.section].heading.and_then(|block| {
                let heading = &analysis.text.as_str()[analysis.text.blocks()[block].range.clone()];
                match &Clause::of(heading, Setting::Holder, None, vocabulary).parties[..] {
                    [party] => Some(party.name.clone()),
                    _ => None,
                }
            })
        };
        let asked = analysis.outline.sections()[passage.section]
            .heading
            .filter(|heading| heading + 1 == passage.block)
            .and_then(|block| deeds::asked(&analysis.text.as_str()[analysis.text.blocks()[block].range.clone()]))
            .map(|(deed, _)| deed.role);
        let (block, section, name) = (passage.block, passage.section, profile.clone());
        Self { block, section, profile, name, asked, ..Self::default() }
    }
}

/// The post that "the post" means: the last role before it, in this sentence or the one before.
pub(super) fn post_before(clause: &Clause<'_>, before: usize, thread: &Thread) -> Option<String> {
    let role = clause.roles.iter().rfind(|role| role.range.end <= before);
    role.map(|role| clause.text[role.range.clone()].to_owned()).or_else(|| thread.role.clone())
}

/// Keeps what the next sentence may take up.
pub(super) fn follow(clause: &Clause<'_>, thread: &mut Thread, first: usize, end: usize) {
    let text = clause.text;
    thread.said = text.split_whitespace().take(10).collect::<Vec<_>>().join(" ");
    let full: Vec<&super::clause::Party> =
        clause.parties.iter().filter(|party| text[party.range.clone()] == party.name).collect();
    if let Some(last) = full.last() {
        thread.name = (full.len() == 1).then(|| last.name.clone());
    }
    if let Some(role) = clause.roles.last() {
        thread.role = Some(match entrusted::done_to(text, role.range.start) {
            Some(deed) => format!("{}; {}", &text[role.range.clone()], deed.role),
            None => text[role.range.clone()].to_owned(),
        });
    }
    if end > first {
        thread.leads = first..end;
    }
}

//! Signatures and cards: a name on one line, the post on the next.

use planaudit_read::BlockKind;

use super::FoundLead;
use super::clause::{Clause, Setting};
use super::roles::is_role_alone;
use super::vocabulary::Vocabulary;
use super::{organisations, states};
use crate::analysis::Analysis;
use crate::context::Zone;
use crate::text::TextBlock;

/// Finds names that stand by themselves, with the post above or below.
pub(super) fn find(analysis: &Analysis<'_>, vocabulary: &Vocabulary) -> Vec<FoundLead> {
    let text = analysis.text.as_str();
    let blocks = analysis.text.blocks();
    let words = |block: &TextBlock| text[block.range.clone()].trim().to_owned();
    let kinds: Vec<Line> = blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let section = analysis.outline.section_of_block(index);
            let zone = analysis.outline.sections()[section].zone;
            if matches!(block.kind, BlockKind::TableRow { .. })
                || matches!(zone, Zone::Contents | Zone::Glossary | Zone::References)
            {
                return Line::Other;
            }
            Line::of(&words(block), vocabulary)
        })
        .collect();
    let mut leads = within_blocks(analysis, vocabulary);
    let mut claimed = vec![false; blocks.len()];
    for (index, kind) in kinds.iter().enumerate() {
        let Line::Name(name) = kind else {
            continue;
        };
        let is_role = |at: Option<usize>| at.and_then(|at| kinds.get(at)).is_some_and(|kind| *kind == Line::Role);
        let above = index.checked_sub(1).filter(|&above| is_role(Some(above)) && !claimed[above]);
        let below = Some(index + 1).filter(|&below| is_role(Some(below)));
        // Cards run role, name, role, name, or name, role, name, role: the row's own order decides.
        let next_name = matches!(kinds.get(index + 2), Some(Line::Name(_)));
        let role_at = match (above, below) {
            (Some(above), Some(_)) if next_name && index + 3 < kinds.len() && !is_role(Some(index + 3)) => above,
            (_, Some(below)) => below,
            (Some(above), None) => above,
            (None, None) => continue,
        };
        claimed[role_at] = true;
        let role_block = &blocks[role_at];
        let role = words(role_block);
        let after = kinds.get(role_at.max(index) + 1).map(|_| words(&blocks[role_at.max(index) + 1]));
        let inside = organisations::find(&role).first().map(|range| role[range.clone()].to_owned());
        let organisation = inside.or_else(|| after.filter(|after| organisations::is_body(after))).unwrap_or_default();
        let start = blocks[index].range.start.min(role_block.range.start);
        let end = blocks[index].range.end.max(role_block.range.end);
        let state = states::of_role(&role, "");
        leads.push(FoundLead {
            role,
            name: name.clone(),
            organisation,
            contact: String::new(),
            state,
            bytes: start..end,
        });
    }
    leads
}

/// Signatures set in one block, line under line.
fn within_blocks(analysis: &Analysis<'_>, vocabulary: &Vocabulary) -> Vec<FoundLead> {
    let text = analysis.text.as_str();
    let mut leads = Vec::new();
    for block in analysis.text.blocks() {
        if block.range.len() > 200 || matches!(block.kind, BlockKind::TableRow { .. }) {
            continue;
        }
        let words = &text[block.range.clone()];
        let line_at = |at: usize| analysis.text.place(block.range.start + at).line;
        let first_line = line_at(0);
        let Some(break_at) = words.match_indices(' ').map(|(at, _)| at + 1).find(|&at| line_at(at) != first_line)
        else {
            continue;
        };
        let (name, role) = (words[..break_at].trim_end().trim_end_matches(','), words[break_at..].trim());
        if let Line::Name(name) = Line::of(name, vocabulary)
            && is_role_alone(role)
        {
            let organisation =
                organisations::find(role).first().map(|range| role[range.clone()].to_owned()).unwrap_or_default();
            let state = states::of_role(role, "");
            leads.push(FoundLead {
                role: role.to_owned(),
                name,
                organisation,
                contact: String::new(),
                state,
                bytes: block.range.clone(),
            });
        }
    }
    leads
}

/// The name that is all of a text.
pub(super) fn name_alone(words: &str, vocabulary: &Vocabulary) -> Option<String> {
    match Line::of(words, vocabulary) {
        Line::Name(name) => Some(name),
        Line::Role | Line::Other => None,
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Line {
    Name(String),
    Role,
    Other,
}

impl Line {
    fn of(words: &str, vocabulary: &Vocabulary) -> Self {
        if words.len() > 160 || words.ends_with(['.', '?', '!']) {
            return Self::Other;
        }
        let clause = Clause::of(words, Setting::Holder, None, vocabulary);
        if let [party] = &clause.parties[..]
            && party.range.start == 0
            && words[party.range.end..].trim().is_empty()
        {
            return Self::Name(party.name.clone());
        }
        if clause.parties.is_empty() && is_role_alone(words) { Self::Role } else { Self::Other }
    }
}

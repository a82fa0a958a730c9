//! The rule language: what a passage must hold. `docs/rubric.md` is its reference.

mod parse;

use std::ops::Range;

use crate::analysis::Analysis;
use crate::lexicon::ConceptId;
use crate::matcher::Match;
use crate::passage::Passage;
use crate::values::ValueKind;

pub use parse::{Atom, ExpressionError, Source, parse};

/// A compiled expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A term of the concept.
    Concept(ConceptId),
    /// A value of the kind.
    Value(ValueKind),
    /// The name of a person.
    Person,
    /// All hold.
    All(Vec<Self>),
    /// One holds.
    Any(Vec<Self>),
    /// None holds.
    None(Vec<Self>),
    /// Both hold, no further apart than so many words.
    Near(u32, Box<Self>, Box<Self>),
    /// The first, then the second, no further apart than so many words.
    Then(u32, Box<Self>, Box<Self>),
    /// Holds in a wider scope.
    In(Scope, Box<Self>),
}

/// A scope wider than the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The paragraph, list or table.
    Paragraph,
    /// The section, sub-sections left out.
    Section,
    /// A heading above.
    Heading,
    /// A heading, run-in title, lead-in sentence or table header above.
    Under,
}

impl Scope {
    /// Every scope, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Paragraph, Self::Section, Self::Heading, Self::Under];
}

impl Expression {
    /// Whether the expression holds for a passage; what was matched is added to `spans`.
    pub fn holds(&self, analysis: &Analysis<'_>, passage: &Passage, spans: &mut Vec<Match>) -> bool {
        self.holds_in(analysis, passage, &passage.tokens, spans)
    }

    /// Whether it holds within a range of tokens. Of several matches, all are added: the report marks them.
    pub fn holds_in(
        &self,
        analysis: &Analysis<'_>,
        passage: &Passage,
        within: &Range<u32>,
        spans: &mut Vec<Match>,
    ) -> bool {
        let before = spans.len();
        let holds = match self {
            Self::Concept(concept) => {
                spans.extend(analysis.matches.of(*concept, within));
                spans.len() > before
            }
            Self::Value(kind) => {
                spans.extend(analysis.values.of(*kind, within));
                spans.len() > before
            }
            Self::Person => {
                spans.extend(analysis.people_in(within).iter());
                spans.len() > before
            }
            Self::All(parts) => parts.iter().all(|part| part.holds_in(analysis, passage, within, spans)),
            Self::Any(parts) => {
                let mut any = false;
                for part in parts {
                    any |= part.holds_in(analysis, passage, within, spans);
                }
                any
            }
            Self::None(parts) => !parts.iter().any(|part| part.is_met_in(analysis, passage, within)),
            Self::Near(reach, left, right) => pair(analysis, passage, within, spans, left, right, |a, b| {
                b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end)) <= *reach
            }),
            Self::Then(reach, left, right) => pair(analysis, passage, within, spans, left, right, |a, b| {
                b.start >= a.end && b.start - a.end <= *reach
            }),
            Self::In(scope, inner) => {
                let held =
                    analysis.scopes(*scope, passage).any(|range| inner.holds_in(analysis, passage, &range, spans));
                // Only matches inside the passage itself are shown.
                spans.retain(|span| span.start >= within.start && span.end <= within.end);
                held
            }
        };
        if !holds {
            spans.truncate(before.min(spans.len()));
        }
        holds
    }

    /// Whether it holds within a range of tokens, whatever was matched.
    pub(crate) fn is_met_in(&self, analysis: &Analysis<'_>, passage: &Passage, within: &Range<u32>) -> bool {
        match self {
            Self::Concept(concept) => analysis.matches.any(*concept, within),
            Self::Value(kind) => analysis.values.count(*kind, within) > 0,
            Self::All(parts) => parts.iter().all(|part| part.is_met_in(analysis, passage, within)),
            Self::Any(parts) => parts.iter().any(|part| part.is_met_in(analysis, passage, within)),
            Self::None(parts) => !parts.iter().any(|part| part.is_met_in(analysis, passage, within)),
            Self::In(scope, inner) => {
                analysis.scopes(*scope, passage).any(|range| inner.is_met_in(analysis, passage, &range))
            }
            Self::Person | Self::Near(..) | Self::Then(..) => self.holds_in(analysis, passage, within, &mut Vec::new()),
        }
    }

    /// For which passages of a block of 64 the expression can hold, as bits. A *no* is certain and cheap; a *yes* is to
    /// be tried.
    pub(crate) fn may_hold(&self, analysis: &Analysis<'_>, block: usize) -> u64 {
        self.may_hold_by(&|concept| analysis.presence().held(concept, block), analysis, block)
    }

    fn may_hold_by(&self, held: &dyn Fn(ConceptId) -> u64, analysis: &Analysis<'_>, block: usize) -> u64 {
        let part = |part: &Self| part.may_hold_by(held, analysis, block);
        match self {
            Self::Concept(concept) => held(*concept),
            Self::Value(_) | Self::Person | Self::None(_) => u64::MAX,
            Self::All(parts) => parts.iter().fold(u64::MAX, |all, one| if all == 0 { 0 } else { all & part(one) }),
            Self::Any(parts) => parts.iter().fold(0, |any, one| any | part(one)),
            Self::Near(_, left, right) | Self::Then(_, left, right) => part(left) & part(right),
            // A scope within a scope looks from the passage too.
            Self::In(scope, inner) => {
                let held = |concept| analysis.presence().held_in(analysis, *scope, concept, block);
                inner.may_hold_by(&held, analysis, block)
            }
        }
    }

    /// The concepts one of which must be matched in the passage itself for the expression to hold; none where any
    /// passage may be a candidate.
    pub fn anchors(&self) -> Option<Vec<ConceptId>> {
        match self {
            Self::Concept(concept) => Some(vec![*concept]),
            Self::Value(_) | Self::Person | Self::None(_) | Self::In(..) => None,
            Self::All(parts) => parts.iter().filter_map(Self::anchors).min_by_key(Vec::len),
            Self::Any(parts) => {
                let all: Option<Vec<_>> = parts.iter().map(Self::anchors).collect();
                all.map(|anchors| anchors.into_iter().flatten().collect())
            }
            Self::Near(_, left, right) | Self::Then(_, left, right) => match (left.anchors(), right.anchors()) {
                (Some(left), Some(right)) => Some(if left.len() <= right.len() { left } else { right }),
                (left, right) => left.or(right),
            },
        }
    }

    /// The concepts that speak for it: every one it names but those that must not hold.
    pub fn favoured(&self, into: &mut Vec<ConceptId>) {
        match self {
            Self::Concept(concept) => into.push(*concept),
            Self::Value(_) | Self::Person | Self::None(_) => {}
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.favoured(into)),
            Self::Near(_, left, right) | Self::Then(_, left, right) => {
                left.favoured(into);
                right.favoured(into);
            }
            Self::In(_, inner) => inner.favoured(into),
        }
    }

    /// Every concept it names, in order of mention.
    pub fn concepts(&self, into: &mut Vec<ConceptId>) {
        match self {
            Self::Concept(concept) => into.push(*concept),
            Self::Value(_) | Self::Person => {}
            Self::All(parts) | Self::Any(parts) | Self::None(parts) => {
                for part in parts {
                    part.concepts(into);
                }
            }
            Self::Near(_, left, right) | Self::Then(_, left, right) => {
                left.concepts(into);
                right.concepts(into);
            }
            Self::In(_, inner) => inner.concepts(into),
        }
    }
}

/// Keeps the matches of two expressions that stand in a relation to one of the other.
fn pair(
    analysis: &Analysis<'_>,
    passage: &Passage,
    within: &Range<u32>,
    spans: &mut Vec<Match>,
    left: &Expression,
    right: &Expression,
    related: impl Fn(&Match, &Match) -> bool,
) -> bool {
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    if !left.holds_in(analysis, passage, within, &mut lefts) || !right.holds_in(analysis, passage, within, &mut rights)
    {
        return false;
    }
    let before = spans.len();
    for a in &lefts {
        for b in &rights {
            let overlap = a.start < b.end && b.start < a.end;
            if !overlap && related(a, b) {
                spans.extend([*a, *b]);
            }
        }
    }
    spans.len() > before
}

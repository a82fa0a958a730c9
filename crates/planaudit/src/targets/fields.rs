//! The parts of a target that stand around its figure: direction, date, and what was said just before.

use std::ops::Range;

use super::clause::word;
use super::cues::Cues;
use super::dates::{dates, printed};
use super::figures::{Figure, figures};
use super::measure::stated;
use super::prose::Reader;
use super::roles::{Placed, Role, is_added};
use crate::analysis::Analysis;
use crate::assessment::Direction;
use crate::lexicon::ConceptId;
use crate::matcher::Match;

impl Reader<'_> {
    pub(super) fn direction(&self, one: &Placed, base: Option<&Figure>) -> Direction {
        let (analysis, cues) = (self.analysis, self.cues);
        if one.role == Role::Level
            && let Some(direction) = base.and_then(|base| compared(analysis, base, &one.figure))
        {
            return direction;
        }
        let near = |concept| analysis.matches.of(concept, self.clause()).any(|found| found.start == one.figure.end);
        let before = |concepts: &[ConceptId]| self.last_before(concepts, one.figure.tokens.start);
        let up = before(&[cues.increase, cues.double]);
        let down = before(&[cues.decrease, cues.halve, cues.end]);
        let next = word(analysis, one.figure.end);
        match (up, down) {
            (Some(up), Some(down)) => {
                return if up.start > down.start { Direction::Increase } else { Direction::Decrease };
            }
            (Some(_), None) => return Direction::Increase,
            (None, Some(_)) => return Direction::Decrease,
            (None, None) => {}
        }
        if near(cues.increase) || next == "more" || is_added(&next) {
            Direction::Increase
        } else if near(cues.decrease) || next == "fewer" {
            Direction::Decrease
        } else if let Some(bound) = one.bound {
            bound
        } else if before(&[cues.keep]).is_some() && before(&[cues.reach, cues.provide]).is_none() {
            Direction::Keep
        } else {
            Direction::Reach
        }
    }

    /// When: the first time behind the figure that is not the baseline's, or the last before it, or what stands above.
    pub(super) fn date(&self, one: &Placed, base: Option<&Placed>, placed: &[Placed]) -> String {
        let analysis = self.analysis;
        let figure = &one.figure;
        let next =
            placed.iter().map(|other| other.opening).find(|opening| *opening > figure.end).unwrap_or(self.clause().end);
        let after = self.dates.iter().find(|date| date.start >= figure.end && date.start < next);
        let of_base = |date: &&Range<u32>| {
            base.is_some_and(|base| {
                date.start >= base.opening && (date.end <= one.opening || base.opening > figure.end)
            })
        };
        let elsewhere = self
            .dates
            .iter()
            .filter(|date| !of_base(date))
            .find(|date| date.end <= figure.tokens.start || date.start >= next);
        if let Some(date) = after.or(elsewhere) {
            return printed(analysis, date);
        }
        date_column(analysis, self.cues, self.index).unwrap_or_else(|| above(analysis, self.cues, self.index))
    }

    /// Where a verb ends and its object begins: `double the number` and `close the gap` keep their nouns.
    pub(super) fn verb_end(&self, verb: Match) -> u32 {
        let last = word(self.analysis, verb.end - 1);
        if verb.end - verb.start > 1 && matches!(&*last, "gap" | "the" | "our" | "its" | "their") {
            verb.start + u32::from(word(self.analysis, verb.start) == "to") + 1
        } else {
            verb.end
        }
    }

    /// Whether a verb is done to its subject: "should be halved".
    pub(super) fn is_passive(&self, verb: &Match) -> bool {
        verb.start > 0 && matches!(&*word(self.analysis, verb.start - 1), "be" | "been")
    }

    /// The subject and the figure of the clause or sentence before, where a target only points back to it.
    pub(super) fn stated_before(&self) -> (Range<u32>, Option<Figure>) {
        let analysis = self.analysis;
        let before = match self.number.checked_sub(1) {
            Some(number) => Some(self.clauses[number].clone()),
            None => self
                .index
                .checked_sub(1)
                .map(|index| &analysis.passages[index])
                .filter(|passage| passage.block == analysis.passages[self.index].block)
                .map(|passage| passage.tokens.clone()),
        };
        let Some(clause) = before else { return (0..0, None) };
        let figures = figures(analysis, &clause);
        let first = figures.first().map_or(clause.end, |figure| figure.tokens.start);
        (stated(analysis, self.cues, &clause, first), figures.into_iter().next_back())
    }
}

/// The time that the sentence or header above a passage gives: "By 2027 we will: …".
pub(super) fn above(analysis: &Analysis<'_>, cues: &Cues, index: usize) -> String {
    let above = &analysis.passages[index].above;
    above
        .iter()
        .find_map(|tokens| dates(analysis, cues, tokens).first().map(|date| printed(analysis, date)))
        .unwrap_or_default()
}

/// The date in a table row's own column for it.
fn date_column(analysis: &Analysis<'_>, cues: &Cues, index: usize) -> Option<String> {
    let passage = &analysis.passages[index];
    let top = &analysis.passages[passage.lead_in?];
    let cells = super::rows::cells(analysis, passage.block);
    let heads = super::rows::cells(analysis, top.block);
    let is_date = |head: &Range<u32>| analysis.matches.any(cues.column_date, head);
    // Of two such columns, the last says when it ends.
    let dated = heads.iter().zip(cells).rev().find(|(head, _)| is_date(head))?;
    dates(analysis, cues, &dated.1).first().map(|date| printed(analysis, date))
}

/// Where a level lies from its baseline.
pub(super) fn compared(analysis: &Analysis<'_>, base: &Figure, level: &Figure) -> Option<Direction> {
    let (base, level) = (base.size(analysis)?, level.size(analysis)?);
    match level.partial_cmp(&base)? {
        std::cmp::Ordering::Less => Some(Direction::Decrease),
        std::cmp::Ordering::Greater => Some(Direction::Increase),
        std::cmp::Ordering::Equal => Some(Direction::Keep),
    }
}

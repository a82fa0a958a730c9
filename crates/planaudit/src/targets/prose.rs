//! Targets in sentences and list items.

use std::ops::Range;

use super::FoundTarget;
use super::clause::{clauses, word};
use super::cues::Cues;
use super::dates::{dates, printed};
use super::fields::above;
use super::figures::{Figure, Sort, figures};
use super::measure::{Found, group};
use super::roles::{Placed, Role, is_added};
use crate::analysis::Analysis;
use crate::assessment::{Amount, Direction};
use crate::context::negated;
use crate::lexicon::ConceptId;
use crate::matcher::Match;

/// Reads the targets of a passage.
pub(super) fn read(analysis: &Analysis<'_>, cues: &Cues, index: usize, found: &mut Vec<FoundTarget>) {
    let passage = &analysis.passages[index];
    if analysis.matches.any(cues.forecast, &passage.tokens) {
        return;
    }
    let clauses = clauses(analysis, &passage.tokens);
    for number in 0..clauses.len() {
        let reader =
            Reader { analysis, cues, index, clauses: &clauses, number, dates: dates(analysis, cues, &clauses[number]) };
        reader.read(found);
    }
}

/// One clause of a passage.
pub(super) struct Reader<'a> {
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) cues: &'a Cues,
    pub(super) index: usize,
    pub(super) clauses: &'a [Range<u32>],
    pub(super) number: usize,
    pub(super) dates: Vec<Range<u32>>,
}
impl Reader<'_> {
    pub(super) fn clause(&self) -> &Range<u32> {
        &self.clauses[self.number]
    }

    pub(super) fn any(&self, concept: ConceptId) -> bool {
        self.analysis.matches.any(concept, self.clause())
    }

    /// The last match of any of some concepts that begins before a token.
    pub(super) fn last_before(&self, concepts: &[ConceptId], token: u32) -> Option<Match> {
        let matches = &self.analysis.matches;
        let doing = [self.cues.reach, self.cues.keep, self.cues.provide];
        concepts
            .iter()
            .flat_map(|concept| matches.of(*concept, self.clause()).map(|found| (doing.contains(concept), found)))
            .filter(|(doing, found)| found.start < token && (!doing || self.is_verbal(found)))
            .map(|(_, found)| found)
            .max_by_key(|found| (found.start, found.end))
    }

    fn read(&self, found: &mut Vec<FoundTarget>) {
        let figures = figures(self.analysis, self.clause());
        if !self.is_meant() {
            return;
        }
        let placed: Vec<Placed> = figures.into_iter().map(|figure| self.place(figure)).collect();
        let shared = placed
            .iter()
            .any(|one| matches!(one.role, Role::Level | Role::Change) && one.figure.sort != Sort::Duration);
        let before = found.len();
        for (at, one) in placed.iter().enumerate() {
            let wanted = matches!(one.role, Role::Level | Role::Change);
            // Beside a share or a number, a length of time is part of what is measured.
            if wanted && !(shared && one.figure.sort == Sort::Duration) {
                found.extend(self.target(&placed, at));
            }
        }
        if found.len() == before {
            found.extend(self.in_words());
        }
    }

    fn target(&self, placed: &[Placed], at: usize) -> Option<FoundTarget> {
        let (analysis, cues) = (self.analysis, self.cues);
        let one = &placed[at];
        let figure = &one.figure;
        let change = self.last_before(&[cues.increase, cues.decrease, cues.double, cues.halve], figure.tokens.start);
        let named = self.last_before(&[cues.target], figure.tokens.start);
        let other = self.last_before(&[cues.reach, cues.keep, cues.provide, cues.end], figure.tokens.start);
        let verb = change.or(other).or(named);
        if let Some(span) = verb.or(one.bound.map(|_| Match { start: one.opening, end: figure.tokens.start }))
            && negated(analysis, &analysis.passages[self.index], &[span])
        {
            return None;
        }
        let is_base = |other: &&Placed| other.role == Role::Baseline;
        let base = placed[..at]
            .iter()
            .rev()
            .take_while(|other| matches!(other.role, Role::Baseline | Role::Other))
            .find(is_base);
        let behind = placed[at + 1..]
            .iter()
            .take_while(|other| matches!(other.role, Role::Baseline | Role::Other))
            .find(is_base);
        let base = base.or(behind);
        let opening = base.map_or(one.opening, |base| base.opening.min(one.opening));
        let counts = |other: &&Placed| other.role != Role::Other && other.figure.sort != Sort::Duration;
        let next = placed[at + 1..].iter().find(counts).map_or(self.clause().end, |next| next.opening);
        let limit = base.map(|base| base.opening).filter(|opening| *opening > figure.end).unwrap_or(next).min(next);
        let dates = &self.dates;
        let whole = |verb: Match| Match { start: verb.start, end: self.verb_end(verb) };
        let active = |verb: &Match| !self.is_passive(verb);
        // "Train 45 health visitors and 30 more school nurses": the verb's object is the first of them.
        let between = |verb: &Match, other: &Placed| verb.end <= other.opening && other.opening < opening;
        let own = |verb: &Match| {
            let mut earlier = placed[..at].iter().filter(|other| matches!(other.role, Role::Level | Role::Change));
            !earlier.any(|other| between(verb, other))
        };
        let asks = Found {
            clause: self.clause(),
            verb: verb.filter(active).filter(own).map(whole),
            change: change.is_some(),
            named: change.is_none() && other.is_none() && named.is_some(),
            opening,
            end: figure.end,
            limit,
            subject_limit: opening,
            dates,
        };
        let mut measure = asks.measure(analysis);
        let mut baseline = base.map(|base| base.figure.clone());
        if measure.is_empty() {
            let (earlier, figure_then) = self.stated_before();
            measure = earlier;
            let alike = |then: &Figure| then.unit == figure.unit && then.sort == figure.sort;
            baseline = baseline.or(figure_then.filter(alike));
        }
        let date = self.date(one, base, placed);
        Some(self.found(measure, baseline.as_ref(), figure, date, self.direction(one, baseline.as_ref()), one.role))
    }

    fn found(
        &self,
        measure: Range<u32>,
        baseline: Option<&Figure>,
        figure: &Figure,
        date: String,
        direction: Direction,
        role: Role,
    ) -> FoundTarget {
        let analysis = self.analysis;
        let added = role == Role::Level && direction == Direction::Increase && is_added(&word(analysis, figure.end));
        let amount = if role == Role::Change || added { Amount::Change } else { Amount::Level };
        let unit = if figure.unit.is_empty() { baseline.map_or("", |baseline| baseline.unit) } else { figure.unit };
        self.assembled(
            measure,
            baseline.map(|baseline| baseline.printed(analysis)).unwrap_or_default(),
            figure.printed(analysis),
            unit,
            date,
            direction,
            amount,
        )
    }

    /// A target without a figure: halving, doubling, ending.
    fn in_words(&self) -> Option<FoundTarget> {
        let (analysis, cues) = (self.analysis, self.cues);
        let all = [
            (cues.halve, "half", Direction::Decrease, Amount::Change),
            (cues.double, "double", Direction::Increase, Amount::Change),
            (cues.end, "0", Direction::Decrease, Amount::Level),
        ];
        let (verb, figure, direction, amount) = all.into_iter().find_map(|(concept, figure, direction, amount)| {
            Some((analysis.matches.of(concept, self.clause()).next()?, figure, direction, amount))
        })?;
        if negated(analysis, &analysis.passages[self.index], &[verb]) {
            return None;
        }
        let end = self.verb_end(verb);
        let asks = Found {
            clause: self.clause(),
            verb: None,
            named: false,
            change: true,
            opening: verb.start,
            end,
            limit: self.clause().end,
            subject_limit: verb.start,
            dates: &self.dates,
        };
        let object = if self.is_passive(&verb) {
            asks
        } else {
            Found { opening: self.clause().end, verb: Some(Match { start: verb.start, end }), ..asks }
        };
        let measure = object.measure(analysis);
        let date = self.dates.last().map_or_else(|| above(analysis, cues, self.index), |date| printed(analysis, date));
        // Without a time it is an aspiration, not a target.
        if date.is_empty() && !self.any(cues.target) {
            return None;
        }
        Some(self.assembled(measure, String::new(), figure.to_owned(), "", date, direction, amount))
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a target, each once")]
    fn assembled(
        &self,
        measure: Range<u32>,
        baseline: String,
        figure: String,
        unit: &str,
        date: String,
        direction: Direction,
        amount: Amount,
    ) -> FoundTarget {
        let analysis = self.analysis;
        let passage = &analysis.passages[self.index];
        let measure = if measure.is_empty() { self.clause().clone() } else { measure };
        let whom = group(analysis, self.cues, &measure).or_else(|| group(analysis, self.cues, self.clause()));
        FoundTarget {
            measure: analysis.text.as_str()[analysis.bytes(&measure)].to_owned(),
            group: whom.unwrap_or_default(),
            baseline,
            figure,
            unit: unit.to_owned(),
            direction,
            amount,
            date,
            passage: self.index,
            bytes: passage.range.clone(),
        }
    }
}

//! What each figure is to its clause: the level to reach, the change, the baseline, or something else.

use super::clause::{gap, word};
use super::figures::{Figure, Sort};
use super::prose::Reader;
use crate::assessment::Direction;
use crate::matcher::Match;

/// What a figure is to its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Where the measure stands now.
    Baseline,
    /// The level to reach.
    Level,
    /// The amount of the change.
    Change,
    /// Something else.
    Other,
}

/// A figure with its role and what introduces it.
pub(super) struct Placed {
    pub(super) figure: Figure,
    pub(super) role: Role,
    /// First token of what introduces it.
    pub(super) opening: u32,
    pub(super) bound: Option<Direction>,
}

impl Reader<'_> {
    pub(super) fn place(&self, figure: Figure) -> Placed {
        let (analysis, clause) = (self.analysis, self.clause());
        let mut at = figure.tokens.start;
        while at > clause.start && is_qualifier(&word(analysis, at - 1)) {
            at -= 1;
        }
        let bound = self.bound(&figure, at);
        if let Some((found, _)) = bound {
            at = at.min(found.start);
        }
        let lead = if at > clause.start { word(analysis, at - 1).into_owned() } else { String::new() };
        let opening = if matches!(&*lead, "to" | "by" | "from" | "at" | "of") { at - 1 } else { at };
        let direction = bound.map(|(_, direction)| direction);
        let aside = self.in_aside(figure.tokens.start);
        let parenthetic = lead == "at" && gap(analysis, opening).contains(',');
        let role = if self.is_baseline(at) || parenthetic || aside && figure.sort == Sort::Share {
            Role::Baseline
        } else if aside || self.is_told_of_another(at) {
            Role::Other
        } else {
            self.role(&figure, &lead, at, direction)
        };
        let opening = if role == Role::Baseline
            && opening > clause.start
            && matches!(&*word(analysis, opening - 1), "up" | "down")
        {
            opening - 1
        } else {
            opening
        };
        Placed { figure, role, opening, bound: direction.filter(|_| !cues_change(&lead)) }
    }

    /// The bound said of a figure: just before it, or just behind.
    pub(super) fn bound(&self, figure: &Figure, at: u32) -> Option<(Match, Direction)> {
        let cues = self.cues;
        for (concept, direction) in [(cues.at_least, Direction::AtLeast), (cues.at_most, Direction::AtMost)] {
            let said = self.analysis.matches.of(concept, self.clause()).find(|found| {
                (found.end >= at && found.end <= figure.tokens.start)
                    || found.start == figure.end && word(self.analysis, found.start) == "or"
            });
            if let Some(found) = said {
                return Some((found, direction));
            }
        }
        None
    }

    pub(super) fn is_baseline(&self, at: u32) -> bool {
        let analysis = self.analysis;
        analysis.matches.of(self.cues.baseline, self.clause()).any(|found| {
            let touches = found.end == at;
            let joined =
                found.end + 1 == at && matches!(&*word(analysis, found.end), "at" | "of" | "is" | "the" | "level");
            touches || joined
        })
    }

    /// Whether a token stands within brackets that this clause opens.
    pub(super) fn in_aside(&self, token: u32) -> bool {
        let mut open = false;
        for at in self.clause().start + 1..=token {
            let gap = gap(self.analysis, at);
            if let Some(last) = gap.rfind(['(', ')']) {
                open = gap[last..].starts_with('(');
            }
        }
        open
    }

    /// Whether a figure stands in a relative clause that means nothing to be reached, or behind a change that was.
    pub(super) fn is_told_of_another(&self, at: u32) -> bool {
        let (analysis, cues) = (self.analysis, self.cues);
        let relates = |token: &u32| matches!(&*word(analysis, *token), "which" | "who" | "where" | "whose" | "when");
        let relative = (self.clause().start..at).rev().find(relates);
        if relative.is_some_and(|relative| !analysis.matches.any(cues.intent, &(relative..at))) {
            return true;
        }
        let change = self.last_before(&[cues.increase, cues.decrease, cues.halve, cues.double], at);
        change.is_some_and(|change| analysis.matches.any(cues.past, &(change.start..change.end)))
    }

    pub(super) fn role(&self, figure: &Figure, lead: &str, at: u32, bound: Option<Direction>) -> Role {
        let cues = self.cues;
        let moves = [cues.increase, cues.decrease];
        let aims = [cues.increase, cues.decrease, cues.reach, cues.keep, cues.target, cues.double];
        let moved = self.last_before(&moves, at).is_some();
        let aimed = self.last_before(&aims, at).is_some();
        let follows = |concept| self.analysis.matches.of(concept, self.clause()).any(|found| found.start == figure.end);
        let next = word(self.analysis, figure.end);
        if figure.sort == Sort::Share
            && (follows(cues.increase) || follows(cues.decrease) || matches!(&*next, "more" | "fewer"))
        {
            return Role::Change;
        }
        let provided = self.provides(figure, at);
        let dated = !self.dates.is_empty();
        let ok = match (lead, figure.sort) {
            ("by", _) => return if moved { Role::Change } else { Role::Other },
            ("to", sort) => aimed || provided || sort == Sort::Share && dated,
            (_, Sort::Share) if bound.is_some() => true,
            (_, Sort::Duration) => bound.is_some() && (aimed || dated || self.clause().start == at),
            (_, Sort::Share) => dated || aimed,
            (_, Sort::Count) if bound.is_some() => aimed || provided && dated,
            ("at" | "of", Sort::Count) => aimed,
            (_, Sort::Count) => provided,
        };
        if ok { Role::Level } else { Role::Other }
    }

    /// Whether a number counts what is to be provided: "recruit 30", "60 practitioners will be trained".
    pub(super) fn provides(&self, figure: &Figure, at: u32) -> bool {
        let (analysis, cues) = (self.analysis, self.cues);
        let in_digits = figure.size(analysis).is_some();
        let added = is_added(&word(analysis, figure.end));
        let dated = !self.dates.is_empty();
        // "Sixty practitioners will be trained": the number opens the clause, but for a date.
        let opens = at == self.clause().start
            || self.dates.iter().any(|date| date.end == at && date.start <= self.clause().start + 1);
        let makes = |found: &Match| analysis.matches.of(cues.create, self.clause()).any(|other| other == *found);
        let mut provided = analysis.matches.of(cues.provide, self.clause());
        provided.any(|found| {
            let verbal = found.end <= at && self.is_verbal(&found);
            let before = verbal && at - found.end <= 2 && (in_digits || added || dated && makes(&found));
            let to = verbal && word(analysis, at - 1) == "to";
            let after = opens
                && dated
                && found.start > figure.end
                && found.start - figure.end <= 6
                && (figure.end..found.start).any(|token| word(analysis, token) == "will");
            before || to || verbal && added || after
        })
    }
}

/// Words that may stand between a preposition and its figure.
pub(super) fn is_qualifier(word: &str) -> bool {
    matches!(
        word,
        "around"
            | "about"
            | "approximately"
            | "nearly"
            | "just"
            | "the"
            | "a"
            | "an"
            | "only"
            | "its"
            | "current"
            | "some"
            | "almost"
            | "over"
            | "roughly"
            | "further"
            | "another"
            | "additional"
            | "extra"
            | "up"
            | "more"
            | "than"
    )
}

/// Whether what a figure counts comes on top of what there is.
pub(super) fn is_added(word: &str) -> bool {
    matches!(word, "more" | "additional" | "extra" | "new" | "further")
}

/// Whether a preposition makes a bound one of the change, not of the level.
fn cues_change(lead: &str) -> bool {
    lead == "by"
}

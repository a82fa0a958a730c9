//! Whether a clause means something to be reached, or only says how things are, were or may come to be.

use planaudit_read::BlockKind;
use std::ops::Range;

use super::clause::{gap, word};
use super::prose::Reader;
use crate::context::{Commitment, Time};
use crate::matcher::Match;

impl Reader<'_> {
    /// Whether the clause means something to be reached.
    pub(super) fn is_meant(&self) -> bool {
        let (analysis, cues) = (self.analysis, self.cues);
        let past = self.any(cues.past) || self.any(analysis.rubric.cues.past);
        if self.any(cues.intent) {
            return true;
        }
        if past {
            return false;
        }
        if self.any(cues.target) {
            return true;
        }
        let context = &analysis.contexts[self.index];
        let passage = &analysis.passages[self.index];
        let item = matches!(
            analysis.text.blocks()[passage.block].kind,
            BlockKind::ListItem { .. } | BlockKind::TableRow { header: false, .. }
        );
        if self.any(analysis.rubric.cues.done) {
            return false;
        }
        if self.is_due() {
            return true;
        }
        let told = self.told_to_act();
        let dated = !self.dates.is_empty();
        let says = |concept, tokens: &Range<u32>| analysis.matches.any(concept, tokens);
        let announced = passage.above.iter().any(|tokens| says(cues.intent, tokens) || says(cues.target, tokens));
        let meant = context.commitment >= Commitment::Intention && context.time != Time::Done;
        let goes_on = self.number > 0 && says(cues.intent, &self.clauses[self.number - 1]);
        item && meant && (told || dated || announced) || told && (item || dated || goes_on) || self.asks()
    }

    /// Whether something is to be so by a time: "cancers found early: 58 per cent by 2028".
    pub(super) fn is_due(&self) -> bool {
        self.dates.iter().any(|date| {
            date.start > self.clause().start
                && matches!(&*word(self.analysis, date.start - 1), "by" | "before" | "until")
        })
    }

    /// Whether the clause begins with a word of change, as an item of a list of aims does.
    pub(super) fn told_to_act(&self) -> bool {
        let cues = self.cues;
        let first = self.clause().start;
        [cues.increase, cues.decrease, cues.halve, cues.double, cues.end, cues.reach, cues.keep, cues.provide]
            .iter()
            .any(|concept| {
                self.analysis.matches.of(*concept, self.clause()).next().is_some_and(|found| found.start == first)
            })
    }

    /// Whether a word of change stands in the infinitive: "smoking to fall to 8 per cent".
    pub(super) fn asks(&self) -> bool {
        let cues = self.cues;
        [cues.increase, cues.decrease, cues.halve, cues.reach, cues.provide].iter().any(|concept| {
            let mut found = self.analysis.matches.of(*concept, self.clause());
            found.any(|found| found.start > self.clause().start && word(self.analysis, found.start - 1) == "to")
        })
    }

    /// Whether a word that may be a noun or a plain statement is meant as something to be done.
    pub(super) fn is_verbal(&self, found: &Match) -> bool {
        let analysis = self.analysis;
        if found.start == self.clause().start {
            return true;
        }
        let before = word(analysis, found.start - 1);
        let written = word(analysis, found.start);
        if written.ends_with("ed") || matches!(&*written, "seen" | "built") {
            return matches!(&*before, "be" | "been");
        }
        let gap = gap(analysis, found.start);
        let listed = gap.contains([',', '&', ':']) || gap.contains(" and ");
        listed
            || matches!(&*before, "will" | "to" | "shall" | "should" | "must" | "we'll" | "we’ll" | "we" | "have")
            || matches!(&*before, "also" | "each" | "all" | "further" | "jointly" | "then" | "now")
    }
}

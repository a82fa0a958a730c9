//! Evidence: the passages a question's rules find, and those they nearly find.

mod judging;
mod nearness;
mod order;

use crate::analysis::Analysis;
use crate::context::{Attribution, Commitment, Context};
use crate::likeness::Likeness;
use crate::matcher::Match;
use crate::rubric::{Facet, Question, Rule};

pub use nearness::Failed;

/// A passage a rule found.
#[derive(Debug, Clone)]
pub struct Hit<'q> {
    /// The passage's index.
    pub passage: usize,
    /// The rule.
    pub rule: &'q Rule,
    /// What it matched.
    pub spans: Vec<Match>,
    /// The passage's context, polarity at the match.
    pub context: Context,
    /// Figures, dates, names, enumerations in it.
    pub details: usize,
    /// Whether it holds a result or an example.
    pub exemplified: bool,
    /// How near the passage is to the question's own words, 0 to 1.
    pub alike: f32,
    /// No rule found it: it goes on with what was found just before or after it in the same paragraph. It is shown, and
    /// counts for nothing.
    pub goes_on: bool,
    /// How strong it is, for ranking.
    pub strength: i32,
}

/// A passage a rule nearly found.
#[derive(Debug, Clone)]
pub struct Miss<'q> {
    /// The passage's index.
    pub passage: usize,
    /// The rule it nearly met; none where only the words are alike.
    pub rule: Option<&'q Rule>,
    /// The condition it failed.
    pub failed: Failed<'q>,
    /// How near it came, for ranking.
    pub strength: i32,
}

/// What a question's rules make of a document.
#[derive(Debug, Default)]
pub struct Found<'q> {
    /// Evidence, best first; one hit for each passage and option.
    pub hits: Vec<Hit<'q>>,
    /// Near misses, best first; one for each passage, none that is evidence too.
    pub misses: Vec<Miss<'q>>,
    /// How near each passage of the document is to the question's own words.
    alike: Vec<f32>,
}

impl Hit<'_> {
    /// Whether it can carry a *Yes*: unhedged, not merely a need without a figure, of weight 2 or more, and this
    /// body's own. Its polarity is what its rule asks for.
    pub fn is_solid(&self) -> bool {
        self.rule.weight >= 2
            && !self.goes_on
            && !self.context.hedged
            && (self.context.commitment != Commitment::Need || self.details > 0)
            && self.context.attribution == Attribution::Own
    }

    /// Why it is not solid, for people.
    pub fn looseness(&self) -> &'static str {
        if self.rule.weight < 2 || self.goes_on {
            "says it only in part"
        } else if self.context.hedged {
            "hedged"
        } else if self.context.attribution != Attribution::Own {
            "somebody else's"
        } else {
            "a bare need"
        }
    }

    /// Whether it meets a facet by its rule or its words.
    pub fn meets(&self, facet: Facet) -> bool {
        self.rule.facets.contains(&facet)
            || match facet {
                Facet::Explicit => self.is_solid(),
                Facet::Detailed => self.is_solid() && (self.details >= 3 || self.rule.weight >= 3),
                Facet::Evidenced => self.is_solid() && self.exemplified,
            }
    }
}

impl<'q> Found<'q> {
    /// Runs a question's rules over a document.
    pub fn by(analysis: &Analysis<'_>, likeness: &Likeness, question: &'q Question) -> Self {
        let (hits, misses) = judging::judge_all(analysis, question);
        order::ordered(analysis, &likeness.to(analysis, question), hits, misses)
    }

    /// Moves the hits that do not carry the verdict to the near misses, where they stand by their strength.
    pub fn keep_what_carries(&mut self, carries: impl Fn(&Hit<'q>) -> bool) {
        order::demote(self, carries);
    }

    /// Adds to the evidence the sentences that go on with it: a matter is seldom told in one. For a verdict that stands.
    pub fn add_what_goes_on(&mut self, analysis: &Analysis<'_>, question: &Question) {
        order::add_what_goes_on(self, analysis, question);
    }
}

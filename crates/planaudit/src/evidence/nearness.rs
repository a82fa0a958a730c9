//! How a passage fails a rule: by one part of it, or by one condition on its context.

use crate::analysis::Analysis;
use crate::context::{Attribution, Commitment, Context, Named, Polarity, Population, Time, Zone};
use crate::rubric::{Conditions, Expression, Rubric, Rule};

/// What keeps a passage from being evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Failed<'q> {
    /// All parts of the rule but this one hold.
    Missing(&'q Expression),
    /// What must not stand beside it does.
    LookAlike,
    /// Both parts hold, further apart than so many words.
    Apart(u32),
    /// It stands where nothing counts, or not where the rule looks.
    Zone(Zone),
    /// It is denied, or the rule looks for what is.
    Polarity(Polarity),
    /// It is about others.
    Population(Population),
    /// It promises less than the rule asks; whether it is hedged.
    Commitment(Commitment, bool),
    /// It is done already, or not yet.
    Time(Time),
    /// It is somebody else's.
    Attribution(Attribution),
    /// It was found in fewer sections than the rule needs.
    Sections(usize, usize),
    /// A rule found it, and it does not carry the verdict: why not.
    Loose(&'static str),
    /// No rule came near; its words are like the question's.
    MerelyAlike,
}

impl Failed<'_> {
    /// In words, for people.
    pub fn say(&self, rubric: &Rubric) -> String {
        match self {
            Self::Missing(part) => format!("nothing beside it: {}", describe(rubric, part)),
            Self::LookAlike => "a look-alike stands beside it".to_owned(),
            Self::Apart(reach) => format!("more than {reach} words apart"),
            Self::Zone(zone) => format!("zone: {}", zone.name()),
            Self::Polarity(polarity) => format!("polarity: {}", polarity.name()),
            Self::Population(population) => format!("population: {}", population.name()),
            Self::Commitment(commitment, hedged) => {
                format!("commitment: {}{}", commitment.name(), if *hedged { ", hedged" } else { "" })
            }
            Self::Time(time) => format!("time: {}", time.name()),
            Self::Attribution(attribution) => format!("attribution: {}", attribution.name()),
            Self::Sections(found, needed) => format!("sections: found in {found} of the {needed} needed"),
            Self::Loose(why) => format!("loose: {why}"),
            Self::MerelyAlike => "rules: none met; its words are like the question's".to_owned(),
        }
    }
}

/// For which passages of a block an expression can fail by one part only, as bits.
pub(super) fn may_nearly_hold(find: &Expression, analysis: &Analysis<'_>, block: usize) -> u64 {
    match find {
        Expression::All(parts) => {
            let lacking = parts.iter().map(|part| !part.may_hold(analysis, block));
            let (_, two) = lacking.fold((0, 0), |(one, two), lacks| (one | lacks, two | one & lacks));
            !two
        }
        Expression::Near(..) | Expression::Then(..) => find.may_hold(analysis, block),
        _ => 0,
    }
}

/// For a passage in which a conjunction fails by one part only: which.
pub(super) fn nearly<'q>(analysis: &Analysis<'_>, rule: &'q Rule, index: usize) -> Option<Failed<'q>> {
    let passage = &analysis.passages[index];
    if !passage.zone.holds_evidence() {
        return None;
    }
    let may_hold = |part: &Expression| part.may_hold(analysis, index / 64) >> (index % 64) & 1 == 1;
    let is_met = |part: &Expression| part.is_met_in(analysis, passage, &passage.tokens);
    match &rule.find {
        Expression::All(parts) => {
            let mut missing = parts.iter().filter(|part| !may_hold(part) || !is_met(part));
            let (first, more) = (missing.next()?, missing.next());
            // What the passage does not hold (`none`) brings it no nearer.
            let held = parts.iter().filter(|part| !matches!(part, Expression::None(_))).count();
            if more.is_some() || held < 2 && !matches!(first, Expression::None(_)) {
                return None;
            }
            if let Expression::None(_) = first {
                return Some(Failed::LookAlike);
            }
            Some(Failed::Missing(first))
        }
        Expression::Near(reach, left, right) | Expression::Then(reach, left, right) => {
            let both = is_met(left) && is_met(right);
            both.then_some(Failed::Apart(*reach))
        }
        _ => None,
    }
}

/// A part of an expression, for people.
fn describe(rubric: &Rubric, part: &Expression) -> String {
    let mut concepts = Vec::new();
    part.concepts(&mut concepts);
    let mut labels: Vec<&str> = concepts.iter().map(|concept| rubric.label(*concept)).collect();
    labels.dedup();
    labels.truncate(3);
    if labels.is_empty() { "a value".to_owned() } else { labels.join(" / ") }
}

/// The first condition a context fails, with what it is instead.
pub(super) fn failed_condition(conditions: &Conditions, context: &Context) -> Option<Failed<'static>> {
    let zone_fits = match &conditions.zone {
        Some(zones) => zones.contains(&context.zone),
        None => context.zone.holds_evidence(),
    };
    if !zone_fits {
        return Some(Failed::Zone(context.zone));
    }
    if conditions.polarity.is_some_and(|polarity| polarity != context.polarity) {
        return Some(Failed::Polarity(context.polarity));
    }
    if conditions.population.as_ref().is_some_and(|wanted| !wanted.contains(&context.population)) {
        return Some(Failed::Population(context.population));
    }
    if context.commitment < conditions.commitment {
        return Some(Failed::Commitment(context.commitment, context.hedged));
    }
    if conditions.time.as_ref().is_some_and(|wanted| !wanted.contains(&context.time)) {
        return Some(Failed::Time(context.time));
    }
    if conditions.attribution.as_ref().is_some_and(|wanted| !wanted.contains(&context.attribution)) {
        return Some(Failed::Attribution(context.attribution));
    }
    None
}

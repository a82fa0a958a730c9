//! How a passage fails a rule: by one part of it, or by one condition on its context.

use crate::analysis::Analysis;
use crate::context::{Context, Named};
use crate::rubric::{Conditions, Expression, Rule};

/// For a passage in which a conjunction fails by one part only: which.
pub(super) fn nearly(analysis: &Analysis<'_>, rule: &Rule, index: usize) -> Option<String> {
    let passage = &analysis.passages[index];
    if !passage.zone.holds_evidence() {
        return None;
    }
    let mut spans = Vec::new();
    match &rule.find {
        Expression::All(parts) => {
            let mut missing = parts.iter().filter(|part| !part.holds(analysis, passage, &mut spans));
            let (first, more) = (missing.next()?, missing.next());
            // What the passage does not hold (`none`) brings it no nearer.
            let held = parts.iter().filter(|part| !matches!(part, Expression::None(_))).count();
            if more.is_some() || held < 2 && !matches!(first, Expression::None(_)) {
                return None;
            }
            if let Expression::None(_) = first {
                return Some("a look-alike stands beside it".to_owned());
            }
            Some(format!("nothing beside it: {}", describe(analysis, first)))
        }
        Expression::Near(reach, left, right) | Expression::Then(reach, left, right) => {
            let both = left.holds(analysis, passage, &mut spans) && right.holds(analysis, passage, &mut spans);
            both.then(|| format!("more than {reach} words apart"))
        }
        _ => None,
    }
}

/// A part of an expression, for people.
fn describe(analysis: &Analysis<'_>, part: &Expression) -> String {
    let mut concepts = Vec::new();
    part.concepts(&mut concepts);
    let mut labels: Vec<&str> = concepts.iter().map(|concept| analysis.rubric.label(*concept)).collect();
    labels.dedup();
    labels.truncate(3);
    if labels.is_empty() { "a value".to_owned() } else { labels.join(" / ") }
}

/// The first condition a context fails, with what it is instead.
pub(super) fn failed_condition(conditions: &Conditions, context: &Context) -> Option<String> {
    let zone_fits = match &conditions.zone {
        Some(zones) => zones.contains(&context.zone),
        None => context.zone.holds_evidence(),
    };
    if !zone_fits {
        return Some(format!("zone: {}", context.zone.name()));
    }
    if conditions.polarity.is_some_and(|polarity| polarity != context.polarity) {
        return Some(format!("polarity: {}", context.polarity.name()));
    }
    if conditions.population.as_ref().is_some_and(|wanted| !wanted.contains(&context.population)) {
        return Some(format!("population: {}", context.population.name()));
    }
    if context.commitment < conditions.commitment {
        let hedge = if context.hedged { ", hedged" } else { "" };
        return Some(format!("commitment: {}{hedge}", context.commitment.name()));
    }
    if conditions.time.as_ref().is_some_and(|wanted| !wanted.contains(&context.time)) {
        return Some(format!("time: {}", context.time.name()));
    }
    if conditions.attribution.as_ref().is_some_and(|wanted| !wanted.contains(&context.attribution)) {
        return Some(format!("attribution: {}", context.attribution.name()));
    }
    None
}

//! Evidence: the passages a question's rules find, and those they nearly find.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::context::{Attribution, Commitment, Context, Named, Polarity, PopulationSource, Zone, negated};
use crate::likeness::Likeness;
use crate::matcher::Match;
use crate::rubric::{Conditions, Expression, Facet, Question, Rule};
use crate::values::ValueKind;

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
    pub failed: String,
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
}

/// How many near misses are kept for a question.
const MOST_MISSES: usize = 15;
/// What full likeness to the question's own words adds to a hit's strength, and to a near miss's.
const ALIKE_HIT: f32 = 8.0;
const ALIKE_MISS: f32 = 24.0;
/// How many passages are shown for their words alone, if they come so far.
const MOST_ALIKE: usize = 15;

impl Hit<'_> {
    /// Whether it can carry a *Yes*: unhedged, not merely a need without a figure, of weight 2 or more, and this
    /// body's own. Its polarity is what its rule asks for.
    pub fn is_solid(&self) -> bool {
        self.rule.weight >= 2
            && !self.context.hedged
            && (self.context.commitment != Commitment::Need || self.details > 0)
            && self.context.attribution == Attribution::Own
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
        let alike = likeness.to(question);
        let mut hits: Vec<Hit<'q>> = Vec::new();
        let mut misses: Vec<Miss<'q>> = Vec::new();
        for rule in &question.rules {
            let first = hits.len();
            for passage in candidates(analysis, &rule.find) {
                judge(analysis, rule, passage, &mut hits, &mut misses);
            }
            enough_sections(analysis, rule, first, &mut hits, &mut misses);
        }
        for hit in &mut hits {
            hit.strength += (alike[hit.passage] * ALIKE_HIT) as i32;
        }
        for miss in &mut misses {
            miss.strength += (alike[miss.passage] * ALIKE_MISS) as i32;
        }
        misses.extend(merely_alike(analysis, &alike));
        hits.sort_by(|a, b| (b.strength, a.passage, &a.rule.option).cmp(&(a.strength, b.passage, &b.rule.option)));
        let mut seen = Vec::new();
        hits.retain(|hit| {
            let key = (hit.passage, hit.rule.option.as_deref(), hit.rule.caps.is_some(), hit.rule.also.as_ref());
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        misses.retain(|miss| hits.iter().all(|hit| hit.passage != miss.passage));
        misses.sort_by(|a, b| (b.strength, a.passage).cmp(&(a.strength, b.passage)));
        let mut seen = Vec::new();
        misses.retain(|miss| {
            let new = !seen.contains(&miss.passage);
            seen.push(miss.passage);
            new
        });
        misses.truncate(MOST_MISSES);
        Self { hits, misses }
    }
}

/// The passages nearest to the question's own words, whatever the rules make of them.
fn merely_alike<'q>(analysis: &Analysis<'_>, alike: &[f32]) -> Vec<Miss<'q>> {
    let strength = |passage: usize| (alike[passage] * ALIKE_MISS) as i32 + bonus(analysis, passage);
    let mut passages: Vec<usize> = (0..alike.len()).filter(|&passage| alike[passage] > 0.2).collect();
    passages.sort_by_key(|&passage| (std::cmp::Reverse(strength(passage)), passage));
    passages.truncate(MOST_ALIKE);
    let failed = "rules: none met; its words are like the question's";
    passages
        .into_iter()
        .map(|passage| Miss { passage, rule: None, failed: failed.to_owned(), strength: strength(passage) })
        .collect()
}

/// The passages in which an expression may hold, in order.
fn candidates(analysis: &Analysis<'_>, find: &Expression) -> Vec<usize> {
    let mut tokens: Vec<u32> = find
        .anchors()
        .into_iter()
        .flatten()
        .flat_map(|concept| analysis.matches.all(concept).iter().map(|found| found.start))
        .collect();
    tokens.sort_unstable();
    let mut passages: Vec<usize> = tokens.into_iter().filter_map(|token| passage_of(analysis, token)).collect();
    passages.dedup();
    passages
}

/// The passage that holds a token.
fn passage_of(analysis: &Analysis<'_>, token: u32) -> Option<usize> {
    let index = analysis.passages.partition_point(|passage| passage.tokens.end <= token);
    analysis.passages.get(index).filter(|passage| passage.tokens.contains(&token)).map(|_| index)
}

fn judge<'q>(
    analysis: &Analysis<'_>,
    rule: &'q Rule,
    index: usize,
    hits: &mut Vec<Hit<'q>>,
    misses: &mut Vec<Miss<'q>>,
) {
    let passage = &analysis.passages[index];
    let mut spans = Vec::new();
    if !rule.find.holds(analysis, passage, &mut spans) {
        // What would have spoken against the answer is not what came near it.
        if rule.caps.is_some() {
            return;
        }
        if let Some(failed) = nearly(analysis, rule, index) {
            let mut context = analysis.contexts[index];
            context.polarity = Polarity::Affirmed;
            // A passage that also fails a condition is two steps away, and no near miss.
            if failed_condition(&rule.conditions, &context).is_none() {
                misses.push(Miss {
                    passage: index,
                    rule: Some(rule),
                    failed,
                    strength: i32::from(rule.weight) * 4 + bonus(analysis, index),
                });
            }
        }
        return;
    }
    spans.sort_unstable();
    spans.dedup();
    let mut context = analysis.contexts[index];
    context.polarity = if negated(analysis, passage, &spans) { Polarity::Negated } else { Polarity::Affirmed };
    if let Some(failed) = failed_condition(&rule.conditions, &context) {
        if rule.caps.is_none() && !matches!(context.zone, Zone::Heading | Zone::Contents) {
            misses.push(Miss {
                passage: index,
                rule: Some(rule),
                failed,
                strength: i32::from(rule.weight) * 10 + bonus(analysis, index),
            });
        }
        return;
    }
    let details = details(analysis, &passage.tokens);
    let exemplified = exemplified(analysis, &passage.tokens, &context);
    let mut hit = Hit { passage: index, rule, spans, context, details, exemplified, strength: 0 };
    hit.strength = strength(&hit) + bonus(analysis, index);
    hits.push(hit);
}

/// Takes back the hits of a rule that asks for more sections than they stand in.
fn enough_sections<'q>(
    analysis: &Analysis<'_>,
    rule: &'q Rule,
    first: usize,
    hits: &mut Vec<Hit<'q>>,
    misses: &mut Vec<Miss<'q>>,
) {
    if rule.sections < 2 {
        return;
    }
    let mut sections: Vec<usize> =
        hits[first..].iter().map(|hit| distinct_section(analysis, analysis.passages[hit.passage].section)).collect();
    sections.sort_unstable();
    sections.dedup();
    if sections.len() < rule.sections {
        let failed = format!("sections: found in {} of the {} needed", sections.len(), rule.sections);
        for hit in hits.drain(first..) {
            misses.push(Miss {
                passage: hit.passage,
                rule: Some(rule),
                failed: failed.clone(),
                strength: hit.strength,
            });
        }
    }
}

/// The section that counts as one of several: the second level where the document has a single title above all.
fn distinct_section(analysis: &Analysis<'_>, section: usize) -> usize {
    let path: Vec<usize> = analysis.outline.ancestry(section).collect();
    let titled = analysis.outline.sections().iter().filter(|section| section.parent.is_none()).count() <= 2;
    let depth = path.len().saturating_sub(if titled { 2 } else { 1 });
    path.get(depth).copied().unwrap_or(section)
}

/// For a passage in which a conjunction fails by one part only: which.
fn nearly(analysis: &Analysis<'_>, rule: &Rule, index: usize) -> Option<String> {
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
fn failed_condition(conditions: &Conditions, context: &Context) -> Option<String> {
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

/// Figures, dates, bodies and enumerations in a passage.
fn details(analysis: &Analysis<'_>, tokens: &Range<u32>) -> usize {
    let figures = analysis.values.count(ValueKind::Number, tokens).min(3);
    let dates =
        analysis.values.count(ValueKind::Date, tokens).min(1) + analysis.values.count(ValueKind::Year, tokens).min(1);
    let partners = usize::from(analysis.matches.of(analysis.rubric.cues.partner, tokens).count() >= 2);
    let words = &analysis.text.as_str()[analysis.bytes(tokens)];
    let enumeration = usize::from(words.matches([',', ';']).count() >= 3);
    figures + dates.min(1) + partners + enumeration
}

/// Whether a passage tells a result, gives an example, or reports a figure of what is or was.
fn exemplified(analysis: &Analysis<'_>, tokens: &Range<u32>, context: &Context) -> bool {
    let cues = &analysis.rubric.cues;
    context.zone == Zone::CaseStudy
        || analysis.matches.any(cues.example, tokens)
        || analysis.matches.any(cues.result, tokens)
        || analysis.values.count(ValueKind::Number, tokens) > 0
}

fn strength(hit: &Hit<'_>) -> i32 {
    let context = &hit.context;
    let own = if context.population_from == PopulationSource::Sentence { 3 } else { 0 };
    let commitment = match context.commitment {
        Commitment::Mention => 0,
        Commitment::Need => 1,
        Commitment::Intention => 2,
        Commitment::Action => 4,
        Commitment::DatedOrOwnedAction => 5,
    };
    i32::from(hit.rule.weight) * 10
        + if hit.is_solid() { 6 } else { 0 }
        + own
        + commitment
        + hit.details.min(4) as i32
        + i32::from(hit.exemplified)
}

/// What lifts a passage among its equals: it stands under a heading about children.
fn bonus(analysis: &Analysis<'_>, index: usize) -> i32 {
    let context = &analysis.contexts[index];
    if context.population.is_child_scope() { 3 } else { 0 }
}

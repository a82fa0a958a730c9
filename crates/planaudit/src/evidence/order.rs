//! The order of evidence and near misses: together they are the shortlist a person reads.

use std::collections::{BTreeMap, BTreeSet};

use super::{Failed, Found, Hit, Miss};
use crate::analysis::Analysis;
use crate::context::{Commitment, PopulationSource};
use crate::rubric::Question;

/// How many near misses are kept for a question.
const MOST_MISSES: usize = 15;
/// What full likeness to the question's own words adds to a hit's strength, and to a near miss's.
const ALIKE_HIT: f32 = 8.0;
const ALIKE_MISS: f32 = 40.0;
/// How many passages are shown for their words alone, if they come so far.
const MOST_ALIKE: usize = 15;
/// What the neighbour of a hit gains in likeness: a matter is seldom told in one sentence.
const BESIDE_A_HIT: f32 = 0.2;

/// How near a neighbour of a hit must be to the question's own words to be shown as going on with it.
const GOES_ON: f32 = 0.6;

/// Evidence and near misses, each passage once and best first.
pub(super) fn ordered<'q>(
    analysis: &Analysis<'_>,
    alike: &[f32],
    mut hits: Vec<Hit<'q>>,
    mut misses: Vec<Miss<'q>>,
) -> Found<'q> {
    let alike = beside_hits(analysis, alike, &hits);
    for hit in &mut hits {
        hit.alike = alike[hit.passage];
        hit.strength = strength(hit) + bonus(analysis, hit.passage) + (hit.alike * ALIKE_HIT) as i32;
    }
    for miss in &mut misses {
        miss.strength += bonus(analysis, miss.passage) + (alike[miss.passage] * ALIKE_MISS) as i32;
    }
    misses.extend(merely_alike(analysis, &alike));
    hits.sort_by(|a, b| (b.strength, a.passage, &a.rule.option).cmp(&(a.strength, b.passage, &b.rule.option)));
    let mut seen = BTreeSet::new();
    hits.retain(|hit| {
        seen.insert((hit.passage, hit.rule.option.as_deref(), hit.rule.caps.is_some(), hit.rule.also.as_ref()))
    });
    in_turn(&mut hits);
    let mut found = Found { hits, misses, alike };
    tidy(&mut found);
    found
}

/// Moves hits that do not carry the verdict to the near misses.
pub(super) fn demote<'q>(found: &mut Found<'q>, carries: impl Fn(&Hit<'q>) -> bool) {
    let (kept, loose): (Vec<_>, Vec<_>) = std::mem::take(&mut found.hits).into_iter().partition(carries);
    found.hits = kept;
    found.misses.extend(loose.into_iter().map(|hit| Miss {
        passage: hit.passage,
        rule: Some(hit.rule),
        failed: Failed::Loose(hit.looseness()),
        strength: hit.strength + (hit.alike * (ALIKE_MISS - ALIKE_HIT)) as i32,
    }));
    tidy(found);
}

/// Adds the neighbours of hits in one block that are near enough to the question's own words.
pub(super) fn add_what_goes_on(found: &mut Found<'_>, analysis: &Analysis<'_>, question: &Question) {
    let mut more: Vec<Hit<'_>> = Vec::new();
    let mut known: BTreeSet<usize> = found.hits.iter().map(|hit| hit.passage).collect();
    for hit in found.hits.iter().filter(|hit| hit.rule.caps.is_none()) {
        for beside in analysis.beside(hit.passage) {
            let context = analysis.contexts[beside];
            let same = analysis.passages[beside].block == analysis.passages[hit.passage].block;
            let about = !question.child_scope || context.population.is_child_scope();
            if same && about && context.zone.holds_evidence() && found.alike[beside] >= GOES_ON && known.insert(beside)
            {
                let (spans, alike) = (Vec::new(), found.alike[beside]);
                let strength = (alike * ALIKE_MISS) as i32;
                more.push(Hit {
                    passage: beside,
                    spans,
                    context,
                    details: 0,
                    exemplified: false,
                    alike,
                    goes_on: true,
                    strength,
                    ..hit.clone()
                });
            }
        }
    }
    more.sort_by_key(|hit| (std::cmp::Reverse(hit.strength), hit.passage));
    found.hits.extend(more);
    tidy(found);
}

/// Options take turns, so that the first passages show something of each; within an option the strongest comes first.
fn in_turn(hits: &mut Vec<Hit<'_>>) {
    let mut turns: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    let turn: Vec<usize> = hits
        .iter()
        .map(|hit| {
            let turn = turns.entry(hit.rule.option.as_deref()).or_default();
            *turn += 1;
            *turn
        })
        .collect();
    let mut turns: Vec<(usize, Hit<'_>)> = turn.into_iter().zip(std::mem::take(hits)).collect();
    turns.sort_by_key(|(turn, _)| *turn);
    *hits = turns.into_iter().map(|(_, hit)| hit).collect();
}

/// One near miss a passage, none that is evidence too, the strongest first, and no more than a person reads.
fn tidy(found: &mut Found<'_>) {
    let Found { hits, misses, .. } = found;
    let mut seen: BTreeSet<usize> = hits.iter().map(|hit| hit.passage).collect();
    misses.sort_by(|a, b| (b.strength, a.passage).cmp(&(a.strength, b.passage)));
    misses.retain(|miss| seen.insert(miss.passage));
    misses.truncate(MOST_MISSES);
}

/// Likeness, with what it gains by standing beside a hit in one paragraph, list or table.
fn beside_hits(analysis: &Analysis<'_>, alike: &[f32], hits: &[Hit<'_>]) -> Vec<f32> {
    let mut raised = alike.to_vec();
    for hit in hits {
        for beside in analysis.beside(hit.passage) {
            raised[beside] = alike[beside] + BESIDE_A_HIT;
        }
    }
    raised
}

/// The passages nearest to the question's own words, whatever the rules make of them.
fn merely_alike<'q>(analysis: &Analysis<'_>, alike: &[f32]) -> Vec<Miss<'q>> {
    let strength = |passage: usize| (alike[passage] * ALIKE_MISS) as i32 + bonus(analysis, passage);
    let mut passages: Vec<usize> = (0..alike.len()).filter(|&passage| alike[passage] > 0.2).collect();
    passages.sort_by_key(|&passage| (std::cmp::Reverse(strength(passage)), passage));
    passages.truncate(MOST_ALIKE);
    passages
        .into_iter()
        .map(|passage| Miss { passage, rule: None, failed: Failed::MerelyAlike, strength: strength(passage) })
        .collect()
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

//! Judging: which passages a question's rules find, and which they nearly find.

use std::ops::Range;

use planaudit_read::PageNumber;

use super::nearness::{failed_condition, may_nearly_hold, nearly};
use super::{Failed, Hit, Miss};
use crate::analysis::Analysis;
use crate::context::{Context, Polarity, Zone, negated};
use crate::rubric::{Question, Rule};
use crate::values::ValueKind;

/// Runs every rule of a question; a passage may be hit by several.
pub(super) fn judge_all<'q>(analysis: &Analysis<'_>, question: &'q Question) -> (Vec<Hit<'q>>, Vec<Miss<'q>>) {
    let mut hits = Vec::new();
    let mut misses = Vec::new();
    for rule in &question.rules {
        let first = hits.len();
        for block in 0..analysis.presence().blocks() {
            let anchored = rule.anchors.iter().fold(0, |any, concept| any | analysis.presence().held(*concept, block));
            if anchored == 0 {
                continue;
            }
            let may = anchored & rule.find.may_hold(analysis, block);
            let mut candidates = may | anchored & may_nearly_hold(&rule.find, analysis, block);
            while candidates != 0 {
                let bit = candidates.trailing_zeros();
                candidates &= candidates - 1;
                judge(analysis, rule, block * 64 + bit as usize, may >> bit & 1 == 1, &mut hits, &mut misses);
            }
        }
        enough_sections(analysis, rule, first, &mut hits, &mut misses);
    }
    (hits, misses)
}

/// Tries a rule on a passage, for which it may hold or only nearly.
fn judge<'q>(
    analysis: &Analysis<'_>,
    rule: &'q Rule,
    index: usize,
    may: bool,
    hits: &mut Vec<Hit<'q>>,
    misses: &mut Vec<Miss<'q>>,
) {
    let passage = &analysis.passages[index];
    let mut spans = Vec::new();
    if !may || !rule.find.holds(analysis, passage, &mut spans) {
        // What would have spoken against the answer is not what came near it.
        if rule.caps.is_some() {
            return;
        }
        // A passage that also fails a condition is two steps away, and no near miss.
        let mut context = analysis.contexts[index];
        context.polarity = Polarity::Affirmed;
        if failed_condition(&rule.conditions, &context).is_none()
            && let Some(failed) = nearly(analysis, rule, index)
        {
            misses.push(Miss { passage: index, rule: Some(rule), failed, strength: i32::from(rule.weight) * 4 });
        }
        return;
    }
    spans.sort_unstable();
    spans.dedup();
    let mut context = analysis.contexts[index];
    context.polarity = if negated(analysis, passage, &spans) { Polarity::Negated } else { Polarity::Affirmed };
    if let Some(failed) = failed_condition(&rule.conditions, &context) {
        if rule.caps.is_none() && !matches!(context.zone, Zone::Heading | Zone::Contents) {
            misses.push(Miss { passage: index, rule: Some(rule), failed, strength: i32::from(rule.weight) * 10 });
        }
        return;
    }
    let details = details(analysis, &passage.tokens);
    let exemplified = exemplified(analysis, &passage.tokens, &context);
    hits.push(Hit {
        passage: index,
        rule,
        spans,
        context,
        details,
        exemplified,
        alike: 0.0,
        goes_on: false,
        strength: 0,
    });
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
    let sizes = sizes(analysis);
    let mut sections: Vec<_> = hits[first..].iter().map(|hit| distinct_place(analysis, &sizes, hit.passage)).collect();
    sections.sort_unstable();
    sections.dedup();
    if sections.len() < rule.sections {
        let failed = Failed::Sections(sections.len(), rule.sections);
        for hit in hits.drain(first..) {
            misses.push(Miss { passage: hit.passage, rule: Some(rule), failed, strength: i32::from(rule.weight) * 10 });
        }
    }
}

/// How many passages each section holds, those of its sub-sections included.
fn sizes(analysis: &Analysis<'_>) -> Vec<usize> {
    let mut sizes = vec![0; analysis.outline.sections().len()];
    for section in 0..sizes.len() {
        let own = analysis.section_passages(section).len();
        for above in analysis.outline.ancestry(section) {
            sizes[above] += own;
        }
    }
    sizes
}

/// The part of the document that counts as one of several: the highest section that is no more than half of it. A title
/// stands above everything and sets nothing apart. Where no heading divides the text, its pages do.
fn distinct_place(analysis: &Analysis<'_>, sizes: &[usize], passage: usize) -> (usize, Option<PageNumber>) {
    let passage = &analysis.passages[passage];
    let mut path: Vec<usize> = analysis.outline.ancestry(passage.section).collect();
    path.reverse();
    match path.into_iter().find(|&section| sizes[section] * 2 <= analysis.passages.len()) {
        Some(section) => (section, None),
        None => (passage.section, analysis.text.place(passage.range.start).page),
    }
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

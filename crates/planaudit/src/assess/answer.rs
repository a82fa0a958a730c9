//! From hits and leads to an answer as the assessment file holds it.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Asked;
use crate::analysis::Analysis;
use crate::assessment::{Answer, Evidence, Lead, NearMiss, Person, Target};
use crate::context::Context;
use crate::evidence::{Found, Hit};
use crate::leads::{self, FoundLead};
use crate::passage::Passage;
use crate::rating::{Rated, rate};
use crate::rubric::{AnswerKind, Question};
use crate::targets::FoundTarget;

/// Answers one question.
pub(super) fn answer(asked: &Asked<'_>, question: &Question) -> Answer {
    let Asked { analysis, likeness, leads, search, coverage, sha256: document } = asked;
    let mut found = Found::by(analysis, likeness, question);
    let mut evidence: Vec<Evidence> = Vec::new();
    let mut people = Vec::new();
    let also = also(analysis, &found);
    let rated = if question.stamp.answer == AnswerKind::Person {
        let judged = leads::judge(analysis, question, leads, &found);
        for (lead, person) in judged.people {
            let passage = passage_at(analysis, lead.bytes.start);
            let index = evidence.len();
            evidence.push(lead_evidence(analysis, question, lead, passage, document));
            people.push(Person { evidence: index, ..person });
        }
        judged.rated
    } else {
        rate(question, &found)
    };
    found.keep_what_carries(|hit| hit.rule.caps.is_some() || carries(question, &rated.options, hit));
    if question.stamp.answer != AnswerKind::Person {
        found.add_what_goes_on(analysis, question);
    }
    let mut shown: BTreeSet<_> = evidence.iter().map(|item| (item.start, item.end, item.option.clone())).collect();
    for hit in found.hits.iter().filter(|hit| hit.rule.caps.is_none()) {
        let item = hit_evidence(analysis, question, hit, document);
        if shown.insert((item.start, item.end, item.option.clone())) {
            evidence.push(item);
        }
    }
    let mut near_misses: Vec<NearMiss> =
        found.hits.iter().filter(|hit| hit.rule.caps.is_some()).map(|hit| against(analysis, hit)).collect();
    near_misses.extend(found.misses.iter().map(|miss| {
        near_miss(
            analysis,
            &analysis.passages[miss.passage],
            miss.failed.say(analysis.rubric),
            miss.rule.map(|rule| rule.name.clone()).unwrap_or_default(),
        )
    }));
    let Rated { verdict, options, why, mut why_not, fragile } = rated;
    why_not.extend(search.statement(question, &verdict, &near_misses));
    let verdict = coverage.weigh(verdict, &mut why_not);
    Answer {
        question: question.stamp.id.clone(),
        verdict,
        options,
        people,
        also,
        why,
        why_not,
        status: question.stamp.status,
        fragile,
        evidence,
        near_misses,
    }
}

/// Whether a hit is part of what a verdict rests on. Where options are chosen, a loose passage supports the option that
/// a firm one has carried, and nothing else.
fn carries(question: &Question, options: &[String], hit: &Hit<'_>) -> bool {
    match question.stamp.answer {
        AnswerKind::Person | AnswerKind::Rag => true,
        AnswerKind::Flag | AnswerKind::Choice | AnswerKind::One => {
            hit.rule.weight >= 2 || hit.rule.option.as_ref().is_some_and(|option| options.contains(option))
        }
    }
}

/// The further points that hits fill: the value given, or the words matched.
fn also(analysis: &Analysis<'_>, found: &Found<'_>) -> BTreeMap<String, serde_json::Value> {
    let mut points: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for hit in &found.hits {
        let Some((point, value)) = &hit.rule.also else { continue };
        let value = match value {
            Some(value) => value.clone(),
            None => match (hit.spans.first(), hit.spans.last()) {
                (Some(first), Some(_)) => {
                    let bytes = analysis.bytes(&(first.start..first.end));
                    analysis.text.as_str()[bytes].to_owned()
                }
                _ => continue,
            },
        };
        let values = points.entry(point.clone()).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
    points
        .into_iter()
        .map(|(point, values)| {
            let value = match &values[..] {
                [one] if one == "true" => serde_json::Value::Bool(true),
                [one] => serde_json::Value::String(one.clone()),
                _ => serde_json::Value::Array(values.into_iter().map(serde_json::Value::String).collect()),
            };
            (point, value)
        })
        .collect()
}

/// The passage that holds a byte of the text.
fn passage_at<'a>(analysis: &'a Analysis<'_>, byte: usize) -> Option<(usize, &'a Passage)> {
    let index = analysis.passages.partition_point(|passage| passage.range.end <= byte);
    analysis.passages.get(index).map(|passage| (index, passage))
}

/// Place, page and section of a range of bytes.
struct Located {
    quote: String,
    start: usize,
    end: usize,
    page: Option<u32>,
    page_label: Option<String>,
    line: u32,
    section: Vec<String>,
    confidence: Option<u8>,
}

fn locate(analysis: &Analysis<'_>, bytes: &std::ops::Range<usize>, section: usize) -> Located {
    let text = &analysis.text;
    let place = text.place(bytes.start);
    Located {
        quote: text.as_str()[bytes.clone()].to_owned(),
        start: text.chars_before(bytes.start),
        end: text.chars_before(bytes.end),
        page: place.page.map(planaudit_read::PageNumber::get),
        page_label: place.page.and_then(|page| text.page_label(page)).map(str::to_owned),
        line: place.line,
        section: analysis.outline.path(text, section),
        confidence: place.page.and_then(|page| text.confidence(page)),
    }
}

fn hit_evidence(analysis: &Analysis<'_>, question: &Question, hit: &Hit<'_>, document: &str) -> Evidence {
    let passage = &analysis.passages[hit.passage];
    let mut item = evidence_at(analysis, passage, &hit.context, &hit.rule.name, question, document);
    item.option.clone_from(&hit.rule.option);
    item.solid = hit.is_solid();
    item.matched = hit
        .spans
        .iter()
        .map(|span| {
            let bytes = analysis.bytes(&(span.start..span.end));
            (analysis.text.chars_before(bytes.start) - item.start, analysis.text.chars_before(bytes.end) - item.start)
        })
        .collect();
    item.matched = merged(std::mem::take(&mut item.matched));
    item
}

/// Overlapping and touching ranges joined.
fn merged(mut ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    ranges.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in ranges {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

fn lead_evidence(
    analysis: &Analysis<'_>,
    question: &Question,
    lead: &FoundLead,
    passage: Option<(usize, &Passage)>,
    document: &str,
) -> Evidence {
    let context = passage.map(|(index, _)| analysis.contexts[index]).unwrap_or_default();
    let section = passage.map_or(0, |(_, passage)| passage.section);
    let located = locate(analysis, &lead.bytes, section);
    let mut item = assemble(located, context, "lead", question, document);
    item.solid = true;
    item
}

fn evidence_at(
    analysis: &Analysis<'_>,
    passage: &Passage,
    context: &Context,
    rule: &str,
    question: &Question,
    document: &str,
) -> Evidence {
    assemble(locate(analysis, &passage.range, passage.section), *context, rule, question, document)
}

fn assemble(located: Located, context: Context, rule: &str, question: &Question, document: &str) -> Evidence {
    let Located { quote, start, end, page, page_label, line, section, confidence } = located;
    let mut digest = Sha256::new();
    for part in [document, question.stamp.id.as_str(), rule] {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    digest.update(start.to_le_bytes());
    digest.update(end.to_le_bytes());
    let id = super::hex(&digest.finalize()[..8]);
    Evidence {
        id,
        quote,
        start,
        end,
        page,
        page_label,
        line,
        section,
        option: None,
        context,
        rule: rule.to_owned(),
        matched: Vec::new(),
        solid: false,
        confidence,
        shared_with: Vec::new(),
    }
}

fn against(analysis: &Analysis<'_>, hit: &Hit<'_>) -> NearMiss {
    let passage = &analysis.passages[hit.passage];
    near_miss(analysis, passage, "says that it is not so".to_owned(), hit.rule.name.clone())
}

fn near_miss(analysis: &Analysis<'_>, passage: &Passage, failed: String, rule: String) -> NearMiss {
    let Located { quote, start, end, page, page_label, section, .. } =
        locate(analysis, &passage.range, passage.section);
    NearMiss { quote, start, end, page, page_label, section, failed, rule }
}

/// A lead as the assessment lists it.
pub(super) fn lead(analysis: &Analysis<'_>, lead: &FoundLead) -> Lead {
    let section = passage_at(analysis, lead.bytes.start).map_or(0, |(_, passage)| passage.section);
    let Located { quote, start, end, page, page_label, section, .. } = locate(analysis, &lead.bytes, section);
    Lead {
        role: lead.role.clone(),
        name: lead.name.clone(),
        organisation: lead.organisation.clone(),
        contact: lead.contact.clone(),
        state: lead.state,
        page,
        page_label,
        section,
        quote,
        start,
        end,
    }
}

/// A target as the assessment lists it.
pub(super) fn target(analysis: &Analysis<'_>, target: FoundTarget) -> Target {
    let section = analysis.passages[target.passage].section;
    let Located { quote, start, end, page, page_label, section, .. } = locate(analysis, &target.bytes, section);
    Target {
        measure: target.measure,
        group: target.group,
        baseline: target.baseline,
        figure: target.figure,
        unit: target.unit,
        direction: target.direction,
        amount: target.amount,
        date: target.date,
        population: analysis.contexts[target.passage].population,
        page,
        page_label,
        section,
        quote,
        start,
        end,
    }
}

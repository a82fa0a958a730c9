//! Rating: from evidence to a verdict, with the reasons for it and against a better one.

use std::collections::BTreeSet;

use crate::assessment::Verdict;
use crate::evidence::{Found, Hit};
use crate::rubric::{AnswerKind, Cap, Facet, Question};

/// A verdict with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// The verdict.
    pub verdict: Verdict,
    /// The options found, in report order.
    pub options: Vec<String>,
    /// What carried it.
    pub why: Vec<String>,
    /// What a better verdict would have needed.
    pub why_not: Vec<String>,
    /// A *Yes* on one passage.
    pub fragile: bool,
}

/// Rates a question of any kind but `person`.
pub fn rate(question: &Question, found: &Found<'_>) -> Rated {
    let (against, hits): (Vec<&Hit<'_>>, Vec<&Hit<'_>>) = found.hits.iter().partition(|hit| hit.rule.caps.is_some());
    let hits: Vec<&Hit<'_>> = hits.into_iter().filter(|hit| hit.rule.also.is_none() || hit.rule.weight >= 2).collect();
    let cap = against.iter().filter_map(|hit| hit.rule.caps).min();
    let mut rated = match question.stamp.answer {
        AnswerKind::Rag => rag(question, &hits),
        AnswerKind::Flag => flag(&hits),
        AnswerKind::Choice => choice(question, &hits),
        AnswerKind::One => one(question, &hits),
        AnswerKind::Person => Rated {
            verdict: Verdict::Absent,
            options: Vec::new(),
            why: Vec::new(),
            why_not: Vec::new(),
            fragile: false,
        },
    };
    let lowered = match (cap, &rated.verdict) {
        (Some(Cap::No), Verdict::Yes | Verdict::Some) => Some(Verdict::No),
        (Some(Cap::Some), Verdict::Yes) if question.stamp.answer == AnswerKind::Rag => Some(Verdict::Some),
        _ => None,
    };
    if let Some(verdict) = lowered {
        let rules: Vec<&str> = against.iter().map(|hit| hit.rule.name.as_str()).collect();
        rated.why_not.push(format!("the document itself says otherwise ({})", distinct(&rules).join(", ")));
        rated.fragile = false;
        if verdict == Verdict::No {
            rated.options.clear();
        }
        rated.verdict = verdict;
    }
    rated
}

fn rag(question: &Question, hits: &[&Hit<'_>]) -> Rated {
    let rating = &question.rating;
    let passages = by_passage(hits, |_| true).len();
    let solid = by_passage(hits, Hit::is_solid);
    let details: usize = solid.iter().map(|hit| hit.details).sum();
    // A rule of weight 3 settles the matter alone; such a *Yes* is still marked fragile.
    let settled = hits.iter().any(|hit| hit.is_solid() && hit.rule.weight >= 3);
    let breadth = settled || solid.len() >= rating.yes_passages;
    let meeting = |facet: Facet| by_passage(hits, |hit| hit.meets(facet)).len();
    let met = [
        (Facet::Explicit, meeting(Facet::Explicit)),
        (Facet::Detailed, if details >= rating.detail { solid.len() } else { meeting(Facet::Detailed) }),
        (Facet::Evidenced, meeting(Facet::Evidenced)),
    ];
    let facets = met.iter().filter(|(_, passages)| *passages > 0).count();
    let explicit = met[0].1 > 0;
    let yes = explicit && facets >= rating.yes_facets && breadth;
    let verdict = if yes {
        Verdict::Yes
    } else if passages >= rating.some_passages && passages > 0 {
        Verdict::Some
    } else {
        Verdict::No
    };
    let mut why = Vec::new();
    let mut why_not = Vec::new();
    for (facet, passages) in met {
        let (name, lacking) = match facet {
            Facet::Explicit => {
                ("explicit", "no passage speaks of it outright: what there is, is hedged, a bare need, or loose")
            }
            Facet::Detailed => ("detailed", "too few figures, dates, names or steps in what is said"),
            Facet::Evidenced => ("evidenced", "no figure, result or example"),
        };
        if passages > 0 {
            why.push(format!("{name}: {}", count(passages, "passage")));
        } else if !hits.is_empty() {
            why_not.push(format!("{name}: {lacking}"));
        }
    }
    if !yes && !breadth && !hits.is_empty() {
        why_not.push(format!("breadth: {} of the {} passages a Yes needs", solid.len(), rating.yes_passages));
    }
    Rated { fragile: verdict == Verdict::Yes && passages == 1, verdict, options: Vec::new(), why, why_not }
}

fn flag(hits: &[&Hit<'_>]) -> Rated {
    let firm = by_passage(hits, |hit| hit.rule.weight >= 2);
    let verdict = if firm.is_empty() { Verdict::No } else { Verdict::Yes };
    let mut why_not = Vec::new();
    if firm.is_empty() && !hits.is_empty() {
        why_not.push(format!("only implied, in {}", count(by_passage(hits, |_| true).len(), "passage")));
    }
    let why = if firm.is_empty() { Vec::new() } else { vec![format!("stated in {}", count(firm.len(), "passage"))] };
    Rated { fragile: firm.len() == 1, verdict, options: Vec::new(), why, why_not }
}

fn choice(question: &Question, hits: &[&Hit<'_>]) -> Rated {
    let options = options_of(question, hits);
    let verdict = if options.is_empty() { Verdict::No } else { Verdict::Yes };
    let why = options
        .iter()
        .map(|option| {
            let passages = by_passage(hits, |hit| hit.rule.option.as_ref() == Some(option));
            format!("{option}: {}", count(passages.len(), "passage"))
        })
        .collect();
    let missed: Vec<&str> =
        question.stamp.options.iter().filter(|option| !options.contains(option)).map(String::as_str).collect();
    let why_not = if missed.is_empty() { Vec::new() } else { vec![format!("not found: {}", missed.join(", "))] };
    Rated { verdict, options, why, why_not, fragile: false }
}

fn one(question: &Question, hits: &[&Hit<'_>]) -> Rated {
    let options = options_of(question, hits);
    let ruled = {
        let mut ruled: Vec<&str> = question.rules.iter().filter_map(|rule| rule.option.as_deref()).collect();
        ruled.sort_unstable();
        ruled.dedup();
        ruled.len()
    };
    let option = match (&options[..], &question.combine) {
        ([], Some((_, none))) => none.clone(),
        (found, Some((all, _))) if found.len() > 1 && found.len() == ruled => all.clone(),
        ([first, ..], _) => first.clone(),
        ([], None) => question.stamp.options.last().cloned().unwrap_or_default(),
    };
    let why = options.iter().map(|option| format!("{option}: found")).collect();
    Rated { verdict: Verdict::Option(option), options: Vec::new(), why, why_not: Vec::new(), fragile: false }
}

/// The options that hits of weight 2 or more support, in report order.
fn options_of(question: &Question, hits: &[&Hit<'_>]) -> Vec<String> {
    let supported =
        |option: &&String| hits.iter().any(|hit| hit.rule.weight >= 2 && hit.rule.option.as_ref() == Some(*option));
    question.stamp.options.iter().filter(supported).cloned().collect()
}

/// The hits that pass a test, one for each passage: several rules that find one sentence make it no stronger.
fn by_passage<'h, 'q>(hits: &[&'h Hit<'q>], test: impl Fn(&Hit<'q>) -> bool) -> Vec<&'h Hit<'q>> {
    let mut seen = BTreeSet::new();
    hits.iter().copied().filter(|hit| test(hit) && seen.insert(hit.passage)).collect()
}

fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

fn distinct<'n>(names: &[&'n str]) -> Vec<&'n str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names.dedup();
    names
}

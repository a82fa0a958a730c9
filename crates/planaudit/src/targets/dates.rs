//! When a target is to be reached: the time phrases of a passage.

use std::ops::Range;

use super::clause::{gap, word};
use super::cues::Cues;
use crate::analysis::Analysis;
use crate::values::ValueKind;

/// The time phrases within a range of tokens, in order, without the preposition before them.
pub(super) fn dates(analysis: &Analysis<'_>, cues: &Cues, within: &Range<u32>) -> Vec<Range<u32>> {
    let mut found: Vec<Range<u32>> = Vec::new();
    for kind in [ValueKind::Year, ValueKind::Date] {
        found.extend(analysis.values.of(kind, within).map(|at| at.start..at.end));
    }
    found.extend(analysis.matches.of(cues.plan_end, within).map(|at| at.start..at.end));
    found.extend(spans(analysis, within));
    for date in &mut found {
        // What the lexicon matched may begin with the preposition.
        while date.start + 1 < date.end && is_preposition(&word(analysis, date.start)) {
            date.start += 1;
        }
        while date.start > within.start
            && belongs(&word(analysis, date.start - 1))
            && gap(analysis, date.start).trim().is_empty()
        {
            date.start -= 1;
        }
        // A phrase does not begin with what only joins.
        while date.start < date.end && word(analysis, date.start) == "of" {
            date.start += 1;
        }
    }
    found.retain(|date| date.start <= within.start || word(analysis, date.start - 1) != "since");
    found.sort_by_key(|date| (date.start, std::cmp::Reverse(date.end)));
    let mut joined: Vec<Range<u32>> = Vec::new();
    for date in found {
        match joined.last_mut() {
            Some(last) if date.start <= last.end && touches(analysis, last, &date) => last.end = last.end.max(date.end),
            _ => joined.push(date),
        }
    }
    joined
}

/// Whether two time phrases are one: they overlap, or nothing but a joint stands between ("September 2025", "2025/26").
fn touches(analysis: &Analysis<'_>, first: &Range<u32>, second: &Range<u32>) -> bool {
    second.start < first.end || matches!(gap(analysis, second.start).trim(), "" | "/" | "-" | "–")
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "by" | "in" | "from" | "until" | "within" | "over" | "during" | "before" | "to" | "since")
}

/// Words that belong to the time after them.
fn belongs(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "end"
            | "of"
            | "start"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "early"
            | "late"
            | "mid"
            | "quarter"
            | "q1"
            | "q2"
            | "q3"
            | "q4"
            | "next"
    ) || (word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)))
}

/// Spans of time ahead: "the next three years", "two years", after `within`, `over` or `in`.
fn spans(analysis: &Analysis<'_>, within: &Range<u32>) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    for token in within.clone() {
        if !matches!(&*word(analysis, token), "years" | "months" | "year") || token < within.start + 2 {
            continue;
        }
        let number = token - 1;
        let counted = analysis.values.count(ValueKind::Number, &(number..token)) > 0 || word(analysis, number) == "few";
        let mut start = number;
        while start > within.start && matches!(&*word(analysis, start - 1), "the" | "next" | "coming" | "first") {
            start -= 1;
        }
        let led =
            start > within.start && matches!(&*word(analysis, start - 1), "over" | "within" | "in" | "for" | "during");
        let led = led && (start < number || word(analysis, start - 1) != "for");
        // "Within 12 months" may be how long something takes; with `next` it is a time ahead.
        let ahead = start < number || word(analysis, token) == "years";
        if counted && led && ahead {
            found.push(start..token + 1);
        }
    }
    found
}

/// A time phrase as printed.
pub(super) fn printed(analysis: &Analysis<'_>, date: &Range<u32>) -> String {
    analysis.text.as_str()[analysis.bytes(date)].to_owned()
}

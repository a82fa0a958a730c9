//! Figures: what may be a level or an amount of change, with what it counts.

use std::ops::Range;

use super::clause::{are, gap, word};
use crate::analysis::Analysis;
use crate::values::ValueKind;

/// A figure in a clause.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// Tokens of the figure itself: `8`, `five`, `nine in ten`, `a third`.
    pub(super) tokens: Range<u32>,
    /// One past the last token of what it counts.
    pub(super) end: u32,
    /// What it counts.
    pub(super) unit: &'static str,
    /// What sort of figure it is.
    pub(super) sort: Sort,
}

/// What a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A share: a percentage, a fraction, a rate.
    Share,
    /// A length of time.
    Duration,
    /// A plain number.
    Count,
}

impl Figure {
    /// The figure as printed.
    pub(super) fn printed(&self, analysis: &Analysis<'_>) -> String {
        analysis.text.as_str()[analysis.bytes(&self.tokens)].to_owned()
    }

    /// Its size, where it is in digits.
    pub(super) fn size(&self, analysis: &Analysis<'_>) -> Option<f64> {
        self.printed(analysis).replace(',', "").parse().ok()
    }
}

/// Units of time, as they are named in a target.
const TIMES: [(&str, &str); 8] = [
    ("weeks", "weeks"),
    ("week", "weeks"),
    ("days", "days"),
    ("day", "days"),
    ("hours", "hours"),
    ("hour", "hours"),
    ("minutes", "minutes"),
    ("months", "months"),
];

/// The figures of a clause, in order: no ages, dates, sums of money, or numbers that name a thing.
pub(super) fn figures(analysis: &Analysis<'_>, clause: &Range<u32>) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    for found in analysis.values.of(ValueKind::Number, clause) {
        if figures.last().is_some_and(|last| found.start < last.end) || !counts(analysis, found.start, found.end) {
            continue;
        }
        let whole = found.start..compound_end(analysis, found.end, clause);
        let tokens = fraction(analysis, whole, clause);
        let (end, unit, sort) = unit(analysis, &tokens, clause);
        figures.push(Figure { tokens, end, unit, sort });
    }
    // "Six to eight weeks" is one span of time, and no figure to reach.
    let mut index = 0;
    while index + 1 < figures.len() {
        let (first, second) = (figures[index].tokens.clone(), figures[index + 1].tokens.clone());
        let dashed = second.start == first.end && gap(analysis, second.start).trim().starts_with(['-', '–']);
        let spanned = second.start == first.end + 1 && word(analysis, first.end) == "to";
        let said_from = first.start > clause.start && word(analysis, first.start - 1) == "from";
        if (dashed || spanned) && !said_from && !changes(analysis, &first, clause) {
            figures.drain(index..index + 2);
        } else {
            index += 1;
        }
    }
    figures
}

/// Whether a span of figures follows a word that asks for a start: "rise 40 to 60".
fn changes(analysis: &Analysis<'_>, first: &Range<u32>, clause: &Range<u32>) -> bool {
    first.start > clause.start && matches!(&*word(analysis, first.start - 1), "gap" | "share" | "proportion" | "rate")
}

/// Whether a number is one that counts something.
fn counts(analysis: &Analysis<'_>, start: u32, end: u32) -> bool {
    let values = &analysis.values;
    let place = start..end;
    let other = [ValueKind::Age, ValueKind::Money, ValueKind::Year, ValueKind::Date]
        .iter()
        .any(|kind| values.count(*kind, &place) > 0);
    // Words across a stop or a cell's edge say nothing of it.
    let beside = gap(analysis, start).trim().is_empty();
    let before = start.checked_sub(1).filter(|_| beside).map(|before| word(analysis, before)).unwrap_or_default();
    let after = analysis.tokens.get(end as usize).map(|_| gap(analysis, end)).unwrap_or_default();
    let next = word(analysis, end);
    let age_before = start >= 2 && before == "to" && values.count(ValueKind::Age, &(start - 2..start - 1)) > 0;
    // "1,001 days", "Core20", "16-", "4th", "2.5m": names, ages and sums.
    let joined = after.starts_with('-') || after.starts_with('/') || gap(analysis, start).ends_with('/');
    // "COVID-19", "F-16": a number that belongs to a name.
    let hung = gap(analysis, start) == "-"
        && start > 0
        && !word(analysis, start - 1).starts_with(|letter: char| letter.is_ascii_digit());
    let joined = joined || hung;
    let written = word(analysis, start);
    let digits = written.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.'));
    let ordinal = written.starts_with(|letter: char| letter.is_ascii_digit()) && !digits.is_empty();
    let named = matches!(
        &*before,
        "per"
            | "year"
            | "years"
            | "quarter"
            | "phase"
            | "tier"
            | "level"
            | "band"
            | "stage"
            | "key"
            | "call"
            | "text"
            | "first"
            | "section"
            | "step"
            | "priority"
            | "goal"
            | "age"
            | "aged"
            | "part"
            | "schedule"
            | "grade"
            | "version"
            | "core"
            | "top"
            | "objective"
            | "ambition"
    ) && !(before == "first" && matches!(&*next, "weeks" | "days"));
    let year_old = next.starts_with("year") && matches!(&*word(analysis, end + 1), "old" | "olds");
    // "Over the next three years" is a date; "three times" a habit.
    let span = after.trim().is_empty()
        && matches!(
            &*next,
            "years"
                | "year"
                | "times"
                | "o'clock"
                | "a.m"
                | "p.m"
                | "march"
                | "april"
                | "june"
                | "september"
                | "december"
        );
    let whole = before == "all" || before == "our" || before == "these" || next == "term";
    // "The six councils" names them all; "to the 95 per cent" does not.
    let whole = whole || before == "the" && !written.starts_with(|letter: char| letter.is_ascii_digit());
    // "A child under five", "people over 80".
    let bounded_age = matches!(&*before, "under" | "over" | "below" | "above")
        && start >= 2
        && matches!(
            &*word(analysis, start - 2),
            "child" | "children" | "people" | "person" | "those" | "pupils" | "adults" | "residents" | "anyone"
        );
    let whole = whole || bounded_age;
    !(other || age_before || joined || ordinal || named || year_old || span || whole)
}

/// One past the last word of a number written in several: `five hundred`.
fn compound_end(analysis: &Analysis<'_>, mut end: u32, clause: &Range<u32>) -> u32 {
    while end < clause.end && matches!(&*word(analysis, end), "hundred" | "thousand" | "million") {
        end += 1;
    }
    end
}

/// A fraction in words, whole: `nine in ten`, `one in five`, `two thirds`, `a third`.
fn fraction(analysis: &Analysis<'_>, number: Range<u32>, clause: &Range<u32>) -> Range<u32> {
    let is_number =
        |token: u32| token < clause.end && analysis.values.count(ValueKind::Number, &(token..token + 1)) > 0;
    // "Three in six years" is no fraction.
    let is_number =
        |token: u32| is_number(token) && !matches!(&*word(analysis, token + 1), "years" | "months" | "weeks" | "days");
    let last = number.end - 1;
    if word(analysis, last) == "in" && is_number(number.end) {
        return number.start..number.end + 1;
    }
    if word(analysis, number.end) == "in" && is_number(number.end + 1) {
        return number.start..number.end + 2;
    }
    if are(analysis, number.end, &["out", "of"]) && is_number(number.end + 2) {
        return number.start..number.end + 3;
    }
    number
}

/// What a figure counts: one past its last token, its name, and its sort.
fn unit(analysis: &Analysis<'_>, tokens: &Range<u32>, clause: &Range<u32>) -> (u32, &'static str, Sort) {
    let end = tokens.end;
    let byte = analysis.tokens[end as usize - 1].end as usize;
    let after = &analysis.text.as_str()[byte..];
    if after.starts_with('%') || after.starts_with(" %") {
        return (end, "%", Sort::Share);
    }
    if are(analysis, end, &["per", "cent"]) {
        return (end + 2, "per cent", Sort::Share);
    }
    if word(analysis, end) == "percent" {
        return (end + 1, "per cent", Sort::Share);
    }
    if word(analysis, end) == "percentage" && word(analysis, end + 1).starts_with("point") {
        return (end + 2, "percentage points", Sort::Share);
    }
    for token in end..(end + 4).min(clause.end) {
        if word(analysis, token) == "per" {
            for (written, unit) in [("1,000", "per 1,000"), ("10,000", "per 10,000"), ("100,000", "per 100,000")] {
                if word(analysis, token + 1) == written {
                    return (token + 2, unit, Sort::Share);
                }
            }
        }
    }
    if word(analysis, end) == "points" {
        return (end + 1, "points", Sort::Share);
    }
    let time_at = if word(analysis, end) == "working" { end + 1 } else { end };
    if let Some((_, unit)) = TIMES.iter().find(|(written, _)| word(analysis, time_at) == *written) {
        return (time_at + 1, unit, Sort::Duration);
    }
    let words = &analysis.text.as_str()[analysis.bytes(tokens)];
    let is_fraction = words.contains(" in ")
        || words.contains(" out of ")
        || ["third", "quarter", "half", "fifth", "tenth"].iter().any(|part| words.to_lowercase().contains(part));
    (end, "", if is_fraction { Sort::Share } else { Sort::Count })
}

//! What a target measures, and for whom: the words of its clause that are neither figure, verb nor date.

use std::ops::Range;

use super::clause::{are, gap, word};
use super::cues::Cues;
use crate::analysis::Analysis;
use crate::matcher::Match;

/// What is known of a target's clause when its measure is sought.
pub(super) struct Found<'f> {
    /// The clause.
    pub(super) clause: &'f Range<u32>,
    /// The word of change before the figures, if there is one.
    pub(super) verb: Option<Match>,
    /// Whether that word names a target rather than a change.
    pub(super) named: bool,
    /// Whether it is a word of change, not one of reaching or providing.
    pub(super) change: bool,
    /// First token of what introduces the first figure: its preposition or bound.
    pub(super) opening: u32,
    /// One past the last token of the target's figure and what it counts.
    pub(super) end: u32,
    /// Where what follows the figure is about something else: the baseline set behind it.
    pub(super) limit: u32,
    /// Where the subject may reach at most: what introduces the baseline, or the figure.
    pub(super) subject_limit: u32,
    /// The clause's time phrases.
    pub(super) dates: &'f [Range<u32>],
}

impl Found<'_> {
    /// The measure, as tokens; empty where the clause does not say.
    pub(super) fn measure(&self, analysis: &Analysis<'_>) -> Range<u32> {
        let object = match self.verb {
            Some(verb) if !self.named && verb.end <= self.opening => self.bounded(analysis, verb.end, self.opening),
            _ => 0..0,
        };
        if !object.is_empty() && !points_back(analysis, &object) {
            return object;
        }
        let subject = self.subject(analysis);
        if !subject.is_empty() {
            return subject;
        }
        let stops = gap(analysis, self.end).contains([',', ';', ':']);
        let after = if stops { 0..0 } else { self.bounded(analysis, self.end, self.limit) };
        let bound = self.verb.map_or(self.opening, |verb| verb.end)..self.end;
        // "No child will wait longer than 18 weeks for …" says what is measured on both sides of the figure.
        if bound.len() > 6 && self.opening == self.clause.start {
            return self.bounded(analysis, self.clause.start, self.clause.end);
        }
        if !after.is_empty() && !points_back(analysis, &after) {
            return after;
        }
        if self.verb.is_none() { self.bare(analysis) } else { 0..0 }
    }

    /// What stands before the figure where no verb does: "Vacancies to below 3 per cent".
    fn bare(&self, analysis: &Analysis<'_>) -> Range<u32> {
        let start = self.after_leading_date(analysis);
        let words = self.bounded(analysis, start, self.opening.max(start));
        if words.is_empty() || !names_a_thing(&word(analysis, words.start)) { 0..0 } else { words }
    }

    /// The subject: what stands before `will`, `should`, or a colon.
    fn subject(&self, analysis: &Analysis<'_>) -> Range<u32> {
        let start = self.after_leading_date(analysis);
        if self.named {
            return 0..0;
        }
        let infinitive = |token: u32| {
            self.change && self.verb.is_some_and(|verb| verb.start == token + 1) && word(analysis, token) == "to"
        };
        let announced = |token: u32| token == self.opening && gap(analysis, token).contains(':');
        let ends = |token: &u32| infinitive(*token) || announced(*token) || is_auxiliary(analysis, *token);
        let Some(end) = (start + 1..=self.opening).find(ends) else { return 0..0 };
        // "Partners will record ethnicity for at least 95 per cent": what is done is part of what is measured.
        if self.verb.is_none() && self.opening - end > 4 && self.subject_limit == self.opening {
            return self.bare(analysis);
        }
        // "To get there, the formula will …": the subject stands behind the comma.
        let leads = matches!(
            &*word(analysis, start),
            "to" | "in" | "with" | "through" | "from" | "for" | "at" | "as" | "under" | "across"
        );
        let comma = (start + 1..end).find(|token| leads && gap(analysis, *token).contains(','));
        let start = comma.unwrap_or(start);
        let end = end.min(self.subject_limit.max(start));
        if start == end || !names_a_thing(&word(analysis, start)) {
            return 0..0;
        }
        trimmed(analysis, start..end)
    }

    fn after_leading_date(&self, analysis: &Analysis<'_>) -> u32 {
        let start = self.clause.start;
        match self.dates.iter().find(|date| date.start <= start + 1 && is_before_date(&word(analysis, start))) {
            Some(date) => date.end,
            None => start,
        }
    }

    /// A range cut where a date or an aside begins.
    fn bounded(&self, analysis: &Analysis<'_>, from: u32, to: u32) -> Range<u32> {
        let to = to.min(self.clause.end);
        let mut start = from;
        for date in self.dates {
            let leads = date.start == start || date.start == start + 1 && is_before_date(&word(analysis, start));
            // What stands behind a date and its comma is about something else.
            if leads && gap(analysis, date.end).contains(',') {
                return 0..0;
            }
            if leads {
                start = date.end;
            }
        }
        let later = self.dates.iter().map(|date| date.start).filter(|date| *date > start);
        let mut end = later.min().unwrap_or(to).min(to.max(start));
        if let Some(aside) = (start + 1..end).find(|token| gap(analysis, *token).contains('(')) {
            end = aside;
        }
        trimmed(analysis, start..end)
    }
}

/// The subject of a clause that states how things are, for a target that only points back to it.
pub(super) fn stated(analysis: &Analysis<'_>, cues: &Cues, clause: &Range<u32>, first_figure: u32) -> Range<u32> {
    let firsts = [cues.baseline, cues.past].map(|concept| analysis.matches.of(concept, clause).next());
    let end = firsts.into_iter().flatten().map(|found| found.start).chain([first_figure]).min().unwrap_or(clause.end);
    let subject = trimmed(analysis, clause.start..end.max(clause.start));
    let named = !subject.is_empty() && names_a_thing(&word(analysis, subject.start));
    if named { subject } else { 0..0 }
}

/// For whom: the people a range of tokens names first.
pub(super) fn group(analysis: &Analysis<'_>, cues: &Cues, within: &Range<u32>) -> Option<String> {
    // "Patient-initiated" names nobody.
    let people = || analysis.matches.of(cues.people, within).filter(|found| !gap(analysis, found.end).starts_with('-'));
    let found = people().next()?;
    // Of two that begin alike, the longer says more.
    let longest = people().take_while(|other| other.start == found.start).last()?;
    Some(analysis.text.as_str()[analysis.bytes(&(longest.start..longest.end))].to_owned())
}

/// Without the words at its ends that only join it to the rest.
fn trimmed(analysis: &Analysis<'_>, mut tokens: Range<u32>) -> Range<u32> {
    while tokens.start < tokens.end && opens(&word(analysis, tokens.start)) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && closes(&word(analysis, tokens.end - 1)) {
        tokens.end -= 1;
    }
    tokens
}

fn opens(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "in"
            | "more"
            | "additional"
            | "extra"
            | "new"
            | "further"
            | "to"
            | "fewer"
            | "onwards"
            | "will"
            | "be"
            | "on"
    )
}

fn closes(word: &str) -> bool {
    matches!(
        word,
        "by" | "to"
            | "from"
            | "in"
            | "at"
            | "of"
            | "will"
            | "be"
            | "is"
            | "the"
            | "a"
            | "up"
            | "down"
            | "with"
            | "that"
            | "which"
            | "where"
            | "who"
            | "until"
            | "within"
            | "over"
            | "before"
            | "between"
            | "for"
            | "during"
            | "are"
            | "than"
            | "stands"
            | "stood"
            | "now"
    )
}

/// Whether a clause that begins so begins with what it is about.
fn names_a_thing(first: &str) -> bool {
    !is_pronoun(first)
        && !matches!(
            first,
            "we" | "we'll" | "we’ll" | "our" | "target" | "targets" | "ambition" | "goal" | "aim" | "there" | "you"
        )
}

fn is_before_date(word: &str) -> bool {
    matches!(word, "by" | "in" | "from" | "until" | "within" | "over" | "during" | "before" | "at")
}

/// Whether words name nothing themselves: "it", "them, and …", "this"; not "that gap".
fn points_back(analysis: &Analysis<'_>, tokens: &Range<u32>) -> bool {
    let first = word(analysis, tokens.start);
    matches!(&*first, "it" | "them" | "they" | "which") || tokens.len() == 1 && is_pronoun(&first)
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "this" | "that" | "it" | "these" | "those" | "them" | "they" | "which")
}

fn is_auxiliary(analysis: &Analysis<'_>, token: u32) -> bool {
    matches!(&*word(analysis, token), "will" | "should" | "shall" | "must")
        || [["to", "be"], ["is", "to"], ["are", "to"], ["needs", "to"], ["need", "to"]]
            .iter()
            .any(|words| are(analysis, token, words))
}

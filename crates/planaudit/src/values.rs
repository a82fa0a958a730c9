//! Values: numbers, percentages, sums of money, dates, years and ages.

use std::ops::Range;

use crate::analyser::Token;
use crate::context::Cues;
use crate::matcher::{Match, Matches};

/// What sort of value stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Any figure that is not a year, in digits or words.
    Number,
    /// A percentage.
    Percentage,
    /// A sum of money.
    Money,
    /// A month, a quarter, or a year said to be a time.
    Date,
    /// A year.
    Year,
    /// An age or a span of ages.
    Age,
    /// An e-mail address or a telephone number.
    Contact,
}

/// All values of a document, in order of place.
#[derive(Debug, Default)]
pub struct Values {
    found: Vec<(Match, ValueKind)>,
}

impl Values {
    /// Finds them. `text` is the text the tokens are of.
    pub fn find(text: &str, tokens: &[Token], matches: &Matches, cues: &Cues) -> Self {
        let mut found = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            let word = &text[token.start as usize..token.end as usize];
            if text[token.end as usize..].starts_with('@') || is_telephone(text, token) {
                found.push((Match { start: index as u32, end: index as u32 + 1 }, ValueKind::Contact));
            } else if word.as_bytes()[0].is_ascii_digit() {
                let figure = Figure { text, tokens, index, word };
                figure.kinds(&mut found);
            }
        }
        for (concept, kind) in [
            (cues.number_word, ValueKind::Number),
            (cues.month, ValueKind::Date),
            (cues.date_word, ValueKind::Date),
            (cues.age_word, ValueKind::Age),
        ] {
            found.extend(matches.all(concept).iter().map(|&found| (found, kind)));
        }
        found.sort_unstable_by_key(|(found, kind)| (found.start, found.end, *kind as u8));
        found.dedup();
        Self { found }
    }

    /// Takes out what lies within ranges of tokens, which are in order and apart.
    pub(crate) fn leave_out(&mut self, ranges: &[Range<u32>]) {
        self.found.retain(|(found, _)| !found.lies_in(ranges));
    }

    /// Values of a kind within a range of tokens.
    pub fn of(&self, kind: ValueKind, within: &Range<u32>) -> impl Iterator<Item = Match> + '_ {
        let from = self.found.partition_point(|(found, _)| found.start < within.start);
        let end = within.end;
        self.found[from..]
            .iter()
            .take_while(move |(found, _)| found.start < end)
            .filter(move |(found, of)| *of == kind && found.end <= end)
            .map(|(found, _)| *found)
    }

    /// How many values of a kind there are within a range of tokens.
    pub fn count(&self, kind: ValueKind, within: &Range<u32>) -> usize {
        self.of(kind, within).count()
    }
}

/// Whether a word begins a telephone number: a nought, and with the words after it ten or eleven digits.
fn is_telephone(text: &str, token: &Token) -> bool {
    let rest = &text[token.start as usize..];
    if !rest.starts_with('0') {
        return false;
    }
    let digits =
        rest.chars().take_while(|letter| letter.is_ascii_digit() || *letter == ' ').filter(char::is_ascii_digit);
    (10..=11).contains(&digits.count())
}

/// A word that begins with a digit, with its surroundings.
struct Figure<'a> {
    text: &'a str,
    tokens: &'a [Token],
    index: usize,
    word: &'a str,
}

impl Figure<'_> {
    fn kinds(&self, found: &mut Vec<(Match, ValueKind)>) {
        let token = &self.tokens[self.index];
        let place = Match { start: self.index as u32, end: self.index as u32 + 1 };
        let before = &self.text[..token.start as usize];
        let after = &self.text[token.end as usize..];
        let next = self.neighbour(1);
        let previous = self.neighbour(-1);
        if self.is_year(before) {
            found.push((place, ValueKind::Year));
            let said = [
                "by", "in", "from", "until", "since", "during", "before", "of", "to", "winter", "summer", "spring",
                "autumn",
            ];
            if said.iter().any(|word| previous.eq_ignore_ascii_case(word)) {
                found.push((place, ValueKind::Date));
            }
            return;
        }
        if self.is_age(before, after, previous, next) {
            found.push((place, ValueKind::Age));
            return;
        }
        let quarter = previous.eq_ignore_ascii_case("quarter") || previous.eq_ignore_ascii_case("year");
        if quarter && self.word.len() == 1 {
            found.push((place, ValueKind::Date));
            return;
        }
        // A number that numbers a section, figure, page or note is no figure.
        let labels = ["section", "table", "figure", "chapter", "page", "appendix", "annex", "box", "priority", "step"];
        if labels.iter().any(|label| previous.eq_ignore_ascii_case(label)) {
            return;
        }
        let starts_line = before.is_empty() || before.ends_with('\n');
        if starts_line
            && (after.starts_with('.') || after.starts_with(' '))
            && self.word.len() <= 4
            && !after.starts_with('%')
        {
            let heading_number = after.trim_start_matches('.').starts_with(' ')
                && after.trim_start_matches(['.', ' ']).starts_with(char::is_uppercase);
            if heading_number {
                return;
            }
        }
        found.push((place, ValueKind::Number));
        if after.starts_with('%') || after.starts_with(" %") || matches!(next, "percent" | "per" | "percentage") {
            found.push((place, ValueKind::Percentage));
        }
        if before.ends_with('£') || before.ends_with("£ ") {
            found.push((place, ValueKind::Money));
        }
    }

    fn neighbour(&self, step: isize) -> &str {
        self.index
            .checked_add_signed(step)
            .and_then(|index| self.tokens.get(index))
            .map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    fn is_year(&self, before: &str) -> bool {
        let digits = self.word.as_bytes();
        let plausible = digits.len() == 4
            && digits.iter().all(u8::is_ascii_digit)
            && (digits.starts_with(b"19") || digits.starts_with(b"20"));
        // The `24` of 2023/24 is part of the year.
        let second_half = digits.len() == 2
            && before.ends_with(['/', '–', '-'])
            && before.len() > 4
            && before.is_char_boundary(before.trim_end_matches(['/', '–', '-']).len().saturating_sub(4))
            && before.trim_end_matches(['/', '–', '-']).ends_with(|letter: char| letter.is_ascii_digit())
            && {
                let year = before.trim_end_matches(['/', '–', '-']);
                year[year.len() - 4..].starts_with("20")
                    && year[year.len() - 4..].bytes().all(|byte| byte.is_ascii_digit())
            };
        (plausible && !before.ends_with('£')) || second_half
    }

    fn is_age(&self, before: &str, after: &str, previous: &str, next: &str) -> bool {
        let digits: String = self.word.chars().take_while(char::is_ascii_digit).collect();
        let tail = &self.word[digits.len()..];
        let Ok(value) = digits.parse::<u32>() else { return false };
        if value > 110 || !matches!(tail, "" | "s" | "yrs" | "y" | "th") {
            return false;
        }
        let money_or_share = before.ends_with('£') || after.starts_with('%') || after.starts_with(" %");
        if money_or_share {
            return false;
        }
        let said_before = ["aged", "age", "ages", "under", "over", "turn", "turning"]
            .iter()
            .any(|word| previous.eq_ignore_ascii_case(word));
        let dash = |text: &str| text.starts_with(['-', '–']) || text.starts_with(" to ");
        let said_after = after.starts_with("-year-old")
            || after.starts_with(" year old")
            || after.starts_with("-year old")
            || after.starts_with(" years old")
            || after.starts_with(" years of age")
            || (tail == "s" && value <= 25);
        let birthday = tail == "th" && next.eq_ignore_ascii_case("birthday");
        let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        let span = (dash(after) && digit(after.trim_start_matches(['-', '–', ' ', 't', 'o']).chars().next()))
            || (before.ends_with(['-', '–']) && digit(before.trim_end_matches(['-', '–']).chars().next_back()));
        let young_span = span
            && value <= 25
            && (value == 0 || value == 25 || value == 19 || value == 18 || value == 16 || value == 11 || value == 5);
        (said_before && tail != "th") || said_after || birthday || young_span
    }
}

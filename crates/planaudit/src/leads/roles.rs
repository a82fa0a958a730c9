//! Roles: the words around "lead", "director", "nurse" and their like that say what post or brief somebody holds.

use std::ops::Range;

use super::names::Name;
use super::role_words::{HEADS, MODIFIERS, PLURALS, is_small};
use super::words::{Word, words};

/// A role as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Role {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Said of each of many, not of one post: "each school's SENCO".
    pub generic: bool,
    /// Held by several: "joint executive leads".
    pub plural: bool,
}

/// The roles in a text, in order; none overlaps a name.
pub(super) fn phrases(text: &str, words: &[Word<'_>], names: &[Name]) -> Vec<Role> {
    let reader = Reader { text, words, named: named(words, names) };
    let mut found: Vec<Role> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !reader.is_head(at) {
            at += 1;
            continue;
        }
        let (first, generic) = reader.first_of(at);
        let end = reader.end_of(at);
        let plural = PLURALS.contains(reader.lower(at));
        let role = Role { range: reader.bytes(first, end), generic, plural };
        match found.last_mut() {
            Some(before)
                if role.range.start < before.range.end || chains(&text[before.range.end..role.range.start]) =>
            {
                before.range.end = role.range.end.max(before.range.end);
                before.generic |= role.generic;
            }
            _ => found.push(role),
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether a role stands beside a name: a comma, a bracket or a colon between them, or nothing.
pub(super) fn stands_beside(text: &str, words: &[Word<'_>], name: &Range<usize>) -> bool {
    let names = [Name { range: name.clone(), strength: super::names::Strength::Possible }];
    phrases(text, words, &names).iter().any(|role| {
        let gap = if role.range.end <= name.start {
            &text[role.range.end..name.start]
        } else {
            &text[name.end.min(role.range.start)..role.range.start]
        };
        matches!(gap.trim(), "," | ":" | "(" | "–" | "-" | "—")
            || matches!(gap.trim(), "is" | "is our" | "is the" | "is its" | ", our" | ", the" | ", who is")
    })
}

/// Whether words by themselves are a role and nothing else, such as a cell of a table or a line of a signature.
pub(super) fn is_role_alone(text: &str) -> bool {
    let words = words(text);
    let found = phrases(text, &words, &[]);
    let mut covered: usize = found.iter().map(|role| role.range.len()).sum();
    if found.is_empty() {
        return false;
    }
    // The body may stand behind the post.
    covered += super::organisations::find(text)
        .iter()
        .filter(|body| found.iter().all(|role| role.range.end <= body.start))
        .map(Range::len)
        .sum::<usize>();
    let start = found.first().map_or(usize::MAX, |role| role.range.start);
    words.len() <= 24 && start <= 24 && covered * 2 >= text.trim().len().min(60)
}

/// Whether words name a body and no role: who sends a member to a board, not what the member is.
pub(super) fn is_body_alone(text: &str) -> bool {
    super::organisations::is_body(text) && phrases(text, &words(text), &[]).is_empty()
}

/// Whether two roles joined by these words are one: "Chief Nurse and executive lead for children".
fn chains(gap: &str) -> bool {
    !gap.contains('\n')
        && matches!(
            gap.trim(),
            "and" | "&" | "/" | ", and" | "and our" | "and the" | "and its" | "and ICB" | "and joint" | ""
        )
}

fn named(words: &[Word<'_>], names: &[Name]) -> Vec<bool> {
    words
        .iter()
        .map(|word| names.iter().any(|name| name.range.start < word.range.end && word.range.start < name.range.end))
        .collect()
}

/// Reads roles off the words of a text.
pub(super) struct Reader<'a, 't> {
    pub text: &'t str,
    pub words: &'a [Word<'t>],
    /// Which words are part of a name.
    pub named: Vec<bool>,
}

impl Reader<'_, '_> {
    pub(super) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_ref())
    }

    /// What stands before a word.
    pub(super) fn gap(&self, at: usize) -> &str {
        match (at.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(at)) {
            (Some(before), Some(word)) => &self.text[before.range.end..word.range.start],
            _ => "\n",
        }
    }

    pub(super) fn spaced(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let apart = gap.trim_start_matches(['’', '\'']).trim_start_matches('s');
        apart == " " || (gap.starts_with(['’', '\'']) && apart.trim().is_empty())
    }

    /// Whether a word may stand before a head as part of the role.
    pub(super) fn is_modifier(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        if self.named[at] || word.is_address() {
            return false;
        }
        let lower = word.lower.as_ref();
        MODIFIERS.contains(lower)
            || HEADS.contains(lower)
            || word.is_capitalised() && !is_small(lower) && !word.text.chars().all(char::is_numeric)
    }

    fn bytes(&self, first: usize, end: usize) -> Range<usize> {
        let start = self.words[first].range.start;
        let mut stop = self.words[end - 1].range.end;
        if self.words[end - 1].possessive {
            let rest = &self.text[stop..];
            stop += rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
        }
        let rest = &self.text[stop..];
        if rest.starts_with(')')
            && self.text[start..stop].matches('(').count() > self.text[start..stop].matches(')').count()
        {
            stop += 1;
        }
        start..stop
    }
}

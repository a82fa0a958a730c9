//! Clauses: the stretch of a passage that one verb governs, and its words by number.

use std::borrow::Cow;
use std::ops::Range;

use crate::analysis::Analysis;

/// The folded word at a token; empty beyond the text.
pub(super) fn word<'a>(analysis: &'a Analysis<'_>, token: u32) -> Cow<'a, str> {
    let Some(token) = analysis.tokens.get(token as usize) else { return Cow::Borrowed("") };
    let written = &analysis.text.as_str()[token.start as usize..token.end as usize];
    if written.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(written.to_lowercase())
    } else {
        Cow::Borrowed(written)
    }
}

/// What stands between a token and the one before it.
pub(super) fn gap<'a>(analysis: &'a Analysis<'_>, token: u32) -> &'a str {
    let from = match token.checked_sub(1) {
        Some(before) => analysis.tokens[before as usize].end as usize,
        None => 0,
    };
    analysis.tokens.get(token as usize).map_or("", |token| &analysis.text.as_str()[from..token.start as usize])
}

/// Whether the tokens are these words.
pub(super) fn are(analysis: &Analysis<'_>, from: u32, words: &[&str]) -> bool {
    words.iter().zip(from..).all(|(wanted, token)| word(analysis, token) == *wanted)
}

/// The clauses of a range of tokens, in order.
pub(super) fn clauses(analysis: &Analysis<'_>, tokens: &Range<u32>) -> Vec<Range<u32>> {
    let mut clauses = Vec::new();
    let mut start = tokens.start;
    for token in tokens.start + 1..tokens.end {
        if begins_clause(analysis, token)
            || gap(analysis, token).contains(": ") && is_statement(analysis, &(start..token))
        {
            clauses.push(start..token);
            start = token;
        }
    }
    if start < tokens.end {
        clauses.push(start..tokens.end);
    }
    clauses
}

fn begins_clause(analysis: &Analysis<'_>, token: u32) -> bool {
    let gap = gap(analysis, token);
    if gap.contains([';', '|', '\n']) || gap.contains(" – ") || gap.contains(" — ") || gap.contains(". ") {
        return true;
    }
    let word = word(analysis, token);
    // `and` is no token of its own: it stands in the gap.
    matches!(&*word, "but" | "whereas" | "while" | "though" | "although")
        || gap.contains(", and ")
        || gap.contains(" and ") && matches!(&*word, "we" | "will" | "it" | "they")
}

/// Whether words before a colon say something by themselves, rather than announce what follows.
fn is_statement(analysis: &Analysis<'_>, tokens: &Range<u32>) -> bool {
    tokens.clone().any(|token| matches!(&*word(analysis, token), "is" | "are" | "was" | "were" | "has" | "have"))
}

//! Where sentences end.

use std::ops::Range;

/// Abbreviations after which a full stop ends no sentence, lower case, without it.
const ABBREVIATIONS: [&str; 40] = [
    "dr", "prof", "mr", "mrs", "ms", "mx", "rev", "cllr", "st", "no", "nos", "vs", "eg", "e.g", "ie", "i.e", "cf",
    "approx", "dept", "inc", "ltd", "fig", "figs", "tel", "ext", "vol", "ed", "eds", "para", "paras", "p", "pp", "s",
    "ss", "c", "al", "govt", "exec", "hon", "jan",
];

/// Byte ranges of the sentences of one paragraph, white space at the ends left out.
///
/// ```
/// let text = "Dr A. Quill leads it. “Ask us,” she said. 4.5% of pupils did.";
/// let found: Vec<_> = planaudit::passage::sentences(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(found, ["Dr A. Quill leads it.", "“Ask us,” she said.", "4.5% of pupils did."]);
/// ```
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        if matches!(bytes[at], b'.' | b'!' | b'?')
            && let Some(end) = sentence_end(text, at)
        {
            push(text, start..end, &mut found);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + (part.len() - part.trim_start().len());
        found.push(start..start + trimmed.len());
    }
}

/// Whether the stop at a byte ends a sentence, and where the sentence then ends: behind closing quotes and note marks.
fn sentence_end(text: &str, stop: usize) -> Option<usize> {
    let mut end = stop + 1;
    for letter in text[end..].chars() {
        if !matches!(letter, '.' | '!' | '?' | '”' | '’' | '"' | '\'' | ')' | ']' | '¹' | '²' | '³' | '⁴'..='⁹')
        {
            break;
        }
        end += letter.len_utf8();
    }
    let mut rest = text[end..].chars();
    let next = match rest.next() {
        None => return Some(end),
        Some(space) if space.is_whitespace() => rest.find(|letter| !letter.is_whitespace()),
        Some(_) => return None,
    };
    let next = next?;
    if next.is_lowercase() {
        return None;
    }
    if text.as_bytes()[stop] == b'.' && end == stop + 1 {
        let before = &text[..stop];
        let word = before.rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '“' | '"')).next()?;
        let lower = word.to_lowercase();
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if initial || ABBREVIATIONS.contains(&lower.as_str()) {
            return None;
        }
    }
    Some(end)
}

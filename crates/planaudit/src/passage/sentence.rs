//! Where sentences end.

use std::ops::Range;

/// Abbreviations after which a full stop ends no sentence, lower case, without it.
const ABBREVIATIONS: [&str; 40] = [
    "dr", "prof", "mr", "mrs", "ms", "mx", "rev", "cllr", "st", "no", "nos", "vs", "eg", "e.g", "ie", "i.e", "cf",
    "approx", "dept", "inc", "ltd", "fig", "figs", "tel", "ext", "vol", "ed", "eds", "para", "paras", "p", "pp", "s",
    "ss", "c", "al", "govt", "exec", "hon", "jan",
];

/// The longest sentence, in bytes: some two hundred words. What runs on without a stop for longer is a transcript, or lines
/// whose marks were lost, and everything in it would stand beside everything else.
const LONGEST: usize = 1200;

/// Byte ranges of the sentences of one paragraph, white space at the ends left out. What has no stop for twelve hundred
/// bytes is cut at its weaker marks, or else between words.
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
    let mut rest = text[range.clone()].trim_end();
    let mut start = range.start;
    loop {
        let trimmed = rest.trim_start();
        start += rest.len() - trimmed.len();
        let Some(cut) = weaker_end(trimmed) else {
            if !trimmed.is_empty() {
                found.push(start..start + trimmed.len());
            }
            return;
        };
        found.push(start..start + trimmed[..cut].trim_end().len());
        start += cut;
        rest = &trimmed[cut..];
    }
}

/// Where a sentence that is too long is cut: behind the last semicolon, bullet or comma in its first half of the most that
/// is allowed, or else between two words.
fn weaker_end(text: &str) -> Option<usize> {
    if text.len() <= LONGEST {
        return None;
    }
    let head = &text[..text.floor_char_boundary(LONGEST / 2)];
    let behind = |mark: &str| head.rfind(mark).map(|at| at + mark.len());
    ["; ", " • ", ", ", " "].into_iter().find_map(behind)
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
        // "… has grown.**Too few …": the mark of the next item, its space lost.
        Some('*' | '•') => {
            return rest
                .find(|letter| !matches!(letter, '*' | '•' | ' '))
                .filter(|next| next.is_uppercase())
                .map(|_| end);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_mark_of_the_next_item_ends_a_sentence() {
        assert_eq!(cut("Need has grown.**Too few come forward."), ["Need has grown.", "**Too few come forward."]);
        assert_eq!(cut("A p value* of .05 is used."), ["A p value* of .05 is used."]);
    }

    #[test]
    fn what_runs_on_without_a_stop_is_cut() {
        let run = "and then we went on to say ".repeat(120);
        let found = cut(&run);
        assert!(found.len() > 2 && found.iter().all(|part| part.len() <= LONGEST), "{}", found.len());
        assert_eq!(found.join(" "), run.trim());
        let listed =
            format!("We will {}; and we will {}.", "open a clinic, ".repeat(30), "hire more staff ".repeat(60));
        assert!(cut(&listed)[0].ends_with(';'));
    }
}

//! Forms: a label and its entry on each printed line of a block, "Board lead: A. B." above "Officer lead: C. D."

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::passage::Passage;

/// The words of a passage; where it is a form, with its lines parted, so that no role or name runs from one into the next.
pub(super) fn parted<'a>(analysis: &'a Analysis<'_>, passage: &Passage) -> Cow<'a, str> {
    let text = analysis.quote(passage);
    if text.len() > 600 || text.matches(':').nth(1).is_none() {
        return Cow::Borrowed(text);
    }
    let line = |at: usize| analysis.text.place(passage.range.start + at).line;
    let starts: Vec<usize> =
        text.match_indices(' ').map(|(at, _)| at + 1).filter(|&at| line(at) != line(at - 1)).collect();
    let mut parted = text.to_owned();
    let mut line_start = 0;
    for start in starts {
        let opens = is_entry(&text[start..]) && is_entry(&text[line_start..start]);
        if opens {
            parted.replace_range(start - 1..start, "\n");
        }
        line_start = start;
    }
    Cow::Owned(parted)
}

/// Whether a line begins with a label: a few words, the first with a capital, and a colon.
fn is_entry(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, _)| {
        label.starts_with(char::is_uppercase)
            && label.split_whitespace().count() <= 5
            && !label.contains(['.', ';', ','])
    })
}

//! Printed lines become running text: hyphenation undone, ligatures opened, bullets found, white space folded.
#![cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "the readers of text without layout need only a part"))]

mod hyphens;

use std::ops::Range;

use crate::document::LineStart;
use crate::ledger::PageNumber;
pub(crate) use hyphens::Hyphens;
use hyphens::{SOFT_HYPHEN, is_hyphen};

/// Text put together from printed lines, remembering where each line and each run of bold words begins.
#[derive(Debug, Default, Clone)]
pub(crate) struct Running {
    /// The text so far, on one line.
    pub(crate) text: String,
    /// Where each printed line begins in it.
    pub(crate) lines: Vec<LineStart>,
    /// Ranges of bold words.
    pub(crate) strong: Vec<Range<usize>>,
    line_break: bool,
}

impl Running {
    /// Begins a printed line; the words that follow stand on it.
    pub(crate) fn line(&mut self, page: Option<PageNumber>, line: u32) {
        self.line_break = !self.text.is_empty();
        self.lines.push(LineStart { at: self.text.len(), page, line });
    }

    /// Adds one word of the present line.
    pub(crate) fn word(&mut self, word: &str, bold: bool, hyphens: &Hyphens) {
        if word.is_empty() {
            return;
        }
        let broken = std::mem::take(&mut self.line_break);
        if broken && self.ends_broken() {
            self.mend(word, hyphens);
        } else if broken && (self.ends_in_address(word) || self.ends_in_range(word)) {
            // An address goes on without a blank, and so does a range of figures.
        } else if !self.text.is_empty() {
            self.text.push(' ');
        }
        // A line starts at its first word, not at the blank before it.
        if broken && let Some(line) = self.lines.last_mut() {
            line.at = self.text.len();
        }
        let start = self.text.len();
        self.text.push_str(word);
        if bold {
            match self.strong.last_mut() {
                Some(range) if range.end + 1 >= start => range.end = self.text.len(),
                _ => self.strong.push(start..self.text.len()),
            }
        }
    }

    /// Adds letters right behind the last word.
    pub(crate) fn glued(&mut self, letters: &str, bold: bool) {
        self.line_break = false;
        self.text.push_str(letters);
        if bold && let Some(range) = self.strong.last_mut() {
            range.end = self.text.len();
        }
    }

    /// Adds a printed line as a whole.
    #[cfg(test)]
    fn push(&mut self, line: &str, page: Option<PageNumber>, number: u32, hyphens: &Hyphens) {
        self.line(page, number);
        for word in clean(line).split(' ') {
            self.word(word, false, hyphens);
        }
    }

    fn ends_broken(&self) -> bool {
        let mut back = self.text.chars().rev();
        match (back.next(), back.next()) {
            (Some(SOFT_HYPHEN), _) => true,
            (Some(last), Some(before)) => is_hyphen(last) && before.is_alphanumeric(),
            _ => false,
        }
    }

    fn ends_in_address(&self, next: &str) -> bool {
        const JOINTS: [char; 8] = ['/', '.', '@', '_', '=', '?', '&', '-'];
        let last = self.text.rsplit(' ').next().unwrap_or_default();
        let address = last.starts_with("www.") || last.contains("://") || last.contains('@');
        let low = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        address && (next.len() > 1 && next.starts_with(JOINTS) || low && last.ends_with(JOINTS))
    }

    /// `ages 16–` at a line's end and `25` at the next line's start.
    fn ends_in_range(&self, next: &str) -> bool {
        let mut back = self.text.chars().rev();
        match (back.next(), back.next()) {
            (Some('–'), Some(before)) => before.is_ascii_digit() && next.starts_with(|c: char| c.is_ascii_digit()),
            (Some('—'), Some(before)) => before.is_alphanumeric(),
            _ => false,
        }
    }

    fn mend(&mut self, next: &str, hyphens: &Hyphens) {
        let Some(last) = self.text.pop() else { return };
        let left = self.text.rsplit(' ').next().unwrap_or_default();
        let breaks = last == SOFT_HYPHEN || last == '\u{2010}' && !hyphens.typographic;
        if !breaks && hyphens.keeps(left, next) {
            self.text.push('-');
            // "mental- and physical health": the hyphen stands for the word to come.
            if matches!(next, "and" | "or" | "to") {
                self.text.push(' ');
            }
        }
        let end = self.text.len();
        if let Some(range) = self.strong.last_mut() {
            range.end = range.end.min(end);
        }
    }

    /// The text without a soft hyphen left at its end, its lines and its bold ranges (none where all of it is bold).
    pub(crate) fn finish(mut self) -> (String, Vec<LineStart>, Vec<Range<usize>>) {
        if self.text.ends_with(SOFT_HYPHEN) {
            self.text.pop();
        }
        let end = self.text.len();
        self.strong.retain_mut(|range| {
            range.end = range.end.min(end);
            range.start < range.end
        });
        if self.strong.len() == 1 && self.strong[0] == (0..end) {
            self.strong.clear();
        }
        (self.text, self.lines, self.strong)
    }
}

/// One line's text with ligatures opened, control and private characters taken out and white space single.
/// A soft hyphen stays only at the end, where it breaks the line.
pub(crate) fn clean(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for character in line.trim().chars() {
        push_clean(&mut text, character);
    }
    while text.ends_with(' ') {
        text.pop();
    }
    if let Some(end) = text.strip_suffix(SOFT_HYPHEN) {
        let end = end.replace(SOFT_HYPHEN, "");
        return end + "\u{ad}";
    }
    if text.contains(SOFT_HYPHEN) { text.replace(SOFT_HYPHEN, "") } else { text }
}

fn push_clean(text: &mut String, character: char) {
    match character {
        '\u{fb00}' => text.push_str("ff"),
        '\u{fb01}' => text.push_str("fi"),
        '\u{fb02}' => text.push_str("fl"),
        '\u{fb03}' => text.push_str("ffi"),
        '\u{fb04}' => text.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
        // Private characters at a line's start are bullets of symbol fonts; elsewhere nobody can say what they are.
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' if text.is_empty() => text.push('•'),
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        _ if character.is_whitespace() || character.is_control() => {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        }
        _ => text.push(character),
    }
}

/// What follows the bullet a line begins with; `None` if it begins with none.
pub(crate) fn after_bullet(line: &str) -> Option<&str> {
    let mut rest = line.chars();
    let first = rest.next()?;
    let rest = rest.as_str();
    let alone = rest.is_empty() || rest.starts_with(char::is_whitespace);
    match first {
        // Geometric shapes and dingbats of every kind; arrows, dashes and letters only where they stand alone.
        '•'
        | '‣'
        | '⁃'
        | '∙'
        | '·'
        | '⬛'
        | '⬜'
        | '\u{25a0}'..='\u{25ff}'
        | '\u{2700}'..='\u{27bf}'
        | '\u{e000}'..='\u{f8ff}' => Some(rest),
        '→' | '⇒' | '-' | '–' | '—' | '*' | 'o' | '»' | '>' if alone => Some(rest),
        _ => None,
    }
    .map(str::trim_start)
}

/// Label and text of a line that begins as a numbered or lettered item: `3. text`, `(b) text`, `iv) text`.
pub(crate) fn after_number(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.split_once(char::is_whitespace)?;
    let open = label.strip_prefix('(');
    let inner = match open {
        Some(inner) => inner.strip_suffix(')')?,
        None => label.strip_suffix(['.', ')'])?,
    };
    let numeral = |c: char| matches!(c, 'i' | 'v' | 'x');
    let digits = inner.len() <= 2 && inner.bytes().all(|b| b.is_ascii_digit());
    let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let roman = inner.len() <= 4 && inner.chars().all(numeral);
    (!inner.is_empty() && (digits || letter || roman)).then(|| (label, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let mut hyphens = Hyphens::default();
        lines.iter().flat_map(|line| line.split(' ')).for_each(|word| hyphens.note(word));
        let mut running = Running::default();
        for (index, line) in lines.iter().enumerate() {
            running.push(line, None, index as u32 + 1, &hyphens);
        }
        running.finish().0
    }

    #[test]
    fn a_broken_word_is_mended_and_a_real_hyphen_kept() {
        assert_eq!(joined(&["our outcomes; improve out-", "comes"]), "our outcomes; improve outcomes");
        assert_eq!(joined(&["a vaccina-", "tion offer"]), "a vaccination offer");
        assert_eq!(joined(&["long-", "term plans"]), "long-term plans");
        assert_eq!(joined(&["the 0-", "19 service"]), "the 0-19 service");
        assert_eq!(joined(&["vaccina\u{ad}", "tion"]), "vaccination");
        assert_eq!(joined(&["a dash -", "then text"]), "a dash - then text");
        assert_eq!(joined(&["people aged 16–", "25 in care"]), "people aged 16–25 in care");
        assert_eq!(joined(&["ages 16 –", "25 in care"]), "ages 16 – 25 in care");
    }

    #[test]
    fn lines_begin_at_their_first_word() {
        let mut running = Running::default();
        let hyphens = Hyphens::default();
        running.push("one  two", None, 1, &hyphens);
        running.push("three", None, 2, &hyphens);
        let (text, lines, _) = running.finish();
        assert_eq!(&text[lines[1].at..], "three");
    }

    #[test]
    fn marks_are_cleaned() {
        assert_eq!(clean(" e\u{fb03}cient\u{a0} of\u{fb01}ce\u{200b} "), "efficient office");
        assert_eq!(clean("\u{f0b7} item"), "• item");
        assert_eq!(clean("a\u{ad}b"), "ab");
    }

    #[test]
    fn bullets_and_numbers_are_found() {
        assert_eq!(after_bullet("• item"), Some("item"));
        assert_eq!(after_bullet("o item"), Some("item"));
        assert_eq!(after_bullet("of course"), None);
        assert_eq!(after_bullet("-5 degrees"), None);
        assert_eq!(after_number("(b) text"), Some(("(b)", "text")));
        assert_eq!(after_number("12. text"), Some(("12.", "text")));
        assert_eq!(after_number("2024. text"), None);
        assert_eq!(after_number("etc. text"), None);
    }
}

//! The numbers that titles begin with: `2`, `2.1`, `A.3`, `IV.`, `Appendix B`, `Priority 3:`.

/// The number of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// The word it counts, in small letters; mostly none.
    pub(super) word: String,
    pub(super) steps: Vec<u16>,
    pub(super) style: Style,
    /// What closes it: a stop, a bracket, a colon; a blank where nothing does.
    pub(super) mark: char,
    /// Bytes of the title that it takes.
    pub(super) length: usize,
}

/// What its first step is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Digits,
    Letter,
    Roman,
}

/// Steps of a number at most.
const MOST_STEPS: usize = 6;

impl Number {
    /// The number a title begins with, if a title follows it or a word goes before it.
    pub(super) fn of(title: &str) -> Option<Self> {
        let (first, rest) = title.split_once(' ').unwrap_or((title, ""));
        if let Some((steps, style, mark)) = steps(first) {
            // "A new start", "I feel safe": a letter alone is a word.
            let open = mark == ' ' && first.len() == 1 && style != Style::Digits;
            let titled = rest.contains(char::is_alphabetic);
            return (titled && !open).then(|| Self { word: String::new(), steps, style, mark, length: first.len() });
        }
        let counts = first.chars().count() >= 3 && first.chars().all(char::is_alphabetic);
        let (second, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let (steps, style, mark) = steps(second).filter(|_| counts)?;
        let parted = mark != ' ' || !after.starts_with(char::is_lowercase);
        let length = first.len() + 1 + second.len();
        (parted && steps.len() == 1).then(|| Self { word: first.to_lowercase(), steps, style, mark, length })
    }

    /// Whether this one comes right after `other` in one count.
    pub(super) fn follows(&self, other: &Self) -> bool {
        let (Some((last, above)), Some((before, beside))) = (self.steps.split_last(), other.steps.split_last()) else {
            return false;
        };
        above == beside && u32::from(*last) == u32::from(*before) + 1 && self.is_like(other)
    }

    /// Whether both are written in one way.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (&self.word, self.style, self.mark) == (&other.word, other.style, other.mark)
    }

    /// Whether it counts what stands right below `other`.
    pub(super) fn is_under(&self, other: &Self) -> bool {
        self.style == other.style
            && self.word.is_empty()
            && self.steps.split_last().is_some_and(|(_, above)| !above.is_empty() && above == other.steps)
    }
}

/// The steps of a number with the mark that closes it.
fn steps(label: &str) -> Option<(Vec<u16>, Style, char)> {
    let mark = label.chars().next_back().filter(|mark| matches!(mark, '.' | ')' | ':')).unwrap_or(' ');
    let inner = label.trim_end_matches(['.', ')', ':']);
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    if inner.is_empty() || label.len() > 16 {
        return None;
    }
    let mut parts = inner.split('.');
    let (first, style) = first_step(parts.next()?)?;
    let mut steps = vec![first];
    for part in parts {
        steps.push(digits(part)?);
    }
    (steps.len() <= MOST_STEPS).then_some((steps, style, mark))
}

fn first_step(part: &str) -> Option<(u16, Style)> {
    if let Some(number) = digits(part) {
        return Some((number, Style::Digits));
    }
    if let Some(number) = roman(part) {
        return Some((number, Style::Roman));
    }
    match part.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some((u16::from(letter - b'A') + 1, Style::Letter)),
        _ => None,
    }
}

fn digits(part: &str) -> Option<u16> {
    let few = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| few)
}

/// A numeral in capitals up to XXXIX.
fn roman(part: &str) -> Option<u16> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = part.bytes().take_while(|byte| *byte == b'X').count();
    let ones = ONES.iter().position(|ones| *ones == &part[tens..])?;
    (tens < 4 && tens * 10 + ones > 0).then_some((tens * 10 + ones) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> Option<(String, Vec<u16>, Style)> {
        Number::of(title).map(|number| (number.word, number.steps, number.style))
    }

    #[test]
    fn numbers_are_told_from_words() {
        let plain = |steps: &[u16], style| Some((String::new(), steps.to_vec(), style));
        assert_eq!(read("1 FOREWORD"), plain(&[1], Style::Digits));
        assert_eq!(read("2.1. Our aims"), plain(&[2, 1], Style::Digits));
        assert_eq!(read("A.3 Methods"), plain(&[1, 3], Style::Letter));
        assert_eq!(read("XIV. Finance"), plain(&[14], Style::Roman));
        assert_eq!(read("Appendix B"), Some(("appendix".to_owned(), vec![2], Style::Letter)));
        assert_eq!(read("Priority 3: Teeth"), Some(("priority".to_owned(), vec![3], Style::Digits)));
        for words in ["A new start", "I feel safe", "2024 in numbers", "Over 65 and frail", "MIX of care", "1.5"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn counts_go_on_and_down() {
        let number = |title| Number::of(title).expect("a number");
        assert!(number("2.2 B").follows(&number("2.1 A")));
        assert!(!number("3.2 B").follows(&number("2.1 A")));
        assert!(!number("2. B").follows(&number("1 A")));
        assert!(number("2.1 A").is_under(&number("2. Z")));
        assert!(!number("2.1.1 A").is_under(&number("2 Z")));
    }
}

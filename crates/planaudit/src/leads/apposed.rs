//! Words set beside a name that say more than a comma does and still describe it: its body, its initials, its brief.

use super::bonds::{EXPLICIT, Gap};
use super::role_words::SUBJECTS;
use super::words::NOT_NAMES;

/// "Ada Quill, Quillmoor Council, Chief Nurse", "Ada Quill (AQ – Chair)", "Ada Quill, the council's Education Manager".
pub(super) fn person_described(gap: &Gap, raw: &str, bodied: bool) -> Option<(u8, bool)> {
    if bodied && gap.words.is_empty() {
        let marks = [",,", ",(", "(,", "--", "––", "-–", "–-", ",–", ",-"];
        return marks.contains(&gap.marks.as_str()).then_some((2, false));
    }
    let initials = |word: &str| (2..=4).contains(&word.len()) && word.starts_with(char::is_uppercase);
    if gap.len() == 1 && raw.split(|letter: char| !letter.is_alphanumeric()).any(initials) {
        match gap.marks.as_str() {
            "(-" | "(–" | "(," | "(/" => return Some((4, false)),
            "()," | "()-" | "()–" | "():" => return Some((2, false)),
            _ => {}
        }
    }
    // "Ada Quill, Schools Planning, Commissioning Manager": words of the post, none of which can be a name.
    let of_post = |word: &str| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && (NOT_NAMES.contains(lower.as_str()) || SUBJECTS.contains(lower.as_str()))
            || matches!(word, "and" | "&" | "of")
    };
    if gap.marks == ",,"
        && raw.trim_end().ends_with(',')
        && gap.len() <= 5
        && raw.split([' ', ',']).filter(|word| !word.is_empty()).all(of_post)
    {
        return Some((2, false));
    }
    let taken_up = [" taking up the", " takes up the", " take up the", " took up the"];
    if gap.len() <= 6 && gap.ends(&taken_up) {
        return Some((EXPLICIT, false));
    }
    let mut words = raw.trim_start_matches([',', ' ']).split_whitespace();
    let owner = |word: &str| {
        ["council", "trust", "icb", "board", "partnership", "authority"]
            .iter()
            .any(|body| word.to_lowercase().replace('’', "'").strip_suffix("'s").is_some_and(|noun| noun == *body))
    };
    let described = gap.marks == ","
        && raw.starts_with(',')
        && gap.len() <= 8
        && words.next() == Some("the")
        && words.next().is_some_and(owner)
        && words.all(|word| word.starts_with(char::is_uppercase) || matches!(word, "and" | "&" | "of" | "for"));
    described.then_some((2, false))
}

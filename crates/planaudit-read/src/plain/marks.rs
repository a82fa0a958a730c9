//! What the first marks of a line or paragraph say about it: bullets, numbers, captions, footnote numbers.
#![cfg_attr(not(feature = "markdown"), allow(dead_code, reason = "the other readers need only a part"))]

/// Glyphs no sentence begins with.
const GLYPHS: [char; 21] = [
    '•', '●', '▪', '■', '◦', '○', '‣', '⁃', '∙', '·', '➢', '➤', '►', '▶', '✓', '✔', '❖', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}', '\u{f0fc}',
];

/// The text after a bullet that cannot be anything else.
pub(crate) fn after_glyph(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.strip_prefix(GLYPHS)?;
    Some(rest.trim_start_matches(GLYPHS).trim_start())
}

/// Whether a paragraph is the caption of a figure, table or picture: its label and number, then a title or nothing.
pub(crate) fn is_caption(text: &str) -> bool {
    const LABELS: [&str; 10] =
        ["figure", "fig", "table", "chart", "graph", "map", "diagram", "image", "infographic", "exhibit"];
    let Some((label, rest)) = text.split_once(' ') else { return false };
    let label = label.trim_end_matches('.').to_lowercase();
    if !LABELS.contains(&label.as_str()) || text.split_whitespace().count() > 45 {
        return false;
    }
    let number = rest.split(|letter: char| !letter.is_alphanumeric() && letter != '.').next().unwrap_or_default();
    let counted = number.starts_with(|letter: char| letter.is_ascii_digit())
        || number.chars().count() == 1 && number.starts_with(|letter: char| letter.is_ascii_uppercase());
    let after = rest[number.len()..].trim_start();
    // "Table 1 shows …" is a sentence; "Table 1. Measures", "Table 1 Measures" and "Table 1" are captions.
    counted && (number.ends_with('.') || !after.starts_with(|letter: char| letter.is_lowercase() || letter == ','))
}

/// The number and text of a paragraph that may be a footnote: "2 Carers of all ages", "¹ Rounded.", "3. See Annex C."
pub(crate) fn footnote(text: &str) -> Option<(u32, &str)> {
    let mut number = 0_u32;
    let mut end = 0;
    for (at, letter) in text.char_indices().take(3) {
        let Some(digit) = superscript(letter).or_else(|| letter.to_digit(10)) else { break };
        number = number * 10 + digit;
        end = at + letter.len_utf8();
    }
    let raised = text.chars().next().and_then(superscript).is_some();
    let rest = text[end..].trim_start_matches(['.', ')']);
    let spaced = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    let opens = rest.starts_with(|letter: char| letter.is_uppercase() || "‘“\"'(".contains(letter))
        || rest.starts_with("http")
        || rest.starts_with("www.");
    (end > 0 && number > 0 && (raised && !rest.is_empty() || spaced && opens)).then_some((number, rest))
}

/// Whether the text refers to a footnote by its raised number.
pub(crate) fn refers_to(text: &str, number: u32) -> bool {
    let mark: String = number.to_string().chars().map(raised).collect();
    text.match_indices(&mark).any(|(at, _)| {
        let outside = |letter: Option<char>| letter.and_then(superscript).is_none();
        outside(text[..at].chars().next_back()) && outside(text[at + mark.len()..].chars().next())
    })
}

/// A digit as it stands raised; other letters as they are.
pub(crate) fn raised(digit: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit.to_digit(10).and_then(|value| RAISED.get(value as usize)).copied().unwrap_or(digit)
}

/// The value of a raised digit.
pub(crate) fn superscript(letter: char) -> Option<u32> {
    match letter {
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁰' | '⁴'..='⁹' => Some(letter as u32 - '⁰' as u32),
        _ => None,
    }
}

/// Whether the text stops as a sentence or an introduction does, so that nothing more is owed to it.
pub(crate) fn is_closed(text: &str) -> bool {
    let bare = text.trim_end_matches(|letter: char| "”’\"')]¹²³⁴⁵⁶⁷⁸⁹".contains(letter));
    bare.ends_with(['.', '!', '?', ':', ';', '…'])
}

/// Whether the text can be nothing but a page number.
pub(crate) fn is_page_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a paragraph set apart by its look (bold, capitals) is short and open-ended enough to be a heading.
pub(crate) fn may_be_heading(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words <= 16
        && text.chars().any(char::is_alphabetic)
        && !text.starts_with(char::is_lowercase)
        && !text.ends_with(['.', ',', ';', '!', '”', '-', '–'])
}

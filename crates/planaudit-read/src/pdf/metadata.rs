//! What a file says about itself: its title and the labels of its pages.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};

/// Number trees nested deeper than this are not followed.
const DEEPEST_TREE: u8 = 8;

/// The title, unless it is empty or only the name of the file it was made from.
pub(super) fn title(pdf: &Pdf) -> Option<String> {
    let title = text_string(pdf.metadata().title.as_deref()?);
    let title = crate::lines::clean(&title);
    let lower = title.to_lowercase();
    let made_from = ["microsoft word -", "microsoft powerpoint -", "powerpoint presentation", "untitled", "layout 1"];
    let endings = [".doc", ".docx", ".pdf", ".indd", ".ppt", ".pptx", ".qxd", ".pub", ".xls", ".xlsx", ".rtf", ".odt"];
    let named =
        made_from.iter().any(|start| lower.starts_with(start)) || endings.iter().any(|end| lower.ends_with(end));
    let says = title.contains(char::is_alphabetic) && (title.contains(' ') || !title.contains('_'));
    (says && !named).then_some(title)
}

/// A text string of the file: UTF-16 or UTF-8 with a mark, else Latin.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| latin(byte)).collect(),
    }
}

/// The document encoding, where it differs from Latin-1.
fn latin(byte: u8) -> char {
    match byte {
        0x80 => '•',
        0x83 => '…',
        0x84 => '—',
        0x85 => '–',
        0x8d => '“',
        0x8e => '”',
        0x8f => '‘',
        0x90 => '’',
        0xa0 => '€',
        0xad => '\u{ad}',
        _ => char::from(byte),
    }
}

/// The labels the file gives its pages; `None` where it gives none.
pub(super) fn page_labels(pdf: &Pdf, pages: usize) -> Option<Vec<String>> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let tree = catalog.get::<Dict<'_>>("PageLabels")?;
    let mut ranges = Vec::new();
    collect(&tree, 0, &mut ranges);
    ranges.sort_by_key(|range| range.from);
    if ranges.is_empty() {
        return None;
    }
    let label = |page: usize| {
        let range = ranges.iter().rev().find(|range| range.from <= page)?;
        let number = range.start.saturating_add((page - range.from) as u32);
        Some(format!("{}{}", range.prefix, numeral(range.style, number)))
    };
    Some((0..pages).map(|page| label(page).unwrap_or_default()).collect())
}

struct LabelRange {
    from: usize,
    style: u8,
    prefix: String,
    start: u32,
}

fn collect(node: &Dict<'_>, depth: u8, ranges: &mut Vec<LabelRange>) {
    if let Some(numbers) = node.get::<Array<'_>>("Nums") {
        let mut items = numbers.iter::<Object<'_>>();
        while let (Some(from), Some(dict)) = (items.next(), items.next()) {
            let (Some(from), Some(dict)) = (from.into_i32().and_then(|n| usize::try_from(n).ok()), dict.into_dict())
            else {
                continue;
            };
            let prefix = dict.get::<PdfString<'_>>("P").map(|text| text_string(text.as_bytes())).unwrap_or_default();
            let style = dict.get::<Name<'_>>("S").and_then(|name| name.as_ref().first().copied()).unwrap_or(0);
            ranges.push(LabelRange { from, style, prefix, start: dict.get::<u32>("St").unwrap_or(1) });
        }
    }
    if depth < DEEPEST_TREE
        && let Some(kids) = node.get::<Array<'_>>("Kids")
    {
        for kid in kids.iter::<Dict<'_>>() {
            collect(&kid, depth + 1, ranges);
        }
    }
}

fn numeral(style: u8, number: u32) -> String {
    match style {
        b'D' => number.to_string(),
        b'r' => roman(number),
        b'R' => roman(number).to_uppercase(),
        b'a' | b'A' if number > 0 => {
            let letter = char::from(style + ((number - 1) % 26) as u8);
            std::iter::repeat_n(letter, ((number - 1) / 26 + 1).min(20) as usize).collect()
        }
        _ => String::new(),
    }
}

fn roman(mut number: u32) -> String {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    number = number.min(4_999);
    for (value, numeral) in NUMERALS {
        while number >= value {
            text.push_str(numeral);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_count() {
        assert_eq!(numeral(b'r', 14), "xiv");
        assert_eq!(numeral(b'A', 28), "BB");
        assert_eq!(numeral(b'D', 7), "7");
    }

    #[test]
    fn strings_are_decoded() {
        assert_eq!(text_string(b"\xfe\xff\x00A\x20\x19"), "A’");
        assert_eq!(text_string(b"plan \x84 2023"), "plan — 2023");
    }
}

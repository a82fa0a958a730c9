//! Bytes to text: UTF-8, UTF-16 with a byte order mark or by its look, else Windows-1252.

use crate::error::ReadError;
use crate::format::Format;

/// Decodes a file that should be text.
///
/// # Errors
/// [`ReadError::Broken`] for what is no text, [`ReadError::Empty`] for nothing but white space.
pub(crate) fn text(format: Format, bytes: &[u8]) -> Result<String, ReadError> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(ReadError::Broken { format, reason: "it holds bytes that are no text".to_owned() });
    }
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(text)
}

/// Decodes a text file. Every byte sequence gives some text.
pub(crate) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ if is_utf16(bytes, 1) => utf16(bytes, u16::from_le_bytes),
        _ if is_utf16(bytes, 0) => utf16(bytes, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => windows_1252(bytes),
        },
    }
}

/// Whether nearly every other byte, from `first` on, is zero and hardly one between them: English in UTF-16.
fn is_utf16(bytes: &[u8], first: usize) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 8 && zeros(first) * 10 > head.len() / 2 * 8 && zeros(1 - first) * 10 < head.len() / 2
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Decodes Windows-1252, which is also what web pages mean by Latin-1.
fn windows_1252(bytes: &[u8]) -> String {
    /// What 0x80 to 0x9F stand for; the five unassigned bytes stand for themselves, as on the web.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .map(|&byte| match byte {
            0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        })
        .collect()
}

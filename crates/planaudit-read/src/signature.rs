//! What a file's first bytes say of it, where they contradict its name.

use crate::error::ReadError;
use crate::format::Format;

/// The first bytes of pictures and archives, and what begins with them.
const PICTURES: [(&[u8], &str); 6] = [
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"8BPS", "a Photoshop picture"),
];

const IS_PICTURE: &str = "save the document itself, or print the picture to PDF and run character recognition on it";
const SAVE_AGAIN: &str = "open it in an office program and save it as DOCX or PPTX";

/// The format to read bytes by: the one the name says, unless they plainly begin another.
pub(crate) fn settle(named: Format, bytes: &[u8]) -> Result<Format, ReadError> {
    let is_text = matches!(named, Format::Text | Format::Markdown | Format::Html);
    if bytes.starts_with(b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(if is_text || named == Format::Pdf { Format::Docx } else { named });
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(compound(bytes));
    }
    if let Some((_, what)) = PICTURES.iter().find(|(first, _)| bytes.starts_with(first)) {
        return Err(ReadError::Foreign { what, remedy: IS_PICTURE });
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(ReadError::Foreign { what: "a rich text document (RTF)", remedy: SAVE_AGAIN });
    }
    if !is_text && is_web_page(bytes) {
        let remedy = "the download may have failed: fetch the file again, or name it .html if it is the page you want";
        return Err(ReadError::Foreign { what: "a web page", remedy });
    }
    Ok(named)
}

/// The older container of Microsoft's, which encrypted packages come in too.
fn compound(bytes: &[u8]) -> ReadError {
    // Names of its streams are written in UTF-16.
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    let foreign = |what| ReadError::Foreign { what, remedy: SAVE_AGAIN };
    if holds("EncryptedPackage") {
        ReadError::Encrypted
    } else if holds("WordDocument") {
        foreign("an old Word document (.doc)")
    } else if holds("PowerPoint Document") {
        foreign("an old PowerPoint presentation (.ppt)")
    } else if holds("Workbook") {
        foreign("an old spreadsheet (.xls)")
    } else {
        foreign("in an old Microsoft format")
    }
}

fn is_web_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_ascii_lowercase();
    let head =
        head.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{fffd}');
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

//! Malformed and hostile files of every format, made here: each ends in a document or in an error that says what to do,
//! never in a panic, and never in a wait without end.

mod office;
mod packed;
mod pdf;
mod secret;
mod text;

use planaudit_read::{Document, Format, PageKind, ReadError, read_bytes};

/// What must come of a file.
enum Outcome {
    /// A document whose text holds this.
    Reads(&'static str),
    /// An error whose message holds this.
    Refused(&'static str),
    /// Either, by what the library makes of the damage.
    Either,
}

/// A file that nobody should write.
struct Case {
    name: &'static str,
    format: Format,
    bytes: Vec<u8>,
    outcome: Outcome,
}

fn case(name: &'static str, format: Format, bytes: impl Into<Vec<u8>>, outcome: Outcome) -> Case {
    Case { name, format, bytes: bytes.into(), outcome }
}

fn all_text(document: &Document) -> String {
    document.blocks.iter().map(|block| format!("{}\n", block.text)).collect::<Vec<_>>().concat()
}

/// Holds what every document promises.
fn check(name: &str, document: &Document) {
    assert!(!document.blocks.is_empty(), "{name}: a document without text is no document");
    for block in &document.blocks {
        assert!(!block.lines.is_empty() && block.lines[0].at == 0, "{name}: {block:?}");
        assert!(block.lines.iter().all(|line| block.text.is_char_boundary(line.at)), "{name}: {block:?}");
        assert!(block.strong.iter().all(|range| block.text.get(range.clone()).is_some()), "{name}: {block:?}");
        assert!(!block.text.contains('\n'), "{name}: {block:?}");
        if let Some(page) = block.page() {
            assert!(page.get() as usize <= document.pages.len(), "{name}: {block:?}");
        }
    }
    assert!((0.0..=1.0).contains(&document.readable()), "{name}");
}

fn run(cases: Vec<Case>) {
    let faults: Vec<String> = cases.into_iter().filter_map(|case| fault(case).err()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fault(Case { name, format, bytes, outcome }: Case) -> Result<(), String> {
    let result = read_bytes(format, bytes);
    if let Ok(document) = &result {
        check(name, document);
    }
    if let Err(error) = &result {
        // What is wrong, then what to do.
        if !error.to_string().contains(';') && !matches!(error, ReadError::Empty) {
            return Err(format!("{name}: no remedy in: {error}"));
        }
    }
    match (outcome, result) {
        (Outcome::Reads(text), Ok(document)) if !all_text(&document).contains(text) => {
            Err(format!("{name}: read as {}", all_text(&document)))
        }
        (Outcome::Refused(reason), Err(error)) if !error.to_string().contains(reason) => {
            Err(format!("{name}: refused for another reason: {error}"))
        }
        (Outcome::Reads(_), Err(error)) => Err(format!("{name}: refused: {error}")),
        (Outcome::Refused(_), Ok(document)) => Err(format!("{name}: read as {}", all_text(&document))),
        _ => Ok(()),
    }
}

/// Damages a file in many ways; none may bring the reader down.
fn bend(format: Format, whole: &[u8], step: usize) {
    for at in (0..whole.len()).step_by(step) {
        let mut flipped = whole.to_vec();
        flipped[at] ^= 1 << (at % 8);
        for bytes in [whole[..at].to_vec(), whole[at..].to_vec(), flipped] {
            if let Ok(document) = read_bytes(format, bytes) {
                check("bent", &document);
            }
        }
    }
}

const CAT: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xDB\0\x43\0\xFF\xD9";

#[test]
fn every_format_refuses_what_it_is_not() {
    for format in Format::ALL {
        let cases = vec![
            case("a cat", format, CAT, Outcome::Refused("a JPEG picture")),
            case("another cat", format, b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Outcome::Refused("a PNG picture")),
            case("nothing", format, Vec::new(), Outcome::Refused("empty")),
            case("zeros", format, vec![0; 5_000], Outcome::Refused("")),
            case("rich text", format, b"{\\rtf1\\ansi A plan.}".to_vec(), Outcome::Refused("save it as DOCX")),
            case("old office", format, secret::compound("WordDocument"), Outcome::Refused("an old Word document")),
            case("old slides", format, secret::compound("PowerPoint Document"), Outcome::Refused("old PowerPoint")),
            case("locked office", format, secret::compound("EncryptedPackage"), Outcome::Refused("password")),
        ];
        run(cases);
    }
}

#[test]
fn pdf_files() {
    run(pdf::cases());
}

#[test]
fn packed_too_tightly() {
    run(packed::cases());
}

#[test]
fn encrypted_files() {
    run(secret::cases());
}

#[test]
fn office_files() {
    run(office::cases());
}

#[test]
fn web_pages_and_text() {
    run(text::cases());
}

#[test]
fn damage_of_every_kind() {
    bend(Format::Pdf, &pdf::plain("Words of a plan."), 11);
    bend(Format::Docx, &office::docx("<w:p><w:r><w:t>Words of a plan.</w:t></w:r></w:p>"), 5);
    bend(Format::Html, b"<html><body><main><table><tr><td>a</table><ul><li>b</ul>", 1);
}

#[test]
fn the_ledger_tells_what_was_not_wholly_read() {
    let kind = |bytes: Vec<u8>| {
        let document = read_bytes(Format::Pdf, bytes).expect("a document");
        assert!(all_text(&document).contains("Words of a plan."));
        (document.pages[0].kind, document.readable() < 1.0)
    };
    assert_eq!(kind(pdf::plain("Words of a plan.")), (PageKind::Text, false));
    assert_eq!(kind(pdf::over_a_picture()), (PageKind::Mixed, false));
    // What could be read before the work became too much is kept, and known to be a part.
    assert_eq!(kind(pdf::laughs()), (PageKind::Broken, true));
}

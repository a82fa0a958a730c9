//! Packages that are not what they should be.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use planaudit_read::Format;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Case, Outcome, case};

pub(super) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a package").into_inner()
}

/// A document of a body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    let text = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    package(&[("word/document.xml", text.as_bytes())])
}

fn main_part(name: &str) -> String {
    format!(r#"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="{name}"/></Relationships>"#)
}

fn pptx(slides: usize, slide: Option<&str>) -> Vec<u8> {
    let ids = (0..slides).map(|id| format!(r#"<p:sldId id="{id}" r:id="s"/>"#)).collect::<Vec<_>>().concat();
    let deck = format!(r#"<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"#);
    let to_slide = r#"<Relationships><Relationship Id="s" Type="x/slide" Target="s.xml"/></Relationships>"#;
    let main = main_part("ppt/presentation.xml");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", main.as_bytes()),
        ("ppt/presentation.xml", deck.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", to_slide.as_bytes()),
    ];
    parts.extend(slide.map(|slide| ("ppt/s.xml", slide.as_bytes())));
    package(&parts)
}

fn odt(text: &str) -> Vec<u8> {
    let content = format!(r#"<o:c xmlns:o="o" xmlns:t="t" xmlns:b="b"><o:body><o:text>{text}</o:text></o:body></o:c>"#);
    package(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

const WORDS: &str = "<w:p><w:r><w:t>Words of a plan.</w:t></w:r></w:p>";

/// Entities that stand for ten of the one before.
fn laughs() -> String {
    let mut entities = r#"<!ENTITY a0 "ha">"#.to_owned();
    for level in 1..12 {
        let _ = write!(entities, r#"<!ENTITY a{level} "{}">"#, format!("&a{};", level - 1).repeat(10));
    }
    let body = "<w:p><w:r><w:t>Words of a plan.&a11;</w:t></w:r></w:p>";
    format!(r#"<!DOCTYPE w [{entities}]><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
}

fn many_files() -> Vec<u8> {
    let names: Vec<String> = (0..20_001).map(|index| format!("{index}.xml")).collect();
    package(&names.iter().map(|name| (name.as_str(), b"".as_slice())).collect::<Vec<_>>())
}

/// A package whose text is another than its check sum says.
fn wrong_sum() -> Vec<u8> {
    let mut bytes = package(&[("word/document.xml", b"<w:document/>")]);
    // In the local header and in the directory.
    let sums: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x03\x04").map(|(at, _)| at + 14).collect();
    let directory: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02").map(|(at, _)| at + 16).collect();
    sums.into_iter().chain(directory).for_each(|at| bytes[at] ^= 0xFF);
    bytes
}

pub(super) fn cases() -> Vec<Case> {
    use Outcome::{Either, Reads, Refused};
    let word = |name, bytes: Vec<u8>, outcome| case(name, Format::Docx, bytes, outcome);
    let slides = |name, bytes: Vec<u8>, outcome| case(name, Format::Pptx, bytes, outcome);
    let open = |name, bytes: Vec<u8>, outcome| case(name, Format::Odt, bytes, outcome);
    let reads = || Reads("Words of a plan.");
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(format!("<w:document xmlns:w='w'>{WORDS}</w:document>").encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let outside = r#"<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:p><w:r><w:t>Words of a plan.&x;</w:t></w:r></w:p></w:document>"#;
    let flood: String = (0..100_000).fold(String::new(), |mut flood, index| {
        let _ = write!(flood, r#" a{index}="1""#);
        flood
    });
    let nested = "<w:tbl><w:tr><w:tc>".repeat(400) + WORDS + &"</w:tc></w:tr></w:tbl>".repeat(400);
    let wide = format!(
        "<t:p>Words of a plan.</t:p><b:table>{}</b:table>",
        r#"<b:table-row b:number-rows-repeated="1000000000"><b:table-cell b:number-columns-repeated="1000000000"><t:p>x</t:p></b:table-cell></b:table-row>"#
            .repeat(20)
    );
    let circle = r#"<s:style xmlns:s="s" s:name="A" s:family="paragraph" s:parent-style-name="A"/><t:p t:style-name="A">Words of a plan.</t:p>"#;
    let slide = r#"<p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:txBody><a:p><a:r><a:t>Words of a plan.</a:t></a:r></a:p></p:txBody></p:sp></p:sld>"#;
    let sheet = main_part("xl/workbook.xml");
    vec![
        word("sound", docx(WORDS), reads()),
        word("half a package", docx(WORDS)[..200].to_vec(), Refused("not a readable DOCX")),
        word("a package of nothing", package(&[]), Refused("")),
        word("a package of a cat", package(&[("cat.jpeg", crate::CAT)]), Refused("missing")),
        word("a package in a package", package(&[("word.docx", &docx(WORDS))]), Refused("missing")),
        word("laughs", package(&[("word/document.xml", laughs().as_bytes())]), reads()),
        word("a file from outside", package(&[("word/document.xml", outside.as_bytes())]), reads()),
        word("deep elements", docx(&"<w:p>".repeat(100_000)), Refused("nested elements")),
        word("deep tables", docx(&nested), reads()),
        word("a flood of attributes", docx(&format!("<w:p{flood}/>{WORDS}")), reads()),
        word("too many files", many_files(), Refused("files in the package")),
        word("a wrong sum", wrong_sum(), Refused("not a readable DOCX")),
        word("UTF-16", package(&[("word/document.xml", &utf16)]), reads()),
        word(
            "a spreadsheet",
            package(&[("_rels/.rels", sheet.as_bytes()), ("xl/workbook.xml", b"<w/>")]),
            Refused("a spreadsheet"),
        ),
        word(
            "names that climb",
            package(&[
                ("../../etc/passwd", b"x"),
                (
                    "word/document.xml",
                    b"<w:document xmlns:w='w'><w:p><w:r><w:t>Words of a plan.</w:t></w:r></w:p></w:document>",
                ),
            ]),
            reads(),
        ),
        word("a PDF", crate::pdf::plain("Words of a plan."), reads()),
        word("slides", pptx(1, Some(slide)), reads()),
        word("only zeros in it", package(&[("word/document.xml", &[0; 9_999])]), Refused("")),
        case("a document named text", Format::Text, docx(WORDS), reads()),
        case("a document named PDF", Format::Pdf, docx(WORDS), reads()),
        slides("slides that are missing", pptx(3, None), Refused("none of its slides")),
        slides("the same slide again and again", pptx(40, Some(slide)), reads()),
        slides("too many slides", pptx(5_001, Some(slide)), Refused("slides: 5001")),
        slides("a slide cut off", pptx(2, Some(&slide[..90])), Refused("none of its slides")),
        slides("a document", docx(WORDS), reads()),
        open("sound", odt("<t:p>Words of a plan.</t:p>"), reads()),
        open("cells beyond number", odt(&wide), reads()),
        open("a style based on itself", odt(circle), reads()),
        open("deep lists", odt(&format!("{}<t:p>x</t:p>", "<t:list><t:list-item>".repeat(900))), Refused("ill-formed")),
        open(
            "notes in notes",
            odt(&format!(
                "<t:p>Words of a plan.{}x{}</t:p>",
                "<t:note><t:note-body><t:p>".repeat(300),
                "</t:p></t:note-body></t:note>".repeat(300)
            )),
            reads(),
        ),
        open("blanks beyond number", odt(r#"<t:p>Words of a plan.<t:s t:c="4000000000"/></t:p>"#), reads()),
        open(
            "no content",
            package(&[("mimetype", b"application/vnd.oasis.opendocument.text")]),
            Refused("content.xml is missing"),
        ),
        open(
            "a spreadsheet",
            package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]),
            Refused("without text"),
        ),
        open("an e-book", package(&[("mimetype", b"application/epub+zip")]), Refused("an e-book")),
        open("wrong nesting", odt("<t:p>Words</t:h>"), Either),
    ]
}

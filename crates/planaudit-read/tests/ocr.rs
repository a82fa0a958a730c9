//! Scanned pages: drawn here, wrapped as pictures, and recognised where Tesseract is installed.
#![cfg(feature = "ocr")]

use std::fmt::Write as _;
use std::io::Write as _;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use planaudit_read::{Format, PageKind, ReadError, Recognition, read_bytes};

fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", bytes.len());
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    let end = format!("{table}trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF", objects.len() + 1);
    bytes.extend(end.bytes());
    bytes
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    [format!("<< /Length {} {entries} >>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// Objects of a page of text, to follow a catalogue and a page tree.
fn text_page(first: usize, content: &str) -> Vec<Vec<u8>> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F {} 0 R >> >> >>",
        first + 1,
        first + 2
    );
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    vec![page.into_bytes(), stream("", content.as_bytes()), font.as_bytes().to_vec()]
}

fn catalogue(kids: &[usize]) -> Vec<Vec<u8>> {
    let kids = kids.iter().map(|kid| format!("{kid} 0 R ")).collect::<Vec<_>>().concat();
    vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", kids.split(" R").count() - 1).into_bytes(),
    ]
}

/// A page of text as a picture of it: width, height, shades of grey.
fn scan(content: &str) -> (u16, u16, Vec<u8>) {
    let bytes = file(&[catalogue(&[3]), text_page(3, content)].concat());
    let pdf = Pdf::new(bytes).expect("a sound file");
    let settings = PixmapSettings { x_scale: 2.5, y_scale: 2.5, bg_color: WHITE };
    let page = &pdf.pages()[0];
    let drawn = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    (drawn.width(), drawn.height(), drawn.data().iter().map(|dot| dot.g).collect())
}

const CONTENT: &str = "BT /F 24 Tf 60 760 Td (Start well) Tj ET
BT /F 12 Tf 60 700 Td (We will improve the lives of all children and young people who live) Tj ET
BT /F 12 Tf 60 685 Td (in the county by working together with their families.) Tj ET
BT /F 12 Tf 60 640 Td (Priya Ashdown is the executive lead for babies and children.) Tj ET";

/// A file of a scanned page and, if wanted, one of text.
fn scanned(with_text: bool) -> Vec<u8> {
    let (width, height, grey) = scan(CONTENT);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&grey).expect("memory");
    let picture = format!(
        "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    );
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>";
    let mut objects = catalogue(if with_text { &[3, 6] } else { &[3] });
    objects.push(page.as_bytes().to_vec());
    objects.push(stream("", b"q 595 0 0 842 0 0 cm /I Do Q"));
    objects.push(stream(&picture, &packed.finish().expect("memory")));
    objects.extend(text_page(6, "BT /F 12 Tf 60 700 Td (Words that were printed.) Tj ET"));
    file(&objects)
}

#[test]
fn a_scanned_page_is_recognised_and_marked_as_such() {
    let read = read_bytes(Format::Pdf, scanned(true)).expect("a document");
    if Recognition::now() != Recognition::Ready {
        eprintln!("skipped: {}", Recognition::now().advice());
        assert_eq!(read.pages[0].kind, PageKind::Scanned);
        return;
    }
    let kinds: Vec<_> = read.pages.iter().map(|page| page.kind).collect();
    assert_eq!(kinds, [PageKind::Recognised, PageKind::Text]);
    assert!(read.pages[0].confidence.is_some_and(|confidence| confidence > 60), "{:?}", read.pages[0]);
    assert_eq!(read.pages[1].confidence, None);
    assert!((read.readable() - 1.0).abs() < 1e-9);
    let texts: Vec<&str> = read.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Start well",
            "We will improve the lives of all children and young people who live in the county by working together with their families.",
            "Priya Ashdown is the executive lead for babies and children.",
            "Words that were printed.",
        ]
    );
    assert!(matches!(read.blocks[0].kind, planaudit_read::BlockKind::Heading { .. }), "{:?}", read.blocks[0]);
}

#[test]
fn a_file_of_scans_alone_says_what_to_install() {
    match read_bytes(Format::Pdf, scanned(false)) {
        Ok(document) => assert_eq!(Recognition::now(), Recognition::Ready, "{document:?}"),
        Err(ReadError::NoText { recognition, .. }) => assert_eq!(recognition, Recognition::NotInstalled),
        Err(error) => panic!("{error}"),
    }
}

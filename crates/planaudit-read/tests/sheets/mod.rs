//! Small PDF files made by hand.
#![allow(dead_code, unreachable_pub, reason = "each test file needs but a part")]

use std::fmt::Write as _;

use planaudit_read::{Block, Document, Format, read_bytes};

/// Text of one page: size, place from the left and from the foot, words.
pub struct Sheet(String);

impl Sheet {
    pub fn new() -> Self {
        Self(String::new())
    }

    pub fn text(mut self, size: f32, x: f32, y: f32, words: &str) -> Self {
        let _ = writeln!(self.0, "BT /F {size} Tf {x} {y} Td ({words}) Tj ET");
        self
    }

    pub fn bold(mut self, size: f32, x: f32, y: f32, words: &str) -> Self {
        let _ = writeln!(self.0, "BT /B {size} Tf {x} {y} Td ({words}) Tj ET");
        self
    }

    pub fn lines(mut self, x: f32, mut y: f32, lines: &[&str]) -> Self {
        for line in lines {
            self = self.text(10.0, x, y, line);
            y -= 12.0;
        }
        self
    }

    pub fn raw(mut self, operators: &str) -> Self {
        self.0 += operators;
        self
    }
}

pub fn pdf_with(sheets: &[Sheet], catalog: &str, info: &str) -> Vec<u8> {
    pdf_of(sheets, catalog, info, &[])
}

/// With further objects, which come after five and two for each page.
pub fn pdf_of(sheets: &[Sheet], catalog: &str, info: &str, further: &[String]) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>".to_owned(),
        format!("<< {info} >>"),
    ];
    let mut kids = String::new();
    for sheet in sheets {
        let page = objects.len() + 1;
        let _ = write!(kids, "{page} 0 R ");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>",
            page + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{}\nendstream", sheet.0.len(), sheet.0));
    }
    objects.extend(further.iter().cloned());
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", sheets.len());
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let trailer =
        format!("trailer << /Size {} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF", objects.len() + 1);
    file.extend(trailer.bytes());
    file
}

pub fn read(sheets: &[Sheet]) -> Document {
    read_bytes(Format::Pdf, pdf_with(sheets, "", "")).expect("a readable file")
}

pub fn texts(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text.as_str()).collect()
}

pub fn find<'d>(document: &'d Document, start: &str) -> &'d Block {
    document
        .blocks
        .iter()
        .find(|block| block.text.starts_with(start))
        .unwrap_or_else(|| panic!("{start}: {document:#?}"))
}

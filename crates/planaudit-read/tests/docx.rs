//! DOCX files built here, part by part.
#![cfg(feature = "docx")]

use std::io::{Cursor, Write};

use planaudit_read::{BlockKind, Document, Format, ReadError, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a package").into_inner()
}

fn body(inner: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>{inner}</w:body></w:document>"#)
}

fn file(inner: &str) -> Vec<u8> {
    package(&[("word/document.xml", &body(inner)), ("word/styles.xml", STYLES)])
}

fn read(inner: &str) -> Document {
    read_bytes(Format::Docx, file(inner)).expect("a document")
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.text.as_str())).collect()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn styled(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

fn cell(inner: &str) -> String {
    format!("<w:tc>{inner}</w:tc>")
}

#[test]
fn styles_say_what_a_paragraph_is() {
    let inner: String = ["Heading2", "Chapter", "Bullets", "Cap", "Q", "TOC1", "Loop", "Heading3"]
        .map(|style| styled(style, "Text"))
        .concat();
    let found: Vec<_> = read(&inner).blocks.into_iter().map(|block| block.kind).collect();
    assert_eq!(
        found,
        [
            BlockKind::Heading { level: 2 },
            BlockKind::Heading { level: 2 },
            BlockKind::ListItem { depth: 1 },
            BlockKind::Caption,
            BlockKind::Quotation,
            BlockKind::Paragraph,
            BlockKind::Paragraph,
            BlockKind::Heading { level: 3 },
        ]
    );
}

#[test]
fn numbering_makes_list_items() {
    let item = |list: u32, level: u32| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#
        )
    };
    let document = read(&format!("{}{}{}{}", item(1, 0), item(1, 2), item(0, 0), paragraph("•\ty")));
    let depth = |depth| BlockKind::ListItem { depth };
    assert_eq!(kinds(&document), [(depth(0), "x"), (depth(2), "x"), (BlockKind::Paragraph, "x"), (depth(0), "y")]);
}

#[test]
fn runs_keep_bold_blanks_and_breaks() {
    let document = read(
        r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">We </w:t></w:r>
        <w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>will</w:t></w:r><w:r><w:tab/><w:t>act &amp; not&#8209;</w:t><w:br/><w:t>talk</w:t></w:r>
        <w:hyperlink><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r></w:hyperlink>
        <w:r><w:rPr><w:b/><w:b w:val="0"/><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"#,
    );
    assert_eq!(document.blocks[0].text, "We will act & not\u{2011} talk¹²");
    assert_eq!(document.blocks[0].strong.first(), Some(&(3..7)));
    assert!(document.pages.is_empty());
}

#[test]
fn short_bold_paragraphs_are_headings() {
    let bold = |text| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let document = read(&format!("{}{}{}", styled("Heading2", "Two"), bold("Workforce"), bold("We will be heard.")));
    assert_eq!(document.blocks[1].kind, BlockKind::Heading { level: 3 });
    assert_eq!(document.blocks[2].kind, BlockKind::Paragraph);
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let document = read(
        r"<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='Heading2'/></w:pPr></w:pPrChange></w:pPr><w:del><w:r><w:delText>old</w:delText></w:r></w:del>
        <w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>",
    );
    assert_eq!(kinds(&document), [(BlockKind::Paragraph, "new")]);
}

#[test]
fn tables_keep_their_columns() {
    let wide = r#"<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Both</w:t></w:r></w:p></w:tc>"#;
    let nested = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&paragraph("in")), cell(&paragraph("side")));
    let inner = format!(
        "<w:tbl><w:tr>{a}{b}{c}</w:tr><w:tr>{a}{wide}</w:tr><w:tr>{a}{merged}{n}</w:tr></w:tbl>{after}",
        a = cell(&paragraph("A")),
        b = cell(&format!("{}{}", paragraph("B"), paragraph("b"))),
        c = cell(&paragraph("C")),
        merged = cell("<w:tcPr><w:vMerge/></w:tcPr><w:p/>"),
        n = cell(&nested),
        after = paragraph("After"),
    );
    let rows: Vec<_> = read(&inner)
        .blocks
        .into_iter()
        .filter_map(|block| match block.kind {
            BlockKind::TableRow { table, header, cells } => Some((table, header, cells.len(), block.text)),
            _ => None,
        })
        .collect();
    let row = |header, text: &str| (0, header, 3, text.to_owned());
    assert_eq!(rows, [row(true, "A | B b | C"), row(false, "A | Both | "), row(false, "A |  | in side")]);
}

#[test]
fn a_box_drawn_as_a_table_is_text_and_a_title_row_a_caption() {
    let boxed = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&paragraph("In a box.")));
    let row = format!("<w:tr>{}{}</w:tr>", cell(&paragraph("x")), cell(&paragraph("y")));
    let titled = format!("<w:tbl><w:tr>{}</w:tr>{row}{row}</w:tbl>", cell(&paragraph("Table 1 Leads")));
    let document = read(&format!("{boxed}{titled}"));
    assert_eq!(document.blocks[0].kind, BlockKind::Paragraph);
    assert_eq!(document.blocks[1].kind, BlockKind::Caption);
    assert!(matches!(document.blocks[2].kind, BlockKind::TableRow { table: 0, header: true, .. }));
    assert_eq!(document.blocks.len(), 4);
}

#[test]
fn text_boxes_are_read_once() {
    let text = |text| format!("<w:txbxContent>{}</w:txbxContent>", paragraph(text));
    let document = read(&format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around</w:t></w:r></w:p>",
        text("Box"),
        text("Box")
    ));
    assert_eq!(kinds(&document), [(BlockKind::Paragraph, "Box"), (BlockKind::Paragraph, "Around")]);
}

#[test]
fn notes_and_title_are_read_and_headers_left_out() {
    let notes = format!(
        r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator">{}</w:footnote><w:footnote>{}</w:footnote></w:footnotes>"#,
        paragraph("---"),
        paragraph("See Annex C.")
    );
    let bytes = package(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Type="x/officeDocument" Target="/word/main.xml"/></Relationships>"#,
        ),
        ("word/main.xml", &body("<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id='2'/></w:r></w:p>")),
        ("word/header1.xml", &body(&paragraph("Header"))),
        ("word/footnotes.xml", &notes),
        ("docProps/core.xml", "<cp:p xmlns:dc='d' xmlns:cp='c'><dc:title> Our\n plan </dc:title></cp:p>"),
    ]);
    let document = read_bytes(Format::Docx, bytes).expect("a document");
    assert_eq!(kinds(&document), [(BlockKind::Paragraph, "Text¹"), (BlockKind::Footnote, "See Annex C.")]);
    assert_eq!(document.title.as_deref(), Some("Our plan"));
}

#[test]
fn notes_belong_to_what_cites_them() {
    let note =
        |id: u32, text: &str| format!("<w:footnote w:id='{id}'>{}{}</w:footnote>", paragraph(text), paragraph("More."));
    let cites = |text: &str, id: u32| {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:footnoteReference w:id='{id}'/></w:r></w:p>")
    };
    let row = |inner: &str| format!("<w:tr>{}{}</w:tr>", cell(inner), cell(&paragraph("x")));
    let inner = [
        cites("First", 7),
        paragraph("None"),
        format!("<w:tbl>{}{}</w:tbl>", row(&paragraph("Head")), row(&cites("In a cell", 3))),
        cites("Lost", 99),
    ];
    // Notes stand in the part in another order than in the text; an endnote may share its id with a footnote.
    let notes = format!(r#"<w:footnotes xmlns:w="w">{}{}</w:footnotes>"#, note(3, "Cell’s."), note(7, "First’s."));
    let bytes = package(&[
        ("word/document.xml", &body(&inner.concat())),
        ("word/footnotes.xml", &notes),
        (
            "word/endnotes.xml",
            "<w:endnotes xmlns:w='w'><w:endnote w:id='7'><w:p><w:r><w:t>End.</w:t></w:r></w:p></w:endnote></w:endnotes>",
        ),
    ]);
    let document = read_bytes(Format::Docx, bytes).expect("a document");
    let text = |index: usize| document.blocks[index].text.as_str();
    let ties: Vec<_> = document.citations.iter().map(|tie| (text(tie.note), text(tie.block))).collect();
    let expected =
        [("Cell’s.", "In a cell² | x"), ("More.", "In a cell² | x"), ("First’s.", "First¹"), ("More.", "First¹")];
    assert_eq!(ties, expected);
    let end = document.blocks.len() - 1;
    assert_eq!((text(end), document.citing(end)), ("End.", None));
    assert_eq!(document.citing(end - 1), Some(0));
}

#[test]
fn damage_is_told() {
    let error = |bytes: Vec<u8>| read_bytes(Format::Docx, bytes).expect_err("not a document");
    assert!(matches!(error(b"no zip".to_vec()), ReadError::Broken { .. }));
    assert!(matches!(error(package(&[("a.txt", "x")])), ReadError::Broken { .. }));
    assert!(matches!(error(file("<w:p>")), ReadError::Broken { .. }));
    assert!(matches!(error(file("<w:p/>")), ReadError::Empty));
    assert!(matches!(error(file(&"<w:p>".repeat(3_000))), ReadError::TooLarge { .. }));
    let container = [
        &[0xD0, 0xCF, 0x11, 0xE0][..],
        &"EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
    ];
    assert!(matches!(error(container.concat()), ReadError::Encrypted));
    let entity = r#"<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="w"><w:p><w:r><w:t>x&a;y</w:t></w:r></w:p></w:document>"#;
    let read = read_bytes(Format::Docx, package(&[("word/document.xml", entity)])).expect("a document");
    assert_eq!(read.blocks[0].text, "xy");
}

#[test]
fn a_bomb_is_refused() {
    let bomb = body(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(40 << 20)));
    let error = read_bytes(Format::Docx, package(&[("word/document.xml", &bomb)])).expect_err("a bomb");
    assert!(matches!(error, ReadError::TooLarge { .. }), "{error}");
}

#[test]
fn any_cut_and_any_damage_is_read_or_refused() {
    let whole = file(&format!("{}<w:tbl><w:tr>{}</w:tr></w:tbl>", styled("Heading2", "é"), cell(&paragraph("x"))));
    for end in 1..whole.len() {
        assert!(read_bytes(Format::Docx, whole[..end].to_vec()).is_err());
    }
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = read_bytes(Format::Docx, damaged);
    }
    let inner = format!("{}<w:tbl><w:tr>{}</w:tr></w:tbl></w:tc></w:r>", paragraph("a"), cell(&paragraph("x")));
    let text = body(&inner);
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let _ = read_bytes(Format::Docx, package(&[("word/document.xml", &text[..end])]));
    }
}

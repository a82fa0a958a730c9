//! ODT: styles, lists, tables, notes, changes, damage.
#![cfg(feature = "odt")]

use std::io::{Cursor, Write as _};

use planaudit_read::{BlockKind, Document, Format, ReadError, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &str =
    r#"xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" xmlns:draw="d" xmlns:svg="v" xmlns:fo="f""#;
const STYLES: &str = r#"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
    <style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/>
    <style:style style:name="P3" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
    <style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>"#;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a package").into_inner()
}

fn file(inner: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:text>{inner}</office:text></office:body></office:document-content>"
    );
    package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn read(inner: &str) -> Document {
    read_bytes(Format::Odt, file(inner)).expect("a document")
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.text.as_str())).collect()
}

#[test]
fn headings_styles_and_looks() {
    let document = read(
        r#"<text:p text:style-name="Title">Plan</text:p><text:h text:outline-level="2">Start <text:s text:c="2"/>well</text:h>
        <text:p text:style-name="P1">Heard.</text:p><text:p text:style-name="P2">Round.</text:p>
        <text:p text:style-name="P3">Who leads</text:p><text:p text:style-name="Caption">Waits</text:p>"#,
    );
    assert_eq!(
        kinds(&document),
        [
            (BlockKind::Heading { level: 1 }, "Plan"),
            (BlockKind::Heading { level: 2 }, "Start well"),
            (BlockKind::Quotation, "Heard."),
            (BlockKind::Paragraph, "Round."),
            (BlockKind::Heading { level: 3 }, "Who leads"),
            (BlockKind::Caption, "Waits"),
        ]
    );
}

#[test]
fn runs_keep_bold_and_leave_out_what_is_hidden_or_deleted() {
    let document = read(
        r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p>We <text:span text:style-name="T1">will</text:span><text:tab/>act<text:span text:style-name="T2">2</text:span><text:change/>
        <text:span text:style-name="T3">hidden</text:span><office:annotation><text:p>A comment</text:p></office:annotation>
        <draw:frame><svg:title>Alt</svg:title><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame></text:p>"#,
    );
    assert_eq!(kinds(&document), [(BlockKind::Paragraph, "Boxed."), (BlockKind::Paragraph, "We will act²")]);
    assert_eq!(document.blocks[1].strong.first(), Some(&(3..7)));
}

#[test]
fn lists_and_notes() {
    let item = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
    let document = read(&format!(
        "<text:list>{}{}</text:list><text:p>End.</text:p>",
        item("<text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list>"),
        item(
            "<text:p>three<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See C.</text:p></text:note-body></text:note></text:p>"
        )
    ));
    let depth = |depth| BlockKind::ListItem { depth };
    assert_eq!(
        kinds(&document),
        [
            (depth(0), "one"),
            (depth(1), "two"),
            (depth(0), "three¹"),
            (BlockKind::Paragraph, "End."),
            (BlockKind::Footnote, "See C."),
        ]
    );
    assert_eq!((document.citing(4), document.citing(3)), (Some(2), None));
}

#[test]
fn tables_keep_their_columns() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let nested = format!(
        "<table:table-cell><table:table><table:table-row>{}{}</table:table-row><table:table-row>{}{}</table:table-row></table:table></table:table-cell>",
        cell("in"),
        cell("side"),
        cell("x"),
        cell("y")
    );
    let document = read(&format!(
        r#"<table:table><table:table-header-rows><table:table-row>{a}{b}{c}</table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Both</text:p></table:table-cell><table:covered-table-cell/>{c}</table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="2"/>{nested}</table:table-row></table:table>"#,
        a = cell("A"),
        b = cell("B"),
        c = cell("C"),
    ));
    let rows: Vec<_> = document
        .blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::TableRow { table, header, cells } => (*table, *header, cells.len(), block.text.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(rows, [(0, true, 3, "A | B | C"), (0, false, 3, "Both |  | C"), (0, false, 3, " |  | in side x y")]);
}

#[test]
fn damage_is_told() {
    let error = |bytes: Vec<u8>| read_bytes(Format::Odt, bytes).expect_err("no document");
    assert!(matches!(error(b"no zip".to_vec()), ReadError::Broken { .. }));
    assert!(matches!(error(file("")), ReadError::Empty));
    assert!(matches!(error(file("<text:p>")), ReadError::Broken { .. }));
    let secret = "<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", secret)];
    assert!(matches!(error(package(&parts)), ReadError::Encrypted));
    let slides = [("mimetype", "application/vnd.oasis.opendocument.presentation")];
    assert!(matches!(error(package(&slides)), ReadError::Foreign { .. }));
}

#[test]
fn any_damage_is_read_or_refused() {
    let whole = file("<text:list><text:list-item><text:p>é</text:p></text:list-item></text:list>");
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = read_bytes(Format::Odt, damaged);
        let _ = read_bytes(Format::Odt, whole[..at].to_vec());
    }
}

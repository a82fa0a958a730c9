//! PPTX: slides as pages, titles, lists, tables, diagrams, pictures, damage.
#![cfg(feature = "pptx")]

use std::io::{Cursor, Write as _};

use planaudit_read::{BlockKind, Document, Format, PageKind, ReadError, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &str = r#"xmlns:a="a" xmlns:p="p" xmlns:r="r" xmlns:dgm="dgm""#;

fn package(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a package").into_inner()
}

fn relations(targets: &[(String, &str, String)]) -> String {
    let one = |(id, kind, target): &(String, &str, String)| {
        format!(r#"<Relationship Id="{id}" Type="http://x/{kind}" Target="{target}"/>"#)
    };
    format!("<Relationships>{}</Relationships>", targets.iter().map(one).collect::<Vec<_>>().concat())
}

/// A deck of slides, given their shape trees; listed in order, named against it.
fn deck(slides: &[&str], more: &[(&str, &str)]) -> Vec<u8> {
    let count = slides.len();
    let ids = (0..count)
        .map(|index| format!(r#"<p:sldId id="{}" r:id="rId{index}"/>"#, 256 + index))
        .collect::<Vec<_>>()
        .concat();
    let targets: Vec<_> = (0..count)
        .map(|index| (format!("rId{index}"), "slide", format!("slides/slide{}.xml", count - index)))
        .collect();
    let main = format!(
        r#"<p:presentation {NAMES}><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="100" cy="100"/></p:presentation>"#
    );
    let mut parts = vec![
        ("_rels/.rels".to_owned(), relations(&[("r".to_owned(), "officeDocument", "ppt/presentation.xml".to_owned())])),
        ("ppt/presentation.xml".to_owned(), main),
        ("ppt/_rels/presentation.xml.rels".to_owned(), relations(&targets)),
    ];
    for (index, slide) in slides.iter().enumerate() {
        let (attributes, tree) = slide.split_once('|').unwrap_or(("", slide));
        let text = format!("<p:sld {NAMES} {attributes}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>");
        parts.push((format!("ppt/slides/slide{}.xml", count - index), text));
    }
    parts.extend(more.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    package(&parts)
}

fn shape(placeholder: &str, paragraphs: &[&str]) -> String {
    let text =
        paragraphs.iter().map(|text| format!("<a:p><a:r><a:t>{text}</a:t></a:r></a:p>")).collect::<Vec<_>>().concat();
    format!("<p:sp><p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:txBody>{text}</p:txBody></p:sp>")
}

fn read(slides: &[&str]) -> Document {
    read_bytes(Format::Pptx, deck(slides, &[])).expect("a document")
}

fn kinds(document: &Document) -> Vec<(u32, BlockKind, &str)> {
    let page = |block: &planaudit_read::Block| block.page().map_or(0, planaudit_read::PageNumber::get);
    document.blocks.iter().map(|block| (page(block), block.kind.clone(), block.text.as_str())).collect()
}

#[test]
fn slides_are_pages_in_order_of_showing_and_titles_come_first() {
    let first = shape(r#"<p:ph type="ctrTitle"/>"#, &["Our joint forward plan"]);
    let second = [
        shape(r#"<p:ph idx="1"/>"#, &["Family hubs", "Health visiting"]),
        shape(r#"<p:ph type="title"/>"#, &["Start well"]),
        shape(r#"<p:ph type="sldNum"/>"#, &["2"]),
        shape(r#"<p:ph type="ftr"/>"#, &["Draft"]),
    ]
    .concat();
    let document = read(&[&first, &second]);
    let item = BlockKind::ListItem { depth: 0 };
    assert_eq!(
        kinds(&document),
        [
            (1, BlockKind::Heading { level: 1 }, "Our joint forward plan"),
            (2, BlockKind::Heading { level: 2 }, "Start well"),
            (2, item.clone(), "Family hubs"),
            (2, item, "Health visiting"),
        ]
    );
    assert_eq!(document.pages.iter().map(|page| page.words).collect::<Vec<_>>(), [4, 6]);
}

#[test]
fn bullets_depth_bold_and_breaks() {
    let text = r#"<p:sp><p:txBody>
        <a:p><a:pPr lvl="1"><a:buChar char="-"/></a:pPr><a:r><a:t>deep</a:t></a:r></a:p>
        <a:p><a:pPr><a:buNone/></a:pPr><a:r><a:rPr b="1"/><a:t>Who leads</a:t></a:r></a:p>
        <a:p><a:r><a:t>We will</a:t></a:r><a:br/><a:r><a:rPr b="1"/><a:t>act</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>2</a:t></a:r>
        <a:fld type="slidenum"><a:t>7</a:t></a:fld></a:p><a:p/></p:txBody></p:sp>"#;
    let document = read(&[text]);
    assert_eq!(
        kinds(&document),
        [
            (1, BlockKind::ListItem { depth: 1 }, "deep"),
            (1, BlockKind::Heading { level: 3 }, "Who leads"),
            (1, BlockKind::Paragraph, "We will act²"),
        ]
    );
    assert_eq!(document.blocks[2].strong.first(), Some(&(8..11)));
}

#[test]
fn tables_and_diagrams_are_read() {
    let cell = |text: &str| format!("<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>");
    let row = |cells: [&str; 2]| format!("<a:tr>{}</a:tr>", cells.map(cell).concat());
    let table = format!(
        "<p:graphicFrame><a:tbl>{}{}</a:tbl></p:graphicFrame>",
        row(["Role", "Name"]),
        row(["Executive lead", "Priya Ashdown"])
    );
    let diagram = r#"<p:graphicFrame><dgm:relIds r:dm="rId5" r:lo="rId6"/></p:graphicFrame>"#;
    let data = format!(
        "<dgm:dataModel {NAMES}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Listen</a:t></a:r></a:p></dgm:t></dgm:pt>\
         <dgm:pt><dgm:t><a:p><a:r><a:t>Act</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    );
    let of_slide = relations(&[("rId5".to_owned(), "diagramData", "../diagrams/data1.xml".to_owned())]);
    let file = deck(
        &[&format!("{table}{diagram}")],
        &[("ppt/diagrams/data1.xml", &data), ("ppt/slides/_rels/slide1.xml.rels", &of_slide)],
    );
    let document = read_bytes(Format::Pptx, file).expect("a document");
    let texts: Vec<_> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["Role | Name", "Executive lead | Priya Ashdown", "Listen", "Act"]);
    assert!(matches!(document.blocks[0].kind, BlockKind::TableRow { table: 0, header: true, .. }));
    assert_eq!(document.blocks[1].page().map(planaudit_read::PageNumber::get), Some(1));
}

#[test]
fn titles_stand_below_slides_that_open_a_section() {
    let title = shape(r#"<p:ph type="title"/>"#, &["Title"]);
    let layout = format!(r#"<p:sldLayout {NAMES} type="secHead"/>"#);
    let of_slide = relations(&[("r1".to_owned(), "slideLayout", "../slideLayouts/l.xml".to_owned())]);
    let file = deck(
        &[&title, &title, &title],
        &[("ppt/slideLayouts/l.xml", &layout), ("ppt/slides/_rels/slide2.xml.rels", &of_slide)],
    );
    let document = read_bytes(Format::Pptx, file).expect("a document");
    let levels: Vec<_> = document.blocks.into_iter().map(|block| block.kind).collect();
    assert_eq!(levels, [2, 2, 3].map(|level| BlockKind::Heading { level }));
}

#[test]
fn pictures_hidden_and_broken_slides_stand_in_the_ledger() {
    let picture = |side: u32| {
        format!(
            r#"<p:pic><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm></p:spPr></p:pic>"#
        )
    };
    let text = shape("", &["Words."]);
    let mixed = format!("{text}{}", picture(95));
    let hidden = format!(r#"show="0"|{text}"#);
    let document = read(&[&text, &picture(90), &mixed, &hidden, "", "<p:sp>"]);
    let kinds: Vec<_> = document.pages.iter().map(|page| page.kind).collect();
    assert_eq!(
        kinds,
        [PageKind::Text, PageKind::Scanned, PageKind::Mixed, PageKind::Blank, PageKind::Blank, PageKind::Broken]
    );
    assert!((document.readable() - 4.0 / 6.0).abs() < 1e-9);
    assert_eq!(document.blocks.len(), 2);
}

#[test]
fn damage_is_told() {
    let error = |bytes: Vec<u8>| read_bytes(Format::Pptx, bytes).expect_err("no document");
    assert!(matches!(error(b"no zip".to_vec()), ReadError::Broken { format: Format::Pptx, .. }));
    assert!(matches!(error(deck(&[], &[])), ReadError::Broken { .. }));
    assert!(matches!(error(deck(&[""], &[])), ReadError::NoText { pages: 1, .. }));
    assert!(matches!(error(deck(&["<p:sp>"], &[])), ReadError::Broken { .. }));
    assert!(matches!(error(deck(&[&"<p:sp>".repeat(3_000)], &[])), ReadError::TooLarge { .. }));
}

#[test]
fn any_damage_is_read_or_refused() {
    let whole = deck(&[&shape(r#"<p:ph type="title"/>"#, &["é"]), &shape("", &["x"])], &[]);
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = read_bytes(Format::Pptx, damaged);
        let _ = read_bytes(Format::Pptx, whole[..at].to_vec());
    }
}

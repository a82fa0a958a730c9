//! Plain text: encodings, pages, lists, headings, tables.

use planaudit_read::{BlockKind, Document, Format, PageNumber, read_bytes};

fn read(text: impl Into<Vec<u8>>) -> Document {
    read_bytes(Format::Text, text.into()).expect("text can always be read")
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.text.as_str())).collect()
}

#[test]
fn encodings_are_told_apart() {
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("Café".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [b"Caf\xE9".to_vec(), "Café".into(), [b"\xEF\xBB\xBF", "Café".as_bytes()].concat(), utf16] {
        assert_eq!(read(bytes).blocks[0].text, "Café");
    }
    assert_eq!(read(b"\x93Yes\x94 \x96 \x80".to_vec()).blocks[0].text, "“Yes” – €");
}

#[test]
fn paragraphs_lose_their_line_ends_and_hyphens() {
    let document = read("Every chil-\ndren’s service\nis well-\nled.\n\nNext.\n");
    assert_eq!(
        kinds(&document),
        [(BlockKind::Paragraph, "Every children’s service is well-led."), (BlockKind::Paragraph, "Next.")]
    );
    assert_eq!(document.blocks[1].lines[0].line, 6);
}

#[test]
fn form_feeds_end_pages() {
    let document = read("One.\n\x0cTwo goes on and\n\x0con.\n\x0c");
    assert_eq!(document.pages.len(), 3);
    assert_eq!(kinds(&document)[1].1, "Two goes on and on.");
    let pages: Vec<_> = document.blocks[1].lines.iter().filter_map(|line| line.page).map(PageNumber::get).collect();
    assert_eq!(pages, [2, 3]);
}

#[test]
fn lists_keep_their_continuation_lines_and_depth() {
    let document = read("We will:\n- see every\n  child\n  – at home\n- listen – always\n\n1. Buy\n2. Sell\n");
    let item = |depth| BlockKind::ListItem { depth };
    assert_eq!(
        kinds(&document),
        [
            (BlockKind::Paragraph, "We will:"),
            (item(0), "see every child"),
            (item(1), "at home"),
            (item(0), "listen – always"),
            (item(0), "Buy"),
            (item(0), "Sell"),
        ]
    );
}

#[test]
fn a_dash_within_a_paragraph_is_no_bullet() {
    let document = read("The lists – long\n– are falling\nin number.\n");
    assert_eq!(kinds(&document), [(BlockKind::Paragraph, "The lists – long – are falling in number.")]);
}

#[test]
fn headings_stand_alone() {
    let document =
        read("OUR PLAN\n\n3.2 Workforce\n\nChildren and Young People\n\nPlan\n====\n\nWe will act.\n\nthe end\n");
    let levels: Vec<_> = document
        .blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Heading { level } => level,
            _ => 0,
        })
        .collect();
    assert_eq!(levels, [1, 2, 2, 1, 0, 0]);
}

#[test]
fn columns_make_a_table() {
    let document = read("Area      Lead      Contact\nSEND      A. Bell   a@b.uk\n\nTable 2. Spend\n");
    let BlockKind::TableRow { table: 0, header: true, cells } = &document.blocks[0].kind else { panic!("no header") };
    assert_eq!(cells.len(), 3);
    assert_eq!(document.blocks[1].text, "SEND | A. Bell | a@b.uk");
    assert_eq!(document.blocks[2].kind, BlockKind::Caption);
}

#[test]
fn utf16_is_known_by_its_look_and_binary_refused() {
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = "A plan for children.".encode_utf16().flat_map(unit).collect();
        let document = planaudit_read::read_bytes(Format::Text, bytes).expect("text");
        assert_eq!(document.blocks[0].text, "A plan for children.");
    }
    let refused = |bytes: &[u8]| planaudit_read::read_bytes(Format::Text, bytes.to_vec()).expect_err("no text");
    assert!(matches!(refused(&[0; 100]), planaudit_read::ReadError::Broken { .. }));
    assert!(matches!(refused(b"words\0\0\0words"), planaudit_read::ReadError::Broken { .. }));
    assert!(matches!(refused(b" \n\t"), planaudit_read::ReadError::Empty));
}

#[test]
fn any_bytes_but_zero_are_read() {
    let mut state = 7_u32;
    let bytes: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .filter(|byte| *byte != 0)
    .take(3_000)
    .collect();
    for end in 1..bytes.len() {
        let piece = bytes[end.saturating_sub(40)..end].to_vec();
        assert!(!matches!(
            planaudit_read::read_bytes(Format::Text, piece),
            Err(planaudit_read::ReadError::Broken { .. })
        ));
    }
    read(&bytes[..]);
}

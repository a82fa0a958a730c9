//! Small hand-made PDF files, each for one thing the reader must get right.
#![cfg(feature = "pdf")]

mod sheets;

use std::fmt::Write as _;

use planaudit_read::{Block, BlockKind, Format, PageKind, ReadError, read_bytes};
use sheets::{Sheet, find, pdf_with, read, texts};

const LEFT: [&str; 6] = [
    "Babies and young children in our",
    "area deserve the best start and we",
    "will invest in health visiting over",
    "the next five years so that every",
    "family is offered all of the five",
    "mandated reviews by a nurse.",
];
const RIGHT: [&str; 6] = [
    "Hospitals will work as one group",
    "to shorten the waits for planned",
    "care and will publish how long the",
    "waits are each month for adults",
    "and for older people who live in",
    "care homes across the county.",
];

#[test]
fn columns_are_read_one_after_the_other_whatever_the_order_of_the_file() {
    let mut sheet = Sheet::new();
    for index in 0..6 {
        let y = 700.0 - 12.0 * index as f32;
        sheet = sheet.text(10.0, 320.0, y, RIGHT[index]).text(10.0, 60.0, y, LEFT[index]);
    }
    let document = read(&[sheet.text(
        10.0,
        60.0,
        730.0,
        "A line over both of the columns that reaches from the far left to the far right edge of them",
    )]);
    let [_, left, right] = texts(&document)[..] else { panic!("{document:#?}") };
    assert_eq!(left, LEFT.join(" "));
    assert_eq!(right, RIGHT.join(" "));
    assert_eq!(document.blocks[1].lines.len(), 6);
}

#[test]
fn a_heading_a_paragraph_and_a_list_are_told_apart() {
    let document = read(&[Sheet::new()
        .bold(18.0, 60.0, 760.0, "Start well")
        .lines(
            60.0,
            730.0,
            &[
                "We will improve the lives of all children and young people who live in the",
                "county by working as one.",
            ],
        )
        .bold(10.0, 60.0, 695.0, "Our promises")
        .lines(60.0, 675.0, &["\\225 Offer every child a review at two and a half years of age, at home or in", "  "])
        .text(10.0, 66.0, 663.0, "a family hub")
        .text(10.0, 60.0, 651.0, "\\225 Cut waits")]);
    let kinds: Vec<&BlockKind> = document.blocks.iter().map(|block| &block.kind).collect();
    assert_eq!(kinds[0], &BlockKind::Heading { level: 1 });
    assert_eq!(kinds[1], &BlockKind::Paragraph);
    assert_eq!(kinds[2], &BlockKind::Heading { level: 2 });
    assert_eq!(kinds[3], &BlockKind::ListItem { depth: 0 });
    assert_eq!(
        find(&document, "We will").text,
        "We will improve the lives of all children and young people who live in the county by working as one."
    );
    assert!(find(&document, "Offer every").text.ends_with("at home or in a family hub"));
    assert_eq!(find(&document, "Cut").text, "Cut waits");
}

#[test]
fn names_and_roles_stand_in_one_row() {
    let document = read(&[Sheet::new()
        .lines(60.0, 780.0, &["The people below answer for the plan and can be asked about it by anybody at any time."])
        .bold(10.0, 60.0, 740.0, "Role")
        .bold(10.0, 300.0, 740.0, "Name")
        .text(10.0, 60.0, 720.0, "Executive lead for babies,")
        .text(10.0, 60.0, 708.0, "children and young people")
        .text(10.0, 300.0, 720.0, "Priya Ashdown")
        .text(10.0, 60.0, 688.0, "SEND lead")
        .text(10.0, 300.0, 688.0, "Tom Arkwright")]);
    let rows: Vec<&Block> =
        document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::TableRow { .. })).collect();
    assert_eq!(rows.len(), 3, "{document:#?}");
    assert!(matches!(rows[0].kind, BlockKind::TableRow { header: true, .. }));
    assert_eq!(rows[1].text, "Executive lead for babies, children and young people | Priya Ashdown");
    assert_eq!(rows[2].text, "SEND lead | Tom Arkwright");
}

#[test]
fn signatures_side_by_side_keep_name_and_role_together() {
    let document = read(&[Sheet::new()
        .lines(
            60.0,
            780.0,
            &["We commend this plan to everybody who works with families in the county, and to families."],
        )
        .bold(10.0, 60.0, 740.0, "Priya Ashdown")
        .bold(10.0, 320.0, 740.0, "Tom Arkwright")
        .text(10.0, 60.0, 728.0, "Chief Executive")
        .text(10.0, 320.0, 728.0, "Chair of the Board")]);
    assert_eq!(texts(&document)[1..], ["Priya Ashdown Chief Executive", "Tom Arkwright Chair of the Board"]);
}

#[test]
fn ruled_cells_hold_together() {
    let mut rules = String::new();
    for y in [740, 700, 660, 640] {
        let _ = writeln!(rules, "50 {y} m 450 {y} l S");
    }
    for x in [50, 250, 450] {
        let _ = writeln!(rules, "{x} 640 m {x} 740 l S");
    }
    let document = read(&[Sheet::new()
        .raw(&rules)
        .lines(55.0, 725.0, &["Reduce waits for speech", "and language therapy"])
        .lines(255.0, 725.0, &["Director of Children's", "Services"])
        .lines(55.0, 685.0, &["Open six family hubs"])
        .lines(255.0, 685.0, &["Head of Early Help and", "Family Hubs"])
        .lines(55.0, 646.0, &["Publish a plan"])
        .lines(255.0, 646.0, &["Chief Executive"])]);
    assert_eq!(
        texts(&document),
        [
            "Reduce waits for speech and language therapy | Director of Children's Services",
            "Open six family hubs | Head of Early Help and Family Hubs",
            "Publish a plan | Chief Executive",
        ]
    );
}

fn running_page(number: usize) -> Sheet {
    Sheet::new()
        .text(9.0, 60.0, 815.0, "Joint Forward Plan 2023 to 2028")
        .lines(
            60.0,
            700.0,
            &[["First words here.", "Second words here.", "Third words here.", "Last words here."][number]],
        )
        .text(9.0, 290.0, 25.0, &format!("Page {} of 9", number + 4))
}

#[test]
fn running_lines_are_furniture_and_give_the_labels() {
    let document = read(&(0..4).map(running_page).collect::<Vec<_>>());
    assert_eq!(texts(&document), ["First words here.", "Second words here.", "Third words here.", "Last words here."]);
    assert_eq!(document.furniture.len(), 8);
    let labels: Vec<_> = document.pages.iter().map(|page| page.label.as_deref()).collect();
    assert_eq!(labels, [Some("4"), Some("5"), Some("6"), Some("7")]);
    assert_eq!(document.pages[0].words, 3);
}

#[test]
fn a_paragraph_goes_on_over_the_page_end() {
    let first = Sheet::new().lines(
        60.0,
        60.0,
        &[
            "We will make sure that every family in the county can reach a hub within",
            "half an hour of home, wherever they live, and that it is open when",
        ],
    );
    let second = Sheet::new().lines(60.0, 780.0, &["they need it."]);
    let document = read(&[first, second]);
    assert_eq!(document.blocks.len(), 1);
    let pages: Vec<u32> =
        document.blocks[0].lines.iter().filter_map(|line| line.page).map(planaudit_read::PageNumber::get).collect();
    assert_eq!(pages, [1, 1, 2]);
    assert!(document.blocks[0].text.ends_with("open when they need it."));
}

#[test]
fn bold_drawn_twice_is_read_once_and_run_in_titles_are_strong() {
    let document = read(&[Sheet::new()
        .text(10.0, 60.0, 700.0, "Drawn twice to look heavy")
        .text(10.0, 60.3, 700.0, "Drawn twice to look heavy")
        .raw(
            "BT 1 0 0 1 60 660 Tm /B 10 Tf (Safeguarding. ) Tj /F 10 Tf (Every child is seen and heard by us.) Tj ET\n",
        )]);
    assert!(document.blocks[0].text.ends_with("heavy"), "{document:#?}");
    assert_eq!(document.blocks[0].text.matches("Drawn").count(), 1);
    let block = find(&document, "Safeguarding");
    assert_eq!(block.strong.iter().map(|range| &block.text[range.clone()]).collect::<Vec<_>>(), ["Safeguarding."]);
}

#[test]
fn what_is_off_the_page_or_turned_is_left_out_and_invisible_text_kept() {
    let document = read(&[Sheet::new()
        .text(10.0, 60.0, 700.0, "Seen by all.")
        .text(10.0, 700.0, 700.0, "Off the page.")
        .raw("BT 0 1 -1 0 30 300 Tm /F 10 Tf (Turned) Tj ET\n")
        .raw("BT 3 Tr 1 0 0 1 60 600 Tm /F 10 Tf (Under the scan.) Tj ET\n")]);
    assert_eq!(texts(&document), ["Seen by all.", "Under the scan."]);
}

#[test]
fn labels_and_title_come_from_the_file() {
    let pages = [Sheet::new().text(10.0, 60.0, 700.0, "One."), Sheet::new().text(10.0, 60.0, 700.0, "Two.")];
    let labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /P (A-) /St 3 >>] >>";
    let document = read_bytes(Format::Pdf, pdf_with(&pages, labels, "/Title (Our plan)")).expect("readable");
    assert_eq!(document.title.as_deref(), Some("Our plan"));
    let labels: Vec<_> = document.pages.iter().map(|page| page.label.as_deref()).collect();
    assert_eq!(labels, [Some("i"), Some("A-3")]);
    let named = read_bytes(Format::Pdf, pdf_with(&pages, "", "/Title (plan_final2.docx)")).expect("readable");
    assert_eq!(named.title, None);
}

#[test]
fn pages_without_text_are_told() {
    let drawn = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";
    let document = read(&[Sheet::new().text(10.0, 60.0, 700.0, "Words."), Sheet::new().raw(drawn), Sheet::new()]);
    let kinds: Vec<PageKind> = document.pages.iter().map(|page| page.kind).collect();
    assert_eq!(kinds, [PageKind::Text, PageKind::Scanned, PageKind::Blank]);
    let silent = read_bytes(Format::Pdf, pdf_with(&[Sheet::new().raw(drawn)], "", ""));
    assert!(matches!(silent, Err(ReadError::NoText { pages: 1, .. })));
}

#[test]
fn damaged_files_end_in_an_error_or_a_document_never_in_a_panic() {
    assert!(matches!(read_bytes(Format::Pdf, b"not a PDF".to_vec()), Err(ReadError::Broken { .. })));
    assert!(matches!(read_bytes(Format::Pdf, pdf_with(&[], "", "")), Err(ReadError::Broken { .. })));
    let whole = pdf_with(&[Sheet::new().text(10.0, 60.0, 700.0, "Words.")], "", "");
    for end in (0..whole.len()).step_by(7) {
        let _ = read_bytes(Format::Pdf, whole[..end].to_vec());
        let mut bent = whole.clone();
        bent[end] = bent[end].wrapping_add(13);
        let _ = read_bytes(Format::Pdf, bent);
    }
}

//! Markdown: pages, tables, lists, footnotes, captions, bold, and what converters leave behind.
#![cfg(feature = "markdown")]

use planaudit_read::{Block, BlockKind, Document, PageKind, PageNumber, read_text};

fn kinds(document: &Document) -> Vec<(&BlockKind, &str)> {
    document.blocks.iter().map(|block| (&block.kind, block.text.as_str())).collect()
}

fn only(document: &Document, wanted: impl Fn(&BlockKind) -> bool) -> Vec<&str> {
    document.blocks.iter().filter(|block| wanted(&block.kind)).map(|block| block.text.as_str()).collect()
}

fn page(block: &Block) -> u32 {
    block.page().map_or(0, PageNumber::get)
}

#[test]
fn headings_paragraphs_and_lists_keep_their_lines() {
    let document = read_text("# Start well\n\nEvery child\ncounts.\n\n- one\n  - two\n- three\n");
    assert_eq!(
        kinds(&document),
        [
            (&BlockKind::Heading { level: 1 }, "Start well"),
            (&BlockKind::Paragraph, "Every child counts."),
            (&BlockKind::ListItem { depth: 0 }, "one"),
            (&BlockKind::ListItem { depth: 1 }, "two"),
            (&BlockKind::ListItem { depth: 0 }, "three"),
        ]
    );
    let lines: Vec<u32> = document.blocks.iter().flat_map(|block| &block.lines).map(|line| line.line).collect();
    assert_eq!(lines, [1, 3, 4, 6, 7, 8]);
    assert!(document.pages.is_empty());
    assert_eq!(document.blocks[0].page(), None);
}

#[test]
fn page_marks_make_a_ledger() {
    let document = read_text("One two.\n\n<!-- page -->\n\n<!-- page -->\n\nThree.\n\n<!-- page -->\n");
    let pages: Vec<_> = document.pages.iter().map(|page| (page.number.get(), page.words, page.kind)).collect();
    assert_eq!(pages, [(1, 2, PageKind::Text), (2, 0, PageKind::Blank), (3, 1, PageKind::Text)]);
    assert_eq!(document.blocks.iter().map(page).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn a_sentence_goes_on_over_the_page_past_the_footnote() {
    let text = "We will help chil-\n\n1. See Annex A.\n\n<!-- page -->\n\ndren to thrive.\n\nNew words.\n";
    let document = read_text(text);
    assert_eq!(
        kinds(&document),
        [
            (&BlockKind::Paragraph, "We will help children to thrive."),
            (&BlockKind::Footnote, "See Annex A."),
            (&BlockKind::Paragraph, "New words."),
        ]
    );
    let places: Vec<_> =
        document.blocks[0].lines.iter().map(|line| (line.at, line.page.map(PageNumber::get))).collect();
    assert_eq!(places, [(0, Some(1)), (17, Some(2))]);
    assert_eq!(document.pages[1].words, 5);
}

#[test]
fn a_table_goes_on_over_the_page_without_its_header() {
    let text = "| Area | Lead |\n|---|---|\n| SEND | A |\n\n<!-- page -->\n\n| CAMHS | B |\n\nText.\n\n| x | y |\n|--|--|\n| 1 | 2 |\n";
    let rows: Vec<_> = read_text(text)
        .blocks
        .into_iter()
        .filter_map(|block| match block.kind {
            BlockKind::TableRow { table, header, .. } => Some((table, header, block.lines[0].line, block.text)),
            _ => None,
        })
        .collect();
    let row = |table, header, line, text: &str| (table, header, line, text.to_owned());
    assert_eq!(
        rows,
        [
            row(0, true, 1, "Area | Lead"),
            row(0, false, 3, "SEND | A"),
            row(0, false, 7, "CAMHS | B"),
            row(1, true, 11, "x | y"),
            row(1, false, 13, "1 | 2"),
        ]
    );
}

#[test]
fn cells_know_their_place() {
    let document = read_text("| Executive **lead** | |\n|---|---|\n| a<br>b | c |\n");
    let BlockKind::TableRow { cells, .. } = &document.blocks[0].kind else { panic!("no row") };
    assert_eq!(&document.blocks[0].text[cells[0].clone()], "Executive lead");
    assert_eq!(document.blocks[0].strong.first(), Some(&(10..14)));
    assert_eq!(document.blocks[1].text, "a b | c");
}

#[test]
fn footnotes_are_told_from_lists() {
    let called = read_text("Boroughs¹ and schemes.²\n\n1. Census.\n2. See there.\n\n<!-- page -->\n\nEnd.\n");
    assert_eq!(only(&called, |kind| *kind == BlockKind::Footnote), ["Census.", "See there."]);
    let list = read_text("We will do this:\n\n1. Find.\n2. Plan.\n\n<!-- page -->\n\nEnd.\n");
    assert!(only(&list, |kind| *kind == BlockKind::Footnote).is_empty());
    let bare = read_text("Text.\n\n2 Carers of all ages were involved.\n\n<!-- page -->\n\n1 in 5 adults smokes.\n");
    assert_eq!(only(&bare, |kind| *kind == BlockKind::Footnote), ["Carers of all ages were involved."]);
    let defined = read_text("Text[^1].\n\n[^1]: A note.\n");
    assert_eq!(kinds(&defined), [(&BlockKind::Paragraph, "Text."), (&BlockKind::Footnote, "A note.")]);
}

#[test]
fn captions_and_quotations() {
    let document = read_text(
        "Table 1. Our boroughs¹\n\n*Where the gaps are*\n\nTable 1 shows the gaps.\n\n> Nobody asked me.\n\n*“I was heard.”*\n",
    );
    assert_eq!(
        document.blocks.iter().map(|block| block.kind.clone()).collect::<Vec<_>>(),
        [BlockKind::Caption, BlockKind::Caption, BlockKind::Paragraph, BlockKind::Quotation, BlockKind::Quotation]
    );
}

#[test]
fn marks_are_taken_off_and_bold_is_kept() {
    let document = read_text(
        "See **our *plan*** at [the site](https://a.uk) or [Jo](mailto:jo@a.uk?x=y), ![a chart](c.png)H<sub>2</sub>O, 5 m<sup>2</sup>, `code` \\*x\\*.\n",
    );
    let block = &document.blocks[0];
    assert_eq!(block.text, "See our plan at the site or Jo (jo@a.uk), H2O, 5 m², code *x*.");
    assert_eq!(block.strong.first(), Some(&(4..12)));
}

#[test]
fn a_paragraph_all_in_bold_is_a_heading_below_the_last() {
    let document = read_text("## Three\n\n**Workforce**\n\n**Everyone shall be heard.**\n");
    assert_eq!(document.blocks[1].kind, BlockKind::Heading { level: 3 });
    assert_eq!(document.blocks[2].kind, BlockKind::Paragraph);
    assert!(document.blocks[2].strong.is_empty());
}

#[test]
fn contents_lists_keep_their_numbers() {
    let document = read_text("- Foreword 3\n- 2. The people we serve 5\n");
    assert_eq!(document.blocks[1].text, "2. The people we serve 5");
    assert_eq!(document.blocks[1].kind, BlockKind::ListItem { depth: 0 });
}

#[test]
fn what_converters_leave_is_cleaned() {
    let text = "**FIT FOR **\n\n****objectives of the plan, and \n\nthe rest of it.\n\n• many cannot get a\ndentist\n\n    an indented line\n\n<p>In <b>HTML</b></p>\n";
    assert_eq!(
        kinds(&read_text(text)),
        [
            (&BlockKind::Heading { level: 2 }, "FIT FOR"),
            (&BlockKind::Paragraph, "objectives of the plan, and the rest of it."),
            (&BlockKind::ListItem { depth: 0 }, "many cannot get a dentist an indented line"),
            (&BlockKind::Paragraph, "In HTML"),
        ]
    );
}

#[test]
fn front_matter_gives_the_title() {
    let document = read_text("---\ntitle: \"Start Well\"\ndate: 2024-01-01\n---\n\nText.\n");
    assert_eq!(document.title.as_deref(), Some("Start Well"));
    assert_eq!((document.blocks.len(), document.blocks[0].lines[0].line), (1, 6));
}

#[test]
fn any_cut_of_any_text_is_read() {
    let text = "# A **b\n\n| a | b |\n|--|--|\n| *c | d` |\n<!-- page -->\n| e | f |\n- 1. x\n  > y¹\n\n    z\n<div><!-- ü\n</div>\n[^1]: “é”\n";
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        for start in (0..=end).filter(|start| text.is_char_boundary(*start)) {
            for block in read_text(&text[start..end]).blocks {
                check(&block);
            }
        }
    }
    read_text(&"> ".repeat(20_000));
    read_text(&"- ".repeat(20_000));
    read_text(&"<div>\n\n    ".repeat(5_000));
}

/// Every range lies within the text, in order.
fn check(block: &Block) {
    assert_eq!(block.lines[0].at, 0);
    assert!(block.lines.iter().all(|line| block.text.is_char_boundary(line.at)));
    assert!(block.lines.is_sorted_by_key(|line| line.at));
    assert!(block.strong.iter().all(|range| !block.text[range.clone()].is_empty()));
    if let BlockKind::TableRow { cells, .. } = &block.kind {
        assert!(cells.iter().all(|cell| block.text.get(cell.clone()).is_some()));
    }
}

#[test]
fn a_ledger_of_an_older_assessment_still_reads() {
    let old = r#"[{"number":1,"label":"i","words":12,"kind":"text"}]"#;
    let pages: Vec<planaudit_read::Page> = serde_json::from_str(old).expect("a ledger");
    assert_eq!((pages[0].words, pages[0].columns, pages[0].confidence), (12, 0, None));
}

//! Text that runs past gaps, figures and titles, and what is printed beside it or hidden.
#![cfg(feature = "pdf")]

mod sheets;

use planaudit_read::{BlockKind, Document};
use sheets::{Sheet, read, texts};

const FIRST: [&str; 4] = [
    "Babies and young children in our",
    "area deserve the best start and we",
    "will invest in health visiting over",
    "the next five years.",
];
const SECOND: [&str; 4] = [
    "Every family is offered all of the",
    "five mandated reviews by a nurse",
    "who knows them, at home or in the",
    "family hub, until the fifth",
];
const THIRD: [&str; 3] =
    ["birthday of the youngest child, and", "longer where a parent has asked for", "more help with feeding or sleep."];

fn furniture(document: &Document) -> Vec<&str> {
    document.furniture.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_column_is_read_to_its_foot_past_a_gap_across_the_page() {
    // The right column has ended where white space runs across both.
    let document =
        read(&[Sheet::new().lines(60.0, 760.0, &FIRST).lines(60.0, 660.0, &SECOND).lines(320.0, 760.0, &THIRD)]);
    let read_on = [SECOND.join(" "), THIRD.join(" ")].join(" ");
    assert_eq!(texts(&document), [FIRST.join(" "), read_on]);
}

#[test]
fn a_paragraph_wrapped_around_a_figure_stays_whole() {
    let document = read(&[Sheet::new()
        .lines(60.0, 760.0, &FIRST)
        .lines(60.0, 705.0, &SECOND)
        .text(10.0, 60.0, 657.0, "birthday of the youngest child, and longer where a parent has asked for more of it.")
        .text(9.0, 320.0, 760.0, "Figure 1: Reviews of babies")
        .text(9.0, 320.0, 749.0, "by age and area")]);
    let last = "birthday of the youngest child, and longer where a parent has asked for more of it.";
    assert_eq!(
        texts(&document),
        [FIRST.join(" "), "Figure 1: Reviews of babies by age and area".to_owned(), SECOND.join(" ") + " " + last]
    );
}

#[test]
fn a_title_beside_two_lines_does_not_part_them() {
    let document = read(&[Sheet::new()
        .bold(14.0, 60.0, 754.0, "Oral health")
        .text(10.0, 250.0, 760.0, "See the appendix for a map of the")
        .text(10.0, 250.0, 748.0, "practices that take on children.")]);
    assert_eq!(texts(&document), ["Oral health", "See the appendix for a map of the practices that take on children."]);
}

#[test]
fn a_large_figure_leads_the_lines_beside_it() {
    let document = read(&[Sheet::new()
        .lines(60.0, 760.0, &FIRST)
        .bold(24.0, 60.0, 660.0, "13%")
        .text(10.0, 115.0, 672.0, "of young people in the county wait")
        .text(10.0, 115.0, 660.0, "longer than a year, although there")
        .text(10.0, 115.0, 648.0, "are differences between its parts.")]);
    let text =
        "13% of young people in the county wait longer than a year, although there are differences between its parts.";
    assert_eq!(texts(&document)[1..], [text]);
}

#[test]
fn words_that_a_sentence_begins_with_are_no_running_line() {
    let page = |number: usize| {
        let title = ["Start well", "Live well", "Age well", "Die well"][number];
        Sheet::new()
            .text(8.0, 60.0, 820.0, "Joint forward plan")
            .bold(12.0, 60.0, 790.0, title)
            .text(10.0, 60.0, 774.0, "The council and the board of the trust are")
            .text(10.0, 60.0, 762.0, &format!("committed to it, as {title} says at length."))
    };
    let document = read(&(0..4).map(page).collect::<Vec<_>>());
    let kept = texts(&document).iter().filter(|text| text.starts_with("The council")).count();
    assert_eq!((kept, furniture(&document)), (4, vec!["Joint forward plan"; 4]));
}

#[test]
fn a_header_row_marked_as_no_text_stays_with_its_table() {
    let page = |number: usize| {
        let mut sheet =
            Sheet::new().raw("/Artifact <</Type /Pagination>> BDC\n").text(8.0, 60.0, 820.0, "Forward plan");
        sheet = sheet.bold(10.0, 60.0, 780.0, "Role").bold(10.0, 300.0, 780.0, "Name").raw("EMC\n");
        for row in 0..3 {
            let y = 762.0 - 18.0 * row as f32;
            let role = ["Chief Nurse", "SEND lead", "Board chair"][(row + number) % 3];
            sheet = sheet.text(10.0, 60.0, y, role).text(10.0, 300.0, y, "Tom Arkwright");
        }
        sheet
    };
    let document = read(&[page(0), page(1)]);
    let is_head = |kind: &BlockKind| matches!(kind, BlockKind::TableRow { header: true, .. });
    let heads: Vec<&str> = document.blocks.iter().filter(|b| is_head(&b.kind)).map(|b| b.text.as_str()).collect();
    assert_eq!((heads, furniture(&document)), (vec!["Role | Name"; 2], vec!["Forward plan"; 2]));
}

#[test]
fn comments_beside_a_draft_are_set_aside() {
    // A rule ties the comment to the text; with the edges of the pane it looks like a table's.
    let rules =
        "20 700 m 440 700 l S 20 760 m 440 760 l S 420 640 m 420 800 l S 20 700 20 60 re S 420 700 170 60 re S\n";
    let document = read(&[Sheet::new()
        .raw(rules)
        .lines(60.0, 760.0, &FIRST)
        .text(7.0, 430.0, 748.0, "Commented [AB1]: Is this so?")
        .text(7.0, 430.0, 738.0, "Ask the board")]);
    assert_eq!(texts(&document), [FIRST.join(" ")]);
    assert_eq!(furniture(&document), ["Commented [AB1]: Is this so?", "Ask the board"]);
}

#[test]
fn what_is_clipped_away_is_not_read() {
    let hidden = "q 50 600 500 100 re W n BT /F 10 Tf 60 500 Td (An earlier draft said no.) Tj ET \
                  BT /F 10 Tf 60 650 Td (Seen within the frame.) Tj ET Q\n";
    let document = read(&[Sheet::new().lines(60.0, 760.0, &FIRST).raw(hidden).text(10.0, 60.0, 500.0, "Seen again.")]);
    assert_eq!(texts(&document), [FIRST.join(" "), "Seen within the frame.".to_owned(), "Seen again.".to_owned()]);
}

#[test]
fn a_dash_within_an_item_begins_none() {
    let document = read(&[Sheet::new()
        .text(10.0, 60.0, 760.0, "\\225")
        .text(10.0, 75.0, 760.0, "There were 9,050 people with an illness in 2023, an increase of 490")
        .text(10.0, 75.0, 748.0, "- higher than that of all people.")
        .text(10.0, 60.0, 730.0, "\\225")
        .text(10.0, 75.0, 730.0, "There were fewer children among them than in all the years before.")]);
    let texts = texts(&document);
    assert_eq!(texts.len(), 2);
    assert!(texts[0].ends_with("an increase of 490 - higher than that of all people."));
}

#[test]
fn note_numbers_stay_with_the_words_they_follow() {
    let raised = |x: f32, words: &str| format!("BT /F 6.5 Tf {x} 704 Td ({words}) Tj ET\n");
    let document = read(&[Sheet::new()
        .text(10.0, 60.0, 700.0, "Risks to be met at home")
        .raw(&raised(167.5, "22,"))
        .raw(&raised(179.0, "121,"))
        .raw(&raised(194.0, "21"))
        .text(10.0, 60.0, 686.0, "Worries about the body")]);
    assert_eq!(texts(&document).join(" "), "Risks to be met at home 22, 121, 21 Worries about the body");
}

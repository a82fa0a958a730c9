//! Pages on which columns, tables and notes meet.
#![cfg(feature = "pdf")]

mod sheets;

use planaudit_read::{Block, BlockKind, Document};
use sheets::{Sheet, read, texts};

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

fn rows(document: &Document) -> Vec<&str> {
    let is_row = |block: &&Block| matches!(block.kind, BlockKind::TableRow { .. });
    document.blocks.iter().filter(is_row).map(|block| block.text.as_str()).collect()
}

fn raised(size: f32, x: f32, y: f32, words: &str) -> String {
    format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n")
}

#[test]
fn raised_note_marks_stay_in_their_line() {
    // Helvetica sets "The funding of youth work" in 115 points.
    let document = read(&[Sheet::new()
        .text(10.0, 60.0, 700.0, "The funding of youth work")
        .raw(&raised(6.5, 179.0, 704.0, "39,40,41"))
        .text(10.0, 204.5, 700.0, ", which fell for ten years, will rise again in every part of")
        .text(10.0, 60.0, 688.0, "the county.")]);
    let text =
        "The funding of youth work 39,40,41, which fell for ten years, will rise again in every part of the county.";
    assert_eq!(texts(&document), [text]);
}

#[test]
fn a_cell_filled_to_its_end_does_not_run_into_the_next() {
    let document = read(&[Sheet::new()
        .bold(10.0, 60.0, 740.0, "Role")
        .bold(10.0, 232.0, 740.0, "Name")
        .text(10.0, 60.0, 720.0, "Chief Executive")
        .text(10.0, 232.0, 720.0, "Tom Arkwright")
        // Ends some 6 points before the next column.
        .text(10.0, 60.0, 700.0, "Executive lead for babies, children an")
        .text(10.0, 232.0, 700.0, "Priya Ashdown")
        .text(10.0, 60.0, 680.0, "SEND lead")
        .text(10.0, 232.0, 680.0, "Mei Carter")]);
    assert_eq!(
        rows(&document),
        [
            "Role | Name",
            "Chief Executive | Tom Arkwright",
            "Executive lead for babies, children an | Priya Ashdown",
            "SEND lead | Mei Carter",
        ]
    );
}

#[test]
fn a_table_right_under_columns_is_none_of_theirs() {
    let mut sheet = Sheet::new().lines(60.0, 760.0, &LEFT).lines(320.0, 760.0, &RIGHT);
    let cells = [
        ["Action", "Measure", "By when"],
        ["Open two family hubs", "Hubs open", "2025"],
        ["Train every midwife", "Staff trained", "2026"],
        ["Shorten waits", "Weeks waited", "2027"],
    ];
    for (row, cells) in cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (x, y) = (60.0 + 165.0 * column as f32, 680.0 - 18.0 * row as f32);
            sheet = if row == 0 { sheet.bold(10.0, x, y, cell) } else { sheet.text(10.0, x, y, cell) };
        }
    }
    let document = read(&[sheet]);
    assert_eq!(texts(&document)[..2], [LEFT.join(" "), RIGHT.join(" ")]);
    assert_eq!(rows(&document), cells.map(|cells| cells.join(" | ")));
}

#[test]
fn columns_that_are_not_level_are_parted_at_a_title_beside_text() {
    let mut sheet = Sheet::new();
    for index in 0..6 {
        let y = 700.0 - 12.0 * index as f32;
        sheet = sheet.text(10.0, 60.0, y, LEFT[index]).text(10.0, 225.0, y - 17.0, RIGHT[index]);
    }
    // The title is so near to the line at its left that only what stands under it tells of a column.
    let document = read(&[sheet.bold(13.0, 225.0, 700.0, "Adult care")]);
    assert_eq!(texts(&document), [LEFT.join(" "), "Adult care".to_owned(), RIGHT.join(" ")]);
}

#[test]
fn a_title_over_two_of_three_columns_heads_them() {
    let mut sheet = Sheet::new().bold(20.0, 40.0, 760.0, "Growing up healthy and well");
    for index in 0..6 {
        let y = 720.0 - 12.0 * index as f32;
        sheet = sheet.text(9.0, 40.0, y - 5.0, LEFT[index]).text(9.0, 225.0, y, RIGHT[index]).text(
            9.0,
            410.0,
            y - 2.0,
            ["Third column of text that", "stands beside the others"][index % 2],
        );
    }
    let document = read(&[sheet]);
    let [title, left, right, _] = texts(&document)[..] else { panic!("{document:#?}") };
    assert_eq!(title, "Growing up healthy and well");
    assert_eq!((left, right), (&*LEFT.join(" "), &*RIGHT.join(" ")));
}

#[test]
fn a_sentence_runs_on_past_the_notes_at_the_foot_of_its_page() {
    let first = Sheet::new()
        .lines(
            60.0,
            120.0,
            &[
                "We will make sure that every family in the county can reach a hub within",
                "half an hour of home, wherever they live, and that it serves families with",
            ],
        )
        .raw(&raised(5.0, 60.0, 63.0, "1"))
        .text(7.5, 65.0, 60.0, "Survey of families, 2022.");
    let second =
        Sheet::new().lines(60.0, 780.0, &["0-19 year olds at home, in nurseries and in schools,", "every day."]);
    let document = read(&[first, second]);
    let [text, note] = &document.blocks[..] else { panic!("{document:#?}") };
    assert!(
        text.text.ends_with("serves families with 0-19 year olds at home, in nurseries and in schools, every day.")
    );
    assert_eq!((&note.kind, note.text.as_str()), (&BlockKind::Footnote, "1 Survey of families, 2022."));
}

#[test]
fn justified_lines_are_no_columns() {
    let mut sheet = Sheet::new().lines(
        60.0,
        760.0,
        &["We asked people of all ages what they think of the plan; one of them told us so:"],
    );
    // Words with their widths; the gaps between are even, and wider than many a gutter.
    let lines = [
        [("nurses", 36.0), ("listen", 28.0), ("because", 45.4)],
        [("they", 22.7), ("know", 28.0), ("what", 25.3)],
        [("helps", 28.7), ("us", 12.7), ("all", 12.0)],
    ];
    for (index, line) in lines.iter().enumerate() {
        let gap = (160.0 - line.iter().map(|(_, width)| width).sum::<f32>()) / 2.0;
        let mut x = 80.0;
        for (word, width) in line {
            sheet = sheet.text(12.0, x, 700.0 - 15.0 * index as f32, word);
            x += width + gap;
        }
    }
    let document = read(&[sheet]);
    assert_eq!(texts(&document)[1..], ["nurses listen because they know what helps us all"]);
}

#[test]
fn a_header_row_printed_anew_on_each_page_stays() {
    let page = |number: usize| {
        let mut sheet = Sheet::new()
            .text(8.0, 60.0, 820.0, "Joint forward plan")
            .bold(10.0, 60.0, 780.0, "Role")
            .bold(10.0, 300.0, 780.0, "Name");
        for row in 0..3 {
            let y = 762.0 - 18.0 * row as f32;
            let role = ["Chief Nurse", "SEND lead", "Board chair"][(row + number) % 3];
            sheet = sheet.text(10.0, 60.0, y, role).text(10.0, 300.0, y, "Tom Arkwright");
        }
        sheet
    };
    let document = read(&(0..4).map(page).collect::<Vec<_>>());
    assert_eq!(rows(&document).iter().filter(|row| **row == "Role | Name").count(), 4);
    assert_eq!(document.furniture.len(), 4);
}

#[test]
fn notes_that_differ_in_their_figures_are_no_running_lines() {
    let page = |number: usize| {
        Sheet::new()
            .lines(60.0, 700.0, &["Words of the page."])
            .text(8.0, 60.0, 60.0, &format!("Source: survey of {} families.", [812, 77, 1430, 256][number]))
            .text(8.0, 290.0, 25.0, &format!("{}", number + 1))
    };
    let document = read(&(0..4).map(page).collect::<Vec<_>>());
    assert_eq!(texts(&document).iter().filter(|text| text.starts_with("Source")).count(), 4);
    assert_eq!(document.furniture.len(), 4);
}

/// The text of each note with that of the block that cites it.
fn ties(document: &Document) -> Vec<(&str, &str)> {
    let text = |index: usize| document.blocks[index].text.as_str();
    document.citations.iter().map(|tie| (text(tie.note), text(tie.block))).collect()
}

#[test]
fn notes_belong_to_the_paragraph_that_bears_their_mark() {
    let page = |who: &str, note: &str, other: &str| {
        Sheet::new()
            .text(10.0, 60.0, 700.0, "Our executive lead for children")
            .raw(&raised(6.0, 204.0, 704.0, "1"))
            .text(10.0, 210.0, 700.0, " answers to the board.")
            .text(10.0, 60.0, 660.0, &format!("The chair of the board is {who}*."))
            .raw(&raised(5.0, 60.0, 83.0, "1"))
            .text(7.5, 65.0, 80.0, note)
            .text(7.5, 60.0, 68.0, other)
    };
    // Each page counts from 1.
    let document = read(&[
        page("Tom Arkwright", "Priya Ashdown.", "* Until March."),
        page("Mei Carter", "Ravi Chandra.", "* As from April next year."),
    ]);
    let lead = "Our executive lead for children 1 answers to the board.";
    assert_eq!(
        ties(&document),
        [
            ("1 Priya Ashdown.", lead),
            ("* Until March.", "The chair of the board is Tom Arkwright*."),
            ("1 Ravi Chandra.", lead),
            ("* As from April next year.", "The chair of the board is Mei Carter*."),
        ]
    );
    let [first, .., second] = document.citations[..] else { panic!("{:?}", document.citations) };
    assert!(first.block < first.note && first.note < second.block);
}

#[test]
fn notes_counted_through_are_found_on_other_pages() {
    let first = Sheet::new()
        .lines(60.0, 700.0, &["Words of the page, some of which are here and others in the next line of text."])
        .text(10.0, 60.0, 660.0, "Every child is seen")
        .raw(&raised(6.0, 150.0, 664.0, "1,2"));
    let second = Sheet::new()
        .lines(60.0, 700.0, &["More words of the plan."])
        .text(7.5, 60.0, 80.0, "[1] Survey of families.")
        .text(7.5, 60.0, 60.0, "[2] Census.");
    let cited = "Every child is seen 1,2";
    assert_eq!(ties(&read(&[first, second])), [("[1] Survey of families.", cited), ("[2] Census.", cited)]);
}

#[test]
fn figures_are_no_marks_where_a_note_has_its_own() {
    let sheet = Sheet::new()
        .lines(60.0, 700.0, &["The rate was 12.1 in the county and Core20PLUS1 is the name of the approach."])
        .text(10.0, 60.0, 660.0, "Every child is seen")
        .raw(&raised(6.0, 150.0, 664.0, "1"))
        .text(7.5, 60.0, 60.0, "1 Survey of families.");
    assert_eq!(ties(&read(&[sheet])), [("1 Survey of families.", "Every child is seen 1")]);
}

/// A filled circle by four curves, as drawing programs make them.
fn circle(x: f32, y: f32, radius: f32) -> String {
    let bulge = 0.5523 * radius;
    let (east, west, north, south) = (x + radius, x - radius, y + radius, y - radius);
    let curve = |points: [f32; 6]| points.map(|point| format!("{point:.2}")).join(" ") + " c\n";
    format!("{east} {y} m\n")
        + &curve([east, y + bulge, x + bulge, north, x, north])
        + &curve([x - bulge, north, west, y + bulge, west, y])
        + &curve([west, y - bulge, x - bulge, south, x, south])
        + &curve([x + bulge, south, east, y - bulge, east, y])
        + "f\n"
}

fn items(document: &Document) -> Vec<&str> {
    let is_item = |block: &&Block| matches!(block.kind, BlockKind::ListItem { .. });
    document.blocks.iter().filter(is_item).map(|block| block.text.as_str()).collect()
}

#[test]
fn drawn_bullets_make_items() {
    for square in [false, true] {
        let mut sheet = Sheet::new().lines(60.0, 760.0, &["We will work with our partners so that:"]);
        let lines = [
            (true, "every child is seen by a health visitor within two weeks of birth"),
            (false, "and by a dentist in the first year"),
            (true, "waits are short"),
            (true, "hubs open in the evening"),
        ];
        for (index, (begins, words)) in lines.iter().enumerate() {
            let y = 744.0 - 12.0 * index as f32;
            sheet = sheet.text(10.0, 76.0, y, words);
            if *begins {
                let square = square.then(|| format!("62 {} 4 4 re f\n", y + 1.0));
                sheet = sheet.raw(&square.unwrap_or_else(|| circle(64.0, y + 3.0, 2.0)));
            }
        }
        let document = read(&[sheet.lines(60.0, 680.0, &["More words follow here."])]);
        let first = format!("{} {}", lines[0].1, lines[1].1);
        assert_eq!(items(&document), [first.as_str(), "waits are short", "hubs open in the evening"]);
        assert_eq!(document.blocks.len(), 5);
    }
}

#[test]
fn dots_of_a_frame_and_a_single_dot_are_no_bullets() {
    let framed = |dots: &[f32]| {
        let sheet = Sheet::new().lines(
            76.0,
            744.0,
            &["Children are seen soon by a", "nurse and then by a dentist", "every year."],
        );
        dots.iter().fold(sheet, |sheet, y| sheet.raw(&circle(64.0, *y, 2.0)))
    };
    let frame: Vec<f32> = (0..14).map(|index| 755.0 - 5.0 * index as f32).collect();
    for dots in [&frame[..], &[747.0]] {
        let document = read(&[framed(dots)]);
        assert_eq!(texts(&document), ["Children are seen soon by a nurse and then by a dentist every year."]);
    }
}

#[test]
fn who_signs_a_foreword_stays_with_the_post() {
    let text = "We are proud to share this plan with everybody who lives and works in the county.";
    let document = read(&[Sheet::new()
        .bold(18.0, 60.0, 780.0, "Foreword")
        .lines(60.0, 750.0, &[text])
        .bold(12.0, 60.0, 716.0, "Mei Carter")
        .lines(60.0, 700.0, &["Vexley Partnership", "Independent Chair"])
        .bold(10.0, 60.0, 660.0, "JOSEPH OKAFOR")
        .lines(60.0, 647.0, &["Director of Public Health", "Vexley Council"])
        .bold(14.0, 60.0, 600.0, "What we aim for")
        .lines(60.0, 584.0, &["Lead director to be named"])]);
    assert_eq!(
        texts(&document),
        [
            "Foreword",
            text,
            "Mei Carter Vexley Partnership Independent Chair",
            "JOSEPH OKAFOR Director of Public Health Vexley Council",
            // No name, and larger: a heading.
            "What we aim for",
            "Lead director to be named",
        ]
    );
    assert_eq!(document.blocks[2].kind, BlockKind::Paragraph);
    assert!(matches!(document.blocks[4].kind, BlockKind::Heading { .. }));
}

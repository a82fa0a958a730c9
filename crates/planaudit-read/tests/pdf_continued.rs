//! Tables that go on over a page break.
#![cfg(feature = "pdf")]

mod sheets;

use planaudit_read::{BlockKind, Document};
use sheets::{Sheet, read};

/// A page of rows from `y` down, the first one bold if it heads them.
fn page(mut y: f32, header: Option<[&str; 2]>, bold: bool, rows: &[[&str; 2]], x: [f32; 2]) -> Sheet {
    let mut sheet = Sheet::new();
    for (index, cells) in header.iter().chain(rows).enumerate() {
        for (x, cell) in x.iter().zip(cells) {
            let heavy = bold && header.is_some() && index == 0;
            sheet = if heavy { sheet.bold(10.0, *x, y, cell) } else { sheet.text(10.0, *x, y, cell) };
        }
        y -= 20.0;
    }
    sheet
}

const HEAD: [&str; 2] = ["Role", "Name"];
const ROWS: [[&str; 2]; 3] = [["Chief Nurse", "Tom Arkwright"], ["SEND lead", "Mei Carter"], ["Clerk", "Ravi Chandra"]];
const MORE: [[&str; 2]; 3] =
    [["Chief Executive", "Priya Ashdown"], ["Medical lead", "Helen Frost"], ["Head of early help", "Joseph Okafor"]];
const PLACES: [f32; 2] = [60.0, 300.0];

/// Each row's table, whether it is a header, and its text.
fn rows(document: &Document) -> Vec<(u32, bool, &str)> {
    let row = |block: &'_ planaudit_read::Block| match block.kind {
        BlockKind::TableRow { table, header, .. } => Some((table, header)),
        _ => None,
    };
    document.blocks.iter().filter_map(|block| row(block).map(|(t, h)| (t, h, block.text.as_str()))).collect()
}

#[test]
fn rows_at_the_top_of_the_next_page_go_on_with_the_table() {
    let document =
        read(&[page(200.0, Some(HEAD), true, &ROWS, PLACES), page(780.0, None, false, &MORE, [62.0, 302.0])]);
    let rows = rows(&document);
    assert!(rows.iter().all(|(table, ..)| *table == 0), "{rows:?}");
    assert_eq!(rows.iter().filter(|(_, header, _)| *header).count(), 1);
    assert_eq!(rows[4], (0, false, "Chief Executive | Priya Ashdown"));
}

#[test]
fn a_header_printed_anew_is_a_header_whatever_its_weight() {
    let document =
        read(&[page(200.0, Some(HEAD), false, &ROWS, PLACES), page(780.0, Some(HEAD), false, &MORE, PLACES)]);
    let rows = rows(&document);
    let headers: Vec<_> = rows.iter().filter(|(_, header, _)| *header).collect();
    assert_eq!(headers, [&(0, true, "Role | Name"); 2]);
}

#[test]
fn another_table_is_another_table() {
    let first = || page(200.0, Some(HEAD), true, &ROWS, PLACES);
    let others = [
        // Headed otherwise, in other places, below other text.
        page(780.0, Some(["Post", "Holder"]), true, &MORE, PLACES),
        page(780.0, None, false, &MORE, [120.0, 400.0]),
        page(700.0, None, false, &MORE, PLACES).lines(
            60.0,
            780.0,
            &["These are the people whom families may ask for help."],
        ),
    ];
    for other in others {
        let document = read(&[first(), other]);
        let rows = rows(&document);
        assert_eq!(rows.last().map(|(table, ..)| *table), Some(1), "{rows:?}");
    }
}

//! Levels of headings: by bookmarks, by the contents page, by numbers.
#![cfg(feature = "pdf")]

mod sheets;

use planaudit_read::{BlockKind, Document, Format, read_bytes};
use sheets::{Sheet, pdf_of, read};

const TEXT: [&str; 3] = [
    "We will make sure that every family in the county can reach a hub within half an",
    "hour of home, wherever they live, and that it serves families with children of all",
    "ages, every day of the week and in the evening.",
];

/// A page of titles, each with its size and with running text under it.
fn page(titles: &[(f32, &str)]) -> Sheet {
    let mut sheet = Sheet::new();
    let mut y = 780.0;
    for (size, title) in titles {
        sheet = sheet.bold(*size, 60.0, y, title).lines(60.0, y - 24.0, &TEXT);
        y -= 84.0;
    }
    sheet
}

fn headings(document: &Document) -> Vec<(u8, &str)> {
    let level = |kind: &BlockKind| match kind {
        BlockKind::Heading { level } => Some(*level),
        _ => None,
    };
    document.blocks.iter().filter_map(|block| Some((level(&block.kind)?, block.text.as_str()))).collect()
}

/// Bookmarks as direct children of the root, each title with its own children.
fn with_bookmarks(sheets: &[Sheet], tree: &[(&str, &[&str])]) -> Document {
    // Objects 1 to 5 are fixed, then two for each page.
    let first = 6 + 2 * sheets.len();
    let mut objects: Vec<String> = Vec::new();
    let mut next = first;
    for (index, (title, below)) in tree.iter().enumerate() {
        let after = next + 1 + below.len();
        let beside = if index + 1 < tree.len() { format!("/Next {after} 0 R") } else { String::new() };
        let down = if below.is_empty() { String::new() } else { format!("/First {} 0 R", next + 1) };
        objects.push(format!("<< /Title ({title}) {beside} {down} >>"));
        for (place, title) in below.iter().enumerate() {
            let own = next + 1 + place;
            let beside = if place + 1 < below.len() { format!("/Next {} 0 R", own + 1) } else { String::new() };
            objects.push(format!("<< /Title ({title}) {beside} >>"));
        }
        next = after;
    }
    let bytes = pdf_of(sheets, &format!("/Outlines << /First {first} 0 R >>"), "", &objects);
    read_bytes(Format::Pdf, bytes).expect("a readable file")
}

#[test]
fn bookmarks_tell_levels_that_sizes_get_wrong() {
    // The foreword is set smaller than what stands under the other titles.
    let sheets = [
        page(&[(11.0, "Foreword"), (16.0, "Our needs"), (12.0, "Oral health"), (12.0, "Sleep")]),
        page(&[(16.0, "Our aims"), (12.0, "Better sleep"), (11.5, "Carers"), (16.0, "Money")]),
    ];
    let tree: [(&str, &[&str]); 5] = [
        ("FOREWORD", &[]),
        ("Our needs", &["Oral health", "Sleep"]),
        ("Never printed", &[]),
        ("Our aims", &["Better sleep"]),
        ("Money", &[]),
    ];
    let document = with_bookmarks(&sheets, &tree);
    assert_eq!(
        headings(&document),
        [
            (1, "Foreword"),
            (1, "Our needs"),
            (2, "Oral health"),
            (2, "Sleep"),
            (1, "Our aims"),
            (2, "Better sleep"),
            (3, "Carers"),
            (1, "Money"),
        ]
    );
}

#[test]
fn a_title_that_looks_like_text_is_one_if_it_is_bookmarked() {
    let sheets =
        [page(&[(14.0, "Our needs"), (14.0, "Our aims"), (14.0, "Money")]).text(10.0, 60.0, 500.0, "Oral health")];
    let tree: [(&str, &[&str]); 3] = [("Our needs", &[]), ("Our aims", &[]), ("Money", &["Oral health"])];
    assert_eq!(headings(&with_bookmarks(&sheets, &tree)).last(), Some(&(2, "Oral health")));
    assert_eq!(headings(&read(&sheets)).last(), Some(&(1, "Money")));
}

#[test]
fn the_contents_page_tells_levels() {
    let contents = Sheet::new()
        .bold(16.0, 60.0, 780.0, "Contents")
        .text(10.0, 60.0, 740.0, "Foreword ........................... 2")
        .text(10.0, 60.0, 726.0, "Our needs .......................... 2")
        .text(10.0, 80.0, 712.0, "Oral health ........................ 2")
        .text(10.0, 60.0, 698.0, "Our aims ........................... 3");
    let sheets = [
        contents,
        page(&[(11.0, "FOREWORD"), (16.0, "Our needs"), (12.0, "Oral health"), (12.0, "Gum disease")]),
        page(&[(16.0, "Our aims"), (13.0, "Carers")]),
    ];
    assert_eq!(
        headings(&read(&sheets))[1..],
        [(1, "FOREWORD"), (1, "Our needs"), (2, "Oral health"), (2, "Gum disease"), (1, "Our aims"), (2, "Carers")]
    );
}

#[test]
fn numbers_tell_levels_where_sizes_do_not() {
    let sheets = [
        page(&[(12.0, "1 Foreword"), (12.0, "2 Our needs"), (12.0, "2.1 Oral health"), (12.0, "2.2 Sleep")]),
        page(&[(12.0, "2.2.1 Babies"), (12.0, "Carers"), (12.0, "3 Our aims"), (12.0, "References")]),
    ];
    assert_eq!(
        headings(&read(&sheets)),
        [
            (1, "1 Foreword"),
            (1, "2 Our needs"),
            (2, "2.1 Oral health"),
            (2, "2.2 Sleep"),
            (3, "2.2.1 Babies"),
            (2, "Carers"),
            (1, "3 Our aims"),
            (1, "References"),
        ]
    );
}

#[test]
fn headings_that_count_on_are_of_one_level() {
    let sheets = [
        page(&[(18.0, "Our plan"), (14.0, "Priority 1: Teeth"), (12.0, "How"), (13.0, "Priority 2: Sleep")]),
        page(&[(14.0, "Priority 3: Food"), (12.0, "Why")]),
    ];
    let levels: Vec<u8> = headings(&read(&sheets)).into_iter().map(|(level, _)| level).collect();
    assert_eq!((levels[1], levels[3], levels[4]), (2, 2, 2));
}

#[test]
fn a_short_list_of_other_titles_changes_nothing() {
    let sheets = [page(&[(16.0, "Our needs"), (12.0, "Oral health"), (12.0, "Sleep")])];
    let before: Vec<(u8, String)> =
        headings(&read(&sheets)).into_iter().map(|(level, text)| (level, text.to_owned())).collect();
    let tree: [(&str, &[&str]); 3] = [("Cover", &[]), ("Page 2", &[]), ("Sleep", &[])];
    let document = with_bookmarks(&sheets, &tree);
    let after: Vec<(u8, String)> =
        headings(&document).into_iter().map(|(level, text)| (level, text.to_owned())).collect();
    assert_eq!(before, after);
}

//! Tagged files: what the structure tree says is used where it fits the page.
#![cfg(feature = "pdf")]

use std::fmt::Write as _;

use planaudit_read::{BlockKind, Document, Format, read_bytes};

/// Roles from the outermost element inwards, each with the number that tells it from others of its role.
type Path = [(&'static str, u8)];

/// A stretch of a page's text: its role within the tree, and how it is drawn.
struct Stretch {
    path: &'static Path,
    bold: bool,
    x: f32,
    y: f32,
    words: &'static str,
}

fn at(path: &'static Path, x: f32, y: f32, words: &'static str) -> Stretch {
    Stretch { path, bold: false, x, y, words }
}

/// One page with a structure tree over its stretches.
fn tagged(stretches: &[Stretch]) -> Document {
    let mut content = String::new();
    let mut elements: Vec<(&Path, Vec<String>)> = Vec::new();
    let mut owners = Vec::new();
    for (number, stretch) in stretches.iter().enumerate() {
        let font = if stretch.bold { "B" } else { "F" };
        let Stretch { x, y, words, .. } = stretch;
        let _ = writeln!(content, "/S <</MCID {number}>> BDC BT /{font} 10 Tf {x} {y} Td ({words}) Tj ET EMC");
        for depth in 1..=stretch.path.len() {
            let path = &stretch.path[..depth];
            if !elements.iter().any(|(known, _)| *known == path) {
                elements.push((path, Vec::new()));
            }
        }
        let own = elements.iter().position(|(path, _)| *path == stretch.path).expect("just added");
        elements[own].1.push(number.to_string());
        owners.push(own);
    }
    let first = 8;
    let reference = |index: usize| format!("{} 0 R", first + index);
    let parent = |path: &Path| elements.iter().position(|(known, _)| *known == &path[..path.len() - 1]);
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 7 0 R /MarkInfo << /Marked true >> >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 \
         /Resources << /Font << /F 5 0 R /B 6 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let owned: Vec<String> = owners.iter().map(|&own| reference(own)).collect();
    objects.push(format!(
        "<< /Type /StructTreeRoot /RoleMap << /Title#201 /H1 >> /ParentTree << /Nums [0 [{}]] >> >>",
        owned.join(" ")
    ));
    for (path, numbers) in &elements {
        let kids = elements
            .iter()
            .enumerate()
            .filter(|(_, (below, _))| below.len() == path.len() + 1 && below.starts_with(path));
        let kids: Vec<String> = kids.map(|(kid, _)| reference(kid)).chain(numbers.iter().cloned()).collect();
        let above = parent(path).map_or_else(|| "7 0 R".to_owned(), reference);
        let role = path[path.len() - 1].0;
        objects.push(format!("<< /S /{role} /P {above} /Pg 3 0 R /K [{}] >>", kids.join(" ")));
    }
    read_bytes(Format::Pdf, file(&objects)).expect("a readable file")
}

fn file(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF").bytes());
    file
}

fn seen(document: &Document) -> Vec<(&BlockKind, &str)> {
    document.blocks.iter().map(|block| (&block.kind, block.text.as_str())).collect()
}

#[test]
fn headings_are_what_the_file_says_with_its_levels() {
    let text = "We will work with every family in the county as one team of many.";
    let document = tagged(&[
        at(&[("Title#201", 1)], 60.0, 780.0, "Start well"),
        at(&[("P", 1)], 60.0, 760.0, text),
        at(&[("H3", 1)], 60.0, 730.0, "Waiting times"),
        at(&[("P", 2)], 60.0, 710.0, text),
        at(&[("P", 3)], 60.0, 690.0, text),
        Stretch { bold: true, ..at(&[("P", 4)], 60.0, 660.0, "What comes next") },
        at(&[("P", 5)], 60.0, 640.0, text),
    ]);
    let headings: Vec<_> = seen(&document)
        .into_iter()
        .filter_map(|(kind, text)| match kind {
            BlockKind::Heading { level } => Some((*level, text)),
            _ => None,
        })
        .collect();
    // What only looks like a heading stands under the last one marked.
    assert_eq!(headings, [(1, "Start well"), (3, "Waiting times"), (4, "What comes next")]);
}

#[test]
fn paragraphs_part_and_go_on_as_marked() {
    let document = tagged(&[
        at(&[("P", 1)], 60.0, 760.0, "We will publish a plan each year."),
        at(&[("P", 1)], 60.0, 748.0, "It will be short."),
        at(&[("P", 2)], 60.0, 736.0, "It will be tried by young people before it goes to the board of the trust."),
    ]);
    let texts: Vec<&str> = seen(&document).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        texts,
        [
            "We will publish a plan each year. It will be short.",
            "It will be tried by young people before it goes to the board of the trust.",
        ]
    );
}

#[test]
fn items_captions_and_notes_are_told_by_their_marks() {
    let document = tagged(&[
        at(&[("P", 1)], 60.0, 760.0, "We will:"),
        at(&[("L", 1), ("LI", 1), ("LBody", 1)], 70.0, 745.0, "Open hubs."),
        at(&[("L", 1), ("LI", 2), ("LBody", 2)], 70.0, 733.0, "Train staff."),
        at(&[("Caption", 1)], 60.0, 700.0, "How waits fell"),
        at(&[("Note", 1)], 60.0, 680.0, "Counted in March."),
    ]);
    let kinds: Vec<_> = seen(&document).into_iter().skip(1).collect();
    let item = BlockKind::ListItem { depth: 0 };
    assert_eq!(
        kinds,
        [
            (&item, "Open hubs."),
            (&item, "Train staff."),
            (&BlockKind::Caption, "How waits fell"),
            (&BlockKind::Footnote, "Counted in March."),
        ]
    );
}

#[test]
fn cells_are_those_of_the_file_however_close_they_stand() {
    let document = tagged(&[
        at(&[("Table", 1), ("TR", 1), ("TH", 1)], 60.0, 760.0, "Role"),
        at(&[("Table", 1), ("TR", 1), ("TH", 2)], 130.0, 760.0, "Name"),
        at(&[("Table", 1), ("TR", 2), ("TD", 1)], 60.0, 745.0, "Chief Executive"),
        at(&[("Table", 1), ("TR", 2), ("TD", 2)], 135.0, 745.0, "Tom Arkwright"),
        at(&[("Table", 1), ("TR", 3), ("TD", 3)], 60.0, 730.0, "Lead for babies"),
        at(&[("Table", 1), ("TR", 3), ("TD", 3)], 60.0, 718.0, "and children"),
        at(&[("Table", 1), ("TR", 3), ("TD", 4)], 131.0, 730.0, "Priya Ashdown"),
    ]);
    let rows: Vec<_> = seen(&document)
        .into_iter()
        .map(|(kind, text)| (matches!(kind, BlockKind::TableRow { header: true, .. }), text))
        .collect();
    assert_eq!(
        rows,
        [
            (true, "Role | Name"),
            (false, "Chief Executive | Tom Arkwright"),
            (false, "Lead for babies and children | Priya Ashdown"),
        ]
    );
}

#[test]
fn a_table_broken_over_two_columns_is_read_down_each() {
    let document = tagged(&[
        at(&[("Table", 1), ("TR", 1), ("TH", 1)], 60.0, 700.0, "Role"),
        at(&[("Table", 1), ("TR", 1), ("TH", 2)], 180.0, 700.0, "Name"),
        at(&[("Table", 1), ("TR", 2), ("TD", 1)], 60.0, 685.0, "Chief Executive"),
        at(&[("Table", 1), ("TR", 2), ("TD", 2)], 180.0, 685.0, "Tom Arkwright"),
        at(&[("Table", 1), ("TR", 3), ("TD", 3)], 320.0, 760.0, "Lead for babies"),
        at(&[("Table", 1), ("TR", 3), ("TD", 4)], 440.0, 760.0, "Priya Ashdown"),
        at(&[("Table", 1), ("TR", 4), ("TD", 5)], 320.0, 745.0, "SEND lead"),
        at(&[("Table", 1), ("TR", 4), ("TD", 6)], 440.0, 745.0, "Mei Carter"),
        at(&[("P", 1)], 60.0, 745.0, "Our board will be answerable for it,"),
        at(&[("P", 1)], 60.0, 733.0, "and will publish how far it has come,"),
        at(&[("P", 1)], 60.0, 721.0, "each year in the spring."),
    ]);
    let rows: Vec<&str> = seen(&document).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        rows,
        [
            "Our board will be answerable for it, and will publish how far it has come, each year in the spring.",
            "Role | Name",
            "Chief Executive | Tom Arkwright",
            "Lead for babies | Priya Ashdown",
            "SEND lead | Mei Carter",
        ]
    );
}

#[test]
fn a_tree_that_goes_round_in_circles_ends() {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 \
         /Resources << /Font << /F 5 0 R >> >> >>",
        "<< /Length 63 >>\nstream\n/P <</MCID 0>> BDC BT /F 10 Tf 60 700 Td (Words.) Tj ET EMC    \nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /StructTreeRoot /ParentTree 8 0 R >>",
        "<< /S /P /P 7 0 R >>",
        "<< /Nums [0 [7 0 R]] /Kids [8 0 R 8 0 R] >>",
    ];
    let document = read_bytes(Format::Pdf, file(&objects.map(str::to_owned))).expect("a readable file");
    assert_eq!(document.blocks[0].text, "Words.");
}

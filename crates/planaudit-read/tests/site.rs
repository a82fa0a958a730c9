//! Folders of web pages as one document: order, labels, what repeats, what is missing.
#![cfg(feature = "html")]

use std::path::{Path, PathBuf};

use planaudit_read::{Document, PageKind, PageNumber, ReadError, Source, is_site, read_file};

/// A folder of its own, gone when the test is done.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("planaudit-site-{name}-{}", std::process::id()));
        for (path, text) in files {
            let file = folder.join(path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            std::fs::write(file, text).expect("written");
        }
        std::fs::create_dir_all(&folder).expect("made");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn texts(document: &Document) -> Vec<(u32, &str)> {
    let page = |block: &planaudit_read::Block| block.page().map_or(0, PageNumber::get);
    document.blocks.iter().map(|block| (page(block), block.text.as_str())).collect()
}

fn page(inner: &str) -> String {
    format!(
        "<html><head><title>Our plan</title></head><body><nav><a href='z.html'>Z</a></nav><main>{inner}</main></body></html>"
    )
}

#[test]
fn pages_come_in_order_of_links_and_then_of_name() {
    let folder = Folder::with(
        "order",
        &[
            ("index.html", &page("<h1>Plan</h1><a href='live/'>Live</a> <a href='start.html?x#y'>Start</a>")),
            ("live/index.html", &page("<p>Live well.</p><a href='more.html'>More</a>")),
            ("live/more.html", &page("<p>More.</p>")),
            ("start.html", &page("<p>Start well.</p><table><tr><th>A<th>B<tr><td>1<td>2</table>")),
            ("part-10.html", &page("<p>Ten.</p>")),
            ("part-9.html", &page("<p>Nine.</p><table><tr><td>1<td>2</table>")),
            ("z.html", &page("<p>In the menu.</p>")),
            ("start_files/frame.html", "<p>An advertisement.</p>"),
            ("notes.txt", "Not a page."),
        ],
    );
    assert!(is_site(&folder.0));
    let document = read_file(&folder.0).expect("a document");
    let labels: Vec<_> = document.pages.iter().map(|page| page.label.as_deref().unwrap_or_default()).collect();
    assert_eq!(
        labels,
        ["index.html", "z.html", "live/index.html", "live/more.html", "start.html", "part-9.html", "part-10.html"]
    );
    assert_eq!(document.title.as_deref(), Some("Our plan"));
    assert!(texts(&document).contains(&(5, "Start well.")) && texts(&document).contains(&(6, "Nine.")));
    let tables: Vec<_> = (document.blocks.iter())
        .filter_map(|block| match block.kind {
            planaudit_read::BlockKind::TableRow { table, .. } => Some(table),
            _ => None,
        })
        .collect();
    assert_eq!(tables, [0, 0, 1]);
}

#[test]
fn what_stands_on_most_pages_is_furniture() {
    let notice = "<p>Sign up for our newsletter</p>";
    let files: Vec<(String, String)> = (0..4)
        .map(|index| (format!("{index}.html"), page(&format!("{notice}<p>Words of page {index}.</p>"))))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::with("furniture", &files);
    let document = read_file(&folder.0).expect("a document");
    assert_eq!(document.furniture.len(), 4);
    assert_eq!(document.blocks.len(), 4);
    assert_eq!(document.pages[3].words, 4);
}

#[test]
fn one_bad_page_costs_the_others_nothing() {
    let folder = Folder::with("bad", &[("a.html", "\0\0"), ("b.html", &page("<p>Fine.</p>")), ("c.html", &page(""))]);
    let document = read_file(&folder.0).expect("a document");
    let kinds: Vec<_> = document.pages.iter().map(|page| page.kind).collect();
    assert_eq!(kinds, [PageKind::Broken, PageKind::Text, PageKind::Blank]);
    assert_eq!(texts(&document), [(2, "Fine.")]);
}

#[test]
fn folders_that_are_no_site() {
    let folder =
        Folder::with("none", &[("index.html", &page("<a href='https://example.org/a.html'>a</a>")), ("a.html", "")]);
    assert!(!is_site(&folder.0));
    let empty = Folder::with("empty", &[]);
    assert!(matches!(read_file(&empty.0), Err(ReadError::NoPages { .. })));
    assert!(!is_site(Path::new("no/such/folder")));
}

#[test]
fn the_digest_sees_names_and_bytes() {
    let folder = Folder::with("digest", &[("a.html", "<p>a"), ("b.html", "<p>b")]);
    let pieces = Source::open(&folder.0).expect("open").pieces().concat();
    assert_eq!(pieces, b"a.html\0<p>ab.html\0<p>b");
}

//! PDF files that lie about their structure.

use std::fmt::Write as _;

use planaudit_read::Format;

use crate::{Case, Outcome, case};

const WORDS: &str = "BT /F 11 Tf 60 700 Td (Words of a plan.) Tj ET\n";

/// A file by its objects; object 1 is the catalogue, 2 the page tree.
pub(super) struct File {
    objects: Vec<Vec<u8>>,
    trailer: String,
}

impl File {
    /// One page with a content stream (object 4) and a font (object 5).
    pub(super) fn of(content: &str) -> Self {
        let mut file = Self { objects: Vec::new(), trailer: String::new() };
        file.add("<< /Type /Catalog /Pages 2 0 R >>");
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        );
        file.stream("", content.as_bytes());
        file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        file
    }

    pub(super) fn add(&mut self, object: &str) -> usize {
        self.objects.push(object.as_bytes().to_vec());
        self.objects.len()
    }

    pub(super) fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let head = format!("<< /Length {} {entries} >>\nstream\n", data.len());
        self.objects.push([head.as_bytes(), data, b"\nendstream"].concat());
        self.objects.len()
    }

    pub(super) fn set(mut self, number: usize, object: &str) -> Self {
        self.objects[number - 1] = object.as_bytes().to_vec();
        self
    }

    pub(super) fn set_stream(mut self, number: usize, entries: &str, data: &[u8]) -> Self {
        self.stream(entries, data);
        let object = self.objects.pop().expect("just pushed");
        self.objects[number - 1] = object;
        self
    }

    pub(super) fn with_trailer(mut self, entries: &str) -> Self {
        entries.clone_into(&mut self.trailer);
        self
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.bytes_with(|offset| offset)
    }

    /// With the offsets of the cross-reference table changed.
    fn bytes_with(&self, place: impl Fn(usize) -> usize) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (index, object) in self.objects.iter().enumerate() {
            let _ = writeln!(table, "{:010} 00000 n ", place(bytes.len()));
            bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        let size = self.objects.len() + 1;
        let trailer = self.trailer.replace("START", &start.to_string());
        bytes.extend(table.bytes());
        bytes.extend(format!("trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF").bytes());
        bytes
    }
}

/// A sound file of one page.
pub(super) fn plain(words: &str) -> Vec<u8> {
    File::of(&format!("BT /F 11 Tf 60 700 Td ({words}) Tj ET")).bytes()
}

/// A title on a picture as large as the page.
pub(super) fn over_a_picture() -> Vec<u8> {
    File::of(&format!("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q {WORDS}")).bytes()
}

/// Forms that each draw the next one ten times.
pub(super) fn laughs() -> Vec<u8> {
    let mut file = File::of(&format!("{WORDS} /X Do"));
    for level in 0..12 {
        let next = file.objects.len() + 2;
        let resources =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>");
        file.stream(
            &resources,
            if level == 11 { b"" } else { b"/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do" },
        );
    }
    file.set(
        3,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
    )
    .bytes()
}

fn self_drawing() -> Vec<u8> {
    let mut file = File::of(&format!("{WORDS} /X Do"));
    file.stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
        b"/X Do /X Do",
    );
    file.set(
        3,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
    )
    .bytes()
}

fn many_pages(count: usize) -> Vec<u8> {
    let mut file = File::of(WORDS);
    let kids = (0..count)
        .map(|_| format!("{} 0 R ", file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")))
        .collect::<Vec<_>>()
        .concat();
    file.set(2, &format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>")).bytes()
}

fn deep_tree(depth: usize) -> Vec<u8> {
    let mut file = File::of(WORDS);
    let mut kid = 3;
    for _ in 0..depth {
        kid = file.add(&format!("<< /Type /Pages /Kids [{kid} 0 R] /Count 1 >>"));
    }
    file.set(2, &format!("<< /Type /Pages /Kids [{kid} 0 R] /Count 1 >>")).bytes()
}

/// A file whose bookmarks are the objects from 6 on.
fn bookmarks(items: impl IntoIterator<Item = String>) -> Vec<u8> {
    let mut file = File::of(WORDS).set(1, "<< /Type /Catalog /Pages 2 0 R /Outlines << /First 6 0 R >> >>");
    for item in items {
        file.add(&item);
    }
    file.bytes()
}

fn font(entries: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = File::of(WORDS).set(5, entries);
    for (entries, data) in more {
        file.stream(entries, data);
    }
    file.bytes()
}

fn page(entries: &str) -> Vec<u8> {
    File::of(WORDS)
        .set(
            3,
            &format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> {entries} >>"),
        )
        .bytes()
}

pub(super) fn cases() -> Vec<Case> {
    use Outcome::{Either, Reads, Refused};
    let whole = plain("Words of a plan.");
    let pdf = |name, bytes: Vec<u8>, outcome| case(name, Format::Pdf, bytes, outcome);
    let reads = || Reads("Words of a plan.");
    vec![
        pdf("sound", whole.clone(), reads()),
        pdf("an error page", b"<!DOCTYPE html><html><p>404 Not found".to_vec(), Refused("download may have failed")),
        pdf("text", b"A plan.".to_vec(), Refused("not a readable PDF file")),
        pdf("a header alone", b"%PDF-1.7\n".to_vec(), Refused("not a readable PDF file")),
        pdf("half a file", whole[..whole.len() / 2].to_vec(), Either),
        pdf("junk before", [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &whole].concat(), Either),
        pdf("a byte order mark before", [b"\xEF\xBB\xBF".as_slice(), &whole].concat(), reads()),
        pdf("zeros after", [whole.as_slice(), &[0; 10_000]].concat(), reads()),
        pdf("wrong offsets", File::of(WORDS).bytes_with(|offset| offset + 7), reads()),
        pdf("offsets past the end", File::of(WORDS).bytes_with(|_| 4_000_000_000), reads()),
        pdf("a table before itself", File::of(WORDS).with_trailer("/Prev START").bytes(), reads()),
        pdf("a table in a circle", File::of(WORDS).with_trailer("/Prev 0 /XRefStm START").bytes(), Either),
        pdf("no pages", File::of(WORDS).set(2, "<< /Type /Pages /Kids [] /Count 0 >>").bytes(), Refused("no pages")),
        pdf("a tree of itself", File::of(WORDS).set(2, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>").bytes(), Either),
        pdf("a tree in a circle", File::of(WORDS).set(2, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>").bytes(), reads()),
        pdf("a deep tree", deep_tree(3_000), reads()),
        pdf("two milliard pages", File::of(WORDS).set(2, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>").bytes(), reads()),
        pdf("fewer than no pages", File::of(WORDS).set(2, "<< /Type /Pages /Kids [3 0 R] /Count -1 >>").bytes(), reads()),
        pdf("too many pages", many_pages(10_001), Refused("larger than the limit (pages: 10001")),
        pdf("blank pages alone", many_pages(20), Refused("no text on any of its 20 pages")),
        pdf("content that is missing", File::of(WORDS).set(4, "null").bytes(), Refused("no text")),
        pdf("content that is the page", page("/MediaBox [0 0 595 842] /Contents 3 0 R"), Either),
        pdf("content of an unknown filter", File::of("").set_stream(4, "/Filter /Nonsense", WORDS.as_bytes()).bytes(), reads()),
        pdf("a length too long", File::of("").set(4, &format!("<< /Length 99999999 >>\nstream\n{WORDS}\nendstream")).bytes(), reads()),
        pdf("a length below nothing", File::of("").set(4, &format!("<< /Length -5 >>\nstream\n{WORDS}\nendstream")).bytes(), reads()),
        pdf("a length of itself", File::of("").set(4, &format!("<< /Length 4 0 R >>\nstream\n{WORDS}\nendstream")).bytes(), Either),
        pdf("no end of the stream", File::of("").set(4, &format!("<< /Length 60 >>\nstream\n{WORDS}")).bytes(), Either),
        pdf("laughs", laughs(), reads()),
        pdf("a form of itself", self_drawing(), reads()),
        pdf("deep arrays", File::of(&format!("{WORDS}{}", "[".repeat(200_000))).bytes(), reads()),
        pdf("deep dictionaries", File::of(WORDS).set(1, &format!("<< /Type /Catalog /Pages 2 0 R /X {} >>", "<< /X ".repeat(50_000))).bytes(), Either),
        pdf("many saved states", File::of(&format!("{}{WORDS}", "q ".repeat(300_000))).bytes(), reads()),
        pdf("states that were not saved", File::of(&format!("{}{WORDS}", "Q ET EMC ".repeat(1_000))).bytes(), reads()),
        pdf("a long string", File::of(&format!("{WORDS}BT /F 1 Tf ({}) Tj ET", "x".repeat(600_000))).bytes(), reads()),
        pdf("one letter upon itself", File::of(&format!("{WORDS}{}", "BT /F 9 Tf 9 9 Td (x) Tj ET ".repeat(40_000))).bytes(), reads()),
        pdf("numbers beyond number", File::of(&format!("{WORDS}1e999 -99999999999999999999 9e-400 0 0 0 cm BT /F 1e30 Tf (far) Tj ET")).bytes(), reads()),
        pdf("no font", File::of(&WORDS.replace("/F", "/G")).bytes(), reads()),
        pdf("no resources", page("/MediaBox [0 0 595 842] /Resources 99 0 R"), reads()),
        pdf("a font of nothing", font("<< >>", &[]), Either),
        pdf("a font whose program is noise", font("<< /Type /Font /Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding /FontDescriptor << /FontFile2 6 0 R >> >>", &[("", &[0x5A; 999])]), reads()),
        pdf("a font that descends from itself", font("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] >>", &[]), Either),
        pdf("a font of every character", font("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>", &[("", b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap")]), Either),
        pdf("bookmarks in a circle", bookmarks(["<< /Title (Words of a plan.) /First 6 0 R /Next 7 0 R >>".to_owned(), "<< /Title (x) /Next 6 0 R /First 7 0 R >>".to_owned()]), reads()),
        pdf("bookmarks without end", bookmarks((7..30_000).map(|next| format!("<< /Title (Words {next}) /Next {next} 0 R >>"))), reads()),
        pdf("bookmarks below bookmarks", bookmarks((7..30_000).map(|next| format!("<< /Title (Words {next}) /First {next} 0 R >>"))), reads()),
        pdf("bookmarks that are none", bookmarks(["<< /Title 7 /Next (x) /First [6 0 R] >>".to_owned()]), reads()),
        pdf("a bookmark of a long title", bookmarks([format!("<< /Title ({}) >>", "x".repeat(900_000))]), reads()),
        pdf("contents without end", File::of(&format!("{WORDS}{}", (0..30_000).fold(String::new(), |text, number| text + &format!("BT /F 9 Tf 9 {} Td (1.{number} Words ........ 4) Tj ET ", number % 800)))).bytes(), Either),
        pdf("titles without end", File::of(&format!("{WORDS}{}", (0..20_000).fold(String::new(), |text, number| text + &format!("BT /F 30 Tf {} {} Td (1.{number} Words) Tj ET ", number % 7 * 80, number % 800)))).bytes(), Either),
        pdf("dots without end", File::of(&format!("{WORDS}{}", (0..90_000).fold(String::new(), |dots, number| dots + &format!("{} {} 3 3 re f ", number % 500, number % 800)))).bytes(), reads()),
        pdf("an outline without end", File::of(&format!("{WORDS}1 1 m {} f", "2 2 3 3 4 4 c 1 2 m ".repeat(90_000))).bytes(), reads()),
        pdf("a page of no size", page("/MediaBox [0 0 0 0]"), Either),
        pdf("a page as large as a country", page("/MediaBox [-1e30 -1e30 1e30 1e30]"), Either),
        pdf("a page inside out", page("/MediaBox [595 842 0 0]"), reads()),
        pdf("a page turned by a little", page("/MediaBox [0 0 595 842] /Rotate 37"), Either),
        pdf("a picture of a page", File::of("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q").bytes(), Refused("character recognition")),
        pdf("a picture that never ends", File::of(&format!("{WORDS}BI /W 1 /H 1 ID {}", "x".repeat(9_999))).bytes(), reads()),
    ]
}

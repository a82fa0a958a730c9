//! Web pages, Markdown and text that nobody wrote by hand.

use planaudit_read::Format;

use crate::{Case, Outcome, case};

pub(super) fn cases() -> Vec<Case> {
    use Outcome::{Either, Reads, Refused};
    let html = |name, text: String, outcome| case(name, Format::Html, text, outcome);
    let markdown = |name, text: String, outcome| case(name, Format::Markdown, text, outcome);
    let text = |name, bytes: Vec<u8>, outcome| case(name, Format::Text, bytes, outcome);
    let reads = || Reads("Words of a plan.");
    let words = "Words of a plan.";
    let wide = |unit: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain("<p>Words of a plan.</p>".encode_utf16().flat_map(unit)).collect()
    };
    vec![
        html("sound", format!("<p>{words}"), reads()),
        html("no page", words.to_owned(), Refused("no web page")),
        html("deep elements", "<div>".repeat(300_000), Refused("nested elements")),
        html("deep tables", format!("{}{words}", "<table><tr><td>".repeat(1_000)), reads()),
        html("open tables", format!("<p>{words}</p>{}", "<table><tr><td>x</table>".repeat(5_000)), reads()),
        html(
            "cells beyond number",
            format!("<p>{words}</p><table><tr><td colspan=4000000000 rowspan=4000000000>a<td>b</table>"),
            reads(),
        ),
        html("a script that never ends", format!("<p>{words}</p><script>{}", "<div>".repeat(9_999)), reads()),
        html("a comment that never ends", format!("<p>{words}</p><!--{}", "-".repeat(99_999)), reads()),
        html("an attribute that never ends", format!("<p>{words}</p><p class=\"{}", "a ".repeat(99_999)), reads()),
        html(
            "a flood of attributes",
            format!("<p>{words}</p><p {}>", (0..20_000).map(|index| format!("a{index} ")).collect::<Vec<_>>().concat()),
            Refused("attributes of an element"),
        ),
        html("entities", format!("<p>{words}&#0;&#x110000;&#xD800;&nbsp;&unknown;&lt</p>"), reads()),
        html("misnested", format!("<b><p><i></b>{words}</p></i></table></td>"), reads()),
        html("bold without end", format!("{}{words}", "<b>".repeat(2_000)), reads()),
        case("UTF-16, little end first", Format::Html, wide(u16::to_le_bytes, b"\xFF\xFE"), reads()),
        case("UTF-16, big end first", Format::Html, wide(u16::to_be_bytes, b"\xFE\xFF"), reads()),
        case("UTF-16 without a mark", Format::Html, wide(u16::to_le_bytes, b""), reads()),
        markdown("sound", format!("# Plan\n\n{words}\n"), reads()),
        markdown("deep quotations", format!("{} {words}", ">".repeat(50_000)), Either),
        markdown(
            "deep lists",
            (0..2_000).map(|depth| format!("{}- x\n", " ".repeat(depth * 2))).collect::<Vec<_>>().concat(),
            Either,
        ),
        markdown("open brackets", format!("{words}\n\n{}", "[".repeat(50_000)), reads()),
        markdown("open stars", format!("{words}\n\n{}", "*a **b ".repeat(20_000)), reads()),
        markdown("links to nowhere", format!("{words}\n\n{}", "[a][b] ![c](d".repeat(10_000)), reads()),
        markdown("a table without end", format!("{words}\n\n|a|b|\n|-|-|\n{}", "|x".repeat(50_000)), reads()),
        markdown("footnotes in a circle", format!("{words}[^a]\n\n[^a]: [^a] [^b]\n[^b]: [^a]\n"), reads()),
        markdown("tags without end", format!("{words}\n\n{}", "<div <p <!-- ".repeat(9_999)), reads()),
        markdown("a mark alone", "\u{feff}".to_owned(), Refused("empty")),
        text("sound", words.into(), reads()),
        text("Latin letters", b"Words of a plan. Caf\xE9".to_vec(), Reads("Café")),
        text("half of UTF-16", b"\xFF\xFEW\0o\0r\0d\0s".to_vec(), Reads("Word")),
        text("a mark alone", b"\xEF\xBB\xBF".to_vec(), Refused("empty")),
        text("a mark alone, wide", b"\xFF\xFE".to_vec(), Refused("empty")),
        text("zeros among words", b"Words\0of\0a\0plan.".to_vec(), Refused("no text")),
        text("one long word", vec![b'x'; 3 << 20], Either),
        text("one long line", "word ".repeat(300_000).into_bytes(), Either),
        text("page ends alone", vec![0x0C; 20_000], Refused("empty")),
        text("pages beyond number", [words.as_bytes(), &[0x0C; 100_000]].concat(), reads()),
        text(
            "tabs beyond number",
            [words.as_bytes(), b"\n\n", &[b"a\tb\tc\n".as_slice(); 5_000].concat()].concat(),
            reads(),
        ),
        text("control characters", [words.as_bytes(), b"\n\n", &(1..32).collect::<Vec<u8>>()].concat(), reads()),
    ]
}

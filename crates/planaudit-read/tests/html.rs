//! Web pages: main content, furniture left out, lists, tables, encodings, damage.
#![cfg(feature = "html")]

use planaudit_read::{BlockKind, Document, Format, ReadError, read_bytes};

fn read(page: &str) -> Document {
    read_bytes(Format::Html, page.as_bytes().to_vec()).expect("a page")
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.text.as_str())).collect()
}

#[test]
fn the_main_content_alone_is_read() {
    let document = read(
        "<html><head><title> Our\n plan </title></head><body><div class='cookie-banner'>Accept</div><header>ICB</header>\
         <nav><ul><li>Home</li></ul></nav><main class='has-sidebar'><h1>Plan</h1><p>We <b>will</b> act.</p>\
         <div id='siteFooter'>Share</div><p hidden>No.</p><p style='display: none'>No.</p></main><footer>©</footer>",
    );
    assert_eq!(document.title.as_deref(), Some("Our plan"));
    assert_eq!(kinds(&document), [(BlockKind::Heading { level: 1 }, "Plan"), (BlockKind::Paragraph, "We will act.")]);
    assert_eq!(document.blocks[1].strong.first(), Some(&(3..7)));
}

#[test]
fn a_page_without_main_is_read_without_its_furniture() {
    let document = read(
        "<body><header>Top</header><div class='breadcrumbs'>Home > Plan</div><form><div><h1>Plan</h1>\
         Loose words<p>One.<script>var x = '<p>';</script></div></form>\
         <div class='unavailable'>The service is unavailable.</div><aside>More</aside><a class='skip-link' href='#'>Skip</a>",
    );
    let texts: Vec<_> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["Plan", "Loose words", "One.", "The service is unavailable."]);
}

#[test]
fn what_is_folded_away_is_content_and_cookie_notices_are_none() {
    let document = read(
        "<body><div id='CookieConsentBar'><p>We use cookies.</p></div><div class='cookiebar'>Accept?</div>\
         <h1>Plan</h1><div class='accordion-panel' style='display:none'><p>Folded away.</p></div>\
         <div role='tabpanel' aria-hidden='true'><p>Behind a tab.</p></div><div hidden><p>Never seen.</p></div>",
    );
    let texts: Vec<_> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["Plan", "Folded away.", "Behind a tab."]);
}

#[test]
fn lists_quotations_captions_and_definitions() {
    let item = |depth| BlockKind::ListItem { depth };
    let document = read(
        "<ul><li>one<ul><li><p>two</p></li></ul></li><li>three</ul><blockquote><p>Heard.</p></blockquote>\
         <figure><figcaption>Children seen</figcaption></figure><dl><dt>SEND</dt><dd>needs</dd><dt>PCN</dt><dd>network</dd></dl>\
         <p><strong>Next steps</strong></p><ol class='footnotes'><li>A note ↩</li></ol><p>End.",
    );
    assert_eq!(
        kinds(&document),
        [
            (item(0), "one"),
            (item(1), "two"),
            (item(0), "three"),
            (BlockKind::Quotation, "Heard."),
            (BlockKind::Caption, "Children seen"),
            (item(0), "SEND needs"),
            (item(0), "PCN network"),
            (BlockKind::Heading { level: 2 }, "Next steps"),
            (BlockKind::Footnote, "A note"),
            (BlockKind::Paragraph, "End."),
        ]
    );
}

#[test]
fn notes_belong_to_what_links_to_them() {
    let document = read(
        "<p>A nurse leads.<sup id='ref1'><a href='#fn1'>1</a></sup></p><p>See <a href='#aims'>aims</a>.</p>\
         <table><tr><th>Who<th>What</tr><tr><td>Jo<a href='#fn2'><sup>2</sup></a><td>SEND</tr></table><p id='aims'>Aims.</p>\
         <section class='footnotes'><ol><li id='fn1'><p>Priya Ashdown <a href='#ref1'>↩</a></p></li><li><a name='fn2'></a>Acting.</li>\
         <li id='fn3'>Nobody’s.</li></ol></section>",
    );
    let text = |index: usize| document.blocks[index].text.as_str();
    let ties: Vec<_> = document.citations.iter().map(|tie| (text(tie.note), text(tie.block))).collect();
    assert_eq!(ties, [("Priya Ashdown", "A nurse leads.¹"), ("Acting.", "Jo² | SEND")]);
}

#[test]
fn tables_keep_their_columns() {
    let document = read(
        "<table><caption>Leads</caption><tr><th>Area<th>Lead<th>Mail</tr><tr><td rowspan=2>SEND<td colspan=2>None yet</tr>\
         <tr><td>Jo<br>Bell<td><a href='mailto:jo@b.uk'>Write</a></tr></table><table><tr><th scope=row>1<td>2</table>",
    );
    let rows: Vec<_> = document
        .blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::TableRow { table, header, cells } => (Some(*table), *header, cells.len(), block.text.as_str()),
            _ => (None, false, 0, block.text.as_str()),
        })
        .collect();
    assert_eq!(
        rows,
        [
            (None, false, 0, "Leads"),
            (Some(0), true, 3, "Area | Lead | Mail"),
            (Some(0), false, 3, "SEND | None yet | "),
            (Some(0), false, 3, " | Jo Bell | Write (jo@b.uk)"),
            (Some(1), false, 2, "1 | 2"),
        ]
    );
}

#[test]
fn tables_for_layout_are_no_tables() {
    let document = read("<table><tr><td><h2>Plan</h2><p>Words.</p></td><td>More.</td></tr></table>");
    assert!(document.blocks.iter().all(|block| !matches!(block.kind, BlockKind::TableRow { .. })));
    assert_eq!(document.blocks.len(), 3);
}

#[test]
fn encodings_are_told_apart() {
    let text = |bytes: &[u8]| read_bytes(Format::Html, bytes.to_vec()).expect("a page").blocks[0].text.clone();
    assert_eq!(text(b"<meta charset=iso-8859-1><p>Caf\xE9"), "Café");
    assert_eq!(text("<p>Café".as_bytes()), "Café");
    assert_eq!(text(b"<meta charset='utf-8'><p>Caf\xC3\xA9 \xFF"), "Café \u{fffd}");
}

#[test]
fn damage_is_told() {
    let error = |bytes: &[u8]| read_bytes(Format::Html, bytes.to_vec()).expect_err("not a page");
    assert!(matches!(error(b"%PDF-1.7\0\0<<"), ReadError::Broken { .. }));
    assert!(matches!(error(b"<html><body><script>1</script>"), ReadError::Empty));
    assert!(matches!(error("<div>".repeat(300_000).as_bytes()), ReadError::TooLarge { .. }));
}

#[test]
fn any_cut_of_a_page_is_read_or_refused() {
    let page = "<body><main><h1>Plän<table><tr><th colspan=9>a<td rowspan=3><table><tr><td>x</table><dl><dd>é<dt>f</dl>\
                <tr><td>1<sup>2</sup></table><ul><li><a href='mailto:a'>b</a><!-- --><blockquote><b>c";
    for end in (0..=page.len()).filter(|end| page.is_char_boundary(*end)) {
        for start in (0..=end).step_by(3).filter(|start| page.is_char_boundary(*start)) {
            let read = read_bytes(Format::Html, page.as_bytes()[start..end].to_vec());
            for block in read.map(|document| document.blocks).unwrap_or_default() {
                assert!(block.strong.iter().all(|range| block.text.get(range.clone()).is_some()));
            }
        }
    }
    let deep = format!("{}deep", "<div><ul><li>".repeat(1_500));
    assert_eq!(read(&deep).blocks[0].text, "deep");
}

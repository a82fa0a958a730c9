//! `planaudit search`.

use std::io::{BufWriter, IsTerminal as _, Write};
use std::ops::Range;
use std::process::ExitCode;

use planaudit::index::{Hit, Hits, Index, Query, Reading};

use crate::args::Search;

pub(super) fn run(args: &Search) -> anyhow::Result<ExitCode> {
    // A slip in the query is told before an hour of reading.
    let query = Query::parse(&args.query)?;
    let entries = planaudit::corpus::find(&args.corpus)?;
    let reading = Reading::default();
    let index = match &args.index {
        Some(folder) => Index::on_disk(folder, &entries, &reading)?,
        None => Index::in_memory(&entries, &reading)?,
    };
    for unread in index.unread() {
        eprintln!("not read: {}: {}", unread.path, unread.reason);
    }
    anyhow::ensure!(index.documents() > 0, "{}: no file of it could be read", args.corpus.display());
    let hits = index.search(&query, args.top)?;
    let stdout = std::io::stdout();
    // A terminal that calls itself dumb would print the codes.
    let bold = stdout.is_terminal() && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb");
    let marks = if bold { ("\u{1b}[1m", "\u{1b}[0m") } else { ("«", "»") };
    let mut out = BufWriter::new(stdout.lock());
    match print(&hits, marks, &mut out).and_then(|()| out.flush()) {
        // The reader at the other end of a pipe has seen enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    Ok(if hits.passages > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(hits: &Hits, marks: (&str, &str), out: &mut impl Write) -> std::io::Result<()> {
    for (rank, hit) in (1..).zip(&hits.hits) {
        writeln!(out, "{rank}. {}", place(hit))?;
        if !hit.section.is_empty() {
            writeln!(out, "   {}", printable(&hit.section.join(" › ")))?;
        }
        writeln!(out, "   {}\n", marked(&hit.text, &hit.matched, marks))?;
    }
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    let shown = hits.hits.len();
    let rest = if shown < hits.passages { format!("; the first {shown} shown") } else { String::new() };
    writeln!(out, "{} in {}{rest}", count(hits.passages, "passage"), count(hits.documents, "document"))
}

/// Document and page, as printed where that is not its number in the file.
fn place(hit: &Hit) -> String {
    let document = printable(&hit.document);
    match (hit.page, &hit.page_label) {
        (Some(page), Some(label)) => format!("{document}, page {} (printed {})", page.get(), printable(label)),
        (Some(page), None) => format!("{document}, page {}", page.get()),
        (None, _) => document,
    }
}

fn marked(text: &str, ranges: &[Range<usize>], (open, close): (&str, &str)) -> String {
    let mut marked = String::with_capacity(text.len() + 8 * ranges.len());
    let mut at = 0;
    for range in ranges {
        marked.push_str(&printable(&text[at..range.start]));
        marked.push_str(open);
        marked.push_str(&printable(&text[range.clone()]));
        marked.push_str(close);
        at = range.end;
    }
    marked.push_str(&printable(&text[at..]));
    marked
}

/// What a file holds must not steer the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

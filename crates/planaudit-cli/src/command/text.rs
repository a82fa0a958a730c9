//! `planaudit text`.

use std::io::Write;
use std::process::ExitCode;

use planaudit::read::{BlockKind, Document, read_file};

use crate::args::TextOf;

pub(super) fn run(args: &TextOf) -> anyhow::Result<ExitCode> {
    let document = read_file(&args.file)?;
    super::print(|out| {
        if args.plain { out.write_all(planaudit::text_of(&document).as_bytes()) } else { marked(&document, out) }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The text with pages announced and blocks marked by what they are.
fn marked(document: &Document, out: &mut dyn Write) -> std::io::Result<()> {
    let mut page = None;
    for (index, block) in document.blocks.iter().enumerate() {
        if block.page() != page {
            page = block.page();
            if let Some(number) = page {
                let label =
                    document.pages.iter().find(|page| page.number == number).and_then(|page| page.label.as_deref());
                match label {
                    Some(label) => writeln!(out, "\n── page {} (printed {label}) ──", number.get())?,
                    None => writeln!(out, "\n── page {} ──", number.get())?,
                }
            }
        }
        let mark = match &block.kind {
            BlockKind::Heading { level } => format!("\n{} ", "#".repeat(usize::from(*level))),
            BlockKind::Paragraph => String::new(),
            BlockKind::ListItem { depth } => format!("{}- ", "  ".repeat(usize::from(*depth))),
            BlockKind::TableRow { header: true, .. } => "|| ".to_owned(),
            BlockKind::TableRow { .. } => "| ".to_owned(),
            BlockKind::Caption => "[caption] ".to_owned(),
            BlockKind::Footnote => match document.citing(index) {
                Some(citing) => format!("[note to “{}”] ", opening(&document.blocks[citing].text)),
                None => "[note] ".to_owned(),
            },
            BlockKind::Quotation => "> ".to_owned(),
        };
        writeln!(out, "{mark}{}", block.text)?;
    }
    Ok(())
}

/// The first words of a text.
fn opening(text: &str) -> String {
    const WORDS: usize = 6;
    let mut words = text.split(' ');
    let first = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { first + " …" } else { first }
}

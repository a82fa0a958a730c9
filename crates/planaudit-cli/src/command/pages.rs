//! `planaudit pages`.

use std::io::Write;
use std::process::ExitCode;

use planaudit::read::{Document, Page, PageKind, Recognition, page_ranges, read_file};

use crate::args::PagesOf;

pub(super) fn run(args: &PagesOf) -> anyhow::Result<ExitCode> {
    let document = read_file(&args.file)?;
    if args.json {
        let json = serde_json::to_string_pretty(&document.pages)?;
        super::print(|out| writeln!(out, "{json}"))?;
    } else if document.pages.is_empty() {
        let format = document.format.name();
        super::print(|out| writeln!(out, "no pages in {format}; {} words, all read", document.words()))?;
    } else {
        super::print(|out| table(&document, out))?;
    }
    let read = document.pages.iter().all(|page| page.kind.is_readable());
    Ok(if read { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn table(document: &Document, out: &mut dyn Write) -> std::io::Result<()> {
    let labels = document.pages.iter().map(|page| label(page).chars().count());
    let width = labels.max().unwrap_or_default().max("printed".len());
    writeln!(out, " page  {:<width$}   words  kind        columns  remarks", "printed")?;
    for page in &document.pages {
        let columns = if page.columns == 0 { String::new() } else { page.columns.to_string() };
        let line = format!(
            "{:>5}  {:<width$}  {:>6}  {:<10}  {columns:>7}  {}",
            page.number.get(),
            label(page),
            page.words,
            page.kind.as_str(),
            remarks(page)
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out, "{:.1} % readable, {} words", 100.0 * document.readable(), document.words())?;
    let pictures = page_ranges(&document.pages, |page| page.kind == PageKind::Scanned);
    if !pictures.is_empty() {
        writeln!(out, "pictures of pages: {pictures}; {}", Recognition::now().advice())?;
    }
    Ok(())
}

fn label(page: &Page) -> &str {
    page.label.as_deref().unwrap_or_default()
}

fn remarks(page: &Page) -> String {
    let mut remarks = Vec::new();
    if page.spliced {
        remarks.push("columns may have run together".to_owned());
    }
    if page.unmapped > 0 {
        remarks.push(format!("{} characters without meaning", page.unmapped));
    }
    if let Some(confidence) = page.confidence {
        remarks.push(format!("recognised with confidence {confidence} %"));
    }
    remarks.join("; ")
}

//! `planaudit audit`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use planaudit::corpus::Given;
use planaudit::{Assessment, Options, Summary};

use crate::args::Audit;

pub(super) fn run(args: &Audit) -> anyhow::Result<ExitCode> {
    let rubric = super::rubric(args.rubric.as_deref())?;
    let bar = progress_bar(args.quiet);
    let progress = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        true
    };
    let options = Options {
        given: Given { kind: args.kind, ics: args.ics.clone(), edition: args.edition.clone() },
        threads: args.threads,
        progress: Some(&progress),
    };
    let paths: Vec<&Path> = args.paths.iter().map(AsRef::as_ref).collect();
    let assessment = planaudit::audit(&paths, &rubric, &options)?;
    bar.finish_and_clear();
    let summary = Summary::of(&assessment, &rubric.baseline);
    if let Some(folder) = &args.out {
        planaudit_report::write_folder(&assessment, &summary, folder)?;
    }
    if let Some(file) = &args.json {
        write_json(&assessment, file)?;
    }
    if let Some(folder) = &args.text {
        write_texts(args, folder)?;
    }
    if !args.quiet {
        print_summary(&assessment, args);
    }
    for unread in &assessment.unread {
        eprintln!("not read: {}: {}", unread.path, unread.reason);
    }
    Ok(if assessment.unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn progress_bar(quiet: bool) -> ProgressBar {
    // The bar hides itself where standard error is no terminal.
    if quiet {
        return ProgressBar::hidden();
    }
    let style =
        ProgressStyle::with_template("{bar:30} {pos} of {len} files").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}

/// Writes beside the file and renames, so that a reader never sees half an assessment.
fn write_json(assessment: &Assessment, file: &Path) -> anyhow::Result<()> {
    let place = || format!("{}: cannot be written; check the folder", file.display());
    let mut bytes = serde_json::to_vec_pretty(assessment)?;
    bytes.push(b'\n');
    let beside = file.with_extension("json.part");
    std::fs::write(&beside, bytes).with_context(place)?;
    std::fs::rename(&beside, file).with_context(place)
}

/// Writes each document's text under its path, `.txt` added.
fn write_texts(args: &Audit, folder: &Path) -> anyhow::Result<()> {
    for path in &args.paths {
        for entry in planaudit::corpus::find(path)? {
            let Ok(document) = planaudit::read::read_file(&entry.file) else { continue };
            let file = folder.join(format!("{}.txt", entry.path));
            let place = || format!("{}: cannot be written; check the folder", file.display());
            if let Some(parent) = file.parent() {
                std::fs::create_dir_all(parent).with_context(place)?;
            }
            std::fs::write(&file, planaudit::text_of(&document)).with_context(place)?;
        }
    }
    Ok(())
}

/// What a terminal shows: a line a document.
fn print_summary(assessment: &Assessment, args: &Audit) {
    for document in &assessment.documents {
        let count = |verdict: &str| {
            let is =
                |answer: &&planaudit::Answer| answer.verdict.as_ref().is_some_and(|found| found.as_str() == verdict);
            document.answers.iter().filter(is).count()
        };
        let whose = document.ics_name.as_deref().or(document.ics.as_deref()).unwrap_or("system unknown");
        let edition = document.edition.as_deref().unwrap_or("no year");
        println!("{}", document.path);
        println!("  {}, {whose}, {edition}; {} pages, {} words", document.kind.title(), document.pages, document.words);
        if document.answers.is_empty() {
            println!("  nothing asked: neither a strategy nor a joint forward plan; say --kind or write corpus.toml");
        } else {
            println!(
                "  yes {}, to some extent {}, no {}; {} leads",
                count("yes"),
                count("some"),
                count("no"),
                document.leads.len()
            );
        }
    }
    if let Some(folder) = &args.out {
        println!("report: {}", folder.join("index.html").display());
    }
}

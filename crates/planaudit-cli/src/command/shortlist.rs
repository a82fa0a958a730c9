//! `planaudit shortlist`.

use std::process::ExitCode;

use planaudit::coder::{ShortlistSize, write_shortlists};

use crate::args::Shortlist;

pub(super) fn run(args: &Shortlist) -> anyhow::Result<ExitCode> {
    let assessment = super::assessment(&args.assessment)?;
    let sizes = write_shortlists(&assessment, args.top, &args.out)?;
    let file = args.assessment.display();
    anyhow::ensure!(!sizes.is_empty(), "{file}: no document in it was asked anything; run the audit with --kind");
    for size in &sizes {
        println!("{}", size.document);
        println!("  {}", told(size));
    }
    if let [first, rest @ ..] = &sizes[..]
        && !rest.is_empty()
    {
        let mut all = first.clone();
        for size in rest {
            all.words += size.words;
            all.questions += size.questions;
            all.passages += size.passages;
            all.passage_words += size.passage_words;
            all.file_words += size.file_words;
        }
        println!("{} documents\n  {}", sizes.len(), told(&all));
    }
    println!("shortlists: {}", args.out.display());
    Ok(ExitCode::SUCCESS)
}

fn told(size: &ShortlistSize) -> String {
    let share = |words: usize| words as f64 * 100.0 / size.words.max(1) as f64;
    format!(
        "{} questions, {} passages of {} words ({:.0} % of {}); {} words with the guide ({:.0} %)",
        size.questions,
        size.passages,
        size.passage_words,
        share(size.passage_words),
        size.words,
        size.file_words,
        share(size.file_words),
    )
}

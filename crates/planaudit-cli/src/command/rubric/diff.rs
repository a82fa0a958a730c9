//! `planaudit rubric diff`.

use std::path::Path;
use std::process::ExitCode;

use planaudit::Rubric;
use planaudit::corpus::Given;
use planaudit::impact::{Change, Passage, Plans, Said};

use crate::args::RubricDiff;

/// What stands for the built-in rubric in place of a folder.
const BUILT_IN: &str = "built-in";

pub(crate) fn diff(args: &RubricDiff) -> anyhow::Result<ExitCode> {
    let (before, after) = (rubric(&args.before)?, rubric(&args.after)?);
    if let Some(id) = &args.question
        && before.question(id).is_none()
        && after.question(id).is_none()
    {
        anyhow::bail!("neither rubric has a question `{id}`; `planaudit rubric guide` lists them");
    }
    let paths: Vec<&Path> = args.corpus.iter().map(AsRef::as_ref).collect();
    let given = Given { kind: args.kind, ..Given::default() };
    let plans = Plans::read(&paths, &given, args.threads)?;
    for unread in &plans.unread {
        eprintln!("not read: {}: {}", unread.path, unread.reason);
    }
    let changes = planaudit::impact::diff(&plans, &before, &after, args.question.as_deref(), args.threads);
    let (answers, passages): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|change| change.answer_differs());
    for change in &answers {
        print(change);
    }
    if args.passages {
        for change in &passages {
            print(change);
        }
    }
    let hint = if passages.is_empty() || args.passages { "" } else { " (--passages shows them)" };
    println!(
        "{} documents: {} answers change, {} rest on other passages{hint}",
        plans.len(),
        answers.len(),
        passages.len()
    );
    Ok(if answers.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn rubric(dir: &Path) -> anyhow::Result<Rubric> {
    super::super::rubric(Some(dir).filter(|dir| *dir != Path::new(BUILT_IN)))
}

fn print(change: &Change) {
    let said = |said: &Option<Said>| said.as_ref().map_or_else(|| "not asked".to_owned(), ToString::to_string);
    println!("{}  {}", change.document, change.question);
    if change.answer_differs() {
        println!("  {} -> {}", said(&change.before), said(&change.after));
    } else {
        println!("  {}, on other passages", said(&change.after));
    }
    for (sign, passages) in [("+", &change.gained), ("-", &change.lost)] {
        for passage in passages {
            println!("  {sign} {}", told(passage));
        }
    }
}

fn told(passage: &Passage) -> String {
    let page = passage.page.map(|page| format!("page {page}, ")).unwrap_or_default();
    let option = passage.option.as_ref().map(|option| format!(" for {option}")).unwrap_or_default();
    format!("[{page}{}{option}] {}", passage.rule, passage.quote)
}

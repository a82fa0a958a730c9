//! `planaudit rubric ablate`.

use std::path::Path;
use std::process::ExitCode;

use planaudit::corpus::Given;
use planaudit::impact::{Ablation, Contribution, Part, Plans};

use crate::args::RubricAblate;

pub(crate) fn ablate(args: &RubricAblate) -> anyhow::Result<ExitCode> {
    let files = super::files(args.rubric.as_deref())?;
    let paths: Vec<&Path> = args.corpus.iter().map(AsRef::as_ref).collect();
    let given = Given { kind: args.kind, ..Given::default() };
    let plans = Plans::read(&paths, &given, args.threads)?;
    for unread in &plans.unread {
        eprintln!("not read: {}: {}", unread.path, unread.reason);
    }
    let gold = args.gold.as_deref();
    let ablation = planaudit::impact::ablate(&plans, &files, args.question.as_deref(), gold, args.threads)?;
    print(&ablation);
    if args.unseen {
        for term in &ablation.unseen {
            println!("unseen: {term}");
        }
    }
    println!(
        "{} documents: {} parts contribute, {} change nothing here, {} terms occur in none",
        plans.len(),
        ablation.contributions.len(),
        ablation.idle,
        ablation.unseen.len()
    );
    Ok(ExitCode::SUCCESS)
}

fn print(ablation: &Ablation) {
    let mut question = None;
    for one in &ablation.contributions {
        if question != Some(&one.question) {
            println!("{}", one.question);
            question = Some(&one.question);
        }
        println!("  {}", told(one));
    }
}

fn told(one: &Contribution) -> String {
    let part = match &one.part {
        Part::Rule(name) => format!("rule {name}"),
        Part::Term { concept, term } => format!("term \"{term}\" of {concept}"),
    };
    let agreement = match one.agreement {
        Some((with, without)) => format!(", agreement {with:.2} -> {without:.2}"),
        None => String::new(),
    };
    let documents = if one.changed.is_empty() { String::new() } else { format!(" [{}]", one.changed.join(", ")) };
    let (answers, passages) = (one.changed.len(), one.passages);
    format!("{part}: without it {answers} answers change, {passages} passages go{agreement}{documents}")
}

//! One file for each subcommand.

mod answers;
mod audit;
mod evaluate;
mod pages;
mod rubric;
mod search;
mod shortlist;
mod table;
mod text;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use planaudit::{Assessment, Rubric};

use crate::args::{AnswersCommand, Command, RubricCommand};

pub(crate) fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Audit(args) => audit::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Text(args) => text::run(&args),
        Command::Pages(args) => pages::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Shortlist(args) => shortlist::run(&args),
        Command::Answers(AnswersCommand::Import(args)) => answers::import(&args),
        Command::Rubric(RubricCommand::Check { dir }) => rubric::check(dir.as_deref()),
        Command::Rubric(RubricCommand::Guide { dir, out }) => rubric::guide(dir.as_deref(), &out),
        Command::Rubric(RubricCommand::Diff(args)) => rubric::diff(&args),
        Command::Rubric(RubricCommand::Ablate(args)) => rubric::ablate(&args),
        Command::Rubric(RubricCommand::Recognise(args)) => rubric::recognise(&args),
    }
}

/// The rubric the user asked for.
fn rubric(dir: Option<&Path>) -> anyhow::Result<Rubric> {
    Ok(match dir {
        Some(dir) => Rubric::from_folder(dir)?,
        None => Rubric::hpig_2024(),
    })
}

/// An assessment that `planaudit audit --json` wrote.
fn assessment(file: &Path) -> anyhow::Result<Assessment> {
    let bytes =
        std::fs::read(file).with_context(|| format!("{}: cannot be read; check the spelling", file.display()))?;
    serde_json::from_slice(&bytes)
        .with_context(|| format!("{}: is no assessment; give what `planaudit audit --json` wrote", file.display()))
}

/// Prints through a buffer. The reader at the other end of a pipe may have seen enough before the end.
fn print(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> anyhow::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

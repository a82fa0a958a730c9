//! One file for each subcommand.

mod audit;
mod rubric;
mod search;
mod text;

use std::path::Path;
use std::process::ExitCode;

use planaudit::Rubric;

use crate::args::{Command, RubricCommand};

pub(crate) fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Audit(args) => audit::run(&args),
        Command::Text(args) => text::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Rubric(RubricCommand::Check { dir }) => rubric::check(dir.as_deref()),
    }
}

/// The rubric the user asked for.
fn rubric(dir: Option<&Path>) -> anyhow::Result<Rubric> {
    Ok(match dir {
        Some(dir) => Rubric::from_folder(dir)?,
        None => Rubric::hpig_2024(),
    })
}

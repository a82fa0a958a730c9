//! Developer commands: `cargo xtask test` runs every check, the others one of them.

mod agreement;
mod lint;
mod msrv;
mod planaudit;
mod python;
mod questions;
mod rust;
mod step;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Developer commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Everything below, in the order that fails soonest.
    Test,
    /// Formatting and clippy, warnings denied.
    Lint,
    /// Rust tests, documentation tests, the documentation itself, the rubric's examples.
    Rust,
    /// Build the Python wheel, run its tests, and the first notebook in a fresh environment.
    Python,
    /// Check that no dependency asks for a newer Rust than we state.
    Msrv,
    /// Build the Rust documentation, warnings denied.
    Docs,
    /// Write docs/agreement.md: how answers compare with the keys of the gold set.
    Agreement {
        /// Only say whether it is current.
        #[arg(long)]
        check: bool,
        /// A planaudit already built, instead of building it.
        #[arg(long, value_name = "FILE")]
        planaudit: Option<PathBuf>,
    },
    /// Write docs/questions: the decision guide of the built-in rubric.
    Questions {
        /// Only say whether it is current.
        #[arg(long)]
        check: bool,
        /// A planaudit already built, instead of building it.
        #[arg(long, value_name = "FILE")]
        planaudit: Option<PathBuf>,
    },
}

fn main() -> anyhow::Result<()> {
    match Args::parse().command {
        Command::Test => {
            msrv::check()?;
            lint::all()?;
            rust::all()?;
            agreement::run(true, None)?;
            questions::run(true, None)?;
            python::all()?;
            println!("all checks passed");
            Ok(())
        }
        Command::Lint => lint::all(),
        Command::Rust => rust::all(),
        Command::Python => python::all(),
        Command::Msrv => msrv::check(),
        Command::Docs => rust::docs(),
        Command::Agreement { check, planaudit } => agreement::run(check, planaudit.as_deref()),
        Command::Questions { check, planaudit } => questions::run(check, planaudit.as_deref()),
    }
}

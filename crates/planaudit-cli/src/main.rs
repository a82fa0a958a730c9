//! The `planaudit` command.

mod args;
mod command;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match command::run(args.command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("planaudit: {error:#}");
            ExitCode::from(2)
        }
    }
}

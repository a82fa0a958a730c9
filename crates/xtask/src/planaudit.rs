//! Running the command that the workspace builds.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::step::root;

/// What the command prints; `program` is a planaudit already built.
pub(crate) fn planaudit(program: Option<&Path>, arguments: &[&str]) -> anyhow::Result<String> {
    let mut command = match program {
        Some(program) => Command::new(program),
        None => {
            let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
            let mut command = Command::new(cargo);
            command.args(["run", "--locked", "--quiet", "--package", "planaudit-cli", "--"]);
            command
        }
    };
    let output = command.args(arguments).current_dir(root()).output().context("planaudit cannot be run")?;
    if !output.status.success() {
        bail!("`planaudit {}` failed:\n{}", arguments.join(" "), String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

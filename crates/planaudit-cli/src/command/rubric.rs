//! `planaudit rubric check`.

use std::path::Path;
use std::process::ExitCode;

use planaudit::rubric::{Check, Files};

pub(super) fn check(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let files = match dir {
        Some(dir) => Files::read(dir)?,
        None => Files::hpig_2024(),
    };
    let check = Check::of(&files);
    for finding in &check.findings {
        println!("{}{}", if finding.error { "" } else { "warning: " }, finding.text);
    }
    let errors = check.findings.iter().filter(|finding| finding.error).count();
    println!("{} examples run, {errors} errors, {} warnings", check.examples, check.findings.len() - errors);
    Ok(if check.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

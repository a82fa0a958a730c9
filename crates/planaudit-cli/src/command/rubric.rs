//! `planaudit rubric`.

mod ablate;
mod diff;
mod recognise;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use planaudit::rubric::{Check, Files};

pub(super) use ablate::ablate;
pub(super) use diff::diff;
pub(super) use recognise::recognise;

pub(super) fn check(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let files = files(dir)?;
    let check = Check::of(&files);
    for finding in &check.findings {
        println!("{}{}", if finding.error { "" } else { "warning: " }, finding.text);
    }
    let errors = check.findings.iter().filter(|finding| finding.error).count();
    println!("{} examples run, {errors} errors, {} warnings", check.examples, check.findings.len() - errors);
    Ok(if check.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub(super) fn guide(dir: Option<&Path>, out: &Path) -> anyhow::Result<ExitCode> {
    let pages = planaudit::rubric::guide(&files(dir)?).map_err(|mut faults| faults.swap_remove(0))?;
    let place = |path: &Path| format!("{}: cannot be written; check the folder", path.display());
    std::fs::create_dir_all(out).with_context(|| place(out))?;
    for page in &pages {
        let file = out.join(&page.file);
        std::fs::write(&file, &page.text).with_context(|| place(&file))?;
    }
    println!("{} pages: {}", pages.len(), out.join("README.md").display());
    Ok(ExitCode::SUCCESS)
}

fn files(dir: Option<&Path>) -> anyhow::Result<Files> {
    Ok(match dir {
        Some(dir) => Files::read(dir)?,
        None => Files::hpig_2024(),
    })
}

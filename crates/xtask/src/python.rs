//! The Python package: its wheel built, and tested as a user would have it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::step::{has, root, run};

/// Builds the wheel, runs the tests on it, and the first notebook in an environment of its own.
pub(crate) fn all() -> anyhow::Result<()> {
    let environment = root().join("target/venv");
    let python = environment.join("bin/python");
    if !python.exists() {
        let base = interpreter()?;
        run(base, &["-m", "venv", path(&environment)?], &[])?;
    }
    let extension = root().join("python");
    let requirements = extension.join("requirements-test.txt");
    pip(&python, &["--requirement", path(&requirements)?])?;
    let wheel = wheel(&environment, &extension)?;
    pip(&python, &["--force-reinstall", "--no-deps", path(&wheel)?])?;
    run(path(&python)?, &["-m", "pytest", "-q", path(&extension.join("tests"))?], &[])?;
    fresh(&python, &wheel)
}

/// Builds the wheel; where it lies.
fn wheel(environment: &Path, extension: &Path) -> anyhow::Result<PathBuf> {
    let folder = root().join("target/wheel");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    let (maturin, manifest) = (environment.join("bin/maturin"), extension.join("Cargo.toml"));
    // As the other tests are built, so that nothing is compiled twice.
    let profile = ["--profile", "dev", "--locked", "--quiet"];
    let places = ["--manifest-path", path(&manifest)?, "--out", path(&folder)?];
    run(path(&maturin)?, &[&["build"], &profile[..], &places[..]].concat(), &[])?;
    let built = std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    match built.flatten().map(|entry| entry.path()).find(|file| file.extension().is_some_and(|end| end == "whl")) {
        Some(wheel) => Ok(wheel),
        None => bail!("no wheel in {}; see what maturin said", folder.display()),
    }
}

/// Runs the first notebook with nothing installed but the wheel, what it asks for, and what runs notebooks.
fn fresh(python: &Path, wheel: &Path) -> anyhow::Result<()> {
    let environment = root().join("target/venv-fresh");
    run(path(python)?, &["-m", "venv", "--clear", path(&environment)?], &[])?;
    let packages = format!("{}[notebook]", path(wheel)?);
    pip(&environment.join("bin/python"), &[&packages, "ipykernel", "nbclient"])?;
    let notebook = root().join("examples/notebooks/1-first-audit.ipynb");
    run(path(&environment.join("bin/jupyter-execute"))?, &[path(&notebook)?], &[])
}

fn pip(python: &Path, arguments: &[&str]) -> anyhow::Result<()> {
    let quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(path(python)?, &[&quiet[..], arguments].concat(), &[])
}

fn interpreter() -> anyhow::Result<&'static str> {
    let enough = "import sys; sys.exit(sys.version_info < (3, 11))";
    match ["python3", "python3.13", "python3.12", "python3.11", "python"]
        .into_iter()
        .find(|python| has(python, &["-c", enough]))
    {
        Some(python) => Ok(python),
        None => bail!("Python 3.11 or newer is needed for the Python tests; install it"),
    }
}

fn path(path: &Path) -> anyhow::Result<&str> {
    path.to_str().context("the path of this checkout is not UTF-8; move it")
}

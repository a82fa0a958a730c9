//! The Python extension and its tests, in a virtual environment under `target/`.

use anyhow::{Context as _, bail};

use crate::step::{has, root, run};

pub(crate) fn all() -> anyhow::Result<()> {
    let environment = root().join("target/venv");
    let python = environment.join("bin/python");
    if !python.exists() {
        let base = interpreter()?;
        run(base, &["-m", "venv", path(&environment)?], &[])?;
    }
    let python = path(&python)?.to_owned();
    let extension = root().join("python");
    let requirements = extension.join("requirements-test.txt");
    run(&python, &["-m", "pip", "install", "--quiet", "--requirement", path(&requirements)?], &[])?;
    let maturin = environment.join("bin/maturin");
    let manifest = extension.join("Cargo.toml");
    let venv = [("VIRTUAL_ENV", path(&environment)?)];
    run(path(&maturin)?, &["develop", "--quiet", "--locked", "--manifest-path", path(&manifest)?], &venv)?;
    run(&python, &["-m", "pytest", "-q", path(&extension.join("tests"))?], &venv)
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

fn path(path: &std::path::Path) -> anyhow::Result<&str> {
    path.to_str().context("the path of this checkout is not UTF-8; move it")
}

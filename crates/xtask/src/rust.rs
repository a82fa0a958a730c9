//! Rust tests and documentation.

use crate::step::{cargo, has};

pub(crate) fn all() -> anyhow::Result<()> {
    if has("cargo", &["nextest", "--version"]) {
        // A process for each of the rubric's examples would compile the rubric for each.
        let others = "not binary_id(planaudit-tests::rubric)";
        cargo(
            &["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "--status-level", "fail", "-E", others],
            &[],
        )?;
        cargo(&["test", "--locked", "--quiet", "--package", "planaudit-tests", "--test", "rubric"], &[])?;
    } else {
        cargo(&["test", "--workspace", "--locked", "--lib", "--bins", "--tests"], &[])?;
    }
    cargo(&["test", "-p", "planaudit-read", "--features", "ocr", "--locked", "--quiet", "--test", "ocr"], &[])?;
    cargo(&["test", "--workspace", "--locked", "--doc"], &[])?;
    cargo(&["run", "--locked", "--quiet", "--package", "planaudit-cli", "--", "rubric", "check"], &[])?;
    docs()
}

pub(crate) fn docs() -> anyhow::Result<()> {
    cargo(&["doc", "--workspace", "--no-deps", "--locked"], &[("RUSTDOCFLAGS", "-D warnings")])
}

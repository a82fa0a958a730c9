//! Rust tests and documentation.

use crate::step::{cargo, has};

pub(crate) fn all() -> anyhow::Result<()> {
    if has("cargo", &["nextest", "--version"]) {
        cargo(&["nextest", "run", "--workspace", "--locked"], &[])?;
    } else {
        cargo(&["test", "--workspace", "--locked", "--lib", "--bins", "--tests"], &[])?;
    }
    cargo(&["test", "--workspace", "--locked", "--doc"], &[])?;
    cargo(&["run", "--locked", "--quiet", "--package", "planaudit-cli", "--", "rubric", "check"], &[])?;
    docs()
}

pub(crate) fn docs() -> anyhow::Result<()> {
    cargo(&["doc", "--workspace", "--no-deps", "--locked"], &[("RUSTDOCFLAGS", "-D warnings")])
}

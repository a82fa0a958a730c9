//! Formatting and clippy.

use crate::step::cargo;

pub(crate) fn all() -> anyhow::Result<()> {
    cargo(&["fmt", "--all", "--check"], &[])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"], &[])?;
    // Recognition is in no default build.
    cargo(
        &["clippy", "-p", "planaudit-read", "--all-targets", "--all-features", "--locked", "--", "-D", "warnings"],
        &[],
    )?;
    // A program that links the engine alone must build without the readers, the index and the built-in rubric.
    cargo(&["clippy", "--package", "planaudit", "--no-default-features", "--locked", "--", "-D", "warnings"], &[])
}

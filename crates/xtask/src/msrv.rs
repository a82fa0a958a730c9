//! The stated minimum Rust version against what the dependencies state.

use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::step::root;

/// Fails when a dependency states a newer minimum than ours.
pub(crate) fn check() -> anyhow::Result<()> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .context("cargo metadata cannot be run")?;
    if !output.status.success() {
        bail!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let ours = packages
        .iter()
        .find(|package| package["name"] == "planaudit")
        .and_then(version)
        .context("the package planaudit states no rust-version")?;
    let newer: Vec<String> = packages
        .iter()
        .filter_map(|package| Some((package, version(package)?)))
        .filter(|(_, theirs)| *theirs > ours)
        .map(|(package, theirs)| format!("{} asks for {}.{}", package["name"], theirs.0, theirs.1))
        .collect();
    if !newer.is_empty() {
        bail!("rust-version is {}.{}, but {}; raise it or hold the dependency back", ours.0, ours.1, newer.join(", "));
    }
    println!("rust-version {}.{}: no dependency asks for more", ours.0, ours.1);
    Ok(())
}

fn version(package: &Value) -> Option<(u32, u32)> {
    let mut parts = package["rust_version"].as_str()?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

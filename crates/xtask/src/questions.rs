//! The committed decision guide, generated from the question files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::planaudit::planaudit;
use crate::step::root;

/// Writes `docs/questions`, or fails when it is not what would be written.
pub(crate) fn run(check: bool, program: Option<&Path>) -> anyhow::Result<()> {
    let fresh = root().join("target/questions");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).with_context(|| format!("{} cannot be emptied", fresh.display()))?;
    }
    planaudit(program, &["rubric", "guide", "--out", &fresh.display().to_string()])?;
    let written = pages(&fresh)?;
    let folder = root().join("docs/questions");
    let known = if folder.exists() { pages(&folder)? } else { BTreeMap::new() };
    if check {
        if written != known {
            bail!("docs/questions is not current; run `cargo xtask questions` and commit it");
        }
        println!("docs/questions is current");
        return Ok(());
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for name in known.keys().filter(|name| !written.contains_key(*name)) {
        let file = folder.join(name);
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
    }
    for (name, text) in &written {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// The files of a folder with their contents, by name.
fn pages(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path()).with_context(|| format!("{}", entry.path().display()))?;
        pages.insert(entry.file_name().to_string_lossy().into_owned(), text);
    }
    Ok(pages)
}

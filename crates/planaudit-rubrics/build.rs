//! Lists the rubric and registry files, so that a file put into a folder is part of the crate.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The constant each folder under `rubrics/` becomes: `hpig-2024` is `HPIG_2024`.
fn constant(folder: &str) -> String {
    folder.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}

/// Every TOML file below `folder`, in the order of its path, whatever order the file system gives.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    // A folder's own time changes when a file is added to it or taken away.
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ext| ext == "toml") {
            println!("cargo::rerun-if-changed={}", path.display());
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The path inside `root` with forward slashes, the same on every system.
fn inside(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).iter();
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let rubrics = root.join("rubrics");
    println!("cargo::rerun-if-changed={}", rubrics.display());

    let mut folders: Vec<_> = fs::read_dir(&rubrics)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    folders.retain(|path| path.is_dir());
    folders.sort();

    let mut code = String::new();
    for folder in folders {
        let name = inside(&rubrics, &folder);
        writeln!(code, "/// The rubric `{name}`: the path of each file inside its folder, and its contents.")?;
        writeln!(code, "pub(crate) const {}: &[(&str, &str)] = &[", constant(&name))?;
        for file in files(&folder)? {
            writeln!(code, "    ({:?}, include_str!({:?})),", inside(&folder, &file), file.display().to_string())?;
        }
        writeln!(code, "];")?;
    }

    let registry = root.join("registry");
    for file in files(&registry)? {
        let stem = inside(&registry, &file.with_extension(""));
        writeln!(code, "/// The register `{stem}.toml`, as written.")?;
        let path = file.display().to_string();
        writeln!(code, "pub(crate) const {}_REGISTRY: &str = include_str!({path:?});", constant(&stem))?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("tables.rs"), code)?;
    Ok(())
}

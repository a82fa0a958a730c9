//! Questions of the user's own, as files of a rubric.

use planaudit::rubric::Files;
use pyo3::prelude::*;

use crate::error;
use crate::rubric::Loaded;

/// What comes with a question that is in no rubric's folder.
#[derive(Debug, Clone, Default)]
pub(crate) struct Own {
    /// Concepts its rules name.
    pub(crate) lexicon: Option<String>,
}

/// Where a question stands in a rubric.
pub(crate) fn file_of(id: &str) -> String {
    format!("questions/{id}.toml")
}

/// A rubric of one question, with another's concepts and its own; and the place of the question in it.
pub(crate) fn alone(base: &Loaded, toml: &str, own: &Own) -> PyResult<(Loaded, usize)> {
    let mut files = Files { root: "own".to_owned(), files: Vec::new() };
    let kept = |path: &str| path == "rubric.toml" || path.starts_with("lexicons/");
    files.files.extend(base.files.files.iter().filter(|(path, _)| kept(path)).cloned());
    add(&mut files, toml, own);
    Ok((Loaded::of(files).map_err(error::rubric)?, 0))
}

/// Adds a question to a rubric's files, in the place of one of its id.
pub(crate) fn add(files: &mut Files, toml: &str, own: &Own) {
    // What cannot be parsed is put in all the same, so that compiling says where the fault is.
    let fields: toml::Table = toml.parse().unwrap_or_default();
    let field = |name: &str| fields.get(name).and_then(toml::Value::as_str);
    let id = field("id").unwrap_or("question");
    put(files, file_of(id), toml.to_owned());
    if let Some(theme) = field("theme") {
        add_theme(files, theme);
    }
    if let Some(lexicon) = &own.lexicon
        && files.files.iter().all(|(_, contents)| contents != lexicon)
    {
        put(files, format!("lexicons/{id}.toml"), lexicon.clone());
    }
}

/// A theme that the rubric does not know goes behind its own, under its id as a title.
fn add_theme(files: &mut Files, theme: &str) {
    let Some((_, rubric)) = files.files.iter_mut().find(|(path, _)| path == "rubric.toml") else { return };
    let known: toml::Table = rubric.parse().unwrap_or_default();
    let themes = known.get("theme").and_then(toml::Value::as_array).into_iter().flatten();
    if themes.filter_map(|known| known.get("id")).any(|id| id.as_str() == Some(theme)) {
        return;
    }
    let mut title = theme.replace(['_', '-', '.'], " ");
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let entry = toml::Table::from_iter([("id".to_owned(), theme.into()), ("title".to_owned(), title.into())]);
    rubric.push_str("\n[[theme]]\n");
    rubric.push_str(&entry.to_string());
}

fn put(files: &mut Files, path: String, contents: String) {
    files.files.retain(|(known, _)| *known != path);
    files.files.push((path, contents));
    files.files.sort();
}

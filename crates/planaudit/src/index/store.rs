//! Keeping an index in a folder, and knowing when it is out of date.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::indexer::NoMergePolicy;
use tantivy::tokenizer::TextAnalyzer;

use super::error::IndexError;
use super::reading::{self, Reading, Source};
use super::schema::{self, Fields};
use super::{Index, analyser, unread};
use crate::assessment::Unread;
use crate::corpus::Entry;

/// What the index was built from, beside it.
const STAMP: &str = "planaudit-index.json";
/// Held while the index is looked at or built, so that two runs do not build into one folder.
const LOCK: &str = "planaudit-index.lock";
/// The folder of the search engine's files.
const PASSAGES: &str = "planaudit-passages";
/// Bytes of postings held in memory before a part of the index is written.
const MEMORY: usize = 200 << 20;

/// Everything the index depends on, and what became of it.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stamp {
    basis: Basis,
    /// Files that could not be read.
    unread: Vec<Unread>,
    /// Digests of the index's own files.
    index: BTreeMap<String, String>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Basis {
    planaudit: String,
    schema: u32,
    analyser: String,
    /// Path and digest of each file, in order.
    corpus: Vec<(String, Option<String>)>,
}

impl Basis {
    fn of(corpus: Vec<(String, Option<String>)>) -> Self {
        Self {
            planaudit: env!("CARGO_PKG_VERSION").to_owned(),
            schema: schema::VERSION,
            analyser: analyser::fingerprint(),
            corpus,
        }
    }
}

pub(super) fn open_or_build(folder: &Path, entries: &[Entry], reading: &Reading<'_>) -> Result<Index, IndexError> {
    fs::create_dir_all(folder).map_err(|error| unusable(folder, &error))?;
    let lock_file = folder.join(LOCK);
    let lock =
        File::options().create(true).append(true).open(&lock_file).map_err(|error| unusable(&lock_file, &error))?;
    match lock.lock() {
        // Some network drives know no locks; two runs at once are rare.
        Err(error) if error.kind() != std::io::ErrorKind::Unsupported => return Err(unusable(&lock_file, &error)),
        _ => {}
    }
    let paths = entries.iter().map(|entry| entry.path.clone());
    let basis = Basis::of(paths.zip(reading::digests(entries, reading)).collect());
    match reopen(folder, &basis) {
        Some(index) => Ok(index),
        None => build(folder, entries, reading),
    }
}

/// Writes every passage into a new index.
pub(super) fn fill(index: &tantivy::Index, fields: &Fields, sources: &[Source]) -> Result<(), IndexError> {
    register(index);
    // One thread and no merging: what goes where depends on the corpus alone.
    let mut writer = index.writer_with_num_threads(1, MEMORY)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    let mut ordinal = 0;
    for (document, source) in (0..).zip(sources) {
        for passage in source.passages.iter().flatten() {
            writer.add_document(fields.entry(ordinal, document, &source.path, passage))?;
            ordinal += 1;
        }
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}

fn register(index: &tantivy::Index) {
    let analyser = TextAnalyzer::builder(analyser::StemTokenizer::default()).build();
    index.tokenizers().register(analyser::NAME, analyser);
}

/// The index in the folder, when it is whole and was built from the same things.
fn reopen(folder: &Path, basis: &Basis) -> Option<Index> {
    let stamp: Stamp = serde_json::from_slice(&fs::read(folder.join(STAMP)).ok()?).ok()?;
    let passages = folder.join(PASSAGES);
    if stamp.basis != *basis || stamp.index != own_digests(&passages).ok()? {
        return None;
    }
    let (schema, fields) = schema::schema();
    let index = tantivy::Index::open_in_dir(&passages).ok()?;
    if index.schema() != schema {
        return None;
    }
    register(&index);
    Index::open(&index, fields, basis.corpus.len(), stamp.unread, true).ok()
}

fn build(folder: &Path, entries: &[Entry], reading: &Reading<'_>) -> Result<Index, IndexError> {
    let passages = folder.join(PASSAGES);
    let stamp_file = folder.join(STAMP);
    check_own(&stamp_file)?;
    let old = old_files(&passages)?;
    let sources = reading::read(entries, reading)?;
    // The stamp goes first and comes last: what is half done is never taken for whole.
    for file in std::iter::once(&stamp_file).chain(&old) {
        match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(unusable(file, &error)),
            _ => {}
        }
    }
    fs::create_dir_all(&passages).map_err(|error| unusable(&passages, &error))?;
    let (schema, fields) = schema::schema();
    let index = tantivy::Index::create_in_dir(&passages, schema)?;
    fill(&index, &fields, &sources)?;
    let stamp = Stamp {
        basis: Basis::of(sources.iter().map(|source| (source.path.clone(), source.sha256.clone())).collect()),
        unread: unread(&sources),
        index: own_digests(&passages).map_err(|error| unusable(&passages, &error))?,
    };
    write_stamp(&stamp_file, &stamp)?;
    Index::open(&index, fields, sources.len(), stamp.unread, false)
}

fn write_stamp(file: &Path, stamp: &Stamp) -> Result<(), IndexError> {
    let place = |error: std::io::Error| unusable(file, &error);
    let bytes = serde_json::to_vec_pretty(stamp).map_err(|error| place(error.into()))?;
    let beside = file.with_extension("json.part");
    fs::write(&beside, bytes).map_err(place)?;
    fs::rename(&beside, file).map_err(place)
}

/// A folder or link under the stamp's name belongs to someone else; a file of that name is ours, damaged or not.
fn check_own(stamp: &Path) -> Result<(), IndexError> {
    match fs::symlink_metadata(stamp) {
        Ok(found) if !found.is_file() => Err(IndexError::Foreign { path: stamp.to_owned() }),
        _ => Ok(()),
    }
}

/// The search engine's files in a folder that holds nothing else.
fn old_files(folder: &Path) -> Result<Vec<PathBuf>, IndexError> {
    match fs::symlink_metadata(folder) {
        Err(_) => return Ok(Vec::new()),
        Ok(found) if !found.is_dir() => return Err(IndexError::Foreign { path: folder.to_owned() }),
        Ok(_) => {}
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unusable(folder, &error))? {
        let entry = entry.map_err(|error| unusable(folder, &error))?;
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !is_engine_file(&entry.file_name().to_string_lossy()) {
            return Err(IndexError::Foreign { path: entry.path() });
        }
        files.push(entry.path());
    }
    files.sort();
    Ok(files)
}

/// Whether the search engine gives its files such names: a number of 32 digits, a dot, what the file holds.
fn is_engine_file(name: &str) -> bool {
    let numbered = name
        .split_once('.')
        .is_some_and(|(number, _)| number.len() == 32 && number.bytes().all(|digit| digit.is_ascii_hexdigit()));
    numbered || matches!(name, "meta.json" | ".managed.json") || is_lock(name) || name.starts_with(".tmp")
}

fn is_lock(name: &str) -> bool {
    name.starts_with(".tantivy-") && Path::new(name).extension().is_some_and(|extension| extension == "lock")
}

/// Digests of the search engine's files; its locks hold nothing.
fn own_digests(folder: &Path) -> std::io::Result<BTreeMap<String, String>> {
    let mut digests = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_lock(&name) {
            digests.insert(name, reading::sha256(&fs::read(entry.path())?));
        }
    }
    Ok(digests)
}

fn unusable(path: &Path, error: &std::io::Error) -> IndexError {
    IndexError::Folder { path: path.to_owned(), reason: error.to_string() }
}

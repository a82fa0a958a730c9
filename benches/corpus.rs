//! The documents to measure on: the example corpus, or the folder named by `PLANAUDIT_BENCH_CORPUS`.

use std::path::{Path, PathBuf};

use planaudit::read::{Document, read_file};

/// The folder.
pub(crate) fn folder() -> PathBuf {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/corpus/plans");
    std::env::var_os("PLANAUDIT_BENCH_CORPUS").map_or(examples, PathBuf::from)
}

/// Its documents, as read.
pub(crate) fn documents() -> Vec<Document> {
    let entries = planaudit::corpus::find(&folder()).expect("a folder with documents");
    entries.iter().filter_map(|entry| read_file(&entry.file).ok()).collect()
}

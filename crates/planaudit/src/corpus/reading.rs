//! Reading the files of a corpus side by side, so that no file costs another its place.

use std::path::Path;

use planaudit_read::{Document, Format, ReadError};

use super::Entry;
use crate::assessment::Unread;

/// Does something with every file, on so many threads (0: as many as there are cores); results in order of the files.
#[cfg(feature = "parallel")]
pub(crate) fn each<R: Send>(entries: &[Entry], threads: usize, one: impl Fn(&Entry) -> R + Sync) -> Vec<R> {
    use rayon::prelude::*;
    // As deep a stack as the main thread's: damaged files can nest deeply.
    match rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(16 << 20).build() {
        Ok(pool) => pool.install(|| entries.par_iter().with_max_len(1).map(&one).collect()),
        Err(_) => entries.iter().map(one).collect(),
    }
}

/// Does something with every file; results in order of the files.
#[cfg(not(feature = "parallel"))]
pub(crate) fn each<R>(entries: &[Entry], _threads: usize, one: impl Fn(&Entry) -> R) -> Vec<R> {
    entries.iter().map(one).collect()
}

/// The document in a file's bytes.
pub(crate) fn document(file: &Path, bytes: Vec<u8>) -> Result<Document, ReadError> {
    let format = Format::of_path(file).ok_or_else(|| ReadError::UnknownFormat { path: file.to_owned() })?;
    // A damaged file may upset a library in ways its author did not foresee; it must not cost the other files.
    std::panic::catch_unwind(|| planaudit_read::read_bytes(format, bytes))
        .unwrap_or_else(|_| Err(ReadError::Broken { format, reason: "the reader gave up on it".to_owned() }))
}

/// A file that was not read, with the reason; a message that names the file already is not given it twice.
pub(crate) fn unread(entry: &Entry, error: &ReadError) -> Unread {
    let message = error.to_string();
    let reason = message.strip_prefix(&format!("{}: ", entry.file.display())).map_or(message.clone(), str::to_owned);
    Unread { path: entry.path.clone(), reason }
}

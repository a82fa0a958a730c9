//! Reading the files of a corpus side by side, so that no file costs another its place.

use planaudit_read::{ReadError, Source};
use sha2::{Digest, Sha256};

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

/// Hexadecimal SHA-256 of all bytes of a document.
pub(crate) fn digest(source: &Source) -> String {
    let mut digest = Sha256::new();
    source.pieces().into_iter().for_each(|piece| digest.update(piece));
    crate::assess::hex(&digest.finalize())
}

/// A file that was not read, with the reason; a message that names the file already is not given it twice.
pub(crate) fn unread(entry: &Entry, error: &ReadError) -> Unread {
    let message = error.to_string();
    let reason = message.strip_prefix(&format!("{}: ", entry.file.display())).map_or(message.clone(), str::to_owned);
    Unread { path: entry.path.clone(), reason }
}

//! Reading the files of a corpus side by side, so that no file costs another its place.

use planaudit_read::ReadError;

use super::Entry;
use crate::assessment::Unread;

/// Does something with every item, on so many threads (0: as many as there are cores); results in order of the items.
#[cfg(feature = "parallel")]
pub fn each<T: Sync, R: Send>(items: &[T], threads: usize, one: impl Fn(&T) -> R + Sync) -> Vec<R> {
    use rayon::prelude::*;
    // As deep a stack as the main thread's: damaged files can nest deeply.
    match rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(16 << 20).build() {
        Ok(pool) => pool.install(|| items.par_iter().with_max_len(1).map(&one).collect()),
        Err(_) => items.iter().map(one).collect(),
    }
}

/// Does something with every item; results in order of the items.
#[cfg(not(feature = "parallel"))]
pub fn each<T, R>(items: &[T], _threads: usize, one: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(one).collect()
}

/// A file that was not read, with the reason; a message that names the file already is not given it twice.
pub(crate) fn unread(entry: &Entry, error: &ReadError) -> Unread {
    let message = error.to_string();
    let reason = message.strip_prefix(&format!("{}: ", entry.file.display())).map_or(message.clone(), str::to_owned);
    Unread { path: entry.path.clone(), reason }
}

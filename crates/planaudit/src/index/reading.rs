//! Reading a corpus for the index: files to passages with their places.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use planaudit_read::{Document, PageNumber, Source as Opened};
use sha2::{Digest, Sha256};

use super::error::IndexError;
use crate::context::Zone;
use crate::corpus::{self, Entry};
use crate::outline::Outline;
use crate::passage::passages;
use crate::text::Text;

/// How a corpus is read.
#[derive(Default)]
pub struct Reading<'o> {
    /// Threads; 0 for as many as there are cores.
    pub threads: usize,
    /// Called after each file with how many are done and how many there are; may ask to stop by answering false.
    pub progress: Option<&'o (dyn Fn(usize, usize) -> bool + Sync)>,
}

/// A file of the corpus, read.
pub(super) struct Source {
    /// Relative to the corpus root.
    pub(super) path: String,
    /// Of its bytes; none when they could not be had.
    pub(super) sha256: Option<String>,
    /// Its passages, or why there are none.
    pub(super) passages: Result<Vec<PassageRecord>, String>,
}

/// A passage with its place.
pub(super) struct PassageRecord {
    pub(super) page: Option<PageNumber>,
    pub(super) page_label: Option<String>,
    pub(super) section: Vec<String>,
    pub(super) zone: Zone,
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl PassageRecord {
    /// All passages of a document, in order.
    pub(super) fn of_document(document: &Document) -> Vec<Self> {
        let text = Text::of(document);
        let outline = Outline::of(&text);
        // Passages are cut by the text alone; the tokens would only be counted.
        passages(&text, &outline, &[])
            .into_iter()
            .map(|passage| {
                let page = text.place(passage.range.start).page;
                Self {
                    page,
                    page_label: page.and_then(|page| text.page_label(page)).map(str::to_owned),
                    section: outline.path(&text, passage.section),
                    zone: passage.zone,
                    text: text.as_str()[passage.range.clone()].to_owned(),
                    range: passage.range,
                }
            })
            .collect()
    }
}

/// Reads every file, in order.
pub(super) fn read(entries: &[Entry], reading: &Reading<'_>) -> Result<Vec<Source>, IndexError> {
    let done = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    let one = |entry: &Entry| {
        if stopped.load(Ordering::Relaxed) {
            return None;
        }
        let source = source(entry);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if reading.progress.is_some_and(|progress| !progress(done, entries.len())) {
            stopped.store(true, Ordering::Relaxed);
        }
        Some(source)
    };
    let sources: Option<Vec<Source>> = corpus::each(entries, reading.threads, one).into_iter().collect();
    sources.filter(|_| !stopped.load(Ordering::Relaxed)).ok_or(IndexError::Stopped)
}

/// The digest of each file's bytes, in order; none for a file that cannot be had.
pub(super) fn digests(entries: &[Entry], reading: &Reading<'_>) -> Vec<Option<String>> {
    corpus::each(entries, reading.threads, |entry| {
        Opened::open(&entry.file).ok().map(|source| corpus::digest(&source.pieces()))
    })
}

/// Hexadecimal SHA-256.
pub(super) fn sha256(bytes: &[u8]) -> String {
    crate::assess::hex(&Sha256::digest(bytes))
}

fn source(entry: &Entry) -> Source {
    let (digest, document) = match Opened::open(&entry.file) {
        Ok(source) => (Some(corpus::digest(&source.pieces())), source.read()),
        Err(error) => (None, Err(error)),
    };
    let passages = document
        .map(|document| PassageRecord::of_document(&document))
        .map_err(|error| corpus::unread(entry, &error).reason);
    Source { path: entry.path.clone(), sha256: digest, passages }
}

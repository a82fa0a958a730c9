//! The index: full-text search over the passages of a corpus.
//!
//! Words are cut, folded and stemmed by [`crate::analyser`], as everywhere, so that a search finds what a rule's term
//! finds. [`Query`] says how a query is written. Hits come best first (BM25), equals in the order of the corpus: the
//! same corpus and query give the same hits, wherever the index is kept.

mod analyser;
mod error;
mod query;
mod reading;
mod schema;
mod search;
mod store;

use std::path::Path;

use planaudit_read::Document;

use crate::assessment::Unread;
use crate::corpus::Entry;
use reading::{PassageRecord, Source};
use schema::Fields;

pub use error::IndexError;
pub use query::{Query, QueryError};
pub use reading::Reading;
pub use search::{Hit, Hits};

/// The passages of a corpus, ready to be searched.
///
/// ```
/// use planaudit::index::{Index, Query};
/// let plan = planaudit::read::read_text("# Workforce\n\nVacancies among health visitors are high. We will recruit.\n");
/// let index = Index::of_documents([("plan.md", &plan)])?;
/// let hits = index.search(&Query::parse("\"health visitor\" AND vacancy")?, 10)?;
/// assert_eq!(hits.hits[0].text, "Vacancies among health visitors are high.");
/// assert_eq!(hits.hits[0].section, ["Workforce"]);
/// # Ok::<(), planaudit::index::IndexError>(())
/// ```
pub struct Index {
    reader: tantivy::IndexReader,
    fields: Fields,
    documents: usize,
    unread: Vec<Unread>,
    reused: bool,
}

impl Index {
    /// Reads the files of a corpus and indexes their passages in memory.
    ///
    /// Files that cannot be read are listed in [`Self::unread`]; they never cost the others their place.
    ///
    /// # Errors
    /// [`IndexError::Stopped`] when [`Reading::progress`] asked for it.
    ///
    /// ```no_run
    /// use planaudit::{corpus, index::{Index, Query, Reading}};
    /// let index = Index::in_memory(&corpus::find("plans".as_ref())?, &Reading::default())?;
    /// println!("{} passages", index.search(&Query::parse("family hub")?, 20)?.passages);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn in_memory(entries: &[Entry], reading: &Reading<'_>) -> Result<Self, IndexError> {
        let sources = reading::read(entries, reading)?;
        let (schema, fields) = schema::schema();
        let index = tantivy::Index::create_in_ram(schema);
        store::fill(&index, &fields, &sources)?;
        Self::open(&index, fields, sources.len(), unread(&sources), false)
    }

    /// Indexes documents that have been read, each under its path, in the order given.
    ///
    /// # Errors
    /// [`IndexError::Engine`], which would be a fault of this program.
    pub fn of_documents<'d>(documents: impl IntoIterator<Item = (&'d str, &'d Document)>) -> Result<Self, IndexError> {
        let sources: Vec<Source> = documents
            .into_iter()
            .map(|(path, document)| Source {
                path: path.to_owned(),
                sha256: None,
                passages: Ok(PassageRecord::of_document(document)),
            })
            .collect();
        let (schema, fields) = schema::schema();
        let index = tantivy::Index::create_in_ram(schema);
        store::fill(&index, &fields, &sources)?;
        Self::open(&index, fields, sources.len(), Vec::new(), false)
    }

    /// The index kept in a folder, built when there is none or it is out of date.
    ///
    /// It is used again only while the files of the corpus, the version of this program and the analyser are those it
    /// was built with, and its own files are as they were written; digests of all of them stand beside it. Files in the
    /// folder that are not the index's are never touched.
    ///
    /// # Errors
    /// When the folder cannot be written, or holds something else under the index's names.
    ///
    /// ```no_run
    /// use planaudit::{corpus, index::{Index, Reading}};
    /// let index = Index::on_disk("index".as_ref(), &corpus::find("plans".as_ref())?, &Reading::default())?;
    /// println!("{} documents", index.documents());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn on_disk(folder: &Path, entries: &[Entry], reading: &Reading<'_>) -> Result<Self, IndexError> {
        store::open_or_build(folder, entries, reading)
    }

    /// How many documents are in it.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// How many passages are in it.
    pub fn passages(&self) -> usize {
        self.reader.searcher().num_docs() as usize
    }

    /// Files of the corpus that could not be read, and why.
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// Whether it was found in its folder, rather than built now.
    pub fn reused(&self) -> bool {
        self.reused
    }

    /// The passages that a query finds, best first; no more than `top` of them are given, all are counted.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index's files were changed while it was open.
    pub fn search(&self, query: &Query, top: usize) -> Result<Hits, IndexError> {
        search::search(&self.reader.searcher(), &self.fields, query, top)
    }

    fn open(
        index: &tantivy::Index,
        fields: Fields,
        files: usize,
        unread: Vec<Unread>,
        reused: bool,
    ) -> Result<Self, IndexError> {
        // What is searched is what was there when it was opened.
        let reader = index.reader_builder().reload_policy(tantivy::ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, fields, documents: files - unread.len(), unread, reused })
    }
}

fn unread(sources: &[Source]) -> Vec<Unread> {
    let of = |source: &Source| {
        let reason = source.passages.as_ref().err()?;
        Some(Unread { path: source.path.clone(), reason: reason.clone() })
    };
    sources.iter().filter_map(of).collect()
}

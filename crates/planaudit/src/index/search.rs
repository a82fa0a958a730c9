//! Searching: hits in order, with the words that made them.

use std::ops::Range;

use planaudit_read::PageNumber;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader, TantivyDocument};

use super::analyser::StemTokenizer;
use super::error::IndexError;
use super::query::Query;
use super::schema::{DOCUMENT, Fields, ORDINAL};
use crate::context::Zone;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits {
    /// The best passages, best first; equals in the order of the corpus.
    pub hits: Vec<Hit>,
    /// How many passages were found in all.
    pub passages: usize,
    /// In how many documents.
    pub documents: usize,
}

/// A passage that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The document's path, relative to the corpus root.
    pub document: String,
    /// The page the passage begins on, where the format has pages.
    pub page: Option<PageNumber>,
    /// What is printed on that page as its number, where known.
    pub page_label: Option<String>,
    /// The headings above the passage, highest first.
    pub section: Vec<String>,
    /// Where it stands.
    pub zone: Zone,
    /// Its bytes in the document's text.
    pub range: Range<usize>,
    /// The passage: `text[range]`, exactly.
    pub text: String,
    /// Bytes of `text` that the query asked for, in order: a range a word or phrase.
    pub matched: Vec<Range<usize>>,
    /// Its rank's reason (BM25): comparable only within one search.
    pub score: f32,
}

pub(super) fn search(searcher: &Searcher, fields: &Fields, query: &Query, top: usize) -> Result<Hits, IndexError> {
    let mut found = searcher.search(&query.compile(fields.text), &EveryHit)?;
    let mut documents: Vec<u64> = found.iter().map(|found| found.document).collect();
    documents.sort_unstable();
    documents.dedup();
    found.sort_unstable_by_key(|found| (std::cmp::Reverse(found.thousandths), found.ordinal));
    let passages = found.len();
    found.truncate(top);
    let mut tokenizer = StemTokenizer::default();
    let mut hits = Vec::with_capacity(found.len());
    for found in found {
        let entry: TantivyDocument = searcher.doc(found.address)?;
        let (document, passage) = fields.passage(&entry);
        let matched = query.matched(&tokenizer.stems(&passage.text)).unwrap_or_default();
        hits.push(Hit {
            document,
            page: passage.page,
            page_label: passage.page_label,
            section: passage.section,
            zone: passage.zone,
            range: passage.range,
            text: passage.text,
            matched,
            score: found.thousandths as f32 / 1000.0,
        });
    }
    Ok(Hits { hits, passages, documents: documents.len() })
}

/// An entry that was found, and what decides its rank.
struct Found {
    /// Scores are sums whose last bits depend on the order of adding; passages alike must tie.
    thousandths: i64,
    ordinal: u64,
    document: u64,
    address: DocAddress,
}

/// Collects every hit: they are counted, and ties need all of them.
struct EveryHit;

/// The hits of one part of the index.
struct PartHits {
    part: SegmentOrdinal,
    ordinals: Column<u64>,
    documents: Column<u64>,
    found: Vec<Found>,
}

impl Collector for EveryHit {
    type Fruit = Vec<Found>;
    type Child = PartHits;

    fn for_segment(&self, part: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<PartHits> {
        let columns = reader.fast_fields();
        Ok(PartHits { part, ordinals: columns.u64(ORDINAL)?, documents: columns.u64(DOCUMENT)?, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, parts: Vec<Vec<Found>>) -> tantivy::Result<Vec<Found>> {
        Ok(parts.into_iter().flatten().collect())
    }
}

impl SegmentCollector for PartHits {
    type Fruit = Vec<Found>;

    fn collect(&mut self, entry: DocId, score: Score) {
        self.found.push(Found {
            thousandths: (f64::from(score) * 1000.0).round() as i64,
            ordinal: self.ordinals.first(entry).unwrap_or(u64::MAX),
            document: self.documents.first(entry).unwrap_or(u64::MAX),
            address: DocAddress::new(self.part, entry),
        });
    }

    fn harvest(self) -> Vec<Found> {
        self.found
    }
}

//! What the index keeps of a passage: one entry each.

use planaudit_read::PageNumber;
use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};

use super::analyser::NAME;
use super::reading::PassageRecord;
use crate::context::Zone;

/// Raised whenever the fields below, or what they hold, change.
pub(super) const VERSION: u32 = 1;

/// Fast field: the passage's place in the corpus.
pub(super) const ORDINAL: &str = "ordinal";
/// Fast field: the document's place in the corpus.
pub(super) const DOCUMENT: &str = "document";

/// The fields of an entry.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    ordinal: Field,
    document: Field,
    path: Field,
    page: Field,
    page_label: Field,
    /// One value a heading, highest first.
    section: Field,
    zone: Field,
    start: Field,
    end: Field,
    /// The one field that is searched.
    pub(super) text: Field,
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let searched =
        TextFieldIndexing::default().set_tokenizer(NAME).set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        ordinal: builder.add_u64_field(ORDINAL, FAST),
        document: builder.add_u64_field(DOCUMENT, FAST),
        path: builder.add_text_field("path", STORED),
        page: builder.add_u64_field("page", STORED),
        page_label: builder.add_text_field("page_label", STORED),
        section: builder.add_text_field("section", STORED),
        zone: builder.add_text_field("zone", STORED),
        start: builder.add_u64_field("start", STORED),
        end: builder.add_u64_field("end", STORED),
        text: builder.add_text_field("text", TextOptions::default().set_stored().set_indexing_options(searched)),
    };
    (builder.build(), fields)
}

impl Fields {
    /// A passage as an entry.
    pub(super) fn entry(&self, ordinal: u64, document: u64, path: &str, passage: &PassageRecord) -> TantivyDocument {
        let mut entry = TantivyDocument::new();
        entry.add_u64(self.ordinal, ordinal);
        entry.add_u64(self.document, document);
        entry.add_text(self.path, path);
        if let Some(page) = passage.page {
            entry.add_u64(self.page, u64::from(page.get()));
        }
        if let Some(label) = &passage.page_label {
            entry.add_text(self.page_label, label);
        }
        for heading in &passage.section {
            entry.add_text(self.section, heading);
        }
        entry.add_text(self.zone, zone_name(passage.zone));
        entry.add_u64(self.start, passage.range.start as u64);
        entry.add_u64(self.end, passage.range.end as u64);
        entry.add_text(self.text, &passage.text);
        entry
    }

    /// The path of an entry's document, and the passage.
    pub(super) fn passage(&self, entry: &TantivyDocument) -> (String, PassageRecord) {
        let text = |field| entry.get_first(field).and_then(|value| value.as_str()).map(str::to_owned);
        let number = |field| entry.get_first(field).and_then(|value| value.as_u64());
        let page = number(self.page).and_then(|page| std::num::NonZeroU32::new(page as u32)).map(PageNumber);
        let headings = entry.get_all(self.section).filter_map(|value| value.as_str().map(str::to_owned));
        let passage = PassageRecord {
            page,
            page_label: text(self.page_label),
            section: headings.collect(),
            zone: text(self.zone).map_or_else(Zone::default, |name| zone_named(&name)),
            range: number(self.start).unwrap_or(0) as usize..number(self.end).unwrap_or(0) as usize,
            text: text(self.text).unwrap_or_default(),
        };
        (text(self.path).unwrap_or_default(), passage)
    }
}

fn zone_name(zone: Zone) -> String {
    // Zones go by the names that files give them.
    serde_json::to_value(zone).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn zone_named(name: &str) -> Zone {
    serde_json::from_value(name.into()).unwrap_or_default()
}

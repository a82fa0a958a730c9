//! A run: an assessment with its national table and its documents, shared by all that show a part of it.

use std::sync::Arc;

use planaudit::rubric::Baseline;
use planaudit::{Assessment, Summary};

use crate::content::Content;
use crate::sources::Sources;

/// An assessment and what belongs to it.
pub(crate) struct Run {
    /// What was found.
    pub(crate) found: Assessment,
    /// The national table.
    pub(crate) summary: Summary,
    sources: Sources,
}

impl Run {
    /// An assessment with its national table beside published figures.
    pub(crate) fn of(found: Assessment, baseline: &Baseline, sources: Sources) -> Self {
        let summary = Summary::of(&found, baseline);
        Self { found, summary, sources }
    }

    /// A document's content, read again if need be; or why it cannot be had.
    pub(crate) fn content(&self, document: usize) -> Result<Arc<Content>, String> {
        self.sources.content(document, &self.found.documents[document])
    }
}

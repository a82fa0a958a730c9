//! Where the documents of an assessment can be had again, for what is shown around a passage.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use planaudit::AssessedDocument;
use planaudit::corpus::{Entry, ReadFile};

use crate::content::Content;

/// One place for each document of an assessment, in its order.
#[derive(Default)]
pub(crate) struct Sources {
    places: Vec<Place>,
}

#[derive(Default)]
struct Place {
    file: Option<PathBuf>,
    content: OnceLock<Arc<Content>>,
}

impl Sources {
    /// Files found in folders.
    pub(crate) fn found(documents: &[AssessedDocument], entries: &[Entry]) -> Self {
        let mut entries = entries.iter();
        // Both are in order of path; what was not read is passed over.
        let places = documents.iter().map(|document| {
            let file = entries.find(|entry| entry.path == document.path).map(|entry| entry.file.clone());
            Place { file, content: OnceLock::new() }
        });
        Self { places: places.collect() }
    }

    /// Files that are held in memory.
    pub(crate) fn held(documents: &[AssessedDocument], files: &[Arc<ReadFile>]) -> Self {
        let places = documents.iter().map(|document| {
            let place = Place::default();
            if let Some(file) = files.iter().find(|file| file.path == document.path && file.sha256 == document.sha256) {
                let _ = place.content.set(Arc::new(Content::of(Arc::clone(file))));
            }
            place
        });
        Self { places: places.collect() }
    }

    /// One text.
    pub(crate) fn text(text: &str) -> Self {
        let place = Place::default();
        let _ = place.content.set(Arc::new(Content::of_text(text)));
        Self { places: vec![place] }
    }

    /// A document's content, read again if need be; or why it cannot be had.
    pub(crate) fn content(&self, index: usize, document: &AssessedDocument) -> Result<Arc<Content>, String> {
        let Some(place) = self.places.get(index) else {
            return Err("the assessment does not know its folder; give it as `corpus`".to_owned());
        };
        if let Some(content) = place.content.get() {
            return Ok(Arc::clone(content));
        }
        let Some(file) = &place.file else {
            return Err(format!("{}: is not in the folder given", document.path));
        };
        let content = Arc::new(open(file, document)?);
        Ok(Arc::clone(place.content.get_or_init(|| content)))
    }
}

fn open(file: &Path, document: &AssessedDocument) -> Result<Content, String> {
    let content = Content::open(file).map_err(|reason| format!("{}: {reason}", file.display()))?;
    if content.file().sha256 != document.sha256 {
        return Err(format!("{}: has changed since it was assessed; assess it again", file.display()));
    }
    // As the assessment knows it, not as its text alone would have it.
    let known = ReadFile {
        path: document.path.clone(),
        identity: planaudit::corpus::Identity {
            kind: document.kind,
            ics: document.ics.clone(),
            ics_name: document.ics_name.clone(),
            edition: document.edition.clone(),
            title: document.title.clone(),
        },
        ..ReadFile::clone(content.file())
    };
    Ok(Content::of(Arc::new(known)))
}

//! A file of the corpus as it goes into an audit: read, and known for what it is.

use std::path::{Path, PathBuf};

use planaudit_read::{Document, ReadError, Source};
use sha2::{Digest, Sha256};

use super::{Entry, Given, Identity, Registry, identify, unread};
use crate::assess::hex;
use crate::assessment::Unread;

/// A file that has been read and identified.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// Where it is.
    pub file: PathBuf,
    /// Relative to the corpus root, with `/`.
    pub path: String,
    /// Digest of its bytes.
    pub sha256: String,
    /// What it is.
    pub identity: Identity,
    /// What stands in it.
    pub document: Document,
}

impl ReadFile {
    /// Reads and identifies a file.
    ///
    /// # Errors
    /// Why it cannot be read, and what to do.
    pub fn of(entry: &Entry, given: &Given, registry: &Registry) -> Result<Self, Unread> {
        let (document, sha256) = read(&entry.file).map_err(|error| unread(entry, &error))?;
        let identity = identify(entry, &document, given, registry);
        Ok(Self { file: entry.file.clone(), path: entry.path.clone(), sha256, identity, document })
    }
}

/// The digest by which the bytes of a document, in one piece or more, are known again; in hexadecimal.
pub fn digest(pieces: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for piece in pieces {
        digest.update(piece);
    }
    hex(&digest.finalize())
}

/// Reads a file once, for its document and the digest of its bytes.
fn read(file: &Path) -> Result<(Document, String), ReadError> {
    let source = Source::open(file)?;
    let sha256 = digest(&source.pieces());
    Ok((source.read()?, sha256))
}

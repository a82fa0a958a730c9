//! What a document holds, shared by everything that shows a part of it.

use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use planaudit::corpus::{Entry, Given, ReadFile, Registry, identify};
use planaudit::outline::Outline;
use planaudit::read::{self, Document, Format, PageNumber, ReadError};
use planaudit::text::Text;

/// A file that was read, with the text that quotes are cut from.
pub(crate) struct Content {
    file: Arc<ReadFile>,
    /// The bytes of a PDF that is in no file, to draw its pages from.
    bytes: Option<Vec<u8>>,
    text: Text,
    outline: Outline,
}

impl Content {
    /// Of a file that was read.
    pub(crate) fn of(file: Arc<ReadFile>) -> Self {
        let text = Text::of(&file.document);
        let outline = Outline::of(&text);
        Self { file, bytes: None, text, outline }
    }

    /// Reads a file; the reason where it cannot be.
    pub(crate) fn open(file: &Path) -> Result<Self, String> {
        let path = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        let entry = Entry { file: file.to_owned(), path, manifest: None };
        match ReadFile::of(&entry, &Given::default(), registry()) {
            Ok(read) => Ok(Self::of(Arc::new(read))),
            Err(unread) => Err(unread.reason),
        }
    }

    /// Reads bytes.
    pub(crate) fn of_bytes(format: Format, bytes: Vec<u8>) -> Result<Self, ReadError> {
        let kept = (format == Format::Pdf).then(|| bytes.clone());
        Ok(Self { bytes: kept, ..Self::in_memory(read::read_bytes(format, bytes)?) })
    }

    /// Of a text.
    pub(crate) fn of_text(text: &str) -> Self {
        Self::in_memory(read::read_text(text))
    }

    fn in_memory(document: Document) -> Self {
        let entry = Entry { file: std::path::PathBuf::new(), path: String::new(), manifest: None };
        let identity = identify(&entry, &document, &Given::default(), registry());
        let (file, path, sha256) = (entry.file, entry.path, String::new());
        Self::of(Arc::new(ReadFile { file, path, sha256, identity, document }))
    }

    /// The file.
    pub(crate) fn file(&self) -> &Arc<ReadFile> {
        &self.file
    }

    /// Its text.
    pub(crate) fn text(&self) -> &Text {
        &self.text
    }

    /// Its sections.
    pub(crate) fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The bytes of the file; none where they are no longer what was read.
    pub(crate) fn bytes(&self) -> Option<Vec<u8>> {
        if self.bytes.is_some() {
            return self.bytes.clone();
        }
        let bytes = read::file_bytes(&self.file.file).ok()?;
        (planaudit::corpus::digest(&[&bytes]) == self.file.sha256).then_some(bytes)
    }

    /// The byte at which a code point begins; the end of the text for those beyond it.
    pub(crate) fn byte(&self, character: usize) -> usize {
        let text = self.text.as_str();
        text.char_indices().nth(character).map_or(text.len(), |(at, _)| at)
    }

    /// Bytes of a range of code points.
    pub(crate) fn bytes_of(&self, characters: &Range<usize>) -> Range<usize> {
        let start = self.byte(characters.start);
        start..self.byte(characters.end).max(start)
    }

    /// So many letters before and after a range of code points; none where the range is not in the text.
    pub(crate) fn around(&self, start: usize, end: usize, letters: usize) -> Option<(String, String)> {
        let range = self.bytes_of(&(start..end));
        let text = self.text.as_str();
        if range.is_empty() {
            return None;
        }
        let before = text[..range.start].char_indices().rev().nth(letters).map_or(0, |(at, _)| at);
        // Whole words, unless there is none to begin with.
        let before =
            text[before..range.start].find(char::is_whitespace).filter(|_| before > 0).map_or(before, |at| before + at);
        let after = text[range.end..].char_indices().nth(letters).map_or(text.len(), |(at, _)| range.end + at);
        let after = if after == text.len() {
            after
        } else {
            text[range.end..after].rfind(char::is_whitespace).map_or(after, |at| range.end + at)
        };
        let (left, right) = (&text[before..range.start], &text[range.end..after]);
        let dots = |cut: bool| if cut { " … " } else { "" };
        Some((format!("{}{left}", dots(before > 0)), format!("{right}{}", dots(after < text.len()))))
    }

    /// The printed lines of a page, as bytes of the text, in reading order.
    pub(crate) fn lines_of(&self, page: PageNumber) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        for (block, placed) in self.file.document.blocks.iter().zip(self.text.blocks()) {
            for (index, line) in block.lines.iter().enumerate() {
                if line.page == Some(page) {
                    let end = block.lines.get(index + 1).map_or(placed.range.len(), |next| next.at);
                    lines.push(placed.range.start + line.at..placed.range.start + end);
                }
            }
        }
        lines
    }
}

/// The register of systems, parsed once.
pub(crate) fn registry() -> &'static Registry {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    REGISTRY.get_or_init(Registry::built_in)
}

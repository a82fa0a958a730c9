//! The text that a coder's quotes are checked against.

use std::ops::Range;
use std::path::PathBuf;

use planaudit_read::ReadError;

use super::answers::Quote;
use super::cited::{cited, cited_for};
use super::quotes::Folded;
use crate::assessment::AssessedDocument;
use crate::outline::Outline;
use crate::text::Text;

/// Where the documents' texts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// The corpus that was audited, a folder or a file: each document is read again.
    Corpus(PathBuf),
    /// The folder that `planaudit audit --text` wrote.
    Folder(PathBuf),
}

/// A text that quotes cannot be checked against.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TextsError {
    /// The document cannot be read again.
    #[error("{file}: cannot be read ({source}); give the folder that was audited", file = file.display())]
    Document {
        /// The file.
        file: PathBuf,
        /// Why.
        source: ReadError,
    },
    /// The text cannot be read.
    #[error("{file}: cannot be read ({source}); give the folder that `planaudit audit --text` wrote", file = file.display())]
    Text {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file's bytes are others.
    #[error("{file}: is not the file that was assessed (its SHA-256 differs); give that one, or run the audit again", file = file.display())]
    OtherFile {
        /// The file.
        file: PathBuf,
    },
    /// The assessment's own quotes are not where it says.
    #[error("{file}: its text is not the one that was assessed; run the audit again", file = file.display())]
    OtherText {
        /// The file.
        file: PathBuf,
    },
}

impl Texts {
    /// The text of a document, known to be the one that was assessed.
    pub(super) fn of(&self, document: &AssessedDocument) -> Result<SourceText, TextsError> {
        let (file, string, places) = match self {
            Self::Corpus(root) => {
                let named = root.file_name().is_some_and(|name| name.to_string_lossy() == document.path);
                let file = if named && root.is_file() { root.clone() } else { root.join(&document.path) };
                let unread = |source| TextsError::Document { file: file.clone(), source };
                let source = planaudit_read::Source::open(&file).map_err(unread)?;
                if crate::corpus::digest(&source.pieces()) != document.sha256 {
                    return Err(TextsError::OtherFile { file });
                }
                let text = Text::of(&source.read().map_err(unread)?);
                let outline = Outline::of(&text);
                (file, text.as_str().to_owned(), Some((text, outline)))
            }
            Self::Folder(folder) => {
                let file = folder.join(format!("{}.txt", document.path));
                let string =
                    std::fs::read_to_string(&file).map_err(|source| TextsError::Text { file: file.clone(), source })?;
                (file, string, None)
            }
        };
        let starts = string.char_indices().map(|(at, _)| at).chain([string.len()]).collect();
        let text = SourceText { folded: Folded::of(&string), string, starts, places };
        // A file of text carries no digest of the document: that every assessed quote is in its place tells as much.
        // It also tells when another version of the program reads the same document otherwise.
        if cited(document).any(|cited| text.slice(cited.start..cited.end) != Some(cited.quote)) {
            return Err(TextsError::OtherText { file });
        }
        Ok(text)
    }
}

/// A document's text, ready for quotes to be looked up in it.
pub(super) struct SourceText {
    string: String,
    /// The byte each character begins at, and the last one's end.
    starts: Vec<usize>,
    folded: Folded,
    /// Pages and sections, where the document itself was read.
    places: Option<(Text, Outline)>,
}

impl SourceText {
    /// The place of a quote: of several, one among the passages listed for the question, else the first.
    pub(super) fn find(&self, quote: &str, document: &AssessedDocument, question: &str) -> Option<Quote> {
        let places = self.places(quote);
        let characters = |bytes: &Range<usize>| self.character(bytes.start)..self.character(bytes.end);
        let listed = |bytes: &&Range<usize>| {
            let place = characters(bytes);
            document.answer(question).is_some_and(|answer| cited_for(answer).any(|cited| cited.overlaps(&place)))
        };
        let bytes = places.iter().find(listed).or_else(|| places.first())?;
        Some(self.quote(bytes, &characters(bytes), document))
    }

    /// Where a quote stands. Readers leave out the number before a note or an item, which the quote may have kept: what
    /// follows it must then begin a line of the text, so that no figure slips through.
    fn places(&self, quote: &str) -> Vec<Range<usize>> {
        let places = self.folded.places(quote);
        let rest = quote.trim_start().trim_start_matches(|letter: char| letter.is_ascii_digit());
        if !places.is_empty() || rest.len() == quote.trim_start().len() {
            return places;
        }
        let rest = rest.trim_start_matches(['.', ')', ']']);
        let begins = |place: &Range<usize>| place.start == 0 || self.string[..place.start].ends_with('\n');
        self.folded.places(rest).into_iter().filter(begins).collect()
    }

    /// The words of a quote, from its first, that stand together in the text.
    pub(super) fn agreeing(&self, quote: &str) -> String {
        let words: Vec<&str> = quote.split_whitespace().collect();
        // What holds of some words holds of fewer.
        let lengths: Vec<usize> = (1..=words.len()).collect();
        let agreeing = lengths.partition_point(|&length| !self.folded.places(&words[..length].join(" ")).is_empty());
        words[..agreeing].join(" ")
    }

    fn character(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }

    fn slice(&self, characters: Range<usize>) -> Option<&str> {
        self.string.get(*self.starts.get(characters.start)?..*self.starts.get(characters.end)?)
    }

    fn quote(&self, bytes: &Range<usize>, characters: &Range<usize>, document: &AssessedDocument) -> Quote {
        let mut quote = Quote {
            quote: self.string[bytes.clone()].to_owned(),
            start: characters.start,
            end: characters.end,
            page: None,
            page_label: None,
            section: Vec::new(),
        };
        if let Some((text, outline)) = &self.places {
            let page = text.place(bytes.start).page;
            quote.page = page.map(planaudit_read::PageNumber::get);
            quote.page_label = page.and_then(|page| text.page_label(page)).map(str::to_owned);
            let block = text.blocks().partition_point(|block| block.range.end <= bytes.start);
            quote.section = outline.path(text, outline.section_of_block(block));
        } else if let Some(known) = cited(document).find(|cited| cited.overlaps(characters)) {
            // The text alone does not say where its pages end; the assessment does for the passages it cites.
            quote.page = known.page;
            quote.page_label = known.page_label.cloned();
            quote.section = known.section.to_vec();
        }
        quote
    }
}

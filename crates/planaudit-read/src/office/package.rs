//! The zip package: parts by name, within limits of size.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::Part;
use crate::error::ReadError;
use crate::format::Format;
use crate::plain::decode;

/// Bytes all parts read may have together, unpacked.
const LARGEST_UNPACKED: u64 = 256 << 20;
/// A part above this size that is packed tighter than [`TIGHTEST`] is a bomb, not a document.
const SUSPICIOUS: u64 = 32 << 20;
const TIGHTEST: u64 = 500;
/// More files than any word processor puts in a package.
const MOST_FILES: usize = 20_000;

/// An open package.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    left: u64,
}

/// What one part says of another.
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last word of its type: `slide`, `officeDocument`.
    pub(crate) kind: String,
    /// The other part's name in the package.
    pub(crate) target: String,
}

impl<'a> Package<'a> {
    pub(crate) fn open(format: Format, bytes: &'a [u8]) -> Result<Self, ReadError> {
        let broken = |reason: String| ReadError::Broken { format, reason };
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(format!("no zip package: {error}")))?;
        if archive.len() > MOST_FILES {
            let found = archive.len() as u64;
            return Err(ReadError::TooLarge { what: "files in the package", found, limit: MOST_FILES as u64 });
        }
        Ok(Self { archive, format, left: LARGEST_UNPACKED })
    }

    /// What the package is by its content.
    pub(crate) fn settle(&mut self) -> Result<Format, ReadError> {
        const FOREIGN: &str = "save what it holds as PDF, DOCX, PPTX, ODT or HTML";
        let foreign = |what| Err(ReadError::Foreign { what, remedy: FOREIGN });
        if let Some(kind) = self.bytes("mimetype")? {
            match kind.trim_ascii() {
                b"application/vnd.oasis.opendocument.text" => self.format = Format::Odt,
                b"application/vnd.oasis.opendocument.presentation" => return foreign("an OpenDocument presentation"),
                b"application/epub+zip" => return foreign("an e-book"),
                kind if kind.starts_with(b"application/vnd.oasis") => {
                    return foreign("an OpenDocument file without text");
                }
                _ => {}
            }
        } else {
            let main = self.main_part()?;
            let has = |package: &Self, folder: &str| package.archive.index_for_name(folder).is_some();
            match main.rsplit('/').next().unwrap_or_default() {
                "presentation.xml" => self.format = Format::Pptx,
                "workbook.xml" => return foreign("a spreadsheet"),
                _ if has(self, &main) => self.format = Format::Docx,
                _ if has(self, "content.xml") => self.format = Format::Odt,
                _ if has(self, "[Content_Types].xml") || self.format == Format::Docx => {
                    return Err(self.broken(format!("the part {main} is missing")));
                }
                _ => return foreign("a zip archive"),
            }
        }
        Ok(self.format)
    }

    /// The name of the part that holds the text of an Office Open XML package.
    pub(crate) fn main_part(&mut self) -> Result<String, ReadError> {
        let main = self.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        Ok(main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target))
    }

    /// What a part says of others, in order; of the package itself for an empty name.
    pub(crate) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let mut relations = Vec::new();
        if let Some(part) = self.part(&name)? {
            part.each(|element| {
                let outside = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
                if element.name() == "Relationship" && !outside {
                    let kind = element.attribute("Type").unwrap_or_default();
                    relations.push(Relation {
                        id: element.attribute("Id").unwrap_or_default(),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: resolved(folder, &element.attribute("Target").unwrap_or_default()),
                    });
                }
            })?;
        }
        Ok(relations)
    }

    /// A part's text; `None` if there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let bytes = self.bytes(name)?;
        Ok(bytes.map(|bytes| Part::new(self.format, name.to_owned(), decode(&bytes))))
    }

    /// A part that the format cannot do without.
    pub(crate) fn needed(&mut self, name: &str) -> Result<Part, ReadError> {
        self.part(name)?.ok_or_else(|| self.broken(format!("the part {name} is missing")))
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let format = self.format;
        let broken = |error: &dyn std::fmt::Display| ReadError::Broken { format, reason: format!("{name}: {error}") };
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword) => {
                return Err(ReadError::Encrypted);
            }
            Err(error) => return Err(broken(&error)),
        };
        let packed = file.compressed_size();
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        let found = bytes.len() as u64;
        if found > self.left {
            return Err(ReadError::TooLarge { what: "bytes unpacked", found, limit: LARGEST_UNPACKED });
        }
        if found > SUSPICIOUS && found / packed.max(1) > TIGHTEST {
            return Err(ReadError::TooLarge { what: "times packed", found: found / packed.max(1), limit: TIGHTEST });
        }
        self.left -= found;
        Ok(Some(bytes))
    }

    /// The error for a package that is not as it should be.
    pub(crate) fn broken(&self, reason: impl Into<String>) -> ReadError {
        ReadError::Broken { format: self.format, reason: reason.into() }
    }
}

/// The part a target names, seen from a folder: `../media/a.png` from `ppt/slides` is `ppt/media/a.png`.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

//! The zip package: parts by name, within limits of size.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{broken, xml};
use crate::error::ReadError;
use crate::plain::decode;

/// Bytes all parts read may have together, unpacked.
const LARGEST_UNPACKED: u64 = 256 << 20;
/// A part above this size that is packed tighter than [`TIGHTEST`] is a bomb, not a document.
const SUSPICIOUS: u64 = 32 << 20;
const TIGHTEST: u64 = 500;
/// More files than any word processor puts in a package.
const MOST_FILES: usize = 20_000;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        // Encrypted packages and the binary format before DOCX both come in this older container.
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            return Err(if bytes.windows(encrypted.len()).any(|window| window == encrypted) {
                ReadError::Encrypted
            } else {
                broken("it is an old binary .doc file")
            });
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(format!("no zip package: {error}")))?;
        if archive.len() > MOST_FILES {
            let found = archive.len() as u64;
            return Err(ReadError::TooLarge { what: "files in the package", found, limit: MOST_FILES as u64 });
        }
        Ok(Self { archive, left: LARGEST_UNPACKED })
    }

    /// The name of the part that holds the text.
    pub(super) fn main_part(&mut self) -> Result<String, ReadError> {
        let mut main = None;
        if let Some(relations) = self.part("_rels/.rels")? {
            xml::each(&relations, "_rels/.rels", |element| {
                if element.name() == "Relationship"
                    && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                {
                    main = element.attribute("Target");
                }
            })?;
        }
        Ok(main.map_or_else(|| "word/document.xml".to_owned(), |target| target.trim_start_matches('/').to_owned()))
    }

    /// A part's text; `None` if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword) => {
                return Err(ReadError::Encrypted);
            }
            Err(error) => return Err(broken(format!("{name}: {error}"))),
        };
        let packed = file.compressed_size();
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|error| broken(format!("{name}: {error}")))?;
        let found = bytes.len() as u64;
        if found > self.left {
            return Err(ReadError::TooLarge { what: "bytes unpacked", found, limit: LARGEST_UNPACKED });
        }
        if found > SUSPICIOUS && found / packed.max(1) > TIGHTEST {
            return Err(ReadError::TooLarge { what: "times packed", found: found / packed.max(1), limit: TIGHTEST });
        }
        self.left -= found;
        Ok(Some(decode(&bytes)))
    }
}

//! What the office formats share: zip packages of XML parts, paragraphs, tables.
#![cfg_attr(
    not(all(feature = "docx", feature = "pptx", feature = "odt")),
    allow(dead_code, reason = "each format needs only a part")
)]

pub(crate) mod package;
pub(crate) mod paragraph;
pub(crate) mod table;
pub(crate) mod xml;

use package::Package;

use crate::document::Document;
use crate::error::ReadError;
use crate::format::Format;

/// Reads a package as what it is, whatever its name says.
pub(crate) fn read(expected: Format, bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(expected, bytes)?;
    match package.settle()? {
        #[cfg(feature = "docx")]
        Format::Docx => crate::docx::read(&mut package),
        #[cfg(feature = "pptx")]
        Format::Pptx => crate::pptx::read(&mut package),
        #[cfg(feature = "odt")]
        Format::Odt => crate::odt::read(&mut package),
        #[allow(unreachable_patterns, reason = "reached only where a reader's feature is off")]
        other => Err(ReadError::NotBuilt { format: other, feature: other.feature() }),
    }
}

//! ODT: the body's headings, paragraphs, lists and tables in order, then its notes. Headers, footers, comments and what
//! tracked changes deleted are left out.

mod body;
mod looks;

use crate::document::Document;
use crate::error::ReadError;
use crate::format::Format;
use crate::office::package::Package;

/// Reads the package of an ODT file.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Document, ReadError> {
    if let Some(manifest) = package.part("META-INF/manifest.xml")? {
        let mut encrypted = false;
        manifest.each(|element| encrypted |= element.name() == "encryption-data")?;
        if encrypted {
            return Err(ReadError::Encrypted);
        }
    }
    let content = package.needed("content.xml")?;
    let mut looks = looks::Looks::default();
    if let Some(styles) = package.part("styles.xml")? {
        looks.note(&styles)?;
    }
    looks.note(&content)?;
    let (blocks, citations) = body::read(&content, &looks)?;
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let title = package.part("meta.xml")?.and_then(|meta| meta.text_of("title"));
    Ok(Document { format: Format::Odt, title, pages: Vec::new(), blocks, furniture: Vec::new(), citations })
}

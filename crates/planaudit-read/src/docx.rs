//! DOCX: the body's paragraphs, lists and tables in order, then the notes. Headers and footers are left out.

mod body;
mod looks;
mod paragraph;

use crate::document::{Block, BlockKind, Document};
use crate::error::ReadError;
use crate::format::Format;
use crate::office::package::Package;

/// Reads the package of a DOCX file.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Document, ReadError> {
    let main = package.main_part()?;
    let body = package.needed(&main)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut optional = |name: &str| package.part(&format!("{folder}/{name}"));
    let looks = optional("styles.xml")?.map(|styles| looks::Looks::of(&styles)).transpose()?.unwrap_or_default();
    let notes = [optional("footnotes.xml")?, optional("endnotes.xml")?];
    let mut blocks = body::read(&body, &looks)?;
    for note in notes.into_iter().flatten() {
        let mut found = body::read(&note, &looks)?;
        for Block { kind, .. } in &mut found {
            *kind = BlockKind::Footnote;
        }
        blocks.append(&mut found);
    }
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let title = package.part("docProps/core.xml")?.and_then(|core| core.text_of("title"));
    Ok(Document { format: Format::Docx, title, pages: Vec::new(), blocks, furniture: Vec::new() })
}

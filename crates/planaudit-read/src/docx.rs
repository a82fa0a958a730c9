//! DOCX: the body's paragraphs, lists and tables in order, then the notes. Headers and footers are left out.

mod body;
mod looks;
mod package;
mod paragraph;
mod table;
mod xml;

use crate::document::{Block, BlockKind, Document};
use crate::error::ReadError;
use crate::format::Format;

/// Reads a DOCX file.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = package::Package::open(bytes)?;
    let main = package.main_part()?;
    let Some(text) = package.part(&main)? else {
        return Err(broken(format!("the part {main} is missing")));
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut optional = |name: &str| package.part(&format!("{folder}/{name}"));
    let looks = optional("styles.xml")?.map(|styles| looks::Looks::of(&styles)).transpose()?.unwrap_or_default();
    let notes = [optional("footnotes.xml")?, optional("endnotes.xml")?];
    let mut blocks = body::read(&text, &main, &looks)?;
    for note in notes.into_iter().flatten() {
        let mut found = body::read(&note, "footnotes or endnotes", &looks)?;
        for Block { kind, .. } in &mut found {
            *kind = BlockKind::Footnote;
        }
        blocks.append(&mut found);
    }
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let title = package.part("docProps/core.xml")?.and_then(|core| xml::text_of(&core, "title"));
    Ok(Document { format: Format::Docx, title, pages: Vec::new(), blocks, furniture: Vec::new() })
}

fn broken(reason: impl Into<String>) -> ReadError {
    ReadError::Broken { format: Format::Docx, reason: reason.into() }
}

//! DOCX: the body's paragraphs, lists and tables in order, then the notes. Headers and footers are left out.

mod body;
mod looks;
mod paragraph;

use crate::document::{Block, BlockKind, Citation, Document};
use crate::error::ReadError;
use crate::format::Format;
use crate::office::package::Package;
use crate::office::paragraph::Finished;

/// Reads the package of a DOCX file.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Document, ReadError> {
    let main = package.main_part()?;
    let body = package.needed(&main)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut optional = |name: &str| package.part(&format!("{folder}/{name}"));
    let looks = optional("styles.xml")?.map(|styles| looks::Looks::of(&styles)).transpose()?.unwrap_or_default();
    let notes = [optional("footnotes.xml")?, optional("endnotes.xml")?];
    let body::Body { text, cited, .. } = body::read(&body, &looks)?;
    let mut blocks = Vec::with_capacity(text.len());
    let mut marks = Vec::new();
    for finished in text {
        let names = finished.notes.iter().filter_map(|number| cited.get(*number as usize - 1).cloned());
        marks.extend(names.map(|name| (name, blocks.len())));
        blocks.push(finished.block);
    }
    let mut noted = Vec::new();
    for part in notes.into_iter().flatten() {
        let part = body::read(&part, &looks)?;
        for (name, content) in part.notes {
            for Finished { block, .. } in content {
                noted.push((name.clone(), blocks.len()));
                blocks.push(Block { kind: BlockKind::Footnote, ..block });
            }
        }
    }
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let title = package.part("docProps/core.xml")?.and_then(|core| core.text_of("title"));
    Ok(Document {
        format: Format::Docx,
        title,
        pages: Vec::new(),
        blocks,
        furniture: Vec::new(),
        citations: Citation::join(noted, marks),
    })
}

//! PPTX: a slide is a page; titles, text, lists, tables and diagrams in the order a screen reader takes. Speaker's notes,
//! comments, slide numbers and hidden slides are left out.

mod deck;
mod paragraph;
mod slide;

use deck::Deck;

use crate::document::Document;
use crate::error::ReadError;
use crate::format::Format;
use crate::ledger::{PageKind, PageNumber};
use crate::office::package::Package;
use crate::plain::ledger;
use crate::recognition::Recognition;

/// Slides read of one file.
const MOST_SLIDES: usize = 5_000;

/// Share of a slide from which on its pictures may be the slide itself.
const MOST_OF_SLIDE: f64 = 0.6;
/// Words below which such a slide's text may be but a title on the picture.
const FEW_WORDS: u32 = 40;

/// Reads the package of a PPTX file.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Document, ReadError> {
    let deck = Deck::of(package)?;
    if deck.slides.len() > MOST_SLIDES {
        return Err(ReadError::TooLarge { what: "slides", found: deck.slides.len() as u64, limit: MOST_SLIDES as u64 });
    }
    let mut blocks = Vec::new();
    let mut looks = Vec::with_capacity(deck.slides.len());
    let mut count = slide::Count::default();
    for (index, name) in deck.slides.iter().enumerate() {
        let page = PageNumber::from_index(index);
        // One slide that cannot be read does not keep the others back.
        match slide::read(package, name, page, &deck, &mut count) {
            Ok(slide) => {
                looks.push(Some(slide.pictures));
                blocks.extend(slide.blocks);
            }
            Err(error @ (ReadError::TooLarge { .. } | ReadError::Encrypted)) => return Err(error),
            Err(_) => looks.push(None),
        }
    }
    let mut pages = ledger(&blocks, deck.slides.len());
    for (page, pictures) in pages.iter_mut().zip(&looks) {
        page.kind = match pictures {
            None => PageKind::Broken,
            Some(share) if page.words == 0 && *share > 0.02 => PageKind::Scanned,
            Some(share) if page.words < FEW_WORDS && *share > MOST_OF_SLIDE => PageKind::Mixed,
            Some(_) => page.kind,
        };
    }
    if blocks.is_empty() {
        if looks.iter().all(Option::is_none) {
            return Err(package.broken("none of its slides can be read"));
        }
        return Err(ReadError::NoText { pages: pages.len(), recognition: Recognition::NotBuilt });
    }
    let title = package.part("docProps/core.xml")?.and_then(|core| core.text_of("title"));
    // What programs put there when nobody did.
    let title = title.filter(|title| !title.starts_with("PowerPoint") && !title.starts_with("Slide "));
    Ok(Document { format: Format::Pptx, title, pages, blocks, furniture: Vec::new(), citations: Vec::new() })
}

//! The pages of a file, first each by itself, then all together: what is usual, what repeats, what reads on.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::Pdf;

use super::blocks::{self, PageFlow, Usual};
use super::bullets;
use super::columns::{self, Flow, FlowLine, Item};
use super::comments;
use super::content::Contents;
use super::furniture;
use super::grid::{self, GridTable};
use super::ink::Ink;
use super::layers::Layers;
use super::ledger::{self, PageLook};
use super::outline::Listed;
use super::pieces::{Piece, pieces};
use super::tagged;
use super::tags::Tags;
use super::words::words;
use crate::document::{Document, Furniture};
use crate::format::Format;
use crate::ledger::{Page, PageKind, PageNumber};
use crate::lines::Hyphens;

/// Shapes from which on a page without glyphs counts as a drawn text rather than as blank.
const DRAWN_TEXT: usize = 40;

/// Share of a page from which on its pictures may be the page itself.
const MOST_OF_PAGE: f64 = 0.6;
/// Letters below which such a page's text may be but a stamp or a title on the picture: about forty words.
const FEW_LETTERS: usize = 200;

/// One page, its words gathered into pieces of line.
pub(super) struct Sheet {
    kind: PageKind,
    /// Glyphs whose font does not say what they are.
    unmapped: u32,
    /// How sure character recognition was of its words, where they come from it.
    confidence: Option<u8>,
    height: f32,
    pieces: Vec<Piece>,
    tables: Vec<GridTable>,
}

impl Sheet {
    /// Whether nothing can be read on it.
    pub(super) fn is_silent(&self) -> bool {
        self.pieces.is_empty() && self.tables.is_empty()
    }

    fn broken() -> Self {
        Self {
            kind: PageKind::Broken,
            unmapped: 0,
            confidence: None,
            height: 1.0,
            pieces: Vec::new(),
            tables: Vec::new(),
        }
    }

    fn of(mut ink: Ink) -> Self {
        let drawn = ink.glyphs.iter().filter(|glyph| !glyph.character.is_whitespace()).count();
        let unknown = ink.glyphs.iter().filter(|glyph| glyph.character == '\u{fffd}').count();
        ink.level_out();
        bullets::write(&mut ink);
        let mut pieces = pieces(words(&ink), &ink);
        let kind = match (pieces.is_empty(), drawn) {
            _ if drawn > 0 && unknown * 5 > drawn * 3 => PageKind::Scanned,
            (false, _) if ink.pictures > MOST_OF_PAGE && drawn < FEW_LETTERS => PageKind::Mixed,
            (false, _) => PageKind::Text,
            (true, _) if ink.pictures > 0.02 || ink.shapes() > DRAWN_TEXT => PageKind::Scanned,
            (true, _) => PageKind::Blank,
        };
        if !holds_text(kind) {
            pieces.clear();
        }
        comments::set_aside(&mut pieces, &mut ink);
        let mut tables = tagged::take_tables(&mut pieces);
        tables.extend(grid::take_tables(&mut pieces, &ink));
        Self { kind, unmapped: unknown as u32, confidence: None, height: ink.height as f32, pieces, tables }
    }
}

fn holds_text(kind: PageKind) -> bool {
    matches!(kind, PageKind::Text | PageKind::Mixed)
}

/// Reads every page; one that cannot be read does not keep the others back.
pub(super) fn read(pdf: &Pdf) -> Vec<Sheet> {
    let mut reader = Contents::new(Layers::of(pdf.xref()), Tags::of(pdf.xref()));
    let mut sheets = Vec::with_capacity(pdf.pages().len());
    for page in pdf.pages().iter() {
        let (ink, whole) = reader.read(page);
        let sheet = catch_unwind(AssertUnwindSafe(|| Sheet::of(ink))).unwrap_or_else(|_| Sheet::broken());
        // The text of a page that was read in part is kept; the ledger says that it is not all.
        sheets.push(if whole { recognised(page, sheet) } else { Sheet { kind: PageKind::Broken, ..sheet } });
    }
    sheets
}

/// A page that is a picture, recognised where that gives more than was read.
#[cfg(feature = "ocr")]
fn recognised(page: &hayro_syntax::page::Page<'_>, sheet: Sheet) -> Sheet {
    let words = |sheet: &Sheet| sheet.pieces.iter().map(|piece| piece.words.len()).sum::<usize>();
    if !matches!(sheet.kind, PageKind::Scanned | PageKind::Mixed) {
        return sheet;
    }
    let Some(found) = super::recognise::recognise(page) else { return sheet };
    let Ok(read) = catch_unwind(AssertUnwindSafe(|| Sheet::of(found.ink))) else { return sheet };
    // On a page of few words over a picture, the picture has to hold much more than a stray label.
    if words(&read) <= 3 * words(&sheet) {
        return sheet;
    }
    Sheet { kind: PageKind::Recognised, confidence: Some(found.confidence), ..read }
}

#[cfg(not(feature = "ocr"))]
fn recognised(_page: &hayro_syntax::page::Page<'_>, sheet: Sheet) -> Sheet {
    sheet
}

/// Puts the pages together.
pub(super) fn document(
    mut sheets: Vec<Sheet>,
    title: Option<String>,
    labels: Option<Vec<String>>,
    bookmarks: &[Listed],
) -> Document {
    let usual = usual(&sheets);
    let hyphens = vocabulary(&sheets);
    let furniture = take_furniture(&mut sheets, usual);
    let printed: Vec<Vec<String>> = furniture.iter().map(|lines| lines.iter().map(Piece::text).collect()).collect();
    let labels = labels_of(furniture::printed_labels(&printed), labels);

    let mut pages = Vec::with_capacity(sheets.len());
    let mut flows = Vec::with_capacity(sheets.len());
    for (index, (sheet, label)) in sheets.into_iter().zip(labels).enumerate() {
        let number = PageNumber::from_index(index);
        let kind = sheet.kind;
        let height = sheet.height;
        let items =
            (sheet.pieces.into_iter().map(Item::Piece)).chain(sheet.tables.into_iter().map(Item::Table)).collect();
        let mut flow = columns::arrange(items, usual.size);
        settle_edges(&mut flow);
        let PageLook { columns, spliced, unmapped } = ledger::look(&flow, sheet.unmapped);
        let page = Page::new(number, kind, count_words(&flow));
        pages.push(Page { label, columns, spliced, unmapped, confidence: sheet.confidence, ..page });
        flows.push(PageFlow { number, height, flow });
    }
    let (blocks, citations) = blocks::build(flows, usual, &hyphens, bookmarks);
    let furniture = (printed.into_iter().enumerate())
        .flat_map(|(page, lines)| lines.into_iter().map(move |text| (PageNumber::from_index(page), text)))
        .map(|(page, text)| Furniture { page, text })
        .collect();
    Document { format: Format::Pdf, title, pages, blocks, furniture, citations }
}

/// What the printed numbers say counts, unless the file's own labels say more than the mere position.
fn labels_of(printed: Vec<Option<String>>, given: Option<Vec<String>>) -> Vec<Option<String>> {
    let Some(given) = given else { return printed };
    let plain = given.iter().enumerate().all(|(index, label)| label.is_empty() || *label == (index + 1).to_string());
    if plain && printed.iter().any(Option::is_some) {
        return printed;
    }
    given.into_iter().map(|label| Some(label).filter(|label| !label.is_empty())).collect()
}

/// The size most letters have, and the distance most lines of that size keep.
fn usual(sheets: &[Sheet]) -> Usual {
    let mut letters: BTreeMap<i32, usize> = BTreeMap::new();
    let all = || {
        let in_tables = sheets.iter().flat_map(|sheet| &sheet.tables).flat_map(|table| &table.body.rows);
        let cells = in_tables.flat_map(|row| row.cells.iter().flatten());
        sheets.iter().flat_map(|sheet| &sheet.pieces).chain(cells)
    };
    for word in all().flat_map(|piece| &piece.words) {
        *letters.entry((word.size * 4.0).round() as i32).or_default() += word.text.len();
    }
    let size = letters.iter().max_by_key(|(_, count)| **count).map_or(11.0, |(size, _)| *size as f32 / 4.0);

    let mut inks: BTreeMap<u16, usize> = BTreeMap::new();
    for word in all().flat_map(|piece| &piece.words).filter(|word| (word.size / size - 1.0).abs() < 0.06) {
        *inks.entry(word.colour).or_default() += word.text.len();
    }
    let colour = inks.iter().max_by_key(|(_, count)| **count).map_or(0, |(ink, _)| *ink);

    let mut pitches: BTreeMap<i32, usize> = BTreeMap::new();
    for sheet in sheets {
        for pair in sheet.pieces.windows(2) {
            let pitch = (pair[1].base - pair[0].base) / size;
            let alike = pair.iter().all(|piece| (piece.size / size - 1.0).abs() < 0.06 && piece.words.len() > 3);
            if alike && (0.9..2.6).contains(&pitch) && (pair[0].x0 - pair[1].x0).abs() < 4.0 * size {
                *pitches.entry((pitch * 20.0).round() as i32).or_default() += 1;
            }
        }
    }
    let pitch = pitches.iter().max_by_key(|(_, count)| **count).map_or(1.25, |(pitch, _)| *pitch as f32 / 20.0);
    Usual { size, pitch: pitch.max(1.1), colour }
}

fn vocabulary(sheets: &[Sheet]) -> Hyphens {
    let mut hyphens = Hyphens::default();
    for piece in sheets.iter().flat_map(|sheet| &sheet.pieces) {
        // The last word of a line may be the first half of one.
        for word in piece.words.iter().rev().skip(1) {
            hyphens.note(&word.text);
        }
    }
    let ends = sheets.iter().flat_map(|sheet| sheet.pieces.windows(2)).filter_map(|pair| {
        let (left, right) = (pair[0].words.last()?, pair[1].words.first()?);
        (left.text.len() > 1 && left.text.ends_with(['-', '\u{2010}'])).then_some((&*left.text, &*right.text))
    });
    hyphens.settle(ends, sheets.iter().map(|sheet| sheet.pieces.len()).sum());
    hyphens
}

fn take_furniture(sheets: &mut [Sheet], usual: Usual) -> Vec<Vec<Piece>> {
    let views: Vec<furniture::Sheet<'_>> =
        sheets.iter().map(|sheet| furniture::Sheet { height: sheet.height, pieces: &sheet.pieces }).collect();
    let found = furniture::find(&views, usual.size);
    let mut taken = Vec::with_capacity(sheets.len());
    for (sheet, is_furniture) in sheets.iter_mut().zip(found) {
        let (furniture, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut sheet.pieces).into_iter().zip(is_furniture).partition(|(_, furniture)| *furniture);
        sheet.pieces = rest.into_iter().map(|(piece, _)| piece).collect();
        taken.push(furniture.into_iter().map(|(piece, _)| piece).collect());
    }
    taken
}

/// Sets each column's right edge where most of its long lines end.
fn settle_edges(flow: &mut [Flow]) {
    let key = |line: &FlowLine| (line.left.round() as i32, line.right.round() as i32);
    let mut ends: BTreeMap<(i32, i32), Vec<f32>> = BTreeMap::new();
    for element in flow.iter() {
        if let Flow::Line(line) = element {
            ends.entry(key(line)).or_default().push(line.piece.x1);
        }
    }
    for ends in ends.values_mut() {
        ends.sort_by(f32::total_cmp);
    }
    for element in flow.iter_mut() {
        if let Flow::Line(line) = element
            && let Some(ends) = ends.get(&key(line))
        {
            let edge = ends[(ends.len() * 9 / 10).min(ends.len() - 1)];
            line.right = line.right.min(edge.max(line.piece.x1));
        }
    }
}

fn count_words(flow: &[Flow]) -> u32 {
    let words = |element: &Flow| match element {
        Flow::Line(line) => line.piece.words.len(),
        Flow::Table(body) => {
            body.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|piece| piece.words.len()).sum()
        }
    };
    flow.iter().map(words).sum::<usize>() as u32
}

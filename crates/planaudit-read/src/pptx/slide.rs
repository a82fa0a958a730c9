//! One slide: its shapes, tables and diagrams become blocks; its pictures are measured.

use super::deck::Deck;
use super::paragraph::Paragraph;
use crate::document::Block;
use crate::error::ReadError;
use crate::ledger::PageNumber;
use crate::office::package::Package;
use crate::office::paragraph::Finished;
use crate::office::table::Table;
use crate::office::xml::{Element, Met, Part};

/// A slide as read.
pub(super) struct Slide {
    pub(super) blocks: Vec<Block>,
    /// Share of the slide that pictures cover.
    pub(super) pictures: f64,
}

/// What is counted from slide to slide.
#[derive(Default)]
pub(super) struct Count {
    tables: u32,
    /// Whether a slide that opens a section has come, so that the titles of others stand below it.
    sections: bool,
}

/// What a shape's text is to its slide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Its title, of a level.
    Title(u8),
    /// Its main text.
    Body,
    /// A box of its own.
    Free,
}

pub(super) fn read(
    package: &mut Package<'_>,
    name: &str,
    page: PageNumber,
    deck: &Deck,
    count: &mut Count,
) -> Result<Slide, ReadError> {
    let part = package.needed(name)?;
    let relations = package.relations(name)?;
    let layout = relations.iter().find(|relation| relation.kind == "slideLayout").map(|relation| &relation.target);
    let layout = layout.map(|layout| package.part(layout)).transpose()?.flatten();
    let opens_section = layout.is_some_and(|layout| is_section_header(&layout));
    count.sections |= opens_section;
    let mut walker = Walker::new(page, count.tables, if count.sections && !opens_section { 3 } else { 2 });
    walker.read(&part)?;
    if walker.hidden {
        return Ok(Slide { blocks: Vec::new(), pictures: 0.0 });
    }
    for id in std::mem::take(&mut walker.diagrams) {
        let Some(target) = relations.iter().find(|relation| relation.id == id).map(|relation| &relation.target) else {
            continue;
        };
        if let Some(diagram) = package.part(target)? {
            walker.read(&diagram)?;
        }
    }
    count.tables = walker.table_count;
    // A title reads first, wherever it stands among the shapes.
    walker.blocks.sort_by_key(|(rank, _)| *rank);
    let blocks = walker.blocks.into_iter().map(|(_, block)| block).collect();
    Ok(Slide { blocks, pictures: walker.pictures / deck.area.max(1.0) })
}

/// Whether a layout is the one for slides that open a section.
fn is_section_header(layout: &Part) -> bool {
    let mut found = false;
    // A layout that cannot be read tells nothing.
    let read = layout.each(|element| {
        found |= element.name() == "sldLayout" && element.attribute("type").is_some_and(|kind| kind == "secHead");
    });
    read.is_ok() && found
}

struct Walker {
    page: PageNumber,
    /// The level of the slide's title.
    level: u8,
    path: Vec<String>,
    skipped: usize,
    chosen: Vec<bool>,
    /// What the present shape is; none where its text is left out.
    place: Option<Place>,
    paragraph: Option<Paragraph>,
    /// The finished paragraphs of the present shape.
    shape: Vec<Paragraph>,
    table: Option<Table>,
    cell: Vec<Finished>,
    table_count: u32,
    line: u32,
    diagrams: Vec<String>,
    pictures: f64,
    hidden: bool,
    blocks: Vec<(u8, Block)>,
}

impl Walker {
    fn new(page: PageNumber, tables: u32, level: u8) -> Self {
        Self {
            page,
            level,
            path: Vec::new(),
            skipped: 0,
            chosen: Vec::new(),
            place: Some(Place::Free),
            paragraph: None,
            shape: Vec::new(),
            table: None,
            cell: Vec::new(),
            table_count: tables,
            line: 0,
            diagrams: Vec::new(),
            pictures: 0.0,
            hidden: false,
            blocks: Vec::new(),
        }
    }

    fn read(&mut self, part: &Part) -> Result<(), ReadError> {
        part.walk(|met| match met {
            Met::Start(element) => self.start(&element),
            Met::End => self.end(),
            Met::Text(text) => self.text(text),
        })
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        if self.skipped > 0 || self.is_left_out(element) {
            self.skipped += 1;
            return;
        }
        let parent = self.path.last().map_or("", String::as_str);
        match name {
            "sld" => self.hidden = element.attribute("show").is_some_and(|show| show == "0" || show == "false"),
            "AlternateContent" => self.chosen.push(false),
            // A point of a diagram holds text like a shape.
            "sp" | "pt" => self.place = Some(Place::Free),
            "ph" => self.place = self.place_of(element),
            "p" if matches!(parent, "txBody" | "t") => {
                self.line += 1;
                self.paragraph = Some(Paragraph::new(self.page, self.line));
            }
            "r" | "fld" => self.paragraph.iter_mut().for_each(Paragraph::start_run),
            "br" => self.paragraph.iter_mut().for_each(Paragraph::line_break),
            "tbl" => {
                self.line += 1;
                self.table = Some(Table::on_page(self.page, self.line));
            }
            "tr" => self.table.iter_mut().for_each(Table::start_row),
            "tc" => self.table.iter_mut().for_each(Table::start_cell),
            "relIds" => self.diagrams.extend(element.attribute("dm")),
            "ext" if parent == "xfrm" && self.path.iter().any(|name| name == "pic") => {
                let side = |name| f64::from(element.number(name).unwrap_or(0));
                self.pictures += side("cx") * side("cy");
            }
            _ => self.paragraph.iter_mut().for_each(|paragraph| paragraph.property(element, parent)),
        }
        self.path.push(name.to_owned());
    }

    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(name) = self.path.pop() else { return };
        match name.as_str() {
            "p" => {
                let paragraph = self.paragraph.take().filter(|paragraph| !paragraph.is_empty());
                if self.table.is_some() {
                    self.cell
                        .extend(paragraph.and_then(|paragraph| paragraph.finish(Place::Free, 1, self.level, true)));
                } else {
                    self.shape.extend(paragraph);
                }
            }
            "txBody" | "pt" if self.table.is_none() => self.end_shape(),
            "tc" => {
                let cell = std::mem::take(&mut self.cell);
                if let Some(table) = &mut self.table {
                    table.end_cell(cell);
                }
            }
            "tbl" => {
                if let Some(table) = self.table.take() {
                    let rows = table.finish(&mut self.table_count);
                    self.blocks.extend(rows.into_iter().map(|finished| (1, finished.block)));
                }
            }
            "AlternateContent" => drop(self.chosen.pop()),
            _ => {}
        }
    }

    fn end_shape(&mut self) {
        let paragraphs = std::mem::take(&mut self.shape);
        let Some(place) = self.place else { return };
        let among = paragraphs.len();
        for paragraph in paragraphs {
            let finished = paragraph.finish(place, among, self.level, false);
            let rank = u8::from(!matches!(place, Place::Title(_)));
            self.blocks.extend(finished.map(|finished| (rank, finished.block)));
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped == 0
            && self.path.last().is_some_and(|name| name == "t")
            && let Some(paragraph) = &mut self.paragraph
        {
            paragraph.text(text);
        }
    }

    /// What a placeholder's text is; none for dates, numbers, headers and footers.
    fn place_of(&self, placeholder: &Element<'_>) -> Option<Place> {
        match placeholder.attribute("type").as_deref() {
            Some("ctrTitle") => Some(Place::Title(1)),
            Some("title") => Some(Place::Title(self.level)),
            Some("dt" | "ftr" | "hdr" | "sldNum" | "sldImg") => None,
            None | Some("body" | "obj") => Some(Place::Body),
            Some(_) => Some(Place::Free),
        }
    }

    /// Second alternatives and numbers of slides.
    fn is_left_out(&mut self, element: &Element<'_>) -> bool {
        match element.name() {
            "fld" => element.attribute("type").is_some_and(|kind| kind == "slidenum"),
            "Choice" | "Fallback" => match self.chosen.last_mut() {
                Some(chosen) => std::mem::replace(chosen, true),
                None => false,
            },
            // What a shape says of itself for those who do not see it is not printed.
            "cNvPr" | "extLst" => true,
            _ => false,
        }
    }
}

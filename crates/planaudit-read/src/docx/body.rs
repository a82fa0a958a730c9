//! The walk over a part of running text: the body or the notes.

use super::looks::Looks;
use super::paragraph::Paragraph;
use crate::document::BlockKind;
use crate::error::ReadError;
use crate::office::paragraph::Finished;
use crate::office::table::Table;
use crate::office::xml::{Element, Met, Part};

/// What a part holds.
pub(super) struct Body {
    /// Its text; of a part of notes what stands outside them, which is nothing.
    pub(super) text: Vec<Finished>,
    /// Its notes, by their names.
    pub(super) notes: Vec<(NoteName, Vec<Finished>)>,
    /// The notes that its text cites: the first is number 1.
    pub(super) cited: Vec<NoteName>,
}

/// Whether a note stands at the end of the document, and its id.
pub(super) type NoteName = (bool, String);

/// Reads a part.
pub(super) fn read(part: &Part, looks: &Looks) -> Result<Body, ReadError> {
    let mut walker = Walker {
        looks,
        path: Vec::new(),
        skipped: 0,
        chosen: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        flows: vec![Vec::new()],
        heading: 1,
        table_count: 0,
        notes: Vec::new(),
        names: Vec::new(),
        cited: Vec::new(),
    };
    part.walk(|met| match met {
        Met::Start(element) => walker.start(&element),
        Met::End => walker.end(),
        Met::Text(text) => walker.text(text),
    })?;
    let text = walker.flows.into_iter().flatten().collect();
    Ok(Body { text, notes: walker.notes, cited: walker.cited })
}

struct Walker<'a> {
    looks: &'a Looks,
    /// The names of the open elements.
    path: Vec<String>,
    /// Open elements within, and with, one that is left out.
    skipped: usize,
    /// For each open `AlternateContent`, whether one of its alternatives has been taken.
    chosen: Vec<bool>,
    /// The open paragraphs; more than one where a text box hangs on a paragraph.
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// What has been finished: of the part, and of each open table cell.
    flows: Vec<Vec<Finished>>,
    heading: u8,
    table_count: u32,
    notes: Vec<(NoteName, Vec<Finished>)>,
    /// Of the open notes.
    names: Vec<NoteName>,
    cited: Vec<NoteName>,
}

impl Walker<'_> {
    fn start(&mut self, element: &Element<'_>) {
        if self.skipped > 0 || self.is_left_out(element) {
            self.skipped += 1;
            return;
        }
        let name = element.name();
        let parent = self.path.last().map_or("", String::as_str);
        match name {
            "p" => self.paragraphs.push(Paragraph::new(self.looks)),
            "tbl" => self.tables.push(Table::default()),
            "tr" => self.tables.iter_mut().last().into_iter().for_each(Table::start_row),
            "tc" => {
                self.tables.iter_mut().last().into_iter().for_each(Table::start_cell);
                self.flows.push(Vec::new());
            }
            "footnote" | "endnote" => {
                self.names.push((name == "endnote", id(element)));
                self.flows.push(Vec::new());
            }
            "AlternateContent" => self.chosen.push(false),
            "r" => self.paragraphs.iter_mut().last().into_iter().for_each(Paragraph::start_run),
            _ if parent == "trPr" || parent == "tcPr" => {
                self.tables.iter_mut().last().into_iter().for_each(|table| property(table, element, parent));
            }
            _ => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    match (parent, name) {
                        ("r", "tab" | "br" | "cr" | "ptab") => paragraph.text(" "),
                        ("r", "noBreakHyphen") => paragraph.text("-"),
                        ("r", "footnoteReference" | "endnoteReference") => {
                            self.cited.push((name == "endnoteReference", id(element)));
                            paragraph.note(self.cited.len() as u32);
                        }
                        _ => paragraph.property(element, parent, self.looks),
                    }
                }
            }
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
                let in_table = !self.tables.is_empty();
                let finished = self.paragraphs.pop().and_then(|paragraph| paragraph.finish(self.heading, in_table));
                if let Some(finished) = &finished
                    && finished.styled_heading
                    && let BlockKind::Heading { level } = finished.block.kind
                {
                    self.heading = level;
                }
                self.flow().extend(finished);
            }
            "r" => self.paragraphs.iter_mut().last().into_iter().for_each(Paragraph::end_run),
            "tc" => {
                let content = if self.flows.len() > 1 { self.flows.pop().unwrap_or_default() } else { Vec::new() };
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(content);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    let nested = !self.tables.is_empty();
                    let mut number = self.table_count;
                    let blocks = table.finish(&mut number);
                    if !nested {
                        self.table_count = number;
                    }
                    self.flow().extend(blocks);
                }
            }
            "footnote" | "endnote" => {
                let content = if self.flows.len() > 1 { self.flows.pop().unwrap_or_default() } else { Vec::new() };
                self.notes.extend(self.names.pop().map(|name| (name, content)));
            }
            "AlternateContent" => drop(self.chosen.pop()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped == 0
            && self.path.last().is_some_and(|name| name == "t")
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.text(text);
        }
    }

    fn flow(&mut self) -> &mut Vec<Finished> {
        if self.flows.is_empty() {
            self.flows.push(Vec::new());
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    /// Deleted text, earlier properties, field codes, second alternatives, and the rules over notes.
    fn is_left_out(&mut self, element: &Element<'_>) -> bool {
        let name = element.name();
        match name {
            "del" | "moveFrom" => !self.path.last().is_some_and(|parent| matches!(parent.as_str(), "rPr" | "trPr")),
            "instrText" | "delText" | "delInstrText" | "sdtPr" | "rt" => true,
            "footnote" | "endnote" => element.attribute("type").is_some_and(|kind| kind != "normal"),
            "Choice" | "Fallback" => match self.chosen.last_mut() {
                Some(chosen) => std::mem::replace(chosen, true),
                None => false,
            },
            _ => name.len() > 6 && name.ends_with("Change"),
        }
    }
}

fn id(element: &Element<'_>) -> String {
    element.attribute("id").unwrap_or_default()
}

/// Takes note of a property of the present row or cell of a table.
fn property(table: &mut Table, element: &Element<'_>, parent: &str) {
    match (parent, element.name()) {
        ("trPr", "tblHeader") if element.is_on() => table.mark_header(),
        ("trPr", "gridBefore") => table.skip_columns(element.number("val").unwrap_or(0)),
        ("tcPr", "gridSpan") => table.span(element.number("val").unwrap_or(1)),
        _ => {}
    }
}

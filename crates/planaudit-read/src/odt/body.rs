//! The walk over the text of a document.

use super::looks::{Look, LookKind, Looks};
use crate::document::{Block, BlockKind, Citation};
use crate::error::ReadError;
use crate::office::paragraph::{self, Finished};
use crate::office::table::Table;
use crate::office::xml::{Element, Met, Part};
use crate::plain::joiner::LineJoiner;

/// Cells and rows that one element may stand for.
const MOST_REPEATED: u32 = 64;

/// Reads a document's blocks, its notes last, and which block cites which.
pub(super) fn read(content: &Part, looks: &Looks) -> Result<(Vec<Block>, Vec<Citation>), ReadError> {
    let mut walker = Walker::new(looks);
    content.walk(|met| match met {
        Met::Start(element) => walker.start(&element),
        Met::End => walker.end(),
        Met::Text(text) => walker.text(text),
    })?;
    let (mut blocks, mut marks) = (Vec::new(), Vec::new());
    for finished in walker.flows.into_iter().flatten() {
        marks.extend(finished.notes.into_iter().map(|number| (number, blocks.len())));
        blocks.push(finished.block);
    }
    let noted = walker.notes.iter().enumerate().map(|(index, (number, _))| (*number, blocks.len() + index)).collect();
    blocks.extend(walker.notes.into_iter().map(|(_, note)| note));
    Ok((blocks, Citation::join(noted, marks)))
}

/// An open paragraph.
struct Paragraph {
    joiner: LineJoiner<'static>,
    look: Look,
    /// For a heading element its level.
    heading: Option<u8>,
    /// The looks of the open spans.
    spans: Vec<Look>,
    /// Depth of the list it is an item of.
    item: Option<u8>,
    /// The notes it cites.
    notes: Vec<u32>,
}

struct Walker<'a> {
    looks: &'a Looks,
    path: Vec<String>,
    skipped: usize,
    /// Whether the walk is within the document's text.
    inside: bool,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// How often the open cells stand for themselves and empty ones.
    repeated: Vec<u32>,
    /// What has been finished: of the document, and of each open cell and note.
    flows: Vec<Vec<Finished>>,
    /// The notes with their numbers.
    notes: Vec<(u32, Block)>,
    /// The numbers of the open notes.
    numbers: Vec<u32>,
    /// For each open list whether the text stands in an item.
    lists: Vec<bool>,
    heading: u8,
    table_count: u32,
    note_count: u32,
}

impl<'a> Walker<'a> {
    fn new(looks: &'a Looks) -> Self {
        Self {
            looks,
            path: Vec::new(),
            skipped: 0,
            inside: false,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            repeated: Vec::new(),
            flows: vec![Vec::new()],
            notes: Vec::new(),
            numbers: Vec::new(),
            lists: Vec::new(),
            heading: 1,
            table_count: 0,
            note_count: 0,
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        let parent = self.path.last().map_or("", String::as_str);
        if self.skipped > 0 || is_left_out(name, parent) {
            self.skipped += 1;
            return;
        }
        match name {
            "text" if parent == "body" => self.inside = true,
            _ if !self.inside => {}
            "p" | "h" => self.start_paragraph(element),
            "span" => {
                let look = self.looks.of("text", element.attribute("style-name"));
                self.paragraphs.iter_mut().last().into_iter().for_each(|paragraph| paragraph.spans.push(look));
            }
            "s" | "tab" | "line-break" => self.text_of_paragraph(" "),
            "list" => self.lists.push(false),
            "list-item" => self.lists.iter_mut().last().into_iter().for_each(|inside| *inside = true),
            "list-header" => self.lists.iter_mut().last().into_iter().for_each(|inside| *inside = false),
            "note" => {
                self.note_count += 1;
                self.numbers.push(self.note_count);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph::push(&mut paragraph.joiner, &self.note_count.to_string(), false, true);
                    paragraph.notes.push(self.note_count);
                }
            }
            "note-body" => self.flows.push(Vec::new()),
            "table" => self.tables.push(Table::default()),
            "table-row" => {
                let in_header = parent == "table-header-rows";
                if let Some(table) = self.tables.last_mut() {
                    table.start_row();
                    if in_header {
                        table.mark_header();
                    }
                }
            }
            "table-cell" | "covered-table-cell" => {
                let times = element.number("number-columns-repeated").unwrap_or(1).clamp(1, MOST_REPEATED);
                self.tables.iter_mut().last().into_iter().for_each(Table::start_cell);
                self.repeated.push(times);
                self.flows.push(Vec::new());
            }
            _ => {}
        }
        self.path.push(name.to_owned());
    }

    fn start_paragraph(&mut self, element: &Element<'_>) {
        let look = self.looks.of("paragraph", element.attribute("style-name"));
        let heading = (element.name() == "h").then(|| element.number("outline-level").unwrap_or(1).clamp(1, 6) as u8);
        let item = self.lists.last().copied().unwrap_or(false).then(|| (self.lists.len() - 1).min(8) as u8);
        self.paragraphs.push(Paragraph {
            joiner: LineJoiner::default(),
            look,
            heading,
            spans: Vec::new(),
            item,
            notes: Vec::new(),
        });
    }

    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(name) = self.path.pop() else { return };
        if !self.inside {
            return;
        }
        match name.as_str() {
            "text" if self.path.last().is_some_and(|parent| parent == "body") => self.inside = false,
            "p" | "h" => {
                let in_table = !self.tables.is_empty();
                let finished = self.paragraphs.pop().and_then(|paragraph| paragraph.finish(self.heading, in_table));
                if let Some(Finished {
                    block: Block { kind: BlockKind::Heading { level }, .. }, styled_heading, ..
                }) = &finished
                    && *styled_heading
                {
                    self.heading = *level;
                }
                self.flow().extend(finished);
            }
            "span" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.spans.pop();
                }
            }
            "list" => drop(self.lists.pop()),
            "list-item" => self.lists.iter_mut().last().into_iter().for_each(|inside| *inside = false),
            "note-body" => {
                let note = self.pop_flow();
                let text: Vec<&str> = note.iter().map(|finished| finished.block.text.as_str()).collect();
                if let Some(number) = self.numbers.last().filter(|_| !text.is_empty()) {
                    self.notes.push((*number, Block::one_line(BlockKind::Footnote, text.join(" "), None, 0)));
                }
            }
            "note" => drop(self.numbers.pop()),
            "table-cell" | "covered-table-cell" => {
                let content = self.pop_flow();
                let times = self.repeated.pop().unwrap_or(1);
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(content);
                    (1..times).for_each(|_| table.start_cell());
                }
            }
            "table" => {
                if let Some(table) = self.tables.pop() {
                    let mut number = self.table_count;
                    let blocks = table.finish(&mut number);
                    // The rows of a nested table become text of the cell around it.
                    if self.tables.is_empty() {
                        self.table_count = number;
                    }
                    self.flow().extend(blocks);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let within =
            matches!(self.path.last().map(String::as_str), Some("p" | "h" | "span" | "a" | "meta" | "ruby-base"))
                || self.path.last().is_some_and(|name| is_field(name));
        if self.skipped == 0 && self.inside && within {
            self.text_of_paragraph(text);
        }
    }

    fn text_of_paragraph(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let last = |of: fn(&Look) -> Option<bool>| paragraph.spans.iter().rev().find_map(of);
            let hidden = paragraph.look.hidden || paragraph.spans.iter().any(|span| span.hidden);
            let strong = last(|look| look.bold).or(paragraph.look.bold).unwrap_or(false);
            let raised = last(|look| look.raised).unwrap_or(false);
            if !hidden {
                paragraph::push(&mut paragraph.joiner, text, strong, raised);
            }
        }
    }

    fn flow(&mut self) -> &mut Vec<Finished> {
        if self.flows.is_empty() {
            self.flows.push(Vec::new());
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    fn pop_flow(&mut self) -> Vec<Finished> {
        if self.flows.len() > 1 { self.flows.pop().unwrap_or_default() } else { Vec::new() }
    }
}

impl Paragraph {
    fn finish(self, heading: u8, in_table: bool) -> Option<Finished> {
        // A whole paragraph of text in a heading's style is a slip of the writer's.
        let short = self.joiner.text().split_whitespace().count() <= 60;
        let styled = match (self.heading, self.look.kind) {
            (Some(level), _) | (None, LookKind::Heading(level)) => Some(level).filter(|_| short),
            _ => None,
        };
        let kind = match (styled, self.look.kind, self.item) {
            (Some(level), _, _) => BlockKind::Heading { level },
            (None, LookKind::Caption, _) => BlockKind::Caption,
            (None, LookKind::Quotation, _) => BlockKind::Quotation,
            (None, _, Some(depth)) => BlockKind::ListItem { depth },
            _ if in_table => BlockKind::Paragraph,
            _ => paragraph::by_look(&self.joiner, heading),
        };
        paragraph::finish(self.joiner, kind, styled.is_some(), self.notes)
    }
}

/// Elements whose content is not printed, or not here.
fn is_left_out(name: &str, parent: &str) -> bool {
    match name {
        "tracked-changes" | "annotation" | "note-citation" | "ruby-text" | "forms" | "hidden-text" | "script"
        | "sequence-decls" | "variable-decls" | "user-field-decls" | "desc" | "object" => true,
        // Of a picture or frame; the field that prints the document's title stands in a paragraph.
        "title" => !matches!(parent, "p" | "h" | "span" | "a"),
        _ => false,
    }
}

/// Fields that print a value within a line.
fn is_field(name: &str) -> bool {
    matches!(
        name,
        "title"
            | "subject"
            | "date"
            | "time"
            | "author-name"
            | "creator"
            | "initial-creator"
            | "bookmark-ref"
            | "reference-ref"
            | "note-ref"
            | "sequence"
            | "user-defined"
            | "user-field-get"
            | "variable-get"
            | "placeholder"
            | "page-number"
            | "page-count"
            | "chapter"
    )
}

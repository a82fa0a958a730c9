//! Elements as they open and close, to blocks.

use scraper::node::Element;

use super::place::{Open, is_block, opened};
use super::table::Table;
use crate::document::{Block, BlockKind, Citation};
use crate::plain::joiner::LineJoiner;
use crate::plain::marks;

/// Writes the blocks of a page's content.
#[derive(Default)]
pub(super) struct Writer {
    blocks: Vec<Block>,
    joiner: LineJoiner<'static>,
    /// What the text stands in, outermost first.
    open: Vec<Open>,
    table: Option<Table>,
    table_count: u32,
    heading: u8,
    strong: u32,
    raised: u32,
    mail: Option<String>,
    /// The text of the present mail link: an address it does not show is added to it.
    mail_text: String,
    /// The places of the page that the block being written links to, and the names of its own place.
    links: Vec<String>,
    ids: Vec<String>,
    /// Places linked to, and places of notes, with their blocks.
    marks: Vec<(String, usize)>,
    notes: Vec<(String, usize)>,
}

impl Writer {
    pub(super) fn open(&mut self, element: &Element, holds_heading: bool, holds_header_cell: bool) {
        self.start(element, holds_heading, holds_header_cell);
        let anchor = element.attr("name").filter(|_| element.name() == "a");
        self.ids.extend(element.id().or(anchor).map(str::to_owned));
    }

    fn start(&mut self, element: &Element, holds_heading: bool, holds_header_cell: bool) {
        match element.name() {
            "b" | "strong" => self.strong += 1,
            "sup" => self.raised += 1,
            "br" => self.joiner().push(" ", false),
            "a" => {
                let address = element.attr("href").and_then(|href| href.strip_prefix("mailto:"));
                self.mail = address.map(|address| address.split('?').next().unwrap_or_default().to_owned());
                self.mail_text.clear();
                let place = element.attr("href").and_then(|href| href.strip_prefix('#'));
                self.links.extend(place.filter(|place| !place.is_empty()).map(str::to_owned));
            }
            "table" => self.open_table(element, holds_heading && !holds_header_cell),
            "tr" | "td" | "th" | "thead" if self.is_plain_table() => self.open_part(element),
            "dd" => {
                // A definition goes on after its term.
                if self.open.last() != Some(&Open::Term) {
                    self.flush();
                    self.open.push(Open::Term);
                }
                self.joiner().push(" ", false);
            }
            name => {
                if !is_block(name) {
                    return;
                }
                self.flush();
                if name == "dt" {
                    self.strong += 1;
                    if self.open.last() == Some(&Open::Term) {
                        self.open.pop();
                    }
                }
                if let Some(open) = opened(element) {
                    self.open.push(open);
                }
            }
        }
    }

    pub(super) fn close(&mut self, element: &Element) {
        match element.name() {
            "b" | "strong" => self.strong = self.strong.saturating_sub(1),
            "sup" => self.raised = self.raised.saturating_sub(1),
            "a" => {
                if let Some(address) = self.mail.take().filter(|address| !self.mail_text.contains(address.as_str())) {
                    self.joiner().push(&format!(" ({address})"), false);
                }
            }
            "table" => self.close_table(),
            "tr" | "td" | "th" | "thead" if self.is_plain_table() => self.close_part(element),
            "dt" => {
                self.strong = self.strong.saturating_sub(1);
                self.joiner().push(" ", false);
            }
            "dd" => {
                self.flush();
                if self.open.last() == Some(&Open::Term) {
                    self.open.pop();
                }
            }
            name => {
                if !is_block(name) {
                    return;
                }
                if name == "dl" && self.open.last() == Some(&Open::Term) {
                    self.flush();
                    self.open.pop();
                }
                self.flush();
                if let Some(open) = opened(element)
                    && self.open.last() == Some(&open)
                {
                    self.open.pop();
                }
            }
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.mail.is_some() {
            self.mail_text.push_str(text);
        }
        let strong = self.strong > 0;
        let figures = self.raised > 0 && text.trim().chars().all(|letter| letter.is_ascii_digit() || letter == ',');
        let joiner = self.joiner();
        if figures {
            joiner.push(&text.chars().map(marks::raised).collect::<String>(), strong);
        } else {
            // The arrow back from a note is no text.
            text.split(['↩', '\u{fe0e}']).for_each(|piece| joiner.push(piece, strong));
        }
    }

    /// The blocks, and what cites those that are notes.
    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<Citation>) {
        self.flush();
        (self.blocks, Citation::join(self.notes, self.marks))
    }

    fn keep(&mut self, block: Block) {
        let index = self.blocks.len();
        // A note's link leads back to where it is cited.
        let (ids, links) = (std::mem::take(&mut self.ids), std::mem::take(&mut self.links));
        if block.kind == BlockKind::Footnote {
            self.notes.extend(ids.into_iter().map(|id| (id, index)));
        } else {
            self.marks.extend(links.into_iter().map(|link| (link, index)));
        }
        self.blocks.push(block);
    }

    fn joiner(&mut self) -> &mut LineJoiner<'static> {
        match self.table.as_mut().and_then(Table::cell) {
            Some(cell) => cell,
            None => &mut self.joiner,
        }
    }

    fn is_plain_table(&self) -> bool {
        self.table.is_some()
    }

    fn open_table(&mut self, element: &Element, holds_text: bool) {
        if let Some(table) = &mut self.table {
            table.nested += 1;
            return;
        }
        self.flush();
        let layout = holds_text || matches!(element.attr("role"), Some("presentation" | "none"));
        if layout {
            self.open.push(Open::Layout);
        } else {
            self.table = Some(Table::new(self.table_count));
        }
    }

    fn close_table(&mut self) {
        match &mut self.table {
            Some(table) if table.nested > 0 => table.nested -= 1,
            Some(table) => {
                let row = table.end_row();
                self.table_count += u32::from(table.has_rows());
                self.table = None;
                if let Some(row) = row {
                    self.keep(row);
                }
                self.flush();
            }
            None => {
                self.flush();
                if let Some(at) = self.open.iter().rposition(|open| *open == Open::Layout) {
                    self.open.truncate(at);
                }
            }
        }
    }

    /// A row, a cell or the head of a table opens.
    fn open_part(&mut self, element: &Element) {
        let Some(table) = &mut self.table else { return };
        if table.nested > 0 {
            self.joiner().push(" ", false);
            return;
        }
        let span = |name| element.attr(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1);
        match element.name() {
            "tr" => {
                // What stands before the first row is its caption.
                let row = table.end_row();
                table.start_row();
                if let Some(row) = row {
                    self.keep(row);
                }
                self.flush();
            }
            "thead" => table.set_head(true),
            name => table.start_cell(name == "th", span("colspan"), span("rowspan")),
        }
    }

    fn close_part(&mut self, element: &Element) {
        let Some(table) = &mut self.table else { return };
        if table.nested > 0 {
            return;
        }
        match element.name() {
            "tr" => {
                let row = table.end_row();
                if let Some(row) = row {
                    self.keep(row);
                }
            }
            "thead" => table.set_head(false),
            _ => table.end_cell(),
        }
    }

    /// Ends the block being written; within a table cell only a blank.
    fn flush(&mut self) {
        if let Some(cell) = self.table.as_mut().and_then(Table::cell) {
            cell.push(" ", false);
            return;
        }
        let joiner = std::mem::take(&mut self.joiner);
        if joiner.is_empty() {
            return;
        }
        let kind = self.kind(&joiner);
        if let BlockKind::Heading { level } = kind
            && matches!(self.open.last(), Some(Open::Heading(_)))
        {
            self.heading = level;
        }
        let Some(mut block) = joiner.finish(kind) else { return };
        if let Some(rest) = marks::after_glyph(&block.text).filter(|rest| !rest.is_empty()) {
            let cut = block.text.len() - rest.len();
            crate::plain::joiner::cut_start(&mut block, cut);
            if block.kind == BlockKind::Paragraph {
                block.kind = BlockKind::ListItem { depth: 0 };
            }
        }
        self.keep(block);
    }

    fn kind(&self, joiner: &LineJoiner<'_>) -> BlockKind {
        let lists = self.open.iter().filter(|open| **open == Open::List).count();
        let inner = self.open.iter().rev().find(|open| !matches!(open, Open::List | Open::Layout));
        match inner {
            _ if self.open.contains(&Open::Notes) => BlockKind::Footnote,
            Some(Open::Heading(level)) => BlockKind::Heading { level: *level },
            Some(Open::Item | Open::Term) => {
                BlockKind::ListItem { depth: u8::try_from(lists.saturating_sub(1)).unwrap_or(u8::MAX) }
            }
            Some(Open::Quote) => BlockKind::Quotation,
            Some(Open::Caption) => BlockKind::Caption,
            _ if marks::is_caption(joiner.text()) => BlockKind::Caption,
            _ if joiner.is_all_strong() && marks::may_be_heading(joiner.text()) => {
                BlockKind::Heading { level: (self.heading.max(1) + 1).min(6) }
            }
            _ => BlockKind::Paragraph,
        }
    }
}

//! One page of Markdown to blocks.

mod header;
mod text;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::source::Sheet;
use super::tags::without_tags;
use crate::document::{Block, BlockKind};
use crate::ledger::PageNumber;
use crate::lines::Hyphens;
use crate::plain::joiner::LineJoiner;
use crate::plain::marks;

/// A block and, for an item of a numbered list, its number.
pub(super) struct Numbered {
    pub(super) block: Block,
    pub(super) number: Option<u32>,
}

/// Writes the blocks of one page.
pub(super) struct Writer<'a> {
    page: Option<PageNumber>,
    /// The blocks of the pages before.
    above: &'a [Block],
    blocks: Vec<Numbered>,
    hyphens: &'a Hyphens,
    joiner: LineJoiner<'a>,
    /// The file line last written to.
    line: Option<u32>,
    open: Vec<Open>,
    heading: u8,
    strong: u32,
    emphasis: u32,
    image: u32,
    raised: bool,
    /// Bold by marks the grammar does not take, such as `**this **`.
    loose_strong: bool,
    /// Such marks not yet acted upon.
    stars: usize,
    /// Something not in italics has come.
    upright: bool,
    /// The paragraph begins with a bullet glyph.
    glyph: bool,
    mail: Option<String>,
    table: u32,
    next_table: u32,
    cells: usize,
    raw: Option<Vec<(usize, String)>>,
}

/// What the text stands in.
enum Open {
    Quote,
    Footnote,
    List { next: Option<u64>, as_text: bool },
    Item { number: Option<u64> },
    Table,
    Heading,
}

/// Source within source (indented text, HTML) is read again this many times.
const DEEPEST: u8 = 3;

impl<'a> Writer<'a> {
    /// A writer that goes on from the blocks of the pages before, `tables` of them tables.
    pub(super) fn new(page: Option<PageNumber>, above: &'a [Block], tables: u32, hyphens: &'a Hyphens) -> Self {
        Self {
            page,
            above,
            blocks: Vec::new(),
            hyphens,
            joiner: LineJoiner::new(hyphens),
            line: None,
            open: Vec::new(),
            heading: above.iter().rev().find_map(heading_level).unwrap_or(1),
            strong: 0,
            emphasis: 0,
            image: 0,
            raised: false,
            loose_strong: false,
            stars: 0,
            upright: false,
            glyph: false,
            mail: None,
            table: tables,
            next_table: tables,
            cells: 0,
            raw: None,
        }
    }

    /// Reads the page; gives its blocks and the number of tables so far.
    pub(super) fn read(mut self, sheet: &Sheet) -> (Vec<Numbered>, u32) {
        self.run(sheet, 0);
        (self.blocks, self.next_table)
    }

    fn run(&mut self, sheet: &Sheet, depth: u8) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        for (event, range) in Parser::new_ext(&sheet.text, options).into_offset_iter() {
            let at = range.start;
            match event {
                Event::Start(tag) => self.start(tag, sheet, at),
                Event::End(tag) => self.end(tag, sheet, depth),
                Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                    self.text(&text, sheet, at);
                }
                Event::Html(html) => self.text(&html, sheet, at),
                Event::InlineHtml(tag) => self.inline_tag(&tag),
                Event::Rule => self.close(),
                Event::SoftBreak | Event::HardBreak => self.joiner.push(" ", false),
                Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            }
        }
        self.close();
    }

    fn start(&mut self, tag: Tag<'_>, sheet: &Sheet, at: usize) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Image { .. } => self.image += 1,
            Tag::Link { link_type, dest_url, .. } => {
                let address = dest_url.strip_prefix("mailto:").filter(|_| link_type != LinkType::Email);
                self.mail = address.map(|address| address.split('?').next().unwrap_or_default().to_owned());
            }
            Tag::TableRow => self.cells = 0,
            Tag::TableCell => {
                if self.cells > 0 {
                    self.joiner.next_cell();
                }
                self.cells += 1;
            }
            Tag::List(next) => {
                // "- 2. The people we serve": an item that is nothing but a numbered list keeps the number as text.
                let bare = matches!(self.open.last(), Some(Open::Item { .. })) && self.item_is_empty(sheet, at);
                self.close();
                self.open.push(Open::List { next, as_text: bare && next.is_some() });
            }
            Tag::Item => self.start_item(sheet, at),
            block => {
                self.close();
                match block {
                    Tag::BlockQuote(_) => self.open.push(Open::Quote),
                    Tag::FootnoteDefinition(_) => self.open.push(Open::Footnote),
                    Tag::Table(_) => self.open.push(Open::Table),
                    Tag::TableHead => self.cells = 0,
                    Tag::Heading { .. } => self.open.push(Open::Heading),
                    Tag::CodeBlock(_) | Tag::HtmlBlock => self.raw = Some(Vec::new()),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd, sheet: &Sheet, depth: u8) {
        match tag {
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            TagEnd::Link => {
                if let Some(address) = self.mail.take().filter(|address| !self.joiner.text().contains(address)) {
                    self.joiner.push(&format!(" ({address})"), false);
                }
            }
            TagEnd::Heading(level) => {
                self.open.pop();
                let level = level as u8;
                // Converters make headings of page numbers.
                if marks::is_page_number(self.joiner.text()) {
                    self.finish(BlockKind::Paragraph);
                } else {
                    self.heading = level;
                    self.finish(BlockKind::Heading { level });
                }
            }
            TagEnd::TableHead => self.end_header(),
            TagEnd::TableRow => {
                let row = self.take_joiner().finish_row(self.table, false);
                self.keep(row, None);
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                let lines = self.raw.take().unwrap_or_default();
                self.inner(&lines, sheet, depth, tag == TagEnd::HtmlBlock);
            }
            TagEnd::Paragraph => self.close(),
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::Table | TagEnd::Item | TagEnd::List(_) => {
                self.close();
                self.open.pop();
            }
            _ => {}
        }
    }

    fn start_item(&mut self, sheet: &Sheet, at: usize) {
        self.close();
        let Some(Open::List { next, as_text }) = self.open.last_mut() else { return };
        let (number, as_text) = (*next, *as_text);
        *next = number.map(|number| number.saturating_add(1));
        self.open.push(Open::Item { number });
        if let Some(number) = number.filter(|_| as_text) {
            self.text(&format!("{number}. "), sheet, at);
        }
    }

    /// Whether nothing of the current item has been written: its list begins on the item's own line.
    fn item_is_empty(&self, sheet: &Sheet, at: usize) -> bool {
        let line_start = sheet.text[..at].rfind('\n').map_or(0, |feed| feed + 1);
        self.joiner.is_empty() && !sheet.text[line_start..at].trim().is_empty()
    }

    /// Reads the text of an indented block or of HTML as Markdown; a fenced block as plain lines.
    fn inner(&mut self, pieces: &[(usize, String)], sheet: &Sheet, depth: u8, html: bool) {
        let mut text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
        if html {
            text = without_tags(&text);
        }
        let first = pieces.first().map_or(0, |(at, _)| sheet.line_at(*at));
        let mut inner = Sheet::default();
        for (index, line) in text.lines().enumerate() {
            inner.push(line.trim_start(), first + index as u32);
        }
        if depth < DEEPEST {
            self.run(&inner, depth + 1);
        } else {
            self.text(&inner.text, &inner, 0);
            self.close();
        }
    }

    /// Ends whatever text is open, as the kind its place and look make it.
    fn close(&mut self) {
        if self.joiner.is_empty() {
            self.glyph = false;
            return;
        }
        let lists = self.open.iter().filter(|open| matches!(open, Open::List { as_text: false, .. })).count();
        let mut number = None;
        let kind = match self.open.last() {
            Some(Open::Item { number: of_item }) => {
                number = of_item.and_then(|number| u32::try_from(number).ok());
                // A second paragraph of an item is of the list still: what leads the list in leads it in too.
                BlockKind::ListItem { depth: u8::try_from(lists.saturating_sub(1)).unwrap_or(u8::MAX) }
            }
            _ if self.glyph => BlockKind::ListItem { depth: u8::try_from(lists).unwrap_or(u8::MAX) },
            Some(Open::Quote) => BlockKind::Quotation,
            Some(Open::Footnote) => BlockKind::Footnote,
            _ => self.kind_by_look(),
        };
        let block = self.take_joiner().finish(kind);
        self.keep(block, number);
    }

    fn kind_by_look(&self) -> BlockKind {
        let text = self.joiner.text();
        let words = text.split_whitespace().count();
        if marks::is_caption(text) {
            BlockKind::Caption
        } else if !self.upright && words <= 60 {
            let quoted = text.starts_with(['“', '‘', '"']);
            if quoted { BlockKind::Quotation } else { BlockKind::Caption }
        } else if self.joiner.is_all_strong() && marks::may_be_heading(text) {
            BlockKind::Heading { level: (self.heading + 1).min(6) }
        } else {
            BlockKind::Paragraph
        }
    }

    fn finish(&mut self, kind: BlockKind) {
        let block = self.take_joiner().finish(kind);
        self.keep(block, None);
    }

    fn take_joiner(&mut self) -> LineJoiner<'a> {
        self.line = None;
        self.loose_strong = false;
        self.stars = 0;
        self.upright = false;
        self.glyph = false;
        std::mem::replace(&mut self.joiner, LineJoiner::new(self.hyphens))
    }

    fn keep(&mut self, block: Option<Block>, number: Option<u32>) {
        self.blocks.extend(block.map(|block| Numbered { block, number }));
    }
}

fn heading_level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading { level } => Some(level),
        _ => None,
    }
}

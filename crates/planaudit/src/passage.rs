//! Passages: the sentences, list items and table rows that are judged one by one.

mod sentence;

use std::ops::Range;

use planaudit_read::BlockKind;

use crate::analyser::Token;
use crate::context::Zone;
use crate::outline::Outline;
use crate::text::Text;

pub use sentence::sentences;

/// A sentence, a list item, a table row, a heading: what one verdict of a rule is about.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Tokens in it.
    pub tokens: Range<u32>,
    /// The block it is in.
    pub block: usize,
    /// The section it is in.
    pub section: usize,
    /// Where it stands, before its words are looked at.
    pub zone: Zone,
    /// Tokens of its paragraph; for a list, from the sentence that leads into it to the last item; for a table, all rows.
    pub paragraph: Range<u32>,
    /// Tokens of what stands above it inside its section: run-in title, lead-in sentence, table caption, header row.
    pub above: Vec<Range<u32>>,
    /// The lead-in or table header alone: the index of the passage.
    pub lead_in: Option<usize>,
}

/// List items and rows up to so many bytes stay whole; longer ones are cut into sentences.
const LONGEST_ITEM: usize = 420;

/// Cuts a text into passages.
pub fn passages(text: &Text, outline: &Outline, tokens: &[Token]) -> Vec<Passage> {
    let mut builder = Builder { text, outline, tokens, passages: Vec::new(), next_token: 0 };
    let groups = groups(text);
    for group in groups {
        builder.add_group(&group);
    }
    builder.passages
}

/// Blocks that make one paragraph: a paragraph with the list it leads into, a table with its caption, or one block.
struct Group {
    blocks: Range<usize>,
    /// Block whose last sentence leads into the rest.
    lead: Option<usize>,
    /// Header row of a table.
    header: Option<usize>,
}

fn groups(text: &Text) -> Vec<Group> {
    let blocks = text.blocks();
    let mut groups: Vec<Group> = Vec::new();
    let mut index = 0;
    while index < blocks.len() {
        let start = index;
        let mut lead = None;
        let mut header = None;
        match blocks[index].kind {
            BlockKind::Paragraph | BlockKind::Quotation => {
                index += 1;
                if leads(text, start)
                    && matches!(blocks.get(index).map(|block| &block.kind), Some(BlockKind::ListItem { .. }))
                {
                    lead = Some(start);
                    while matches!(blocks.get(index).map(|block| &block.kind), Some(BlockKind::ListItem { .. })) {
                        index += 1;
                    }
                }
            }
            BlockKind::ListItem { .. } => {
                while matches!(blocks.get(index).map(|block| &block.kind), Some(BlockKind::ListItem { .. })) {
                    index += 1;
                }
            }
            BlockKind::Caption | BlockKind::TableRow { .. } => {
                if blocks[index].kind == BlockKind::Caption {
                    lead = Some(index);
                    index += 1;
                }
                let table = match blocks.get(index).map(|block| &block.kind) {
                    Some(BlockKind::TableRow { table, .. }) => Some(*table),
                    _ => None,
                };
                while let Some(BlockKind::TableRow { table: of, header: is_header, .. }) =
                    blocks.get(index).map(|block| &block.kind)
                    && table == Some(*of)
                {
                    if *is_header && header.is_none() {
                        header = Some(index);
                    }
                    index += 1;
                }
            }
            BlockKind::Heading { .. } | BlockKind::Footnote => index += 1,
        }
        groups.push(Group { blocks: start..index.max(start + 1), lead, header });
        index = index.max(start + 1);
    }
    groups
}

/// Whether a paragraph announces the list below it.
fn leads(text: &Text, block: usize) -> bool {
    let range = text.blocks()[block].range.clone();
    let trimmed = text.as_str()[range].trim_end();
    trimmed.ends_with(':') || !trimmed.ends_with(['.', '!', '?', '”', '"'])
}

struct Builder<'a> {
    text: &'a Text,
    outline: &'a Outline,
    tokens: &'a [Token],
    passages: Vec<Passage>,
    next_token: usize,
}

impl Builder<'_> {
    fn add_group(&mut self, group: &Group) {
        let first = self.passages.len();
        let mut lead_passage = None;
        let mut header_passage = None;
        for block in group.blocks.clone() {
            let before = self.passages.len();
            let above_passage = if group.lead == Some(block) { None } else { lead_passage };
            self.add_block(block, above_passage, if group.header == Some(block) { None } else { header_passage });
            if group.lead == Some(block) && self.passages.len() > before {
                lead_passage = Some(self.passages.len() - 1);
            }
            if group.header == Some(block) && self.passages.len() > before {
                header_passage = Some(before);
            }
        }
        let (Some(start), Some(end)) = (
            self.passages.get(first).map(|passage| passage.tokens.start),
            self.passages.last().map(|passage| passage.tokens.end),
        ) else {
            return;
        };
        for passage in &mut self.passages[first..] {
            passage.paragraph = start..end;
        }
    }

    fn add_block(&mut self, index: usize, lead: Option<usize>, header: Option<usize>) {
        let block = &self.text.blocks()[index];
        let section = self.outline.section_of_block(index);
        let zone = zone_of_block(&block.kind, self.outline.sections()[section].zone);
        let words = &self.text.as_str()[block.range.clone()];
        let whole = match block.kind {
            BlockKind::Heading { .. } | BlockKind::Caption | BlockKind::TableRow { .. } => true,
            BlockKind::ListItem { .. } => words.len() <= LONGEST_ITEM,
            BlockKind::Paragraph | BlockKind::Footnote | BlockKind::Quotation => false,
        };
        let run_in = block.run_in().map(|range| self.token_range(&range));
        let mut above: Vec<Range<u32>> = Vec::new();
        above.extend(lead.map(|lead| self.passages[lead].tokens.clone()));
        above.extend(header.map(|header| self.passages[header].tokens.clone()));
        above.extend(run_in);
        let ranges = if whole { std::iter::once(0..words.len()).collect() } else { sentences(words) };
        for range in ranges {
            let range = block.range.start + range.start..block.range.start + range.end;
            let tokens = self.take_tokens(&range);
            self.passages.push(Passage {
                range,
                paragraph: tokens.clone(),
                tokens,
                block: index,
                section,
                zone,
                above: above.clone(),
                lead_in: header.or(lead),
            });
        }
    }

    /// Tokens of the next range of bytes; ranges come in order.
    fn take_tokens(&mut self, range: &Range<usize>) -> Range<u32> {
        while self.tokens.get(self.next_token).is_some_and(|token| (token.start as usize) < range.start) {
            self.next_token += 1;
        }
        let start = self.next_token;
        while self.tokens.get(self.next_token).is_some_and(|token| (token.start as usize) < range.end) {
            self.next_token += 1;
        }
        start as u32..self.next_token as u32
    }

    fn token_range(&self, range: &Range<usize>) -> Range<u32> {
        let start = self.tokens.partition_point(|token| (token.start as usize) < range.start);
        let end = self.tokens.partition_point(|token| (token.start as usize) < range.end);
        start as u32..end as u32
    }
}

fn zone_of_block(kind: &BlockKind, section: Zone) -> Zone {
    // What a section is outweighs the shape of a block: a row of a glossary is glossary.
    if !matches!(section, Zone::Body) {
        return match kind {
            BlockKind::Heading { .. } => Zone::Heading,
            _ => section,
        };
    }
    match kind {
        BlockKind::Heading { .. } => Zone::Heading,
        BlockKind::Paragraph => Zone::Body,
        BlockKind::ListItem { .. } => Zone::List,
        BlockKind::TableRow { .. } => Zone::Table,
        BlockKind::Caption => Zone::Caption,
        BlockKind::Footnote => Zone::Footnote,
        BlockKind::Quotation => Zone::Quotation,
    }
}

//! A table as its cells come in, and the blocks it turns out to be: rows, or the text of a box drawn as a table.

use super::paragraph::Finished;
use crate::document::{Block, BlockKind};
use crate::ledger::PageNumber;
use crate::plain::joiner::LineJoiner;

/// A table being read.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
    /// The page it stands on and its line there, where the format has pages.
    place: Option<(PageNumber, u32)>,
}

#[derive(Default)]
struct Row {
    header: bool,
    /// Grid columns left free before the first cell.
    before: u32,
    cells: Vec<Cell>,
}

#[derive(Default)]
struct Cell {
    span: u32,
    content: Vec<Finished>,
}

/// Columns a row is spread over at most, whatever it claims.
const WIDEST: u32 = 64;

/// Words in a cell under a heading from which on a table is a page's layout, not a table.
const LAYOUT_WORDS: usize = 40;

impl Table {
    pub(crate) fn on_page(page: PageNumber, line: u32) -> Self {
        Self { rows: Vec::new(), place: Some((page, line)) }
    }

    pub(crate) fn start_row(&mut self) {
        self.rows.push(Row::default());
    }

    pub(crate) fn start_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell { span: 1, content: Vec::new() });
        }
    }

    /// The present row is a header row.
    pub(crate) fn mark_header(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.header = true;
        }
    }

    /// So many columns are left free before the present row's first cell.
    pub(crate) fn skip_columns(&mut self, count: u32) {
        if let Some(row) = self.rows.last_mut() {
            row.before = count.min(WIDEST);
        }
    }

    /// The present cell takes so many columns.
    pub(crate) fn span(&mut self, columns: u32) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.span = columns.clamp(1, WIDEST);
        }
    }

    /// Ends the present cell.
    pub(crate) fn end_cell(&mut self, content: Vec<Finished>) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.content = content;
        }
    }

    /// Ends the table. `number` counts the document's tables and moves on if this is one.
    pub(crate) fn finish(self, number: &mut u32) -> Vec<Finished> {
        let full = |row: &&Row| row.cells.iter().any(|cell| !cell.content.is_empty());
        let rows: Vec<&Row> = self.rows.iter().filter(full).collect();
        let boxes = rows.iter().all(|row| row.cells.iter().filter(|cell| !cell.content.is_empty()).count() == 1);
        if boxes && rows.len() < 3 || self.is_layout() {
            return self.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.content).collect();
        }
        // A first row of one cell over rows of several is the table's caption.
        let title = rows.first().filter(|row| row.cells.len() == 1 && rows.iter().any(|row| row.cells.len() > 1));
        let caption = title.and_then(|row| row.finish(*number, false, self.place)).map(|mut finished| {
            finished.block.kind = BlockKind::Caption;
            finished
        });
        let rows = &rows[usize::from(caption.is_some())..];
        let marked = rows.iter().any(|row| row.header);
        let headed = rows.len() > 1 && rows.iter().any(|row| row.cells.len() > 1);
        let rows = rows
            .iter()
            .enumerate()
            .filter_map(|(index, row)| {
                row.finish(*number, if marked { row.header } else { headed && index == 0 }, self.place)
            })
            .collect::<Vec<_>>();
        *number += u32::from(!rows.is_empty());
        caption.into_iter().chain(rows).collect()
    }

    fn is_layout(&self) -> bool {
        let words = |cell: &Cell| -> usize {
            cell.content.iter().map(|paragraph| paragraph.block.text.split_whitespace().count()).sum()
        };
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| {
            cell.content.len() > 1
                && cell.content.iter().any(|paragraph| paragraph.styled_heading)
                && words(cell) > LAYOUT_WORDS
        })
    }
}

impl Row {
    fn finish(&self, table: u32, header: bool, place: Option<(PageNumber, u32)>) -> Option<Finished> {
        let block = self.block(table, header, place)?;
        let notes = self.cells.iter().flat_map(|cell| &cell.content).flat_map(|finished| &finished.notes);
        Some(Finished { block, strong: false, styled_heading: false, notes: notes.copied().collect() })
    }

    fn block(&self, table: u32, header: bool, place: Option<(PageNumber, u32)>) -> Option<Block> {
        let mut joiner = LineJoiner::default();
        if let Some((page, line)) = place {
            joiner.start_line(Some(page), line);
        }
        // A cell as wide as the table is the row's only one; else spans are filled up, to keep columns in line.
        let alone = self.cells.len() == 1;
        (0..self.before).for_each(|_| joiner.next_cell());
        for (index, cell) in self.cells.iter().enumerate() {
            if index > 0 {
                joiner.next_cell();
            }
            for Finished { block, strong, .. } in &cell.content {
                joiner.push(" ", false);
                push_block(&mut joiner, block, *strong);
            }
            if !alone {
                (1..cell.span).for_each(|_| joiner.next_cell());
            }
        }
        joiner.finish_row(table, header)
    }
}

/// Adds a block's text with its bold; the cells of a nested table come one after the other.
fn push_block(joiner: &mut LineJoiner<'_>, block: &Block, strong: bool) {
    if let BlockKind::TableRow { cells, .. } = &block.kind {
        for cell in cells {
            joiner.push(" ", false);
            joiner.push(&block.text[cell.clone()], false);
        }
        return;
    }
    let mut at = 0;
    for range in &block.strong {
        joiner.push(&block.text[at..range.start], false);
        joiner.push(&block.text[range.clone()], true);
        at = range.end;
    }
    joiner.push(&block.text[at..], strong);
}

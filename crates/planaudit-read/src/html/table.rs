//! A table's rows as its cells open and close.

use crate::document::Block;
use crate::plain::joiner::LineJoiner;

/// A table being read.
pub(super) struct Table {
    number: u32,
    /// Tables nested in it, whose cells run on in its own.
    pub(super) nested: u32,
    row: Option<Row>,
    /// For each column, how many more rows a cell above reaches down.
    reaching: Vec<u32>,
    in_head: bool,
    rows: u32,
}

#[derive(Default)]
struct Row {
    joiner: LineJoiner<'static>,
    columns: usize,
    in_cell: bool,
    /// Columns the open cell spans beyond its first.
    spare: usize,
    cells: u32,
    headers: u32,
}

/// Columns and rows a cell spans at most, whatever it claims.
const WIDEST: u32 = 64;

impl Table {
    pub(super) fn new(number: u32) -> Self {
        Self { number, nested: 0, row: None, reaching: Vec::new(), in_head: false, rows: 0 }
    }

    pub(super) fn set_head(&mut self, inside: bool) {
        self.in_head = inside;
    }

    pub(super) fn start_row(&mut self) {
        self.row = Some(Row::default());
    }

    pub(super) fn start_cell(&mut self, header: bool, columns: u32, rows: u32) {
        let row = self.row.get_or_insert_default();
        while self.reaching.get(row.columns).is_some_and(|rows| *rows > 0) {
            self.reaching[row.columns] -= 1;
            row.next_column();
        }
        row.next_column();
        row.in_cell = true;
        row.cells += 1;
        row.headers += u32::from(header);
        let first = row.columns - 1;
        let last = first + columns.clamp(1, WIDEST) as usize;
        if self.reaching.len() < last {
            self.reaching.resize(last, 0);
        }
        for reaching in &mut self.reaching[first..last] {
            *reaching = rows.clamp(1, WIDEST) - 1;
        }
        row.spare = last - first - 1;
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.in_cell = false;
            (0..std::mem::take(&mut row.spare)).for_each(|_| row.next_column());
        }
    }

    /// Where text goes while a cell is open.
    pub(super) fn cell(&mut self) -> Option<&mut LineJoiner<'static>> {
        self.row.as_mut().filter(|row| row.in_cell).map(|row| &mut row.joiner)
    }

    /// The row's block.
    pub(super) fn end_row(&mut self) -> Option<Block> {
        let row = self.row.take()?;
        let header = row.cells > 0 && (row.headers == row.cells || self.in_head);
        let block = row.joiner.finish_row(self.number, header)?;
        self.rows += 1;
        Some(block)
    }

    /// Whether any row came of it.
    pub(super) fn has_rows(&self) -> bool {
        self.rows > 0
    }
}

impl Row {
    fn next_column(&mut self) {
        if self.columns > 0 {
            self.joiner.next_cell();
        }
        self.columns += 1;
    }
}

//! Tables that go on at the top of the next page: one table, whose header row heads all of it.

use super::blocks::Part;
use super::pieces::Piece;
use super::tables::{TableBody, TableRow};
use crate::ledger::PageNumber;

/// How far, in ems, a column may begin from where it began on the page before.
const SLACK: f32 = 1.2;
/// Columns that both parts must fill.
const FEWEST_COLUMNS: usize = 2;

/// Where the columns of an open table lie, and which rows it has so far.
pub(super) struct OpenTable {
    pub(super) number: u32,
    page: PageNumber,
    /// The part that is its first row.
    first: usize,
    columns: Vec<Option<(f32, f32)>>,
    /// The size of running text.
    em: f32,
}

impl OpenTable {
    /// A table that begins as part number `first`.
    pub(super) fn new(number: u32, page: PageNumber, first: usize, body: &TableBody, em: f32) -> Self {
        Self { number, page, first, columns: columns(&body.rows), em }
    }

    /// Takes in a table at the top of the page after its own, if it goes on there: its columns stand in the same places
    /// and no other header heads them. `parts` ends with this table's last row.
    pub(super) fn takes(&mut self, parts: &mut [Part], body: &mut TableBody, page: PageNumber) -> bool {
        if page.get() != self.page.get() + 1 || !self.lies_as(&columns(&body.rows)) {
            return false;
        }
        let (Some(Part::Row(_, head, _)), Some(first)) = (parts.get_mut(self.first), body.rows.first_mut()) else {
            return false;
        };
        if text(head) == text(first) {
            // What is printed anew on the next page heads the table, whatever its weight.
            (head.header, first.header) = (true, true);
        } else if first.header {
            return false;
        }
        self.page = page;
        true
    }

    fn lies_as(&self, columns: &[Option<(f32, f32)>]) -> bool {
        let both: Vec<_> = self.columns.iter().zip(columns).filter_map(|(own, other)| (*own).zip(*other)).collect();
        let alike = |((a, b), (c, d)): &((f32, f32), (f32, f32))| {
            let shared = b.min(*d) - a.max(*c);
            (a - c).abs() < SLACK * self.em && shared > 0.0
        };
        self.columns.len() == columns.len() && both.len() >= FEWEST_COLUMNS && both.iter().all(alike)
    }
}

/// From where to where each column is filled.
fn columns(rows: &[TableRow]) -> Vec<Option<(f32, f32)>> {
    let count = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let reach = |column: usize| {
        let pieces = rows.iter().filter_map(|row| row.cells.get(column)).flatten();
        pieces.map(|piece| (piece.x0, piece.x1)).reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))
    };
    (0..count).map(reach).collect()
}

fn text(row: &TableRow) -> Vec<String> {
    row.cells.iter().map(|cell| cell.iter().map(Piece::text).collect::<Vec<_>>().join(" ")).collect()
}

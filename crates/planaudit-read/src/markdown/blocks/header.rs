//! The header row of a table, and whether a table is the one above gone on.

use super::Writer;
use crate::document::{Block, BlockKind};

impl Writer<'_> {
    /// Ends the header row. An empty one was put in by the page's preparation: its rows go on with the table above.
    pub(super) fn end_header(&mut self) {
        let row = self.take_joiner().finish_row(self.next_table, true);
        let below = self.blocks.last().map(|numbered| &numbered.block);
        let last = below.or_else(|| self.above.iter().rev().find(|block| block.kind != BlockKind::Footnote));
        let last = last.and_then(|block| match &block.kind {
            BlockKind::TableRow { table, cells, .. } => Some((*table, cells.len())),
            _ => None,
        });
        let goes_on = match (&row, last) {
            (None, Some((_, columns))) => columns == self.cells,
            // A header printed again at the top of a page.
            (Some(header), Some((table, _))) => {
                self.blocks.is_empty() && self.above.iter().any(|block| same_header(block, header, table))
            }
            _ => false,
        };
        self.table = match last {
            Some((table, _)) if goes_on => table,
            _ => {
                self.next_table += 1;
                self.next_table - 1
            }
        };
        let row = row.map(|mut block| {
            if let BlockKind::TableRow { table: of, .. } = &mut block.kind {
                *of = self.table;
            }
            block
        });
        self.keep(row, None);
    }
}

fn same_header(block: &Block, other: &Block, table: u32) -> bool {
    matches!(block.kind, BlockKind::TableRow { table: of, header: true, .. } if of == table) && block.text == other.text
}

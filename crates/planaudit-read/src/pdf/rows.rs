//! A table's row becomes a block, its cells joined line by line.

use super::pieces::Piece;
use super::tables::TableRow;
use super::words::Word;
use crate::document::{Block, BlockKind, CELL_SEPARATOR, LineStart};
use crate::ledger::PageNumber;
use crate::lines::{Hyphens, Running};

/// The block of one row.
pub(super) fn row_block(table: u32, row: TableRow, page: PageNumber, hyphens: &Hyphens) -> Block {
    let (mut text, mut lines, mut strong, mut cells) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    for (index, cell) in row.cells.into_iter().enumerate() {
        if index > 0 {
            text.push_str(CELL_SEPARATOR);
        }
        let mut running = Running::default();
        for piece in &cell {
            running.line(Some(page), piece.row as u32 + 1);
            for word in &piece.words {
                push_word(&mut running, word, hyphens);
            }
        }
        let start = text.len();
        let whole = !cell.is_empty() && cell.iter().all(Piece::is_bold);
        let (words, starts, bold) = running.finish();
        text.push_str(&words);
        lines.extend(starts.into_iter().map(|line| LineStart { at: line.at + start, ..line }));
        if whole {
            strong.push(start..text.len());
        } else {
            strong.extend(bold.into_iter().map(|range| range.start + start..range.end + start));
        }
        cells.push(start..text.len());
    }
    // Where all of it is bold, nothing stands out.
    if cells.iter().filter(|cell| !cell.is_empty()).count() == strong.len()
        && cells.iter().filter(|cell| !cell.is_empty()).eq(strong.iter())
    {
        strong.clear();
    }
    if let Some(first) = lines.first_mut() {
        first.at = 0;
    }
    if cells.iter().all(std::ops::Range::is_empty) {
        text.clear();
    }
    Block { kind: BlockKind::TableRow { table, header: row.header, cells }, text, lines, strong }
}

/// Adds a word, closed up where it is a raised ordinal or a lowered figure.
pub(super) fn push_word(running: &mut Running, word: &Word, hyphens: &Hyphens) {
    if word.glued { running.glued(&word.text, word.bold) } else { running.word(&word.text, word.bold, hyphens) }
}

//! Tables that the file itself marks, taken where their rows and columns lie as such on the page.

use std::collections::BTreeMap;

use super::grid::{self, GridTable};
use super::pieces::Piece;
use super::tables::{TableBody, TableRow};

/// Pieces of one row, by cell.
type Cells = BTreeMap<u32, Vec<Piece>>;

/// Takes the pieces that stand in marked tables out of `pieces`.
pub(super) fn take_tables(pieces: &mut Vec<Piece>) -> Vec<GridTable> {
    let mut tables: BTreeMap<u32, BTreeMap<u32, Cells>> = BTreeMap::new();
    for piece in pieces.iter() {
        if in_row(piece) {
            let tag = piece.words[0].tag;
            let row = tables.entry(tag.table).or_default().entry(tag.row).or_default();
            row.entry(tag.cell).or_default().push(piece.clone());
        }
    }
    let mut found = Vec::new();
    for (table, rows) in tables {
        let alone: Vec<Piece> =
            pieces.iter().filter(|p| p.words[0].tag.table == table && !in_row(p)).cloned().collect();
        let stretches: Option<Vec<_>> = stretches(rows).into_iter().map(|rows| bodies(rows, &alone)).collect();
        let Some(stretches) = stretches else { continue };
        let tables = || stretches.iter().flat_map(|(tables, _)| tables);
        if tables().any(|body| pieces.iter().any(|piece| piece.words[0].tag.table != table && lies_in(piece, body))) {
            continue;
        }
        pieces.retain(|piece| piece.words[0].tag.table != table || !in_row(piece));
        for (bodies, titles) in stretches {
            found.extend(bodies);
            pieces.extend(titles);
        }
    }
    for table in &mut found {
        take_head(table, pieces);
    }
    found
}

/// Whether text that the file counts to no table lies among a table's rows: the marks are not to be trusted there.
fn lies_in(piece: &Piece, table: &GridTable) -> bool {
    let level = piece.top() > table.top && piece.bottom() < table.bottom;
    level && piece.x0 >= table.x0 - 1.0 && piece.x1 <= table.x1 + 1.0
}

/// Gives a table the header row over it that is printed anew and therefore marked as no part of the text.
fn take_head(table: &mut GridTable, pieces: &mut Vec<Piece>) {
    let over = |piece: &Piece| {
        let pitch = table.top - piece.bottom();
        piece.is_marked_furniture() && piece.x0 < table.x1 && piece.x1 > table.x0 && pitch > -1.0 && pitch < piece.size
    };
    let columns: Vec<Option<f32>> = (0..table.body.rows.first().map_or(0, |row| row.cells.len()))
        .map(|column| {
            let starts = table.body.rows.iter().filter_map(|row| row.cells[column].first()).map(|piece| piece.x0);
            starts.reduce(f32::min)
        })
        .collect();
    let column_of = |piece: &Piece| columns.iter().position(|x0| x0.is_some_and(|x0| (x0 - piece.x0).abs() < 2.0));
    let head: Vec<(usize, usize)> = (pieces.iter().enumerate())
        .filter(|(_, piece)| over(piece))
        .filter_map(|(at, piece)| Some((at, column_of(piece)?)))
        .collect();
    if head.len() < 2 {
        return;
    }
    let mut cells = vec![Vec::new(); columns.len()];
    for (at, column) in head.into_iter().rev() {
        let piece = pieces.remove(at);
        table.top = table.top.min(piece.top());
        cells[column].insert(0, piece);
    }
    table.body.rows.insert(0, TableRow { cells, header: true });
}

/// The rows of a table by the columns of the page that it is broken over: rows beside which others lie.
fn stretches(rows: BTreeMap<u32, Cells>) -> Vec<BTreeMap<u32, Cells>> {
    let edges = |row: &Cells| {
        let pieces = || row.values().flatten();
        (pieces().map(|p| p.x0).fold(f32::MAX, f32::min), pieces().map(|p| p.x1).fold(f32::MIN, f32::max))
    };
    let mut stretches: Vec<((f32, f32), BTreeMap<u32, Cells>)> = Vec::new();
    let mut rows: Vec<(u32, Cells)> = rows.into_iter().collect();
    rows.sort_by(|(_, a), (_, b)| edges(a).0.total_cmp(&edges(b).0));
    for (number, row) in rows {
        let (x0, x1) = edges(&row);
        match stretches.last_mut().filter(|(reach, _)| x0 < reach.1) {
            Some((reach, stretch)) => {
                reach.1 = reach.1.max(x1);
                stretch.insert(number, row);
            }
            None => stretches.push(((x0, x1), BTreeMap::from([(number, row)]))),
        }
    }
    stretches.into_iter().map(|(_, stretch)| stretch).collect()
}

/// Whether a piece stands in a row of several cells; a cell over all columns is a title or running text set in a frame.
fn in_row(piece: &Piece) -> bool {
    let tag = piece.words[0].tag;
    tag.cell != 0 && tag.row != 0 && !tag.alone
}

/// The tables of marked rows, one where text over all columns does not part them, and the titles over them; none where
/// they do not lie as a table's do.
fn bodies(rows: BTreeMap<u32, Cells>, others: &[Piece]) -> Option<(Vec<GridTable>, Vec<Piece>)> {
    let mut rows: Vec<Vec<Vec<Piece>>> = rows.into_values().map(|cells| cells.into_values().collect()).collect();
    for row in &mut rows {
        row.sort_by(|a, b| left(a).total_cmp(&left(b)));
    }
    rows.sort_by(|a, b| span(a).0.total_cmp(&span(b).0));
    let shared = rows.iter().filter(|row| row.len() > 1).count();
    if shared < 2 || rows.iter().any(|row| !lies_as_row(row)) || rows.windows(2).any(|pair| !lie_apart(pair)) {
        return None;
    }
    let first = rows.iter().position(|row| row.len() > 1)?;
    let titles = rows.drain(..first).flatten().flatten().collect();
    let columns = columns(&rows);
    let mut parts: Vec<Vec<Vec<Vec<Piece>>>> = Vec::new();
    let mut above = f32::MIN;
    for row in rows {
        let (top, bottom) = span(&row);
        let parted = others.iter().any(|piece| piece.base > above && piece.base < top + 3.0);
        match parts.last_mut() {
            Some(part) if !parted => part.push(row),
            _ => parts.push(vec![row]),
        }
        above = bottom - 3.0;
    }
    let bodies: Option<Vec<GridTable>> = parts.into_iter().map(|part| body(part, &columns)).collect();
    Some((bodies?, titles))
}

fn body(rows: Vec<Vec<Vec<Piece>>>, columns: &[(f32, f32)]) -> Option<GridTable> {
    let edges = |piece: &Piece| (piece.x0, piece.x1);
    let all = || rows.iter().flatten().flatten();
    let (x0, x1) = all().map(edges).fold((f32::MAX, f32::MIN), |(a, b), (x0, x1)| (a.min(x0), b.max(x1)));
    let (top, bottom) = all().fold((f32::MAX, f32::MIN), |(a, b), piece| (a.min(piece.top()), b.max(piece.bottom())));
    let heads: Vec<bool> = rows.iter().map(|row| row.iter().flatten().all(|piece| piece.words[0].tag.heads)).collect();
    let mut cells = Vec::with_capacity(rows.len());
    for row in rows {
        let mut line: Vec<Vec<Piece>> = vec![Vec::new(); columns.len()];
        let full = row.len() == columns.len();
        for (index, cell) in row.into_iter().enumerate() {
            line[if full { index } else { column_of(&cell, columns) }].extend(cell);
        }
        cells.push(line);
    }
    if grid::is_poster(&cells) {
        return None;
    }
    let mut body = TableBody::new(cells);
    let marked = heads.iter().take_while(|head| **head).count();
    if marked < heads.len() && body.rows.len() == heads.len() {
        for row in &mut body.rows[..marked] {
            row.header = true;
        }
    }
    Some(GridTable { x0, x1, top, bottom, body })
}

/// From where to where each column reaches, by the rows that fill all of them.
fn columns(rows: &[Vec<Vec<Piece>>]) -> Vec<(f32, f32)> {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let full = || rows.iter().filter(|row| row.len() == widest);
    let reach = |column: usize| {
        full().fold((f32::MAX, f32::MIN), |(x0, x1), row| (x0.min(left(&row[column])), x1.max(right(&row[column]))))
    };
    (0..widest).map(reach).collect()
}

/// The column whose middle a cell stands nearest to, of those it reaches into, else of all.
fn column_of(cell: &[Piece], columns: &[(f32, f32)]) -> usize {
    let (x0, x1) = (left(cell), right(cell));
    let aside = |&(from, to): &(f32, f32)| (x0.max(from) - x1.min(to)).max(0.0);
    let off = |&(from, to): &(f32, f32)| (f32::midpoint(x0, x1) - f32::midpoint(from, to)).abs();
    let order = |a: &usize, b: &usize| {
        let (a, b) = (&columns[*a], &columns[*b]);
        aside(a).total_cmp(&aside(b)).then(off(a).total_cmp(&off(b)))
    };
    (0..columns.len()).min_by(order).unwrap_or(0)
}

fn left(cell: &[Piece]) -> f32 {
    cell.iter().map(|piece| piece.x0).fold(f32::MAX, f32::min)
}

fn right(cell: &[Piece]) -> f32 {
    cell.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max)
}

/// From the top to the bottom of a row.
fn span(row: &[Vec<Piece>]) -> (f32, f32) {
    let pieces = || row.iter().flatten();
    (pieces().map(Piece::top).fold(f32::MAX, f32::min), pieces().map(Piece::bottom).fold(f32::MIN, f32::max))
}

/// Whether the cells of a row lie beside each other.
fn lies_as_row(row: &[Vec<Piece>]) -> bool {
    row.windows(2).all(|pair| right(&pair[0]) <= left(&pair[1]) + 3.0)
}

/// Whether one row lies under the other; cells over several rows may reach down.
fn lie_apart(pair: &[Vec<Vec<Piece>>]) -> bool {
    span(&pair[0]).0 < span(&pair[1]).0 - 3.0
}

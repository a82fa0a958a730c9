//! Tables with ruled lines: cells are what the rules enclose.

use super::ink::{Ink, Rule};
use super::pieces::Piece;
use super::tables::TableBody;

/// Rules closer than this are one, in points.
const SAME: f64 = 3.5;

/// Level times upright rules compared on one page.
const MOST_MEETINGS: usize = 2_000_000;
/// Lines in a cell across the whole table from which on it is running text set in a frame.
const LONG_CELL: usize = 5;

/// A ruled table and the ground it covers.
pub(super) struct GridTable {
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) body: TableBody,
}

/// Takes the pieces of line that stand in ruled tables out of `pieces`.
pub(super) fn take_tables(pieces: &mut Vec<Piece>, ink: &Ink) -> Vec<GridTable> {
    let mut tables = take(pieces, &ink.level, &ink.upright);
    // Cells that are only filled come second, so that a box around a table does not join in.
    let all = |rules: &[Rule], edges: &[Rule]| [rules, edges].concat();
    if !ink.level_edges.is_empty() {
        tables.extend(take(pieces, &all(&ink.level, &ink.level_edges), &all(&ink.upright, &ink.upright_edges)));
    }
    tables
}

fn take(pieces: &mut Vec<Piece>, level: &[Rule], upright: &[Rule]) -> Vec<GridTable> {
    if level.len() < 3 || upright.len() < 3 {
        return Vec::new();
    }
    let (level, upright) = (merged(level), merged(upright));
    // A drawing, not a table.
    if level.len() * upright.len() > MOST_MEETINGS {
        return Vec::new();
    }
    connected(level, upright).into_iter().flat_map(|grid| grid.fill(pieces)).collect()
}

/// Rules at the same place that touch become one.
fn merged(rules: &[Rule]) -> Vec<Rule> {
    let mut rules = rules.to_vec();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<Rule> = Vec::new();
    for rule in rules {
        let near = merged.iter_mut().rev().take_while(|known| rule.at - known.at <= SAME);
        let mut touching = near.filter(|known| rule.from <= known.to + SAME && rule.to >= known.from - SAME);
        if let Some(known) = touching.next() {
            known.from = known.from.min(rule.from);
            known.to = known.to.max(rule.to);
        } else {
            merged.push(rule);
        }
    }
    merged
}

struct Grid {
    level: Vec<Rule>,
    upright: Vec<Rule>,
}

/// Groups of rules that cross or touch one another.
fn connected(level: Vec<Rule>, upright: Vec<Rule>) -> Vec<Grid> {
    let mut group: Vec<usize> = (0..level.len() + upright.len()).collect();
    for (l, across) in level.iter().enumerate() {
        for (u, down) in upright.iter().enumerate() {
            let meets = (across.from - SAME..=across.to + SAME).contains(&down.at)
                && (down.from - SAME..=down.to + SAME).contains(&across.at);
            if meets {
                let (a, b) = (root(&mut group, l), root(&mut group, level.len() + u));
                group[a.max(b)] = a.min(b);
            }
        }
    }
    let mut grids: Vec<(usize, Grid)> = Vec::new();
    let count = level.len();
    for (index, rule) in level.into_iter().chain(upright).enumerate() {
        let root = root(&mut group, index);
        let at = grids.iter().position(|(known, _)| *known == root).unwrap_or_else(|| {
            grids.push((root, Grid { level: Vec::new(), upright: Vec::new() }));
            grids.len() - 1
        });
        let grid = &mut grids[at].1;
        if index < count { grid.level.push(rule) } else { grid.upright.push(rule) }
    }
    grids.into_iter().map(|(_, grid)| grid).filter(|grid| grid.level.len() >= 3 && grid.upright.len() >= 3).collect()
}

/// The first member of a rule's group.
fn root(group: &mut [usize], mut index: usize) -> usize {
    while group[index] != index {
        group[index] = group[group[index]];
        index = group[index];
    }
    index
}

fn places(rules: &[Rule]) -> Vec<f64> {
    let mut places: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|b, a| *b - *a <= SAME);
    places
}

impl Grid {
    /// Takes the grid's pieces into rows of cells; text framed across the whole table parts it and stays where it is.
    fn fill(&self, pieces: &mut Vec<Piece>) -> Vec<GridTable> {
        let (xs, ys) = (places(&self.upright), places(&self.level));
        if xs.len() < 3 || ys.len() < 3 {
            return Vec::new();
        }
        let places: Vec<Option<(usize, usize)>> = self.places_of(pieces, &xs, &ys);
        let mut cells: Vec<Vec<Vec<Piece>>> = vec![vec![Vec::new(); xs.len() - 1]; ys.len() - 1];
        for (piece, place) in pieces.iter().zip(&places) {
            if let Some((row, column)) = place {
                cells[*row][*column].push(piece.clone());
            }
        }
        let filled = |row: &Vec<Vec<Piece>>| row.iter().filter(|cell| !cell.is_empty()).count();
        let shared = cells.iter().filter(|row| filled(row) >= 2).count();
        let columns: Vec<usize> =
            (0..xs.len() - 1).filter(|&column| cells.iter().any(|row| !row[column].is_empty())).collect();
        if shared < 2 || columns.len() < 2 || is_chart(&cells) || is_poster(&cells) {
            return Vec::new();
        }
        let framed: Vec<bool> = (cells.iter().enumerate())
            .map(|(row, line)| {
                let long = line.iter().any(|cell| cell.len() >= LONG_CELL);
                let inner = &xs[1..xs.len() - 1];
                long && filled(line) == 1 && inner.iter().all(|&x| !self.parts(x, f64::midpoint(ys[row], ys[row + 1])))
            })
            .collect();
        let mut index = 0;
        pieces.retain(|_| {
            index += 1;
            places[index - 1].is_none_or(|(row, _)| framed[row])
        });
        let mut tables: Vec<GridTable> = Vec::new();
        let mut open: Vec<(usize, Vec<Vec<Piece>>)> = Vec::new();
        let mut close = |rows: Vec<(usize, Vec<Vec<Piece>>)>| {
            if let (Some((first, _)), Some((last, _))) = (rows.first(), rows.last()) {
                let (top, bottom) = (ys[*first] as f32, ys[last + 1] as f32);
                let body = TableBody::new(rows.into_iter().map(|(_, cells)| cells).collect());
                tables.push(GridTable { x0: xs[0] as f32, x1: xs[xs.len() - 1] as f32, top, bottom, body });
            }
        };
        for (row, mut line) in cells.into_iter().enumerate() {
            if framed[row] {
                close(std::mem::take(&mut open));
            } else if filled(&line) > 0 {
                open.push((row, columns.iter().map(|&column| std::mem::take(&mut line[column])).collect()));
            }
        }
        close(open);
        tables
    }

    /// The row and column each piece falls in.
    fn places_of(&self, pieces: &[Piece], xs: &[f64], ys: &[f64]) -> Vec<Option<(usize, usize)>> {
        let slot = |places: &[f64], at: f64| {
            places.iter().rposition(|&place| place <= at).filter(|&index| index + 1 < places.len())
        };
        let raw: Vec<Option<(usize, usize)>> = (pieces.iter())
            .map(|piece| {
                let (x, y) = (f64::from(piece.x0 + piece.size * 0.2), f64::from(piece.base - piece.size * 0.3));
                slot(ys, y).zip(slot(xs, x))
            })
            .collect();
        let mut places = Vec::with_capacity(pieces.len());
        for (piece, place) in pieces.iter().zip(&raw) {
            places.push(place.map(|(row, column)| {
                // Two pieces of one line under no rule are cells all the same: many a header row has no upright rules.
                let beside = |other: &Piece| other.row == piece.row && (other.x0 - piece.x0).abs() > 0.1;
                let alone = !(pieces.iter().zip(&raw))
                    .any(|(other, at)| beside(other) && at.is_some_and(|at| at.0 == row && at.1 != column));
                let y = f64::midpoint(ys[row], ys[row + 1]);
                let column = if alone { self.opened_at(xs, column, y) } else { column };
                (self.opened_over(ys, row, f64::midpoint(xs[column], xs[column + 1])), column)
            }));
        }
        places
    }

    /// Whether an upright rule stands at `x` at this height.
    fn parts(&self, x: f64, y: f64) -> bool {
        self.upright.iter().any(|rule| (rule.at - x).abs() <= SAME && rule.from <= y + 1.0 && rule.to >= y - 1.0)
    }

    /// The leftmost column of a cell that reaches over several: no rule stands between at this height.
    fn opened_at(&self, xs: &[f64], mut column: usize, y: f64) -> usize {
        while column > 0 && !self.parts(xs[column], y) {
            column -= 1;
        }
        column
    }

    /// The topmost row of a cell that reaches over several.
    fn opened_over(&self, ys: &[f64], mut row: usize, x: f64) -> usize {
        let parted = |y: f64| {
            self.level.iter().any(|rule| (rule.at - y).abs() <= SAME && rule.from <= x + 1.0 && rule.to >= x - 1.0)
        };
        while row > 0 && !parted(ys[row]) {
            row -= 1;
        }
        row
    }
}

/// Axes and grid lines of a chart enclose little but numbers, mostly nothing.
fn is_chart(cells: &[Vec<Vec<Piece>>]) -> bool {
    let all = cells.len() * cells.first().map_or(0, Vec::len);
    let filled = cells.iter().flatten().filter(|cell| !cell.is_empty()).count();
    all > 40 && filled * 8 < all
}

/// Boxes of text side by side, some large, some empty, are a page's design and no table.
pub(super) fn is_poster(cells: &[Vec<Vec<Piece>>]) -> bool {
    let all = cells.len() * cells.first().map_or(0, Vec::len);
    let filled = cells.iter().flatten().filter(|cell| !cell.is_empty()).count();
    let long = cells.iter().flatten().filter(|cell| cell.len() >= 9).count();
    long > 0 && filled * 10 < all * 7 && cells.len() <= 6
}

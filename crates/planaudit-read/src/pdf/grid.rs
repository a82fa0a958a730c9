//! Tables with ruled lines: cells are what the rules enclose.

use super::ink::{Ink, Rule};
use super::pieces::Piece;
use super::tables::TableBody;

/// Rules closer than this are one, in points.
const SAME: f64 = 3.5;

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
    connected(merged(level), merged(upright)).into_iter().filter_map(|grid| grid.fill(pieces)).collect()
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
    fn root(group: &mut [usize], mut index: usize) -> usize {
        while group[index] != index {
            group[index] = group[group[index]];
            index = group[index];
        }
        index
    }
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

fn places(rules: &[Rule]) -> Vec<f64> {
    let mut places: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|b, a| *b - *a <= SAME);
    places
}

impl Grid {
    fn fill(&self, pieces: &mut Vec<Piece>) -> Option<GridTable> {
        let (xs, ys) = (places(&self.upright), places(&self.level));
        if xs.len() < 3 || ys.len() < 3 {
            return None;
        }
        let (x0, x1, top, bottom) = (xs[0], *xs.last()?, ys[0], *ys.last()?);
        let slot =
            |places: &[f64], at: f64| places.iter().rposition(|&place| place <= at).filter(|&i| i + 1 < places.len());
        let mut cells: Vec<Vec<Vec<Piece>>> = vec![vec![Vec::new(); xs.len() - 1]; ys.len() - 1];
        let mut taken = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            let (x, y) = (f64::from(piece.x0 + piece.size * 0.2), f64::from(piece.base - piece.size * 0.3));
            if let (Some(column), Some(row)) = (slot(&xs, x), slot(&ys, y)) {
                let column = self.opened_at(&xs, column, (ys[row] + ys[row + 1]) / 2.0);
                let row = self.opened_over(&ys, row, (xs[column] + xs[column + 1]) / 2.0);
                cells[row][column].push(piece.clone());
                taken.push(index);
            }
        }
        let filled = |row: &Vec<Vec<Piece>>| row.iter().filter(|cell| !cell.is_empty()).count();
        let shared = cells.iter().filter(|row| filled(row) >= 2).count();
        let columns: Vec<usize> =
            (0..xs.len() - 1).filter(|&column| cells.iter().any(|row| !row[column].is_empty())).collect();
        if shared < 2 || columns.len() < 2 || is_chart(&cells) || is_poster(&cells) {
            return None;
        }
        for index in taken.into_iter().rev() {
            pieces.remove(index);
        }
        let rows: Vec<Vec<Vec<Piece>>> = (cells.into_iter())
            .filter(|row| filled(row) > 0)
            .map(|mut row| columns.iter().map(|&column| std::mem::take(&mut row[column])).collect())
            .collect();
        Some(GridTable {
            x0: x0 as f32,
            x1: x1 as f32,
            top: top as f32,
            bottom: bottom as f32,
            body: TableBody::new(rows),
        })
    }

    /// The leftmost column of a cell that reaches over several: no rule stands between at this height.
    fn opened_at(&self, xs: &[f64], mut column: usize, y: f64) -> usize {
        let parted = |x: f64| {
            self.upright.iter().any(|rule| (rule.at - x).abs() <= SAME && rule.from <= y + 1.0 && rule.to >= y - 1.0)
        };
        while column > 0 && !parted(xs[column]) {
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
fn is_poster(cells: &[Vec<Vec<Piece>>]) -> bool {
    let all = cells.len() * cells.first().map_or(0, Vec::len);
    let filled = cells.iter().flatten().filter(|cell| !cell.is_empty()).count();
    let long = cells.iter().flatten().filter(|cell| cell.len() >= 9).count();
    long > 0 && filled * 10 < all * 7 && cells.len() <= 6
}

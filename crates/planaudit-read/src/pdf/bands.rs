//! Bands of a page: rows with a gutter down all of them, be they columns of text or a table.

use super::columns::Item;
use super::pieces::Piece;
use super::reach;
use super::tables;

/// A gutter is at least this wide, in ems of the page's text.
const NARROWEST_GUTTER: f32 = 0.5;
/// Rows of two cells and more by which a table is told within a band.
const LEAST_TABLE: usize = 3;
/// Rows at the end of a band that may head a table below.
const HEADS: usize = 3;

/// From where to where across the page.
pub(super) type Span = (f32, f32);

/// Rows with a gutter down all of them.
pub(super) struct Band {
    /// Rows that stand over it.
    pub(super) from: usize,
    /// Its rows.
    pub(super) count: usize,
    pub(super) gutters: Vec<Span>,
}

/// The items row by row, each row from the left.
pub(super) fn rows_of(items: Vec<Item>) -> Vec<Vec<Item>> {
    let mut rows: Vec<Vec<Item>> = Vec::new();
    let mut last = None;
    for item in items {
        match rows.last_mut() {
            Some(row) if item.row().is_some() && item.row() == last => {
                row.push(item);
                row.sort_by(|a, b| a.x0().total_cmp(&b.x0()));
            }
            _ => {
                last = item.row();
                rows.push(vec![item]);
            }
        }
    }
    rows
}

/// Which column an item stands in.
pub(super) fn place(item: &Item, gutters: &[Span]) -> usize {
    gutters.iter().filter(|gap| item.x0() >= gap.1 - 0.1).count()
}

/// The pieces of rows with the column of each.
pub(super) fn lines_of<'i>(rows: &'i [Vec<Item>], gutters: &[Span]) -> Vec<Vec<(usize, &'i Piece)>> {
    let piece = |item: &'i Item| match item {
        Item::Piece(piece) => Some((place(item, gutters), piece)),
        Item::Table(_) => None,
    };
    rows.iter().map(|row| row.iter().filter_map(piece).collect()).collect()
}

/// The longest run of rows from the first on with a gutter down all of it, up to where a table begins that has gutters of
/// its own.
pub(super) fn find_band(rows: &[Vec<Item>], bounds: Span, em: f32) -> Option<Band> {
    let band = longest_band(rows, bounds, em)?;
    let end = band.from + band.count;
    let begins = |at: &usize| rows[*at].len() > 1 && begins_table(&rows[*at..], end - at, bounds, em);
    let count = (band.from.max(end.saturating_sub(HEADS))..end).find(begins).map_or(band.count, |at| at - band.from);
    Some(Band { count, ..band }).filter(|band| band.count > 0)
}

/// Whether rows that a band ends with head a table that goes on below it.
fn begins_table(rows: &[Vec<Item>], within: usize, bounds: Span, em: f32) -> bool {
    let Some(table) = longest_band(rows, bounds, em).filter(|own| own.from == 0 && own.count > within) else {
        return false;
    };
    let lines = lines_of(&rows[..table.count], &table.gutters);
    is_table(&rows[..table.count], &table.gutters) && is_aligned(&lines, table.gutters.len() + 1, em)
}

/// The longest run of rows from the first on with a gutter down all of it; a table ends where one of its gutters does.
fn longest_band(rows: &[Vec<Item>], bounds: Span, em: f32) -> Option<Band> {
    let narrowest = NARROWEST_GUTTER * em;
    let mut gaps = vec![bounds];
    let mut seen: Vec<Span> = Vec::new();
    let mut found: Option<(usize, Vec<Span>)> = None;
    for (index, row) in rows.iter().enumerate() {
        for item in row {
            gaps = cut(&gaps, item.x0(), item.x1());
            seen.push((item.x0(), item.x1()));
        }
        gaps.retain(|gap| gap.1 - gap.0 >= narrowest);
        let parting = |gap: &&Span| {
            seen.iter().any(|span| span.1 <= gap.0 + 0.1) && seen.iter().any(|span| span.0 >= gap.1 - 0.1)
        };
        let gutters: Vec<Span> = gaps.iter().filter(parting).copied().collect();
        if gaps.is_empty() || gutters.is_empty() && found.is_some() {
            break;
        }
        if let Some((end, more)) = &found
            && gutters.len() < more.len()
            && is_table(&rows[..*end], more)
        {
            break;
        }
        if !gutters.is_empty() {
            found = Some((index + 1, gutters));
        }
    }
    let (end, gutters) = found.filter(|(end, _)| *end >= 2)?;
    let gutter = *gutters.first()?;
    let left_of = |row: &Vec<Item>| row.iter().any(|item| item.x1() <= gutter.0 + 0.1);
    let right_of = |row: &Vec<Item>| gutters.iter().any(|gap| row.iter().any(|item| item.x0() >= gap.1 - 0.1));
    // Lines over the columns that happen to be short belong to the text before.
    let from = rows[..end].iter().position(right_of)?;
    let last_right = rows[..end].iter().rposition(right_of)?;
    let seen = last_right + 1 + trailing(&rows[last_right..end], em);
    let (above, below) = (&rows[from..=last_right], &rows[last_right + 1..end]);
    let end = seen.max(last_right + 1 + reach::runs_down(above, below, end == rows.len(), &gutters, em));
    let band = &rows[from..end];
    let places = |is: &dyn Fn(&Vec<Item>) -> bool| {
        let count = band.iter().filter(|row| is(row)).count();
        Some((count, band.iter().position(is)?, band.iter().rposition(is)?))
    };
    let (lefts, first_left, last_left) = places(&left_of)?;
    let (rights, first_right, last_right) = places(&right_of)?;
    let tall = band.iter().flatten().any(|item| item.row().is_none());
    // A date above a short paragraph is no column beside it.
    let overlap = last_left.min(last_right) >= first_left.max(first_right);
    let fewer = lefts.min(rights);
    // Nor is one line, unless the lines on the other side close around it.
    let closes_around = |first: usize, last: usize, alone: usize| {
        let base = |at: usize| band[at].iter().map(Item::bottom).fold(f32::MIN, f32::max);
        first < alone && alone < last && last - first == 2 && base(last) - base(first) < 2.2 * em
    };
    let enclosed = lefts == 1 && closes_around(first_right, last_right, first_left)
        || rights == 1 && closes_around(first_left, last_left, first_right);
    let side_by_side = tall || overlap && (fewer >= 2 || lefts.max(rights) >= 3 || enclosed);
    side_by_side.then_some(Band { from, count: end - from, gutters })
}

/// Whether rows are plainly a table's: no column of running text, several rows of two cells and more.
fn is_table(rows: &[Vec<Item>], gutters: &[Span]) -> bool {
    let lines = lines_of(rows, gutters);
    rows.iter().flatten().all(|item| item.row().is_some())
        && lines.iter().filter(|line| line.len() > 1).count() >= LEAST_TABLE
        && tables::is_table(&lines, gutters.len() + 1)
        && !tables::has_prose(&lines, gutters.len() + 1)
}

/// Where a table with columns of its own begins within a band, or where the first one ends.
pub(super) fn table_edge(band: &[Vec<Item>], bounds: Span, em: f32) -> Option<usize> {
    let mut bottom = f32::MIN;
    let mut breaks = Vec::new();
    for (index, row) in band.iter().enumerate() {
        let top = row.iter().map(Item::top).fold(f32::MAX, f32::min);
        if index == 0 || top - bottom > 0.5 * em {
            breaks.push(index);
        }
        bottom = row.iter().map(Item::bottom).fold(bottom, f32::max);
    }
    breaks.push(band.len());
    for (at, &from) in breaks.iter().enumerate() {
        for &to in breaks[at + 1..].iter().rev().filter(|&&to| to - from >= LEAST_TABLE && to - from < band.len()) {
            let own = find_band(&band[from..to], bounds, em).filter(|own| own.from == 0 && own.count == to - from);
            let Some(own) = own else { continue };
            let lines = lines_of(&band[from..to], &own.gutters);
            let shared = lines.iter().filter(|line| line.len() > 1).count();
            let table = shared >= LEAST_TABLE && tables::is_table(&lines, own.gutters.len() + 1);
            if table
                && is_aligned(&lines, own.gutters.len() + 1, em)
                && !same_columns(&band[from..to], band, &own.gutters, em)
            {
                return Some(if from > 0 { from } else { to });
            }
        }
    }
    None
}

/// Whether most pieces of each column are set to the same left, right or middle.
fn is_aligned(lines: &[Vec<(usize, &Piece)>], columns: usize, em: f32) -> bool {
    let edges: [fn(&Piece) -> f32; 3] = [|p| p.x0, |p| p.x1, |p| f32::midpoint(p.x0, p.x1)];
    (0..columns).all(|column| {
        let pieces = || lines.iter().flatten().filter(|(place, _)| *place == column).map(|(_, piece)| *piece);
        let near =
            |edge: fn(&Piece) -> f32, at: f32| pieces().filter(|piece| (edge(piece) - at).abs() < 0.5 * em).count();
        let most = |edge: fn(&Piece) -> f32| pieces().map(|piece| near(edge, edge(piece))).max().unwrap_or(0);
        edges.into_iter().any(|edge| most(edge) * 5 >= pieces().count() * 4)
    })
}

/// Whether the columns of `rows` begin where other lines of the band do, too.
fn same_columns(rows: &[Vec<Item>], band: &[Vec<Item>], gutters: &[Span], em: f32) -> bool {
    (1..=gutters.len()).all(|column| {
        let starts = rows.iter().flatten().filter(|item| place(item, gutters) == column).map(Item::x0);
        let start = starts.fold(f32::MAX, f32::min);
        let begin = |rows: &[Vec<Item>]| rows.iter().flatten().filter(|i| (i.x0() - start).abs() < 0.5 * em).count();
        begin(band) > begin(rows)
    })
}

/// How many rows below the right column's end still belong to the left one: those that follow on without a break.
pub(super) fn trailing(rows: &[Vec<Item>], em: f32) -> usize {
    let mut count = 0;
    for pair in rows.windows(2) {
        let bottom = pair[0].iter().map(Item::bottom).fold(f32::MIN, f32::max);
        let top = pair[1].iter().map(Item::top).fold(f32::MAX, f32::min);
        if top - bottom > 1.1 * em {
            break;
        }
        count += 1;
    }
    count
}

fn cut(gaps: &[Span], x0: f32, x1: f32) -> Vec<Span> {
    let mut left = Vec::with_capacity(gaps.len() + 1);
    for &(from, to) in gaps {
        if x1 <= from || x0 >= to {
            left.push((from, to));
            continue;
        }
        if x0 > from {
            left.push((from, x0));
        }
        if x1 < to {
            left.push((x1, to));
        }
    }
    left
}

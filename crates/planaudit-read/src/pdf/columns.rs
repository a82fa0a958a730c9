//! The reading order of a page: columns side by side are read one after the other, never across their gutter.

use super::grid::GridTable;
use super::pieces::Piece;
use super::tables::{self, TableBody};

/// A gutter is at least this wide, in ems of the page's text.
const NARROWEST_GUTTER: f32 = 0.75;
/// White space across all columns, in ems, that ends them.
const SECTION_GAP: f32 = 2.4;
/// Columns within columns within columns: enough for any page.
const DEEPEST: u8 = 6;

/// A part of the page in reading order.
#[derive(Debug)]
pub(super) enum Flow {
    Line(FlowLine),
    Table(TableBody),
}

/// A printed line with the column it stands in.
#[derive(Debug)]
pub(super) struct FlowLine {
    pub(super) piece: Piece,
    /// The column's edges.
    pub(super) left: f32,
    pub(super) right: f32,
}

/// What is put in order: lines, and ruled tables as a whole.
pub(super) enum Item {
    Piece(Piece),
    Table(GridTable),
}

impl Item {
    fn x0(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.x0,
            Self::Table(table) => table.x0,
        }
    }

    fn x1(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.x1,
            Self::Table(table) => table.x1,
        }
    }

    fn top(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.top(),
            Self::Table(table) => table.top,
        }
    }

    fn bottom(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.bottom(),
            Self::Table(table) => table.bottom,
        }
    }

    fn row(&self) -> Option<usize> {
        match self {
            Self::Piece(piece) => Some(piece.row),
            Self::Table(_) => None,
        }
    }
}

type Span = (f32, f32);

/// Puts the items of a page in reading order.
pub(super) fn arrange(mut items: Vec<Item>, em: f32) -> Vec<Flow> {
    // By baseline, so that a row's pieces stay together whatever their sizes.
    let height = |item: &Item| match item {
        Item::Piece(piece) => piece.base - em * 0.8,
        Item::Table(table) => table.top,
    };
    items.sort_by(|a, b| height(a).total_cmp(&height(b)).then(a.x0().total_cmp(&b.x0())));
    let mut flow = Vec::new();
    let bounds = bounds(items.iter());
    region(items, bounds, em, 0, &mut flow);
    flow
}

fn bounds<'i>(items: impl Iterator<Item = &'i Item>) -> Span {
    items.fold((f32::MAX, f32::MIN), |(x0, x1), item| (x0.min(item.x0()), x1.max(item.x1())))
}

fn region(items: Vec<Item>, (left, right): Span, em: f32, depth: u8, flow: &mut Vec<Flow>) {
    let mut rows: Vec<Option<Vec<Item>>> = Vec::new();
    let mut last = None;
    for item in items {
        match rows.last_mut() {
            Some(Some(row)) if item.row().is_some() && item.row() == last => {
                row.push(item);
                row.sort_by(|a, b| a.x0().total_cmp(&b.x0()));
            }
            _ => {
                last = item.row();
                rows.push(Some(vec![item]));
            }
        }
    }
    let mut at = 0;
    while at < rows.len() {
        let band = if depth < DEEPEST { find_band(&rows[at..], (left, right), em) } else { None };
        let Some((from, count, gutters)) = band else {
            let row = rows[at].take().unwrap_or_default();
            single(row, (left, right), em, flow);
            at += 1;
            continue;
        };
        for row in &mut rows[at..at + from] {
            single(row.take().unwrap_or_default(), (left, right), em, flow);
        }
        at += from;
        let band: Vec<Vec<Item>> = rows[at..at + count].iter_mut().filter_map(Option::take).collect();
        at += count;
        lay_out(band, &gutters, (left, right), em, depth, flow);
    }
}

/// Rows read straight across: what the justifier pulled apart is put together again.
fn single(row: Vec<Item>, (left, right): Span, em: f32, flow: &mut Vec<Flow>) {
    for item in row {
        match item {
            Item::Table(table) => flow.push(Flow::Table(table.body)),
            Item::Piece(piece) => {
                if let Some(Flow::Line(FlowLine { piece: last, .. })) = flow.last_mut()
                    && last.row == piece.row
                    && piece.x0 > last.x0
                    && piece.x0 - last.x1 < 3.0 * em.max(piece.size)
                    && (last.size / piece.size - 1.0).abs() < 0.2
                {
                    last.join(piece);
                } else {
                    flow.push(Flow::Line(FlowLine { piece, left, right }));
                }
            }
        }
    }
}

/// The longest run of rows from the first on with a gutter down all of it: rows before it, its rows, its gutters.
fn find_band(rows: &[Option<Vec<Item>>], bounds: Span, em: f32) -> Option<(usize, usize, Vec<Span>)> {
    let narrowest = NARROWEST_GUTTER * em;
    let mut gaps = vec![bounds];
    let mut seen: Vec<Span> = Vec::new();
    let mut found: Option<(usize, Vec<Span>)> = None;
    for (index, row) in rows.iter().enumerate() {
        for item in row.iter().flatten() {
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
        if !gutters.is_empty() {
            found = Some((index + 1, gutters));
        }
    }
    let (end, gaps) = found.filter(|(end, _)| *end >= 2)?;
    let gutter = *gaps.first()?;
    let left_of = |row: &Option<Vec<Item>>| row.iter().flatten().any(|item| item.x1() <= gutter.0 + 0.1);
    let right_of =
        |row: &Option<Vec<Item>>| gaps.iter().any(|gap| row.iter().flatten().any(|item| item.x0() >= gap.1 - 0.1));
    // Lines over the columns that happen to be short belong to the text before.
    let from = rows[..end].iter().position(right_of)?;
    let last_right = rows[..end].iter().rposition(right_of)?;
    let end = last_right + 1 + trailing(&rows[last_right..end], em);
    let band = &rows[from..end];
    let places = |is: &dyn Fn(&Option<Vec<Item>>) -> bool| {
        let count = band.iter().filter(|row| is(row)).count();
        Some((count, band.iter().position(is)?, band.iter().rposition(is)?))
    };
    let (lefts, first_left, last_left) = places(&left_of)?;
    let (rights, first_right, last_right) = places(&right_of)?;
    let tall = band.iter().flatten().flatten().any(|item| item.row().is_none());
    // A date above a short paragraph is no column beside it.
    let overlap = last_left.min(last_right) >= first_left.max(first_right);
    let fewer = lefts.min(rights);
    let side_by_side = tall || overlap && (fewer >= 2 || lefts.max(rights) >= 3);
    side_by_side.then_some((from, end - from, gaps))
}

/// How many rows below the right column's end still belong to the left one: those that follow on without a break.
fn trailing(rows: &[Option<Vec<Item>>], em: f32) -> usize {
    let mut count = 0;
    for pair in rows.windows(2) {
        let bottom = pair[0].iter().flatten().map(Item::bottom).fold(f32::MIN, f32::max);
        let top = pair[1].iter().flatten().map(Item::top).fold(f32::MAX, f32::min);
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

fn lay_out(band: Vec<Vec<Item>>, gutters: &[Span], bounds: Span, em: f32, depth: u8, flow: &mut Vec<Flow>) {
    let place = |item: &Item| gutters.iter().filter(|gap| item.x0() >= gap.1 - 0.1).count();
    let plain = band.iter().flatten().all(|item| matches!(item, Item::Piece(_)));
    if plain {
        let lines: Vec<Vec<(usize, &Piece)>> = (band.iter())
            .map(|row| {
                row.iter()
                    .filter_map(|item| match item {
                        Item::Piece(piece) => Some((place(item), piece)),
                        Item::Table(_) => None,
                    })
                    .collect()
            })
            .collect();
        if tables::is_table(&lines, gutters.len() + 1) {
            let lines = (band.into_iter())
                .map(|row| {
                    row.into_iter()
                        .filter_map(|item| {
                            let column = place(&item);
                            match item {
                                Item::Piece(piece) => Some((column, piece)),
                                Item::Table(_) => None,
                            }
                        })
                        .collect()
                })
                .collect();
            flow.push(Flow::Table(tables::body(lines, gutters.len() + 1)));
            return;
        }
    }
    let mut sections = sections(band, em);
    if sections.len() > 1 {
        // Each section has gutters of its own.
        for section in sections {
            region(section.into_iter().flatten().collect(), bounds, em, depth + 1, flow);
        }
        return;
    }
    let mut columns: Vec<Vec<Item>> = (0..=gutters.len()).map(|_| Vec::new()).collect();
    for item in sections.pop().into_iter().flatten().flatten() {
        let column = place(&item);
        columns[column].push(item);
    }
    for (index, column) in columns.into_iter().enumerate() {
        let left = if index == 0 { bounds.0 } else { gutters[index - 1].1 };
        let right = gutters.get(index).map_or(bounds.1, |gap| gap.0);
        region(column, (left, right), em, depth + 1, flow);
    }
}

/// Cuts columns where white space runs across all of them: what stands above is read first.
fn sections(band: Vec<Vec<Item>>, em: f32) -> Vec<Vec<Vec<Item>>> {
    let mut sections: Vec<Vec<Vec<Item>>> = Vec::new();
    let mut bottom = f32::MAX;
    for row in band {
        let top = row.iter().map(Item::top).fold(f32::MAX, f32::min);
        let lowest = row.iter().map(Item::bottom).fold(f32::MIN, f32::max);
        match sections.last_mut() {
            Some(section) if top - bottom < SECTION_GAP * em => section.push(row),
            _ => {
                sections.push(vec![row]);
                bottom = f32::MIN;
            }
        }
        bottom = bottom.max(lowest);
    }
    sections
}

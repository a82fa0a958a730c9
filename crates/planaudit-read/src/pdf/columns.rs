//! The reading order of a page: columns side by side are read one after the other, never across their gutter.

use super::bands::{Band, Span, find_band, lines_of, place, rows_of, table_edge};
use super::grid::GridTable;
use super::pieces::Piece;
use super::reach;
use super::tables::{self, TableBody};

/// White space across all columns, in ems, that ends them.
pub(super) const SECTION_GAP: f32 = 2.4;
/// Words from which on a line may be one of running text.
const WORDY: usize = 5;
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
    pub(super) fn x0(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.x0,
            Self::Table(table) => table.x0,
        }
    }

    pub(super) fn x1(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.x1,
            Self::Table(table) => table.x1,
        }
    }

    pub(super) fn top(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.top(),
            Self::Table(table) => table.top,
        }
    }

    pub(super) fn bottom(&self) -> f32 {
        match self {
            Self::Piece(piece) => piece.bottom(),
            Self::Table(table) => table.bottom,
        }
    }

    pub(super) fn row(&self) -> Option<usize> {
        match self {
            Self::Piece(piece) => Some(piece.row),
            Self::Table(_) => None,
        }
    }
}

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
    let mut rows = rows_of(items);
    let mut at = 0;
    while at < rows.len() {
        let band = if depth < DEEPEST { find_band(&rows[at..], (left, right), em) } else { None };
        let Some(Band { from, count, gutters }) = band.filter(|band| !heads_more(&rows[at..], band, (left, right), em))
        else {
            single(std::mem::take(&mut rows[at]), (left, right), em, flow);
            at += 1;
            continue;
        };
        if from > 0 {
            // Without the lines over it, a band may have more gutters, and the lines a band of their own.
            let over = rows[at..at + from].iter_mut().flat_map(std::mem::take).collect();
            region(over, (left, right), em, depth + 1, flow);
            at += from;
            continue;
        }
        let band: Vec<Vec<Item>> = rows[at..at + count].iter_mut().map(std::mem::take).collect();
        at += count;
        let next = rows.get(at).and_then(|row| row.first());
        lay_out(band, next, &gutters, (left, right), em, depth, flow);
    }
}

/// Whether the first row is one line that stands over a gutter of the rows below: a title over some of the columns.
fn heads_more(rows: &[Vec<Item>], band: &Band, bounds: Span, em: f32) -> bool {
    let Some([title]) = rows.first().map(Vec::as_slice) else { return false };
    let below = find_band(&rows[1..], bounds, em);
    below.is_some_and(|below| {
        let over = |gap: &Span| title.x0() < gap.0 && title.x1() > gap.1;
        below.from == 0 && below.gutters.len() > band.gutters.len() && below.gutters.iter().any(over)
    })
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

fn lay_out(
    band: Vec<Vec<Item>>,
    next: Option<&Item>,
    gutters: &[Span],
    bounds: Span,
    em: f32,
    depth: u8,
    flow: &mut Vec<Flow>,
) {
    let lines = lines_of(&band, gutters);
    let plain = band.iter().flatten().all(|item| matches!(item, Item::Piece(_)));
    let table = plain && tables::is_table(&lines, gutters.len() + 1);
    // Columns of text over a table look like a table of long cells.
    let mixed = !table || lines.iter().flatten().any(|(_, piece)| piece.words.len() >= WORDY);
    if let Some(edge) = mixed.then(|| table_edge(&band, bounds, em)).flatten() {
        let mut above = band;
        let below = above.split_off(edge);
        for part in [above, below] {
            region(part.into_iter().flatten().collect(), bounds, em, depth + 1, flow);
        }
        return;
    }
    if table {
        let piece = |item: Item| match item {
            Item::Piece(ref piece) => Some((place(&item, gutters), piece.clone())),
            Item::Table(_) => None,
        };
        let lines = band.into_iter().map(|row| row.into_iter().filter_map(piece).collect()).collect();
        flow.push(Flow::Table(tables::body(lines, gutters.len() + 1)));
        return;
    }
    let mut sections = sections(band, gutters, em);
    if sections.len() > 1 {
        // Each section has gutters of its own.
        for section in sections {
            region(section.into_iter().flatten().collect(), bounds, em, depth + 1, flow);
        }
        return;
    }
    let mut columns: Vec<Vec<Item>> = (0..=gutters.len()).map(|_| Vec::new()).collect();
    for item in sections.pop().into_iter().flatten().flatten() {
        let column = place(&item, gutters);
        columns[column].push(item);
    }
    // A paragraph beside a figure that reads on below it is not to be cut: the figure comes before it.
    let wrapped = next.and_then(|next| reach::wraps_around(&columns, next, gutters, em));
    let last = wrapped.map(|from| (0, columns[0].split_off(from)));
    for (index, column) in columns.into_iter().enumerate().chain(last) {
        let left = if index == 0 { bounds.0 } else { gutters[index - 1].1 };
        let right = gutters.get(index).map_or(bounds.1, |gap| gap.0);
        region(column, (left, right), em, depth + 1, flow);
    }
}

/// Cuts columns where white space runs across all of them: what stands above is read first, unless the text of a column
/// runs down past it.
fn sections(mut band: Vec<Vec<Item>>, gutters: &[Span], em: f32) -> Vec<Vec<Vec<Item>>> {
    let mut sections: Vec<Vec<Vec<Item>>> = Vec::new();
    let mut bottom = f32::MAX;
    let mut from = 0;
    let mut cuts = Vec::new();
    for (index, row) in band.iter().enumerate() {
        let top = row.iter().map(Item::top).fold(f32::MAX, f32::min);
        let lowest = row.iter().map(Item::bottom).fold(f32::MIN, f32::max);
        if top - bottom >= SECTION_GAP * em && !reach::goes_on(&band[from..index], &band[index..], gutters, em) {
            cuts.push(index);
            from = index;
            bottom = f32::MIN;
        }
        bottom = if index == 0 { lowest } else { bottom.max(lowest) };
    }
    for cut in cuts.into_iter().rev() {
        sections.push(band.split_off(cut));
    }
    sections.push(band);
    sections.reverse();
    sections
}

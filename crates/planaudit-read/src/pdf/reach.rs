//! Whether text runs down a column past white space, and from the foot of one column to the head of the next.

use super::bands::{Span, place, trailing};
use super::columns::{Item, SECTION_GAP};
use super::pieces::Piece;

/// Lines that reach their column's right edge from which on it is filled.
const FULL_LINES: usize = 2;
/// How near to the edge, in ems, a full line ends.
const RAGGED: f32 = 3.0;
/// Words of a line of running text.
const WORDY: usize = 4;

/// How many of the rows below a band's last row with text on the right still belong to a column of it: up to the last of
/// those that fill it to its edge, however much white space comes between; or all of them, where they end the page right
/// under it.
pub(super) fn runs_down(band: &[Vec<Item>], below: &[Vec<Item>], ends_page: bool, gutters: &[Span], em: f32) -> usize {
    let Some(edges) = edges(band, 0, gutters) else { return 0 };
    let inside = |row: &Vec<Item>| row.iter().all(|item| item.x0() >= edges.0 - em && item.x1() <= edges.1 + em);
    let bottom = |rows: &[Vec<Item>]| rows.iter().flatten().map(Item::bottom).fold(f32::MIN, f32::max);
    let near = |at: usize| {
        let above = bottom(band).max(bottom(&below[..at]));
        below[at].iter().all(|item| item.top() - above < SECTION_GAP * em)
    };
    if ends_page && below.iter().all(inside) && (0..below.len()).all(near) {
        return below.len();
    }
    let full = |row: &Vec<Item>| row.iter().any(|item| is_full(item, edges, em));
    let below = &below[..below.iter().position(|row| !inside(row)).unwrap_or(below.len())];
    if below.iter().filter(|row| full(row)).count() < FULL_LINES {
        return 0;
    }
    below.iter().rposition(full).map_or(0, |last| last + 1 + trailing(&below[last..], em))
}

/// Whether rows with a gutter down all of them are one set of columns although white space runs across them: the last
/// column has ended above it, and those that go on below are filled to their edges as before.
pub(super) fn goes_on(above: &[Vec<Item>], below: &[Vec<Item>], gutters: &[Span], em: f32) -> bool {
    let last = |rows: &[Vec<Item>]| rows.iter().flatten().map(|item| place(item, gutters)).max();
    let (Some(before), Some(after)) = (last(above), last(below)) else { return false };
    // The foot of the column that goes on, and the head of the next.
    let next = head(above, 1, gutters);
    let read_on =
        |rows: &[Vec<Item>]| foot(rows, 0, gutters).zip(next).is_some_and(|(foot, head)| foot.reads_on_in(head));
    if read_on(above) {
        return false;
    }
    if read_on(below) {
        return true;
    }
    before > after
        && (0..=after).all(|column| {
            let Some(edges) = edges(above, column, gutters) else { return false };
            let items = below.iter().flatten().filter(|item| place(item, gutters) == column);
            items.filter(|item| is_full(item, edges, em)).count() >= FULL_LINES
        })
}

/// From which item on the first column is a paragraph that reads on in the line under the columns, which reaches over the
/// others: text wrapped around a figure.
pub(super) fn wraps_around(columns: &[Vec<Item>], next: &Item, gutters: &[Span], em: f32) -> Option<usize> {
    let (Item::Piece(next), (gutter, _)) = (next, gutters.first()?) else { return None };
    let (beside, others) = columns.split_first()?;
    let Item::Piece(foot) = beside.last()? else { return None };
    let near = |foot: &Piece, lines: f32| next.base - foot.base < lines * next.size;
    // The items of a list stand further in than its lead-in.
    let leads_in = foot.text().ends_with(':');
    let inset = next.x0 - foot.x0;
    let level = inset.abs() < 2.0 * em || leads_in && inset > 0.0 && inset < 4.0 * em;
    let under = level && near(foot, 2.0) && next.x1 > gutter + em;
    let other = |column: &Vec<Item>| matches!(column.last(), Some(Item::Piece(foot)) if near(foot, 4.0) && foot.reads_on_in(next));
    if !under || !(foot.reads_on_in(next) || leads_in) || others.iter().any(other) {
        return None;
    }
    let pitches = beside.windows(2).map(|pair| pair[1].bottom() - pair[0].bottom());
    let pitch = pitches.filter(|pitch| *pitch > 0.5 * em).fold(f32::MAX, f32::min);
    (1..beside.len()).rev().find(|&at| beside[at].bottom() - beside[at - 1].bottom() > 1.3 * pitch)
}

/// From where to where the lines of a column reach.
fn edges(rows: &[Vec<Item>], column: usize, gutters: &[Span]) -> Option<Span> {
    let items = rows.iter().flatten().filter(|item| place(item, gutters) == column);
    items.map(|item| (item.x0(), item.x1())).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// A line of running text, or a ruled table, that ends where its column does.
fn is_full(item: &Item, (left, right): Span, em: f32) -> bool {
    let fills = match item {
        Item::Piece(piece) => piece.words.len() >= WORDY,
        Item::Table(_) => true,
    };
    fills && item.x0() >= left - em && (item.x1() - right).abs() < RAGGED * em
}

fn column<'i>(rows: &'i [Vec<Item>], column: usize, gutters: &'i [Span]) -> impl DoubleEndedIterator<Item = &'i Piece> {
    let pieces = rows.iter().flatten().filter(move |item| place(item, gutters) == column);
    pieces.filter_map(|item| match item {
        Item::Piece(piece) => Some(piece),
        Item::Table(_) => None,
    })
}

fn foot<'i>(rows: &'i [Vec<Item>], at: usize, gutters: &'i [Span]) -> Option<&'i Piece> {
    column(rows, at, gutters).next_back()
}

fn head<'i>(rows: &'i [Vec<Item>], at: usize, gutters: &'i [Span]) -> Option<&'i Piece> {
    column(rows, at, gutters).next()
}

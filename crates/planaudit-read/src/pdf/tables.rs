//! Tables without ruled lines: short texts aligned in columns over several lines.

use super::people;
use super::pieces::Piece;
use crate::lines::after_bullet;

/// A table's rows.
#[derive(Debug)]
pub(super) struct TableBody {
    pub(super) rows: Vec<TableRow>,
}

/// A row: its cells, each with the pieces of line in it.
#[derive(Debug)]
pub(super) struct TableRow {
    pub(super) cells: Vec<Vec<Piece>>,
    pub(super) header: bool,
}

impl TableBody {
    pub(super) fn new(rows: Vec<Vec<Vec<Piece>>>) -> Self {
        let rows = with_roles_under_names(rows);
        let bold = |row: &[Vec<Piece>]| {
            row.iter().filter(|cell| !cell.is_empty()).count() > 1 && row.iter().flatten().all(Piece::is_bold)
        };
        let leading = rows.iter().take_while(|row| bold(row)).count();
        // Where every row is bold, boldness tells nothing.
        let headers = if leading == rows.len() { 0 } else { leading };
        let rows = rows.into_iter().enumerate();
        Self { rows: rows.map(|(index, cells)| TableRow { cells, header: index < headers }).collect() }
    }
}

/// A row of names over a row of roles is one row: each cell a person.
fn with_roles_under_names(rows: Vec<Vec<Vec<Piece>>>) -> Vec<Vec<Vec<Piece>>> {
    let text = |cell: &[Piece]| cell.iter().map(Piece::text).collect::<Vec<_>>().join(" ");
    let all = |row: &[Vec<Piece>], is: fn(&str) -> bool| {
        let mut filled = row.iter().filter(|cell| !cell.is_empty()).peekable();
        filled.peek().is_some() && filled.all(|cell| is(&text(cell)))
    };
    let mut merged: Vec<Vec<Vec<Piece>>> = Vec::with_capacity(rows.len());
    for row in rows {
        match merged.last_mut() {
            Some(names)
                if row.iter().filter(|cell| !cell.is_empty()).count() > 1
                    && all(names, people::is_name)
                    && all(&row, people::names_role)
                    && names.iter().zip(&row).all(|(name, role)| name.is_empty() == role.is_empty()) =>
            {
                for (name, role) in names.iter_mut().zip(row) {
                    name.extend(role);
                }
            }
            _ => merged.push(row),
        }
    }
    merged
}

/// Whether lines with gutters between are a table's rows rather than columns of text.
pub(super) fn is_table(lines: &[Vec<(usize, &Piece)>], columns: usize) -> bool {
    let shared = lines.iter().filter(|row| distinct_columns(row) >= 2).count();
    if shared < 2 || people::are_signatures(lines) {
        return false;
    }
    let column =
        |index: usize| lines.iter().flatten().filter(move |(place, _)| *place == index).map(|(_, piece)| *piece);
    let sizes = || lines.iter().flatten().map(|(_, piece)| piece.size);
    let mut sorted: Vec<f32> = sizes().collect();
    sorted.sort_by(f32::total_cmp);
    let titled = sizes().any(|size| size > 1.25 * sorted[sorted.len() / 2]);
    let large_below = lines[1..].iter().flatten().any(|(_, piece)| piece.size > 1.25 * sorted[sorted.len() / 2]);
    let mut prose = 0;
    for index in 0..columns {
        let pieces: Vec<&Piece> = column(index).collect();
        let bullets = pieces.iter().filter(|piece| after_bullet(&piece.text()).is_some()).count();
        if bullets >= 2 && bullets * 6 > pieces.len() {
            return false;
        }
        prose += usize::from(is_prose(&pieces));
    }
    match prose {
        // Titles among texts head columns; a table's own title stands over its first row only.
        1.. if titled => false,
        0 if large_below => false,
        0 => shared * 5 >= lines.len() * 2,
        // A term and its long explanation: every entry of the short column opens a line of the long one.
        1 => entries_open_together(lines, columns),
        _ => breaks_run_across(lines, columns),
    }
}

/// Whether any column holds running text.
pub(super) fn has_prose(lines: &[Vec<(usize, &Piece)>], columns: usize) -> bool {
    let column = |index: usize| lines.iter().flatten().filter(move |(place, _)| *place == index).map(|(_, p)| *p);
    (0..columns).any(|index| is_prose(&column(index).collect::<Vec<_>>()))
}

/// Lines of running text fill their column, hold several words, and begin in the midst of sentences more often than entries do.
fn is_prose(pieces: &[&Piece]) -> bool {
    if pieces.len() < 3 {
        return false;
    }
    let left = pieces.iter().map(|piece| piece.x0).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
    let words: usize = pieces.iter().map(|piece| piece.words.len()).sum();
    let full = pieces.iter().filter(|piece| piece.x1 - left > 0.72 * (right - left)).count();
    let midway = pieces.iter().filter(|piece| piece.text().starts_with(char::is_lowercase)).count();
    words as f32 / pieces.len() as f32 >= 3.5 && full * 2 > pieces.len() && midway * 4 > pieces.len()
}

fn distinct_columns(row: &[(usize, &Piece)]) -> usize {
    let mut places: Vec<usize> = row.iter().map(|(place, _)| *place).collect();
    places.dedup();
    places.len()
}

/// Whether line `index` follows white space, or another type size, in one column.
fn opens(lines: &[Vec<(usize, &Piece)>], index: usize, column: usize) -> Option<bool> {
    let here = lines[index].iter().find(|(place, _)| *place == column)?.1;
    let above = lines[..index].iter().rev().find_map(|row| row.iter().find(|(place, _)| *place == column));
    Some(above.is_none_or(|(_, above)| here.base - above.base > 1.55 * here.size.max(above.size)))
}

fn entries_open_together(lines: &[Vec<(usize, &Piece)>], columns: usize) -> bool {
    let (mut entries, mut together) = (0, 0);
    for index in 0..lines.len() {
        if opens(lines, index, 0) != Some(true) {
            continue;
        }
        entries += 1;
        let others = (1..columns).filter_map(|column| opens(lines, index, column));
        together += usize::from(others.into_iter().any(|opens| opens));
    }
    entries >= 3 && together == entries
}

fn breaks_run_across(lines: &[Vec<(usize, &Piece)>], columns: usize) -> bool {
    let (mut breaks, mut across) = (0, 0);
    for index in 1..lines.len() {
        let opened: Vec<bool> = (0..columns).filter_map(|column| opens(lines, index, column)).collect();
        if opened.contains(&true) {
            breaks += 1;
            across += usize::from(opened.len() >= 2 && opened.iter().all(|open| *open));
        }
    }
    across >= 2 && across * 5 >= breaks * 4
}

/// Groups a table's lines into rows.
pub(super) fn body(lines: Vec<Vec<(usize, Piece)>>, columns: usize) -> TableBody {
    let size = lines.iter().flatten().map(|(_, piece)| piece.size).fold(0.0, f32::max);
    let (pitches, within) = pitches(&lines, columns);
    let tightest = within.iter().copied().fold(f32::MAX, f32::min);
    let loosest = within.iter().copied().fold(0.0, f32::max);
    // Two spacings: within cells the narrow one, between rows the wide one.
    let two_spacings = tightest < 1.5 * size && loosest > tightest * 1.25;
    let mut rows: Vec<Vec<Vec<Piece>>> = Vec::new();
    for (line, pitch) in lines.into_iter().zip(pitches) {
        let follows = match rows.last() {
            None => false,
            Some(row) if is_level_with(row, &line, tightest) => true,
            Some(_) if pitch > 1.9 * size || two_spacings && pitch > tightest * 1.25 => false,
            Some(row) => continues(row, &line, two_spacings),
        };
        if !follows {
            rows.push((0..columns).map(|_| Vec::new()).collect());
        }
        if let Some(row) = rows.last_mut() {
            for (column, piece) in line {
                row[column.min(columns - 1)].push(piece);
            }
        }
    }
    TableBody::new(rows)
}

/// How far each line stands below the line before, and all those distances that lie within one column; where cells are
/// set to the middle of their row, only lines of one column tell.
fn pitches(lines: &[Vec<(usize, Piece)>], columns: usize) -> (Vec<f32>, Vec<f32>) {
    let mut last: Vec<Option<f32>> = vec![None; columns];
    let mut before: Option<f32> = None;
    let mut pitches = Vec::with_capacity(lines.len());
    let mut within = Vec::new();
    for line in lines {
        let base = line.first().map_or(0.0, |(_, piece)| piece.base);
        let above = line.iter().filter_map(|(column, _)| last[(*column).min(columns - 1)]).reduce(f32::max);
        within.extend(above.map(|above| base - above));
        pitches.push(above.or(before).map_or(f32::MAX, |above| base - above));
        for (column, piece) in line {
            last[(*column).min(columns - 1)] = Some(piece.base);
        }
        before = Some(base);
    }
    (pitches, within)
}

/// Whether a line stands less than a line's pitch below the row's last one, in columns that it leaves empty there: cells
/// of one row, set to its middle.
fn is_level_with(row: &[Vec<Piece>], line: &[(usize, Piece)], tightest: f32) -> bool {
    let Some(last) = row.iter().flatten().map(|piece| piece.base).reduce(f32::max) else { return false };
    line.iter().all(|(column, piece)| {
        let cell = row.get(*column).map_or(&[][..], Vec::as_slice);
        piece.base - last < 0.8 * tightest && cell.last().is_none_or(|above| piece.base - above.base < 1.25 * tightest)
    })
}

/// Whether a line goes on with the cells of the row above.
fn continues(row: &[Vec<Piece>], line: &[(usize, Piece)], two_spacings: bool) -> bool {
    let first_is_empty = line.iter().all(|(column, _)| *column != 0);
    let starts_low = line.iter().any(|(column, piece)| {
        let wrapped = row.get(*column).and_then(|cell| cell.last()).is_some_and(|above| dangles(&above.text()));
        wrapped || piece.text().starts_with(|c: char| c.is_lowercase() || "&(".contains(c))
    });
    let bold_ended = row.iter().flatten().all(Piece::is_bold) && !line.iter().all(|(_, piece)| piece.is_bold());
    let counts =
        line.iter().skip(1).filter(|(_, piece)| piece.text().starts_with(|c: char| c.is_ascii_digit())).count();
    if bold_ended || counts >= 2 {
        return false;
    }
    first_is_empty && !row[0].is_empty() || starts_low || two_spacings
}

/// Whether a text cannot end here.
fn dangles(text: &str) -> bool {
    text.ends_with([',', '-', '–', '&', '/', '('])
        || text.rsplit(' ').next().is_some_and(|word| {
            matches!(word, "of" | "and" | "for" | "the" | "to" | "in" | "with" | "or" | "a" | "by" | "on" | "at")
        })
}

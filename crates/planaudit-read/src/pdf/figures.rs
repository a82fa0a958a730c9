//! Large figures beside several lines of smaller text: they are read before the first of the lines, though their baseline
//! is level with another.

use super::pieces::Piece;

/// How much larger than the text beside it a figure is set.
const LARGE: f32 = 1.5;
/// Words of a figure at most: `£1.2 million`.
const MOST_WORDS: usize = 3;

/// Puts large figures before the lines they stand beside; where a sentence begins with one, into its first line.
pub(super) fn lead(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let smallest = pieces.iter().map(|piece| piece.size).fold(f32::MAX, f32::min);
    let mut at = 0;
    while at < pieces.len() {
        let large = pieces[at].words.first().is_some_and(|word| word.size >= LARGE * smallest);
        let Some((figure, rest)) = large.then(|| figure_of(&pieces[at])).flatten() else {
            at += 1;
            continue;
        };
        let alone = rest.is_none();
        let top = beside(&figure, &pieces, at, rest.as_ref());
        let Some(top) = top.filter(|&top| top != at || alone) else {
            at += 1;
            continue;
        };
        let low = pieces[top].text().starts_with(char::is_lowercase);
        match rest {
            None if !low => {}
            None => {
                let figure = pieces.remove(at);
                let top = if top > at { top - 1 } else { top };
                pieces[top] = before(figure, &pieces[top]);
                continue;
            }
            Some(rest) => {
                pieces[at] = rest;
                if low {
                    pieces[top] = before(figure, &pieces[top]);
                } else {
                    let (row, base) = (pieces[top].row, pieces[top].base);
                    pieces.insert(top, Piece { base, row, ..figure });
                    at += 1;
                }
            }
        }
        at += 1;
    }
    pieces
}

/// The figure that a piece is, or begins with, and what follows it.
fn figure_of(piece: &Piece) -> Option<(Piece, Option<Piece>)> {
    let size = piece.words.first()?.size;
    let count = piece.words.iter().take_while(|word| (word.size / size - 1.0).abs() < 0.1).count();
    let (figure, rest) = piece.words.split_at(count);
    let tells = figure.iter().any(|word| word.text.contains(|c: char| c.is_ascii_digit()));
    let smaller = rest.iter().all(|word| word.size * LARGE <= size);
    let piece = |words: &[super::words::Word]| {
        let (first, more) = words.split_first()?;
        let mut made = Piece::new(first.clone(), piece.row);
        for word in more {
            made.push(word.clone());
        }
        Some(made)
    };
    (tells && smaller && figure.len() <= MOST_WORDS).then(|| Some((piece(figure)?, piece(rest))))?
}

/// The first of several lines of smaller text right of a figure, no higher and no lower than it reaches.
fn beside(figure: &Piece, pieces: &[Piece], own: usize, rest: Option<&Piece>) -> Option<usize> {
    let near = pieces.iter().enumerate().filter(|(_, piece)| (piece.base - figure.base).abs() < 1.2 * figure.size);
    let others = near.filter_map(|(at, piece)| Some((at, if at == own { rest? } else { piece })));
    let stands_beside = |piece: &Piece| {
        let right = piece.x0 >= figure.x1 - 0.5 && piece.x0 - figure.x1 < 0.8 * figure.size;
        let level = piece.base > figure.base - 1.1 * figure.size && piece.base < figure.base + 0.8 * figure.size;
        right && level && piece.size * LARGE <= figure.size
    };
    let lines: Vec<(usize, &Piece)> = others.filter(|(_, piece)| stands_beside(piece)).collect();
    let (_, first) = lines.first()?;
    let aligned = lines
        .iter()
        .all(|(_, line)| (line.x0 - first.x0).abs() < 0.6 * first.size && (line.size / first.size - 1.0).abs() < 0.1);
    let tight = lines.windows(2).all(|pair| pair[1].1.base - pair[0].1.base < 1.8 * first.size);
    (lines.len() >= 2 && aligned && tight && rest.is_none_or(|_| lines.iter().any(|(at, _)| *at == own)))
        .then_some(lines[0].0)
}

/// A line with a figure set before it; it begins where the lines under it do.
fn before(figure: Piece, line: &Piece) -> Piece {
    let mut joined = Piece { row: line.row, ..figure };
    joined.join(line.clone());
    Piece { x0: line.x0, ..joined }
}

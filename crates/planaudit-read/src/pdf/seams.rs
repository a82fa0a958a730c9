//! Column edges hidden in a piece of line: a cell filled to its end comes so close to the next that only the other rows
//! tell where it ends.

use super::pieces::Piece;

/// How far above and below, in ems, other rows are looked at.
const REACH: f32 = 9.0;
/// A gap narrower than this, in ems, is a blank whatever stands above and below.
const NARROWEST: f32 = 0.45;
/// How far from the edge, in ems, a word may begin.
const SLACK: f32 = 0.12;
/// Pieces of other rows that must begin at the edge.
const WITNESSES: usize = 2;

/// Parts pieces where a word after a wide blank begins just where pieces of the rows around it do.
pub(super) fn part(pieces: &[Piece]) -> Vec<Piece> {
    let mut parted = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let mut open: Option<Piece> = None;
        let usual = usual_gap(piece);
        for word in &piece.words {
            let before = open.as_ref().filter(|before| !is_number(before)).and_then(|before| before.words.last());
            let seam = before.is_some_and(|last| {
                let gap = word.x0 - last.x1;
                gap > (NARROWEST * word.size).max(1.4 * usual) && !word.glued && begins_column(pieces, index, word.x0)
            });
            match &mut open {
                Some(before) if !seam => before.push(word.clone()),
                _ => parted.extend(open.replace(Piece::new(word.clone(), piece.row))),
            }
        }
        parted.extend(open);
    }
    parted
}

/// The number or bullet of a title or an item: what follows is set off, but no column.
fn is_number(piece: &Piece) -> bool {
    piece.words.len() == 1 && piece.words[0].text.chars().all(|c| !c.is_alphabetic())
}

/// The middle one of the gaps between a piece's words.
fn usual_gap(piece: &Piece) -> f32 {
    let mut gaps: Vec<f32> = piece.words.windows(2).map(|pair| pair[1].x0 - pair[0].x1).collect();
    gaps.sort_by(f32::total_cmp);
    if gaps.len() < 3 { 0.0 } else { gaps[gaps.len() / 2] }
}

/// Whether pieces of rows nearby begin at `x` while others end before it: a column on either side, whether or not their
/// lines are level.
fn begins_column(pieces: &[Piece], index: usize, x: f32) -> bool {
    let own = &pieces[index];
    let near = |piece: &&Piece| (piece.base - own.base).abs() <= REACH * own.size;
    let other = |piece: &&Piece| piece.row != own.row && (piece.size / own.size - 1.0).abs() < 0.3;
    let around = || {
        let above = pieces[..index].iter().rev().take_while(near);
        above.chain(pieces[index + 1..].iter().take_while(near)).filter(other)
    };
    let begin = around().filter(|piece| (piece.x0 - x).abs() < SLACK * piece.size).take(WITNESSES).count();
    let end = around().filter(|piece| piece.x1 < x && piece.x0 < own.x0 + piece.size).take(WITNESSES).count();
    begin == WITNESSES && end == WITNESSES
}

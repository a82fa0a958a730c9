//! What the page ledger tells of a page's layout: its columns, and whether lines of several may have run together.

use std::collections::BTreeMap;

use super::columns::{Flow, FlowLine};

/// Lines from which on texts side by side are columns.
const LEAST_LINES: usize = 3;
/// A gap this wide within a line, in ems, is no blank between words.
const WIDE: f32 = 1.5;

/// How a page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PageLook {
    /// Columns its text is set in; 0 where it holds no running text.
    pub(super) columns: u8,
    /// Whether one line in twenty or more has a gap within it, or another line over it.
    pub(super) spliced: bool,
    /// Characters whose font does not say which they are.
    pub(super) unmapped: u32,
}

/// A column: from where to where across and down, and its lines.
struct Column {
    across: (f32, f32),
    down: (f32, f32),
    lines: usize,
}

/// Looks at a page put in reading order.
pub(super) fn look(flow: &[Flow], unmapped: u32) -> PageLook {
    let lines: Vec<&FlowLine> = (flow.iter())
        .filter_map(|element| match element {
            Flow::Line(line) => Some(line),
            Flow::Table(_) => None,
        })
        .collect();
    let odd = lines.iter().filter(|line| has_gap(line)).count() + lines.windows(2).filter(|two| overprint(two)).count();
    PageLook { columns: columns(&lines), spliced: odd > 1 && odd * 20 >= lines.len(), unmapped }
}

/// The most columns side by side at any height.
fn columns(lines: &[&FlowLine]) -> u8 {
    let mut found: BTreeMap<i32, Column> = BTreeMap::new();
    for line in lines {
        let piece = &line.piece;
        let column = found.entry(line.left.round() as i32).or_insert(Column {
            across: (piece.x0, piece.x1),
            down: (piece.base, piece.base),
            lines: 0,
        });
        column.across = (column.across.0.min(piece.x0), column.across.1.max(piece.x1));
        column.down = (column.down.0.min(piece.base), column.down.1.max(piece.base));
        column.lines += 1;
    }
    let all: Vec<&Column> = found.values().filter(|column| column.lines >= LEAST_LINES).collect();
    let beside = |seed: &Column| {
        let mut edge = f32::MIN;
        let mut count = 0;
        for column in all.iter().filter(|column| column.down.0 <= seed.down.1 && column.down.1 >= seed.down.0) {
            if column.across.0 >= edge {
                count += 1;
                edge = column.across.1;
            }
        }
        count
    };
    let most: usize = all.iter().map(|seed| beside(seed)).max().unwrap_or(usize::from(!lines.is_empty()));
    u8::try_from(most).unwrap_or(u8::MAX)
}

/// Whether a line of several words has a gap in it that is no blank.
fn has_gap(line: &FlowLine) -> bool {
    let words = &line.piece.words;
    let mut gaps: Vec<f32> = words.windows(2).map(|pair| pair[1].x0 - pair[0].x1).collect();
    gaps.sort_by(f32::total_cmp);
    let (Some(widest), Some(usual)) = (gaps.last(), gaps.get(gaps.len() / 2)) else { return false };
    words.len() >= 6 && *widest > WIDE * line.piece.size && *widest > 4.0 * usual
}

/// Whether two lines stand over each other.
fn overprint(two: &[&FlowLine]) -> bool {
    let (a, b) = (&two[0].piece, &two[1].piece);
    let level = (a.base - b.base).abs() < 0.4 * a.size.min(b.size);
    level && a.x1.min(b.x1) - a.x0.max(b.x0) > a.size
}

#[cfg(test)]
mod tests {
    use super::super::pieces::Piece;
    use super::super::tags::Tag;
    use super::super::words::Word;
    use super::*;

    fn word(text: &str, x0: f32, base: f32) -> Word {
        let x1 = x0 + 5.0 * text.len() as f32;
        let (bold, italic, furniture, glued) = (false, false, false, false);
        Word {
            text: text.to_owned(),
            x0,
            x1,
            base,
            size: 10.0,
            bold,
            italic,
            furniture,
            colour: 0,
            tag: Tag::default(),
            glued,
        }
    }

    fn line(left: f32, base: f32, starts: &[f32]) -> Flow {
        let mut piece = Piece::new(word("plan", left, base), 0);
        for start in starts {
            piece.push(word("plan", *start, base));
        }
        Flow::Line(FlowLine { left, right: piece.x1, piece })
    }

    #[test]
    fn columns_side_by_side_are_counted() {
        let column = |left: f32| (0..4).map(move |index| line(left, 100.0 + 12.0 * index as f32, &[left + 23.0]));
        let one: Vec<Flow> = column(60.0).collect();
        let two: Vec<Flow> = column(60.0).chain(column(300.0)).collect();
        assert_eq!(look(&one, 0).columns, 1);
        assert_eq!(look(&two, 0).columns, 2);
        assert_eq!(look(&[], 3), PageLook { columns: 0, spliced: false, unmapped: 3 });
    }

    #[test]
    fn lines_with_a_gutter_in_them_and_lines_over_lines_are_odd() {
        let even = |base: f32| line(60.0, base, &[83.0, 106.0, 129.0, 152.0, 175.0]);
        let gap = |base: f32| line(60.0, base, &[83.0, 106.0, 150.0, 173.0, 196.0]);
        assert!(!look(&[even(100.0), even(112.0), even(124.0)], 0).spliced);
        assert!(look(&[gap(100.0), gap(112.0), even(124.0)], 0).spliced);
        assert!(look(&[even(100.0), even(101.0), even(100.5)], 0).spliced);
    }
}

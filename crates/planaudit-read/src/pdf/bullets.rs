//! Bullets that are drawn, not written: small round or square shapes one under the other, each before a line's first word.
//! They become glyphs, so that all that is known of bullets holds for them.

use hayro_font::kurbo::{Rect, Vec2};

use super::ink::{Glyph, Ink};

/// The smallest and the largest bullet, in points.
const SMALLEST: f64 = 1.0;
const LARGEST: f64 = 9.0;
/// Shapes looked at on one page; where there are more, they are a picture's.
const MOST: usize = 400;
/// Bullets one under the other from which on they make a list.
const FEWEST: usize = 2;
/// How far, in ems, a bullet may stand before its text, and how far from anything before it.
const GAP: f64 = 3.0;
const CLEAR: f64 = 2.0;

/// Whether a painted shape may be a bullet.
pub(super) fn may_be(shape: Rect) -> bool {
    let (wide, high) = (shape.width(), shape.height());
    let fits = |side: f64| (SMALLEST..=LARGEST).contains(&side);
    fits(wide) && fits(high) && (0.6..=1.7).contains(&(wide / high))
}

/// Writes a bullet where one is drawn.
pub(super) fn write(ink: &mut Ink) {
    let mut dots = std::mem::take(&mut ink.dots);
    if dots.len() > MOST {
        return;
    }
    // A bullet drawn in two layers is one.
    dots.sort_by(|a, b| a.y0.total_cmp(&b.y0).then(a.x0.total_cmp(&b.x0)));
    dots.dedup_by(|next, kept| next.center().distance(kept.center()) < SMALLEST);
    let found: Vec<Option<Glyph>> = dots.iter().map(|dot| text_after(&ink.glyphs, *dot)).collect();
    for (dot, glyph) in dots.iter().zip(&found) {
        let Some(glyph) = glyph.as_ref().filter(|_| is_listed(*dot, &dots, &found)) else { continue };
        let along = Vec2::new(dot.width(), 0.0);
        ink.glyphs.push(Glyph { character: '•', x: dot.x0, along, bold: false, italic: false, ..glyph.clone() });
    }
}

/// Whether a shape is one of several alike, one under the other, each with a line of its own; those of a dotted frame
/// stand closer and beside the lines.
fn is_listed(dot: Rect, dots: &[Rect], found: &[Option<Glyph>]) -> bool {
    let alike =
        |other: &Rect| (other.center().x - dot.center().x).abs() < 1.0 && (other.width() - dot.width()).abs() < 0.5;
    let column = || dots.iter().zip(found).filter(|(other, _)| alike(other));
    let texts = column().filter(|(_, glyph)| glyph.is_some()).count();
    let crowded = column()
        .filter_map(|(other, glyph)| Some((other, glyph.as_ref()?)))
        .any(|(other, glyph)| column().any(|(next, _)| next.y0 > other.y0 && next.y0 - other.y0 < 0.9 * glyph.size));
    texts >= FEWEST && texts * 5 >= column().count() * 4 && !crowded
}

/// The glyph right of a shape, on whose line the shape stands as its first mark.
fn text_after(glyphs: &[Glyph], dot: Rect) -> Option<Glyph> {
    let middle = dot.center().y;
    let level = |glyph: &&Glyph| {
        let height = (glyph.y - middle) / glyph.size;
        !glyph.character.is_whitespace() && (-0.05..0.75).contains(&height) && dot.height() < 0.8 * glyph.size
    };
    let after = |glyph: &&Glyph| glyph.x >= dot.x1 - 0.5 && glyph.x < dot.x1 + GAP * glyph.size;
    let first = glyphs.iter().filter(level).filter(after).min_by(|a, b| a.x.total_cmp(&b.x))?;
    let before = |glyph: &Glyph| {
        let end = glyph.x + glyph.along.x;
        end > dot.x0 - CLEAR * glyph.size && glyph.x < dot.x1 - 0.5
    };
    let clear = !glyphs.iter().filter(level).any(before);
    let opens = first.character.is_alphanumeric() || "“‘\"'(£".contains(first.character);
    (clear && opens).then(|| first.clone())
}

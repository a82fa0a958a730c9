//! What a page's content stream draws, as far as reading needs it.

use hayro_font::kurbo::{Affine, Point, Rect, Vec2};

use super::bullets;
use super::tags::Tag;

/// Shapes kept on one page; maps and charts draw hundreds of thousands that rule nothing.
const MOST_SHAPES: usize = 6_000;
/// A filled shape at most this thick, in points, is a ruled line.
const THICKEST_RULE: f64 = 3.0;

/// One glyph where it stands; y grows downwards.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// What it says; U+FFFD where the font does not tell.
    pub(super) character: char,
    /// Its origin.
    pub(super) x: f64,
    /// Its baseline.
    pub(super) y: f64,
    /// From its origin to the next glyph's.
    pub(super) along: Vec2,
    /// Height of its em.
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Marked by the file itself as a running header, footer or page number.
    pub(super) furniture: bool,
    /// Its ink, coarsely.
    pub(super) colour: u16,
    /// What the file says of it.
    pub(super) tag: Tag,
}

/// A ruled line, level or upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// Its place across its run: y of a level rule, x of an upright one.
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// All that is on a page.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) level: Vec<Rule>,
    pub(super) upright: Vec<Rule>,
    /// Edges of filled and stroked boxes.
    pub(super) level_edges: Vec<Rule>,
    pub(super) upright_edges: Vec<Rule>,
    /// Share of the page that pictures cover.
    pub(super) pictures: f64,
    /// Small shapes that may be bullets.
    pub(super) dots: Vec<Rect>,
    shapes: usize,
}

impl Ink {
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self { width, height, ..Self::default() }
    }

    /// Spreads the characters of a ligature over the glyph's width.
    pub(super) fn push_spread(&mut self, text: &str, glyph: &Glyph) {
        let count = text.chars().count().max(1) as f64;
        for (index, character) in text.chars().enumerate() {
            let share = index as f64 / count;
            self.glyphs.push(Glyph {
                character,
                x: glyph.x + glyph.along.x * share,
                y: glyph.y + glyph.along.y * share,
                along: glyph.along / count,
                ..glyph.clone()
            });
        }
    }

    /// Replaces the glyphs since `from` by what the file says they mean.
    pub(super) fn speak(&mut self, from: usize, text: &str) {
        let Some(first) = self.glyphs.get(from).cloned() else { return };
        let one_line = self.glyphs[from..].iter().all(|glyph| (glyph.y - first.y).abs() < first.size * 0.6);
        let drawn = self.glyphs.len() - from;
        // Producers also hang whole paragraphs here; those are drawn well enough.
        if !one_line || text.is_empty() || drawn > 8 || text.chars().count() > drawn * 4 + 8 {
            return;
        }
        let end = self
            .glyphs
            .last()
            .map_or(first.along, |last| Vec2::new(last.x + last.along.x - first.x, last.y + last.along.y - first.y));
        self.glyphs.truncate(from);
        self.push_spread(text, &Glyph { along: end, ..first });
    }

    pub(super) fn add_picture(&mut self, place: Rect) {
        let seen = place.intersect(Rect::new(0.0, 0.0, self.width, self.height));
        let page = (self.width * self.height).max(1.0);
        self.pictures += (seen.width().max(0.0) * seen.height().max(0.0)) / page;
    }

    /// Takes a painted shape: thin ones are rules, the edges of others bound boxes.
    pub(super) fn add_shape(&mut self, shape: Rect) {
        self.shapes += 1;
        if self.shapes > MOST_SHAPES {
            self.dots.clear();
            for rules in [&mut self.level, &mut self.upright, &mut self.level_edges, &mut self.upright_edges] {
                rules.clear();
            }
            return;
        }
        let (wide, high) = (shape.width(), shape.height());
        let (x, y) = (shape.center().x, shape.center().y);
        self.add_dot(shape);
        if high <= THICKEST_RULE && wide > 6.0 {
            self.level.push(Rule { at: y, from: shape.x0, to: shape.x1 });
        } else if wide <= THICKEST_RULE && high > 4.0 {
            self.upright.push(Rule { at: x, from: shape.y0, to: shape.y1 });
        } else if wide > 12.0 && high > 6.0 && wide * high < self.width * self.height * 0.9 {
            for at in [shape.y0, shape.y1] {
                self.level_edges.push(Rule { at, from: shape.x0, to: shape.x1 });
            }
            for at in [shape.x0, shape.x1] {
                self.upright_edges.push(Rule { at, from: shape.y0, to: shape.y1 });
            }
        }
    }

    /// Takes a painted shape if it may be a bullet.
    pub(super) fn add_dot(&mut self, shape: Rect) {
        if self.shapes <= MOST_SHAPES && self.dots.len() < MOST_SHAPES && bullets::may_be(shape) {
            self.dots.push(shape);
        }
    }

    /// How many shapes are painted.
    pub(super) fn shapes(&self) -> usize {
        self.shapes
    }

    /// Turns the page so that most of its text runs from left to right; drops what still does not, and what lies
    /// off the page.
    pub(super) fn level_out(&mut self) {
        let mut ways = [0usize; 5];
        for glyph in &self.glyphs {
            if let Some(way) = way(glyph.along) {
                ways[way] += 1;
            }
        }
        let most = (0..4).max_by_key(|&way| (ways[way], 4 - way)).unwrap_or(0);
        if most != 0 && ways[most] > 2 * ways[0] {
            self.turn(most);
        }
        let (width, height) = (self.width, self.height);
        self.glyphs.retain(|glyph| {
            let (x, y) = (glyph.x + glyph.along.x / 2.0, glyph.y - glyph.size * 0.3);
            way(glyph.along).is_none_or(|way| way == 0)
                && (0.0..=width).contains(&x)
                && (0.0..=height).contains(&y)
                && glyph.size.is_finite()
                && glyph.size > 0.5
        });
    }

    fn turn(&mut self, way: usize) {
        self.dots.clear();
        let turn = match way {
            1 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, self.width]),
            2 => Affine::new([-1.0, 0.0, 0.0, -1.0, self.width, self.height]),
            _ => Affine::new([0.0, 1.0, -1.0, 0.0, self.height, 0.0]),
        };
        let [a, b, c, d, _, _] = turn.as_coeffs();
        for glyph in &mut self.glyphs {
            let place = turn * Point::new(glyph.x, glyph.y);
            (glyph.x, glyph.y) = (place.x, place.y);
            let along = glyph.along;
            glyph.along = Vec2::new(a * along.x + c * along.y, b * along.x + d * along.y);
        }
        let turned = |rule: &Rule, level: bool| {
            let ends = if level {
                Rect::new(rule.from, rule.at, rule.to, rule.at)
            } else {
                Rect::new(rule.at, rule.from, rule.at, rule.to)
            };
            turn.transform_rect_bbox(ends)
        };
        let shapes: Vec<Rect> = (self.level.iter().map(|rule| turned(rule, true)))
            .chain(self.upright.iter().map(|rule| turned(rule, false)))
            .collect();
        self.level.clear();
        self.upright.clear();
        // Boxes of a turned page are left out: its tables are ruled or aligned.
        self.level_edges.clear();
        self.upright_edges.clear();
        if way != 2 {
            std::mem::swap(&mut self.width, &mut self.height);
        }
        self.shapes = 0;
        for shape in shapes {
            self.add_shape(shape);
        }
    }
}

/// Which way a glyph runs: 0 right, 1 down, 2 left, 3 up, 4 aslant; `None` where it does not move.
fn way(along: Vec2) -> Option<usize> {
    let (x, y) = (along.x, along.y);
    if x.abs() > 6.0 * y.abs() {
        Some(if x > 0.0 { 0 } else { 2 })
    } else if y.abs() > 6.0 * x.abs() {
        Some(if y > 0.0 { 1 } else { 3 })
    } else if x == 0.0 && y == 0.0 {
        None
    } else {
        Some(4)
    }
}

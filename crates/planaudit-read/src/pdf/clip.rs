//! What a page shows of what is drawn: text outside the clipping path is there for nobody to see. Figures cut out of
//! another document carry that document's text with them.

use hayro_font::kurbo::{Affine, Point, Rect, Vec2};
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Number;

/// Everything shows.
pub(super) const ALL: Rect = Rect::new(-1e9, -1e9, 1e9, 1e9);

/// How far the path being drawn reaches, and whether it is to clip what follows.
#[derive(Debug, Default)]
pub(super) struct Outline {
    extent: Option<Rect>,
    clips: bool,
}

impl Outline {
    /// Follows one operation of a path.
    pub(super) fn follow(&mut self, operation: &TypedInstruction<'_, '_>, ctm: Affine) {
        match operation {
            TypedInstruction::RectPath(r) => {
                let (x, y) = (r.0.as_f64(), r.1.as_f64());
                let rect = Rect::new(x, y, x + r.2.as_f64(), y + r.3.as_f64());
                self.reach(ctm.transform_rect_bbox(rect));
            }
            TypedInstruction::MoveTo(p) => self.points(ctm, &[[p.0, p.1]]),
            TypedInstruction::LineTo(p) => self.points(ctm, &[[p.0, p.1]]),
            TypedInstruction::CubicTo(c) => self.points(ctm, &[[c.0, c.1], [c.2, c.3], [c.4, c.5]]),
            TypedInstruction::CubicStartTo(c) => self.points(ctm, &[[c.0, c.1], [c.2, c.3]]),
            TypedInstruction::CubicEndTo(c) => self.points(ctm, &[[c.0, c.1], [c.2, c.3]]),
            TypedInstruction::ClipNonZero(_) | TypedInstruction::ClipEvenOdd(_) => self.clips = true,
            _ => {}
        }
    }

    /// Ends the path: what it leaves to be seen, if it clips.
    pub(super) fn end(&mut self) -> Option<Rect> {
        let Self { extent, clips } = std::mem::take(self);
        extent.filter(|_| clips)
    }

    fn points(&mut self, ctm: Affine, points: &[[Number; 2]]) {
        for [x, y] in points {
            let point = ctm * Point::new(x.as_f64(), y.as_f64());
            self.reach(Rect::from_points(point, point));
        }
    }

    fn reach(&mut self, part: Rect) {
        self.extent = Some(self.extent.map_or(part, |extent| extent.union(part)));
    }
}

/// Whether any of a glyph shows: it stands at `origin`, reaches to the next one and up to its height.
pub(super) fn shows(clip: Rect, origin: Point, along: Vec2, up: Vec2) -> bool {
    let glyph = Rect::from_points(origin - up * 0.2, origin + along + up * 0.7);
    glyph.x0 <= clip.x1 && glyph.x1 >= clip.x0 && glyph.y0 <= clip.y1 && glyph.y1 >= clip.y0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_outside_does_not_show() {
        let clip = Rect::new(0.0, 0.0, 100.0, 100.0);
        let shown = |x: f64, y: f64| shows(clip, Point::new(x, y), Vec2::new(5.0, 0.0), Vec2::new(0.0, -10.0));
        assert!(shown(50.0, 50.0));
        assert!(shown(50.0, 104.0), "its upper half");
        assert!(!shown(50.0, 120.0));
        assert!(!shown(-20.0, 50.0));
    }
}

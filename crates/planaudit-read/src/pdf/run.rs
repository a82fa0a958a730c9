//! What a page's content gathers as it runs: ink, saved states, marked stretches, the path being drawn.

use hayro_font::kurbo::{Point, Rect};
use hayro_syntax::content::ops::TypedInstruction;

use super::budget::Budget;
use super::clip::Outline;
use super::ink::Ink;
use super::state::State;
use super::tags::Tag;

/// A stretch of marked content.
pub(super) struct Marked {
    pub(super) hidden: bool,
    pub(super) furniture: bool,
    pub(super) spoken: Option<(usize, String)>,
    pub(super) tag: Tag,
}

/// What is gathered while a page's content runs.
pub(super) struct Run {
    pub(super) ink: Ink,
    pub(super) state: State,
    pub(super) saved: Vec<State>,
    pub(super) marked: Vec<Marked>,
    pub(super) budget: Budget,
    pub(super) path: Vec<Rect>,
    pub(super) pen: Point,
    outline: Outline,
    /// The ground that each closed figure of the path covers.
    figures: Vec<Rect>,
    figure: Option<Rect>,
}

impl Run {
    pub(super) fn new(ink: Ink, state: State, budget: Budget) -> Self {
        Self {
            ink,
            state,
            saved: Vec::new(),
            marked: Vec::new(),
            budget,
            path: Vec::new(),
            pen: Point::ZERO,
            outline: Outline::default(),
            figures: Vec::new(),
            figure: None,
        }
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.marked.last().is_some_and(|mark| mark.hidden)
    }

    pub(super) fn in_furniture(&self) -> bool {
        self.marked.last().is_some_and(|mark| mark.furniture)
    }

    /// What the file says of the text to come.
    pub(super) fn tag(&self) -> Tag {
        self.marked.last().map(|mark| mark.tag).unwrap_or_default()
    }

    pub(super) fn mark(&mut self, hidden: bool, furniture: bool, spoken: Option<String>, tag: Option<Tag>) {
        let (hidden, furniture) = (hidden || self.is_hidden(), furniture || self.in_furniture());
        let spoken = spoken.map(|text| (self.ink.glyphs.len(), text));
        let tag = tag.unwrap_or_else(|| self.tag());
        self.marked.push(Marked { hidden, furniture, spoken, tag });
    }

    pub(super) fn end_marked(&mut self) {
        if let Some(Marked { spoken: Some((from, text)), .. }) = self.marked.pop() {
            self.ink.speak(from, &text);
        }
    }

    pub(super) fn picture(&mut self) {
        if !self.is_hidden() {
            let unit = self.state.ctm.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0));
            self.ink.add_picture(unit);
        }
    }

    pub(super) fn path(&mut self, operation: &TypedInstruction<'_, '_>) {
        self.outline.follow(operation, self.state.ctm);
        match operation {
            TypedInstruction::RectPath(r) => {
                let (x, y) = (r.0.as_f64(), r.1.as_f64());
                let rect = Rect::new(x, y, x + r.2.as_f64(), y + r.3.as_f64());
                self.path.push(self.state.ctm.transform_rect_bbox(rect));
            }
            TypedInstruction::MoveTo(p) => {
                self.pen = self.state.ctm * Point::new(p.0.as_f64(), p.1.as_f64());
                self.figures.extend(self.figure.take());
            }
            TypedInstruction::LineTo(p) => {
                let to = self.state.ctm * Point::new(p.0.as_f64(), p.1.as_f64());
                // Only upright and level strokes can rule a table.
                if (to.x - self.pen.x).abs() < 0.5 || (to.y - self.pen.y).abs() < 0.5 {
                    self.path.push(Rect::from_points(self.pen, to));
                }
                self.draw_to(to);
            }
            TypedInstruction::CubicTo(c) => self.draw_to(self.state.ctm * Point::new(c.4.as_f64(), c.5.as_f64())),
            TypedInstruction::CubicStartTo(c) => self.draw_to(self.state.ctm * Point::new(c.2.as_f64(), c.3.as_f64())),
            TypedInstruction::CubicEndTo(c) => self.draw_to(self.state.ctm * Point::new(c.2.as_f64(), c.3.as_f64())),
            TypedInstruction::StrokePath(_)
            | TypedInstruction::CloseAndStrokePath(_)
            | TypedInstruction::FillPathNonZero(_)
            | TypedInstruction::FillPathEvenOdd(_)
            | TypedInstruction::FillPathNonZeroCompatibility(_)
            | TypedInstruction::FillAndStrokeNonZero(_)
            | TypedInstruction::FillAndStrokeEvenOdd(_)
            | TypedInstruction::CloseFillAndStrokeNonZero(_)
            | TypedInstruction::CloseFillAndStrokeEvenOdd(_) => self.paint(),
            TypedInstruction::EndPath(_) => self.end_path(),
            _ => {}
        }
    }

    fn draw_to(&mut self, to: Point) {
        let reach = self.figure.unwrap_or_else(|| Rect::from_points(self.pen, self.pen));
        self.figure = Some(reach.union_pt(to));
        self.pen = to;
    }

    fn paint(&mut self) {
        let hidden = self.is_hidden();
        self.figures.extend(self.figure.take());
        for figure in self.figures.drain(..) {
            if !hidden {
                self.ink.add_dot(figure);
            }
        }
        for rect in self.path.drain(..) {
            if !hidden {
                self.ink.add_shape(rect);
            }
        }
        self.end_path();
    }

    /// Ends a path, painted or not.
    pub(super) fn end_path(&mut self) {
        self.path.clear();
        self.figures.clear();
        self.figure = None;
        if let Some(seen) = self.outline.end() {
            self.clip(seen);
        }
    }

    /// Lets nothing be seen outside of `seen`.
    pub(super) fn clip(&mut self, seen: Rect) {
        self.state.clip = self.state.clip.intersect(seen);
    }
}

//! The graphics state, as far as it places and inks text.

use hayro_font::kurbo::{Affine, Point, Rect, Vec2};
use hayro_syntax::object::Number;

use super::clip;

/// What `q` saves and `Q` restores.
#[derive(Clone)]
pub(super) struct State {
    pub(super) ctm: Affine,
    pub(super) font: Option<u16>,
    pub(super) size: f64,
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) mode: i64,
    pub(super) colour: u16,
    pub(super) text: Affine,
    pub(super) line: Affine,
    /// Bounds what can be seen.
    pub(super) clip: Rect,
}

impl State {
    pub(super) fn new(ctm: Affine) -> Self {
        Self {
            ctm,
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            colour: 0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
            clip: clip::ALL,
        }
    }

    pub(super) fn place(&mut self, matrix: Affine) {
        self.text = matrix;
        self.line = matrix;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.place(self.line * Affine::translate((x, y)));
    }

    pub(super) fn adjust(&mut self, thousandths: f64) {
        self.text *= Affine::translate((-thousandths / 1000.0 * self.size * self.stretch, 0.0));
    }
}

/// Red, green and blue in sixteen steps each: enough to tell a heading's ink from the text's. Spaces of colour are
/// guessed from the count of numbers.
pub(super) fn colour(numbers: &[Number]) -> u16 {
    let level = |value: f64| (0..15u16).filter(|step| value * 15.0 > f64::from(*step) + 0.5).count() as u16;
    let at = |index: usize| numbers.get(index).map_or(0.0, Number::as_f64);
    let [red, green, blue] = match numbers.len() {
        1 => [at(0); 3],
        3 => [at(0), at(1), at(2)],
        4 => [0, 1, 2].map(|index| (1.0 - at(index)) * (1.0 - at(3))),
        _ => [0.0; 3],
    };
    level(red) << 8 | level(green) << 4 | level(blue)
}

/// A matrix from six operands.
pub(super) fn affine(numbers: [&Number; 6]) -> Affine {
    Affine::new(numbers.map(Number::as_f64))
}

/// A step in the matrix's space, without its shift.
pub(super) fn vector(matrix: Affine, x: f64, y: f64) -> Vec2 {
    let place = matrix * Point::new(x, y) - matrix * Point::ZERO;
    Vec2::new(place.x, place.y)
}

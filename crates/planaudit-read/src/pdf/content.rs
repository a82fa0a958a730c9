//! A page's content stream becomes ink: glyphs with their places, ruled lines, a count of pictures.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_font::kurbo::{Affine, Point, Rect};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::clip::shows;
use super::fonts::{Fonts, Says};
use super::ink::{Glyph, Ink};
use super::layers::Layers;
use super::run::Run;
use super::state::{State, affine, colour, vector};
use super::tags::{Tag, Tags};

/// Forms within forms deeper than this are left out.
const DEEPEST_FORM: u8 = 24;
/// Saved graphics states kept.
const MOST_STATES: usize = 512;

/// Reads pages of one file; remembers its fonts.
pub(super) struct Contents<'a> {
    fonts: Fonts<'a>,
    layers: Layers,
    budget: Budget,
    tags: Tags<'a>,
    /// What the numbered stretches of the page or form being read are.
    stretches: Vec<Tag>,
}

impl<'a> Contents<'a> {
    pub(super) fn new(layers: Layers, tags: Tags<'a>) -> Self {
        Self { fonts: Fonts::new(), layers, budget: Budget::of_file(), tags, stretches: Vec::new() }
    }

    /// The ink of a page, its origin at the top left, in points; and whether all of the page could be read.
    pub(super) fn read(&mut self, page: &Page<'a>) -> (Ink, bool) {
        let (width, height) = page.render_dimensions();
        let initial = Affine::new(page.initial_transform(true).as_coeffs());
        let given = self.budget.page();
        let mut run = Run::new(Ink::new(f64::from(width), f64::from(height)), State::new(initial), given);
        // What was read before something upset the library is kept.
        let read = catch_unwind(AssertUnwindSafe(|| {
            self.stretches = self.tags.stretches(page.raw());
            let content = stream_of(page);
            if run.budget.take_bytes(content.len()) {
                self.interpret(&content, page.resources(), &mut run, 0);
            }
        }));
        self.budget.settle(given, run.budget);
        (run.ink, read.is_ok() && !run.budget.is_spent())
    }

    fn interpret(&mut self, stream: &[u8], resources: &Resources<'a>, run: &mut Run, depth: u8) {
        let (saved_before, marked_before) = (run.saved.len(), run.marked.len());
        let mut fonts: Vec<(Vec<u8>, Option<u16>)> = Vec::new();
        let mut operations = TypedIter::new(stream);
        while let Some(operation) = operations.next() {
            if !run.budget.take_operation() {
                break;
            }
            match operation {
                TypedInstruction::SaveState(_) => {
                    if run.saved.len() < MOST_STATES {
                        run.saved.push(run.state.clone());
                    }
                }
                TypedInstruction::RestoreState(_) => {
                    if run.saved.len() > saved_before
                        && let Some(state) = run.saved.pop()
                    {
                        run.state = state;
                    }
                }
                TypedInstruction::Transform(t) => {
                    run.state.ctm *= affine([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]);
                }
                TypedInstruction::BeginText(_) => run.state.place(Affine::IDENTITY),
                TypedInstruction::SetTextMatrix(m) => {
                    run.state.place(affine([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]));
                }
                TypedInstruction::TextFont(font) => {
                    run.state.size = font.1.as_f64();
                    let name = font.0.as_ref();
                    run.state.font = if let Some((_, index)) = fonts.iter().find(|(known, _)| known == name) {
                        *index
                    } else {
                        let index = self.fonts.find(&resources.fonts, font.0);
                        fonts.push((name.to_vec(), index));
                        index
                    };
                }
                TypedInstruction::CharacterSpacing(space) => run.state.character_space = space.0.as_f64(),
                TypedInstruction::WordSpacing(space) => run.state.word_space = space.0.as_f64(),
                TypedInstruction::HorizontalScaling(scale) => run.state.stretch = scale.0.as_f64() / 100.0,
                TypedInstruction::TextLeading(leading) => run.state.leading = leading.0.as_f64(),
                TypedInstruction::TextRise(rise) => run.state.rise = rise.0.as_f64(),
                TypedInstruction::TextRenderingMode(mode) => run.state.mode = mode.0.as_i64(),
                TypedInstruction::NextLine(step) => run.state.next_line(step.0.as_f64(), step.1.as_f64()),
                TypedInstruction::NextLineAndSetLeading(step) => {
                    run.state.leading = -step.1.as_f64();
                    run.state.next_line(step.0.as_f64(), step.1.as_f64());
                }
                TypedInstruction::NextLineUsingLeading(_) => run.state.next_line(0.0, -run.state.leading),
                TypedInstruction::ShowText(text) => self.show(text.0.as_bytes(), run),
                TypedInstruction::NextLineAndShowText(text) => {
                    run.state.next_line(0.0, -run.state.leading);
                    self.show(text.0.as_bytes(), run);
                }
                TypedInstruction::ShowTextWithParameters(text) => {
                    run.state.word_space = text.0.as_f64();
                    run.state.character_space = text.1.as_f64();
                    run.state.next_line(0.0, -run.state.leading);
                    self.show(text.2.as_bytes(), run);
                }
                TypedInstruction::ShowTexts(texts) => {
                    for part in texts.0.iter::<Object<'_>>() {
                        match part {
                            Object::Number(adjustment) => run.state.adjust(adjustment.as_f64()),
                            Object::String(text) => self.show(text.as_bytes(), run),
                            _ => {}
                        }
                    }
                }
                TypedInstruction::NonStrokeColorDeviceGray(c) => run.state.colour = colour(&[c.0]),
                TypedInstruction::NonStrokeColorDeviceRgb(c) => run.state.colour = colour(&[c.0, c.1, c.2]),
                TypedInstruction::NonStrokeColorCmyk(c) => run.state.colour = colour(&[c.0, c.1, c.2, c.3]),
                TypedInstruction::NonStrokeColor(c) => run.state.colour = colour(&c.0),
                TypedInstruction::NonStrokeColorNamed(c) => run.state.colour = colour(&c.0),
                TypedInstruction::ColorSpaceNonStroke(_) => run.state.colour = 0,
                TypedInstruction::BeginMarkedContent(_) => run.mark(false, false, None, None),
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    self.begin_marked(mark.0, mark.1, resources, run);
                }
                TypedInstruction::EndMarkedContent(_) => {
                    if run.marked.len() > marked_before {
                        run.end_marked();
                    }
                }
                TypedInstruction::XObject(object) => {
                    if let Some(stream) = resources.get_x_object(object.0)
                        && !run.is_hidden()
                    {
                        self.draw(&stream, resources, run, depth);
                    }
                }
                TypedInstruction::InlineImage(_) => run.picture(),
                other => run.path(&other),
            }
        }
        run.end_path();
        if run.saved.len() > saved_before {
            run.saved.truncate(saved_before + 1);
            if let Some(state) = run.saved.pop() {
                run.state = state;
            }
        }
        while run.marked.len() > marked_before {
            run.end_marked();
        }
    }

    fn draw(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, run: &mut Run, depth: u8) {
        let dict = stream.dict();
        if self.layers.hides(dict, b"OC") {
            return;
        }
        let Some(subtype) = dict.get::<Name<'_>>("Subtype") else { return };
        if subtype.as_ref() == b"Image" {
            run.picture();
        } else if subtype.as_ref() == b"Form" && depth < DEEPEST_FORM {
            let Ok(data) = stream.decoded_data() else { return };
            if !run.budget.take_form(data.len()) {
                return;
            }
            let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
            let before = run.state.clone();
            if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
                run.state.ctm *= Affine::new(matrix);
            }
            if let Some([x0, y0, x1, y1]) = dict.get::<[f64; 4]>("BBox") {
                run.clip(run.state.ctm.transform_rect_bbox(Rect::new(x0, y0, x1, y1)));
            }
            let stretches = dict.contains_key("StructParents").then(|| self.tags.stretches(dict));
            let outer = stretches.map(|own| std::mem::replace(&mut self.stretches, own));
            self.interpret(&data, own.as_ref().unwrap_or(resources), run, depth + 1);
            if let Some(outer) = outer {
                self.stretches = outer;
            }
            run.state = before;
        }
    }

    fn begin_marked(&self, tag: &Name<'_>, properties: &Object<'_>, resources: &Resources<'a>, run: &mut Run) {
        let by_name = match properties {
            Object::Name(name) => Some(name),
            _ => None,
        };
        let hidden = by_name.is_some_and(|name| self.layers.hides(&resources.properties, name.as_ref()));
        let resolved = by_name.and_then(|name| resources.properties.get::<Dict<'_>>(name.as_ref()));
        let dict = match properties {
            Object::Dict(dict) => Some(dict),
            _ => resolved.as_ref(),
        };
        let furniture = tag.as_ref() == b"Artifact"
            && dict.is_some_and(|dict| {
                dict.get::<Name<'_>>("Type").is_some_and(|kind| kind.as_ref() == b"Pagination")
                    && dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_ref() != b"Watermark")
            });
        let spoken = dict
            .and_then(|dict| dict.get::<hayro_syntax::object::String<'_>>("ActualText"))
            .map(|text| super::metadata::text_string(text.as_bytes()));
        let number = dict.and_then(|dict| dict.get::<u32>("MCID"));
        let tag = number.and_then(|number| self.stretches.get(number as usize)).copied();
        run.mark(hidden, furniture, spoken, tag);
    }

    fn show(&mut self, bytes: &[u8], run: &mut Run) {
        if run.state.font.is_none() {
            run.state.font = self.fonts.fallback();
        }
        let Some(face) = run.state.font.and_then(|font| self.fonts.face(font)) else { return };
        let (hidden, furniture, tag) = (run.is_hidden(), run.in_furniture(), run.tag());
        let horizontal = face.is_horizontal();
        let state = &mut run.state;
        let mut at = 0;
        while at < bytes.len() && run.budget.take_glyph() {
            let (code, length) = face.next_code(bytes, at);
            at += length;
            let known = face.code(code);
            let mut advance = known.advance / 1000.0 * state.size + state.character_space;
            if code == 32 && length == 1 {
                advance += state.word_space;
            }
            advance *= state.stretch;
            if horizontal && !hidden {
                let whole = state.ctm * state.text;
                let origin = whole * Point::new(0.0, state.rise);
                let along = vector(whole, advance, 0.0);
                let up = vector(whole, 0.0, state.size * face.em);
                let shown = shows(state.clip, origin, along, up);
                let glyph = Glyph {
                    character: '\u{fffd}',
                    x: origin.x,
                    y: origin.y,
                    along,
                    size: up.hypot(),
                    bold: face.bold || state.mode == 2,
                    // Upright letters slanted by the text matrix.
                    italic: face.italic || (along.dot(up) / (along.hypot() * up.hypot()).max(1e-9)) > 0.12,
                    furniture,
                    colour: state.colour,
                    tag,
                };
                match &known.says {
                    _ if !shown => {}
                    Says::One(character) => run.ink.glyphs.push(Glyph { character: *character, ..glyph }),
                    Says::Nothing => run.ink.glyphs.push(glyph),
                    Says::Many(text) => run.ink.push_spread(text, &glyph),
                }
            }
            state.text *= Affine::translate(if horizontal { (advance, 0.0) } else { (0.0, -state.size) });
        }
    }
}

/// A page's content, decoded here so that the file does not keep every page's.
fn stream_of(page: &Page<'_>) -> Vec<u8> {
    let decoded = |stream: Stream<'_>| stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default();
    if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
        return decoded(stream);
    }
    let parts = page.raw().get::<Array<'_>>("Contents").into_iter();
    parts.flat_map(|parts| parts.iter::<Stream<'_>>().map(decoded).collect::<Vec<_>>()).fold(
        Vec::new(),
        |mut whole, part| {
            whole.extend(part);
            whole.push(b' ');
            whole
        },
    )
}

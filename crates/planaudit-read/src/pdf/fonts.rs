//! The fonts of a file: what each code says, how wide it is, and whether it is bold.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_font::hayro_cmap::{BfString, load_embedded};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, StandardFont};
use hayro_syntax::object::dict::keys::{BASE_FONT, FONT_BBOX, FONT_DESC, FONT_MATRIX, FONT_WEIGHT};
use hayro_syntax::object::{Dict, Name, ObjectIdentifier};

/// Codes above this are looked up each time instead of being remembered.
const REMEMBERED_CODES: usize = 1 << 16;

/// Every font met so far, by its index.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    cmaps: CMapResolverFn,
    by_object: HashMap<ObjectIdentifier, Option<u16>>,
    faces: Vec<Face<'a>>,
}

/// One font as the text needs it.
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// Set in bold.
    pub(super) bold: bool,
    /// Set in italics.
    pub(super) italic: bool,
    /// Height of its em where the font counts in units of its own, else 1.
    pub(super) em: f64,
    /// Letters stand for pictures.
    dingbats: bool,
    codes: Vec<Option<Code>>,
}

/// What one character code stands for.
#[derive(Clone)]
pub(super) struct Code {
    /// What it says.
    pub(super) says: Says,
    /// How far the pen moves, in thousandths of an em.
    pub(super) advance: f64,
}

/// The characters of a code.
#[derive(Clone)]
pub(super) enum Says {
    /// The font does not tell.
    Nothing,
    /// One character.
    One(char),
    /// A ligature.
    Many(Arc<str>),
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            programs: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
            }),
            cmaps: Arc::new(load_embedded),
            by_object: HashMap::new(),
            faces: Vec::new(),
        }
    }

    /// The index of the font a resource dictionary names; Helvetica where it names none.
    pub(super) fn find(&mut self, resources: &Dict<'a>, name: &Name<'_>) -> Option<u16> {
        let id = resources.get_ref(name.as_ref()).map(ObjectIdentifier::from);
        if let Some(known) = id.and_then(|id| self.by_object.get(&id)) {
            return *known;
        }
        let Some(dict) = resources.get::<Dict<'a>>(name.as_ref()) else { return self.fallback() };
        let index = self.load(&dict);
        if let Some(id) = id {
            self.by_object.insert(id, index);
        }
        index
    }

    /// Helvetica, for text shown without a font.
    pub(super) fn fallback(&mut self) -> Option<u16> {
        let font = self.cache.standard_font(StandardFont::Helvetica, &self.programs)?;
        self.add(Face { font, bold: false, italic: false, em: 1.0, dingbats: false, codes: Vec::new() })
    }

    pub(super) fn face(&mut self, index: u16) -> Option<&mut Face<'a>> {
        self.faces.get_mut(usize::from(index))
    }

    fn load(&mut self, dict: &Dict<'a>) -> Option<u16> {
        // A font that upsets the library costs its own letters, not the page.
        let font = catch_unwind(AssertUnwindSafe(|| self.cache.font(dict, &self.programs, &self.cmaps))).ok().flatten();
        let Some(font) = font else { return self.fallback() };
        let descriptor = descriptor(dict);
        let name = dict.get::<Name<'_>>(BASE_FONT).map(|name| name.as_str().to_ascii_lowercase()).unwrap_or_default();
        let number = |key: &[u8]| descriptor.as_ref().and_then(|d| d.get::<f32>(key)).unwrap_or(0.0);
        let flags = descriptor.as_ref().and_then(|d| d.get::<u32>("Flags")).unwrap_or(0);
        let face = Face {
            font,
            bold: names_bold(&name) || number(FONT_WEIGHT) >= 600.0 || flags & (1 << 18) != 0,
            italic: name.contains("italic") || name.contains("oblique") || flags & (1 << 6) != 0,
            em: own_em(dict),
            dingbats: name.contains("dings") || name.contains("symbol") && flags & (1 << 2) != 0,
            codes: Vec::new(),
        };
        self.add(face)
    }

    fn add(&mut self, face: Face<'a>) -> Option<u16> {
        let index = u16::try_from(self.faces.len()).ok()?;
        self.faces.push(face);
        Some(index)
    }
}

impl Face<'_> {
    /// The next code of a string and how many bytes it takes.
    pub(super) fn next_code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// Whether text runs from left to right.
    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// What a code stands for.
    pub(super) fn code(&mut self, code: u32) -> Code {
        let slot = code as usize;
        if slot >= REMEMBERED_CODES {
            return self.look_up(code);
        }
        if slot >= self.codes.len() {
            self.codes.resize(slot + 1, None);
        }
        if let Some(known) = &self.codes[slot] {
            return known.clone();
        }
        let found = self.look_up(code);
        self.codes[slot] = Some(found.clone());
        found
    }

    fn look_up(&self, code: u32) -> Code {
        let look = || match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let unicode = catch_unwind(AssertUnwindSafe(look)).ok().flatten();
        let says = match unicode {
            None => Says::Nothing,
            Some(BfString::Char(character)) => Says::One(character),
            Some(BfString::String(text)) => {
                let mut characters = text.chars();
                match (characters.next(), characters.next()) {
                    (None, _) => Says::Nothing,
                    (Some(only), None) => Says::One(only),
                    _ => Says::Many(text.into()),
                }
            }
        };
        let says = match says {
            Says::One(letter) if self.dingbats && (letter.is_alphanumeric() || "§¨·".contains(letter)) => {
                Says::One('•')
            }
            other => other,
        };
        Code { says, advance: self.font.code_advance(code).x }
    }
}

fn names_bold(name: &str) -> bool {
    ["bold", "black", "heavy", "demi", "-bd", "_bd", "extrab"].iter().any(|mark| name.contains(mark))
        && !name.contains("semilight")
}

fn descriptor<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get::<Dict<'a>>(FONT_DESC).or_else(|| {
        let descendants = dict.get::<hayro_syntax::object::Array<'a>>("DescendantFonts")?;
        descendants.iter::<Dict<'a>>().next()?.get::<Dict<'a>>(FONT_DESC)
    })
}

/// Fonts of drawn glyphs choose their own unit; the height of their box stands for the em.
fn own_em(dict: &Dict<'_>) -> f64 {
    let (Some(matrix), Some(bbox)) = (dict.get::<[f64; 6]>(FONT_MATRIX), dict.get::<[f64; 4]>(FONT_BBOX)) else {
        return 1.0;
    };
    let em = ((bbox[3] - bbox[1]) * matrix[3]).abs();
    if em > 0.01 && em < 100.0 { em } else { 1.0 }
}

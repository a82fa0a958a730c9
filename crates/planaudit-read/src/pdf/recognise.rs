//! Pages without text are drawn and given to Tesseract; its words come back as ink, so that lines, columns and tables of
//! a scan are found as those of any other page.

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_font::kurbo::Vec2;
use hayro_syntax::page::Page;

use super::ink::{Glyph, Ink};
use super::scan::{Line, Scan};
use super::tags::Tag;

/// Dots to the inch that pages are drawn with.
const RESOLUTION: f32 = 200.0;
/// Dots of a page's longer side at most.
const LONGEST_SIDE: f32 = 4_000.0;
/// Points to the inch.
const POINTS: f32 = 72.0;

/// What was recognised on a page.
pub(super) struct Recognised {
    pub(super) ink: Ink,
    /// How sure Tesseract was of the words, in per cent.
    pub(super) confidence: u8,
}

/// Whether Tesseract is there.
pub(crate) fn can_recognise() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    *FOUND.get_or_init(|| {
        let asked = Command::new("tesseract").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    })
}

/// Recognises a page; none where there is nothing to recognise or nobody to do it.
pub(super) fn recognise(page: &Page<'_>) -> Option<Recognised> {
    if !can_recognise() {
        return None;
    }
    let (width, height) = page.render_dimensions();
    let scale = (RESOLUTION / POINTS).min(LONGEST_SIDE / width.max(height).max(1.0));
    // A picture that upsets the library is left unread.
    let picture = catch_unwind(AssertUnwindSafe(|| picture(page, scale))).ok()?;
    let scan = Scan::of(&tesseract(&picture, scale * POINTS)?);
    let mut ink = Ink::new(f64::from(width), f64::from(height));
    for line in &scan.lines {
        write(line, f64::from(scale), &mut ink);
    }
    (!ink.glyphs.is_empty()).then_some(Recognised { ink, confidence: scan.confidence })
}

/// The page in shades of grey, in the simplest format there is.
fn picture(page: &Page<'_>, scale: f32) -> Vec<u8> {
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    let head = format!("P5\n{} {}\n255\n", drawn.width(), drawn.height());
    let grey = drawn.data().iter().map(|dot| {
        let [red, green, blue] = [dot.r, dot.g, dot.b].map(u32::from);
        ((red * 299 + green * 587 + blue * 114) / 1000) as u8
    });
    head.bytes().chain(grey).collect()
}

/// What Tesseract says of a picture, as a table of words.
fn tesseract(picture: &[u8], resolution: f32) -> Option<String> {
    let mut process = Command::new("tesseract")
        .args(["stdin", "stdout", "--dpi", &format!("{resolution:.0}"), "-l", "eng", "tsv"])
        // Its own threads would take the cores from other files.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // It reads the whole picture before it writes a word.
    let sent = process.stdin.take().map(|mut pipe| pipe.write_all(picture));
    let output = process.wait_with_output().ok()?;
    (sent?.is_ok() && output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Writes a line's letters at their places.
fn write(line: &Line, scale: f64, ink: &mut Ink) {
    for word in &line.words {
        let count = word.text.chars().count().max(1) as f64;
        let step = word.width / count / scale;
        let letters = word.text.chars().chain([' ']).enumerate();
        ink.glyphs.extend(letters.map(|(index, character)| Glyph {
            character,
            x: word.left / scale + step * index as f64,
            y: line.base / scale,
            along: Vec2::new(step, 0.0),
            size: line.size / scale,
            bold: false,
            italic: false,
            furniture: false,
            colour: 0,
            tag: Tag::default(),
        }));
    }
}

//! A page of a PDF, drawn.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use planaudit::read::PageNumber;

/// Pixels that neither side of a picture exceeds.
const LARGEST: f32 = 4000.0;

/// The page as PNG; none where the file cannot be drawn.
pub(crate) fn png(bytes: Vec<u8>, page: PageNumber, scale: f32) -> Option<Vec<u8>> {
    // The file is not trusted: what goes wrong inside the library must not end the program.
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(bytes).ok()?;
        let page = pdf.pages().get(page.get() as usize - 1)?;
        let (width, height) = page.render_dimensions();
        let scale = scale.min(LARGEST / width.max(height).max(1.0));
        let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let (settings, drawing) = (InterpreterSettings::default(), RenderSettings::default());
        render(page, &RenderCache::new(), &settings, &drawing, &pixels).into_png().ok()
    }));
    drawn.ok().flatten()
}

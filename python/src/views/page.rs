//! A page: drawn, where it can be, or its text; the passages marked on it.

use std::fmt::Write as _;
use std::ops::Range;

use planaudit::read::Strip;

use super::framed;
use crate::markup::escape;

/// A page as a picture, with the places of the passages in points.
pub(crate) struct Picture {
    /// The picture, as PNG in base 64.
    pub(crate) png: String,
    /// Width of the page in points.
    pub(crate) width: f32,
    /// Its height.
    pub(crate) height: f32,
    /// What to mark.
    pub(crate) strips: Vec<Strip>,
}

/// The page: `text` is its text, `marks` byte ranges of it.
pub(crate) fn page(title: &str, text: &str, marks: &[Range<usize>], picture: Option<&Picture>) -> String {
    let mut page = format!("<h4>{}</h4>", escape(title));
    let Some(picture) = picture else {
        let _ = write!(page, "<div class=\"print\">{}</div>", printed(text, marks));
        return framed(&page);
    };
    let (width, height) = (picture.width, picture.height);
    let _ = write!(
        page,
        "<div class=\"sheet\"><svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">\
         <image href=\"data:image/png;base64,{}\" width=\"{width}\" height=\"{height}\"/>",
        escape(title),
        picture.png
    );
    for strip in &picture.strips {
        let _ = write!(
            page,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"1.5\" fill=\"#ffd84d\" \
             fill-opacity=\".75\"/>",
            strip.left - 1.0,
            strip.top - 0.5,
            strip.right - strip.left + 2.0,
            strip.bottom - strip.top + 1.0
        );
    }
    page.push_str("</svg></div>");
    if !marks.is_empty() && picture.strips.is_empty() {
        page.push_str(
            "<p class=\"warn\">The passage could not be found on the drawn page; it is marked in its text.</p>",
        );
    }
    let open = if !marks.is_empty() && picture.strips.is_empty() { " open" } else { "" };
    let _ = write!(
        page,
        "<details{open}><summary>Its text</summary><div class=\"print\">{}</div></details>",
        printed(text, marks)
    );
    framed(&page)
}

/// The text with its marks, a line a block.
fn printed(text: &str, marks: &[Range<usize>]) -> String {
    let mut page = String::new();
    let mut from = 0;
    for mark in marks {
        let start = mark.start.max(from);
        if start >= mark.end {
            continue;
        }
        let _ = write!(page, "{}<mark>{}</mark>", escape(&text[from..start]), escape(&text[start..mark.end]));
        from = mark.end;
    }
    page.push_str(&escape(&text[from..]));
    page.trim_end().replace('\n', "<br>")
}

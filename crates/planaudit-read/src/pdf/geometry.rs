//! Where the words of one page stand, for whoever draws the page and marks a passage on it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::Pdf;

use super::content::Contents;
use super::layers::Layers;
use super::tags::Tags;
use super::words::words;
use crate::ledger::PageNumber;

/// The words of a page, in the order of the file, and its size. Measured in points from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct PageWords {
    /// Width of the page as shown.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its words.
    pub words: Vec<PageWord>,
}

/// A word where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PageWord {
    /// What it says.
    pub text: String,
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge, about as high as capitals reach.
    pub top: f32,
    /// Lower edge, about as low as descenders reach.
    pub bottom: f32,
}

/// A stretch of one printed line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strip {
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge.
    pub top: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Strip {
    /// Whether it stands below another or right of it in the same line.
    fn reads_on(self, last: Self) -> bool {
        self.bottom > last.bottom + 1.0 || self.left > last.right - 1.0 && self.bottom > last.bottom - 1.0
    }
}

/// Letters in a row that say which line is meant; fewer stand in too many places.
const TELLING: usize = 8;

impl PageWords {
    /// Where the printed lines of a passage stand, in order; a line that cannot be found is left out.
    ///
    /// Letters and figures are compared, and what stands between them is passed over: readers tidy it up.
    pub fn strips<'l>(&self, lines: impl IntoIterator<Item = &'l str>) -> Vec<Strip> {
        let rows = self.rows();
        let mut strips: Vec<Strip> = Vec::new();
        for line in lines {
            find(&rows, line, &mut strips);
        }
        strips
    }

    /// The words of each baseline from left to right, as letters.
    fn rows(&self) -> Vec<Row> {
        let mut words: Vec<&PageWord> = self.words.iter().collect();
        words.sort_by(|a, b| a.bottom.total_cmp(&b.bottom));
        let mut rows: Vec<Vec<&PageWord>> = Vec::new();
        for word in words {
            match rows.last_mut() {
                // A raised ordinal or a bold word in another size still stands in the line.
                Some(row) if word.bottom - row[0].bottom < 0.35 * (row[0].bottom - row[0].top) => row.push(word),
                _ => rows.push(vec![word]),
            }
        }
        rows.into_iter().map(Row::of).collect()
    }
}

/// The letters and figures of one baseline, each with its place.
struct Row {
    letters: Vec<char>,
    places: Vec<Strip>,
}

impl Row {
    fn of(mut words: Vec<&PageWord>) -> Self {
        words.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut row = Self { letters: Vec::new(), places: Vec::new() };
        for word in words {
            let width = (word.right - word.left) / word.text.chars().count().max(1) as f32;
            for (index, letter) in word.text.chars().enumerate() {
                let left = word.left + width * index as f32;
                for letter in plain(letter) {
                    row.letters.push(letter);
                    row.places.push(Strip { left, right: left + width, top: word.top, bottom: word.bottom });
                }
            }
        }
        row
    }

    /// Where the letters stand in the row, each time they do.
    fn all(&self, letters: &[char]) -> impl Iterator<Item = Strip> {
        let starts = self.letters.windows(letters.len()).enumerate().filter(move |(_, window)| *window == letters);
        starts.map(|(at, window)| {
            let places = &self.places[at..at + window.len()];
            places.iter().fold(places[0], |whole, place| Strip {
                left: whole.left.min(place.left),
                right: whole.right.max(place.right),
                top: whole.top.min(place.top),
                bottom: whole.bottom.max(place.bottom),
            })
        })
    }
}

/// Adds where a line stands: as a whole, or in halves where something stands between.
fn find(rows: &[Row], line: &str, strips: &mut Vec<Strip>) {
    // Without blanks at its ends a line is cut into two that are both shorter.
    let line = line.trim();
    let letters: Vec<char> = line.chars().flat_map(plain).collect();
    if letters.is_empty() {
        return;
    }
    // Of lines that say the same, the one that reads on from the last is meant.
    let last = strips.last().copied();
    let found = || rows.iter().flat_map(|row| row.all(&letters).collect::<Vec<_>>());
    let next = found().find(|strip| last.is_none_or(|last| strip.reads_on(last)));
    if let Some(strip) = next.or_else(|| found().next()) {
        strips.push(strip);
    } else if letters.len() >= 2 * TELLING {
        let middle = line.floor_char_boundary(line.len() / 2);
        let (left, right) = line.split_at(line[..middle].rfind(' ').unwrap_or(middle));
        find(rows, left, strips);
        find(rows, right, strips);
    }
}

/// A letter or figure in lower case; nothing for anything else.
fn plain(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().filter(|letter| letter.is_alphanumeric())
}

/// The words of a page of a PDF file; none when the file has no such page or it cannot be followed.
pub fn page_words(bytes: &[u8], page: PageNumber) -> Option<PageWords> {
    // The file is not trusted: what goes wrong inside the library must not end the program.
    let found = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(bytes.to_vec()).ok()?;
        let page = pdf.pages().get(page.get() as usize - 1)?;
        let (mut ink, _) = Contents::new(Layers::of(pdf.xref()), Tags::of(pdf.xref())).read(page);
        let (width, height) = page.render_dimensions();
        let upright = (ink.width, ink.height);
        ink.level_out();
        // Reading turned the page, and with it the places; nobody would find them on the page as shown.
        if (ink.width, ink.height) != upright {
            return None;
        }
        let words = words(&ink).into_iter().map(|word| PageWord {
            text: word.text,
            left: word.x0,
            right: word.x1,
            top: word.base - word.size * 0.8,
            bottom: word.base + word.size * 0.25,
        });
        Some(PageWords { width, height, words: words.collect() })
    }));
    found.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: f32, base: f32) -> PageWord {
        PageWord {
            text: text.to_owned(),
            left,
            right: left + 5.0 * text.len() as f32,
            top: base - 8.0,
            bottom: base + 2.5,
        }
    }

    fn page() -> PageWords {
        let words = vec![
            word("right", 300.0, 100.0),
            word("Every", 50.0, 100.0),
            word("child,", 80.0, 100.3),
            word("every", 50.0, 114.0),
            word("child", 80.0, 114.0),
        ];
        PageWords { width: 400.0, height: 200.0, words }
    }

    #[test]
    fn a_line_is_found_whatever_the_order_of_the_file() {
        let [strip] = page().strips(["Every child"])[..] else { panic!("one line") };
        assert_eq!((strip.left, strip.top), (50.0, 92.0));
        assert!(strip.right < 110.0);
    }

    #[test]
    fn lines_read_on_downwards() {
        let tops = |lines: [&str; 2]| page().strips(lines).iter().map(|strip| strip.top).collect::<Vec<_>>();
        assert_eq!(tops(["right", "every child"]), [92.0, 106.0]);
        assert_eq!(tops(["every child", "every child"]), [92.0, 106.0]);
    }

    #[test]
    fn what_is_not_there_is_left_out() {
        assert!(page().strips(["No such line on it"]).is_empty());
        assert!(page().strips([" 1234567890123456789012345678901234567890"]).is_empty());
        assert!(page().strips(["12345678901 234567890123456789012345678901234567890"]).is_empty());
    }
}

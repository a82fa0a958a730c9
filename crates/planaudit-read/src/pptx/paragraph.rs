//! A paragraph of a shape as its runs come in.

use super::slide::Place;
use crate::document::BlockKind;
use crate::ledger::PageNumber;
use crate::office::paragraph::{self, Finished};
use crate::office::xml::Element;
use crate::plain::joiner::LineJoiner;

/// A paragraph being read.
pub(super) struct Paragraph {
    joiner: LineJoiner<'static>,
    depth: u8,
    /// What it says of a bullet of its own.
    bullet: Option<bool>,
    /// Bold where a run does not say otherwise.
    bold: bool,
    run_bold: Option<bool>,
    raised: bool,
}

impl Paragraph {
    pub(super) fn new(page: PageNumber, line: u32) -> Self {
        let mut joiner = LineJoiner::default();
        joiner.start_line(Some(page), line);
        Self { joiner, depth: 0, bullet: None, bold: false, run_bold: None, raised: false }
    }

    /// Takes note of a property of the paragraph or of the present run.
    pub(super) fn property(&mut self, element: &Element<'_>, parent: &str) {
        match (parent, element.name()) {
            (_, "pPr") => self.depth = element.number("lvl").unwrap_or(0).min(8) as u8,
            ("pPr", "buNone") => self.bullet = Some(false),
            ("pPr", "buChar" | "buAutoNum" | "buBlip") => self.bullet = Some(true),
            ("pPr", "defRPr") => self.bold = element.attribute("b").is_some_and(|bold| is_on(&bold)),
            ("r" | "fld", "rPr") => {
                self.run_bold = element.attribute("b").map(|bold| is_on(&bold));
                self.raised =
                    element.attribute("baseline").is_some_and(|rise| rise.parse().is_ok_and(|rise: i32| rise > 0));
            }
            _ => {}
        }
    }

    pub(super) fn start_run(&mut self) {
        self.run_bold = None;
        self.raised = false;
    }

    pub(super) fn text(&mut self, text: &str) {
        let strong = self.run_bold.unwrap_or(self.bold);
        paragraph::push(&mut self.joiner, text, strong, self.raised);
    }

    pub(super) fn line_break(&mut self) {
        self.joiner.push(" ", false);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.joiner.is_empty()
    }

    /// The block. `among` is how many paragraphs its shape holds, `title` the level of the slide's title.
    pub(super) fn finish(self, place: Place, among: usize, title: u8, in_table: bool) -> Option<Finished> {
        let item = BlockKind::ListItem { depth: self.depth };
        let kind = match (place, self.bullet) {
            (Place::Title(level), _) => BlockKind::Heading { level },
            (_, Some(true)) => item,
            // The bullets of a slide's main text come from its layout.
            (Place::Body, None) if among > 1 => item,
            _ if in_table => BlockKind::Paragraph,
            (Place::Body | Place::Free, _) => paragraph::by_look(&self.joiner, title),
        };
        paragraph::finish(self.joiner, kind, matches!(place, Place::Title(_)), Vec::new())
    }
}

fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true")
}

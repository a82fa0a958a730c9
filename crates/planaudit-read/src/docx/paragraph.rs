//! A paragraph as its runs come in, and the block it turns out to be.

use super::looks::{Look, LookKind, Looks};
use crate::document::BlockKind;
use crate::office::paragraph::{self, Finished};
use crate::office::xml::Element;
use crate::plain::joiner::LineJoiner;

/// A paragraph being read.
#[derive(Default)]
pub(super) struct Paragraph {
    joiner: LineJoiner<'static>,
    look: Look,
    outline: Option<u32>,
    /// The list it names itself; 0 takes it out of its style's list.
    list: Option<u32>,
    list_level: Option<u32>,
    run: Option<Run>,
    /// The notes it cites.
    notes: Vec<u32>,
}

/// A stretch of text of one look.
#[derive(Default, Clone, Copy)]
struct Run {
    bold: Option<bool>,
    styled_bold: bool,
    hidden: bool,
    raised: bool,
}

impl Paragraph {
    pub(super) fn new(looks: &Looks) -> Self {
        Self { look: looks.of_style(None), ..Self::default() }
    }

    /// Takes note of a property of the paragraph or of the present run.
    pub(super) fn property(&mut self, element: &Element<'_>, parent: &str, looks: &Looks) {
        let value = || element.attribute("val");
        match (parent, element.name()) {
            ("pPr", "pStyle") => self.look = looks.of_style(value().as_deref()),
            ("pPr", "outlineLvl") => self.outline = element.number("val"),
            ("numPr", "numId") => self.list = element.number("val"),
            ("numPr", "ilvl") => self.list_level = element.number("val"),
            ("rPr", name) => {
                let Some(run) = &mut self.run else { return };
                match name {
                    "rStyle" => {
                        let look = looks.of_style(value().as_deref());
                        run.styled_bold = look.bold;
                        run.hidden |= look.hidden;
                    }
                    "b" => run.bold = Some(element.is_on()),
                    "vanish" => run.hidden = element.is_on(),
                    "vertAlign" => run.raised = value().as_deref() == Some("superscript"),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    pub(super) fn start_run(&mut self) {
        self.run = Some(Run::default());
    }

    pub(super) fn end_run(&mut self) {
        self.run = None;
    }

    /// Adds text of the present run.
    pub(super) fn text(&mut self, text: &str) {
        let run = self.run.unwrap_or_default();
        if run.hidden || self.look.hidden {
            return;
        }
        let strong = run.bold.unwrap_or(run.styled_bold || self.look.bold);
        paragraph::push(&mut self.joiner, text, strong, run.raised);
    }

    /// Adds the raised number of a note.
    pub(super) fn note(&mut self, number: u32) {
        paragraph::push(&mut self.joiner, &number.to_string(), false, true);
        self.notes.push(number);
    }

    /// The block, unless nothing was written. `heading` is the level of the last heading by style.
    pub(super) fn finish(self, heading: u8, in_table: bool) -> Option<Finished> {
        let kind = self.kind(heading, in_table);
        let styled_heading = matches!(self.styled(), LookKind::Heading(_));
        paragraph::finish(self.joiner, kind, styled_heading, self.notes)
    }

    fn styled(&self) -> LookKind {
        match (self.look.kind, self.outline) {
            (LookKind::Running | LookKind::Heading(_), Some(outline @ 0..=8)) => {
                LookKind::Heading((outline as u8 + 1).min(6))
            }
            (LookKind::Heading(_), Some(_)) => LookKind::Running,
            (kind, _) => kind,
        }
    }

    fn kind(&self, heading: u8, in_table: bool) -> BlockKind {
        match self.styled() {
            // A whole paragraph of text in a heading's style is a slip of the writer's.
            LookKind::Heading(level) if self.joiner.text().split_whitespace().count() <= 60 => {
                return BlockKind::Heading { level };
            }
            LookKind::Caption => return BlockKind::Caption,
            LookKind::Quotation => return BlockKind::Quotation,
            LookKind::Contents => return BlockKind::Paragraph,
            LookKind::Heading(_) | LookKind::Running => {}
        }
        let depth = match self.list {
            Some(0) => None,
            Some(_) => Some(self.list_level.map_or(0, |level| level.min(8) as u8)),
            None => self.look.list.map(|depth| self.list_level.map_or(depth, |level| level.min(8) as u8)),
        };
        if let Some(depth) = depth {
            BlockKind::ListItem { depth }
        } else if in_table {
            BlockKind::Paragraph
        } else {
            paragraph::by_look(&self.joiner, heading)
        }
    }
}

//! Styles: what kind of block a paragraph's style makes it, and whether its letters are bold, raised or hidden.

use std::collections::BTreeMap;

use crate::error::ReadError;
use crate::office::xml::{Element, Met, Part};

/// Styles based on styles are followed this far; longer chains are circles.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document by family and name.
#[derive(Debug, Default)]
pub(super) struct Looks {
    styles: BTreeMap<(String, String), Style>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    outline: Option<u32>,
    bold: Option<bool>,
    raised: Option<bool>,
    hidden: Option<bool>,
}

/// What a style comes to once the styles it is based on are taken into account.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Look {
    pub(super) kind: LookKind,
    pub(super) bold: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) hidden: bool,
}

/// What kind of block a paragraph style makes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum LookKind {
    #[default]
    Running,
    Heading(u8),
    Caption,
    Quotation,
}

impl Looks {
    /// Takes in the styles a part describes.
    pub(super) fn note(&mut self, part: &Part) -> Result<(), ReadError> {
        let mut open: Option<((String, String), Style)> = None;
        let mut path: Vec<bool> = Vec::new();
        part.walk(|met| match met {
            Met::Start(element) => {
                let is_style = element.name() == "style";
                if is_style {
                    let key = |name| element.attribute(name).unwrap_or_default();
                    let style = Style {
                        parent: element.attribute("parent-style-name"),
                        outline: element.number("default-outline-level"),
                        ..Style::default()
                    };
                    open = Some(((key("family"), key("name")), style));
                } else if element.name() == "text-properties"
                    && let Some((_, style)) = &mut open
                {
                    style.note(&element);
                }
                path.push(is_style);
            }
            Met::End => {
                if path.pop() == Some(true)
                    && let Some((key, style)) = open.take()
                {
                    self.styles.insert(key, style);
                }
            }
            Met::Text(_) => {}
        })
    }

    /// What a style of a family (`paragraph`, `text`) comes to.
    pub(super) fn of(&self, family: &str, name: Option<String>) -> Look {
        let mut look = Look::default();
        let mut hidden = None;
        let mut next = name;
        for _ in 0..LONGEST_CHAIN {
            let Some(name) = next.take() else { break };
            let style = self.styles.get(&(family.to_owned(), name.clone()));
            if look.kind == LookKind::Running {
                look.kind = kind_of_name(&name).unwrap_or_default();
            }
            let Some(style) = style else { break };
            if look.kind == LookKind::Running
                && let Some(level @ 1..) = style.outline
            {
                look.kind = LookKind::Heading(level.min(6) as u8);
            }
            look.bold = look.bold.or(style.bold);
            look.raised = look.raised.or(style.raised);
            hidden = hidden.or(style.hidden);
            next.clone_from(&style.parent);
        }
        look.hidden = hidden.unwrap_or(false);
        look
    }
}

impl Style {
    fn note(&mut self, element: &Element<'_>) {
        if let Some(weight) = element.attribute("font-weight") {
            self.bold = Some(weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600));
        }
        if let Some(position) = element.attribute("text-position") {
            let raised = position.starts_with("super")
                || position.split('%').next().is_some_and(|rise| rise.parse().is_ok_and(|rise: f32| rise > 0.0));
            self.raised = Some(raised);
        }
        if let Some(display) = element.attribute("display") {
            self.hidden = Some(display == "none");
        }
    }
}

/// What a style's own name tells; blanks in names are written `_20_`.
fn kind_of_name(name: &str) -> Option<LookKind> {
    let name = name.replace("_20_", " ");
    if let Some(level) = name.strip_prefix("Heading ").and_then(|level| level.trim().parse::<u8>().ok()) {
        return (1..=10).contains(&level).then_some(LookKind::Heading(level.min(6)));
    }
    match name.as_str() {
        "Title" | "Contents Heading" => Some(LookKind::Heading(1)),
        "Quotations" => Some(LookKind::Quotation),
        "Caption" | "Illustration" | "Figure" | "Drawing" => Some(LookKind::Caption),
        _ => None,
    }
}

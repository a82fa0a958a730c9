//! Styles: what kind of block a paragraph's style makes it, and whether its letters are bold.

use std::collections::BTreeMap;

use crate::error::ReadError;
use crate::office::xml::{Element, Met, Part};

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Looks {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    parent: Option<String>,
    /// 0 to 8 for headings, 9 for running text.
    outline: Option<u32>,
    bold: Option<bool>,
    hidden: Option<bool>,
    /// The list it numbers its paragraphs in; 0 for none.
    list: Option<u32>,
    list_level: Option<u32>,
}

/// What a style comes to once the styles it is based on are taken into account.
#[derive(Debug, Default, Clone)]
pub(super) struct Look {
    pub(super) kind: LookKind,
    pub(super) bold: bool,
    pub(super) hidden: bool,
    /// Depth in a list, if the style makes list items.
    pub(super) list: Option<u8>,
}

/// What kind of block a style makes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum LookKind {
    #[default]
    Running,
    Heading(u8),
    Caption,
    Quotation,
    /// A line of a table of contents.
    Contents,
}

/// Styles based on styles are followed this far; longer chains are circles.
const LONGEST_CHAIN: usize = 20;

impl Looks {
    pub(super) fn of(styles: &Part) -> Result<Self, ReadError> {
        let mut looks = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut path: Vec<String> = Vec::new();
        styles.walk(|met| match met {
            Met::Start(element) => {
                let name = element.name().to_owned();
                if name == "style" {
                    let id = element.attribute("styleId").unwrap_or_default();
                    let paragraph = element.attribute("type").is_none_or(|kind| kind == "paragraph");
                    if paragraph && element.attribute("default").is_some_and(|value| value == "1" || value == "true") {
                        looks.default = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                } else if let Some((_, style)) = &mut open {
                    style.note(&element, path.last().map_or("", String::as_str));
                }
                path.push(name);
            }
            Met::End => {
                if path.pop().as_deref() == Some("style")
                    && let Some((id, style)) = open.take()
                {
                    looks.styles.insert(id, style);
                }
            }
            Met::Text(_) => {}
        })?;
        Ok(looks)
    }

    /// What a paragraph or character style comes to; for `None` the default paragraph style.
    pub(super) fn of_style(&self, id: Option<&str>) -> Look {
        let mut chain = Vec::new();
        let mut next = id.or(self.default.as_deref());
        while let Some(style) = next.and_then(|id| self.styles.get(id))
            && chain.len() < LONGEST_CHAIN
        {
            chain.push(style);
            next = style.parent.as_deref();
        }
        // Documents may name built-in styles without describing them.
        let unknown = id.filter(|_| chain.is_empty()).map(spaced).unwrap_or_default();
        let names = || chain.iter().map(|style| style.name.as_str()).chain([unknown.as_str()]);
        let mut kind = names().find_map(kind_of_name).unwrap_or_default();
        match chain.iter().find_map(|style| style.outline) {
            Some(outline @ 0..=8) if !matches!(kind, LookKind::Caption | LookKind::Contents) => {
                kind = LookKind::Heading((outline as u8 + 1).min(6));
            }
            // Running text by its outline, whatever it is based on; unless its own name says heading.
            Some(_) if matches!(kind, LookKind::Heading(_)) && names().next().and_then(kind_of_name) != Some(kind) => {
                kind = LookKind::Running;
            }
            _ => {}
        }
        let numbered = chain.iter().find_map(|style| style.list).map(|list| list != 0);
        let level = chain.iter().find_map(|style| style.list_level);
        let depth = names().find_map(list_of_name);
        let list = (numbered.unwrap_or(depth.is_some())).then(|| level.map_or(depth.unwrap_or(0), |level| level as u8));
        Look {
            kind,
            bold: chain.iter().find_map(|style| style.bold).unwrap_or(false),
            hidden: chain.iter().find_map(|style| style.hidden).unwrap_or(false),
            list,
        }
    }
}

impl Style {
    fn note(&mut self, element: &Element<'_>, parent: &str) {
        match (parent, element.name()) {
            ("style", "name") => self.name = element.attribute("val").unwrap_or_default().to_lowercase(),
            ("style", "basedOn") => self.parent = element.attribute("val"),
            ("pPr", "outlineLvl") => self.outline = element.number("val"),
            ("numPr", "numId") => self.list = element.number("val"),
            ("numPr", "ilvl") => self.list_level = element.number("val").map(|level| level.min(8)),
            ("rPr", "b") => self.bold = Some(element.is_on()),
            ("rPr", "vanish") => self.hidden = Some(element.is_on()),
            _ => {}
        }
    }
}

fn kind_of_name(name: &str) -> Option<LookKind> {
    let level = |rest: &str| rest.trim().parse::<u8>().ok().filter(|level| (1..=9).contains(level));
    if let Some(level) = name.strip_prefix("heading").and_then(level) {
        return Some(LookKind::Heading(level.min(6)));
    }
    match name {
        "title" | "toc heading" => Some(LookKind::Heading(1)),
        "caption" => Some(LookKind::Caption),
        "quote" | "intense quote" | "block text" => Some(LookKind::Quotation),
        "table of figures" => Some(LookKind::Contents),
        _ if name.strip_prefix("toc").and_then(level).is_some() => Some(LookKind::Contents),
        _ => None,
    }
}

/// The depth a list style's name tells: "list bullet 2" is 1.
fn list_of_name(name: &str) -> Option<u8> {
    let rest = ["list bullet", "list number"].iter().find_map(|list| name.strip_prefix(list))?.trim();
    if rest.is_empty() { Some(0) } else { rest.parse::<u8>().ok().map(|depth| depth.saturating_sub(1)) }
}

/// `ListBullet2` as "list bullet 2".
fn spaced(id: &str) -> String {
    let mut name = String::new();
    let mut before = ' ';
    for letter in id.chars() {
        let turn = letter.is_uppercase() && before.is_lowercase()
            || letter.is_ascii_digit() && !before.is_ascii_digit() && before != ' ';
        if turn {
            name.push(' ');
        }
        name.extend(letter.to_lowercase());
        before = letter;
    }
    name
}

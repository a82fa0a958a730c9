//! Which part of a page is its content.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::writer::Writer;
use crate::document::{Block, Citation};

/// The blocks of the page's main content, of its whole body where it marks none; and what cites its notes.
pub(super) fn blocks(page: &Html) -> (Vec<Block>, Vec<Citation>) {
    let weights = Weights::of(page);
    let elements = || page.tree.nodes().filter(|node| node.value().is_element());
    let main = elements().find(|node| is_main(*node));
    let mut articles = elements().filter(|node| name(*node) == "article");
    let article = articles.next().filter(|_| articles.next().is_none());
    let body = elements().find(|node| name(*node) == "body");
    let all = body.map_or(0, |body| weights.words(body.id()));
    for (root, marked) in [(main, true), (article, true), (body, false)] {
        let Some(root) = root else { continue };
        // A main element that holds next to nothing of the page is filled by a script.
        if marked && weights.words(root.id()) * 20 < all {
            continue;
        }
        let (blocks, citations) = write(root, &weights, marked);
        if !blocks.is_empty() {
            return (blocks, citations);
        }
    }
    (Vec::new(), Vec::new())
}

fn write(root: NodeRef<'_, Node>, weights: &Weights, marked: bool) -> (Vec<Block>, Vec<Citation>) {
    let mut writer = Writer::default();
    let mut skipped = None;
    let whole = weights.words(root.id());
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) => writer.text(text),
                Node::Element(element) => {
                    let keep = node.id() == root.id() || !is_left_out(element, node.id(), weights, whole, marked);
                    if keep {
                        writer.open(element, weights.has(node.id(), Holds::HEADING), weights.has(node.id(), Holds::TH));
                    } else {
                        skipped = Some(node.id());
                    }
                }
                _ => {}
            },
            Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
            Edge::Close(node) if skipped.is_none() => {
                if let Node::Element(element) = node.value() {
                    writer.close(element);
                }
            }
            _ => {}
        }
    }
    writer.finish()
}

fn name(node: NodeRef<'_, Node>) -> &str {
    node.value().as_element().map_or("", Element::name)
}

fn is_main(node: NodeRef<'_, Node>) -> bool {
    name(node) == "main" || node.value().as_element().and_then(|element| element.attr("role")) == Some("main")
}

/// Elements that hold no running text.
const NEVER: [&str; 20] = [
    "script", "style", "template", "noscript", "svg", "iframe", "object", "button", "select", "textarea", "input",
    "dialog", "head", "nav", "aside", "canvas", "audio", "video", "map", "datalist",
];

fn is_left_out(element: &Element, id: NodeId, weights: &Weights, whole: usize, marked: bool) -> bool {
    let name = element.name();
    if NEVER.contains(&name) || is_hidden(element) {
        return true;
    }
    let holds_content = weights.has(id, Holds::TOP);
    match name {
        // Within the content itself a header holds the heading; a footer the author of a quotation.
        "header" => return !marked && !holds_content,
        "footer" => return weights.words(id) * 2 < whole,
        // Some systems wrap the whole page in a form.
        "form" => return !holds_content && weights.words(id) * 2 < whole,
        "html" | "body" | "main" | "article" | "h1" => return false,
        _ => {}
    }
    let role = element.attr("role").unwrap_or_default();
    let furniture = matches!(role, "navigation" | "banner" | "contentinfo" | "complementary" | "search" | "dialog")
        || is_furniture(element.id().unwrap_or_default())
        || element.attr("class").is_some_and(is_furniture);
    furniture && !holds_content && weights.words(id) * 2 < whole
}

/// Whether an element is hidden for good. What is folded away until it is asked for is content.
fn is_hidden(element: &Element) -> bool {
    const FOLDS: [&str; 8] = ["accordion", "collapse", "collapsible", "tab", "tabs", "tabpanel", "expander", "toggle"];
    let folded = element.attr("role") == Some("tabpanel")
        || name_parts(element.id().unwrap_or_default()).any(|part| FOLDS.contains(&part.as_str()))
        || name_parts(element.attr("class").unwrap_or_default()).any(|part| FOLDS.contains(&part.as_str()));
    looks_hidden(element) && !folded
}

fn looks_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    element.attr("hidden").is_some_and(|value| value != "until-found")
        || element.attr("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || element.classes().any(|class| matches!(class, "visually-hidden" | "sr-only" | "screen-reader-text"))
}

/// The parts of the names in an id or class: `site-footer` and `skipLink` have two.
fn name_parts(names: &str) -> impl Iterator<Item = String> {
    names.split_whitespace().flat_map(parts_of)
}

fn parts_of(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        if !letter.is_alphanumeric() || letter.is_uppercase() && before.is_lowercase() {
            parts.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(part) = parts.last_mut()
        {
            part.extend(letter.to_lowercase());
        }
        before = letter;
    }
    parts
}

/// Whether one of the names in an id or class says navigation, banner or the like: `site-footer`, `skipLink`,
/// but not `unavailable` or `has-sidebar`.
fn is_furniture(names: &str) -> bool {
    names.split_whitespace().any(|name| {
        let parts = parts_of(name);
        let about = parts.iter().any(|part| matches!(part.as_str(), "with" | "has" | "no" | "without"));
        let telling = parts.iter().any(|part| {
            // Written in one word as well: `cookieconsent`, `cookiebar`.
            part.starts_with("cookie")
                || matches!(
                    part.as_str(),
                    "banner"
                        | "onetrust"
                        | "gdpr"
                        | "breadcrumb"
                        | "breadcrumbs"
                        | "nav"
                        | "navbar"
                        | "navigation"
                        | "footer"
                        | "sidebar"
                        | "skip"
                        | "skiplink"
                        | "skiplinks"
                        | "pagination"
                )
        });
        telling && !about
    })
}

/// For each element the words within it and what it holds.
struct Weights(HashMap<NodeId, (usize, Holds)>);

/// What stands somewhere within an element.
#[derive(Clone, Copy, Default)]
struct Holds(u8);

impl Holds {
    /// A main heading, the main element or an article.
    const TOP: Self = Self(1);
    /// A heading.
    const HEADING: Self = Self(2);
    /// A header cell.
    const TH: Self = Self(4);

    fn of(element: &Element) -> Self {
        match element.name() {
            "h1" => Self(Self::TOP.0 | Self::HEADING.0),
            "main" | "article" => Self::TOP,
            "h2" | "h3" | "h4" | "h5" | "h6" => Self::HEADING,
            "th" => Self::TH,
            _ => Self::default(),
        }
    }
}

impl Weights {
    fn of(page: &Html) -> Self {
        let mut weights = HashMap::new();
        let mut open = vec![(0, Holds::default())];
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) => {
                        let furniture = node.parent().is_some_and(|parent| matches!(name(parent), "script" | "style"));
                        if let Some((words, _)) = open.last_mut().filter(|_| !furniture) {
                            *words += text.split_whitespace().count();
                        }
                    }
                    _ => open.push((0, Holds::default())),
                },
                Edge::Close(node) if !node.value().is_text() => {
                    let Some((words, holds)) = open.pop() else { continue };
                    weights.insert(node.id(), (words, holds));
                    let own = node.value().as_element().map(Holds::of).unwrap_or_default();
                    if let Some((above, all)) = open.last_mut() {
                        *above += words;
                        all.0 |= holds.0 | own.0;
                    }
                }
                Edge::Close(_) => {}
            }
        }
        Self(weights)
    }

    fn words(&self, id: NodeId) -> usize {
        self.0.get(&id).map_or(0, |(words, _)| *words)
    }

    fn has(&self, id: NodeId, what: Holds) -> bool {
        self.0.get(&id).is_some_and(|(_, holds)| holds.0 & what.0 != 0)
    }
}

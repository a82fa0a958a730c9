//! What the elements of a page put their text in.

use scraper::node::Element;

/// What text stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Heading(u8),
    List,
    Item,
    Quote,
    Caption,
    Notes,
    Term,
    Layout,
}

/// What an element puts its text in; `None` for those that only part blocks.
pub(super) fn opened(element: &Element) -> Option<Open> {
    let notes = element.attr("role").is_some_and(|role| matches!(role, "doc-footnote" | "doc-endnotes"))
        || element.classes().any(|class| matches!(class, "footnote" | "footnotes" | "endnotes" | "wp-block-footnotes"));
    if notes {
        return Some(Open::Notes);
    }
    Some(match element.name() {
        "h1" => Open::Heading(1),
        "h2" => Open::Heading(2),
        "h3" => Open::Heading(3),
        "h4" => Open::Heading(4),
        "h5" => Open::Heading(5),
        "h6" => Open::Heading(6),
        "ul" | "ol" | "menu" => Open::List,
        "li" => Open::Item,
        "blockquote" => Open::Quote,
        "figcaption" | "caption" => Open::Caption,
        "dt" => Open::Term,
        _ => return None,
    })
}

/// Whether an element parts blocks, which all do but those that stand within a line.
pub(super) fn is_block(name: &str) -> bool {
    !matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "sub"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "picture"
            | "source"
            | "nobr"
    )
}

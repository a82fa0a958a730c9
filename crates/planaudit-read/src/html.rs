//! Saved web pages: the main content's headings, paragraphs, lists, tables and quotations. Navigation, banners,
//! forms and hidden text are left out.

mod content;
mod place;
mod table;
mod writer;

use scraper::{Html, Selector};

use crate::document::Document;
use crate::error::ReadError;
use crate::format::Format;
use crate::plain;

/// Pages above this many bytes are refused; they are no pages of text.
const LARGEST_PAGE: u64 = 64 << 20;

/// Elements open at once above which a page is refused: the parser slows down with every level.
const DEEPEST: u64 = 4_000;

/// Attributes of one element above which a page is refused, since the parser compares each with all others.
const MOST_ATTRIBUTES: u64 = 2_000;

/// Reads a web page.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let source = source_of(bytes)?;
    let page = Html::parse_document(&source);
    let (blocks, citations) = content::blocks(&page);
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let title = Selector::parse("head title").ok().and_then(|title| page.select(&title).next()).map(|title| {
        let text: String = title.text().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    Ok(Document {
        format: Format::Html,
        title: title.filter(|title| !title.is_empty()),
        pages: Vec::new(),
        blocks,
        furniture: Vec::new(),
        citations,
    })
}

/// A page's markup, known to be safe to parse.
pub(crate) fn source_of(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.len() as u64 > LARGEST_PAGE {
        return Err(ReadError::TooLarge { what: "bytes", found: bytes.len() as u64, limit: LARGEST_PAGE });
    }
    let source = decode(bytes);
    if !source.contains('<') || source.contains('\0') {
        return Err(ReadError::Broken { format: Format::Html, reason: "it holds no web page".to_owned() });
    }
    let Tags { deepest, attributes } = Tags::of(&source);
    if deepest > DEEPEST {
        return Err(ReadError::TooLarge { what: "nested elements", found: deepest, limit: DEEPEST });
    }
    if attributes > MOST_ATTRIBUTES {
        return Err(ReadError::TooLarge {
            what: "attributes of an element",
            found: attributes,
            limit: MOST_ATTRIBUTES,
        });
    }
    Ok(source)
}

/// A page says its encoding by a byte order mark or in its first kilobyte; UTF-8 is taken at its word even where a
/// few bytes are damaged, everything else that is not UTF-8 is Windows-1252 on the British web.
fn decode(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let declared = head.split_once("charset").map_or("", |(_, rest)| rest);
    let declared = declared.trim_start_matches(|letter: char| letter.is_whitespace() || "='\"".contains(letter));
    let marked = bytes.starts_with(&[0xFE, 0xFF]) || bytes.starts_with(&[0xFF, 0xFE]);
    if declared.starts_with("utf-8") && !marked {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        plain::decode(bytes)
    }
}

/// What the tags of a page alone say of the work it makes.
struct Tags {
    /// How deep elements that must be closed are nested.
    deepest: u64,
    /// The most attributes of one element.
    attributes: u64,
}

impl Tags {
    fn of(source: &str) -> Self {
        /// Elements that need no end tag.
        const OPEN: [&str; 28] = [
            "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
            "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
            "track",
        ];
        let source = source.to_ascii_lowercase();
        let mut tags = Self { deepest: 0, attributes: 0 };
        let mut depth = 0_u64;
        let mut rest = source.as_str();
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            let closing = rest.starts_with('/');
            let tag = rest.trim_start_matches('/');
            let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
            let name = &tag[..end];
            // What looks like tags in scripts and comments is none.
            let until = match name {
                _ if rest.starts_with("!--") => Some("-->"),
                "script" if !closing => Some("</script"),
                "style" if !closing => Some("</style"),
                _ => None,
            };
            if let Some(until) = until {
                rest = rest.find(until).map_or("", |at| &rest[at + until.len()..]);
            } else if name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                let (attributes, after) = attributes(&tag[end..]);
                tags.attributes = tags.attributes.max(attributes);
                rest = after;
                if !OPEN.contains(&name) {
                    depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
                    tags.deepest = tags.deepest.max(depth);
                }
            }
        }
        tags
    }
}

/// How many attributes a tag can have at most, and what follows it. What looks like a tag in a value is none.
fn attributes(tag: &str) -> (u64, &str) {
    let mut count = 0;
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in tag.char_indices() {
        if let Some(open) = quote {
            quote = Some(open).filter(|open| *open != letter);
        } else if letter == '>' {
            return (count, &tag[at..]);
        } else if matches!(letter, '"' | '\'') && before == '=' {
            // A value may be quoted; elsewhere a quote is a letter like others.
            quote = Some(letter);
        } else if letter.is_whitespace() || matches!(letter, '/' | '"' | '\'') {
            count += 1;
        }
        if !letter.is_whitespace() || before != '=' {
            before = letter;
        }
    }
    (count, "")
}

//! XML events as the readers of the parts want them: no entity is expanded but the five predefined and characters.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::error::ReadError;
use crate::format::Format;

/// Elements nested deeper than this are refused.
const DEEPEST: usize = 2_000;

/// A part of a package: XML by its name.
pub(crate) struct Part {
    format: Format,
    name: String,
    text: String,
}

/// An element's start.
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without the prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without the prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        // Looking for attributes given twice would take a time that grows with the square of their number.
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// An attribute by its name, if it has a prefix: `r:id`, not `id`.
    pub(crate) fn prefixed(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.prefix().is_some() && attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// An attribute as a number.
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// The switch an element like `<w:b/>` or `<w:b w:val="0"/>` is.
    pub(crate) fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// What the walk over a part meets.
pub(crate) enum Met<'a> {
    Start(Element<'a>),
    End,
    Text(&'a str),
}

impl Part {
    pub(super) fn new(format: Format, name: String, text: String) -> Self {
        Self { format, name, text }
    }

    /// Walks over the part. Empty elements start and end.
    pub(crate) fn walk(&self, mut meet: impl FnMut(Met<'_>)) -> Result<(), ReadError> {
        let mut reader = Reader::from_str(self.text.trim_start_matches('\u{feff}'));
        let mut depth = 0_usize;
        let fail = |reader: &Reader<&[u8]>, reason: String| ReadError::Broken {
            format: self.format,
            reason: format!("{}, byte {}: {reason}", self.name, reader.buffer_position()),
        };
        loop {
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(fail(&reader, error.to_string())),
            };
            match event {
                Event::Start(start) => {
                    depth += 1;
                    if depth > DEEPEST {
                        let found = depth as u64;
                        return Err(ReadError::TooLarge { what: "nested elements", found, limit: DEEPEST as u64 });
                    }
                    meet(Met::Start(Element(start)));
                }
                Event::Empty(start) => {
                    meet(Met::Start(Element(start)));
                    meet(Met::End);
                }
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    meet(Met::End);
                }
                Event::Text(text) => meet(Met::Text(&text.xml10_content())),
                Event::CData(text) => meet(Met::Text(&text.xml10_content())),
                Event::GeneralRef(reference) => {
                    let letter = match &*reference.xml10_content() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => reference.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(letter) = letter {
                        meet(Met::Text(letter.encode_utf8(&mut [0; 4])));
                    }
                }
                Event::Eof if depth > 0 => return Err(fail(&reader, "the text ends in the middle".to_owned())),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Calls back with every element's start.
    pub(crate) fn each(&self, mut meet: impl FnMut(&Element<'_>)) -> Result<(), ReadError> {
        self.walk(|met| {
            if let Met::Start(element) = met {
                meet(&element);
            }
        })
    }

    /// The text of the first element of a name, if the part can be read and it holds any.
    pub(crate) fn text_of(&self, name: &str) -> Option<String> {
        let mut found = String::new();
        let mut depth = 0_usize;
        let mut done = false;
        let walked = self.walk(|met| match met {
            Met::Start(element) if depth > 0 || !done && element.name() == name => depth += 1,
            Met::End if depth > 0 => {
                depth -= 1;
                done |= depth == 0;
            }
            Met::Text(piece) if depth > 0 => found.push_str(piece),
            _ => {}
        });
        let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
        (walked.is_ok() && !found.is_empty()).then_some(found)
    }
}

//! Which file formats are read, and how a file is recognised.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// A format a reader exists for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML text.
    Docx,
    /// Office Open XML presentation; a slide is a page.
    Pptx,
    /// `OpenDocument` text.
    Odt,
    /// A saved web page, or a folder of them from one site.
    Html,
    /// Markdown; `<!-- page -->` on a line of its own ends a page.
    Markdown,
    /// Plain text; a form feed ends a page.
    Text,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: [Self; 7] = [Self::Pdf, Self::Docx, Self::Pptx, Self::Odt, Self::Html, Self::Markdown, Self::Text];

    /// The format a file name's extension stands for.
    ///
    /// ```
    /// use planaudit_read::Format;
    /// assert_eq!(Format::of_path("plans/QHG_jfp_2023.PDF".as_ref()), Some(Format::Pdf));
    /// assert_eq!(Format::of_path("cat.jpeg".as_ref()), None);
    /// ```
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extensions().contains(&extension.as_str()))
    }

    /// Extensions that stand for the format, lower case.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx", "docm"],
            Self::Pptx => &["pptx", "pptm", "ppsx"],
            Self::Odt => &["odt"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Markdown => &["md", "markdown"],
            Self::Text => &["txt", "text"],
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Pptx => "PPTX",
            Self::Odt => "ODT",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Text => "text",
        }
    }

    /// The Cargo feature of `planaudit-read` that brings its reader; plain text is always there.
    pub fn feature(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }
}

//! Kinds of file that hold documents but have to be converted before they are read.

use std::path::Path;

/// Extension, what it is, the format to save it in.
const KINDS: [(&str, &str, &str); 14] = [
    ("doc", "an old Word document (.doc)", "DOCX"),
    ("dot", "an old Word template (.dot)", "DOCX"),
    ("rtf", "a rich text document (.rtf)", "DOCX"),
    ("wpd", "a WordPerfect document (.wpd)", "DOCX"),
    ("wps", "a Works document (.wps)", "DOCX"),
    ("pages", "a Pages document (.pages)", "DOCX"),
    ("fodt", "a flat OpenDocument text (.fodt)", "ODT"),
    ("ppt", "an old PowerPoint presentation (.ppt)", "PPTX"),
    ("pps", "an old PowerPoint show (.pps)", "PPTX"),
    ("odp", "an OpenDocument presentation (.odp)", "PPTX"),
    ("key", "a Keynote presentation (.key)", "PPTX"),
    ("pub", "a Publisher document (.pub)", "PDF"),
    ("epub", "an e-book (.epub)", "PDF"),
    ("mhtml", "a web archive (.mhtml)", "PDF"),
];

/// What a file is and what to save it as, if it is of a kind that has to be converted.
pub(crate) fn of_path(path: &Path) -> Option<(&'static str, &'static str)> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    KINDS.iter().find(|(known, _, _)| *known == extension).map(|(_, what, save_as)| (*what, *save_as))
}

/// Whether a file is of a kind that holds documents but has to be converted before it is read.
///
/// ```
/// assert!(planaudit_read::is_convertible("plans/QHG strategy.DOC".as_ref()));
/// assert!(!planaudit_read::is_convertible("plans/cat.jpeg".as_ref()));
/// ```
pub fn is_convertible(path: &Path) -> bool {
    of_path(path).is_some()
}

//! The DOCX reader: whole packages, or the text of one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planaudit_read::Format;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>"#;

fuzz_target!(|bytes: &[u8]| {
    planaudit_fuzz::read_package(Format::Docx, bytes, "word/document.xml", &[("word/styles.xml", STYLES)]);
});

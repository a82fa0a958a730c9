//! The PPTX reader: whole packages, or a slide of one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planaudit_read::Format;

const PARTS: [(&str, &str); 3] = [
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="ppt/presentation.xml"/></Relationships>"#,
    ),
    (
        "ppt/presentation.xml",
        r#"<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="1" r:id="s"/></p:sldIdLst><p:sldSz cx="100" cy="100"/></p:presentation>"#,
    ),
    (
        "ppt/_rels/presentation.xml.rels",
        r#"<Relationships><Relationship Id="s" Type="x/slide" Target="slide.xml"/></Relationships>"#,
    ),
];

fuzz_target!(|bytes: &[u8]| planaudit_fuzz::read_package(Format::Pptx, bytes, "ppt/slide.xml", &PARTS));

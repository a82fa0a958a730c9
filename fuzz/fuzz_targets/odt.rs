//! The ODT reader: whole packages, or the content of one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planaudit_read::Format;

const PARTS: [(&str, &str); 1] = [("mimetype", "application/vnd.oasis.opendocument.text")];

fuzz_target!(|bytes: &[u8]| planaudit_fuzz::read_package(Format::Odt, bytes, "content.xml", &PARTS));

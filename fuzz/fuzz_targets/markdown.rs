//! The Markdown reader.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planaudit_read::Format;

fuzz_target!(|bytes: &[u8]| planaudit_fuzz::read(Format::Markdown, bytes));

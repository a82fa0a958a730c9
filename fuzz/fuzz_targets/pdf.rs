//! The PDF reader.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planaudit_read::Format;

fuzz_target!(
    init: {
        // Panics within the library are caught by the reader; only those of its own count.
        std::panic::set_hook(Box::new(|panic| {
            if panic.location().is_some_and(|place| place.file().contains("planaudit")) {
                eprintln!("{panic}");
                std::process::abort();
            }
        }));
    },
    |bytes: &[u8]| planaudit_fuzz::read(Format::Pdf, bytes)
);

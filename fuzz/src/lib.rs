//! What the fuzz targets share: reading, and what every document promises.

use std::io::{Cursor, Write as _};

use planaudit_read::{Document, Format, read_bytes};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads bytes and checks what comes of them.
pub fn read(format: Format, bytes: &[u8]) {
    if let Ok(document) = read_bytes(format, bytes.to_vec()) {
        check(&document);
    }
}

/// Reads a package: the bytes themselves if they are one, else one around them as the part of a name.
pub fn read_package(format: Format, bytes: &[u8], part: &str, others: &[(&str, &str)]) {
    if bytes.starts_with(b"PK") {
        return read(format, bytes);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = others.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(part, bytes)]);
    for (name, bytes) in parts {
        let started = zip.start_file(name, SimpleFileOptions::default());
        if started.is_err() || zip.write_all(bytes).is_err() {
            return;
        }
    }
    if let Ok(package) = zip.finish() {
        read(format, &package.into_inner());
    }
}

/// Panics where a document breaks a promise.
fn check(document: &Document) {
    for block in &document.blocks {
        assert_eq!(block.lines.first().map(|line| line.at), Some(0), "{block:?}");
        assert!(block.lines.iter().all(|line| block.text.is_char_boundary(line.at)), "{block:?}");
        assert!(block.strong.iter().all(|range| block.text.get(range.clone()).is_some()), "{block:?}");
        assert!(!block.text.contains('\n'), "{block:?}");
        if let planaudit_read::BlockKind::TableRow { cells, .. } = &block.kind {
            assert!(cells.iter().all(|range| block.text.get(range.clone()).is_some()), "{block:?}");
        }
        if let Some(page) = block.page() {
            assert!(page.get() as usize <= document.pages.len(), "{block:?}");
        }
    }
}

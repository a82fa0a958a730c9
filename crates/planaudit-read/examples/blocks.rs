//! Prints what was read of each file as one line of JSON: its pages, its blocks in reading order, its furniture.
//!
//! ```sh
//! cargo run --release -p planaudit-read --example blocks -- plans/*.pdf > blocks.jsonl
//! ```

use std::io::Write as _;

use planaudit_read::{Block, BlockKind, Document, read_file};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::env::args().skip(1) {
        let line = match read_file(path.as_ref()) {
            Ok(document) => document_value(&path, &document),
            Err(error) => json!({ "file": path, "error": error.to_string() }),
        };
        writeln!(out, "{line}")?;
    }
    out.flush()
}

fn document_value(path: &str, document: &Document) -> Value {
    let furniture: Vec<Value> =
        document.furniture.iter().map(|line| json!({ "page": line.page, "text": line.text })).collect();
    json!({
        "file": path,
        "title": document.title,
        "pages": document.pages,
        "blocks": document.blocks.iter().map(block_value).collect::<Vec<_>>(),
        "furniture": furniture,
        "citations": document.citations.iter().map(|tie| [tie.note, tie.block]).collect::<Vec<_>>(),
    })
}

fn block_value(block: &Block) -> Value {
    let mut value = match &block.kind {
        BlockKind::Heading { level } => json!({ "kind": "heading", "level": level }),
        BlockKind::ListItem { depth } => json!({ "kind": "item", "depth": depth }),
        BlockKind::TableRow { table, header, cells } => {
            let cells: Vec<&str> = cells.iter().map(|cell| &block.text[cell.clone()]).collect();
            json!({ "kind": "row", "table": table, "header": header, "cells": cells })
        }
        BlockKind::Paragraph => json!({ "kind": "paragraph" }),
        BlockKind::Caption => json!({ "kind": "caption" }),
        BlockKind::Footnote => json!({ "kind": "footnote" }),
        BlockKind::Quotation => json!({ "kind": "quotation" }),
    };
    // Where each printed line begins: byte, page, line.
    value["lines"] = block.lines.iter().map(|line| json!([line.at, line.page, line.line])).collect();
    value["text"] = json!(block.text);
    value
}

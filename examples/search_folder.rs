//! Searches the passages of a folder.
//!
//!     cargo run -p planaudit-examples --example search_folder -- examples/corpus/plans '"family hubs"'

use anyhow::Context as _;
use planaudit::corpus;
use planaudit::index::{Index, Query, Reading};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "a folder and a query, such as: examples/corpus/plans '\"family hubs\" AND NOT adults'";
    let folder = arguments.next().context(usage)?;
    let query = Query::parse(&arguments.next().context(usage)?)?;

    // In memory; `Index::on_disk` keeps it in a folder and uses it again while the files are the same.
    let index = Index::in_memory(&corpus::find(folder.as_ref())?, &Reading::default())?;

    let hits = index.search(&query, 5)?;
    println!("{} passages in {} documents", hits.passages, hits.documents);
    for hit in &hits.hits {
        let page = hit.page.map(|page| format!(", page {}", page.get())).unwrap_or_default();
        println!("{}{page}: {}", hit.document, hit.text);
    }
    Ok(())
}

//! Searches the passages of a folder.
//!
//!     cargo run -p planaudit-examples --example search_folder -- examples/corpus/plans '"family hubs"'

fn main() {}

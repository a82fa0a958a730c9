//! The saved pages of one web site as one document, a page of the site a page of the document.
//!
//! Pages come in the order of the links from `index.html`: a page's own links follow it, before the next of those that
//! stand beside it. Pages that nothing links to follow in order of name.

mod links;

use std::collections::BTreeMap;
use std::path::Path;

use crate::document::{Block, BlockKind, Citation, Document, Furniture};
use crate::error::ReadError;
use crate::format::Format;
use crate::ledger::{Page, PageKind, PageNumber};
use crate::plain;
use links::Links;

/// Pages read of one site.
const MOST_PAGES: usize = 5_000;
/// Folders within folders that are looked into.
const DEEPEST: usize = 16;

/// One page of a site.
pub(crate) struct WebPage {
    /// Its path from the site's folder, with `/`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Whether a folder holds a site: an `index.html` that links to another page in it.
pub(crate) fn is_site(folder: &Path) -> bool {
    let Some(index) = ["index.html", "index.htm"].into_iter().find(|name| folder.join(name).is_file()) else {
        return false;
    };
    let Ok(bytes) = crate::file_bytes(&folder.join(index)) else { return false };
    let Ok(names) = names(folder) else { return false };
    Links::of(&bytes, index, &names).any(|name| name != index)
}

/// The pages of a folder, in order.
pub(crate) fn pages(folder: &Path) -> Result<Vec<WebPage>, ReadError> {
    let names = names(folder)?;
    if names.is_empty() {
        return Err(ReadError::NoPages { path: folder.to_owned() });
    }
    if names.len() > MOST_PAGES {
        return Err(ReadError::TooLarge { what: "web pages", found: names.len() as u64, limit: MOST_PAGES as u64 });
    }
    let mut all: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut total = 0;
    for name in &names {
        let bytes = crate::file_bytes(&folder.join(name))?;
        total += bytes.len() as u64;
        if total > crate::LARGEST_FILE {
            return Err(ReadError::TooLarge { what: "bytes", found: total, limit: crate::LARGEST_FILE });
        }
        all.insert(name.clone(), bytes);
    }
    let order = links::order(&names, |name| all.get(name).map_or(&[], Vec::as_slice));
    Ok(order
        .into_iter()
        .filter_map(|name| all.remove_entry(&name))
        .map(|(name, bytes)| WebPage { name, bytes })
        .collect())
}

/// The web pages below a folder, in natural order of name: `page-2` before `page-10`.
fn names(folder: &Path) -> Result<Vec<String>, ReadError> {
    let mut names = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = open.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|source| ReadError::Open { path: folder.clone(), source })?;
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(kind) = entry.file_type() else { continue };
            let path = format!("{prefix}{name}");
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() && depth < DEEPEST && !crate::is_companion(&entry.path()) {
                open.push((entry.path(), format!("{path}/"), depth + 1));
            } else if kind.is_file() && Format::of_path(&entry.path()) == Some(Format::Html) {
                names.push(path);
            }
        }
    }
    names.sort_by_key(|name| links::natural(name));
    Ok(names)
}

/// Reads the pages as one document.
pub(crate) fn read(site: &[WebPage]) -> Result<Document, ReadError> {
    let mut blocks = Vec::new();
    let mut kinds = Vec::with_capacity(site.len());
    let mut title = None;
    let mut tables = 0;
    let mut citations: Vec<Citation> = Vec::new();
    for (index, page) in site.iter().enumerate() {
        let number = PageNumber::from_index(index);
        match crate::read_bytes(Format::Html, page.bytes.clone()) {
            Ok(read) => {
                kinds.push(PageKind::Text);
                title = title.or(read.title);
                let before = tables;
                let first = blocks.len();
                let moved = |tie: Citation| Citation { note: tie.note + first, block: tie.block + first };
                citations.extend(read.citations.into_iter().map(moved));
                for mut block in read.blocks {
                    block.lines.iter_mut().for_each(|line| line.page = Some(number));
                    if let BlockKind::TableRow { table, .. } = &mut block.kind {
                        *table += before;
                        tables = tables.max(*table + 1);
                    }
                    blocks.push(block);
                }
            }
            Err(ReadError::Empty) => kinds.push(PageKind::Blank),
            Err(_) => kinds.push(PageKind::Broken),
        }
    }
    let furniture = take_repeated(&mut blocks, &mut citations, site.len());
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut pages = plain::ledger(&blocks, site.len());
    for ((page, kind), web) in pages.iter_mut().zip(kinds).zip(site) {
        *page = Page {
            label: Some(web.name.clone()),
            kind: if page.words > 0 { PageKind::Text } else { kind },
            ..page.clone()
        };
    }
    Ok(Document { format: Format::Html, title, pages, blocks, furniture, citations })
}

/// Takes out what stands on most pages alike: menus and notices that the pages do not mark as such.
fn take_repeated(blocks: &mut Vec<Block>, citations: &mut Vec<Citation>, pages: usize) -> Vec<Furniture> {
    let mut on: BTreeMap<String, Vec<PageNumber>> = BTreeMap::new();
    for block in blocks.iter() {
        let (Some(page), pages) = (block.page(), on.entry(block.text.clone()).or_default()) else { continue };
        if pages.last() != Some(&page) {
            pages.push(page);
        }
    }
    let repeated = |text: &str| on.get(text).is_some_and(|found| found.len() >= 3 && found.len() * 2 > pages);
    let mut furniture = Vec::new();
    let mut kept = 0;
    let mut places: Vec<Option<usize>> = Vec::with_capacity(blocks.len());
    blocks.retain(|block| {
        let page = block.page().filter(|_| repeated(&block.text));
        places.push(page.is_none().then_some(kept));
        kept += usize::from(page.is_none());
        furniture.extend(page.map(|page| Furniture { page, text: block.text.clone() }));
        page.is_none()
    });
    citations.retain_mut(|tie| match (places[tie.note], places[tie.block]) {
        (Some(note), Some(block)) => {
            *tie = Citation { note, block };
            true
        }
        _ => false,
    });
    furniture
}

//! The page ledger: a bar a page, as high as the page has words; a letter where a page was not read.

use std::fmt::Write as _;

use planaudit::read::{Page, PageKind};

/// The strip of bars, without a frame; nothing for a document without pages.
pub(crate) fn ledger(pages: &[Page]) -> String {
    if pages.is_empty() {
        return String::new();
    }
    let most = pages.iter().map(|page| page.words).max().unwrap_or(0).max(1);
    let mut strip = String::from("<div class=\"ledger\">");
    for page in pages {
        let number = page.number.get();
        let _ = match page.kind {
            PageKind::Text | PageKind::Mixed | PageKind::Recognised => write!(
                strip,
                "<i title=\"page {number}, {}: {} words\"><b style=\"height:{:.0}%\"></b></i>",
                page.kind.as_str(),
                page.words,
                100.0 * f64::from(page.words) / f64::from(most)
            ),
            PageKind::Blank => write!(strip, "<i title=\"page {number}: blank\"></i>"),
            PageKind::Scanned => write!(strip, "<i class=\"unread\" title=\"page {number}: a scan, not read\">S</i>"),
            PageKind::Broken => write!(strip, "<i class=\"unread\" title=\"page {number}: broken, not read\">X</i>"),
        };
    }
    let unread = pages.iter().filter(|page| !page.kind.is_readable()).count();
    let _ = write!(strip, "</div><small>{} pages, the highest bar {most} words; ", pages.len());
    strip
        + &match unread {
            0 => "every page was read</small>".to_owned(),
            unread => format!("</small><small class=\"warn\">{unread} not read: S a scan, X broken</small>"),
        }
}

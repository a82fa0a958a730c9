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
            PageKind::Mixed => {
                write!(
                    strip,
                    "<i class=\"unread\" title=\"page {number}: a picture may hold more than was read\">M</i>"
                )
            }
            PageKind::Text | PageKind::Recognised => write!(
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
    let _ = write!(strip, "</div><small>{} pages, the highest bar {most} words; ", pages.len());
    let count = |kinds: &[PageKind]| pages.iter().filter(|page| kinds.contains(&page.kind)).count();
    let (unread, mixed) = (count(&[PageKind::Scanned, PageKind::Broken]), count(&[PageKind::Mixed]));
    if unread + mixed == 0 {
        return strip + "every page was read</small>";
    }
    strip.push_str("</small><small class=\"warn\">");
    if unread > 0 {
        let _ = write!(strip, "{unread} not read: S a scan, X broken. ");
    }
    if mixed > 0 {
        let _ = write!(strip, "{mixed} read in part: M, a picture may hold more. ");
    }
    strip + "</small>"
}

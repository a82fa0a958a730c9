//! How much of a document was read, and which verdicts that is enough for.

use planaudit_read::{Document, page_ranges};

use crate::assessment::Verdict;

/// Below this share of readable pages no absence is stated: with more than every fifth page unread, what is not there
/// can no longer be told from what was not read.
const LEAST_READABLE: f64 = 0.8;

/// What of a document could be read.
pub(super) struct Coverage {
    readable: f64,
    /// The pages that could not, as ranges.
    unread: String,
}

impl Coverage {
    pub(super) fn of(document: &Document) -> Self {
        let unread = page_ranges(&document.pages, |page| !page.kind.is_readable());
        Self { readable: document.readable(), unread }
    }

    /// The verdict, unless it states an absence that too little was read for. Beside any other verdict that they could
    /// change the pages not read are told; an absence says what was searched by itself.
    pub(super) fn weigh(&self, verdict: Verdict, why_not: &mut Vec<String>) -> Option<Verdict> {
        let absence = matches!(verdict, Verdict::No | Verdict::Absent);
        if absence && self.readable < LEAST_READABLE {
            why_not.insert(
                0,
                format!(
                    "held: only {:.0} % of the pages could be read, not {}; run character recognition on the file",
                    (self.readable * 100.0).floor(),
                    self.unread
                ),
            );
            return None;
        }
        if !absence && !self.unread.is_empty() && !matches!(verdict, Verdict::Yes | Verdict::Named) {
            why_not.push(format!("pages that could not be read may say more: {}", self.unread));
        }
        Some(verdict)
    }
}

#[cfg(test)]
mod tests {
    use planaudit_read::{Page, PageKind, PageNumber};

    use super::*;

    fn coverage(scanned: usize, of: usize) -> Coverage {
        let mut document = planaudit_read::read_text("A plan.");
        document.pages = (0..of)
            .map(|index| {
                let kind = if index < scanned { PageKind::Scanned } else { PageKind::Text };
                Page::new(PageNumber::from_index(index), kind, 100)
            })
            .collect();
        Coverage::of(&document)
    }

    #[test]
    fn an_absence_is_held_when_much_was_not_read() {
        let mut why_not = Vec::new();
        assert_eq!(coverage(3, 10).weigh(Verdict::No, &mut why_not), None);
        assert!(why_not[0].starts_with("held: only 70 % of the pages could be read, not 1–3;"), "{why_not:?}");
        assert_eq!(coverage(10, 10).weigh(Verdict::Absent, &mut Vec::new()), None);
    }

    #[test]
    fn a_verdict_that_unread_pages_could_change_names_them() {
        let mut why_not = Vec::new();
        assert_eq!(coverage(1, 10).weigh(Verdict::Some, &mut why_not), Some(Verdict::Some));
        assert_eq!(why_not, ["pages that could not be read may say more: 1"]);
    }

    #[test]
    fn what_was_found_stands() {
        let mut why_not = Vec::new();
        assert_eq!(coverage(9, 10).weigh(Verdict::Yes, &mut why_not), Some(Verdict::Yes));
        assert_eq!(coverage(0, 10).weigh(Verdict::No, &mut why_not), Some(Verdict::No));
        assert!(why_not.is_empty());
    }
}

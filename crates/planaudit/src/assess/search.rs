//! What was searched before an answer says that nothing was found.

use planaudit_read::{Document, page_ranges};

use crate::analysis::Analysis;
use crate::assessment::{NearMiss, Verdict};
use crate::rubric::Question;

/// How many near misses are named in a statement; all of them stand in the answer.
const NAMED: usize = 3;

/// The extent of a document as the rules saw it, in words.
pub(super) struct Search {
    extent: String,
}

impl Search {
    pub(super) fn of(document: &Document, analysis: &Analysis<'_>) -> Self {
        let passages = analysis.contexts.iter().filter(|context| context.zone.holds_evidence()).count();
        let passages = format!("searched: {}", count(passages, "passage"));
        let pages = document.pages.len();
        if pages == 0 {
            return Self { extent: passages };
        }
        let unread = page_ranges(&document.pages, |page| !page.kind.is_readable());
        let readable = document.readable() * 100.0;
        // A share rounded up to 100 % would deny the pages that follow.
        let extent = if unread.is_empty() {
            format!("{passages} on {}, all readable", count(pages, "page"))
        } else {
            let (pages, share) = (count(pages, "page"), readable.floor());
            format!("{passages} on {pages}, {share:.0} % of them readable, not {unread}")
        };
        Self { extent }
    }

    /// What an answer of absence adds to its reasons: what was searched, and what came nearest with the condition that
    /// it failed. Nothing for other answers.
    pub(super) fn statement(&self, question: &Question, verdict: &Verdict, near: &[NearMiss]) -> Vec<String> {
        let none = |option: &String| question.combine.as_ref().is_some_and(|(_, none)| none == option);
        let absent = match verdict {
            Verdict::No | Verdict::Absent => true,
            Verdict::Option(option) => none(option),
            Verdict::Yes | Verdict::Some | Verdict::Named | Verdict::RoleWithoutName | Verdict::Vacant => false,
        };
        if !absent {
            return Vec::new();
        }
        let by_rule: Vec<&NearMiss> = near.iter().filter(|miss| !miss.rule.is_empty()).collect();
        let mut statement = vec![match (by_rule.len(), near.len()) {
            (0, 0) => format!("{}; nothing came near", self.extent),
            (0, alike) => {
                format!("{}; no rule came near, {} like the question's words", self.extent, count(alike, "passage"))
            }
            (missed, _) => format!("{}; {} came near", self.extent, count(missed, "passage")),
        }];
        statement.extend(by_rule.iter().take(NAMED).map(|miss| {
            let place = miss.page.map(|page| format!(" on page {page}")).unwrap_or_default();
            format!("near miss{place}, rule {}: {}", miss.rule, miss.failed)
        }));
        statement
    }
}

fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

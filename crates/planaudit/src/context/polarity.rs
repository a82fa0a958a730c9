//! Where a passage denies what it speaks of.

use crate::analysis::Analysis;
use crate::matcher::Match;
use crate::passage::Passage;

/// How many words a denial reaches forward, if no clause ends before.
const FORWARD: u32 = 9;
/// How many words it reaches back.
const BACKWARD: u32 = 8;

/// Whether one of the spans matched in a passage stands within the reach of a denial.
///
/// A denial reaches to the end of its clause. A span that itself holds the denial (a term such as `no wrong door`) is
/// not denied by it.
pub fn negated(analysis: &Analysis<'_>, passage: &Passage, spans: &[Match]) -> bool {
    let cues = &analysis.rubric.cues;
    let denied = |denial: Match, forward: bool| {
        spans.iter().any(|span| {
            let holds = span.start < denial.end && denial.start < span.end;
            if holds {
                return false;
            }
            let (from, to, reach) =
                if forward { (denial.end, span.start, FORWARD) } else { (span.end, denial.start, BACKWARD) };
            from <= to && to - from <= reach && !clause_ends(analysis, from, to)
        })
    };
    analysis.matches.of(cues.negation, &passage.tokens).any(|denial| denied(denial, true))
        || analysis.matches.of(cues.negation_after, &passage.tokens).any(|denial| denied(denial, false))
}

/// Whether a clause ends between two tokens.
fn clause_ends(analysis: &Analysis<'_>, from: u32, to: u32) -> bool {
    (from..=to).any(|index| {
        let (Some(before), Some(here)) = (
            index.checked_sub(1).and_then(|index| analysis.tokens.get(index as usize)),
            analysis.tokens.get(index as usize),
        ) else {
            return false;
        };
        if index == from && from == to {
            return false;
        }
        let between = &analysis.text.as_str()[before.end as usize..here.start as usize];
        let breaks =
            between.contains([';', ':', '—', '|', '\n', '(']) || between.contains(" – ") || between.contains(", ");
        let word = &analysis.text.as_str()[here.start as usize..here.end as usize];
        breaks && index > from || matches!(word, "but" | "although" | "however" | "though" | "yet" | "instead")
    })
}

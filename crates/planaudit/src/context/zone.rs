//! The zone of a passage, its own words considered.

use crate::analysis::Analysis;
use crate::context::Zone;
use crate::passage::Passage;

/// The zone of a passage: that of its block and section, unless its words show a contents line or a recital of law.
pub(super) fn zone(analysis: &Analysis<'_>, passage: &Passage) -> Zone {
    let words = &analysis.text.as_str()[passage.range.clone()];
    match passage.zone {
        Zone::Body | Zone::List | Zone::Table if is_contents_line(words) => Zone::Contents,
        Zone::Body | Zone::List if names_its_source(words) => Zone::Caption,
        Zone::Body | Zone::List | Zone::Table | Zone::Appendix | Zone::Footnote
            if analysis.matches.any(analysis.rubric.cues.recital, &passage.tokens) =>
        {
            Zone::Recital
        }
        zone => zone,
    }
}

/// Whether words end in the source of a chart or table: they are its title, whatever the file calls them.
fn names_its_source(words: &str) -> bool {
    // It stands no farther from the end than a source's name is long.
    let from = words.len().saturating_sub(120);
    let colons = (from..words.len()).rev().filter(|&at| words.as_bytes()[at] == b':');
    let before = |colon: usize| {
        ["source", "sources", "Source", "Sources"].iter().find_map(|word| words[..colon].strip_suffix(word))
    };
    let source = colons.filter_map(before).map(str::len).find(|&at| at >= from);
    source.is_some_and(|at| !words[..at].trim_end().ends_with(|end: char| end.is_alphanumeric()))
}

/// Leader dots, as in a table of contents.
fn is_contents_line(words: &str) -> bool {
    // Counting is cheap, and few passages hold so many dots.
    let dots = words.bytes().filter(|byte| *byte == b'.').count();
    dots >= 4 && (words.contains(".....") || words.contains(". . . .")) || !words.is_ascii() && words.contains("……")
}

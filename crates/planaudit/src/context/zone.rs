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
    let source = ["source:", "sources:", "Source:", "Sources:"].iter().filter_map(|word| words.rfind(word)).max();
    source.is_some_and(|at| {
        words.len() - at <= 120 && !words[..at].trim_end().ends_with(|end: char| end.is_alphanumeric())
    })
}

/// Leader dots, as in a table of contents.
fn is_contents_line(words: &str) -> bool {
    words.contains(".....") || words.contains(". . . .") || words.contains("……")
}

//! Quantified targets as data: what is to change, for whom, from what, to what or by how much, and by when.
//!
//! A figure is a target where a clause means it to be reached: a word of change, a bound or a target by name stands with
//! it, and nothing says that it is a result, a forecast, or somebody else's. The words this goes by stand in the rubric
//! (`lexicons/quantities.toml`); a rubric without them is asked for no targets.

mod clause;
mod cues;
mod dates;
mod fields;
mod figures;
mod intent;
mod measure;
mod prose;
mod roles;
mod rows;

use std::ops::Range;

pub use cues::IDS;

use crate::analysis::Analysis;
use crate::assessment::{Amount, Direction};
use crate::context::{Attribution, Context, Zone};
use cues::Cues;

/// A target found in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTarget {
    /// What is to change, in the document's words.
    pub measure: String,
    /// For whom, in the document's words; empty where they name nobody.
    pub group: String,
    /// The figure it starts from, as printed; empty where none is given.
    pub baseline: String,
    /// The figure to reach, or the amount of the change, as printed; `half`, `double` and `0` for halving, doubling and
    /// ending.
    pub figure: String,
    /// What the figure counts: `per cent`, `%`, `percentage points`, `per 1,000`, `weeks`; empty for a plain number.
    pub unit: String,
    /// Where the measure is to go.
    pub direction: Direction,
    /// Whether the figure is a level or a change.
    pub amount: Amount,
    /// When, as printed, without the preposition; empty where no time is given.
    pub date: String,
    /// The passage's index.
    pub passage: usize,
    /// Bytes of the passage in the text.
    pub bytes: Range<usize>,
}

/// Every target of a document, in order of place.
///
/// ```
/// use planaudit::{Analysis, Rubric, targets};
/// let rubric = Rubric::hpig_2024();
/// let text = "We will cut waits for an autism assessment from 40 weeks to 18 weeks by 2027.\n";
/// let document = planaudit::read::read_text(text);
/// let found = targets::find(&Analysis::of(&document, &rubric));
/// assert_eq!((found[0].baseline.as_str(), found[0].figure.as_str()), ("40", "18"));
/// assert_eq!(found[0].measure, "waits for an autism assessment");
/// ```
pub fn find(analysis: &Analysis<'_>) -> Vec<FoundTarget> {
    let Some(cues) = Cues::resolve(analysis.rubric) else { return Vec::new() };
    let mut found = Vec::new();
    for (index, context) in analysis.contexts.iter().enumerate() {
        if !may_state(context) {
            continue;
        }
        if !rows::read(analysis, &cues, index, &mut found) {
            prose::read(analysis, &cues, index, &mut found);
        }
    }
    found
}

/// Whether a passage stands where targets of this body are stated.
fn may_state(context: &Context) -> bool {
    context.attribution == Attribution::Own
        && matches!(
            context.zone,
            Zone::Body | Zone::List | Zone::Table | Zone::Foreword | Zone::Appendix | Zone::Footnote | Zone::Caption
        )
}

//! The concepts that targets are read by.

use crate::lexicon::ConceptId;
use crate::rubric::Rubric;

macro_rules! cues {
    ($($field:ident = $id:literal,)*) => {
        /// The ids of the concepts that targets are read by. A rubric defines all of them, or is asked for no targets.
        pub const IDS: &[&str] = &[$($id),*];

        pub(super) struct Cues {
            $(pub(super) $field: ConceptId,)*
        }

        impl Cues {
            /// Looks each up; none when the rubric lacks one.
            pub(super) fn resolve(rubric: &Rubric) -> Option<Self> {
                Some(Self { $($field: rubric.concept($id)?,)* })
            }
        }
    };
}

cues! {
    increase = "quantity.increase",
    decrease = "quantity.decrease",
    halve = "quantity.halve",
    double = "quantity.double",
    end = "quantity.end",
    keep = "quantity.keep",
    reach = "quantity.reach",
    provide = "quantity.provide",
    create = "quantity.create",
    at_least = "quantity.at-least",
    at_most = "quantity.at-most",
    target = "quantity.target",
    intent = "quantity.intent",
    baseline = "quantity.baseline",
    past = "quantity.past",
    forecast = "quantity.forecast",
    people = "quantity.people",
    plan_end = "quantity.plan-end",
    column_measure = "quantity.column-measure",
    column_baseline = "quantity.column-baseline",
    column_target = "quantity.column-target",
    column_date = "quantity.column-date",
}

//! The concepts the engine itself asks for. Their words stand in the rubric's lexicons like all others.

use crate::lexicon::ConceptId;

macro_rules! cues {
    ($($(#[$doc:meta])* $field:ident = $id:literal,)*) => {
        /// The concepts that context is computed from.
        #[derive(Debug, Clone, Copy)]
        pub struct Cues {
            $($(#[$doc])* pub $field: ConceptId,)*
        }

        impl Cues {
            /// The ids the rubric's lexicons must define.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// Looks each up.
            ///
            /// # Errors
            /// The id that no lexicon defines.
            pub fn resolve(find: impl Fn(&str) -> Option<ConceptId>) -> Result<Self, &'static str> {
                Ok(Self { $($field: find($id).ok_or($id)?,)* })
            }
        }
    };
}

cues! {
    /// Babies, children, young people.
    children = "population.children",
    /// Families, parents and carers of children.
    families = "population.families",
    /// Of the words for families, those that are as often said of an adult's.
    kin = "population.kin",
    /// Everyone.
    all_ages = "population.all-ages",
    /// Adults and older people.
    adults = "population.adults",
    /// People who work in the service.
    staff = "population.staff",
    /// Words that deny what follows.
    negation = "cue.negation",
    /// Words that deny what stands before.
    negation_after = "cue.negation-after",
    /// Words that weaken a commitment.
    hedge = "cue.hedge",
    /// A need is stated.
    need = "cue.need",
    /// An aim is stated.
    intention = "cue.intention",
    /// Something is being done or will be.
    action = "cue.action",
    /// Something has been done by somebody.
    done = "cue.done",
    /// The passage speaks of the past.
    past = "cue.past",
    /// Something lies ahead.
    planned = "cue.planned",
    /// An example follows.
    example = "cue.example",
    /// A result is told.
    result = "cue.result",
    /// A duty of law is recited.
    recital = "cue.recital",
    /// A post or body that an action can be owned by.
    owner = "cue.owner",
    /// Another area or body.
    other = "attribution.other",
    /// National policy.
    national = "attribution.national",
    /// Words that stand for a subject named before.
    reference = "cue.reference",
    /// The body or partnership that writes.
    own = "attribution.own",
    /// Bodies that work together.
    partner = "body.partner",
    /// Numbers in words.
    number_word = "value.number-word",
    /// Months.
    month = "value.month",
    /// Other words for a point in time.
    date_word = "value.date-word",
    /// Ages in words.
    age_word = "value.age-word",
    /// Headings that announce actions.
    action_heading = "section.actions",
    /// Headings that announce priorities.
    priority_heading = "section.priorities",
}

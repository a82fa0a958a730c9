//! The rubric: questions, lexicons and rules, as written ([`source`]) and as compiled ([`Rubric`]).

mod baseline;
mod check;
mod compile;
mod each;
pub mod expression;
mod guide;
mod load;
mod parsed;
pub mod source;

use crate::assessment::{QuestionStamp, RubricStamp};
use crate::context::{Attribution, Commitment, Cues, Time, Zone};
use crate::corpus::Kind;
use crate::lexicon::{ConceptId, Lexicon};
use crate::likeness::Query;

pub use baseline::{Baseline, Category, Figure};
pub use check::{Case, Check, Finding, cases};
pub use expression::{Expression, Scope};
pub use guide::{Page, guide};
pub use load::{Files, RubricError};
pub(crate) use parsed::Parsed;
pub use source::{AnswerKind, Cap, Facet, Guide, PolarityCondition, PopulationCondition, Status, Theme};

/// A rubric ready to answer.
pub struct Rubric {
    /// What an assessment says of it.
    pub stamp: RubricStamp,
    /// All terms.
    pub lexicon: Lexicon,
    /// The concepts the engine asks for itself.
    pub cues: Cues,
    /// The questions, in report order.
    pub questions: Vec<Question>,
    /// Published figures.
    pub baseline: Baseline,
    /// Concepts by number: id, and label for people.
    pub(crate) concepts: Vec<(String, String)>,
}

/// A question ready to be answered.
#[derive(Debug, Clone)]
pub struct Question {
    /// What the report shows of it.
    pub stamp: QuestionStamp,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// How evidence makes its rating.
    pub rating: Rating,
    /// `person`: which role.
    pub lead: Option<LeadRole>,
    /// `one`: the option when all ruled options hold, and when none does.
    pub combine: Option<(String, String)>,
    /// Its own words and the concepts of its rules, for likeness.
    pub query: Query,
    /// Whether evidence must be about children or families.
    pub child_scope: bool,
}

/// A rule ready to be evaluated.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Name.
    pub name: String,
    /// What a passage must hold.
    pub find: Expression,
    /// The concepts one of which a passage must hold to be looked at.
    pub(crate) anchors: Vec<ConceptId>,
    /// 1 to 3.
    pub weight: u8,
    /// The option a hit supports.
    pub option: Option<String>,
    /// Facets a hit meets whatever its wording.
    pub facets: Vec<Facet>,
    /// Conditions on context.
    pub conditions: Conditions,
    /// Least number of sections with hits.
    pub sections: usize,
    /// A hit is evidence of absence.
    pub caps: Option<Cap>,
    /// A further point, and what it is filled with.
    pub also: Option<(String, Option<String>)>,
}

/// What a hit's context must be.
#[derive(Debug, Clone)]
pub struct Conditions {
    /// Populations; none for any.
    pub population: Option<Vec<crate::context::Population>>,
    /// Least commitment.
    pub commitment: Commitment,
    /// Times; none for any.
    pub time: Option<Vec<Time>>,
    /// Attributions; none for any.
    pub attribution: Option<Vec<Attribution>>,
    /// Zones; none for those that hold evidence.
    pub zone: Option<Vec<Zone>>,
    /// Polarity; none for any.
    pub polarity: Option<crate::context::Polarity>,
}

/// How evidence makes a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// Facets that a *Yes* needs.
    pub yes_facets: usize,
    /// Solid passages that a *Yes* needs.
    pub yes_passages: usize,
    /// Passages that *To some extent* needs.
    pub some_passages: usize,
    /// Details that make the evidence detailed.
    pub detail: usize,
}

/// Which role a `person` question asks for.
#[derive(Debug, Clone)]
pub struct LeadRole {
    /// Matched on a role's own words.
    pub role: Expression,
    /// Roles like it that are not it.
    pub exclude: Option<Expression>,
}

impl Rubric {
    /// A concept's number by its id.
    pub fn concept(&self, id: &str) -> Option<ConceptId> {
        self.concepts.iter().position(|(known, _)| known == id).map(|index| ConceptId(index as u32))
    }

    /// A concept's label for people, or the term it was made from.
    pub fn label(&self, concept: ConceptId) -> &str {
        &self.concepts[concept.0 as usize].1
    }

    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.stamp.id == id)
    }

    /// The questions asked of a kind of document, in report order.
    pub fn asked_of(&self, kind: Kind) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.stamp.kinds.contains(&kind))
    }
}

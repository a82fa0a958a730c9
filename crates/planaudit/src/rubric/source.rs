//! The rubric as written: what the TOML files say, before anything is compiled.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::context::{Attribution, Commitment, Polarity, Population, Time, Zone};

/// `rubric.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RubricSource {
    /// Short name, such as `hpig-2024`.
    pub id: String,
    /// Version of the questions and rules; part of every assessment file.
    pub version: String,
    /// Title for people.
    pub title: String,
    /// Where the instrument comes from.
    pub source: String,
    /// Themes in report order.
    #[serde(rename = "theme")]
    pub themes: Vec<Theme>,
    /// How facets make a rating unless a question says otherwise.
    pub rating: RatingSource,
}

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Id, as the questions name it.
    pub id: String,
    /// Title for people.
    pub title: String,
}

/// A lexicon file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LexiconSource {
    /// Its concepts.
    #[serde(rename = "concept", default)]
    pub concepts: Vec<ConceptSource>,
}

/// A concept: the words a thing goes by, and its look-alikes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptSource {
    /// Id, named in rules as `@id`.
    pub id: Spanned<String>,
    /// What it is, for people.
    pub label: String,
    /// Terms, as `docs/rubric.md` describes them.
    #[serde(default)]
    pub terms: Vec<Spanned<String>>,
    /// Look-alikes: where one overlaps a term, the term does not count.
    #[serde(default)]
    pub not: Vec<Spanned<String>>,
    /// Concepts whose terms count as well.
    #[serde(default)]
    pub includes: Vec<Spanned<String>>,
}

/// A question file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionSource {
    /// Id; the file is named after it.
    pub id: Spanned<String>,
    /// Theme id.
    pub theme: Spanned<String>,
    /// Kinds of document it is asked of.
    pub kinds: Vec<crate::corpus::Kind>,
    /// What sort of answer it takes.
    pub answer: AnswerKind,
    /// Evidence must be about children or families.
    #[serde(default)]
    pub child_scope: bool,
    /// How far the answer can be trusted without a person.
    #[serde(default)]
    pub status: Status,
    /// The question.
    pub asks: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// Options of `choice` and `one`, in report order.
    #[serde(default)]
    pub options: Vec<String>,
    /// The decision guide.
    pub guide: Guide,
    /// What `$topic` stands for in a rule written once for several options, by option.
    #[serde(default)]
    pub topics: BTreeMap<String, Spanned<String>>,
    /// Its rules.
    #[serde(rename = "rule", default)]
    pub rules: Vec<RuleSource>,
    /// Its own thresholds.
    #[serde(default)]
    pub rating: RatingSource,
    /// Which role a `person` question asks for.
    pub lead: Option<LeadSource>,
    /// `one`: the option when several hold together, and when none does.
    pub combine: Option<CombineSource>,
    /// Passages that must be found.
    #[serde(rename = "example", default)]
    pub examples: Vec<ExampleSource>,
    /// Passages that must not.
    #[serde(rename = "counter_example", default)]
    pub counter_examples: Vec<ExampleSource>,
}

/// What sort of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnswerKind {
    /// Yes, To some extent, No.
    Rag,
    /// Yes or no.
    Flag,
    /// Exactly one option.
    One,
    /// Any number of options.
    Choice,
    /// People with their roles.
    Person,
}

/// How far an answer can be trusted without a person; set by measured agreement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// As good as a careful reader.
    Automatic,
    /// A person should confirm it.
    #[default]
    Assist,
    /// A person must answer it; the passages are a help.
    Manual,
}

/// What makes each answer, for a person who answers the same question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// What makes it Yes (or, for other kinds, what counts).
    pub yes: String,
    /// What keeps it at To some extent.
    #[serde(default)]
    pub some: String,
    /// What leaves it at No, and what does not count.
    #[serde(default)]
    pub no: String,
    /// Where careful coders hesitate, and how it is settled.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// A rule of a question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSource {
    /// Name, unique in the question.
    pub name: Spanned<String>,
    /// The options it is written for at once, `$topic` in `find` standing for each one's topic.
    pub each: Option<Each>,
    /// What a passage must hold.
    pub find: Spanned<String>,
    /// 1, 2 or 3; see `docs/rubric.md`.
    #[serde(default = "two")]
    pub weight: u8,
    /// The option a hit supports.
    pub option: Option<Spanned<String>>,
    /// Facets a hit meets whatever its wording.
    #[serde(default)]
    pub facets: Vec<Facet>,
    /// Populations a hit may be about.
    pub population: Option<Vec<PopulationCondition>>,
    /// The least commitment a hit must show.
    pub commitment: Option<Commitment>,
    /// Times a hit may speak of.
    pub time: Option<Vec<Time>>,
    /// Whose plan a hit may state.
    pub attribution: Option<Vec<Attribution>>,
    /// Zones a hit may stand in.
    pub zone: Option<Vec<Zone>>,
    /// Polarity a hit must have; affirmed unless given.
    pub polarity: Option<PolarityCondition>,
    /// Hits count only when they stand in so many sections.
    pub sections: Option<usize>,
    /// A hit is evidence of absence: the verdict is at most this.
    pub caps: Option<Cap>,
    /// A further point of the answer that a hit fills.
    pub also: Option<String>,
    /// What it is filled with; the matched words unless given.
    pub value: Option<String>,
}

/// Which options a rule is written for at once.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Each {
    /// Every option that has a topic.
    All(bool),
    /// These.
    Of(Vec<String>),
}

fn two() -> u8 {
    2
}

/// A part of what makes a *Yes*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Facet {
    /// Explicitly referenced and focused on.
    Explicit,
    /// Clear and detailed.
    Detailed,
    /// Evidenced, with examples.
    Evidenced,
}

/// A population a rule accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PopulationCondition {
    /// Whatever it is about.
    Any,
    /// This one.
    #[serde(untagged)]
    Is(Population),
}

/// A polarity a rule accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PolarityCondition {
    /// Either.
    Any,
    /// This one.
    #[serde(untagged)]
    Is(Polarity),
}

/// The best verdict left when absence is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cap {
    /// At most No.
    No,
    /// At most To some extent.
    Some,
}

/// Thresholds; what is left out is taken from the rubric.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingSource {
    /// What *Yes* needs.
    pub yes: Option<YesSource>,
    /// What *To some extent* needs.
    pub some: Option<SomeSource>,
    /// How many details make the evidence detailed.
    pub detail: Option<usize>,
}

/// What *Yes* needs.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YesSource {
    /// How many of the three facets, explicit among them.
    pub facets: usize,
    /// How many solid passages.
    pub passages: usize,
}

/// What *To some extent* needs.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SomeSource {
    /// How many passages of any weight.
    pub passages: usize,
}

/// Which role a `person` question asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadSource {
    /// Matched on a role's own words.
    pub role: Spanned<String>,
    /// Roles like it that are not it.
    pub exclude: Option<Spanned<String>>,
}

/// `one`: the option when several hold together, and when none does.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CombineSource {
    /// The option when all ruled options hold.
    pub all: String,
    /// The option when none does.
    pub none: String,
}

/// A passage with what the question must make of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleSource {
    /// Name of the test.
    pub name: Spanned<String>,
    /// The passage.
    pub text: String,
    /// A heading above it.
    pub under: Option<String>,
    /// A sentence above it, the text being an item of its list.
    pub lead_in: Option<String>,
    /// The rule that must find it.
    pub rule: Option<String>,
    /// The option it must support, or (in a counter-example) must not.
    pub option: Option<String>,
    /// The verdict when this is the whole document.
    pub verdict: Option<String>,
}

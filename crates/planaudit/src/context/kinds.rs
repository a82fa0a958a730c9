//! What can be said of a passage, apart from its words.

use serde::{Deserialize, Serialize};

/// Whom a passage is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Population {
    /// Babies, children, young people.
    Children,
    /// Families, parents and carers of children.
    Families,
    /// Everyone, whatever their age.
    AllAges,
    /// Adults or older people.
    Adults,
    /// The people who work in the service.
    Staff,
    /// The passage does not say, and nothing above it does.
    #[default]
    Unspecified,
}

impl Population {
    /// Whether it satisfies a question about children.
    pub fn is_child_scope(self) -> bool {
        matches!(self, Self::Children | Self::Families)
    }
}

/// Where a passage's population was read from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PopulationSource {
    /// Its own words.
    Sentence,
    /// The run-in title of its paragraph.
    RunIn,
    /// The sentence that leads into its list, or the header of its table.
    LeadIn,
    /// An earlier sentence of its paragraph.
    Paragraph,
    /// The paragraph before, to which its first words refer.
    Reference,
    /// A heading above it.
    Heading,
    /// Nothing says.
    #[default]
    Nothing,
}

/// Whether a passage says that a thing is, or that it is not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It is.
    #[default]
    Affirmed,
    /// It is not, or not yet.
    Negated,
}

/// How far a passage commits the body that wrote it. Ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Commitment {
    /// The thing is spoken of.
    #[default]
    Mention,
    /// It is needed.
    Need,
    /// It is wished for or aimed at.
    Intention,
    /// It is being done or will be.
    Action,
    /// It will be done by a date or by somebody named.
    DatedOrOwnedAction,
}

/// When the thing is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// It has been done.
    Done,
    /// It is so, or is being done.
    #[default]
    Now,
    /// It is to be done.
    Planned,
}

/// Whose plan the passage states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// The body or partnership that wrote the document.
    #[default]
    Own,
    /// Somebody else: another area, a former body.
    Other,
    /// National policy.
    National,
}

/// What part of the document the passage stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// Running text.
    #[default]
    Body,
    /// An item of a list.
    List,
    /// A row of a table.
    Table,
    /// A foreword or welcome.
    Foreword,
    /// A heading.
    Heading,
    /// The contents pages.
    Contents,
    /// A list of terms or acronyms.
    Glossary,
    /// References, bibliography, links.
    References,
    /// An appendix or annex.
    Appendix,
    /// Words under a figure or table.
    Caption,
    /// A footnote.
    Footnote,
    /// A quotation set apart.
    Quotation,
    /// A case study or worked example.
    CaseStudy,
    /// A duty of law recited.
    Recital,
}

impl Zone {
    /// Whether evidence may stand there unless a rule says otherwise.
    pub fn holds_evidence(self) -> bool {
        !matches!(
            self,
            Self::Heading | Self::Contents | Self::Glossary | Self::References | Self::Caption | Self::Recital
        )
    }
}

/// All of it together, as computed once for each passage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Whom it is about.
    pub population: Population,
    /// Where that was read from.
    #[serde(default)]
    pub population_from: PopulationSource,
    /// Is, or is not. For evidence: at the place of the match.
    pub polarity: Polarity,
    /// How far it commits.
    pub commitment: Commitment,
    /// Whether the commitment is hedged ("would like", "subject to funding").
    #[serde(default)]
    pub hedged: bool,
    /// When it is done.
    #[serde(default)]
    pub time: Time,
    /// Where it stands.
    pub zone: Zone,
    /// Whose plan it is.
    pub attribution: Attribution,
}

/// The lower-case name by which these appear in files.
pub trait Named: Serialize {
    /// The name, as in the assessment file.
    ///
    /// ```
    /// use planaudit::context::{Named, Zone};
    /// assert_eq!(Zone::CaseStudy.name(), "case_study");
    /// ```
    fn name(&self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            _ => String::new(),
        }
    }
}

impl Named for Population {}
impl Named for Polarity {}
impl Named for Commitment {}
impl Named for Time {}
impl Named for Attribution {}
impl Named for Zone {}

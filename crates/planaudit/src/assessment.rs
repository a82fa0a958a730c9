//! The assessment: every answer of every document, as the assessment file holds it.

use std::collections::BTreeMap;

use planaudit_read::{Format, Page};
use serde::{Deserialize, Serialize};

use crate::coder::CoderAnswers;
use crate::context::{Context, Population};
use crate::corpus::Kind;
use crate::rubric::{AnswerKind, Guide, Status, Theme};

/// One run over a corpus.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Assessment {
    /// Version of the program.
    pub planaudit: String,
    /// Which rubric answered.
    pub rubric: RubricStamp,
    /// The documents that were read, in order of path.
    pub documents: Vec<AssessedDocument>,
    /// The files that were not, with the reason.
    #[serde(default)]
    pub unread: Vec<Unread>,
}

/// A rubric's identity, and what a report needs to know of its questions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RubricStamp {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Digest of all its files.
    pub sha256: String,
    /// Title for people.
    #[serde(default)]
    pub title: String,
    /// Themes in report order.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// Its questions in report order.
    #[serde(default)]
    pub questions: Vec<QuestionStamp>,
}

/// A question as the report shows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct QuestionStamp {
    /// Id.
    pub id: String,
    /// Theme id.
    pub theme: String,
    /// Kinds of document it is asked of.
    pub kinds: Vec<Kind>,
    /// What sort of answer it takes.
    pub answer: AnswerKind,
    /// The question.
    pub asks: String,
    /// Options in report order.
    pub options: Vec<String>,
    /// How far its answers can be trusted.
    pub status: Status,
    /// The decision guide.
    pub guide: Guide,
}

/// A file that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// As given, relative to the corpus root.
    pub path: String,
    /// Why, and what to do.
    pub reason: String,
}

/// One document and its answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AssessedDocument {
    /// As given, relative to the corpus root, with `/`.
    pub path: String,
    /// Digest of the file's bytes.
    pub sha256: String,
    /// ODS code of its system, or the name given in the manifest; null if unknown.
    pub ics: Option<String>,
    /// The system's name, where the code is known.
    #[serde(default)]
    pub ics_name: Option<String>,
    /// What kind of document it is.
    pub kind: Kind,
    /// First year it covers, or as given; null if unknown.
    pub edition: Option<String>,
    /// Its title, as found.
    #[serde(default)]
    pub title: Option<String>,
    /// What the file was.
    pub format: Format,
    /// Pages in the file; 0 where the format has none.
    pub pages: usize,
    /// Words of running text.
    pub words: usize,
    /// Share of pages with usable text.
    pub readable: f64,
    /// Per page: what it held and how it could be read.
    #[serde(default)]
    pub page_ledger: Vec<Page>,
    /// One answer for each question asked of its kind, in report order.
    pub answers: Vec<Answer>,
    /// Every lead found, asked for or not.
    #[serde(default)]
    pub leads: Vec<Lead>,
    /// Every quantified target found.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What other coders answered, beside the rules' own answers, in order of name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coders: Vec<CoderAnswers>,
}

impl AssessedDocument {
    /// The answer to a question, if it was asked of this kind of document.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }
}

/// The answer to one question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Answer {
    /// Question id.
    pub question: String,
    /// The verdict; null when not assessed.
    pub verdict: Option<Verdict>,
    /// `choice`: the options found, in report order.
    pub options: Vec<String>,
    /// `person`: the people found.
    pub people: Vec<Person>,
    /// Further points of the instrument.
    pub also: BTreeMap<String, serde_json::Value>,
    /// What carried the verdict.
    pub why: Vec<String>,
    /// What a better verdict would have needed.
    pub why_not: Vec<String>,
    /// How far to trust it.
    #[serde(default)]
    pub status: Status,
    /// A *Yes* that rests on one passage.
    #[serde(default)]
    pub fragile: bool,
    /// What carried it, best first.
    pub evidence: Vec<Evidence>,
    /// What nearly did, best first.
    pub near_misses: Vec<NearMiss>,
}

/// A verdict of any kind of question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Yes (rag, flag; choice when any option is found).
    Yes,
    /// To some extent (rag).
    Some,
    /// No (rag, flag; choice when no option is found).
    No,
    /// A person is named in the role.
    Named,
    /// The role is described and nobody named.
    #[serde(rename = "role without name")]
    RoleWithoutName,
    /// The role is vacant or to be confirmed.
    #[serde(rename = "vacant or to be confirmed")]
    Vacant,
    /// No such role.
    Absent,
    /// An option of a `one` question.
    #[serde(untagged)]
    Option(String),
}

impl Verdict {
    /// As in the assessment file.
    ///
    /// ```
    /// assert_eq!(planaudit::Verdict::RoleWithoutName.as_str(), "role without name");
    /// ```
    pub fn as_str(&self) -> &str {
        match self {
            Self::Yes => "yes",
            Self::Some => "some",
            Self::No => "no",
            Self::Named => "named",
            Self::RoleWithoutName => "role without name",
            Self::Vacant => "vacant or to be confirmed",
            Self::Absent => "absent",
            Self::Option(option) => option,
        }
    }
}

/// A person named in a role asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Role as printed.
    pub role: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
    /// Index into the answer's evidence.
    pub evidence: usize,
}

/// A passage that supports an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Stable: same document bytes, rubric and engine give the same id.
    pub id: String,
    /// Exactly `text[start..end]`.
    pub quote: String,
    /// First character, in Unicode code points of the document's text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// 1-based position in the file; null where the format has no pages.
    pub page: Option<u32>,
    /// As printed on the page; null if none.
    pub page_label: Option<String>,
    /// 1-based line on the page; 0 where unknown.
    #[serde(default)]
    pub line: u32,
    /// Headings above it, highest first.
    pub section: Vec<String>,
    /// `choice`, `one`: the option it supports.
    pub option: Option<String>,
    /// Its context.
    pub context: Context,
    /// The rule that found it.
    pub rule: String,
    /// What the rule matched: code points within the quote, start and end.
    #[serde(default)]
    pub matched: Vec<(usize, usize)>,
    /// Whether it can carry a *Yes*.
    #[serde(default)]
    pub solid: bool,
    /// How sure character recognition was of its page, in per cent; none where the text was printed as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// Paths of the other documents of the corpus that hold it word for word; only passages of twelve words or more are
    /// looked up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_with: Vec<String>,
}

/// A passage that nearly supported an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NearMiss {
    /// As for [`Evidence::quote`].
    pub quote: String,
    /// As for [`Evidence::start`].
    pub start: usize,
    /// As for [`Evidence::end`].
    pub end: usize,
    /// As for [`Evidence::page`].
    pub page: Option<u32>,
    /// As for [`Evidence::page_label`].
    pub page_label: Option<String>,
    /// Headings above it.
    pub section: Vec<String>,
    /// The condition it failed.
    pub failed: String,
    /// The rule it nearly met.
    pub rule: String,
}

/// A lead found in the document, whether a question asks for it or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Role as printed.
    pub role: String,
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
    /// Present, interim, vacant, former or without a name.
    pub state: LeadState,
    /// As for [`Evidence::page`].
    pub page: Option<u32>,
    /// As for [`Evidence::page_label`].
    pub page_label: Option<String>,
    /// Headings above it.
    pub section: Vec<String>,
    /// The passage it was read from.
    pub quote: String,
    /// Code points of the quote in the text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// How a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LeadState {
    /// By the person named.
    #[serde(rename = "named")]
    Named,
    /// By the person named, for the time being.
    #[serde(rename = "interim")]
    Interim,
    /// By nobody: vacant or to be confirmed.
    #[serde(rename = "vacant")]
    Vacant,
    /// It was, by the person named.
    #[serde(rename = "former")]
    Former,
    /// The role is described and nobody named.
    #[serde(rename = "role only")]
    RoleOnly,
}

impl LeadState {
    /// As in `leads.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Interim => "interim",
            Self::Vacant => "vacant",
            Self::Former => "former",
            Self::RoleOnly => "role only",
        }
    }
}

/// A quantified target: what is to change, for whom, from what, to what or by how much, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What is to change, in the document's words.
    pub measure: String,
    /// For whom, in the document's words; empty where they name nobody.
    pub group: String,
    /// The figure it starts from, as printed; empty where none is given.
    pub baseline: String,
    /// The figure to reach or the amount of the change, as printed; `half`, `double` and `0` for halving, doubling and
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
    /// Whom the passage is about.
    pub population: Population,
    /// As for [`Evidence::page`].
    pub page: Option<u32>,
    /// As for [`Evidence::page_label`].
    pub page_label: Option<String>,
    /// Headings above it.
    pub section: Vec<String>,
    /// The passage it was read from.
    pub quote: String,
    /// Code points of the quote in the text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Where a measure is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Up.
    #[serde(rename = "increase")]
    Increase,
    /// Down.
    #[serde(rename = "decrease")]
    Decrease,
    /// To this level or above.
    #[serde(rename = "at least")]
    AtLeast,
    /// To this level or below.
    #[serde(rename = "at most")]
    AtMost,
    /// To this level, whichever way that lies.
    #[serde(rename = "reach")]
    Reach,
    /// Nowhere: the level is to be kept.
    #[serde(rename = "keep")]
    Keep,
}

impl Direction {
    /// As in `targets.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::Reach => "reach",
            Self::Keep => "keep",
        }
    }
}

/// What a target's figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Amount {
    /// The level to reach: *to 20 per cent*.
    #[serde(rename = "to")]
    Level,
    /// The change itself: *by 20 per cent*.
    #[serde(rename = "by")]
    Change,
}

impl Amount {
    /// The preposition, as in `targets.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Level => "to",
            Self::Change => "by",
        }
    }
}

//! The assessment: every answer of every document, as the assessment file holds it.

mod passage;
mod people;
mod target;
mod verdict;

use std::collections::BTreeMap;

use planaudit_read::{Format, Page};
use serde::{Deserialize, Serialize};

use crate::coder::CoderAnswers;
use crate::corpus::Kind;
use crate::rubric::{AnswerKind, Guide, Status, Theme};

pub use passage::{Evidence, NearMiss};
pub use people::{Lead, LeadState, Person};
pub use target::{Amount, Direction, Target};
pub use verdict::Verdict;

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

//! The seat for another coder: a person, or a model of the user's choosing, answers the same questions from the same
//! passages under the same guide.
//!
//! [`Shortlist`] hands out each document's questions with their ranked passages; [`import`] takes the answers in, checks
//! every quote against the document's text, and sets them beside the rules' own, which stay as they are.
//!
//! ```no_run
//! use planaudit::Assessment;
//! use planaudit::coder::{self, Incoming, Texts};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut assessment: Assessment = serde_json::from_str(&std::fs::read_to_string("assessment.json")?)?;
//! coder::write_shortlists(&assessment, 15, "shortlists".as_ref())?;
//! // … a person fills in reader.jsonl …
//! let lines = std::fs::read_to_string("reader.jsonl")?;
//! let incoming = Incoming { file: "reader.jsonl", lines: &lines, coder: "reader", document: Some("plan.pdf") };
//! coder::import(&mut assessment, &incoming, &Texts::Corpus("plans".into()))?;
//! # Ok(())
//! # }
//! ```

mod answers;
mod check;
mod cited;
mod import;
mod markdown;
mod quotes;
mod shortlist;
mod texts;

pub use answers::{CoderAnswer, CoderAnswers, CoderPerson, Quote, RULES};
pub use import::{AnswersError, Fault, Imported, Incoming, import};
pub use shortlist::{
    Ranked, SharedPassage, Shortlist, ShortlistError, ShortlistQuestion, ShortlistSize, write_shortlists,
};
pub use texts::{Texts, TextsError};

//! Answers a survey about babies, children and young people from the text of health plans, with the passage and page
//! behind every answer.
//!
//! The flow, a module a stage:
//!
//! 1. [`corpus`] finds the files and says what each is; [`read`] turns one into a document.
//! 2. [`text`] makes one string of it, every place in it traceable; [`outline`] finds sections and zones;
//!    [`passage`] cuts sentences, list items and table rows.
//! 3. [`analyser`], [`lexicon`] and [`matcher`] find every term of every concept in one pass; [`values`] the figures and
//!    dates; [`context`] says whom a passage is about, how far it commits, and whose plan it states.
//! 4. [`rubric`] holds the questions and their rules; [`evidence`] runs them; [`leads`] finds people in their roles,
//!    [`targets`] what is to be reached by when.
//! 5. [`rating`] makes a verdict of evidence, with its reasons; [`assess`] answers every question of every document;
//!    [`assessment`] is the result, [`summary`] the national table.
//!
//! ```
//! use planaudit::{Rubric, assess_text, corpus::Kind};
//!
//! let rubric = Rubric::hpig_2024();
//! let text = "# Our plan\n\nAn easy read version of this plan is on our website.\n";
//! let document = assess_text(text, Kind::Jfp, &rubric);
//! let answer = document.answer("cp.easy_read").unwrap();
//! assert_eq!(answer.verdict.as_ref().unwrap().as_str(), "yes");
//! assert_eq!(answer.evidence[0].quote, "An easy read version of this plan is on our website.");
//! ```

pub mod analyser;
mod analysis;
pub mod assess;
pub mod assessment;
pub mod coder;
pub mod context;
pub mod corpus;
pub mod evaluate;
pub mod evidence;
pub mod impact;
#[cfg(feature = "index")]
pub mod index;
pub mod leads;
pub mod lexicon;
pub mod likeness;
pub mod matcher;
pub mod outline;
pub mod passage;
pub mod rating;
pub mod rubric;
pub mod summary;
pub mod targets;
pub mod text;
pub mod values;

pub use planaudit_read as read;

pub use analysis::Analysis;
pub use assess::{Options, assess_text, audit, text_of};
pub use assessment::{
    Amount, Answer, AssessedDocument, Assessment, Direction, Evidence, Lead, LeadState, NearMiss, Person, Target,
    Unread, Verdict,
};
pub use corpus::CorpusError;
pub use rubric::{Rubric, RubricError};
pub use summary::Summary;

//! Impact: what an edit of a rubric changes in the answers of a corpus, and what each of its rules and terms contributes.
//!
//! The files are read once, however many rubrics answer.

mod ablate;
mod diff;

use std::path::Path;

use crate::analysis::Analysis;
use crate::assess::Asked;
use crate::assessment::{Answer, Unread, Verdict};
use crate::corpus::{self, CorpusError, Given, ReadFile, Registry};
use crate::rubric::{Question, Rubric};

pub use ablate::{Ablation, AblationError, Contribution, Part, ablate};
pub use diff::{Change, Passage, diff};

/// The documents of a corpus, read and identified.
pub struct Plans {
    plans: Vec<Plan>,
    /// The files that were not read, with the reason.
    pub unread: Vec<Unread>,
}

struct Plan {
    file: ReadFile,
}

impl Plans {
    /// Reads the files of a corpus.
    ///
    /// # Errors
    /// Only when a path does not exist or holds nothing to read.
    pub fn read(paths: &[&Path], given: &Given, threads: usize) -> Result<Self, CorpusError> {
        let entries = corpus::find_all(paths)?;
        let registry = Registry::built_in();
        let one = |entry: &corpus::Entry| ReadFile::of(entry, given, &registry).map(|file| Plan { file });
        let mut read = Self { plans: Vec::new(), unread: Vec::new() };
        for result in corpus::each(&entries, threads, one) {
            match result {
                Ok(plan) => read.plans.push(plan),
                Err(unread) => read.unread.push(unread),
            }
        }
        Ok(read)
    }

    /// How many documents were read.
    pub fn len(&self) -> usize {
        self.plans.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }
}

impl Plan {
    /// The answers to the questions that apply and are wanted, in report order.
    fn answers(&self, rubric: &Rubric, wanted: &dyn Fn(&Question) -> bool) -> Vec<Answer> {
        let analysis = Analysis::of(&self.file.document, rubric);
        let asked = Asked::of(&self.file.document, &analysis, &self.file.sha256);
        rubric
            .asked_of(self.file.identity.kind)
            .filter(|question| wanted(question))
            .map(|question| asked.answer(question))
            .collect()
    }
}

/// What an answer says, without its passages: the verdict, the options, the names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The verdict; none where it was not assessed.
    pub verdict: Option<Verdict>,
    /// The options found.
    pub options: Vec<String>,
    /// The people named, or their roles.
    pub people: Vec<String>,
}

impl Said {
    fn of(answer: &Answer) -> Self {
        let person = |person: &crate::Person| {
            if person.name.is_empty() { person.role.clone() } else { person.name.clone() }
        };
        Self {
            verdict: answer.verdict.clone(),
            options: answer.options.clone(),
            people: answer.people.iter().map(person).collect(),
        }
    }
}

impl std::fmt::Display for Said {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.verdict.as_ref().map_or("not assessed", Verdict::as_str))?;
        for list in [&self.options, &self.people] {
            if !list.is_empty() {
                write!(out, " ({})", list.join(", "))?;
            }
        }
        Ok(())
    }
}

//! What the comparison of answers with keys counts; tallies add up over questions and documents.

use std::collections::BTreeSet;

use super::agreement::Table;
use super::gold::Key;
use super::passages::{Folded, SHORTLIST};
use super::people;
use crate::assessment::{Answer, QuestionStamp, Verdict};
use crate::rubric::AnswerKind;

/// A part of a whole.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Share {
    pub(super) part: u32,
    pub(super) whole: u32,
}

impl Share {
    fn count(&mut self, is: bool) {
        self.part += u32::from(is);
        self.whole += 1;
    }

    fn merge(&mut self, other: Self) {
        self.part += other.part;
        self.whole += other.whole;
    }
}

/// Counts of one question in one document, or of many.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// No, some, yes.
    pub(super) rag: Table,
    /// No, yes.
    pub(super) flag: Table,
    /// The question's options in order, then anything else.
    pub(super) one: Table,
    /// Absent, vacant, role without name, named.
    pub(super) person: Table,
    /// Each option of each `choice` by itself: not there, there.
    pub(super) choice: Table,
    /// Answers of *No* and *absent* that the key confirms.
    pub(super) absence: Share,
    /// Names found, found wrongly, missed.
    pub(super) names: [u32; 3],
    /// Labelled quotes among the evidence.
    pub(super) evidence: Share,
    /// Labelled distractors among the evidence.
    pub(super) distractors: Share,
    /// Labelled quotes on the shortlist.
    pub(super) listed: Share,
    /// Questions with a labelled quote that have one on the shortlist.
    pub(super) reached: Share,
    /// Questions without an answer, taken for *No*.
    pub(super) not_assessed: u32,
}

impl Tally {
    /// One answer against its key.
    pub(super) fn of(question: &QuestionStamp, key: &Key, answer: Option<&Answer>) -> Self {
        let mut tally = Self::of_answer(question, key, answer);
        tally.passages(key, answer);
        tally
    }

    /// What one answer says against its key, whatever passages it rests on.
    pub(super) fn of_answer(question: &QuestionStamp, key: &Key, answer: Option<&Answer>) -> Self {
        let mut tally = Self::default();
        tally.verdict(question, key, answer.and_then(|answer| answer.verdict.as_ref()));
        match question.answer {
            AnswerKind::Choice => tally.options(question, key, answer.map_or(&[], |answer| &answer.options)),
            AnswerKind::Person => {
                let wanted = key.people.iter().filter_map(|person| person.name.as_deref());
                let people = answer.map_or(&[][..], |answer| &answer.people);
                let found = people.iter().map(|person| person.name.as_str());
                tally.names = people::compare(wanted, found);
            }
            AnswerKind::Rag | AnswerKind::Flag | AnswerKind::One => {}
        }
        tally
    }

    /// Adds another's counts.
    pub(super) fn merge(&mut self, other: &Self) {
        self.rag.merge(&other.rag);
        self.flag.merge(&other.flag);
        self.one.merge(&other.one);
        self.person.merge(&other.person);
        self.choice.merge(&other.choice);
        self.absence.merge(other.absence);
        for (count, more) in self.names.iter_mut().zip(other.names) {
            *count += more;
        }
        self.evidence.merge(other.evidence);
        self.distractors.merge(other.distractors);
        self.listed.merge(other.listed);
        self.reached.merge(other.reached);
        self.not_assessed += other.not_assessed;
    }

    /// The table of a kind of answer.
    pub(super) fn table(&self, kind: AnswerKind) -> &Table {
        match kind {
            AnswerKind::Rag => &self.rag,
            AnswerKind::Flag => &self.flag,
            AnswerKind::One => &self.one,
            AnswerKind::Person => &self.person,
            AnswerKind::Choice => &self.choice,
        }
    }

    fn verdict(&mut self, question: &QuestionStamp, key: &Key, given: Option<&Verdict>) {
        // A `choice` is judged by its options; its verdict only says whether there are any.
        let Some(wanted) = key.verdict.as_ref().filter(|_| question.answer != AnswerKind::Choice) else { return };
        let level = |verdict: Option<&Verdict>| match (question.answer, verdict) {
            (AnswerKind::One, verdict) => {
                let is = |option: &String| verdict.is_some_and(|verdict| verdict.as_str() == option);
                question.options.iter().position(is).unwrap_or(question.options.len())
            }
            (AnswerKind::Rag, Some(Verdict::Yes)) | (AnswerKind::Person, Some(Verdict::RoleWithoutName)) => 2,
            (AnswerKind::Person, Some(Verdict::Named)) => 3,
            (_, Some(Verdict::Yes | Verdict::Some | Verdict::Vacant)) => 1,
            // What was not assessed stands in the tables as a *No*: nothing was found.
            _ => 0,
        };
        let table = match question.answer {
            AnswerKind::Rag => &mut self.rag,
            AnswerKind::Flag => &mut self.flag,
            AnswerKind::One => &mut self.one,
            AnswerKind::Person | AnswerKind::Choice => &mut self.person,
        };
        *table = Table::new(match question.answer {
            AnswerKind::Rag => 3,
            AnswerKind::Flag => 2,
            AnswerKind::One => question.options.len() + 1,
            AnswerKind::Person | AnswerKind::Choice => 4,
        });
        table.add(level(Some(wanted)), level(given));
        match given {
            None => self.not_assessed += 1,
            // An option of its own that is called "no" is no absence.
            Some(Verdict::No | Verdict::Absent) if question.answer != AnswerKind::One => {
                self.absence.count(given == Some(wanted));
            }
            Some(_) => {}
        }
    }

    fn options(&mut self, question: &QuestionStamp, key: &Key, given: &[String]) {
        let every: BTreeSet<&String> = question.options.iter().chain(&key.options).chain(given).collect();
        self.choice = Table::new(2);
        for option in every {
            let wanted = key.options.contains(option);
            if wanted || !key.contested.contains(option) {
                let found = given.contains(option) && !key.contested.contains(option);
                self.choice.add(usize::from(wanted), usize::from(found));
            }
        }
    }

    fn passages(&mut self, key: &Key, answer: Option<&Answer>) {
        let quotes = key.evidence.iter().chain(key.option_evidence.values().flatten());
        let quotes: Vec<Folded> = quotes.map(|quote| Folded::of(quote)).collect();
        let (evidence, misses) = answer.map_or((&[][..], &[][..]), |answer| (&answer.evidence, &answer.near_misses));
        let found: Vec<Folded> = evidence.iter().map(|found| Folded::of(&found.quote)).collect();
        let room = SHORTLIST.saturating_sub(found.len());
        let near: Vec<Folded> = misses.iter().take(room).map(|miss| Folded::of(&miss.quote)).collect();
        let mut any = false;
        for quote in &quotes {
            self.evidence.count(found.iter().any(|found| quote.overlaps(found)));
            let listed = found.iter().take(SHORTLIST).chain(&near).any(|found| quote.overlaps(found));
            self.listed.count(listed);
            any |= listed;
        }
        if !quotes.is_empty() {
            self.reached.count(any);
        }
        for distractor in key.distractors.iter().map(|quote| Folded::of(quote)) {
            self.distractors.count(found.iter().any(|found| distractor.reported_as(found)));
        }
    }
}

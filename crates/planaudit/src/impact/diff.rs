//! Two rubrics over one corpus: the answers that differ, with the passages gained and lost.

use super::{Plan, Plans, Said};
use crate::assessment::{Answer, Evidence};
use crate::corpus;
use crate::rubric::{Question, Rubric};

/// A question answered otherwise, or by other passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Path of the document.
    pub document: String,
    /// Question id.
    pub question: String,
    /// What the first rubric says; none when it does not ask.
    pub before: Option<Said>,
    /// What the second says; none when it does not ask.
    pub after: Option<Said>,
    /// Passages only the second finds, best first.
    pub gained: Vec<Passage>,
    /// Passages only the first finds, best first.
    pub lost: Vec<Passage>,
}

/// A passage gained or lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub quote: String,
    /// Its page, where there is one.
    pub page: Option<u32>,
    /// The rule that found it.
    pub rule: String,
    /// The option it supports.
    pub option: Option<String>,
}

impl Change {
    /// Whether the answer itself differs, not only what it rests on.
    pub fn answer_differs(&self) -> bool {
        self.before != self.after
    }
}

/// What a second rubric changes in the answers of a first, by document and question.
///
/// ```no_run
/// use planaudit::{Rubric, corpus::Given, impact};
/// let plans = impact::Plans::read(&["plans".as_ref()], &Given::default(), 0)?;
/// let edited = Rubric::from_folder("my-rubric".as_ref())?;
/// for change in impact::diff(&plans, &Rubric::hpig_2024(), &edited, None, 0) {
///     println!("{} {}: {} passages gained", change.document, change.question, change.gained.len());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn diff(plans: &Plans, first: &Rubric, second: &Rubric, question: Option<&str>, threads: usize) -> Vec<Change> {
    let wanted = |asked: &Question| question.is_none_or(|id| asked.stamp.id == id);
    let one = |plan: &Plan| changes(&plan.file.path, &plan.answers(first, &wanted), &plan.answers(second, &wanted));
    corpus::each(&plans.plans, threads, one).into_iter().flatten().collect()
}

fn changes(document: &str, before: &[Answer], after: &[Answer]) -> Vec<Change> {
    let of = |answers: &'_ [Answer], id: &str| answers.iter().position(|answer| answer.question == id);
    let new = after.iter().filter(|answer| of(before, &answer.question).is_none());
    let pairs = before
        .iter()
        .map(|answer| (Some(answer), of(after, &answer.question).map(|at| &after[at])))
        .chain(new.map(|answer| (None, Some(answer))));
    pairs.filter_map(|(before, after)| change(document, before, after)).collect()
}

fn change(document: &str, before: Option<&Answer>, after: Option<&Answer>) -> Option<Change> {
    let change = Change {
        document: document.to_owned(),
        question: before.or(after)?.question.clone(),
        before: before.map(Said::of),
        after: after.map(Said::of),
        gained: only_in(after, before),
        lost: only_in(before, after),
    };
    let same = !change.answer_differs() && change.gained.is_empty() && change.lost.is_empty();
    (!same).then_some(change)
}

/// The passages one answer rests on and another does not. Whichever rule finds it, a passage is the same.
pub(super) fn only_in(one: Option<&Answer>, other: Option<&Answer>) -> Vec<Passage> {
    let evidence = |answer: Option<&'_ Answer>| answer.map(|answer| answer.evidence.clone()).unwrap_or_default();
    let same = |a: &Evidence, b: &Evidence| (a.start, a.end, &a.option) == (b.start, b.end, &b.option);
    let known = evidence(other);
    evidence(one)
        .into_iter()
        .filter(|item| !known.iter().any(|known| same(known, item)))
        .map(|item| Passage { quote: item.quote, page: item.page, rule: item.rule, option: item.option })
        .collect()
}

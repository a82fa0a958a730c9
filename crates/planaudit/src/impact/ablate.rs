//! What each rule and term of a rubric contributes: the answers that change when it is taken away.
//!
//! Rules are taken from the compiled questions, each document being analysed once. A term is part of the automaton, so
//! that each one costs a rubric compiled anew and every document in which it occurs analysed anew; where it does not, the
//! answers stay, and terms that occur in no document cost nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::diff::only_in;
use super::{Plan, Plans, Said};
use crate::analysis::Analysis;
use crate::assess::Asked;
use crate::assessment::Answer;
use crate::corpus;
use crate::evaluate::{EvaluateError, Exactness, gold};
use crate::lexicon::{LexiconBuilder, TermError};
use crate::matcher::Matches;
use crate::rubric::{Files, Parsed, Question, Rubric, RubricError};

/// Why nothing could be taken away.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AblationError {
    /// The rubric cannot be used.
    #[error(transparent)]
    Rubric(#[from] RubricError),
    /// The keys cannot be used.
    #[error(transparent)]
    Gold(#[from] EvaluateError),
    /// A term cannot be compiled by itself.
    #[error(transparent)]
    Term(#[from] TermError),
    /// No question goes by that id.
    #[error("the rubric has no question `{id}`; `planaudit rubric guide` lists them")]
    NoQuestion {
        /// The id given.
        id: String,
    },
}

/// What was taken away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A rule of the question.
    Rule(String),
    /// A term of a concept that the question's rules name, directly or by what it includes.
    Term {
        /// Id of the concept.
        concept: String,
        /// The term as written.
        term: String,
    },
}

/// What a part contributes to a question.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// Question id.
    pub question: String,
    /// The part.
    pub part: Part,
    /// Paths of the documents whose answer changes without it.
    pub changed: Vec<String>,
    /// Passages that are evidence only because of it.
    pub passages: usize,
    /// Exact agreement with the keys with it and without, where there are keys.
    pub agreement: Option<(f64, f64)>,
}

/// The parts of a rubric, and what each contributes.
#[derive(Debug, Clone)]
pub struct Ablation {
    /// Parts that change an answer or a passage, in report order of questions, rules before terms.
    pub contributions: Vec<Contribution>,
    /// Parts that change nothing in these documents, by question.
    pub idle: usize,
    /// Terms that occur in no document, by concept: `concept: term`.
    pub unseen: Vec<String>,
}

/// Takes away each rule and each term in turn.
///
/// # Errors
/// [`AblationError`].
pub fn ablate(
    plans: &Plans,
    files: &Files,
    question: Option<&str>,
    gold: Option<&Path>,
    threads: usize,
) -> Result<Ablation, AblationError> {
    let mut faults = Vec::new();
    let first = |mut faults: Vec<RubricError>| AblationError::Rubric(faults.swap_remove(0));
    let Some(parsed) = Parsed::of(files, &mut faults) else { return Err(first(faults)) };
    let rubric = Rubric::of_parsed(files, parsed.clone(), faults).map_err(first)?;
    if let Some(id) = question
        && rubric.question(id).is_none()
    {
        return Err(AblationError::NoQuestion { id: id.to_owned() });
    }
    let wanted = |asked: &Question| question.is_none_or(|id| asked.stamp.id == id);
    let keys = match gold {
        Some(folder) => Some(gold::read_folder(folder, &rubric.stamp.questions)?),
        None => None,
    };
    let context = Ablating { plans, rubric: &rubric, keys: keys.as_deref(), threads };
    let whole: Vec<Vec<Answer>> = corpus::each(&plans.plans, threads, |plan| plan.answers(&rubric, &wanted));
    let mut ablation = Ablation { contributions: Vec::new(), idle: 0, unseen: Vec::new() };
    for asked in rubric.questions.iter().filter(|asked| wanted(asked)) {
        for (rule, without) in context.without_rules(asked) {
            let part = Part::Rule(asked.rules[rule].name.clone());
            ablation.add(context.contribution(asked, part, &whole, &without));
        }
    }
    let terms = terms_of(&parsed, &rubric, &wanted);
    let (seen, unseen) = context.occurring(&terms)?;
    ablation.unseen = unseen.into_iter().map(|(concept, term)| format!("{concept}: {term}")).collect();
    let results = corpus::each(&seen, threads, |(term, occurs)| {
        let users = &terms[term];
        let (concept, term) = term;
        let Ok(rubric) = Rubric::of_parsed(files, without_term(&parsed, concept, term), Vec::new()) else {
            return Vec::new();
        };
        let asks = |question: &Question| users.contains(&question.stamp.id);
        let kept = |whole: &[Answer]| whole.iter().filter(|answer| users.contains(&answer.question)).cloned().collect();
        let anew = plans.plans.iter().zip(occurs).zip(&whole);
        let answers: Vec<Vec<Answer>> = anew
            .map(|((plan, occurs), whole)| if *occurs { plan.answers(&rubric, &asks) } else { kept(whole) })
            .collect();
        let part = Part::Term { concept: concept.clone(), term: term.clone() };
        let questions = context.rubric.questions.iter().filter(|question| asks(question));
        questions.map(|question| context.contribution(question, part.clone(), &whole, &answers)).collect()
    });
    for contribution in results.into_iter().flatten() {
        ablation.add(contribution);
    }
    let order: BTreeMap<&str, usize> =
        rubric.questions.iter().enumerate().map(|(at, question)| (question.stamp.id.as_str(), at)).collect();
    ablation.contributions.sort_by_key(|one| {
        let least = std::cmp::Reverse((one.changed.len(), one.passages));
        (order[one.question.as_str()], matches!(one.part, Part::Term { .. }), least, one.part.clone())
    });
    Ok(ablation)
}

impl Ablation {
    fn add(&mut self, contribution: Contribution) {
        if contribution.changed.is_empty() && contribution.passages == 0 {
            self.idle += 1;
        } else {
            self.contributions.push(contribution);
        }
    }
}

struct Ablating<'a> {
    plans: &'a Plans,
    rubric: &'a Rubric,
    keys: Option<&'a [gold::DocumentKey]>,
    threads: usize,
}

impl Ablating<'_> {
    /// The answers to a question without each of its rules: for each rule, by document.
    fn without_rules(&self, question: &Question) -> Vec<(usize, Vec<Vec<Answer>>)> {
        let fewer: Vec<Question> = (0..question.rules.len())
            .map(|rule| {
                let mut fewer = question.clone();
                fewer.rules.remove(rule);
                fewer
            })
            .collect();
        let one = |plan: &Plan| -> Vec<Option<Answer>> {
            if !question.stamp.kinds.contains(&plan.file.identity.kind) {
                return vec![None; fewer.len()];
            }
            let analysis = Analysis::of(&plan.file.document, self.rubric);
            let asked = Asked::of(&plan.file.document, &analysis, &plan.file.sha256);
            fewer.iter().map(|fewer| Some(asked.answer(fewer))).collect()
        };
        let by_plan = corpus::each(&self.plans.plans, self.threads, one);
        (0..fewer.len())
            .map(|rule| (rule, by_plan.iter().map(|answers| answers[rule].clone().into_iter().collect()).collect()))
            .collect()
    }

    fn contribution(
        &self,
        question: &Question,
        part: Part,
        whole: &[Vec<Answer>],
        without: &[Vec<Answer>],
    ) -> Contribution {
        let of = |answers: &[Answer]| answers.iter().position(|answer| answer.question == question.stamp.id);
        let mut one = Contribution {
            question: question.stamp.id.clone(),
            part,
            changed: Vec::new(),
            passages: 0,
            agreement: None,
        };
        let (mut with_it, mut without_it) = (Exactness::default(), Exactness::default());
        for (plan, (whole, without)) in self.plans.plans.iter().zip(whole.iter().zip(without)) {
            let (Some(before), Some(after)) = (of(whole).map(|at| &whole[at]), of(without).map(|at| &without[at]))
            else {
                continue;
            };
            if Said::of(before) != Said::of(after) {
                one.changed.push(plan.file.path.clone());
            }
            one.passages += only_in(Some(before), Some(after)).len();
            if let Some(key) = self.key(&plan.file.path, &question.stamp.id) {
                with_it.add(&question.stamp, key, before);
                without_it.add(&question.stamp, key, after);
            }
        }
        one.agreement = with_it.share().zip(without_it.share());
        one
    }

    /// What the key of a document says of a question.
    fn key(&self, path: &str, question: &str) -> Option<&gold::Key> {
        let stem = Path::new(path).file_stem()?;
        let key = self.keys?.iter().find(|key| stem == key.name.as_str())?;
        key.answers.iter().find(|answer| answer.question == question)
    }

    /// The terms that occur in a document, look-alikes not considered, each with whether it does by document; and those
    /// that occur in none.
    fn occurring(&self, terms: &Terms) -> Result<(Vec<Seen>, Vec<Term>), TermError> {
        let mut builder = LexiconBuilder::new();
        let mut concepts = Vec::new();
        for (_, term) in terms.keys() {
            let concept = builder.concept();
            builder.add(term, &[concept], false)?;
            concepts.push(concept);
        }
        let lexicon = builder.build();
        let found = corpus::each(&self.plans.plans, self.threads, |plan: &Plan| {
            let text = crate::text::Text::of(&plan.file.document);
            let matches = Matches::find(&lexicon, &lexicon.vocabulary().tokenise(text.as_str()));
            concepts.iter().map(|concept| !matches.all(*concept).is_empty()).collect::<Vec<_>>()
        });
        let (mut seen, mut unseen) = (Vec::new(), Vec::new());
        for (at, term) in terms.keys().cloned().enumerate() {
            let occurs: Vec<bool> = found.iter().map(|found| found[at]).collect();
            if occurs.contains(&true) { seen.push((term, occurs)) } else { unseen.push(term) }
        }
        Ok((seen, unseen))
    }
}

/// A concept's id and one of its terms.
type Term = (String, String);

/// A term, and in which of the documents it occurs.
type Seen = (Term, Vec<bool>);

/// Terms, and the questions whose rules count them.
type Terms = BTreeMap<Term, BTreeSet<String>>;

fn terms_of(parsed: &Parsed, rubric: &Rubric, wanted: &dyn Fn(&Question) -> bool) -> Terms {
    let concepts: BTreeMap<&str, _> = parsed
        .lexicons
        .iter()
        .flat_map(|(_, lexicon)| &lexicon.concepts)
        .map(|concept| (concept.id.get_ref().as_str(), concept))
        .collect();
    let mut terms = Terms::new();
    for question in rubric.questions.iter().filter(|question| wanted(question)) {
        let mut named = Vec::new();
        let lead = question.lead.iter().flat_map(|lead| std::iter::once(&lead.role).chain(&lead.exclude));
        for expression in question.rules.iter().map(|rule| &rule.find).chain(lead) {
            expression.concepts(&mut named);
        }
        let mut open: Vec<&str> = named.iter().map(|concept| rubric.concepts[concept.0 as usize].0.as_str()).collect();
        let mut known = BTreeSet::new();
        while let Some(id) = open.pop() {
            // A literal term of a rule is no concept of a lexicon: it is part of its rule.
            let Some(concept) = concepts.get(id).filter(|_| known.insert(id)) else { continue };
            open.extend(concept.includes.iter().map(|included| included.get_ref().as_str()));
            for term in &concept.terms {
                let users = terms.entry((id.to_owned(), term.get_ref().clone())).or_default();
                users.insert(question.stamp.id.clone());
            }
        }
    }
    terms
}

fn without_term(parsed: &Parsed, concept: &str, term: &str) -> Parsed {
    let mut fewer = parsed.clone();
    for known in fewer.lexicons.iter_mut().flat_map(|(_, lexicon)| &mut lexicon.concepts) {
        if known.id.get_ref() == concept {
            known.terms.retain(|known| known.get_ref() != term);
        }
    }
    fewer
}

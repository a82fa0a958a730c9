//! Checking a rubric: every example run, every fault with its place.

use std::sync::Arc;

use super::parsed::Parsed;
use super::source::{ExampleSource, QuestionSource};
use super::{AnswerKind, Files, Rubric, RubricError};
use crate::assess::assess;
use crate::assessment::AssessedDocument;
use crate::corpus::{Identity, Kind};

/// What a check found.
#[derive(Debug, Default)]
pub struct Check {
    /// Faults that keep the rubric from being used, examples that fail, and warnings, in order of file.
    pub findings: Vec<Finding>,
    /// How many examples and counter-examples were run.
    pub examples: usize,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// `file:line:column: message`.
    pub text: String,
    /// Whether the rubric must not be used as it is.
    pub error: bool,
}

impl Check {
    /// Checks a rubric's files.
    pub fn of(files: &Files) -> Self {
        let mut check = Self::default();
        let rubric = match Rubric::compile(files) {
            Ok(rubric) => rubric,
            Err(faults) => {
                check.findings.extend(faults.iter().map(error));
                return check;
            }
        };
        let mut faults = Vec::new();
        let Some(parsed) = Parsed::of(files, &mut faults) else { return check };
        for (path, question) in &parsed.questions {
            for (examples, key) in [(&question.examples, "example"), (&question.counter_examples, "counter_example")] {
                if examples.len() < 3 {
                    let message = format!("{} [[{key}]], three are needed; write near misses", examples.len());
                    check.findings.push(error(&files.fault(path, question.id.span().start, message)));
                }
            }
            unused_options(files, path, question, &mut check);
        }
        unused_concepts(files, &parsed, &mut check);
        for case in cases_of(files, parsed.questions) {
            check.examples += 1;
            if let Err(text) = case.run(&rubric) {
                check.findings.push(Finding { text, error: true });
            }
        }
        check.findings.sort_by(|a, b| place(&a.text).cmp(&place(&b.text)));
        check
    }

    /// Whether the rubric may be used.
    pub fn passed(&self) -> bool {
        self.findings.iter().all(|finding| !finding.error)
    }
}

/// One example or counter-example of a question: a test by itself.
#[derive(Debug)]
pub struct Case {
    question: Arc<QuestionSource>,
    example: ExampleSource,
    wanted: bool,
    place: RubricError,
}

/// Every example and counter-example of a rubric, in order of file.
///
/// # Errors
/// The faults of files that cannot be parsed.
pub fn cases(files: &Files) -> Result<Vec<Case>, Vec<RubricError>> {
    let mut faults = Vec::new();
    match Parsed::of(files, &mut faults) {
        Some(parsed) if faults.is_empty() => Ok(cases_of(files, parsed.questions)),
        _ => Err(faults),
    }
}

fn cases_of(files: &Files, questions: Vec<(String, QuestionSource)>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (path, mut question) in questions {
        let examples = std::mem::take(&mut question.examples);
        let counter_examples = std::mem::take(&mut question.counter_examples);
        let question = Arc::new(question);
        for (example, wanted) in examples
            .into_iter()
            .map(|example| (example, true))
            .chain(counter_examples.into_iter().map(|example| (example, false)))
        {
            let place = files.fault(&path, example.name.span().start, "");
            cases.push(Case { question: Arc::clone(&question), example, wanted, place });
        }
    }
    cases
}

impl Case {
    /// Question and example, for a list of tests.
    pub fn title(&self) -> String {
        let sort = if self.wanted { "finds" } else { "passes over" };
        format!("{}::{sort}::{}", self.question.id.get_ref(), self.example.name.get_ref().replace(' ', "_"))
    }

    /// Runs it.
    ///
    /// # Errors
    /// `file:line:column: message` when the rubric does not make of it what it should.
    pub fn run(&self, rubric: &Rubric) -> Result<(), String> {
        match fails(rubric, &self.question, &self.example, self.wanted) {
            None => Ok(()),
            Some(message) => {
                let sort = if self.wanted { "example" } else { "counter_example" };
                Err(format!("{}{sort} `{}`: {message}", self.place, self.example.name.get_ref()))
            }
        }
    }
}

/// File, line and column of a finding, to sort by.
fn place(text: &str) -> (&str, usize, usize) {
    let mut parts = text.splitn(4, ':');
    let file = parts.next().unwrap_or_default();
    let number = |part: Option<&str>| part.and_then(|part| part.parse().ok()).unwrap_or(0);
    (file, number(parts.next()), number(parts.next()))
}

fn error(fault: &RubricError) -> Finding {
    Finding { text: fault.to_string(), error: true }
}

/// What an example shows that it should not, if anything.
fn fails(rubric: &Rubric, question: &QuestionSource, example: &ExampleSource, wanted: bool) -> Option<String> {
    let kind = *question.kinds.first()?;
    let document = document(rubric, example, kind);
    let answer = document.answer(question.id.get_ref())?;
    let verdict = answer.verdict.as_ref().map_or("not assessed", crate::Verdict::as_str);
    if let Some(expected) = &example.verdict
        && expected != verdict
    {
        return Some(format!("the verdict is `{verdict}`, not `{expected}` ({})", reasons(answer)));
    }
    let text = example.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let by_rule = |rule: &str| example.rule.as_deref().is_none_or(|wanted| wanted == rule);
    let by_option = |option: Option<&str>| example.option.as_deref().is_none_or(|wanted| option == Some(wanted));
    let found = answer.evidence.iter().any(|evidence| {
        let inside = text.contains(&evidence.quote) || evidence.quote.contains(&text) || evidence.quote.contains(" | ");
        inside && by_rule(&evidence.rule) && by_option(evidence.option.as_deref())
    }) || (question.answer == AnswerKind::Person && wanted && !answer.people.is_empty());
    // A counter-example of a person question is one that names nobody in the role.
    let counts = match (question.answer, wanted) {
        (AnswerKind::Person, false) if example.verdict.is_none() => !answer.people.is_empty(),
        (_, false) if example.verdict.is_some() => false,
        _ => found,
    };
    match (wanted, counts) {
        (true, false) => Some(format!("not found ({})", reasons(answer))),
        (false, true) => {
            let rules: Vec<&str> = answer.evidence.iter().map(|evidence| evidence.rule.as_str()).collect();
            Some(format!("found by {}", rules.join(", ")))
        }
        _ => None,
    }
}

fn reasons(answer: &crate::Answer) -> String {
    let misses: Vec<String> =
        answer.near_misses.iter().take(3).map(|miss| format!("{}: {}", miss.rule, miss.failed)).collect();
    if misses.is_empty() { answer.why_not.join("; ") } else { misses.join("; ") }
}

/// An example as a document of its own.
fn document(rubric: &Rubric, example: &ExampleSource, kind: Kind) -> AssessedDocument {
    use planaudit_read::{Block, BlockKind};
    let mut document = planaudit_read::read_text(&example.text);
    let first = document.blocks.first().map(|block| block.kind.clone());
    let mut above = Vec::new();
    if let Some(heading) = &example.under {
        above.push(Block::one_line(BlockKind::Heading { level: 2 }, heading, None, 1));
    }
    if let Some(lead_in) = &example.lead_in {
        above.push(Block::one_line(BlockKind::Paragraph, lead_in, None, 1));
        if first == Some(BlockKind::Paragraph) {
            document.blocks[0].kind = BlockKind::ListItem { depth: 0 };
        }
    }
    document.blocks.splice(0..0, above);
    let identity = Identity { kind, ics: None, ics_name: None, edition: None, title: None };
    assess(&document, "example", "", &identity, rubric)
}

fn unused_options(files: &Files, path: &str, question: &QuestionSource, check: &mut Check) {
    let combined = question.combine.as_ref();
    for option in &question.options {
        let ruled =
            question.rules.iter().any(|rule| rule.option.as_ref().is_some_and(|ruled| ruled.get_ref() == option));
        let made = combined.is_some_and(|combine| combine.all == *option || combine.none == *option);
        let none = option == "none" || option == "other";
        if !ruled && !made && !none {
            let message = format!("no rule supports the option `{option}`; write one or take it out");
            check.findings.push(error(&files.fault(path, question.id.span().start, message)));
        }
    }
}

/// Concepts that no rule names, directly or through another that includes it.
fn unused_concepts(files: &Files, parsed: &Parsed, check: &mut Check) {
    let written: String = parsed
        .questions
        .iter()
        .flat_map(|(_, question)| {
            let rules = question.rules.iter().map(|rule| rule.find.get_ref().as_str());
            let lead = question.lead.iter().flat_map(|lead| {
                std::iter::once(lead.role.get_ref().as_str())
                    .chain(lead.exclude.as_ref().map(|exclude| exclude.get_ref().as_str()))
            });
            rules.chain(lead).map(|find| format!("{find} ")).collect::<Vec<_>>()
        })
        .collect();
    let named = |id: &str| {
        written.match_indices('@').any(|(at, _)| {
            let rest = &written[at + 1..];
            rest.starts_with(id)
                && !rest[id.len()..]
                    .starts_with(|next: char| next.is_ascii_alphanumeric() || matches!(next, '.' | '-' | '_'))
        })
    };
    let concepts = || {
        parsed.lexicons.iter().flat_map(|(path, lexicon)| lexicon.concepts.iter().map(move |concept| (path, concept)))
    };
    for (path, concept) in concepts() {
        let id = concept.id.get_ref().as_str();
        let engine = crate::context::Cues::IDS.contains(&id) || crate::targets::IDS.contains(&id);
        let included = concepts().any(|(_, other)| other.includes.iter().any(|included| included.get_ref() == id));
        if !engine && !included && !named(id) {
            let text = files.fault(
                path,
                concept.id.span().start,
                format!("no rule names the concept `{id}`; use it or take it out"),
            );
            check.findings.push(Finding { text: text.to_string(), error: false });
        }
    }
}

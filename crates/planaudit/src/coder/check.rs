//! Whether one answer is one the question takes, and its quotes are in the text.

use std::collections::BTreeMap;

use super::answers::{CoderAnswer, CoderPerson, Quote};
use super::import::{Line, PersonLine};
use super::texts::SourceText;
use crate::assessment::{AssessedDocument, QuestionStamp, RubricStamp, Verdict};
use crate::rubric::AnswerKind;

static OF_PERSONS: [Verdict; 4] = [Verdict::Named, Verdict::RoleWithoutName, Verdict::Vacant, Verdict::Absent];

/// The verdicts a question takes, as a coder writes them.
pub(super) fn verdicts(question: &QuestionStamp) -> Vec<&str> {
    match question.answer {
        AnswerKind::Rag => vec!["yes", "some", "no"],
        AnswerKind::Flag | AnswerKind::Choice => vec!["yes", "no"],
        AnswerKind::Person => OF_PERSONS.iter().map(Verdict::as_str).collect(),
        AnswerKind::One => question.options.iter().map(String::as_str).collect(),
    }
}

/// Checks one answer to a question of one document.
pub(super) struct Check<'a> {
    /// The rubric that asks.
    pub(super) stamp: &'a RubricStamp,
    /// The document.
    pub(super) document: &'a AssessedDocument,
    /// Its text; none where it cannot be had, which is a fault of its own.
    pub(super) text: Option<&'a SourceText>,
    /// Quotes found so far.
    pub(super) quotes: usize,
    /// Faults found so far.
    pub(super) faults: Vec<String>,
}

impl Check<'_> {
    /// The answer as the assessment will hold it; worth nothing once there are faults.
    pub(super) fn answer(&mut self, line: Line) -> Option<CoderAnswer> {
        let id = &line.question;
        let stamp = self.stamp;
        let Some(question) = stamp.questions.iter().find(|question| question.id == *id) else {
            self.fault(id, format!("no such question in {} {}", stamp.id, stamp.version));
            return None;
        };
        if !question.kinds.contains(&self.document.kind) {
            let (path, kind) = (&self.document.path, self.document.kind.as_str());
            self.fault(id, format!("is not asked of {path}, whose kind is {kind}; leave it out"));
            return None;
        }
        let options = self.options(question, &line.options.unwrap_or_default());
        let verdict = self.verdict(question, line.verdict.as_deref(), &options);
        let people = self.people(question, line.people.unwrap_or_default(), verdict.as_ref());
        let evidence = self.found(question, "evidence", &line.evidence.unwrap_or_default());
        let mut option_evidence = BTreeMap::new();
        for (option, quotes) in line.option_evidence.unwrap_or_default() {
            if !options.contains(&option) {
                self.fault(id, format!("quotes for the option `{option}`, which is not among its options"));
            }
            let quotes = self.found(question, &option, &quotes);
            option_evidence.insert(option, quotes);
        }
        Some(CoderAnswer {
            question: line.question,
            verdict,
            options,
            option_evidence,
            people,
            evidence,
            why: line.why.unwrap_or_default(),
            also: line.also.unwrap_or_default(),
        })
    }

    fn fault(&mut self, question: &str, message: impl AsRef<str>) {
        self.faults.push(format!("{question}: {}", message.as_ref()));
    }

    /// The options given, in report order.
    fn options(&mut self, question: &QuestionStamp, given: &[String]) -> Vec<String> {
        if question.answer != AnswerKind::Choice {
            if !given.is_empty() {
                self.fault(&question.id, "takes no options; give a verdict");
            }
            return Vec::new();
        }
        for unknown in given.iter().filter(|option| !question.options.contains(option)) {
            self.fault(&question.id, format!("no option `{unknown}`; it has {}", listed(&question.options)));
        }
        question.options.iter().filter(|option| given.contains(option)).cloned().collect()
    }

    fn verdict(&mut self, question: &QuestionStamp, given: Option<&str>, options: &[String]) -> Option<Verdict> {
        let known = verdicts(question);
        if let Some(given) = given
            && !known.contains(&given)
        {
            self.fault(&question.id, format!("no verdict `{given}`; it takes {}", listed(&known)));
            return None;
        }
        if question.answer != AnswerKind::Choice {
            return given.and_then(|given| serde_json::from_value(given.into()).ok());
        }
        let follows = if options.is_empty() { Verdict::No } else { Verdict::Yes };
        if given.is_some_and(|given| given != follows.as_str()) {
            self.fault(&question.id, "verdict and options contradict each other; its options alone decide");
        }
        Some(follows)
    }

    fn people(
        &mut self,
        question: &QuestionStamp,
        given: Vec<PersonLine>,
        verdict: Option<&Verdict>,
    ) -> Vec<CoderPerson> {
        if question.answer != AnswerKind::Person && !given.is_empty() {
            self.fault(&question.id, "asks for no people");
        }
        let people: Vec<CoderPerson> = given.into_iter().map(person).collect();
        if verdict == Some(&Verdict::Named) && people.iter().all(|person| person.name.is_empty()) {
            self.fault(&question.id, "is answered `named` and names nobody; add people");
        }
        // A name that is not in the document is the worst mistake a coder can make.
        for person in people.iter().filter(|person| !person.name.is_empty()) {
            if self.text.is_some_and(|text| text.find(&person.name, self.document, &question.id).is_none()) {
                let message =
                    format!("the name `{}` is not in {}; write it as printed", person.name, self.document.path);
                self.fault(&question.id, message);
            }
        }
        people
    }

    /// The places of quotes in the text; each that has none is a fault.
    fn found(&mut self, question: &QuestionStamp, what: &str, quotes: &[String]) -> Vec<Quote> {
        let Some(text) = self.text else { return Vec::new() };
        let mut found = Vec::with_capacity(quotes.len());
        for quote in quotes {
            if let Some(quote) = text.find(quote, self.document, &question.id) {
                self.quotes += 1;
                found.push(quote);
                continue;
            }
            let agreeing = text.agreeing(quote);
            let hint = if quote.trim().is_empty() {
                "it is blank; leave it out".to_owned()
            } else if agreeing.is_empty() {
                "copy it as printed".to_owned()
            } else {
                format!("the text agrees as far as “{agreeing}”; copy it as printed")
            };
            self.fault(&question.id, format!("{what}: not in {}: “{quote}”; {hint}", self.document.path));
        }
        found
    }
}

fn person(line: PersonLine) -> CoderPerson {
    let plain = |part: Option<String>| part.unwrap_or_default().trim().to_owned();
    CoderPerson {
        name: plain(line.name),
        role: plain(line.role),
        organisation: plain(line.organisation),
        contact: plain(line.contact),
    }
}

fn listed<T: AsRef<str>>(words: &[T]) -> String {
    words.iter().map(|word| format!("`{}`", word.as_ref())).collect::<Vec<_>>().join(", ")
}

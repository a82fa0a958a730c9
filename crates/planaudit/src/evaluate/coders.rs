//! Coders side by side: each one's answers in the form of a key, and in the form of the rules' own.

use std::collections::BTreeMap;

use super::gold::{DocumentKey, Key, KeyPerson};
use crate::assessment::{Answer, AssessedDocument, Assessment, Evidence, Person};
use crate::coder::{CoderAnswer, Quote, RULES};
use crate::context::Context;
use crate::rubric::Status;

/// Every coder with answers in an assessment: the rules first, then by name.
pub fn coders(assessment: &Assessment) -> Vec<String> {
    let mut names: Vec<String> = assessment
        .documents
        .iter()
        .flat_map(|document| document.coders.iter().map(|coder| coder.coder.clone()))
        .collect();
    names.sort();
    names.dedup();
    names.insert(0, RULES.to_owned());
    names
}

/// A document's answers by a coder; none when that coder did not answer for it.
pub(super) fn answers_of(document: &AssessedDocument, coder: &str) -> Option<Vec<Answer>> {
    if coder == RULES {
        return Some(document.answers.clone());
    }
    let given = document.coders.iter().find(|known| known.coder == coder)?;
    Some(given.answers.iter().map(answer).collect())
}

/// A coder's answers as keys; documents that coder left out are left out.
pub(super) fn keys_of(assessment: &Assessment, coder: &str) -> Vec<DocumentKey> {
    let of = |document: &AssessedDocument| {
        let answers = if coder == RULES {
            document.answers.iter().map(own_key).collect()
        } else {
            document.coders.iter().find(|known| known.coder == coder)?.answers.iter().map(key).collect()
        };
        Some(DocumentKey { name: document.path.clone(), answers })
    };
    assessment.documents.iter().filter_map(of).collect()
}

fn key(answer: &CoderAnswer) -> Key {
    let words = |quotes: &[Quote]| quotes.iter().map(|quote| quote.quote.clone()).collect::<Vec<_>>();
    Key {
        question: answer.question.clone(),
        verdict: answer.verdict.clone(),
        options: answer.options.clone(),
        option_evidence: answer
            .option_evidence
            .iter()
            .map(|(option, quotes)| (option.clone(), words(quotes)))
            .collect(),
        contested: Vec::new(),
        people: answer.people.iter().map(|person| named(&person.name)).collect(),
        evidence: words(&answer.evidence),
        distractors: Vec::new(),
    }
}

fn own_key(answer: &Answer) -> Key {
    Key {
        question: answer.question.clone(),
        verdict: answer.verdict.clone(),
        options: answer.options.clone(),
        option_evidence: BTreeMap::new(),
        contested: Vec::new(),
        people: answer.people.iter().map(|person| named(&person.name)).collect(),
        evidence: answer.evidence.iter().map(|evidence| evidence.quote.clone()).collect(),
        distractors: Vec::new(),
    }
}

fn named(name: &str) -> KeyPerson {
    KeyPerson { name: (!name.is_empty()).then(|| name.to_owned()) }
}

fn answer(given: &CoderAnswer) -> Answer {
    let by_option =
        given.option_evidence.iter().flat_map(|(option, quotes)| quotes.iter().map(move |quote| (Some(option), quote)));
    let people = given.people.iter().map(|person| Person {
        name: person.name.clone(),
        role: person.role.clone(),
        organisation: person.organisation.clone(),
        contact: person.contact.clone(),
        evidence: 0,
    });
    Answer {
        question: given.question.clone(),
        verdict: given.verdict.clone(),
        options: given.options.clone(),
        people: people.collect(),
        also: given.also.clone(),
        why: Vec::new(),
        why_not: Vec::new(),
        status: Status::default(),
        fragile: false,
        evidence: given.evidence.iter().map(|quote| (None, quote)).chain(by_option).map(cited).collect(),
        near_misses: Vec::new(),
    }
}

fn cited((option, quote): (Option<&String>, &Quote)) -> Evidence {
    Evidence {
        id: String::new(),
        quote: quote.quote.clone(),
        start: quote.start,
        end: quote.end,
        page: quote.page,
        page_label: quote.page_label.clone(),
        line: 0,
        section: quote.section.clone(),
        option: option.cloned(),
        context: Context::default(),
        rule: String::new(),
        matched: Vec::new(),
        solid: false,
        confidence: None,
        shared_with: Vec::new(),
    }
}

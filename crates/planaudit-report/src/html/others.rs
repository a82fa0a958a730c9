//! What other coders answered, to stand beside the rules' own answer.

use planaudit::assessment::QuestionStamp;
use planaudit::coder::{CoderAnswer, CoderPerson, Quote};
use planaudit::rubric::AnswerKind;
use planaudit::{Answer, AssessedDocument, Verdict};
use serde::Serialize;

use super::answers::place;

/// One coder's answer to one question.
#[derive(Serialize)]
pub(super) struct Other<'a> {
    coder: &'a str,
    words: String,
    /// Whether it says what the rules say: the verdict, and the options or the number of names where asked.
    agrees: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    options: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    people: &'a [CoderPerson],
    #[serde(skip_serializing_if = "str::is_empty")]
    why: &'a str,
    quotes: Vec<EmbeddedQuote<'a>>,
}

#[derive(Serialize)]
struct EmbeddedQuote<'a> {
    quote: &'a str,
    at: String,
    section: String,
}

/// The answers of every other coder, in order of name.
pub(super) fn of<'a>(document: &'a AssessedDocument, question: &QuestionStamp, rules: &Answer) -> Vec<Other<'a>> {
    let coders = document.coders.iter();
    coders.filter_map(|coder| Some(other(&coder.coder, coder.answer(&question.id)?, question, rules))).collect()
}

fn other<'a>(coder: &'a str, answer: &'a CoderAnswer, question: &QuestionStamp, rules: &Answer) -> Other<'a> {
    let quotes = answer.evidence.iter().chain(answer.option_evidence.values().flatten()).map(quote).collect();
    let agrees = answer.verdict == rules.verdict
        && (question.answer != AnswerKind::Choice || answer.options == rules.options)
        && (question.answer != AnswerKind::Person || answer.people.len() == rules.people.len());
    Other {
        coder,
        words: words(answer, question),
        agrees,
        options: &answer.options,
        people: &answer.people,
        why: &answer.why,
        quotes,
    }
}

fn quote(quote: &Quote) -> EmbeddedQuote<'_> {
    EmbeddedQuote {
        quote: &quote.quote,
        at: place(quote.page, quote.page_label.as_deref(), 0),
        section: quote.section.join(" › "),
    }
}

fn words(answer: &CoderAnswer, question: &QuestionStamp) -> String {
    match (&answer.verdict, question.answer) {
        (None, _) => "left open".to_owned(),
        (Some(_), AnswerKind::Choice) => format!("{} of {} options", answer.options.len(), question.options.len()),
        (Some(Verdict::Yes), _) => "Yes".to_owned(),
        (Some(Verdict::Some), _) => "To some extent".to_owned(),
        (Some(Verdict::No), _) => "No".to_owned(),
        (Some(verdict), _) => verdict.as_str().to_owned(),
    }
}

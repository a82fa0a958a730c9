//! The answers in plain HTML, each with its best passage: what a reader without the script has.

use planaudit::assessment::{AssessedDocument, Evidence, QuestionStamp};
use planaudit::{Answer, Assessment};
use serde::Serialize;

use super::cell::Cell;
use super::matrix::full_name;
use crate::ratings::{person, status};

/// One document with its answers.
#[derive(Serialize)]
pub(super) struct DocumentAnswers<'a> {
    index: usize,
    name: String,
    path: &'a str,
    answers: Vec<PlainAnswer<'a>>,
}

/// One answer.
#[derive(Serialize)]
struct PlainAnswer<'a> {
    question: usize,
    asks: &'a str,
    #[serde(flatten)]
    cell: Cell,
    status: &'static str,
    fragile: bool,
    options: &'a [String],
    people: Vec<String>,
    why: &'a [String],
    why_not: &'a [String],
    best: Option<Passage<'a>>,
    further: usize,
}

/// The best passage.
#[derive(Serialize)]
struct Passage<'a> {
    pieces: Vec<Piece<'a>>,
    place: String,
    section: String,
}

/// A stretch of a quote.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece<'a> {
    text: &'a str,
    matched: bool,
}

pub(super) fn of<'a>(assessment: &'a Assessment, questions: &'a [QuestionStamp]) -> Vec<DocumentAnswers<'a>> {
    let one = |(index, document): (usize, &'a AssessedDocument)| DocumentAnswers {
        index,
        name: full_name(document),
        path: &document.path,
        answers: questions
            .iter()
            .enumerate()
            .filter_map(|(position, question)| {
                document.answer(&question.id).map(|answer| plain(position, question, answer))
            })
            .collect(),
    };
    assessment.documents.iter().enumerate().map(one).collect()
}

fn plain<'a>(position: usize, question: &'a QuestionStamp, answer: &'a Answer) -> PlainAnswer<'a> {
    PlainAnswer {
        question: position,
        asks: &question.asks,
        cell: Cell::of(answer, question),
        status: status(answer.status),
        fragile: answer.fragile,
        options: &answer.options,
        people: answer.people.iter().map(person).collect(),
        why: &answer.why,
        why_not: &answer.why_not,
        best: answer.evidence.first().map(passage),
        further: answer.evidence.len().saturating_sub(1),
    }
}

fn passage(evidence: &Evidence) -> Passage<'_> {
    Passage {
        pieces: pieces(&evidence.quote, &evidence.matched),
        place: evidence_place(evidence),
        section: evidence.section.join(" › "),
    }
}

/// Where a piece of evidence stands, and how sure character recognition was of it where it was not text.
pub(super) fn evidence_place(evidence: &Evidence) -> String {
    let place = place(evidence.page, evidence.page_label.as_deref(), evidence.line);
    match evidence.confidence {
        Some(confidence) => format!("{place}, recognised from a picture with confidence {confidence} %"),
        None => place,
    }
}

/// Where a passage stands, in words: the page in the file, the number printed on it where that differs, or the line.
pub(super) fn place(page: Option<u32>, label: Option<&str>, line: u32) -> String {
    match (page, label) {
        (Some(page), Some(label)) if label != page.to_string() => format!("page {page} (printed {label})"),
        (Some(page), _) => format!("page {page}"),
        (None, _) if line > 0 => format!("line {line}"),
        (None, _) => String::new(),
    }
}

/// Cuts a quote at the code points where matches begin and end. Ranges that overlap or fall outside do no harm.
fn pieces<'a>(quote: &'a str, matched: &[(usize, usize)]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut begin = 0;
    let mut before = None;
    for (index, (byte, _)) in quote.char_indices().enumerate() {
        let now = matched.iter().any(|&(start, end)| start <= index && index < end);
        if let Some(was) = before
            && was != now
        {
            pieces.push(Piece { text: &quote[begin..byte], matched: was });
            begin = byte;
        }
        before = Some(now);
    }
    if let Some(matched) = before {
        pieces.push(Piece { text: &quote[begin..], matched });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_follow_code_points() {
        let cut = pieces("für Säuglinge da", &[(4, 13)]);
        let texts: Vec<_> = cut.iter().map(|piece| (piece.text, piece.matched)).collect();
        assert_eq!(texts, [("für ", false), ("Säuglinge", true), (" da", false)]);
    }

    #[test]
    fn marks_out_of_range_are_harmless() {
        assert_eq!(pieces("abc", &[(2, 90), (1, 3)]).len(), 2);
        assert!(pieces("", &[(0, 4)]).is_empty());
    }

    #[test]
    fn places_name_the_printed_page_only_where_it_differs() {
        assert_eq!(place(Some(23), Some("21"), 4), "page 23 (printed 21)");
        assert_eq!(place(Some(23), Some("23"), 4), "page 23");
        assert_eq!(place(None, None, 7), "line 7");
        assert_eq!(place(None, None, 0), "");
    }
}

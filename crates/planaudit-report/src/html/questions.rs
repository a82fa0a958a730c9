//! The questions a report shows, in report order.

use std::collections::BTreeSet;

use planaudit::Assessment;
use planaudit::assessment::QuestionStamp;
use planaudit::corpus::Kind;
use planaudit::rubric::{AnswerKind, Guide, Status};

/// The rubric's questions; after them any that answers name and the rubric's stamp does not, so that an assessment
/// written by another program loses nothing.
pub(super) fn of(assessment: &Assessment) -> Vec<QuestionStamp> {
    let mut questions = assessment.rubric.questions.clone();
    let mut known: BTreeSet<String> = questions.iter().map(|question| question.id.clone()).collect();
    for answer in assessment.documents.iter().flat_map(|document| &document.answers) {
        if known.insert(answer.question.clone()) {
            questions.push(unknown(&answer.question));
        }
    }
    questions
}

fn unknown(id: &str) -> QuestionStamp {
    QuestionStamp {
        id: id.to_owned(),
        theme: String::new(),
        kinds: Vec::new(),
        answer: AnswerKind::Rag,
        asks: id.to_owned(),
        options: Vec::new(),
        status: Status::default(),
        guide: Guide::default(),
    }
}

/// The questions by theme: its id, its title and the positions of its questions, in report order.
pub(super) fn by_theme<'a>(
    assessment: &'a Assessment,
    questions: &'a [QuestionStamp],
) -> Vec<(&'a str, &'a str, Vec<usize>)> {
    let themes = &assessment.rubric.themes;
    let mut groups: Vec<(&str, &str, Vec<usize>)> =
        themes.iter().map(|theme| (theme.id.as_str(), theme.title.as_str(), Vec::new())).collect();
    for (index, question) in questions.iter().enumerate() {
        if let Some(group) = groups.iter_mut().find(|(id, ..)| *id == question.theme) {
            group.2.push(index);
        } else {
            let title = if question.theme.is_empty() { "Other questions" } else { &question.theme };
            groups.push((&question.theme, title, vec![index]));
        }
    }
    groups.retain(|(.., members)| !members.is_empty());
    groups
}

/// A kind of document in words: of one, of several.
pub(super) fn kind_words(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Strategy => ("strategy", "Strategies"),
        Kind::Jfp => ("joint forward plan", "Joint forward plans"),
        Kind::Other => ("other document", "Other documents"),
    }
}

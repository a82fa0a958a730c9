//! The decision guide: a page for each question, for people who answer it, with worked passages.

use std::fmt::Write as _;

use super::parsed::Parsed;
use super::source::{ExampleSource, QuestionSource, RubricSource};
use super::{AnswerKind, Files, RubricError, Status};

/// A page of the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Name of its file: `wf.capacity.md`; `README.md` for the list of questions.
    pub file: String,
    /// Markdown.
    pub text: String,
}

/// The guide of a rubric: the list of questions first, then a page for each in report order.
///
/// # Errors
/// Every fault of files that cannot be parsed.
///
/// ```
/// let pages = planaudit::rubric::guide(&planaudit::rubric::Files::hpig_2024()).unwrap();
/// assert_eq!(pages[0].file, "README.md");
/// assert!(pages[1].text.contains("## How it is decided"));
/// ```
pub fn guide(files: &Files) -> Result<Vec<Page>, Vec<RubricError>> {
    let mut faults = Vec::new();
    let parsed = match Parsed::of(files, &mut faults) {
        Some(parsed) if faults.is_empty() => parsed,
        _ => return Err(faults),
    };
    let Parsed { rubric, mut questions, .. } = parsed;
    questions.sort_by_key(|(_, question)| {
        let theme = rubric.themes.iter().position(|theme| theme.id == *question.theme.get_ref());
        (theme, question.id.get_ref().clone())
    });
    let questions: Vec<QuestionSource> = questions.into_iter().map(|(_, question)| question).collect();
    let mut pages = vec![list(&rubric, &questions)];
    pages.extend(questions.iter().map(|question| page(&rubric, question)));
    Ok(pages)
}

fn list(rubric: &RubricSource, questions: &[QuestionSource]) -> Page {
    let mut text =
        format!("# Questions\n\n{}, version {}. {}\n", rubric.title, rubric.version, sentence(&rubric.source));
    for theme in &rubric.themes {
        let _ = write!(text, "\n## {}\n\n", theme.title);
        for question in questions.iter().filter(|question| *question.theme.get_ref() == theme.id) {
            let id = question.id.get_ref();
            let _ = writeln!(text, "- [{id}]({id}.md): {}", question.asks);
        }
    }
    Page { file: "README.md".to_owned(), text }
}

fn page(rubric: &RubricSource, question: &QuestionSource) -> Page {
    let id = question.id.get_ref();
    let theme = rubric.themes.iter().find(|theme| theme.id == *question.theme.get_ref());
    let mut text = format!("# {}\n\n", question.asks);
    let kinds: Vec<String> = question.kinds.iter().map(|kind| kind.title().to_lowercase()).collect();
    let mut about = vec![format!("`{id}`")];
    about.extend(theme.map(|theme| theme.title.clone()));
    about.push(format!("asked of: {}", kinds.join(", ")));
    about.push(format!("answer: {}", answer(question.answer)));
    if question.child_scope {
        about.push("only what is about children or families counts".to_owned());
    }
    about.push(status(question.status).to_owned());
    let _ = writeln!(text, "{}.", about.join("; "));
    if !question.source.is_empty() {
        let _ = write!(text, "\nPublished survey: {}.\n", question.source.trim_end_matches('.'));
    }
    if !question.options.is_empty() {
        let _ = write!(text, "\nOptions: {}.\n", question.options.join("; "));
    }
    decided(question, &mut text);
    worked("## Passages that count", &question.examples, &mut text);
    worked("## Passages that look like it and do not count", &question.counter_examples, &mut text);
    Page { file: format!("{id}.md"), text }
}

fn decided(question: &QuestionSource, text: &mut String) {
    let verdicts = matches!(question.answer, AnswerKind::Rag | AnswerKind::Flag);
    let guide = &question.guide;
    text.push_str("\n## How it is decided\n\n");
    let parts = [
        (if verdicts { "Yes" } else { "What counts" }, &guide.yes),
        ("To some extent", &guide.some),
        (if verdicts { "No" } else { "What does not count" }, &guide.no),
    ];
    for (name, words) in parts.into_iter().filter(|(_, words)| !words.is_empty()) {
        let _ = writeln!(text, "- **{name}**: {words}");
    }
    if !guide.notes.is_empty() {
        text.push_str("\nWhere careful readers hesitate:\n\n");
        for note in &guide.notes {
            let _ = writeln!(text, "- {note}");
        }
    }
}

fn worked(title: &str, examples: &[ExampleSource], text: &mut String) {
    if examples.is_empty() {
        return;
    }
    let _ = write!(text, "\n{title}\n");
    for example in examples {
        let mut about = vec![example.name.get_ref().clone()];
        about.extend(example.option.as_ref().map(|option| format!("option: {option}")));
        about.extend(example.verdict.as_ref().map(|verdict| format!("by itself: {}", spoken(verdict))));
        about.extend(example.under.as_ref().map(|heading| format!("under the heading “{heading}”")));
        about.extend(example.lead_in.as_ref().map(|lead| format!("after “{lead}”")));
        let _ = write!(text, "\n{}:\n\n", about.join("; "));
        for line in example.text.trim().lines() {
            let line = line.trim();
            let _ = writeln!(text, "{}", if line.is_empty() { ">".to_owned() } else { format!("> {line}") });
        }
    }
}

fn spoken(verdict: &str) -> &str {
    match verdict {
        "yes" => "Yes",
        "some" => "To some extent",
        "no" => "No",
        other => other,
    }
}

fn answer(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Rag => "Yes, To some extent or No",
        AnswerKind::Flag => "Yes or No",
        AnswerKind::One => "one of the options",
        AnswerKind::Choice => "any number of the options",
        AnswerKind::Person => "people with their roles",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Automatic => "automatic: its answers are as good as a careful reader's",
        Status::Assist => "assist: a person should confirm its answers",
        Status::Manual => "manual: a person must answer, the passages are a help",
    }
}

/// Words ended by a full stop.
fn sentence(words: &str) -> String {
    let words = words.trim();
    if words.ends_with('.') { words.to_owned() } else { format!("{words}.") }
}

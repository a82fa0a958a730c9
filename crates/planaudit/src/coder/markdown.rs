//! The shortlist as a person reads it.

use std::fmt::Write as _;

use super::shortlist::{Ranked, SharedPassage, Shortlist, ShortlistQuestion};
use crate::rubric::{AnswerKind, Guide};

/// Questions with their guide and the numbers of their passages, then the passages by section.
pub(super) fn of(shortlist: &Shortlist) -> String {
    let mut page = format!("# {}\n\n", plain(&shortlist.document));
    let parts = [shortlist.title.as_deref(), shortlist.system.as_deref(), Some(shortlist.kind.title())];
    let about: Vec<String> = parts.into_iter().flatten().map(plain).collect();
    let _ = write!(
        page,
        "{}.\n\nAnswer from the passages, as the guide says; copy quotes as printed. One line of JSON an answer:\n\n\
         ```json\n\
         {{\"question\": \"…\", \"verdict\": \"…\", \"evidence\": [\"quote\"], \"why\": \"…\"}}\n\
         ```\n\n\
         Options: `\"options\": [\"…\"], \"option_evidence\": {{\"…\": [\"quote\"]}}`, no verdict. People: \
         `\"people\": [{{\"name\": \"…\", \"role\": \"…\", \"organisation\": \"…\", \"contact\": \"…\"}}]`.\n\n\
         ## Questions\n",
        about.join(" · "),
    );
    for question in &shortlist.questions {
        write_question(&mut page, question);
    }
    page.push_str("\n## Passages\n");
    let common = shared_headings(&shortlist.passages);
    let mut section = None;
    for (number, passage) in (1..).zip(&shortlist.passages) {
        if section != Some(&passage.section) {
            section = Some(&passage.section);
            let path: Vec<String> = passage.section[common..].iter().map(|heading| plain(heading)).collect();
            let title = if path.is_empty() { "Under no heading of its own".to_owned() } else { path.join(" › ") };
            let _ = write!(page, "\n### {title}\n\n");
        }
        let _ = writeln!(page, "**{number}**{} {}\n", place(passage), plain(&passage.quote));
    }
    page
}

fn write_question(page: &mut String, question: &ShortlistQuestion) {
    let _ = write!(page, "\n### {}\n\n{}\n\n", question.question, plain(&question.asks));
    let (what, answers) = match question.kind {
        AnswerKind::Choice => ("Any of", &question.options),
        _ => ("One of", &question.verdicts),
    };
    let _ = writeln!(page, "{what}: {}.\n", answers.join("; "));
    write_guide(page, question);
    let (evidence, misses): (Vec<&Ranked>, Vec<&Ranked>) =
        question.passages.iter().partition(|passage| passage.evidence);
    if question.passages.is_empty() {
        page.push_str("No passage was found.\n");
    }
    if !evidence.is_empty() {
        let _ = writeln!(page, "Passages, best first: {}.", numbers(&evidence, |passage| passage.options.join(", ")));
    }
    if !misses.is_empty() {
        let gap = if evidence.is_empty() { "" } else { "\n" };
        let failed = |passage: &Ranked| passage.failed.clone().unwrap_or_default();
        let _ = writeln!(page, "{gap}Near misses, best first: {}.", numbers(&misses, failed));
    }
}

fn write_guide(page: &mut String, question: &ShortlistQuestion) {
    let Guide { yes, some, no, notes } = &question.guide;
    let counts = if matches!(question.kind, AnswerKind::Rag | AnswerKind::Flag) { "Yes" } else { "Counts" };
    let no_title = if matches!(question.kind, AnswerKind::Rag | AnswerKind::Flag) { "No" } else { "Does not count" };
    for (title, words) in [(counts, yes), ("To some extent", some), (no_title, no)] {
        if !words.is_empty() {
            let _ = writeln!(page, "- {title}: {}", plain(words));
        }
    }
    for note in notes {
        let _ = writeln!(page, "- {}", plain(note));
    }
    page.push('\n');
}

/// Numbers in order of rank, each once; what is said of several side by side is said once.
fn numbers(passages: &[&Ranked], said: impl Fn(&Ranked) -> String) -> String {
    let mut runs: Vec<(Vec<usize>, String)> = Vec::new();
    for passage in passages {
        if runs.iter().any(|(numbers, _)| numbers.contains(&passage.number)) {
            continue;
        }
        let said = said(passage);
        match runs.last_mut() {
            Some((numbers, known)) if *known == said => numbers.push(passage.number),
            _ => runs.push((vec![passage.number], said)),
        }
    }
    let run = |(numbers, said): &(Vec<usize>, String)| {
        let numbers = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        if said.is_empty() { numbers } else { format!("{numbers} ({})", plain(said)) }
    };
    runs.iter().map(run).collect::<Vec<_>>().join("; ")
}

/// How many headings stand above every passage alike, such as the document's title: they need not be read again.
fn shared_headings(passages: &[SharedPassage]) -> usize {
    let Some(first) = passages.first() else { return 0 };
    let alike = |passage: &SharedPassage| {
        first.section.iter().zip(&passage.section).take_while(|(one, other)| one == other).count()
    };
    passages.iter().map(alike).min().unwrap_or(0)
}

fn place(passage: &SharedPassage) -> String {
    match (passage.page, &passage.page_label) {
        (Some(page), Some(label)) if *label != page.to_string() => format!(" p.{page} (printed {}):", plain(label)),
        (Some(page), _) => format!(" p.{page}:"),
        (None, _) => ":".to_owned(),
    }
}

/// Text of a document on one line, nothing of it taken for markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            plain.push(' ');
        }
        for letter in word.chars().filter(|letter| !letter.is_control()) {
            if matches!(letter, '\\' | '*' | '`' | '<' | '[') {
                plain.push('\\');
            }
            plain.push(letter);
        }
    }
    plain
}

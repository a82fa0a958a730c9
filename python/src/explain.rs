//! An answer in plain text: the verdict, its reasons both ways, the passages and the near misses.

use planaudit::{Answer, AssessedDocument, Assessment, Person, Verdict};

/// The whole explanation.
pub(crate) fn answer(assessment: &Assessment, document: &AssessedDocument, answer: &Answer) -> String {
    let mut lines = vec![
        asks(assessment, &answer.question).to_owned(),
        format!("  {} · {}", document.path, answer.question),
        format!("  Answer: {}", verdict(answer)),
    ];
    if !answer.options.is_empty() {
        lines.push(format!("  Options found: {}", answer.options.join("; ")));
    }
    lines.extend(answer.people.iter().map(|found| format!("  Person: {}", person(found))));
    lines.extend(answer.also.iter().map(|(name, value)| format!("  Also: {name}: {value}")));
    lines.extend(answer.why.iter().map(|reason| format!("  Why: {reason}")));
    lines.extend(answer.why_not.iter().map(|reason| format!("  Why not better: {reason}")));
    if answer.evidence.is_empty() {
        lines.push(format!("  {}", nothing(document)));
    }
    for (number, evidence) in answer.evidence.iter().enumerate() {
        lines.push(format!("  Passage {}: “{}”", number + 1, evidence.quote));
        lines.push(format!("    {}", place(evidence.page, evidence.page_label.as_deref(), &evidence.section)));
    }
    for (number, miss) in answer.near_misses.iter().enumerate() {
        lines.push(format!("  Near miss {}: “{}”", number + 1, miss.quote));
        lines.push(format!(
            "    {}; failed: {}",
            place(miss.page, miss.page_label.as_deref(), &miss.section),
            miss.failed
        ));
    }
    lines.join("\n")
}

/// A person in one line.
pub(crate) fn person(person: &Person) -> String {
    let parts = [&person.name, &person.role, &person.organisation, &person.contact];
    let stated: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    stated.join(", ")
}

/// That nothing was found, and in how much.
pub(crate) fn nothing(document: &AssessedDocument) -> String {
    format!(
        "No passage was found in {} words; {:.0} % of the document could be read.",
        document.words,
        100.0 * document.readable
    )
}

/// What a question asks; its id where the rubric does not say.
pub(crate) fn asks<'a>(assessment: &'a Assessment, question: &'a str) -> &'a str {
    assessment.rubric.questions.iter().find(|stamp| stamp.id == question).map_or(question, |stamp| stamp.asks.as_str())
}

/// The verdict in words, with how far to trust it.
pub(crate) fn verdict(answer: &Answer) -> String {
    let words = match &answer.verdict {
        None => "not assessed",
        Some(Verdict::Yes) => "Yes",
        Some(Verdict::Some) => "To some extent",
        Some(Verdict::No) => "No",
        Some(other) => other.as_str(),
    };
    let fragile = if answer.fragile { ", fragile: it rests on one passage" } else { "" };
    format!("{words} ({}{fragile})", crate::question::status_name(answer.status))
}

/// Where a passage stands.
pub(crate) fn place(page: Option<u32>, label: Option<&str>, section: &[String]) -> String {
    let mut parts = Vec::new();
    match (page, label) {
        (Some(page), Some(label)) if label != page.to_string() => parts.push(format!("page {page} (printed {label})")),
        (Some(page), _) => parts.push(format!("page {page}")),
        (None, _) => {}
    }
    if !section.is_empty() {
        parts.push(section.join(" › "));
    }
    if parts.is_empty() { "no heading above it".to_owned() } else { parts.join(", ") }
}

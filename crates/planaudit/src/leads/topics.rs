//! What a lead leads, where the role itself does not say: the label, lead-in, heading or rest of the sentence it stands in.

use std::ops::Range;

use super::clause::{Clause, Party};
use super::described::contains_words;
use super::role_words::{STOPS, is_small};
use super::{entrusted, verbs};
use planaudit_read::BlockKind;

use crate::analysis::Analysis;
use crate::passage::Passage;

/// The subject that the same sentence or line gives to a role that lacks one: "For SEND the lead is", "Children and young
/// people (executive lead:", "Start Well has a sponsor", "SRO: A. B. Programme: cancer".
pub(super) fn said_beside(
    analysis: &Analysis<'_>,
    passage: &Passage,
    clause: &Clause<'_>,
    holding: &Range<usize>,
) -> Option<String> {
    let text = clause.text;
    let items = || clause.items().into_iter().map(|item| clause.range(item));
    let from = items().filter(|item| item.end <= holding.start).map(|item| item.end).max().unwrap_or(0);
    let opening = text[from..holding.start].rfind([';', '|', '.']).map_or(from, |at| from + at + 1);
    let whole = text[opening..holding.start].trim();
    let before = entrusted::without_article(whole);
    let words = before.split_whitespace().count();
    let lower = before.to_lowercase();
    let label = before.strip_suffix(['(', ':', '–', '-', '—']).map(|label| label.trim_end_matches([' ', ',', ')']));
    if let Some(label) = label.filter(|label| (1..=14).contains(&words) && label.chars().any(char::is_alphanumeric)) {
        return Some(label.to_owned());
    }
    // "The Start Well Board answers to the ICB through its executive sponsor": what "its" means comes before.
    let anaphoric = whole.ends_with(" its") || whole.ends_with(" their") || whole.ends_with(" whose");
    // "Safeguarding | Executive lead: Ada Quill": a row that is no table's.
    if before.is_empty() && text[..opening].ends_with('|') {
        return text.split('|').next().map(|cell| cell.trim().to_owned());
    }
    // "It has a sponsor" says nothing of what.
    if words <= 3 && matches!(lower.split(' ').next(), Some("it" | "they" | "we" | "he" | "she" | "there")) {
        return None;
    }
    let fronted = ["for ", "on "].iter().any(|word| lower.starts_with(word)) && words <= 16;
    let had = words <= 16
        && lower.rsplit(' ').take(4).any(|word| matches!(word, "has" | "have" | "with"))
        && !lower.contains(" with the ");
    let which = lower.contains("for which") || lower.contains("of which");
    // "Executive lead, safeguarding (all ages): Ada Quill"
    let inside = text[holding.clone()].split_once(':').map(|(label, _)| label).filter(|_| opening == 0 && words == 0);
    if let Some((_, about)) = inside.and_then(|label| label.split_once([',', '–'])) {
        return Some(about.trim().to_owned());
    }
    if fronted || had || which || anaphoric && words <= 24 {
        return Some(before.trim_end_matches([',', ' ']).to_owned());
    }
    // A form, a line an entry: the role opens a line, and the line above or the next label says of what.
    let place = |at: usize| analysis.text.place(passage.range.start + at).line;
    let form = text.len() <= 240 && !text.trim_end().ends_with('.');
    let opens_line = holding.start == 0 || place(holding.start) != place(holding.start - 1);
    if !(form && opens_line) {
        return None;
    }
    // The first line of a form is the title of all its entries.
    let title = text[..items().map(|item| item.start).min().unwrap_or(0)].trim();
    if !title.is_empty() && title.split_whitespace().count() <= 14 && !title.contains(['.', ':']) {
        return Some(title.to_owned());
    }
    let next = items().filter(|item| item.start >= holding.end).map(|item| item.start).min().unwrap_or(text.len());
    let (label, value) = text[holding.end..next].split_once(':')?;
    let value = value.trim();
    (label.split_whitespace().count() <= 4 && !value.is_empty() && !value.starts_with("//")).then(|| value.to_owned())
}

/// The words around a role that says no subject: "Accountability for the children's plan runs to the Executive Lead".
pub(super) fn nearby(clause: &Clause<'_>, holding: &Range<usize>) -> Option<String> {
    let (before, behind) = (&clause.text[..holding.start], &clause.text[holding.end..]);
    // "forum lead" says of what, if not in words known here.
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let small =
        last.is_empty() || last.ends_with([',', ':', '(', '–']) || is_small(&last) || STOPS.contains(last.as_str());
    if !small {
        return None;
    }
    // Other people and their roles are no part of it.
    let others: Vec<Range<usize>> = clause.items().into_iter().map(|item| clause.range(item)).collect();
    let own = |text: &'_ str, from: usize| {
        let outside = |at: usize| !others.iter().any(|other| other.contains(&at));
        text.split_whitespace()
            .filter(|word| outside(from + word.as_ptr() as usize - text.as_ptr() as usize))
            .filter(|word| word.contains(char::is_alphanumeric))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut words = own(before, 0);
    words.drain(..words.len().saturating_sub(11));
    words.extend(own(behind, holding.end).into_iter().take(11));
    (!words.is_empty()).then(|| words.join(" "))
}

/// "Ada Quill – children", "Ada Quill: children", under a lead-in or heading that makes all of them leads.
pub(super) fn label_behind(
    analysis: &Analysis<'_>,
    passage: &Passage,
    text: &str,
    party: &Party,
) -> Option<(String, String)> {
    let rest = text[party.range.end..].trim_start();
    let label = rest.strip_prefix([':', '–', '-', '—', '('])?.trim().trim_end_matches([')', ';', '.', ',']);
    let short = !label.is_empty() && label.split_whitespace().count() <= 14 && !label.contains(['.', ';', ':', '@']);
    let over = leading_over(analysis, passage).filter(|_| short && party.range.start <= 60)?;
    Some((label.to_owned(), over))
}

/// A label that is a brief by itself: "Board-level responsibility for SEND: Ada Quill", "Responsible for children – A. B.".
pub(super) fn brief_label(text: &str, before: usize) -> Option<String> {
    let head = text[..before].trim_end().strip_suffix([':', '–', '-', '—'])?.trim_end();
    let opening = head.rfind([';', '|', '.']).map_or(0, |at| at + 1);
    let label = head[opening..].trim();
    // "Children: executive – A; clinical – B": the kind of lead stands before the name, the subject before all.
    let (topic, kind) = label.rsplit_once(':').unwrap_or_else(|| (head.split(':').next().unwrap_or_default(), label));
    let kind = kind.trim().to_lowercase();
    if matches!(kind.as_str(), "executive" | "exec" | "board" | "executive director")
        && topic.len() < head.len()
        && topic.split_whitespace().count() <= 12
    {
        return Some(format!("{kind} lead for {}", topic.trim()));
    }
    let lower = label.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    let first = words.next().unwrap_or_default();
    let leading = verbs::BRIEFS.contains(&first)
        || matches!(first, "responsible" | "accountable" | "leading" | "leads" | "answerable")
        || words.any(|word| verbs::BRIEFS.contains(&word));
    (leading && label.split_whitespace().count() <= 14).then(|| label.to_owned())
}

/// What the lead-in of a list, or the heading, says that all its entries are.
fn leading_over(analysis: &Analysis<'_>, passage: &Passage) -> Option<String> {
    let lead_in = passage.lead_in.map(|lead| analysis.quote(&analysis.passages[lead]));
    let heading = analysis.outline.sections()[passage.section].heading.map(|block| {
        let range = analysis.text.blocks()[block].range.clone();
        &analysis.text.as_str()[range]
    });
    lead_in.and_then(leading_title).or_else(|| heading.and_then(leading_title)).or_else(|| {
        // A list whose paragraph does not end in a colon.
        let blocks = analysis.text.blocks();
        let is_item = |at: usize| matches!(blocks[at].kind, BlockKind::ListItem { .. });
        let before = (0..passage.block).rev().take(12).find(|&at| !is_item(at)).filter(|_| is_item(passage.block))?;
        leading_title(&analysis.text.as_str()[blocks[before].range.clone()])
    })
}

/// The role that a heading, header or lead-in gives to all entries below it: "Executive leads" says "Executive lead".
pub(super) fn leading_title(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let titles = [
        ("executive lead", "Executive lead"),
        ("exec lead", "Executive lead"),
        ("lead executive", "Lead executive"),
        ("executive sponsor", "Executive sponsor"),
        ("executive owner", "Executive owner"),
        ("senior owner", "Senior owner"),
        ("accountable executive", "Accountable executive"),
        ("responsible executive", "Responsible executive"),
        ("accountable director", "Accountable director"),
        ("responsible director", "Responsible director"),
        ("lead director", "Lead director"),
        ("senior responsible", "Senior responsible officer"),
        ("sro", "SRO"),
        ("board member", "Board member"),
        ("board lead", "Board lead"),
        ("board-level", "Board-level lead"),
        ("board responsibilities", "Board responsibility"),
        ("sponsor", "Sponsor"),
        ("who leads", "Lead"),
        ("leads", "Lead"),
        ("named lead", "Named lead"),
        ("lead", "Lead"),
        ("executive", "Executive"),
    ];
    if lower.split_whitespace().count() > 16 {
        return None;
    }
    titles
        .into_iter()
        .find(|(word, _)| contains_words(&lower, word) || contains_words(&lower, &format!("{word}s")))
        .map(|(_, title)| title.to_owned())
}

/// What the lines or the heading above an entry say that it is about.
///
/// `said` is the sentence before: a short one is a title set in the line, "Start Well. Executive lead: Ada Quill."
pub(super) fn above(analysis: &Analysis<'_>, passage: &Passage, said: &str) -> Option<String> {
    let title = said.ends_with('.') && said.split(' ').count() <= 6 && !said.contains(':');
    if title {
        return Some(said.trim_end_matches('.').to_owned());
    }
    entry_above(analysis, passage).or_else(|| topic(analysis, passage.section))
}

/// "Programme: Babies, children and young people": the line above, of a form that gives a line to each entry.
fn entry_above(analysis: &Analysis<'_>, passage: &Passage) -> Option<String> {
    let blocks = analysis.text.blocks();
    (passage.block.saturating_sub(4)..passage.block).rev().find_map(|block| {
        if analysis.outline.section_of_block(block) != passage.section {
            return None;
        }
        let (label, value) = analysis.text.as_str()[blocks[block].range.clone()].split_once(':')?;
        (super::rows::is_area_label(label) && !value.trim().is_empty()).then(|| value.trim().to_owned())
    })
}

/// The heading of the section a passage stands in that says what it is about: not "Who leads" or "Governance".
fn topic(analysis: &Analysis<'_>, section: usize) -> Option<String> {
    analysis.outline.ancestry(section).find_map(|section| {
        let block = analysis.outline.sections()[section].heading?;
        let title = &analysis.text.as_str()[analysis.text.blocks()[block].range.clone()];
        let lower = title.to_lowercase();
        let about_leading = [
            "governance",
            "lead",
            "who ",
            "accountab",
            "oversight",
            "delivery",
            "contact",
            "our team",
            "sponsor",
            "key people",
        ]
        .iter()
        .any(|word| lower.contains(word));
        let title = subject_of_title(title)?;
        (!about_leading && title.split_whitespace().count() <= 14).then(|| title.to_owned())
    })
}

/// The heading straight over a passage that names a board or programme: what its new chair leads.
pub(super) fn board(analysis: &Analysis<'_>, passage: &Passage) -> Option<String> {
    let block = analysis.outline.sections()[passage.section].heading?;
    let title = subject_of_title(&analysis.text.as_str()[analysis.text.blocks()[block].range.clone()])?;
    let lower = title.to_lowercase();
    let meets = ["board", "programme", "group", "alliance", "partnership", "committee", "network", "collaborative"];
    let named = meets.iter().any(|noun| contains_words(&lower, noun));
    (named && title.split_whitespace().count() <= 14).then(|| title.to_owned())
}

/// What the title of a document is about, without the kind of document: "SEND Board" of "SEND Board Terms of Reference
/// 2025", nothing of "Joint Forward Plan".
fn subject_of_title(title: &str) -> Option<&str> {
    let lower = title.to_ascii_lowercase();
    let kinds = ["terms of reference", "minutes", "annual report", "joint forward plan", "integrated care strategy"];
    let Some(at) = kinds.iter().filter_map(|kind| lower.find(kind)).min() else { return Some(title) };
    let subject = title[..at].trim_matches(|letter: char| !letter.is_alphanumeric());
    (!subject.is_empty()).then_some(subject)
}

/// What a list item or short line says before a colon, with the role its lead-in or heading gives all of them:
/// "Our executive leads are: – Children: A. B."
pub(super) fn label(analysis: &Analysis<'_>, passage: &Passage, text: &str, before: usize) -> Option<(String, String)> {
    let head = text[..before].trim_end();
    let label = head.strip_suffix([':', '–', '-', '—'])?.trim_end();
    let short = !label.is_empty() && label.split_whitespace().count() <= 12 && !label.contains(['.', ';']);
    if !short || !super::roles::phrases(label, &super::words::words(label), &[]).is_empty() {
        return None;
    }
    let over = leading_over(analysis, passage)?;
    Some((label.to_owned(), over))
}

/// The heading straight above a passage, where it is a role.
pub(super) fn heading_role(analysis: &Analysis<'_>, passage: &Passage) -> Option<String> {
    let block = analysis.outline.sections()[passage.section].heading.filter(|heading| heading + 1 == passage.block)?;
    let title = &analysis.text.as_str()[analysis.text.blocks()[block].range.clone()];
    (leading_title(title).is_some() && super::roles::is_role_alone(title)).then(|| title.to_owned())
}

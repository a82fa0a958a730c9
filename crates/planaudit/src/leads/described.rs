//! Roles that are described, whoever holds them; and what a heading or header says all the entries below it are.

use std::ops::Range;

use super::FoundLead;
use super::clause::Clause;
use super::deeds;
use crate::analysis::Analysis;
use crate::assessment::LeadState;
use crate::context::Attribution;
use crate::passage::Passage;

/// Words that make a role one of leadership by themselves.
const LEADING: &[&str] = &[
    "executive lead",
    "exec lead",
    "exec. lead",
    "lead executive",
    "executive sponsor",
    "senior responsible",
    "sro",
    "board lead",
    "board-level lead",
    "board's lead",
    "lead director",
    "accountable executive",
    "executive responsible",
    "executive director for children",
    "named lead",
    "nominated lead",
    "designated lead",
    "designated clinical officer",
    "designated medical officer",
    "designated nurse",
    "designated doctor",
    "designated professional",
    "dco",
    "dmo",
    "safeguarding lead",
    "send lead",
    "children's lead",
    "lead for",
    "safeguarding partner",
    "responsible executive",
];

/// Leadership roles of a clause that were bound to nobody.
pub(super) fn roles(clause: &Clause<'_>, bound: &[bool], bytes: &Range<usize>) -> Vec<FoundLead> {
    let mut leads = Vec::new();
    for (index, role) in clause.roles.iter().enumerate() {
        if bound[index] || role.generic || role.plural || wished(&clause.text[..role.range.start]) {
            continue;
        }
        let mut words = clause.text[role.range.clone()].to_owned();
        let lower = words.to_lowercase().replace('’', "'");
        let mut leads_something = LEADING.iter().any(|leading| contains_words(&lower, leading));
        let behind = clause.text[role.range.end..].trim_start_matches([' ', ',']);
        if let Some(deed) = deeds::done_to(clause.text, role.range.start) {
            words = format!("{words}; {}", deed.role);
            leads_something = true;
        } else if let Some(verb) = [
            "is responsible for ",
            "is accountable for ",
            "has responsibility for ",
            "is the ",
            "is our ",
            "holds the ",
            "is ",
        ]
        .into_iter()
        .find(|verb| behind.starts_with(verb))
        {
            let rest = &behind[verb.len()..];
            let responsible = verb.ends_with("for ") || verb == "holds the ";
            let end = rest.find([',', '.', ';', ':']).unwrap_or(rest.len());
            let role_behind =
                clause.roles.get(index + 1).filter(|next| next.range.start <= clause.text.len() - rest.len() + 2);
            if let Some(next) = role_behind {
                if bound[index + 1] {
                    continue;
                }
                words = format!("{words}; {}", &clause.text[next.range.clone()]);
            } else if responsible {
                words = format!("{words}; {}{}", verb.trim_start_matches("is "), &rest[..end]);
                leads_something = true;
            }
        }
        if leads_something && words.split_whitespace().count() <= 40 {
            leads.push(FoundLead {
                role: words,
                name: String::new(),
                organisation: clause.organisation_of(&role.range, None),
                contact: String::new(),
                state: LeadState::RoleOnly,
                bytes: bytes.clone(),
            });
        }
    }
    leads
}

/// Whether what comes before a role only wishes, asks or plans for it.
fn wished(before: &str) -> bool {
    let lower = before.to_lowercase();
    let near: Vec<&str> = lower.split_whitespace().rev().take(6).collect();
    near.iter().any(|word| {
        matches!(
            *word,
            "requires"
                | "require"
                | "required"
                | "must"
                | "should"
                | "identify"
                | "appoint"
                | "nominate"
                | "without"
                | "no"
                | "every"
                | "each"
                | "need"
                | "needs"
                | "asks"
                | "former"
                | "formerly"
                | "previous"
        )
    })
}

fn contains_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        !text[..at].ends_with(|letter: char| letter.is_alphanumeric())
            && !text[at + words.len()..].starts_with(|letter: char| letter.is_alphanumeric())
    })
}

/// Whose role a passage speaks of, where it is not this body's.
pub(super) fn attribution(analysis: &Analysis<'_>, passage: usize, text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some(at) = ["neighbouring ", "neighboring "].into_iter().find_map(|word| lower.find(word)) {
        let end = lower[at..].find([',', '.', ';', ' ']).map_or(lower.len(), |space| {
            let from = at + space + 1;
            lower.get(from..).and_then(|rest| rest.find([',', '.', ';', ' '])).map_or(lower.len(), |next| from + next)
        });
        return text.get(at..end).map(str::to_owned);
    }
    match analysis.contexts[passage].attribution {
        Attribution::National if lower.contains("national") => Some("national".to_owned()),
        _ => None,
    }
}

/// The role that a heading, header or lead-in gives to all entries below it: "Executive leads" says "Executive lead".
pub(super) fn leading_title(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let titles = [
        ("executive lead", "Executive lead"),
        ("exec lead", "Executive lead"),
        ("executive sponsor", "Executive sponsor"),
        ("senior responsible", "Senior responsible officer"),
        ("sro", "SRO"),
        ("board member", "Board member"),
        ("board lead", "Board lead"),
        ("board-level", "Board-level lead"),
        ("sponsor", "Sponsor"),
        ("who leads", "Lead"),
        ("leads", "Lead"),
        ("named lead", "Named lead"),
        ("lead", "Lead"),
    ];
    if lower.split_whitespace().count() > 16 {
        return None;
    }
    titles
        .into_iter()
        .find(|(word, _)| contains_words(&lower, word) || contains_words(&lower, &format!("{word}s")))
        .map(|(_, title)| title.to_owned())
}

/// The heading of the section a passage stands in that says what it is about: not "Who leads" or "Governance".
pub(super) fn topic(analysis: &Analysis<'_>, section: usize) -> Option<String> {
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
        (!about_leading && title.split_whitespace().count() <= 14).then(|| title.to_owned())
    })
}

/// Whether a role is one of leadership that does not say of what: "Executive sponsor".
pub(super) fn lacks_topic(role: &str) -> bool {
    let lower = role.to_lowercase();
    [
        "executive lead",
        "exec lead",
        "exec. lead",
        "lead executive",
        "executive sponsor",
        "exec sponsor",
        "senior responsible officer",
        "senior responsible owner",
        "senior responsible officer (sro)",
        "senior responsible owner (sro)",
        "sro",
        "board lead",
        "board sponsor",
        "lead director",
        "accountable executive",
        "executive owner",
        "responsible executive",
        "icb executive lead",
        "icb lead",
        "sponsor",
        "lead",
        "named lead",
        "icb exec lead",
        "system sro",
        "clinical lead",
        "programme lead",
        "lead executive director",
        "executive lead (sro)",
        "executive senior responsible officer",
        "executive sro",
    ]
    .contains(&lower.as_str())
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
    let lead_in = passage.lead_in.map(|lead| analysis.quote(&analysis.passages[lead]));
    let heading = analysis.outline.sections()[passage.section].heading.map(|block| {
        let range = analysis.text.blocks()[block].range.clone();
        &analysis.text.as_str()[range]
    });
    let over = lead_in.and_then(leading_title).or_else(|| heading.and_then(leading_title))?;
    Some((label.to_owned(), over))
}

/// The heading straight above a passage, where it is a role.
pub(super) fn heading_role(analysis: &Analysis<'_>, passage: &Passage) -> Option<String> {
    let block = analysis.outline.sections()[passage.section].heading.filter(|heading| heading + 1 == passage.block)?;
    let title = &analysis.text.as_str()[analysis.text.blocks()[block].range.clone()];
    (leading_title(title).is_some() && super::roles::is_role_alone(title)).then(|| title.to_owned())
}

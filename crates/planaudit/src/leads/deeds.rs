//! Roles said by a verb: "leads our work on", "is responsible for", "chaired by".

use std::ops::Range;

use super::clause::Clause;

/// A role said by a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deed {
    /// The role, verb first.
    pub role: String,
    /// The words it stands in.
    pub range: Range<usize>,
    /// Said in the past.
    pub past: bool,
}

impl Deed {
    /// Whether it only points back at a post: "holds the post".
    pub(super) fn is_the_post(&self) -> bool {
        let last = self.role.rsplit(' ').next().unwrap_or_default();
        matches!(last, "post" | "role" | "position" | "brief") && self.role.split(' ').count() <= 3
    }
}

/// Verbs a person leads by, with whether they are past.
const ACTIVE: &[(&str, bool)] = &[
    ("leads", false),
    ("co-leads", false),
    ("jointly leads", false),
    ("chairs", false),
    ("co-chairs", false),
    ("oversees", false),
    ("manages", false),
    ("sponsors", false),
    ("champions", false),
    ("heads", false),
    ("represents", false),
    ("is responsible for", false),
    ("has responsibility for", false),
    ("has executive responsibility for", false),
    ("has lead responsibility for", false),
    ("has board-level responsibility for", false),
    ("holds executive responsibility for", false),
    ("provides executive leadership for", false),
    ("is accountable to the board for", false),
    ("holds responsibility for", false),
    ("carries responsibility for", false),
    ("takes responsibility for", false),
    ("is accountable for", false),
    ("is the accountable", false),
    ("holds the", false),
    ("speaks for", false),
    ("answers for", false),
    ("took on the", false),
    ("takes the lead", false),
    ("has taken on", false),
    ("carries the", false),
    ("takes charge of", false),
    ("has charge of", false),
    ("led", true),
    ("chaired", true),
    ("managed", true),
    ("oversaw", true),
    ("was responsible for", true),
    ("held the", true),
    ("headed", true),
    ("had responsibility for", true),
    ("represented", true),
];

/// Participles of "… by", with the verb a person then does.
const PASSIVE: [(&str, &str); 14] = [
    ("led", "leads"),
    ("co-led", "leads"),
    ("chaired", "chairs"),
    ("co-chaired", "chairs"),
    ("sponsored", "sponsors"),
    ("overseen", "oversees"),
    ("managed", "manages"),
    ("headed", "heads"),
    ("held", "holds"),
    ("discharged", "responsible for"),
    ("carried", "responsible for"),
    ("owned", "owns"),
    ("championed", "champions"),
    ("coordinated", "coordinates"),
];

/// What a party is said to lead, behind its name.
pub(super) fn done_by(clause: &Clause<'_>, party: usize) -> Option<Deed> {
    let name_end = clause.parties[party].range.end;
    // A post may stand between: "X, our Chief Nurse, holds the brief for".
    let post = clause.roles.iter().find(|role| {
        role.range.start >= name_end && {
            let gap = clause.text[name_end..role.range.start].trim();
            matches!(gap, "," | "(" | ", our" | ", the" | ", its" | "–")
        }
    });
    behind(clause.text, name_end).or_else(|| behind(clause.text, post?.range.end))
}

/// What the words from a byte on say is led.
pub(super) fn behind(text: &str, from: usize) -> Option<Deed> {
    let rest = text[from..].trim_start_matches(')');
    let from = text.len() - rest.len();
    let mut at = 0;
    // "X, who also", "X currently", "X (of the Constabulary)"
    let skipped = rest.trim_start();
    if skipped.starts_with('(') {
        at += rest.len() - skipped.len() + skipped.find(')')? + 1;
    }
    loop {
        let here = &rest[at..];
        let trimmed = here.trim_start_matches([' ', ',']);
        let skip = here.len() - trimmed.len();
        let word = ["who ", "also ", "currently ", "now ", "jointly ", "and ", "has ", "will "]
            .into_iter()
            .find(|word| trimmed.to_lowercase().starts_with(word));
        match word {
            Some("has ")
                if trimmed.starts_with("has responsibility")
                    || trimmed.starts_with("has executive")
                    || trimmed.starts_with("has lead")
                    || trimmed.starts_with("has board")
                    || trimmed.starts_with("has taken")
                    || trimmed.starts_with("has charge") =>
            {
                at += skip;
                break;
            }
            Some(word) if word != "has " && word != "will " => at += skip + word.len(),
            _ => {
                at += skip;
                break;
            }
        }
        if at > 60 {
            return None;
        }
    }
    let here = &rest[at..];
    let lower = here.to_ascii_lowercase();
    let (verb, past) = ACTIVE.iter().copied().find(|(verb, _)| {
        lower.starts_with(verb) && !lower[verb.len()..].starts_with(|letter: char| letter.is_alphanumeric())
    })?;
    let end = clause_end(here, verb.len());
    // "led by" is the other way round; "leads to" no leading.
    let after = lower[verb.len()..].trim_start();
    if after.starts_with("by ") || after.starts_with("to ") || after.starts_with("us ") {
        return None;
    }
    let holds = verb == "holds the" || verb == "held the" || verb == "took on the" || verb == "carries the";
    let role = here[..end].trim_end_matches([',', ' ']);
    if holds
        && !["portfolio", "brief", "role", "post", "responsib", "seat", "lead", "position"]
            .iter()
            .any(|word| role.contains(word))
    {
        return None;
    }
    (role.len() > verb.len()).then(|| Deed { role: role.to_owned(), range: from..from + at + role.len(), past })
}

/// Where what a verb governs ends.
fn clause_end(text: &str, from: usize) -> usize {
    let mut words = 0;
    let mut at = from;
    for (index, part) in text[from..].split_inclusive(' ').enumerate() {
        let bare = part.trim_end();
        let lower = bare.to_lowercase();
        if index > 0
            && matches!(
                lower.as_str(),
                "to" | "who"
                    | "which"
                    | "where"
                    | "until"
                    | "since"
                    | "but"
                    | "while"
                    | "from"
                    | "when"
                    | "at"
                    | "by"
                    | "with"
            )
        {
            return at;
        }
        let text_end = at + bare.len();
        words += 1;
        at += part.len();
        if bare.ends_with([';', '.', ':', '(', ')', '?', '!']) {
            return text_end - 1;
        }
        if bare.ends_with(',') && !list_follows(&text[at..]) {
            return text_end - 1;
        }
        if words > 18 {
            return text_end;
        }
    }
    text.len()
}

/// "safeguarding, quality and children": a short list goes on behind the comma.
fn list_follows(rest: &str) -> bool {
    let next: Vec<&str> = rest.split(' ').take(5).collect();
    next.iter().position(|word| matches!(*word, "and" | "&")).is_some_and(|at| at > 0 && at <= 4)
        && !next.iter().any(|word| matches!(*word, "who" | "which" | "where" | "she" | "he" | "is" | "was"))
}

/// What stands before "led by": the role of whoever follows. `holder` is where the name, or the post, begins.
pub(super) fn done_to(text: &str, holder: usize) -> Option<Deed> {
    let before = text[..holder].trim_end();
    let lower = before.to_ascii_lowercase();
    if let Some(deed) = rests_with(before) {
        return Some(deed);
    }
    let by = ["by", "by our", "by the", "by its", "by a", "jointly by", "by their"]
        .into_iter()
        .filter(|by| lower.ends_with(&format!(" {by}")))
        .max_by_key(|by| by.len())?;
    let head = &before[..before.len() - by.len()];
    let trimmed = head.trim_end();
    let words: Vec<(usize, &str)> = trimmed
        .split(' ')
        .map(|word| (word.as_ptr() as usize - trimmed.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
        .collect();
    // "discharged for the ICB by": the participle may stand some words back.
    let (participle, deed) = words.iter().enumerate().rev().take(7).find_map(|(index, (_, word))| {
        let word = word.to_lowercase();
        PASSIVE.iter().find(|(past, _)| *past == word).map(|(_, deed)| (index, *deed))
    })?;
    let mut end = participle;
    let mut past = false;
    while end > 0 {
        let word = words[end - 1].1.to_lowercase();
        match word.as_str() {
            "is" | "are" | "be" | "being" | "been" | "will" | "has" | "have" | "jointly" | "currently" | "now"
            | "who" | "which" | "and" | "ably" => end -= 1,
            "was" | "were" | "had" | "formerly" | "previously" => {
                past = true;
                end -= 1;
            }
            _ => break,
        }
    }
    if end == 0 {
        return None;
    }
    let stop = words[end - 1].0 + words[end - 1].1.len();
    let subject = trimmed[..stop].trim_end_matches([',', ' ', '(', '–']);
    let start = subject.rfind([';', ':', '|']).map_or(0, |at| at + 1);
    let subject = subject[start..].trim_start();
    // What opens the sentence says when, not what.
    let opening = subject.split_once(" the ").filter(|(opening, _)| {
        opening.to_lowercase().starts_with("until ") || opening.to_lowercase().starts_with("since ")
    });
    let subject = opening.map_or(subject, |(_, rest)| rest);
    (!subject.is_empty() && subject.split(' ').count() <= 28).then(|| Deed {
        role: format!("{deed} {}", lower_first(subject)),
        range: start..holder,
        past,
    })
}

/// "Executive responsibility for children rests with".
fn rests_with(before: &str) -> Option<Deed> {
    let mut trimmed = before;
    for word in [" the", " our", " its"] {
        trimmed = trimmed.strip_suffix(word).unwrap_or(trimmed);
    }
    let verb =
        [" rests with", " lies with", " sits with", " falls to", " is with", " is assigned to", " is delegated to"]
            .into_iter()
            .find(|verb| trimmed.ends_with(verb))?;
    let subject = trimmed[..trimmed.len() - verb.len()].trim();
    let responsible = ["responsib", "accountab", "leadership", "portfolio", "brief", "lead "]
        .iter()
        .any(|word| subject.to_lowercase().contains(word));
    let short = subject.split(' ').count() <= 20 && !subject.contains(['.', ';', ':']);
    (responsible && short).then(|| Deed { role: lower_first(subject), range: 0..before.len(), past: false })
}

/// A sentence's first letter lowered, unless the word is an acronym or a name.
fn lower_first(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let plain = matches!(
        first,
        "The"
            | "Our"
            | "This"
            | "These"
            | "Its"
            | "A"
            | "An"
            | "Work"
            | "Duties"
            | "Each"
            | "It"
            | "All"
            | "Responsibility"
            | "Delivery"
            | "Oversight"
    );
    if plain { text[..1].to_lowercase() + &text[1..] } else { text.to_owned() }
}

/// "took up that post in November"
pub(super) fn takes_up_post(behind: &str) -> bool {
    let lower = behind.trim_start_matches([' ', ',']).to_lowercase();
    let lower = lower.strip_prefix("who ").unwrap_or(&lower);
    let verb = [
        "took up ",
        "takes up ",
        "took on ",
        "holds ",
        "fills ",
        "was appointed to ",
        "has held ",
        "occupies ",
        "has taken up ",
        "is in ",
        "joined us in ",
    ]
    .into_iter()
    .find(|verb| lower.starts_with(verb));
    verb.is_some_and(|verb| {
        let rest = &lower[verb.len()..];
        [
            "that post",
            "this post",
            "the post",
            "that role",
            "this role",
            "the role",
            "that position",
            "this position",
            "that brief",
            "this brief",
        ]
        .iter()
        .any(|post| rest.starts_with(post))
    })
}

//! Organisations: the capitalised words that end in a body's noun.

use std::ops::Range;

use super::words::{BODIES, TITLES, Word, words};

/// Nouns for posts.
const POSTS: &[&str] = &[
    "executive",
    "officer",
    "director",
    "nurse",
    "lead",
    "head",
    "chair",
    "manager",
    "member",
    "leader",
    "sponsor",
    "commissioner",
    "inspector",
    "sro",
    "doctor",
    "managing",
    "chief",
    "strategic",
    "corporate",
    "interim",
    "co-chair",
    "vice-chair",
    "chairman",
    "principal",
    "headteacher",
    "trustee",
    "president",
    "treasurer",
    "advisor",
    "adviser",
    "coordinator",
    "ceo",
    "cfo",
    "coo",
    "cno",
    "cmo",
    "dco",
    "dcs",
];

/// Posts whose "of" brings a subject, not a body: "Director of Nursing", but "Chief Executive of".
const OF_SUBJECT: &[&str] = &["director", "head", "manager", "officer", "nurse", "lead", "deputy"];

/// Words that join the parts of a body's name.
pub(super) const JOINING: &[&str] = &["of", "and", "for", "the", "&", "on", "upon", "with"];

/// The organisations in a text, in order.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    among(text, &words(text))
}

/// The organisations among the words of a text, in order.
pub(super) fn among(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = run(text, words, at);
        if end > at {
            if let Some(range) = body(words, at, end) {
                found.push(range);
            }
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether words by themselves name a body.
pub(super) fn is_body(text: &str) -> bool {
    let found = find(text);
    let covered: usize = found.iter().map(Range::len).sum();
    covered * 3 >= text.trim().len() * 2 && covered > 0
}

/// Whether words by themselves name a body that people are employed by, not a board or a programme.
pub(super) fn is_employer(text: &str) -> bool {
    let last = text.rsplit(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
    let last = last.unwrap_or_default().to_lowercase();
    let noun = matches!(last.as_str(), "council" | "icb" | "trust" | "ft" | "police" | "constabulary" | "hospitals");
    is_body(text) && (noun || text.to_lowercase().ends_with("integrated care board"))
}

/// The noun of another body that owns what follows: "the trust's executive lead".
pub(super) fn possessor(before: &str) -> Option<String> {
    let owner = before.trim_end().rsplit(' ').next()?.to_lowercase().replace('’', "'");
    let noun = owner.strip_suffix("'s").or_else(|| owner.strip_suffix('\''))?;
    matches!(
        noun,
        "trust"
            | "council"
            | "hospital"
            | "authority"
            | "provider"
            | "college"
            | "school"
            | "university"
            | "constabulary"
    )
    .then(|| noun.to_owned())
}

/// The other body for which somebody leads: "leads on safeguarding for Quillmoor Police".
pub(super) fn led_for(role: &str) -> Option<String> {
    let body = find(role).into_iter().find(|body| {
        let before = role[..body.start].trim_end();
        let before = before.strip_suffix(" the").unwrap_or(before);
        [" for", " at", " of", " in"].iter().any(|word| before.ends_with(word))
    })?;
    Some(role[body].to_owned()).filter(|body| is_other(body))
}

/// One past the last word of capitalised words in a row.
fn run(text: &str, words: &[Word<'_>], first: usize) -> usize {
    if !is_proper(&words[first]) {
        return first;
    }
    let mut end = first + 1;
    let mut at = end;
    while at < words.len() && at < first + 14 {
        let gap = &text[words[at - 1].range.end..words[at].range.start];
        let joins = matches!(gap, " " | " & " | "’s " | "'s " | "’ ");
        // "Bedfordshire, Luton and Milton Keynes ICB": a comma may stand between names of places.
        let lists = gap == ", " && is_proper(&words[at]) && words[first].lower == "nhs";
        if !joins && !lists {
            break;
        }
        if is_proper(&words[at]) {
            end = at + 1;
        } else if !JOINING.contains(&words[at].lower.as_ref()) && words[at].lower != "former" {
            break;
        }
        at += 1;
    }
    end
}

pub(super) fn is_proper(word: &Word<'_>) -> bool {
    word.is_capitalised()
        && !word.is_address()
        && !TITLES.contains(word.lower.as_ref())
        && !matches!(
            word.lower.as_ref(),
            "the"
                | "our"
                | "a"
                | "in"
                | "at"
                | "for"
                | "her"
                | "his"
                | "he"
                | "she"
                | "we"
                | "on"
                | "and"
                | "out"
                | "chair"
                | "chief"
                | "director"
        )
}

/// The body named by words: up to the last noun for a body.
fn body(words: &[Word<'_>], first: usize, end: usize) -> Option<Range<usize>> {
    // "Chief Executive of the Quillmoor ICB": the post is no part of the body's name.
    let first = (first..end).rev().find(|&at| POSTS.contains(&words[at].lower.as_ref())).map_or(first, |at| at + 1);
    let first = (first..end).find(|&at| is_proper(&words[at]))?;
    let first = behind_subject(words, first, end).unwrap_or(first);
    // "Programme Manager, Young People NHS Quillmoor ICB": but "Quillmoor Hospitals NHS Trust".
    let opens = |at: &usize| {
        let next = words.get(at + 1).map_or("", |word| word.lower.as_ref());
        let trust = matches!(next, "foundation" | "trust" | "trusts" | "ft" | "university" | "hospital" | "hospitals");
        words[*at].lower == "nhs" && at + 2 < end && !trust
    };
    let first = (first..end).rev().find(opens).unwrap_or(first);
    let mut last = (first..end).rev().find(|&at| BODIES.contains(words[at].lower.as_ref()));
    // "London Borough of Quillmoor": what follows is its name.
    if let Some(at) =
        last.filter(|&at| words[at].lower == "borough" && at > first && at + 2 < end && words[at + 1].lower == "of")
    {
        last = (at..end).rev().find(|&at| is_proper(&words[at]));
    }
    let nhs = words[first].lower == "nhs" && end > first + 1;
    let alone = last.is_none_or(|last| last == first)
        && !matches!(words[first].lower.as_ref(), "ofsted" | "cqc" | "icb" | "icp");
    match last {
        Some(_) if alone && !nhs => None,
        Some(last) if last > first || !(alone || nhs) => Some(words[first].range.start..words[last].range.end),
        _ if nhs => Some(words[first].range.start..words[end - 1].range.end),
        _ => None,
    }
}

/// "Director of Nursing for Quillmoor ICB": the subject belongs to the post, and the body begins behind "for".
fn behind_subject(words: &[Word<'_>], first: usize, end: usize) -> Option<usize> {
    let post = first.checked_sub(2).map(|at| words[at].lower.as_ref())?;
    if words[first - 1].lower != "of" || !OF_SUBJECT.contains(&post) {
        return None;
    }
    let joins = (first..end).find(|&at| words[at].lower == "for")?;
    let body = (first..joins).any(|at| BODIES.contains(words[at].lower.as_ref()));
    (joins + 1..end).find(|&at| !body && is_proper(&words[at]))
}

/// Whether an organisation is not the integrated care board or partnership whose plan this is: a council, a provider, a
/// national body, a body that is no more, a neighbour.
pub(super) fn is_other(organisation: &str) -> bool {
    let lower = organisation.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let care_board = has(&["icb", "icp", "ics"]) || lower.contains("integrated care");
    if has(&[
        "former",
        "predecessor",
        "predecessors",
        "neighbouring",
        "neighbour",
        "neighbor",
        "another",
        "nearby",
        "door",
        "abolished",
        "ccg",
        "ccgs",
    ]) || lower.contains("clinical commissioning")
    {
        return true;
    }
    if lower.contains("nhs england")
        || has(&["national", "ofsted", "cqc", "dhsc", "department", "ministry", "parliament", "royal"])
    {
        return true;
    }
    !care_board
        && has(&[
            "council",
            "councils",
            "borough",
            "county",
            "city",
            "authority",
            "trust",
            "ft",
            "hospital",
            "hospitals",
            "constabulary",
            "police",
            "school",
            "schools",
            "college",
            "university",
            "academy",
            "hospice",
            "charity",
            "healthwatch",
            "safeguarding",
            "commission",
            "provider",
        ])
}

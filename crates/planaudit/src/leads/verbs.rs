//! Verbs of leading, and how far what they govern goes.

/// Nouns for what a leader holds.
pub(super) const BRIEFS: &[&str] = &[
    "responsibility",
    "responsibilities",
    "accountability",
    "portfolio",
    "brief",
    "briefs",
    "remit",
    "lead",
    "leadership",
    "ownership",
    "oversight",
    "sponsorship",
    "role",
    "post",
    "position",
    "seat",
    "charge",
];

/// Verbs of leading: present, plain form, past.
const LEADING: &[[&str; 3]] = &[
    ["leads", "lead", "led"],
    ["co-leads", "co-lead", "co-led"],
    ["chairs", "chair", "chaired"],
    ["co-chairs", "co-chair", "co-chaired"],
    ["oversees", "oversee", "oversaw"],
    ["manages", "manage", "managed"],
    ["sponsors", "sponsor", "sponsored"],
    ["champions", "champion", "championed"],
    ["heads", "head", "headed"],
    ["represents", "represent", "represented"],
    ["directs", "direct", "directed"],
    ["steers", "steer", "steered"],
    ["runs", "run", "ran"],
    ["fronts", "front", "fronted"],
    ["owns", "own", "owned"],
    ["coordinates", "coordinate", "coordinated"],
];

/// Verbs that lead only with the words behind them: "answers for", "answers to the Board for".
const WITH_OBJECT: &[(&str, &[&str], bool)] = &[
    ("speaks", &["for", "on"], false),
    ("answers", &["for", "on"], false),
    ("accounts", &["for"], false),
    ("acts", &["for"], false),
    ("looks", &["after"], false),
    ("deals", &["with"], false),
    ("spoke", &["for"], true),
    ("answered", &["for"], true),
];

/// Verbs of holding, before a noun for what is held.
const HOLDING: &[(&str, bool)] = &[
    ("has", false),
    ("holds", false),
    ("carries", false),
    ("takes", false),
    ("bears", false),
    ("retains", false),
    ("assumes", false),
    ("provides", false),
    ("exercises", false),
    ("took", false),
    ("taken", false),
    ("assumed", false),
    ("hold", false),
    ("take", false),
    ("held", true),
    ("had", true),
];

/// Bytes of a verb of leading and its object, and whether it is past.
pub(super) fn phrase(rest: &str, plain: bool) -> Option<(usize, bool)> {
    let (verb, past) = verb(rest, plain)?;
    let role = rest[..object_end(rest, verb)].trim_end_matches([',', ' ']).trim_end_matches(" and");
    (role.len() > verb).then_some((role.len(), past))
}

/// Bytes of a verb of leading with what belongs to it, up to its object, and whether it is past. The plain form is a verb
/// only behind "will" and "to": "X, head of place" does nothing.
fn verb(rest: &str, plain: bool) -> Option<(usize, bool)> {
    let words: Vec<(usize, &str)> = rest
        .split(' ')
        .take(16)
        .map(|word| (word.as_ptr() as usize - rest.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
        .collect();
    let lower: Vec<String> = words
        .iter()
        .map(|(_, word)| word.trim_end_matches([',', '.', ';', ':', ')']).to_lowercase().replace('’', "'"))
        .collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    // Punctuation ends what a verb may take: "leads, in turn".
    let open = |at: usize| words.get(at).is_some_and(|(_, word)| !word.ends_with([',', '.', ';', ':', ')']));
    let end = |at: usize| words.get(at).map(|(start, word)| start + word.len());
    let at_level =
        |at: usize| if matches!(word(at), "at" | "on") && matches!(word(at + 2), "level") { at + 3 } else { at };
    let first = usize::from(word(0) == "has" && LEADING.iter().any(|[.., past]| *past == word(1)));
    if let Some([.., past]) = LEADING
        .iter()
        .find(|[present, bare, past]| word(first) == *present || word(first) == *past || plain && word(first) == *bare)
    {
        // "led by" is the other way round; "leads to" no leading.
        let other = matches!(word(first + 1), "by" | "to" | "us" | "up" | "");
        let heads_up = word(first + 1) == "up" && word(first).starts_with("head");
        return (open(first) && (!other || heads_up)).then_some((end(first)?, *past == word(first) && first == 0));
    }
    if let Some((_, joins, past)) = WITH_OBJECT.iter().find(|(verb, ..)| *verb == word(0)) {
        let to_body = if word(1) == "to" { (2..7).find(|&at| joins.contains(&word(at))) } else { None };
        let at = to_body.or_else(|| joins.contains(&word(at_level(1))).then(|| at_level(1)))?;
        return Some((end(at)?, *past));
    }
    if matches!(word(0), "is" | "was" | "remains" | "be") {
        let at =
            if matches!(word(1), "also" | "now" | "jointly" | "ultimately" | "personally" | "the") { 2 } else { 1 };
        let answers = matches!(word(at), "responsible" | "accountable" | "answerable");
        let joined = (at + 1..at + 7).find(|&next| word(next) == "for").filter(|_| answers);
        let charged = word(at) == "in" && word(at + 1) == "charge" && word(at + 2) == "of"
            || matches!(word(at), "charged" | "tasked" | "entrusted") && word(at + 1) == "with";
        let last = joined.or_else(|| charged.then_some(at + if word(at) == "in" { 2 } else { 1 }))?;
        return Some((end(last)?, word(0) == "was"));
    }
    // "sits on the Board for SEND", "sits on the Board with responsibility for"
    if matches!(word(0), "sits" | "serves" | "sat" | "served") && word(1) == "on" {
        let board = (2..6).find(|&at| word(at) == "board")?;
        let joined = match word(board + 1) {
            "for" | "as" => board + 1,
            "with" => (board + 2..board + 6).find(|&at| word(at) == "for")?,
            _ => return None,
        };
        return Some((end(joined)?, word(0).starts_with("sat") || word(0) == "served"));
    }
    let first = usize::from(matches!(word(0), "has" | "had") && matches!(word(1), "taken" | "assumed" | "held"));
    let (_, past) = HOLDING.iter().find(|(verb, _)| *verb == word(first))?;
    let limit = (first + 9).min(words.len());
    let held = (first + 1..limit).find(|&at| BRIEFS.contains(&word(at)))?;
    // Nothing but the brief's own words may stand before it: "has five years' experience in a lead" holds none.
    let close = (first + 1..held)
        .all(|at| open(at) && !matches!(word(at), "in" | "with" | "of" | "to" | "no" | "asked" | "our" | "their"));
    // "has appointed a lead" gives the lead to somebody else.
    let other = word(first + 1);
    let done = other.ends_with("ed")
        && !matches!(other, "delegated" | "shared" | "dedicated" | "combined" | "named" | "designated");
    let close = close && !done;
    // "holds the children's brief" says of what before the noun, "holds responsibility for children" behind it.
    // "holds three briefs: children and research" says it behind the colon.
    let lists = words[held].1.ends_with(':') && held + 1 < words.len();
    let last = if !lists && (held > first + 2 || !open(held) || held + 1 == words.len()) { first } else { held };
    if close { end(last).map(|end| (end, *past && first == 0)) } else { None }
}

/// Where what a verb governs ends.
pub(super) fn object_end(text: &str, from: usize) -> usize {
    let mut at = from;
    let mut listing = false;
    let words: Vec<&str> = text[from..].split_inclusive(' ').collect();
    let bare = |at: usize| {
        words.get(at).map_or("", |word| word.trim()).trim_end_matches([',', ';', '.', ':', ')']).to_lowercase()
    };
    for (index, part) in words.iter().enumerate() {
        let word = part.trim_end();
        let lower = word.to_lowercase();
        let level = matches!(lower.as_str(), "at" | "with" | "on")
            && (index + 1..index + 4).any(|at| matches!(bare(at).as_str(), "board" | "level" | "responsibility"));
        if index > 0 && !level && STOPS.contains(&lower.as_str()) {
            return at;
        }
        let end = at + word.len();
        at += part.len();
        if word.ends_with([';', '.', ':', '(', ')', '?', '!']) {
            return end - 1;
        }
        if word.ends_with(',') && !list_follows(&text[at..]) && !(listing && text[at..].starts_with("and ")) {
            return end - 1;
        }
        listing |= word.ends_with(',');
        if index > 18 {
            return end;
        }
    }
    text.len()
}

/// Words that begin something other than the object of a verb.
const STOPS: &[&str] = &[
    "to", "who", "which", "where", "until", "since", "but", "while", "from", "when", "at", "by", "with", "is", "are",
    "was", "has", "have", "will", "attends", "reports", "meets",
];

/// "safeguarding, quality and children": a short list goes on behind the comma.
fn list_follows(rest: &str) -> bool {
    let next: Vec<&str> = rest.split(' ').take(5).collect();
    next.iter().position(|word| matches!(*word, "and" | "&")).is_some_and(|at| {
        at > 0
            && !next.iter().take(at + 2).any(|word| {
                matches!(
                    *word,
                    "who" | "which" | "where" | "she" | "he" | "is" | "was" | "has" | "will" | "our" | "attends"
                )
            })
    })
}

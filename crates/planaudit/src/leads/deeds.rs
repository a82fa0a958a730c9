//! Roles said by a verb whose subject is the person: "leads our work on", "is responsible for", "holds the brief for".

use super::clause::Clause;

/// A role said by a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deed {
    /// The role, verb first.
    pub role: String,
    /// Said in the past.
    pub past: bool,
}

impl Deed {
    /// Whether it only points back at a post: "holds the post".
    pub(super) fn is_the_post(&self) -> bool {
        points_back(&self.role)
    }

    /// With what "it", "them" or "this work" means, from the words before or the sentence before.
    pub(super) fn about(mut self, before: &str, said: &str) -> Self {
        let lower = self.role.to_lowercase();
        let mut words = lower.split(' ').filter(|word| !matches!(*word, "for" | "on" | "the"));
        let pronoun = words.any(|word| matches!(word, "it" | "them" | "this" | "these" | "they" | "both"))
            || matches!(lower.split(' ').skip(1).collect::<Vec<_>>()[..], ["the", "work" | "programme"]);
        let meant = if before.trim().is_empty() { said } else { before.trim() };
        if pronoun && !meant.is_empty() {
            self.role = format!("{}: {meant}", self.role);
        }
        self
    }
}

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

/// Words that may stand between a person and the verb.
const PASSED_OVER: &[&str] = &[
    "who",
    "also",
    "currently",
    "now",
    "jointly",
    "and",
    "will",
    "still",
    "then",
    "therefore",
    "in",
    "turn",
    "continues",
    "to",
    "formally",
    "both",
    "has",
    "been",
    "was",
    "asked",
    "agreed",
    "chosen",
    "appointed",
    "nominated",
    "recently",
    "newly",
    "is",
    "it",
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
    behind(clause.text, name_end).or_else(|| behind(clause.text, post?.range.end)).or_else(|| {
        // "X joined us in May and leads on SEND": the one person of a sentence does all that it says.
        let alone = clause.parties.iter().all(|other| other.name == clause.parties[party].name);
        let rest = &clause.text[name_end..];
        let opens = alone && clause.parties[party].range.start <= 12;
        rest.match_indices(" and ")
            .filter(|_| opens)
            .find_map(|(at, and)| behind(clause.text, name_end + at + and.len()))
    })
}

/// "has given Ada Quill the children's brief"
pub(super) fn given(clause: &Clause<'_>, party: usize) -> Option<Deed> {
    let range = &clause.parties[party].range;
    let before = clause.text[..range.start].to_lowercase();
    let giving =
        before.split(' ').rev().take(9).any(|word| matches!(word, "given" | "gave" | "gives" | "handed" | "assigned"));
    let behind = clause.text[range.end..].trim_start_matches([',', ' ']);
    let words: Vec<&str> = behind.split(' ').take(9).collect();
    let article = matches!(words.first(), Some(&("the" | "its" | "our")));
    let brief = words.iter().position(|word| BRIEFS.contains(&word.trim_end_matches([',', '.', ';'])))?;
    let end = words[brief].as_ptr() as usize - behind.as_ptr() as usize + words[brief].len();
    // Whose gift it is says of what standing.
    let level = if before.contains("board") { " at Board level" } else { "" };
    let role = format!("holds{level} {}", behind[..object_end(behind, end).max(end)].trim_end_matches([',', '.', ' ']));
    (giving && article).then_some(Deed { role, past: false })
}

/// What the words from a byte on say is led.
pub(super) fn behind(text: &str, from: usize) -> Option<Deed> {
    let own = ["’s ", "'s "].iter().find_map(|ending| text[from..].strip_prefix(ending));
    if let Some(deed) = own.and_then(portfolio) {
        return Some(deed);
    }
    let mut rest = text[from..].trim_start_matches([')', '’', '\'']).trim_start_matches([' ', ',', '–']);
    // "X (of the Constabulary) chairs"
    if let Some(bracket) = rest.strip_prefix('(') {
        rest = bracket.split_once(')')?.1.trim_start();
    }
    let mut plain = false;
    for _ in 0..7 {
        if let Some((end, past)) = phrase(rest, plain) {
            return Some(Deed { role: rest[..end].to_owned(), past });
        }
        let (word, after) = rest.split_once(' ')?;
        let word = word.to_lowercase();
        if !PASSED_OVER.contains(&word.as_str()) {
            return None;
        }
        plain = matches!(word.as_str(), "will" | "to");
        rest = after.trim_start();
    }
    None
}

/// "Ada Quill's portfolio covers SEND"
pub(super) fn portfolio(rest: &str) -> Option<Deed> {
    let words: Vec<&str> = rest.split(' ').take(8).collect();
    let noun = words.iter().take(4).position(|word| BRIEFS.contains(word))?;
    let verb =
        ["covers", "cover", "includes", "include", "is", "are", "spans", "takes", "extends", "comprises", "embraces"];
    let verb = words.get(noun + 1).filter(|word| verb.contains(word))?;
    let from = verb.as_ptr() as usize - rest.as_ptr() as usize + verb.len();
    let role = rest[..object_end(rest, from)].trim_end_matches([',', ' ']);
    Some(Deed { role: role.to_owned(), past: false })
}

/// Bytes of a verb of leading and its object, and whether it is past.
pub(super) fn phrase(rest: &str, plain: bool) -> Option<(usize, bool)> {
    let (verb, past) = verb(rest, plain)?;
    let role = rest[..object_end(rest, verb)].trim_end_matches([',', ' ']);
    (role.len() > verb).then_some((role.len(), past))
}

/// "Who leads for children?", "Who is responsible for SEND:" – the role asked for, and where the question ends.
pub(super) fn asked(text: &str) -> Option<(Deed, usize)> {
    let end = text.find(['?', ':'])?;
    let rest = text[..end].strip_prefix("Who ").or_else(|| text[..end].split_once(". Who ").map(|(_, rest)| rest))?;
    let deed = behind(rest, 0).or_else(|| {
        let role = ["is our ", "is the ", "is "].into_iter().find_map(|is| rest.strip_prefix(is))?;
        Some(Deed { role: role.trim().to_owned(), past: false })
    })?;
    (!deed.past).then_some((deed, end + 1))
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
    let close = (first + 1..held).all(|at| {
        open(at) && !matches!(word(at), "in" | "with" | "of" | "to" | "no" | "and" | "asked" | "our" | "their")
    });
    // "has appointed a lead" gives the lead to somebody else.
    let other = word(first + 1);
    let done = other.ends_with("ed")
        && !matches!(other, "delegated" | "shared" | "dedicated" | "combined" | "named" | "designated");
    let close = close && !done;
    let long = held + 1 < words.len() && open(held);
    close.then(|| (if long { end(held) } else { end(first) }).map(|end| (end, *past && first == 0)))?
}

/// Where what a verb governs ends.
fn object_end(text: &str, from: usize) -> usize {
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

/// "took up that post in November", "has held that post since"
pub(super) fn takes_up_post(behind: &str) -> bool {
    let lower = behind.trim_start_matches([' ', ',']).to_lowercase();
    let lower = lower.strip_prefix("who ").unwrap_or(&lower);
    let words: Vec<&str> = lower.split(' ').collect();
    let verb = words.first().is_some_and(|word| {
        matches!(*word, "took" | "takes" | "holds" | "fills" | "has" | "was" | "occupies" | "is" | "joined" | "came")
    });
    verb && points_back(&lower)
}

/// "that post", "the role", and not "the role of executive lead": words for a post named before.
fn points_back(words: &str) -> bool {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',', '.', ';']).take(7).collect();
    (1..words.len()).any(|at| {
        matches!(words[at], "post" | "role" | "position" | "brief" | "office")
            && matches!(words[at - 1], "that" | "this" | "the")
            && !matches!(words.get(at + 1), Some(&("of" | "for" | "as")))
    })
}

//! Roles said by a verb whose subject is the person: "leads our work on", "is responsible for", "holds the brief for".

use super::clause::Clause;
use super::verbs::{BRIEFS, object_end, phrase};

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

    /// Whether its verb stands in the present: "leads", "is responsible", not "run" of a service that nurses run.
    pub(super) fn is_present(&self) -> bool {
        self.role.split(' ').next().is_some_and(|verb| verb.ends_with('s'))
    }

    /// With what "it", "them" or "this work" means, from the words before or the sentence before.
    pub(super) fn about(mut self, before: &str, said: &str) -> Self {
        let lower = self.role.to_lowercase();
        let mut words = lower.split(' ').filter(|word| !matches!(*word, "for" | "on" | "the"));
        let object = lower.split(' ').skip(1).collect::<Vec<_>>();
        let pronoun = words.any(|word| matches!(word, "it" | "them" | "this" | "these" | "they" | "both"))
            || matches!(object[..], ["the", "work" | "programme"]);
        let before = before.trim();
        // "It is led by", "the group is led by": what is meant stands in the sentence before.
        let opens = matches!(before.split(' ').next(), Some("It" | "This" | "They" | "These"));
        let group = matches!(object[..], ["the", noun] if is_group(noun))
            && matches!(said.split(' ').next(), Some("The" | "Our" | "This"))
            && said
                .split(' ')
                .take(7)
                .any(|word| word.starts_with(char::is_uppercase) && is_group(&word.to_lowercase()));
        let meant = if before.is_empty() || opens || group { said } else { before };
        if (pronoun || group) && !meant.is_empty() {
            self.role = format!("{}: {meant}", self.role);
        }
        self
    }
}

/// Nouns for those who meet under a lead or a chair.
fn is_group(noun: &str) -> bool {
    matches!(
        noun,
        "group" | "board" | "alliance" | "partnership" | "network" | "forum" | "collaborative" | "committee" | "team"
    )
}

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
    let mut opening = rest.split(' ');
    if opening.next().is_some_and(|word| word.ends_with("chairs")) && opening.next() == Some("of") {
        return None;
    }
    let mut plain = false;
    for _ in 0..7 {
        if let Some((end, past)) = phrase(rest, plain) {
            // "appointed Ada Quill to lead its services": somebody else's.
            let others = rest[..end].split(' ').nth(1).is_some_and(|word| matches!(word, "its" | "their"));
            if plain && others {
                return None;
            }
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

/// "took up that post in November", "has held that post since"
pub(super) fn takes_up_post(behind: &str) -> bool {
    let lower = behind.trim_start_matches([' ', ',']).to_lowercase();
    let lower = lower.strip_prefix("who ").unwrap_or(&lower);
    let words: Vec<&str> = lower.split(' ').collect();
    let verb = words.first().is_some_and(|word| {
        matches!(*word, "took" | "takes" | "holds" | "fills" | "has" | "was" | "occupies" | "is" | "joined" | "came")
    });
    let taken =
        ["picked it up", "took it on", "took it over", "taken it on", "taken it over", "has it now", "holds it now"];
    let takes_it = |words: &str| taken.iter().any(|taken| words.starts_with(taken));
    verb && points_back(lower) || takes_it(lower) || lower.strip_prefix("has ").is_some_and(takes_it)
}

/// What a sentence without a subject says of the person before it: "Leads on: quality, children", "Portfolio: SEND".
pub(super) fn without_subject(text: &str) -> Option<Deed> {
    let text = text.trim_start_matches(['–', '-', '•', ' ']);
    if let Some((label, rest)) = text.split_once(':')
        && !rest.trim().is_empty()
        && label.split(' ').count() <= 5
    {
        let lower = label.to_lowercase();
        let mut words = lower.split(' ');
        let first = words.next().unwrap_or_default();
        let leads = matches!(first, "leads" | "lead" | "responsible" | "accountable")
            || BRIEFS.contains(&first)
            || words.any(|word| BRIEFS.contains(&word) || matches!(word, "portfolios" | "leads" | "responsible"));
        return leads.then(|| Deed { role: text.trim_end_matches(['.', ' ']).to_owned(), past: false });
    }
    let lower = text.to_lowercase();
    if ["responsible for ", "accountable for "].iter().any(|opening| lower.starts_with(opening)) {
        return Some(Deed { role: text.trim_end_matches(['.', ' ']).to_owned(), past: false });
    }
    let (end, past) = phrase(text, false)?;
    (!past && text.split(' ').next().is_some_and(|verb| verb.ends_with('s')))
        .then(|| Deed { role: text[..end].to_owned(), past })
}

/// "that post", "the role", and not "the role of executive lead": words for a post named before.
fn points_back(words: &str) -> bool {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',', '.', ';']).take(7).collect();
    (1..words.len()).any(|at| {
        matches!(
            words[at],
            "post" | "role" | "position" | "brief" | "office" | "portfolio" | "duties" | "responsibilities"
        ) && matches!(words[at - 1], "that" | "this" | "the" | "his" | "her" | "their")
            && !matches!(words.get(at + 1), Some(&("of" | "for" | "as")))
    })
}

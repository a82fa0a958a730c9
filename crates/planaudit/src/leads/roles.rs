//! Roles: the words around "lead", "director", "nurse" and their like that say what post or brief somebody holds.

use std::ops::Range;

use super::names::Name;
use super::words::{NOT_NAMES, Word, words};

/// A role as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Role {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Said of each of many, not of one post: "each school's SENCO".
    pub generic: bool,
    /// Held by several: "joint executive leads".
    pub plural: bool,
}

/// Nouns for the holder of a role.
const HEADS: &[&str] = &[
    "lead", "co-lead", "executive", "director", "co-director", "officer", "sro", "nurse", "doctor", "chair", "co-chair", "vice-chair", "chairman", "chairwoman", "chairperson", "sponsor",
    "co-sponsor", "champion", "manager", "head", "dco", "dmo", "dcs", "dass", "dph", "cno", "cmo", "ceo", "cfo", "coo", "cpo", "cso", "scrutineer", "inspector", "hmi", "superintendent", "constable",
    "commissioner", "commander", "leader", "mayor", "governor", "trustee", "guardian", "ambassador", "headteacher", "principal", "president", "secretary", "treasurer", "consultant", "registrar",
    "analyst", "adviser", "advisor", "coordinator", "co-ordinator", "midwife", "paediatrician", "psychologist", "psychiatrist", "pharmacist", "surgeon", "physician", "practitioner", "gp", "minister",
    "mp", "administrator", "assistant", "facilitator", "owner", "convenor", "convener", "figurehead", "physiotherapist",
];

/// Nouns for several holders of a role.
const PLURALS: &[&str] = &["leads", "sponsors", "sros", "co-leads", "champions", "officers", "directors", "owners"];

/// Heads that need certain words before them to be a role.
fn needs(head: &str) -> Option<&'static [&'static str]> {
    match head {
        "owner" => Some(&["responsible", "senior", "programme", "project", "risk", "executive", "system", "named", "accountable", "sro"]),
        "executive" => Some(&["chief", "accountable", "responsible", "lead", "board", "icb", "named", "nominated", "designated", "our", "senior", "non"]),
        "member" => Some(&["board", "lead", "cabinet", "partner", "non-executive", "executive", "voting", "lay"]),
        "partner" => Some(&["safeguarding"]),
        "person" => Some(&["lead", "named", "accountable", "responsible", "contact"]),
        "holder" => Some(&["portfolio", "brief"]),
        "professional" => Some(&["designated", "named"]),
        "consultant" | "practitioner" | "assistant" | "surgeon" | "physician" | "doctor" | "nurse" | "inspector" | "leader" | "guardian" => Some(&[]),
        _ => None,
    }
}

/// Words in lower case that may stand before a head as part of the role.
const MODIFIERS: &[&str] = &[
    "executive", "exec", "senior", "responsible", "accountable", "chief", "board", "board-level", "board's", "director-level", "lead", "named", "nominated", "designated", "joint", "deputy", "interim",
    "acting", "clinical", "strategic", "national", "regional", "local", "programme", "project", "medical", "nursing", "nurse", "operating", "finance", "people", "digital", "information", "independent",
    "associate", "assistant", "non-executive", "executive-level", "children's", "safeguarding", "delegated", "send", "public", "health", "mental", "managing", "corporate", "system", "partnership",
    "place", "service", "quality", "strategy", "operational", "commissioning", "transformation", "maternity", "former", "lay", "voting", "cabinet", "portfolio", "brief", "vice", "all-age", "consultant",
];

/// Words that cannot be part of a role.
const STOPS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "do", "does", "did", "who", "whom", "which",
    "that", "whose", "where", "when", "while", "whilst", "since", "until", "till", "from", "during", "after", "before", "because", "although", "though", "if", "unless", "so", "than", "then", "but", "or", "nor", "not", "no",
    "he", "she", "they", "we", "it", "you", "i", "his", "her", "their", "your", "my", "leads", "led", "leading", "chairs", "chaired", "oversees", "overseen", "manages", "managed", "holds", "held", "sits", "attends", "attend",
    "reports", "report", "said", "says", "signed", "writes", "took", "takes", "joined", "retired", "left", "became", "becomes", "remains", "serves", "acts", "works", "welcomes", "answers", "brings", "supports", "supported", "by",
    "via", "through", "at", "as", "about", "under", "over", "into", "onto", "below", "above", "per", "each", "every", "any", "this", "these", "those", "there", "here", "also", "meets", "convenes", "presents", "chairing",
    "to", "opened", "opens", "gives", "gave", "told", "co-chairs", "sponsors", "represents", "speaks", "appointed",
];

/// Subjects of roles: with one of these, capitalised words behind a comma still belong to the role.
const SUBJECTS: &[&str] = &[
    "children", "people", "families", "adults", "services", "health", "quality", "nursing", "strategy", "finance", "education", "learning", "partnerships", "transformation", "safeguarding", "send", "inclusion", "care", "inequalities",
    "mental", "lifestyles", "wellbeing", "commissioning", "communities", "integration", "performance", "delivery", "governance", "place", "digital", "data", "workforce", "youth", "disabilities", "disability", "autism", "maternity",
    "estates", "primary", "urgent", "prevention", "skills", "culture", "cyp", "improvement", "operations", "c&yp", "bcyp",
];

/// The roles in a text, in order; none overlaps a name.
pub(super) fn phrases(text: &str, words: &[Word<'_>], names: &[Name]) -> Vec<Role> {
    let reader = Reader { text, words, named: named(words, names) };
    let mut found: Vec<Role> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !reader.is_head(at) {
            at += 1;
            continue;
        }
        let (first, generic) = reader.first_of(at);
        let end = reader.end_of(at);
        let plural = PLURALS.contains(&reader.lower(at));
        let role = Role { range: reader.bytes(first, end), generic, plural };
        match found.last_mut() {
            Some(before) if role.range.start < before.range.end || chains(&text[before.range.end..role.range.start]) => {
                before.range.end = role.range.end.max(before.range.end);
                before.generic |= role.generic;
            }
            _ => found.push(role),
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether a role stands beside a name: a comma, a bracket or a colon between them, or nothing.
pub(super) fn stands_beside(text: &str, words: &[Word<'_>], name: &Range<usize>) -> bool {
    let names = [Name { range: name.clone(), strength: super::names::Strength::Possible }];
    phrases(text, words, &names).iter().any(|role| {
        let gap = if role.range.end <= name.start { &text[role.range.end..name.start] } else { &text[name.end.min(role.range.start)..role.range.start] };
        matches!(gap.trim(), "," | ":" | "(" | "–" | "-" | "—")
            || matches!(gap.trim(), "is" | "is our" | "is the" | "is its" | ", our" | ", the" | ", who is")
    })
}

/// Whether words by themselves are a role and nothing else, such as a cell of a table or a line of a signature.
pub(super) fn is_role_alone(text: &str) -> bool {
    let words = words(text);
    let found = phrases(text, &words, &[]);
    let mut covered: usize = found.iter().map(|role| role.range.len()).sum();
    if found.is_empty() {
        return false;
    }
    // The body may stand behind the post.
    covered += super::organisations::find(text).iter().filter(|body| found.iter().all(|role| role.range.end <= body.start)).map(Range::len).sum::<usize>();
    let start = found.first().map_or(usize::MAX, |role| role.range.start);
    words.len() <= 24 && start <= 24 && covered * 2 >= text.trim().len().min(60)
}

/// Whether two roles joined by these words are one: "Chief Nurse and executive lead for children".
fn chains(gap: &str) -> bool {
    matches!(gap.trim(), "and" | "&" | "/" | ", and" | "and our" | "and the" | "and its" | "and ICB" | "and joint" | "")
}

fn named(words: &[Word<'_>], names: &[Name]) -> Vec<bool> {
    words
        .iter()
        .map(|word| names.iter().any(|name| name.range.start < word.range.end && word.range.start < name.range.end))
        .collect()
}

struct Reader<'a, 't> {
    text: &'t str,
    words: &'a [Word<'t>],
    named: Vec<bool>,
}

impl Reader<'_, '_> {
    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    /// What stands before a word.
    fn gap(&self, at: usize) -> &str {
        match (at.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(at)) {
            (Some(before), Some(word)) => &self.text[before.range.end..word.range.start],
            _ => "\n",
        }
    }

    fn spaced(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let apart = gap.trim_start_matches(['’', '\'']).trim_start_matches('s');
        apart == " " || (gap.starts_with(['’', '\'']) && apart.trim().is_empty())
    }

    fn is_head(&self, at: usize) -> bool {
        if self.named[at] {
            return false;
        }
        let head = self.lower(at);
        let before = if at > 0 && (self.spaced(at) || self.gap(at) == ". ") { self.lower(at - 1) } else { "" };
        let next = if self.words.get(at + 1).is_some() && self.spaced(at + 1) { self.lower(at + 1) } else { "" };
        if matches!(head, "member" | "partner" | "person" | "holder" | "professional") {
            return needs(head).is_some_and(|words| words.contains(&before));
        }
        if PLURALS.contains(&head) {
            return matches!(before, "executive" | "exec" | "joint" | "senior" | "board" | "clinical" | "strategic" | "named" | "responsible" | "co" | "icb" | "programme" | "safeguarding") && !matches!(next, "to" | "in" | "on" | "us");
        }
        if !HEADS.contains(&head) {
            return false;
        }
        match head {
            "lead" => {
                let verb = matches!(before, "to" | "will" | "would" | "can" | "could" | "should" | "may" | "must" | "who" | "and" | "we" | "they" | "not" | "jointly" | "helped" | "help" | "also" | "in")
                    && !self.words[at].is_capitalised();
                let thing = ["provider", "providers", "agency", "agencies", "employer", "commissioner", "commissioners", "time", "times", "school", "to", "in", "paint", "poisoning", "pipes", "up", "on", "partner"].contains(&next)
                    && !(next == "on" && !before.is_empty() && !verb);
                let modifies = HEADS.contains(&next) || matches!(next, "member" | "professional" | "person");
                !verb && !thing && !modifies
            }
            "head" => next == "of" || next == "teacher" || self.words[at].is_capitalised() && next == "for",
            "executive" | "owner" => {
                let modifies = HEADS.contains(&next) || matches!(next, "board" | "committee" | "group" | "team" | "summary" | "member" | "leads" | "directors" | "leaders" | "nurse" | "medical" | "management" | "level");
                let plain = next == "for" || next == "responsible" || self.gap(at + 1).starts_with([',', ':', ')', '.']) || next.is_empty();
                !modifies && needs(head).is_some_and(|words| words.contains(&before)) && (plain || before == "chief" || head == "owner" || before == "accountable")
            }
            "chair" => before != "in" && before != "to" && before != "the" || self.gap(at + 1).starts_with(',') || next == "of",
            "mp" | "hmi" | "gp" => self.words[at].is_acronym() && !matches!(next, "practice" | "practices" | "appointment" | "appointments" | "surgery" | "registrations" | "registers" | "patient" | "lead" | "led"),
            "nurse" | "doctor" | "surgeon" | "physician" | "guardian" | "consultant" | "practitioner" | "inspector" | "leader" | "assistant" => {
                !HEADS.contains(&next) && (self.is_modifier(at.wrapping_sub(1)) && self.spaced(at) || self.words[at].is_capitalised() && next == "of")
            }
            "director" | "manager" | "officer" | "commissioner" | "secretary" | "governor" => !HEADS.contains(&next) && (self.words[at].is_capitalised() || at > 0 && self.is_modifier(at - 1) || matches!(next, "of" | "for")),
            "minister" | "mayor" | "president" | "principal" | "champion" | "figurehead" | "analyst" | "midwife" | "registrar" | "administrator" => {
                self.words[at].is_capitalised() || matches!(next, "for" | "of") || at > 0 && self.is_modifier(at - 1)
            }
            _ => true,
        }
    }

    /// Whether a word may stand before a head as part of the role.
    fn is_modifier(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        if self.named[at] || word.is_address() {
            return false;
        }
        let lower = word.lower.as_str();
        MODIFIERS.contains(&lower) || HEADS.contains(&lower) || word.is_capitalised() && !is_small(lower) && !word.text.chars().all(char::is_numeric)
    }

    /// The first word of the role a head belongs to, and whether it is said of each of many.
    fn first_of(&self, head: usize) -> (usize, bool) {
        let mut first = head;
        while first > 0 {
            let before = first - 1;
            let close = self.spaced(first) || self.gap(first) == "-" || self.gap(first) == ". " && matches!(self.lower(before), "exec" | "dep" | "asst") || self.gap(first) == "/";
            if !close {
                break;
            }
            if self.is_modifier(before) {
                first = before;
            } else if matches!(self.lower(before), "and" | "of" | "for" | "&") && before > 0 && self.spaced(before) && self.is_modifier(before - 1)
                && self.words[first].is_capitalised() && self.words[before - 1].is_capitalised() && self.lower(before) == "and"
            {
                first = before - 1;
            } else {
                break;
            }
        }
        // "Children and Young People" is one subject, "Chief Nursing and Quality Officer" one title.
        let generic = first > 0 && matches!(self.lower(first - 1), "each" | "every" | "any" | "no" | "many" | "all" | "neither")
            || (first..=head).any(|at| matches!(self.lower(at), "each" | "every" | "any"))
            || first > 1 && self.words[first - 1].possessive && matches!(self.lower(first.saturating_sub(2)), "each" | "every" | "any");
        (first, generic)
    }

    /// One past the last word of the role.
    fn end_of(&self, head: usize) -> usize {
        let mut end = head + 1;
        if self.words.get(end).is_none() || self.named[end] {
            return end;
        }
        let opens = matches!(self.lower(end), "of" | "for" | "with" | "responsible" | "accountable" | "on" | "in") && self.spaced(end)
            && !(self.lower(end) == "with" && !matches!(self.lower(end + 1), "responsibility" | "executive" | "lead" | "oversight" | "the" | "board"))
            && !(self.lower(end) == "in" && self.lower(end + 1) != "charge");
        if opens {
            let complement = self.complement(end + 1);
            end = if complement > end + 1 { complement } else { end };
        } else {
            while end < self.words.len() && self.spaced(end) && !self.named[end] && self.continues_bare(end) {
                end += 1;
            }
            while end > head + 1 && matches!(self.lower(end - 1), "and" | "of" | "for" | "&" | "the") {
                end -= 1;
            }
        }
        end = self.bracket(end);
        end = self.subject(end);
        end
    }

    fn continues_bare(&self, at: usize) -> bool {
        let word = &self.words[at];
        if self.starts_organisation(at) {
            return false;
        }
        if matches!(word.lower.as_str(), "and" | "of" | "for" | "&") {
            return self.words.get(at + 1).is_some_and(|next| self.spaced(at + 1) && !self.named[at + 1] && next.is_capitalised() && !self.starts_organisation(at + 1) && !is_small(&next.lower));
        }
        word.is_capitalised() && !word.is_address() && !is_small(&word.lower) && NOT_NAMES.contains(word.lower.as_str())
    }

    fn starts_organisation(&self, at: usize) -> bool {
        matches!(self.lower(at), "nhs" | "healthwatch" | "ofsted" | "cqc")
    }

    /// One past the last word of what follows "for" or "of".
    fn complement(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(word) = self.words.get(at) {
            if at > from {
                let gap = self.gap(at);
                let comma = gap.trim_end() == ",";
                let plain = self.spaced(at) || matches!(gap, "/" | " & " | " + " | "-" | "’ " | "' ");
                if !plain && !(comma && self.list_goes_on(at)) {
                    break;
                }
            }
            if self.named[at] || word.is_address() || STOPS.contains(&word.lower.as_str()) || self.is_new_role(at) {
                break;
            }
            if matches!(word.lower.as_str(), "in" | "on" | "with") && at > from && self.lower(at + 1) != "care" {
                break;
            }
            at += 1;
        }
        while at > from && matches!(self.lower(at - 1), "and" | "of" | "for" | "the" | "our" | "&" | "a" | "with" | "its" | "former" | "predecessor") {
            at -= 1;
        }
        at
    }

    /// Whether "and" or a comma here begins another role rather than another subject.
    fn is_new_role(&self, at: usize) -> bool {
        if !matches!(self.lower(at), "and" | "&") {
            return false;
        }
        let start = at + 1;
        (start..(start + 5).min(self.words.len())).take_while(|&next| next == start || self.spaced(next)).any(|next| self.is_head(next))
            || self.named.get(start).copied().unwrap_or(false)
    }

    /// Whether a list of subjects goes on behind the comma before this word, closed by "and".
    fn list_goes_on(&self, from: usize) -> bool {
        let mut length = 0;
        let mut at = from;
        let mut segments = 1;
        while let Some(word) = self.words.get(at) {
            let gap = if at > from { self.gap(at).trim() } else { "" };
            if self.named[at] || word.is_address() || STOPS.contains(&word.lower.as_str()) || self.is_head(at) {
                return false;
            }
            if at > from && gap == "," {
                segments += 1;
                length = 0;
            } else if at > from && !(gap.is_empty() || gap == "&" || gap == "/") {
                return false;
            }
            if matches!(word.lower.as_str(), "and" | "&") || gap == "&" {
                // The words behind "and" must not be what the sentence goes on with.
                return self.words.get(at + 1).is_some_and(|next| !STOPS.contains(&next.lower.as_str()) && !self.named[at + 1])
                    && !(length == 0 && segments == 1)
                    || length == 0 && segments > 1;
            }
            length += 1;
            if length > 6 || segments > 5 {
                return false;
            }
            at += 1;
        }
        false
    }

    /// Takes in a bracket that qualifies the role: "(children)", "(Board-level SRO)".
    fn bracket(&self, end: usize) -> usize {
        if self.words.get(end).is_none() || self.gap(end).trim_start() != "(" {
            return end;
        }
        let mut at = end;
        while self.words.get(at).is_some() && at < end + 9 {
            if self.named[at] || self.words[at].is_address() {
                return end;
            }
            let close = self.text[self.words[at].range.end..].chars().take(3).collect::<String>();
            let closes = close.trim_start_matches(['’', '\'', 's']).starts_with(')');
            at += 1;
            if closes {
                return if matches!(self.lower(end), "page" | "see" | "table" | "section") { end } else { at };
            }
        }
        end
    }

    /// Takes in a subject set behind a comma or a dash: "Managing Director, Children and Young People Services".
    fn subject(&self, end: usize) -> usize {
        if self.words.get(end).is_none() || !matches!(self.gap(end), ", " | " – " | " - " | " — ") || self.starts_organisation(end) {
            return end;
        }
        let mut at = end;
        let mut about = false;
        while let Some(word) = self.words.get(at) {
            if at > end && !self.spaced(at) && self.gap(at) != " & " {
                break;
            }
            let small = matches!(word.lower.as_str(), "and" | "of" | "for" | "&" | "the");
            if self.named[at] || word.is_address() || !(small || word.is_capitalised()) || is_organisation_word(&word.lower) || self.is_head(at) {
                return end;
            }
            about |= SUBJECTS.contains(&word.lower.as_str());
            at += 1;
        }
        let labels = self.gap(at).starts_with(':') || self.words.get(at).is_none() && self.text.trim_end().ends_with(':');
        if (about || labels) && at - end <= 8 { at } else { end }
    }

    fn bytes(&self, first: usize, end: usize) -> Range<usize> {
        let start = self.words[first].range.start;
        let mut stop = self.words[end - 1].range.end;
        if self.words[end - 1].possessive {
            let rest = &self.text[stop..];
            stop += rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
        }
        let rest = &self.text[stop..];
        if rest.starts_with(')') && self.text[start..stop].matches('(').count() > self.text[start..stop].matches(')').count() {
            stop += 1;
        }
        start..stop
    }
}

fn is_organisation_word(lower: &str) -> bool {
    matches!(lower, "council" | "board" | "trust" | "icb" | "icp" | "nhs" | "constabulary" | "police" | "university" | "partnership" | "collaborative" | "ofsted" | "cqc")
}

/// Words that join others and are part of no title by themselves.
fn is_small(lower: &str) -> bool {
    STOPS.contains(&lower)
        || matches!(
            lower,
            "the" | "a" | "an" | "our" | "its" | "and" | "of" | "for" | "in" | "on" | "with" | "meanwhile" | "however" | "present" | "overall" | "for the" | "all" | "many" | "some" | "new" | "current" | "both" | "one"
        )
}

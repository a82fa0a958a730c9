//! A sentence, item or cell taken apart: people, roles, vacancies, organisations, and which of them stand together.

use std::ops::Range;

use super::names::{self, Strength};
use super::roles::{self, Role};
use super::words::words;
use super::{organisations, states};
use crate::assessment::LeadState;

/// A person spoken of in a clause.
#[derive(Debug, Clone)]
pub(super) struct Party {
    /// Bytes of the clause.
    pub range: Range<usize>,
    /// As printed; for a pronoun, the name it stands for.
    pub name: String,
    pub strength: Strength,
}

/// A clause taken apart.
pub(super) struct Clause<'t> {
    pub text: &'t str,
    pub parties: Vec<Party>,
    pub roles: Vec<Role>,
    pub vacancies: Vec<Range<usize>>,
    pub organisations: Vec<Range<usize>>,
}

/// What a role was bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    Party(usize),
    Nobody,
}

/// A role with its holder.
#[derive(Debug, Clone)]
pub(super) struct Binding {
    pub role: usize,
    pub holder: Holder,
    pub state: LeadState,
}

/// How a clause stands in its document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// A sentence: capitalised words are often places.
    Prose,
    /// A cell of a table.
    Apart,
    /// A cell or line where a person is expected: a name may stand alone.
    Holder,
}

impl<'t> Clause<'t> {
    /// Takes a text apart. `rules_out` says of a word that it is an ordinary one in this document; `before` is the person
    /// whom a pronoun stands for.
    pub(super) fn of(text: &'t str, setting: Setting, before: Option<&str>, rules_out: &dyn Fn(&str) -> bool) -> Self {
        let words = words(text);
        let vacancies = states::vacancies(text);
        let mut found = names::candidates(text, &words);
        let organisations = organisations::find(text);
        let in_body = |range: &Range<usize>| organisations.iter().any(|body| body.start < range.end && range.start < body.end);
        found.retain(|name| {
            name.strength > Strength::Possible || !in_body(&name.range) && !text[name.range.clone()].split_whitespace().any(rules_out)
        });
        let parties = |names: &[names::Name]| {
            let mut parties: Vec<Party> = names
                .iter()
                .map(|name| Party { range: name.range.clone(), name: text[name.range.clone()].to_owned(), strength: name.strength })
                .collect();
            if let Some(before) = before {
                let pronouns = words.iter().filter(|word| matches!(word.lower.as_str(), "she" | "he"));
                parties.extend(pronouns.map(|word| Party { range: word.range.clone(), name: before.to_owned(), strength: Strength::Sure }));
                parties.sort_by_key(|party| party.range.start);
            }
            parties
        };
        let mut clause = Self { text, parties: parties(&found), roles: roles::phrases(text, &words, &found), vacancies, organisations };
        if found.iter().any(|name| name.strength < Strength::Surname) {
            // Words that may be a name are one only where a role stands with them.
            let bound: Vec<usize> = clause
                .bindings(setting)
                .iter()
                .filter_map(|binding| match binding.holder {
                    Holder::Party(party) => Some(clause.parties[party].range.start),
                    Holder::Nobody => None,
                })
                .collect();
            let alone = |range: &Range<usize>| {
                setting == Setting::Holder && range.start == 0 && text[range.end..].trim_start().chars().next().is_none_or(|letter| !letter.is_alphanumeric())
            };
            found.retain(|name| name.strength > Strength::Likely || bound.contains(&name.range.start) || alone(&name.range));
            clause.parties = parties(&found);
            clause.roles = roles::phrases(text, &words, &found);
        }
        clause.part_bodies_from_people();
        clause
    }

    /// "Ada Quill of Quillmoor Council": the body begins behind the person.
    fn part_bodies_from_people(&mut self) {
        for body in &mut self.organisations {
            for party in &self.parties {
                if body.start < party.range.end && party.range.start < body.end {
                    let rest = &self.text[party.range.end.min(body.end)..body.end];
                    let kept = rest.trim_start_matches(|letter: char| !letter.is_uppercase());
                    body.start = body.end - kept.len();
                }
            }
        }
        self.organisations.retain(|body| !body.is_empty());
    }

    /// Which role goes with whom.
    pub(super) fn bindings(&self, setting: Setting) -> Vec<Binding> {
        let items = self.items();
        let mut links: Vec<Link> = Vec::new();
        for index in 1..items.len() {
            links.extend(self.link(&items, index - 1, index, setting));
        }
        // Where names come first, "A, inspector B, inspector" reads name by name.
        if links.first().is_some_and(|link| link.left == 0 && !items[0].is_role()) {
            let read_on: Vec<usize> = links.iter().filter(|link| !items[link.left].is_role()).map(|link| link.left).collect();
            links.retain(|link| !items[link.left].is_role() || link.strength > 3 || !read_on.contains(&link.right));
        }
        links.sort_by_key(|link| (std::cmp::Reverse(link.strength), link.left));
        let mut taken: Vec<Link> = Vec::new();
        for link in &links {
            let (role, other) = if items[link.left].is_role() { (link.left, link.right) } else { (link.right, link.left) };
            if taken.iter().any(|known| known.left == role || known.right == role) {
                continue;
            }
            let rival = links.iter().any(|rival| {
                (rival.left == role || rival.right == role) && (rival.left, rival.right) != (link.left, link.right) && rival.strength >= link.strength
            });
            let named_already = taken.iter().any(|known| known.left == other || known.right == other);
            if named_already && rival && link.strength < EXPLICIT {
                continue;
            }
            taken.push(*link);
        }
        taken.sort_by_key(|link| link.left);
        let mut bindings: Vec<Binding> = Vec::new();
        for link in &taken {
            let (role, holder) = if items[link.left].is_role() { (link.left, link.right) } else { (link.right, link.left) };
            let Item::Role(role_index) = items[role] else { continue };
            let holder_item = &items[holder];
            let binding = match holder_item {
                Item::Vacancy(_) => Binding { role: role_index, holder: Holder::Nobody, state: LeadState::Vacant },
                Item::Party(party) => {
                    let state = self.state(role_index, *party, link.former);
                    Binding { role: role_index, holder: Holder::Party(*party), state }
                }
                Item::Role(_) => continue,
            };
            bindings.push(binding);
        }
        self.pass_on(&items, &mut bindings);
        self.add_shared(&items, &mut bindings);
        self.add_further(&items, &mut bindings);
        bindings.sort_by_key(|binding| self.roles[binding.role].range.start);
        bindings
    }

    /// "A succeeded B as chief nurse": the post is A's.
    fn pass_on(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in 1..items.len() {
            let (Item::Party(first), Item::Party(second)) = (items[index - 1], items[index]) else { continue };
            let gap = self.between(items, index - 1, index).to_lowercase();
            if !["succeeded", "succeeds", "replaced", "replaces", "took over from", "takes over from", "has replaced", "has succeeded", "has taken over from", "who succeeded", "who replaced"].contains(&gap.trim()) {
                continue;
            }
            let Some(binding) = bindings.iter_mut().find(|binding| binding.holder == Holder::Party(second) && self.roles[binding.role].range.start > self.parties[second].range.start) else { continue };
            binding.state = LeadState::Former;
            let role = binding.role;
            bindings.push(Binding { role, holder: Holder::Party(first), state: LeadState::Named });
        }
    }

    /// "A and B, joint leads": the other person of a pair holds the role too.
    fn add_shared(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in 1..items.len() {
            let (Item::Party(first), Item::Party(second)) = (items[index - 1], items[index]) else { continue };
            if !matches!(self.between(items, index - 1, index).trim(), "and" | "&" | "/" | "," | "with") {
                continue;
            }
            let of = |party: usize, bindings: &[Binding]| bindings.iter().find(|binding| binding.holder == Holder::Party(party)).cloned();
            let (one, other) = (of(first, bindings), of(second, bindings));
            let comma = self.between(items, index - 1, index).trim() == ",";
            match (one, other) {
                (None, Some(binding)) if !comma && self.roles[binding.role].range.start > self.parties[second].range.start => {
                    bindings.push(Binding { holder: Holder::Party(first), ..binding });
                }
                (Some(binding), None) if self.roles[binding.role].range.start < self.parties[first].range.start => {
                    bindings.push(Binding { holder: Holder::Party(second), ..binding });
                }
                _ => {}
            }
        }
    }

    /// "X, HMI, lead inspector": a further role behind a comma.
    fn add_further(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in 1..items.len() {
            let (Item::Role(first), Item::Role(second)) = (items[index - 1], items[index]) else { continue };
            if bindings.iter().any(|binding| binding.role == second) {
                continue;
            }
            let Some(binding) = bindings.iter().find(|binding| binding.role == first).cloned() else { continue };
            let Holder::Party(party) = binding.holder else { continue };
            if self.parties[party].range.start > self.roles[first].range.start {
                continue;
            }
            let gap = self.between(items, index - 1, index).to_lowercase();
            let plain = gap.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| matches!(word, "and" | "now" | "also" | "the" | "our" | "is" | "its" | "currently" | "a" | "to" | "act" | "acts" | "as" | "serve" | "serves" | "who" | "has" | "been" | "will" | "be"));
            if plain && !gap.contains('.') && gap.matches(',').count() <= 2 {
                let state = if gap.contains("now") || gap.contains("currently") { LeadState::Named } else { self.state(second, party, false) };
                bindings.push(Binding { role: second, holder: Holder::Party(party), state });
            }
        }
    }

    fn state(&self, role: usize, party: usize, former: bool) -> LeadState {
        let range = &self.roles[role].range;
        let own = states::of_role(&self.text[range.clone()], tail(&self.text[..range.start], 24));
        if former && own != LeadState::Interim {
            return LeadState::Former;
        }
        if own != LeadState::Named {
            return own;
        }
        let party_range = &self.parties[party].range;
        let next = self.parties.iter().map(|other| other.range.start).find(|&start| start >= party_range.end).unwrap_or(self.text.len());
        let opening = &self.text[..self.parties.first().map_or(0, |first| first.range.start)];
        let opens_gone = party == 0 && states::has_gone(opening);
        if states::has_gone(&self.text[party_range.end..next.max(party_range.end)]) || opens_gone { LeadState::Former } else { own }
    }

    fn items(&self) -> Vec<Item> {
        let mut items: Vec<(usize, Item)> = Vec::new();
        items.extend(self.parties.iter().enumerate().map(|(index, party)| (party.range.start, Item::Party(index))));
        items.extend(self.roles.iter().enumerate().map(|(index, role)| (role.range.start, Item::Role(index))));
        items.extend(self.vacancies.iter().enumerate().map(|(index, range)| (range.start, Item::Vacancy(index))));
        items.sort_by_key(|(start, _)| *start);
        items.into_iter().map(|(_, item)| item).collect()
    }

    pub(super) fn range(&self, item: Item) -> Range<usize> {
        match item {
            Item::Party(index) => self.parties[index].range.clone(),
            Item::Role(index) => self.roles[index].range.clone(),
            Item::Vacancy(index) => self.vacancies[index].clone(),
        }
    }

    /// What stands between two items, organisations left out.
    fn between(&self, items: &[Item], left: usize, right: usize) -> String {
        let (start, end) = (self.range(items[left]).end, self.range(items[right]).start);
        if end <= start {
            return String::new();
        }
        let mut gap = String::new();
        let mut at = start;
        for organisation in &self.organisations {
            let (from, to) = (organisation.start.max(at), organisation.end.min(end));
            if from < to {
                let mut before = self.text[at..from].trim_end();
                for word in [" the", " at", " of", " for", " in"] {
                    before = before.strip_suffix(word).unwrap_or(before);
                }
                gap.push_str(before);
                at = to;
            }
        }
        gap.push_str(&self.text[at..end]);
        gap
    }

    fn link(&self, items: &[Item], left: usize, right: usize, setting: Setting) -> Option<Link> {
        let gap = self.between(items, left, right);
        let lower = gap.to_lowercase().replace('’', "'");
        let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').filter(|word| !word.trim_matches('\'').is_empty() && *word != "'s").collect();
        let marks: String = lower.chars().filter(|letter| !letter.is_alphanumeric() && !letter.is_whitespace() && *letter != '\'').collect();
        let link = |strength, former| Some(Link { left, right, strength, former });
        let within = |list: &[&str]| words.iter().all(|word| list.contains(word));
        let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
        if marks.contains(['.', ';', '!', '?', '|']) {
            return None;
        }
        match (items[left], items[right]) {
            (Item::Party(party), Item::Role(role)) => {
                if self.roles[role].generic {
                    return None;
                }
                let possible = self.parties[party].strength == Strength::Possible;
                if words.is_empty() || within(&["our", "the", "its", "a", "an", "new", "current", "present", "joint", "who", "ofsted", "cqc", "icb", "board's", "their"]) {
                    return match marks.as_str() {
                        "" if words.is_empty() && !(possible && setting == Setting::Prose) => link(3, false),
                        "(" => link(4, false),
                        "," | "–" | "-" | "—" | ",–" => link(2, false),
                        ":" if words.is_empty() => link(2, false),
                        _ => None,
                    };
                }
                if gap.len() < 120 && states::has_gone(&gap) && [" as", " as our", " as the", " as its", " from being", " from her role as", " from his role as"].iter().any(|ending| lower.trim_end().ends_with(ending)) {
                    return link(EXPLICIT, true);
                }
                let states = ["are", "is", "as", "remains", "serves", "acts", "was", "became", "becomes", "be", "being", "appointed", "been", "formerly", "previously", "now", "continues"];
                let joining = [
                    "our", "the", "its", "a", "an", "who", "also", "currently", "has", "had", "will", "to", "have", "joined", "us", "now", "and", "this", "year", "new", "interim", "acting", "on", "of", "recently", "both", "joint", "board's", "icb's",
                    "icb", "board", "former", "their", "name", "named", "system's", "partnership's", "ics's", "where", "she", "he", "in", "together", "since", "works",
                ];
                let known = words.iter().all(|word| states.contains(word) || joining.contains(word));
                let former = says(&["was", "formerly", "previously", "former", "had"]) && !says(&["appointed", "now"]);
                (known && says(&states) && words.len() <= 8 && marks.len() <= 2).then_some(Link { left, right, strength: EXPLICIT, former })
            }
            (Item::Role(role), Item::Party(party)) => {
                if self.roles[role].generic {
                    return None;
                }
                let possible = self.parties[party].strength == Strength::Possible;
                if words.is_empty() {
                    return match marks.as_str() {
                        ":" | "):" | ":–" => link(6, false),
                        "" if !(possible && setting == Setting::Prose) => link(3, false),
                        "(" => link(4, false),
                        "," | "–" | "-" | "—" | ")" | ")," | ")–" => link(2, false),
                        _ => None,
                    };
                }
                let verbs = ["is", "was", "remains", "held", "by", "namely", "be", "being", "are"];
                let joining = ["will", "currently", "now", "post", "role", "the", "has", "been", "filled", "taken", "on", "in", "person", "of", "our", "this", "presently", "a", "position", "which", "at", "present", "name", "named", "and", "up", "over"];
                let known = words.iter().all(|word| verbs.contains(word) || joining.contains(word));
                let former = says(&["was"]) && !says(&["appointed", "now"]);
                (known && says(&verbs) && words.len() <= 7 && marks.len() <= 2).then_some(Link { left, right, strength: EXPLICIT, former })
            }
            (Item::Role(_), Item::Vacancy(_)) => {
                let known = within(&["is", "currently", "post", "the", "role", "of", "remains", "has", "to", "this", "at", "present", "still", "yet", "are", "now", "being", "position", "stands", "which", "and", "who", "was", "will", "be"]);
                (known && words.len() <= 6).then_some(Link { left, right, strength: 7, former: false })
            }
            (Item::Vacancy(_), Item::Role(_)) => {
                let known = within(&["a", "an", "our", "new", "the", "named", "for", "post", "of", "role"]);
                (known && words.len() <= 4 && (marks.is_empty() || marks == ":")).then_some(Link { left, right, strength: if words.is_empty() { 1 } else { EXPLICIT }, former: false })
            }
            _ => None,
        }
    }

    /// The organisation that stands with a role or a person: within it, or behind it.
    pub(super) fn organisation_of(&self, role: &Range<usize>, party: Option<&Range<usize>>) -> String {
        let end = party.map_or(role.end, |party| party.end.max(role.end));
        let inside = self.organisations.iter().find(|found| role.start <= found.start && found.end <= role.end);
        let near = |from: usize| {
            self.organisations.iter().find(|found| {
                found.start >= from && {
                    let gap = self.text[from..found.start].to_lowercase();
                    gap.len() <= 24
                        && gap
                            .split(|letter: char| !letter.is_alphabetic())
                            .filter(|word| !word.is_empty())
                            .all(|word| matches!(word, "of" | "at" | "for" | "in" | "the" | "from" | "with" | "former" | "predecessor" | "our" | "and" | "neighbouring" | "s"))
                        && !gap.contains(['.', ';', ':'])
                }
            })
        };
        let found = near(role.end).or_else(|| near(end)).or(inside).or_else(|| {
            let party = party?;
            self.organisations.iter().find(|found| found.start >= party.end && self.text[party.end..found.start].trim() == "(")
        });
        found.map_or_else(String::new, |found| {
            // "the former West CCG" is not the body of today.
            let before = tail(&self.text[..found.start], 14).to_lowercase();
            let former = ["former ", "predecessor ", "neighbouring "].into_iter().find(|word| before.ends_with(word));
            let start = found.start - former.map_or(0, str::len);
            self.text[start..found.end].to_owned()
        })
    }
}

/// A bond that words such as "is" make plain.
const EXPLICIT: u8 = 5;

#[derive(Debug, Clone, Copy)]
struct Link {
    left: usize,
    right: usize,
    strength: u8,
    former: bool,
}

/// What a clause is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Party(usize),
    Role(usize),
    Vacancy(usize),
}

impl Item {
    fn is_role(self) -> bool {
        matches!(self, Self::Role(_))
    }
}

/// The last bytes of a text, so many at most, cut at a character.
fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

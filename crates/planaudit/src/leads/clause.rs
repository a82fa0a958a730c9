//! A sentence, item or cell taken apart: people, roles, vacancies, organisations, and which of them stand together.

use std::ops::Range;

use super::binding::Holder;
use super::names::{self, Strength};
use super::roles::{self, Role};
use super::vocabulary::Vocabulary;
use super::words::words;
use super::{deeds, entrusted, organisations, states, verbs};

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
    /// Takes a text apart. `before` is the person
    /// whom a pronoun stands for.
    pub(super) fn of(text: &'t str, setting: Setting, before: Option<&str>, vocabulary: &Vocabulary) -> Self {
        let words = words(text);
        let vacancies = states::vacancies(text);
        let mut found = names::candidates(text, &words);
        let organisations = organisations::among(text, &words);
        let in_body =
            |range: &Range<usize>| organisations.iter().any(|body| body.start < range.end && range.start < body.end);
        for name in &mut found {
            if vocabulary.knows(&text[name.range.clone()]) {
                name.strength = Strength::Sure;
            }
        }
        found.retain(|name| {
            name.strength > Strength::Possible
                || !in_body(&name.range) && !vocabulary.rules_out(&text[name.range.clone()])
        });
        let parties = |names: &[names::Name]| {
            let mut parties: Vec<Party> = names
                .iter()
                .map(|name| Party {
                    range: name.range.clone(),
                    name: text[name.range.clone()].to_owned(),
                    strength: name.strength,
                })
                .collect();
            let pronouns: Vec<Party> = words
                .iter()
                .filter(|word| matches!(&*word.lower, "she" | "he"))
                .filter_map(|word| {
                    // "Ada Quill, for which she is": the one person before it, or else the one of the sentence before.
                    let name = match parties
                        .iter()
                        .filter(|party| party.range.end <= word.range.start)
                        .collect::<Vec<_>>()[..]
                    {
                        [] => before?,
                        [party] => party.name.as_str(),
                        _ => return None,
                    };
                    Some(Party { range: word.range.clone(), name: name.to_owned(), strength: Strength::Sure })
                })
                .collect();
            parties.extend(pronouns);
            parties.sort_by_key(|party| party.range.start);
            parties
        };
        let mut clause = Self {
            text,
            parties: parties(&found),
            roles: roles::phrases(text, &words, &found),
            vacancies,
            organisations,
        };
        if found.iter().any(|name| name.strength < Strength::Surname) {
            // Words that may be a name are one only where a role stands with them.
            let bound: Vec<String> = clause
                .bindings(setting)
                .iter()
                .filter_map(|binding| match binding.holder {
                    Holder::Party(party) => Some(clause.parties[party].name.clone()),
                    Holder::Nobody => None,
                })
                .collect();
            let alone = |range: &Range<usize>| {
                setting == Setting::Holder
                    && range.start == 0
                    && text[range.end..].trim_start().chars().next().is_none_or(|letter| !letter.is_alphanumeric())
            };
            let several = clause.roles.iter().any(|role| role.plural);
            let opened = super::listed::lead_areas(text).is_some();
            // Only people manage, chair and take up posts; "leads the way" is also said of places.
            let acts = |name: &names::Name| {
                let leads =
                    |role: &str| !role.starts_with("le") || !role.contains("the way") && !name.ends_as_place(text);
                deeds::behind(text, name.range.end).is_some_and(|deed| leads(&deed.role))
                    || deeds::takes_up_post(&text[name.range.end..])
            };
            // "is led by Ada Quill", "responsibility rests with Ada Quill"; not what any provider does.
            let leads = |role: &str| {
                let verb = role.split(' ').next().unwrap_or_default();
                matches!(verb, "leads" | "chairs" | "heads" | "sponsors" | "holds" | "champions")
                    || role.split(' ').any(|word| verbs::BRIEFS.contains(&word))
            };
            let entrusted = |name: &names::Name| {
                !name.ends_as_place(text)
                    && entrusted::done_to(text, name.range.start).is_some_and(|deed| leads(&deed.role))
            };
            // "Children's services: Ada Quill", and nothing behind.
            let labelled = |name: &names::Name| {
                text[..name.range.start].trim_end().ends_with([':', '–'])
                    && (text[name.range.end..].starts_with(';')
                        || text[name.range.end..].trim_start_matches([',', '.', ';', ')', ' ']).is_empty())
            };
            let listed = |name: &names::Name| {
                (several && name.strength == Strength::Likely || opened)
                    && text[name.range.end..].starts_with([' ', '('])
                    && text[name.range.end..].trim_start().starts_with('(')
            };
            found.retain(|name| {
                name.strength > Strength::Likely
                    || bound.iter().any(|bound| text[name.range.clone()] == **bound)
                    || alone(&name.range)
                    || listed(name)
                    || acts(name)
                    || labelled(name)
                    || entrusted(name)
            });
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

    /// People, roles and vacancies in the order they stand.
    pub(super) fn items(&self) -> Vec<Item> {
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

    /// Whether a person is the second of two: "A (Chief Nurse) and B".
    pub(super) fn follows_in_pair(&self, party: usize) -> bool {
        party.checked_sub(1).is_some_and(|first| {
            let gap = &self.text[self.parties[first].range.end..self.parties[party].range.start];
            let joined = [" and ", " & ", " with ", " jointly with "].iter().any(|word| gap.ends_with(word));
            joined && gap.len() <= 80 && !gap.contains([';', ':', '.'])
        })
    }

    /// What stands between two items, organisations left out.
    pub(super) fn between(&self, items: &[Item], left: usize, right: usize) -> String {
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
                for word in [" neighbouring", " nearby", " former", " the", " at", " of", " for", " in"] {
                    before = before.strip_suffix(word).unwrap_or(before);
                }
                gap.push_str(before);
                at = to;
            }
        }
        gap.push_str(&self.text[at..end]);
        gap
    }
}

/// What a clause is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Party(usize),
    Role(usize),
    Vacancy(usize),
}

impl Item {
    pub(super) fn is_role(self) -> bool {
        matches!(self, Self::Role(_))
    }
}

/// The last bytes of a text, so many at most, cut at a character.
pub(super) fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

//! Bindings: which role of a clause goes with whom.

use super::bonds::{EXPLICIT, Link};
use super::clause::{Clause, Item, Setting, tail};
use super::states;
use crate::assessment::LeadState;

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

impl Clause<'_> {
    /// Which role goes with whom.
    pub(super) fn bindings(&self, setting: Setting) -> Vec<Binding> {
        let items = self.items();
        let mut links: Vec<Link> = Vec::new();
        for index in 1..items.len() {
            links.extend(self.link(&items, index - 1, index, setting));
        }
        // Where names come first, "A, inspector B, inspector" reads name by name.
        if links.first().is_some_and(|link| link.left == 0 && !items[0].is_role()) {
            let read_on: Vec<usize> =
                links.iter().filter(|link| !items[link.left].is_role()).map(|link| link.left).collect();
            links.retain(|link| !items[link.left].is_role() || link.strength > 3 || !read_on.contains(&link.right));
        }
        links.sort_by_key(|link| (std::cmp::Reverse(link.strength), link.left));
        let mut taken: Vec<Link> = Vec::new();
        for link in &links {
            let (role, other) =
                if items[link.left].is_role() { (link.left, link.right) } else { (link.right, link.left) };
            if taken.iter().any(|known| known.left == role || known.right == role) {
                continue;
            }
            let rival = links.iter().any(|rival| {
                (rival.left == role || rival.right == role)
                    && (rival.left, rival.right) != (link.left, link.right)
                    && rival.strength >= link.strength
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
            let (role, holder) =
                if items[link.left].is_role() { (link.left, link.right) } else { (link.right, link.left) };
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
        self.hand_on(&items, &mut bindings);
        self.add_shared(&items, &mut bindings);
        self.add_further(&items, &mut bindings);
        self.add_equated(&items, &mut bindings);
        bindings.sort_by_key(|binding| self.roles[binding.role].range.start);
        bindings
    }

    /// "A succeeded B as chief nurse": the post is A's.
    fn pass_on(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in 1..items.len() {
            let (Item::Party(first), Item::Party(second)) = (items[index - 1], items[index]) else { continue };
            let gap = self.between(items, index - 1, index).to_lowercase();
            if ![
                "succeeded",
                "succeeds",
                "replaced",
                "replaces",
                "took over from",
                "takes over from",
                "has replaced",
                "has succeeded",
                "has taken over from",
                "who succeeded",
                "who replaced",
            ]
            .contains(&gap.trim())
            {
                continue;
            }
            let Some(binding) = bindings.iter_mut().find(|binding| {
                binding.holder == Holder::Party(second)
                    && self.roles[binding.role].range.start > self.parties[second].range.start
            }) else {
                continue;
            };
            binding.state = LeadState::Former;
            let role = binding.role;
            bindings.push(Binding { role, holder: Holder::Party(first), state: LeadState::Named });
        }
    }

    /// "Executive lead: formerly A, now B": the post is B's.
    fn hand_on(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in 1..items.len() {
            let (Item::Party(first), Item::Party(second)) = (items[index - 1], items[index]) else { continue };
            let gap = self.between(items, index - 1, index).to_lowercase();
            let gap = gap.trim_matches(|letter: char| !letter.is_alphanumeric());
            let handed =
                ["now", "and now", "currently", "succeeded by", "replaced by", "followed by", "and then", "then"];
            if !handed.contains(&gap) || bindings.iter().any(|binding| binding.holder == Holder::Party(second)) {
                continue;
            }
            let Some(binding) = bindings.iter_mut().find(|binding| {
                binding.holder == Holder::Party(first)
                    && self.roles[binding.role].range.end <= self.parties[first].range.start
            }) else {
                continue;
            };
            binding.state = LeadState::Former;
            let role = binding.role;
            bindings.push(Binding { role, holder: Holder::Party(second), state: LeadState::Named });
        }
    }

    /// "A and B, joint leads": the other person of a pair holds the role too.
    fn add_shared(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in 1..items.len() {
            let (Item::Party(first), Item::Party(second)) = (items[index - 1], items[index]) else { continue };
            if !matches!(self.between(items, index - 1, index).trim(), "and" | "&" | "/" | "," | "with") {
                continue;
            }
            let of = |party: usize, bindings: &[Binding]| {
                bindings.iter().find(|binding| binding.holder == Holder::Party(party)).cloned()
            };
            let (one, other) = (of(first, bindings), of(second, bindings));
            let comma = self.between(items, index - 1, index).trim() == ",";
            match (one, other) {
                (None, Some(binding))
                    if !comma && self.roles[binding.role].range.start > self.parties[second].range.start =>
                {
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
            let plain = gap.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| {
                matches!(
                    word,
                    "and"
                        | "now"
                        | "also"
                        | "the"
                        | "our"
                        | "is"
                        | "its"
                        | "icb"
                        | "their"
                        | "s"
                        | "currently"
                        | "a"
                        | "to"
                        | "act"
                        | "acts"
                        | "as"
                        | "serve"
                        | "serves"
                        | "new"
                        | "incoming"
                        | "who"
                        | "has"
                        | "been"
                        | "will"
                        | "be"
                )
            });
            if plain && !gap.contains('.') && gap.matches(',').count() <= 2 {
                let state = if gap.contains("now") || gap.contains("currently") {
                    LeadState::Named
                } else {
                    self.state(second, party, false)
                };
                bindings.push(Binding { role: second, holder: Holder::Party(party), state });
            }
        }
    }

    /// "The executive lead for SEND is our Chief Nurse, Ada Quill": what the post is, its holder is.
    fn add_equated(&self, items: &[Item], bindings: &mut Vec<Binding>) {
        for index in (1..items.len()).rev() {
            let (Item::Role(first), Item::Role(second)) = (items[index - 1], items[index]) else { continue };
            if self.roles[first].generic || bindings.iter().any(|binding| binding.role == first) {
                continue;
            }
            let gap = self.between(items, index - 1, index).to_lowercase();
            let gap = gap.trim().trim_start_matches(')').trim();
            let equates = [
                "is",
                "is our",
                "is the",
                "is its",
                "is also our",
                "is also the",
                "is the icb's",
                "remains our",
                "remains the",
                "is currently the",
                "is currently our",
                "is held by the",
                "is held by our",
                "is held by",
                ":",
            ];
            let held = bindings.iter().find(|binding| binding.role == second).cloned();
            let Some(binding) = held else { continue };
            let Holder::Party(party) = binding.holder else { continue };
            let (post, name) = (&self.roles[second].range, &self.parties[party].range);
            // "The executive lead for SEND, Chief Nurse Ada Quill, meets": an apposition, closed behind the name.
            let apposed = gap == ","
                && name.start >= post.end
                && self.text[post.end..name.start].trim().is_empty()
                && self.text[name.end..].chars().next().is_none_or(|next| matches!(next, ',' | '.' | ')' | ';'));
            // "Executive lead: Chief Nurse Ada Quill", not "Left column: stroke lead".
            let second = self.text[post.clone()].to_lowercase();
            let labels = gap == ":" && ["lead", "sponsor", "sro"].iter().any(|word| second.contains(word));
            if equates.contains(&gap) && name.start > post.start && !labels || apposed {
                bindings.push(Binding { role: first, ..binding });
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
        let next = self
            .parties
            .iter()
            .map(|other| other.range.start)
            .find(|&start| start >= party_range.end)
            .unwrap_or(self.text.len());
        let opening = &self.text[..self.parties.first().map_or(0, |first| first.range.start)];
        let opens_gone = party == 0 && states::has_gone(opening);
        if states::has_gone(&self.text[party_range.end..next.max(party_range.end)]) || opens_gone {
            LeadState::Former
        } else {
            own
        }
    }
}

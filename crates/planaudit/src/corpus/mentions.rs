//! Where a text names systems: their boards and partnerships, their web addresses. One pass for all of them.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use super::System;

/// Names shorter than this are words of the language too often.
const SHORTEST_NAME: usize = 7;

/// All names of all systems, ready to be looked for.
#[derive(Debug, Clone)]
pub(super) struct Mentions {
    automaton: AhoCorasick,
    /// For each name, whose it is, and whether it is a web address.
    names: Vec<(usize, bool)>,
}

/// What a text names.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// System and name, by number, of boards and partnerships.
    pub(super) bodies: BTreeSet<(usize, usize)>,
    /// System and address, by number.
    pub(super) websites: BTreeSet<(usize, usize)>,
}

impl Mentions {
    /// Of systems, which go by their place in the list from then on; none if there are too many to look for.
    pub(super) fn of(systems: &[System]) -> Option<Self> {
        let mut patterns: Vec<String> = Vec::new();
        let mut names = Vec::new();
        for (index, system) in systems.iter().enumerate() {
            let name = &system.name;
            let bodies = [
                system.icb_name.clone(),
                system.icp_name.clone(),
                format!("{name} Integrated Care"),
                format!("{name} ICB"),
                format!("{name} ICS"),
                format!("{name} Joint Forward Plan"),
                format!("{name} Health and Care Partnership"),
            ];
            for body in bodies.into_iter().filter(|body| body.len() >= SHORTEST_NAME) {
                patterns.push(body);
                names.push((index, false));
            }
            for website in system.websites.iter().filter(|website| !website.is_empty()) {
                patterns.push(website.clone());
                names.push((index, true));
            }
        }
        let automaton = AhoCorasick::new(&patterns).ok()?;
        Some(Self { automaton, names })
    }

    /// What a text names, each name once.
    pub(super) fn in_text(&self, text: &str) -> Named {
        let mut named = Named::default();
        // One name may stand inside another, and both count.
        for found in self.automaton.find_overlapping_iter(text) {
            let name = found.pattern().as_usize();
            let (system, is_website) = self.names[name];
            if is_website { &mut named.websites } else { &mut named.bodies }.insert((system, name));
        }
        named
    }
}

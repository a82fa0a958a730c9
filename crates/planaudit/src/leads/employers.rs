//! The body a person works for: within the role, behind it, before it or behind the name.

use std::ops::Range;

use super::attendance::is_attendance;
use super::clause::{Clause, tail};
use super::organisations::{JOINING, is_proper, possessor};
use super::role_words::is_contact_label;
use super::words::words;

impl Clause<'_> {
    /// The organisation that stands with a role or a person: within it, or behind it.
    pub(super) fn organisation_of(&self, role: &Range<usize>, party: Option<&Range<usize>>) -> String {
        let end = party.map_or(role.end, |party| party.end.max(role.end));
        let inside = self.organisations.iter().find(|found| role.start <= found.start && found.start < role.end);
        let near = |from: usize| {
            self.organisations.iter().find(|found| {
                found.start >= from && {
                    let gap = self.text[from..found.start].to_lowercase();
                    gap.len() <= 24
                        && gap.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).all(
                            |word| {
                                matches!(
                                    word,
                                    "of" | "at"
                                        | "for"
                                        | "in"
                                        | "the"
                                        | "from"
                                        | "with"
                                        | "former"
                                        | "predecessor"
                                        | "our"
                                        | "and"
                                        | "neighbouring"
                                        | "s"
                                )
                            },
                        )
                        && !gap.contains(['.', ';', ':'])
                }
            })
        };
        // "the trust's executive lead": the body's own noun stands before.
        if let Some(noun) = possessor(&self.text[..role.start]) {
            let body = self.organisations.iter().map(|body| &self.text[body.clone()]);
            let named = body.into_iter().find(|body| body.to_lowercase().ends_with(&noun));
            return named.map_or(noun, str::to_owned);
        }
        // "Ada Quill, Quillmoor Council, cabinet member for children"
        let between = || {
            let party = party.filter(|party| party.end <= role.start)?;
            self.organisations.iter().find(|body| {
                let apart = || self.text[party.end..body.start].chars().all(|letter| !letter.is_alphanumeric());
                party.end <= body.start && body.end <= role.start && apart()
            })
        };
        let bracketed = || {
            let party = party?;
            let behind =
                |body: &&Range<usize>| body.start >= party.end && self.text[party.end..body.start].trim() == "(";
            self.organisations.iter().find(behind)
        };
        let found = near(role.end)
            .or_else(between)
            .or_else(|| near(end))
            .or(inside)
            .or_else(bracketed)
            .or_else(|| self.closing(role, party));
        found.map_or_else(
            || headed(self.text, role).unwrap_or_default(),
            |found| {
                // "the former West CCG" is not the body of today.
                let before = tail(&self.text[..found.start], 14).to_lowercase();
                let former =
                    ["former ", "predecessor ", "neighbouring "].into_iter().find(|word| before.ends_with(word));
                let start = found.start - former.map_or(0, str::len);
                self.text[start..found.end].to_owned()
            },
        )
    }

    /// "Ada Quill, Team Manager South and East, NHS Quillmoor": the body that closes an entry of one person.
    fn closing(&self, role: &Range<usize>, party: Option<&Range<usize>>) -> Option<&Range<usize>> {
        let [only] = &self.parties[..] else { return None };
        let last = self.organisations.last().filter(|body| body.start >= role.end && Some(&only.range) == party)?;
        let entry = self.text[..only.range.start].chars().all(|letter| !letter.is_alphanumeric());
        let behind = words(&self.text[last.end..]);
        let ends = behind.first().is_none_or(|word| is_contact_label(&word.lower));
        let gap = self.text[role.end..last.start].trim_end();
        // On a line of its own no comma need stand before it.
        let opens = self.text[last.clone()].starts_with("NHS ").then_some(gap);
        let named = gap.strip_suffix(',').or(opens)?.split([' ', '\n', ',', '–', '-', '/', '(', ')']).all(|word| {
            word.is_empty()
                || word.starts_with(char::is_uppercase)
                || matches!(word, "and" | "&" | "of" | "for")
                || is_attendance(word)
        });
        (entry && ends && named && gap.len() <= 60).then_some(last)
    }
}

/// The body that stands behind the title of somebody who heads one, whatever it is called: "Joint CEO, Voices of
/// Quillmoor", "chief executive of the QMA".
fn headed(text: &str, role: &Range<usize>) -> Option<String> {
    let title = &text[role.clone()];
    let lower = title.to_lowercase();
    if let Some((post, body)) = title.rsplit_once(" of ").filter(|(post, _)| heads_a_body(&post.to_lowercase())) {
        let body = body.strip_prefix("the ").unwrap_or(body);
        let acronym = body.len() > 2 && body.chars().all(char::is_uppercase);
        return (acronym && !post.is_empty()).then(|| body.to_owned());
    }
    if !heads_a_body(&lower) {
        return None;
    }
    let rest = [", ", " – ", " - ", " — "].iter().find_map(|mark| text[role.end..].strip_prefix(mark))?;
    let end = rest.find([',', ';', '.', '(', ')', '|', '\n', ':', '–']).unwrap_or(rest.len());
    let body = rest[..end].trim_end();
    let parts = words(body);
    let named = parts.len() > 1
        && parts.len() <= 7
        && parts.iter().all(|word| is_proper(word) || JOINING.contains(&word.lower.as_ref()))
        && parts[0].is_capitalised()
        && super::names::find(body).is_empty()
        && super::roles::phrases(body, &parts, &[]).is_empty();
    named.then(|| body.to_owned())
}

/// Whether a title is of somebody who heads a body, so that what follows it names the body and no subject.
fn heads_a_body(title: &str) -> bool {
    ["chief executive", "chief executive officer", "ceo", "chair", "co-chair", "vice-chair", "vice chair", "trustee"]
        .iter()
        .any(|head| title.trim_end().ends_with(head))
}

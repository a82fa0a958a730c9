//! How far a role goes on before and behind its head: "Interim Deputy", "for children and young people", "(Board-level SRO)".

use super::role_words::{JOINING, STOPS, SUBJECTS, is_contact_label, is_organisation_word, is_small};
use super::roles::Reader;
use super::words::NOT_NAMES;
use super::{deeds, verbs};

impl Reader<'_, '_> {
    /// The first word of the role a head belongs to, and whether it is said of each of many.
    pub(super) fn first_of(&self, head: usize) -> (usize, bool) {
        let mut first = head;
        // "executive team member": the team is part of the post.
        if self.lower(head) == "member" && head > 0 && self.spaced(head) && self.lower(head - 1) == "team" {
            first = head - 1;
        }
        while first > 0 {
            let before = first - 1;
            let close = self.spaced(first)
                || self.gap(first) == "-"
                || self.gap(first) == ". " && matches!(self.lower(before), "exec" | "dep" | "asst")
                || self.gap(first) == "/";
            if !close {
                break;
            }
            let population = self.words[first].possessive || first < head && self.is_population(first);
            if self.is_modifier(before) || population && self.is_population(before) {
                first = before;
            } else if matches!(self.lower(before), "and" | "of" | "for" | "&")
                && before > 0
                && self.spaced(before)
                && self.is_modifier(before - 1)
                && self.words[first].is_capitalised()
                && self.words[before - 1].is_capitalised()
                && self.lower(before) == "and"
            {
                first = before - 1;
            } else {
                break;
            }
        }
        // "forum lead", "police lead": a lead of what the noun before says.
        if first == head
            && self.lower(head) == "lead"
            && head > 0
            && self.spaced(head)
            && self.lower(head - 1).len() > 2
            && self.lower(head - 1).chars().all(char::is_alphabetic)
            && !is_small(self.lower(head - 1))
            && !JOINING.contains(self.lower(head - 1))
            && !self.named[head - 1]
        {
            first = head - 1;
        }
        // "Children and Young People" is one subject, "Chief Nursing and Quality Officer" one title.
        let generic = first > 0
            && matches!(self.lower(first - 1), "each" | "every" | "any" | "no" | "many" | "all" | "neither")
            || (first..=head).any(|at| matches!(self.lower(at), "each" | "every" | "any"))
            || first > 1
                && self.words[first - 1].possessive
                && matches!(self.lower(first.saturating_sub(2)), "each" | "every" | "any");
        (first, generic)
    }

    /// Words of "children and young people's", which together are one modifier.
    fn is_population(&self, at: usize) -> bool {
        matches!(self.lower(at), "young" | "and" | "children" | "babies" | "people" | "families" | "disabled")
    }

    /// One past the last word of the role.
    pub(super) fn end_of(&self, head: usize) -> usize {
        let mut end = self.past_level(head + 1);
        if self.words.get(end).is_none() || self.named[end] {
            return end;
        }
        let next = self.lower(end + 1);
        // "an executive to lead on SEND"
        if self.spaced(end) && self.lower(end) == "to" && next == "lead" && matches!(self.lower(end + 2), "on" | "for")
        {
            let complement = self.complement(end + 3);
            return if complement > end + 3 { complement } else { end };
        }
        let opens = self.spaced(end)
            && match self.lower(end) {
                "of" | "for" | "responsible" | "accountable" | "on" => true,
                "with" => matches!(next, "responsibility" | "executive" | "lead" | "oversight" | "the" | "board"),
                "in" => next == "charge" || self.lower(head) == "consultant",
                _ => false,
            };
        if opens {
            let complement = self.complement(end + 1);
            end = if complement > end + 1 { complement } else { end };
            // "Executive Director of Place with board responsibility for children"
            let with = self.spaced(end)
                && self.lower(end) == "with"
                && (matches!(self.lower(end + 1), "responsibility" | "executive" | "lead" | "board" | "board-level"))
                && self.words.get(end + 1).is_some();
            if with {
                let further = self.complement(end + 1);
                end = if further > end + 1 { further } else { end };
            }
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
        self.relative(end)
    }

    /// "champion at executive level for children": the standing is part of the role where its subject follows.
    fn past_level(&self, end: usize) -> usize {
        let at = end + 1 + usize::from(self.lower(end + 1) == "the");
        let level = matches!(self.lower(end), "at" | "on")
            && self.spaced(end)
            && matches!(self.lower(at), "executive" | "board" | "director");
        let next = at + 1 + usize::from(self.lower(at + 1) == "level");
        if level && matches!(self.lower(next), "for" | "responsible" | "with" | "who") { next } else { end }
    }

    /// Takes in what its holder does: "the executive who leads on SEND".
    fn relative(&self, end: usize) -> usize {
        if self.spaced(end) && self.lower(end) == "whose" {
            let Some(next) = self.words.get(end + 1) else { return end };
            let Some(deed) = deeds::portfolio(&self.text[next.range.start..]) else { return end };
            let stop = next.range.start + deed.role.len();
            let inside = self.words[end..].iter().zip(&self.named[end..]);
            return end + inside.take_while(|(word, named)| word.range.end <= stop && !**named).count();
        }
        if !(self.spaced(end) && matches!(self.lower(end), "who" | "that")) {
            return end;
        }
        let Some(next) = self.words.get(end + 1) else { return end };
        let from = match next.lower.as_ref() {
            "also" => self.words.get(end + 2).map_or(next.range.start, |word| word.range.start),
            _ => next.range.start,
        };
        let Some((length, false)) = verbs::phrase(&self.text[from..], false) else { return end };
        let inside = self.words[end..].iter().take_while(|word| word.range.end <= from + length);
        end + inside.zip(&self.named[end..]).take_while(|(_, named)| !**named).count()
    }

    fn continues_bare(&self, at: usize) -> bool {
        let word = &self.words[at];
        if self.starts_organisation(at) {
            return false;
        }
        if matches!(word.lower.as_ref(), "and" | "of" | "for" | "&") {
            return self.words.get(at + 1).is_some_and(|next| {
                self.spaced(at + 1)
                    && !self.named[at + 1]
                    && next.is_capitalised()
                    && !self.starts_organisation(at + 1)
                    && !is_small(&next.lower)
            });
        }
        word.is_capitalised()
            && !word.is_address()
            && !is_small(&word.lower)
            && !is_contact_label(&word.lower)
            && NOT_NAMES.contains(word.lower.as_ref())
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
                if !(plain || comma && self.list_goes_on(at)) {
                    break;
                }
            }
            if self.named[at] || word.is_address() || self.stops(at) || self.is_new_role(at) {
                break;
            }
            if matches!(word.lower.as_ref(), "in" | "on" | "with") && at > from && self.lower(at + 1) != "care" {
                break;
            }
            at += 1;
        }
        while at > from
            && matches!(
                self.lower(at - 1),
                "and" | "of" | "for" | "the" | "our" | "&" | "a" | "with" | "its" | "former" | "predecessor"
            )
        {
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
        (start..(start + 5).min(self.words.len()))
            .take_while(|&next| next == start || self.spaced(next))
            .any(|next| self.is_head(next))
            || self.named.get(start).copied().unwrap_or(false)
    }

    /// Whether a list of subjects goes on behind the comma before this word, closed by "and".
    fn list_goes_on(&self, from: usize) -> bool {
        let mut length = 0;
        let mut at = from;
        let mut segments = 1;
        while let Some(word) = self.words.get(at) {
            let gap = if at > from { self.gap(at).trim() } else { "" };
            if self.named[at] || word.is_address() || STOPS.contains(word.lower.as_ref()) || self.is_head(at) {
                return false;
            }
            if at > from && gap == "," {
                segments += 1;
                length = 0;
            } else if at > from && !(gap.is_empty() || gap == "&" || gap == "/") {
                return false;
            }
            if matches!(word.lower.as_ref(), "and" | "&") || gap == "&" {
                // The words behind "and" must not be what the sentence goes on with.
                return self
                    .words
                    .get(at + 1)
                    .is_some_and(|next| !STOPS.contains(next.lower.as_ref()) && !self.named[at + 1])
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
        if self.words.get(end).is_none()
            || !matches!(self.gap(end), ", " | " – " | " - " | " — ")
            || self.starts_organisation(end)
            || self.is_of_body(end)
        {
            return end;
        }
        let mut at = end;
        let mut about = false;
        while let Some(word) = self.words.get(at) {
            if at > end && !self.spaced(at) && self.gap(at) != " & " {
                break;
            }
            let small = matches!(word.lower.as_ref(), "and" | "of" | "for" | "&" | "the");
            if self.named[at]
                || word.is_address()
                || !(small || word.is_capitalised())
                || is_organisation_word(&word.lower)
                || self.is_head(at)
            {
                return end;
            }
            about |= SUBJECTS.contains(word.lower.as_ref());
            at += 1;
        }
        let labels =
            self.gap(at).starts_with(':') || self.words.get(at).is_none() && self.text.trim_end().ends_with(':');
        if (about || labels) && at - end <= 8 { at } else { end }
    }
}

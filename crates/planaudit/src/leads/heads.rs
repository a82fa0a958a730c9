//! Whether a word is the noun of a role here: "lead" of a person, not of a pipe, a provider or what somebody will do.

use super::role_words::{HEADS, PLURALS, STOPS, needs};
use super::roles::Reader;
use super::verbs;

impl Reader<'_, '_> {
    /// Whether the word at a place is the noun of a role.
    pub(super) fn is_head(&self, at: usize) -> bool {
        if self.named[at] {
            return false;
        }
        let head = self.lower(at);
        let before = if at > 0 && (self.spaced(at) || self.gap(at) == ". ") { self.lower(at - 1) } else { "" };
        let next = if self.words.get(at + 1).is_some() && self.spaced(at + 1) { self.lower(at + 1) } else { "" };
        if matches!(head, "person" | "individual" | "member" | "one") && next == "who" && self.leads(at + 2) {
            return true;
        }
        if matches!(head, "member" | "partner" | "person" | "holder" | "professional") {
            let of_team = head == "member"
                && before == "team"
                && matches!(self.lower(at.wrapping_sub(2)), "executive" | "leadership" | "director");
            return of_team || needs(head).is_some_and(|words| words.contains(&before));
        }
        // "co-chairs of the forum": no verb stands before "of".
        if matches!(head, "chairs" | "co-chairs") {
            return next == "of";
        }
        if PLURALS.contains(head) {
            return matches!(
                before,
                "executive"
                    | "exec"
                    | "joint"
                    | "senior"
                    | "board"
                    | "clinical"
                    | "strategic"
                    | "named"
                    | "responsible"
                    | "co"
                    | "icb"
                    | "programme"
                    | "safeguarding"
            ) && !matches!(next, "to" | "in" | "on" | "us");
        }
        if !HEADS.contains(head) {
            return false;
        }
        match head {
            "lead" => {
                let verb = matches!(
                    before,
                    "to" | "will"
                        | "would"
                        | "can"
                        | "could"
                        | "should"
                        | "may"
                        | "must"
                        | "who"
                        | "and"
                        | "we"
                        | "they"
                        | "not"
                        | "jointly"
                        | "helped"
                        | "help"
                        | "also"
                        | "in"
                ) && !self.words[at].is_capitalised();
                let thing = [
                    "provider",
                    "providers",
                    "agency",
                    "agencies",
                    "employer",
                    "commissioner",
                    "commissioners",
                    "time",
                    "times",
                    "school",
                    "to",
                    "in",
                    "the",
                    "our",
                    "its",
                    "this",
                    "paint",
                    "poisoning",
                    "pipes",
                    "up",
                    "on",
                    "partner",
                ]
                .contains(&next)
                    && !(next == "on" && !before.is_empty() && !verb);
                let modifies = HEADS.contains(next) || matches!(next, "member" | "professional" | "person");
                !verb && !thing && !modifies
            }
            "head" => next == "of" || next == "teacher" || self.words[at].is_capitalised() && next == "for",
            "executive" | "owner" => {
                let modifies = HEADS.contains(next)
                    || matches!(
                        next,
                        "board"
                            | "committee"
                            | "group"
                            | "team"
                            | "summary"
                            | "member"
                            | "leads"
                            | "directors"
                            | "leaders"
                            | "nurse"
                            | "medical"
                            | "management"
                            | "level"
                    );
                let plain = next == "for"
                    || matches!(next, "responsible" | "who" | "whose" | "at" | "on" | "with")
                    || next == "to" && self.lower(at + 2) == "lead"
                    || self.gap(at + 1).starts_with([',', ':', ')', '.'])
                    || next.is_empty();
                !modifies
                    && (needs(head).is_some_and(|words| words.contains(&before))
                        || head == "executive"
                            && (matches!(next, "who" | "whose" | "responsible")
                                || next == "to" && self.lower(at + 2) == "lead"
                                || next == "with"
                                    && matches!(self.lower(at + 2), "lead" | "responsibility" | "overall")))
                    && (plain
                        || head == "owner"
                        || matches!(
                            before,
                            "chief" | "accountable" | "responsible" | "lead" | "named" | "nominated" | "designated"
                        ))
            }
            "chair" => {
                before != "in" && before != "to" && before != "the"
                    || self.gap(at + 1).starts_with(',')
                    || self.gap(at + 1) == " (" && self.named.get(at + 1) == Some(&true)
                    || next == "of"
            }
            "mp" | "hmi" | "gp" => {
                self.words[at].is_acronym()
                    && !matches!(
                        next,
                        "practice"
                            | "practices"
                            | "appointment"
                            | "appointments"
                            | "surgery"
                            | "registrations"
                            | "registers"
                            | "patient"
                            | "lead"
                            | "led"
                            | "federation"
                            | "federations"
                    )
            }
            "nurse" | "doctor" | "surgeon" | "physician" | "guardian" | "consultant" | "practitioner" | "inspector"
            | "leader" | "assistant" => {
                !HEADS.contains(next)
                    && (self.is_modifier(at.wrapping_sub(1)) && self.spaced(at)
                        || self.words[at].is_capitalised() && (next == "of" || next == "in" && head == "consultant"))
            }
            "director" | "manager" | "officer" | "commissioner" | "secretary" | "governor" => {
                !HEADS.contains(next)
                    && (head == "secretary" && before == "company"
                        || self.words[at].is_capitalised()
                        || at > 0 && self.is_modifier(at - 1)
                        || matches!(next, "of" | "for"))
            }
            "minister" | "mayor" | "president" | "principal" | "champion" | "figurehead" | "analyst" | "midwife"
            | "registrar" | "administrator" => {
                self.words[at].is_capitalised() || matches!(next, "for" | "of") || at > 0 && self.is_modifier(at - 1)
            }
            _ => true,
        }
    }

    /// Whether no role goes on over a word; "Children Looked After" is a subject.
    pub(super) fn stops(&self, at: usize) -> bool {
        STOPS.contains(self.lower(at)) && !(self.lower(at) == "after" && at > 0 && self.lower(at - 1) == "looked")
    }

    /// Whether what ends before a word is the title of somebody who heads a body: "Joint CEO, Voices of Quillmoor".
    pub(super) fn is_of_body(&self, end: usize) -> bool {
        let head = end.checked_sub(1).map_or("", |at| self.lower(at));
        head == "ceo" || head == "executive" && end > 1 && self.lower(end - 2) == "chief"
    }

    /// Whether what a leader does begins at a word: "leads on", "is responsible for".
    fn leads(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| verbs::phrase(&self.text[word.range.start..], false).is_some())
    }
}

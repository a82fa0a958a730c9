//! The leads of one sentence, list item, heading or note.

use std::ops::Range;

use super::FoundLead;
use super::binding::{Binding, Holder};
use super::clause::{Clause, Setting};
use super::listed::listed;
use super::thread::{Thread, follow, post_before};
use super::vocabulary::Vocabulary;
use super::{contacts, deeds, described, entrusted, organisations, states, topics};
use crate::analysis::Analysis;
use crate::assessment::LeadState;
use crate::context::Zone;
use crate::passage::Passage;

/// A sentence, item or line being read.
pub(super) struct Sentence<'a, 't> {
    pub(super) analysis: &'a Analysis<'t>,
    pub(super) passage: &'a Passage,
    pub(super) clause: Clause<'a>,
    /// The body whose roles it speaks of, where it is not this one.
    other: Option<String>,
    zone: Zone,
}

impl<'a, 't> Sentence<'a, 't> {
    pub(super) fn new(
        analysis: &'a Analysis<'t>,
        index: usize,
        passage: &'a Passage,
        text: &'a str,
        thread: &Thread,
        vocabulary: &Vocabulary,
    ) -> Self {
        let clause = Clause::of(text, Setting::Prose, thread.name.as_deref(), vocabulary);
        let other = described::attribution(analysis, index, text);
        Self { analysis, passage, clause, other, zone: analysis.contexts[index].zone }
    }

    pub(super) fn read(&self, thread: &mut Thread, leads: &mut Vec<FoundLead>) {
        let first_lead = leads.len();
        let clause = &self.clause;
        let bindings = clause.bindings(Setting::Prose);
        let listed = listed(clause);
        for binding in &bindings {
            if clause.roles[binding.role].plural && !listed.is_empty() {
                continue;
            }
            leads.push(self.bound(binding, thread));
        }
        // "His portfolio takes in quality and children."
        if let Some(name) = thread.name.clone()
            && let Some(deed) =
                ["His ", "Her ", "Their "].iter().find_map(|word| deeds::portfolio(clause.text.strip_prefix(word)?))
        {
            leads.push(self.lead(deed.role, name, String::new(), LeadState::Named));
        }
        let of_person = thread.name.clone().zip(self.said_of_person(thread));
        let told_of_person = of_person.is_some();
        leads.extend(of_person.map(|(name, role)| self.lead(role, name, String::new(), LeadState::Named)));
        self.vacated(&bindings, thread, leads);
        self.said_of_people(&bindings, &listed, thread, leads);
        self.answer(thread, leads);
        if self.other.is_none()
            && !told_of_person
            && !matches!(self.zone, Zone::Heading | Zone::Recital | Zone::CaseStudy)
        {
            let bound: Vec<bool> =
                (0..clause.roles.len()).map(|role| bindings.iter().any(|binding| binding.role == role)).collect();
            let about = |range: &Range<usize>| topics::said_beside(self.analysis, self.passage, clause, range);
            let about = described::About { subject: &about, said: &thread.said };
            leads.extend(described::roles(clause, &bound, &about, &self.passage.range));
        }
        // "A retired as SRO; recruitment has begun."
        let former =
            leads[first_lead..].iter().find(|lead| lead.state == LeadState::Former).map(|lead| lead.role.clone());
        if let Some(role) = former.filter(|role| !clause.vacancies.is_empty() && topics::leading_title(role).is_some())
        {
            leads.push(self.lead(role, String::new(), String::new(), LeadState::Vacant));
        }
        share_bodies(&mut leads[first_lead..]);
        contacts::give(clause, first_lead, &thread.leads, leads);
        follow(clause, thread, first_lead, leads.len());
    }

    /// Who the question before asks for; and what this sentence asks.
    fn answer(&self, thread: &mut Thread, leads: &mut Vec<FoundLead>) {
        let (clause, text) = (&self.clause, self.clause.text);
        // "Executive lead. Ada Quill, Chief Nurse.": a title set in the line asks as a question does.
        if let [role] = &clause.roles[..]
            && role.range.start == 0
            && text.ends_with('.')
            && role.range.end + 1 == text.len()
            && clause.parties.is_empty()
            && topics::leading_title(text).is_some()
        {
            let role = &text[role.range.clone()];
            let topic = super::unsaid::lacks_topic(role)
                .then(|| topics::above(self.analysis, self.passage, &thread.said))
                .flatten();
            thread.asked = Some(topic.map_or_else(|| role.to_owned(), |topic| format!("{role} for {topic}")));
            return;
        }
        let (own, from) = deeds::asked(text).map_or((None, 0), |(deed, end)| (Some(deed.role), end));
        if from == text.len() {
            thread.asked = own;
            return;
        }
        let Some(mut asked) = own.or_else(|| thread.asked.take()) else { return };
        if asked.split(' ').count() <= 2
            && let Some(topic) = topics::above(self.analysis, self.passage, &thread.said)
        {
            asked = format!("{asked} for {topic}");
        }
        let holder = clause.parties.iter().find(|party| party.range.start >= from);
        let post = clause.roles.iter().find(|role| role.range.start >= from);
        let near = |at: usize| at - from <= 60;
        let lead = if let Some(party) = holder.filter(|party| near(party.range.start)) {
            let organisation = clause.organisation_of(&party.range, None);
            // "A. Ada Quill": behind a question the letter says that the answer follows.
            let name = party.name.strip_prefix("A. ").filter(|name| name.contains(' ')).unwrap_or(&party.name);
            self.lead(asked, name.to_owned(), organisation, LeadState::Named)
        } else if clause.vacancies.iter().any(|vacancy| vacancy.start >= from) {
            self.lead(asked, String::new(), String::new(), LeadState::Vacant)
        } else if let Some(post) = post.filter(|post| near(post.range.start)) {
            let role = format!("{}; {asked}", &text[post.range.clone()]);
            self.lead(role, String::new(), clause.organisation_of(&post.range, None), LeadState::RoleOnly)
        } else {
            return;
        };
        leads.push(lead);
    }

    pub(super) fn lead(&self, role: String, name: String, organisation: String, state: LeadState) -> FoundLead {
        FoundLead { role, name, organisation, contact: String::new(), state, bytes: self.passage.range.clone() }
    }

    /// A role that stands with a person or a vacancy.
    fn bound(&self, binding: &Binding, thread: &Thread) -> FoundLead {
        let (clause, text) = (&self.clause, self.clause.text);
        let role = &clause.roles[binding.role].range;
        let (name, party) = match binding.holder {
            Holder::Party(party) => (clause.parties[party].name.clone(), Some(&clause.parties[party].range)),
            Holder::Nobody => (String::new(), None),
        };
        let mut words = text[role.clone()].to_owned();
        let mut state = binding.state;
        let opens = role.start.min(party.map_or(role.start, |party| party.start));
        let lacks_topic = super::unsaid::lacks_topic(&words);
        let label = topics::label(self.analysis, self.passage, text, opens);
        if let Some(deed) = entrusted::done_to(text, opens).map(|deed| deed.about("", &thread.said)) {
            let held = if deed.is_the_post() { post_before(clause, opens, thread) } else { Some(deed.role) };
            words = held.map_or(words.clone(), |held| format!("{words}; {held}"));
            state = if deed.past { LeadState::Former } else { state };
        } else if let Some((label, over)) = label {
            words = format!("{over}: {label}; {words}");
        } else if let Some((label, over)) = party
            .and_then(|_| match binding.holder {
                Holder::Party(party) => Some(&clause.parties[party]),
                Holder::Nobody => None,
            })
            .and_then(|party| topics::label_behind(self.analysis, self.passage, text, party))
        {
            words = format!("{over}: {label}; {words}");
        } else if lacks_topic {
            // "Executive lead, children: vacant": up to the colon it is all one label.
            let label = || text[role.end..].find(':').map_or(role.end, |colon| role.end + colon + 1);
            let closes = role.end.max(party.map_or_else(label, |party| party.end));
            let beside = topics::said_beside(self.analysis, self.passage, clause, &(opens..closes));
            let labels =
                text[role.end..].trim_start().starts_with([':', '–', '-']) || text[..role.start].trim().is_empty();
            // "We welcome Ada Quill as the new Chair and SRO", under the heading of her board.
            let new = ["as the new ", "as our new ", "as its new ", "as their new "];
            let new = new.iter().any(|new| text[..role.start].ends_with(new));
            let above = || match (labels, new) {
                (true, _) => topics::above(self.analysis, self.passage, &thread.said),
                (false, true) => topics::board(self.analysis, self.passage),
                (false, false) => None,
            };
            // Where another lead of the sentence has a subject of its own, the words around may be of that.
            let alone = clause.roles.iter().all(|role| {
                let words = &text[role.range.clone()];
                super::unsaid::lacks_topic(words) || topics::leading_title(words).is_none()
            });
            let nearby = || alone.then(|| topics::nearby(clause, &(opens..closes))).flatten();
            if let Some(topic) = beside.or_else(above).or_else(nearby) {
                words = format!("{words}: {topic}");
            }
        } else if binding.holder == Holder::Nobody
            && let Some(topic) = topics::said_beside(self.analysis, self.passage, clause, &(opens..role.end))
        {
            words = format!("{words}: {topic}");
        }
        let organisation = self.other.clone().unwrap_or_else(|| clause.organisation_of(role, party));
        self.lead(words, name, organisation, state)
    }

    /// What is said of people by verbs, lists and headings.
    fn said_of_people(
        &self,
        bindings: &[Binding],
        listed: &[(usize, String)],
        thread: &Thread,
        leads: &mut Vec<FoundLead>,
    ) {
        let (clause, text) = (&self.clause, self.clause.text);
        let mut shared: Option<(String, bool)> = None;
        for (index, party) in clause.parties.iter().enumerate() {
            let bound = bindings.iter().any(|binding| binding.holder == Holder::Party(index));
            let joint = shared.take().filter(|_| clause.follows_in_pair(index));
            let entrusted = entrusted::done_to(text, party.range.start).or_else(|| {
                // "held by the Executive Director of Place, Ada Quill": the post stands between.
                let post = clause.roles.iter().rfind(|role| role.range.end <= party.range.start)?;
                matches!(text[post.range.end..party.range.start].trim(), "" | ",")
                    .then(|| entrusted::done_to(text, post.range.start))?
            });
            shared = entrusted.as_ref().map(|deed| (deed.role.clone(), deed.past));
            let deed = deeds::done_by(clause, index)
                .or_else(|| deeds::given(clause, index))
                .or(if bound { None } else { entrusted })
                .map(|deed| deed.about(&text[..party.range.start], &thread.said))
                .map(|deed| self.of_section(deed));
            let state = |past: bool| {
                if past || states::has_gone(&text[party.range.end..]) { LeadState::Former } else { LeadState::Named }
            };
            let beside = || {
                topics::label(self.analysis, self.passage, text, party.range.start)
                    .or_else(|| topics::label_behind(self.analysis, self.passage, text, party))
            };
            let found = match deed {
                Some(deed) if deed.is_the_post() => {
                    post_before(clause, party.range.start, thread).map(|role| (role, state(deed.past)))
                }
                Some(deed) => Some((deed.role, state(deed.past))),
                None if joint.is_some() => joint.map(|(role, past)| (role, state(past))),
                None if deeds::takes_up_post(&text[party.range.end..]) => {
                    post_before(clause, party.range.start, thread).map(|role| (role, state(false)))
                }
                None if listed.iter().any(|(party, _)| *party == index) => {
                    listed.iter().find(|(party, _)| *party == index).map(|(_, role)| (role.clone(), state(false)))
                }
                None if party.range.start == 0 && topics::heading_role(self.analysis, self.passage).is_some() => {
                    topics::heading_role(self.analysis, self.passage).map(|role| (role, state(false)))
                }
                None if bound => None,
                None => beside()
                    .map(|(label, over)| format!("{over}: {label}"))
                    .or_else(|| topics::brief_label(text, party.range.start))
                    .map(|role| (role, state(false))),
            };
            if let Some((role, state)) = found {
                let body = || Some(clause.organisation_of(&party.range, None)).filter(|body| !body.is_empty());
                let organisation = self.other.clone().or_else(body).or_else(|| organisations::led_for(&role));
                let organisation = organisation.unwrap_or_default();
                leads.push(self.lead(role, party.name.clone(), organisation, state));
            }
        }
    }
}

/// A person's body, said with one role, goes for the others of the same sentence.
fn share_bodies(leads: &mut [FoundLead]) {
    for index in 0..leads.len() {
        if leads[index].organisation.is_empty() && !leads[index].name.is_empty() {
            let body = leads.iter().find(|lead| {
                lead.name == leads[index].name && !lead.organisation.is_empty() && lead.state != LeadState::Former
            });
            if let Some(body) = body.map(|lead| lead.organisation.clone()) {
                leads[index].organisation = body;
            }
        }
    }
}

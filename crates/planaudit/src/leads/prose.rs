//! Leads in sentences, list items, headings and notes.

use std::ops::Range;

use planaudit_read::BlockKind;

use super::FoundLead;
use super::binding::Holder;
use super::clause::{Clause, Setting};
use super::{contacts, deeds, described, states};
use crate::analysis::Analysis;
use crate::assessment::LeadState;
use crate::context::Zone;
use crate::passage::Passage;

/// Finds the leads of all passages but the rows of tables.
pub(super) fn find(analysis: &Analysis<'_>, rules_out: &dyn Fn(&str) -> bool) -> Vec<FoundLead> {
    let mut leads = Vec::new();
    let mut thread = Thread::default();
    for (index, passage) in analysis.passages.iter().enumerate() {
        let kind = &analysis.text.blocks()[passage.block].kind;
        if matches!(passage.zone, Zone::Contents | Zone::Glossary | Zone::References)
            || matches!(kind, BlockKind::TableRow { .. })
        {
            continue;
        }
        if thread.block != passage.block {
            thread = Thread { block: passage.block, ..Thread::default() };
        }
        read(analysis, index, passage, &mut thread, &mut leads, rules_out);
    }
    leads
}

/// What earlier sentences of a block leave to be taken up by "she" or "that post".
#[derive(Default)]
struct Thread {
    block: usize,
    name: Option<String>,
    role: Option<String>,
    /// The last leads found, whom a contact in the next sentence belongs to.
    leads: Range<usize>,
}

fn read(
    analysis: &Analysis<'_>,
    index: usize,
    passage: &Passage,
    thread: &mut Thread,
    leads: &mut Vec<FoundLead>,
    rules_out: &dyn Fn(&str) -> bool,
) {
    let text = analysis.quote(passage);
    let first_lead = leads.len();
    let clause = Clause::of(text, Setting::Prose, thread.name.as_deref(), rules_out);
    let other = described::attribution(analysis, index, text);
    let bindings = clause.bindings(Setting::Prose);
    let mut bound_roles = vec![false; clause.roles.len()];
    let listed = listed(&clause);
    for binding in &bindings {
        bound_roles[binding.role] = true;
        if clause.roles[binding.role].plural && !listed.is_empty() {
            continue;
        }
        let role = &clause.roles[binding.role].range;
        let (name, party) = match binding.holder {
            Holder::Party(party) => (clause.parties[party].name.clone(), Some(&clause.parties[party].range)),
            Holder::Nobody => (String::new(), None),
        };
        let mut words = text[role.clone()].to_owned();
        let mut state = binding.state;
        let opens = role.start.min(party.map_or(role.start, |party| party.start));
        if let Some(deed) = deeds::done_to(text, opens) {
            let held = if deed.is_the_post() { post_before(&clause, text, opens, thread) } else { Some(deed.role) };
            words = held.map_or(words.clone(), |held| format!("{words}; {held}"));
            state = if deed.past { LeadState::Former } else { state };
        }
        if let Some((label, over)) =
            party.and_then(|party| described::label(analysis, passage, text, role.start.min(party.start)))
        {
            words = format!("{over}: {label}; {words}");
        }
        let labels = text[role.end..].trim_start().starts_with([':', '–', '-']) || text[..role.start].trim().is_empty();
        if labels
            && described::lacks_topic(&words)
            && let Some(topic) = described::topic(analysis, passage.section)
        {
            words = format!("{words}: {topic}");
        }
        let organisation = other.clone().unwrap_or_else(|| clause.organisation_of(role, party));
        leads.push(FoundLead {
            role: words,
            name,
            organisation,
            contact: String::new(),
            state,
            bytes: passage.range.clone(),
        });
    }
    for (index, party) in clause.parties.iter().enumerate() {
        let bound = bindings.iter().any(|binding| binding.holder == Holder::Party(index));
        let deed = deeds::done_by(&clause, index)
            .or_else(|| if bound { None } else { deeds::done_to(text, party.range.start) });
        let state = |past: bool| {
            if past || states::has_gone(&text[party.range.end..]) { LeadState::Former } else { LeadState::Named }
        };
        let found = match deed {
            Some(deed) if deed.is_the_post() => {
                post_before(&clause, text, party.range.start, thread).map(|role| (role, state(deed.past)))
            }
            Some(deed) => Some((deed.role, state(deed.past))),
            None if deeds::takes_up_post(&text[party.range.end..]) => {
                thread.role.clone().map(|role| (role, state(false)))
            }
            None if listed.iter().any(|(party, _)| *party == index) => {
                listed.iter().find(|(party, _)| *party == index).map(|(_, role)| (role.clone(), state(false)))
            }
            None if party.range.start == 0 && described::heading_role(analysis, passage).is_some() => {
                described::heading_role(analysis, passage).map(|role| (role, state(false)))
            }
            None if bound => None,
            None => described::label(analysis, passage, text, party.range.start)
                .map(|(label, over)| (format!("{over}: {label}"), state(false))),
        };
        if let Some((role, state)) = found {
            let organisation = other.clone().unwrap_or_else(|| clause.organisation_of(&party.range, None));
            leads.push(FoundLead {
                role,
                name: party.name.clone(),
                organisation,
                contact: String::new(),
                state,
                bytes: passage.range.clone(),
            });
        }
    }
    if clause.parties.is_empty()
        && bindings.is_empty()
        && states::is_vacant_cell(text)
        && let Some(role) = described::heading_role(analysis, passage)
    {
        leads.push(FoundLead {
            role,
            name: String::new(),
            organisation: String::new(),
            contact: String::new(),
            state: LeadState::Vacant,
            bytes: passage.range.clone(),
        });
    }
    let zone = analysis.contexts[index].zone;
    if other.is_none() && !matches!(zone, Zone::Heading | Zone::Recital | Zone::CaseStudy) {
        leads.extend(described::roles(&clause, &bound_roles, &passage.range));
    }
    share_bodies(&mut leads[first_lead..]);
    add_contacts(text, &clause, first_lead, thread, leads);
    follow(&clause, text, thread, first_lead, leads.len());
}

/// "The executive leads are A (children), B (SEND)": each with a subject of their own.
fn listed(clause: &Clause<'_>) -> Vec<(usize, String)> {
    let Some(role) = clause.roles.iter().find(|role| role.plural) else { return Vec::new() };
    let Some(title) = described::leading_title(&clause.text[role.range.clone()]) else { return Vec::new() };
    let behind = |party: &super::clause::Party| {
        let rest = clause.text[party.range.end..].trim_start();
        let subject = match rest.strip_prefix('(') {
            Some(rest) => rest.split(')').next(),
            None => rest.strip_prefix("for ").map(|rest| rest.find([',', ';', '.']).map_or(rest, |end| &rest[..end])),
        }?;
        (!subject.is_empty() && subject.len() <= 80).then(|| subject.trim_end_matches(" and").to_owned())
    };
    let parties = clause.parties.iter().enumerate().filter(|(_, party)| party.range.start >= role.range.end);
    parties.filter_map(|(index, party)| behind(party).map(|subject| (index, format!("{title}: {subject}")))).collect()
}

/// The post that "the post" means: the last role before it, in this sentence or the one before.
fn post_before(clause: &Clause<'_>, text: &str, before: usize, thread: &Thread) -> Option<String> {
    let role = clause.roles.iter().rfind(|role| role.range.end <= before);
    role.map(|role| text[role.range.clone()].to_owned()).or_else(|| thread.role.clone())
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

/// Keeps what the next sentence may take up.
fn follow(clause: &Clause<'_>, text: &str, thread: &mut Thread, first: usize, end: usize) {
    let full: Vec<&super::clause::Party> =
        clause.parties.iter().filter(|party| text[party.range.clone()] == party.name).collect();
    if let Some(last) = full.last() {
        thread.name = (full.len() == 1).then(|| last.name.clone());
    }
    if let Some(role) = clause.roles.last() {
        thread.role = Some(match deeds::done_to(text, role.range.start) {
            Some(deed) => format!("{}; {}", &text[role.range.clone()], deed.role),
            None => text[role.range.clone()].to_owned(),
        });
    }
    if end > first {
        thread.leads = first..end;
    }
}

/// Gives the addresses of a sentence to whom they belong.
fn add_contacts(text: &str, clause: &Clause<'_>, first: usize, thread: &Thread, leads: &mut [FoundLead]) {
    let found = contacts::find(text);
    if found.is_empty() {
        return;
    }
    let lower = text.to_lowercase();
    let written_to = [" her ", " him ", " them ", " her.", " his ", " their "].iter().any(|word| lower.contains(word));
    let range = if leads.len() > first {
        first..leads.len()
    } else if clause.parties.is_empty() && written_to {
        thread.leads.clone()
    } else {
        first..first
    };
    let names: Vec<&str> = {
        let mut names: Vec<&str> = clause.parties.iter().map(|party| party.name.as_str()).collect();
        names.dedup();
        names
    };
    if names.len() <= 1 {
        let joined = contacts::joined(text, &found);
        for lead in &mut leads[range] {
            lead.contact.clone_from(&joined);
        }
        return;
    }
    // Several people: an address belongs to the last name before it.
    for lead in &mut leads[range] {
        let own: Vec<Range<usize>> = found
            .iter()
            .filter(|contact| {
                clause
                    .parties
                    .iter()
                    .rfind(|party| party.range.end <= contact.start)
                    .is_some_and(|party| party.name == lead.name)
            })
            .cloned()
            .collect();
        lead.contact = contacts::joined(text, &own);
    }
}

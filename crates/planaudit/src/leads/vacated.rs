//! Posts that a sentence says nobody holds.

use super::binding::Binding;
use super::sentence::Sentence;
use super::thread::Thread;
use super::{FoundLead, listed, states, topics};
use crate::assessment::LeadState;

impl Sentence<'_, '_> {
    /// Posts that stand vacant where no bond of role and vacancy says so.
    pub(super) fn vacated(&self, bindings: &[Binding], thread: &Thread, leads: &mut Vec<FoundLead>) {
        let clause = &self.clause;
        if clause.vacancies.is_empty() {
            return;
        }
        let vacant = |role: String| self.lead(role, String::new(), String::new(), LeadState::Vacant);
        // "A successor has not yet been appointed."
        let taken_up = || {
            ["successor", "replacement", "post ", "role ", "position "].iter().any(|word| clause.text.contains(word))
        };
        if clause.roles.is_empty()
            && taken_up()
            && let Some(role) = thread.role.clone()
        {
            leads.push(vacant(role));
        }
        // "The executive lead for children left in May; the board expects to appoint a successor."
        if clause.parties.is_empty() && bindings.is_empty() {
            let left = clause.roles.iter().find(|role| {
                let words = &clause.text[role.range.clone()];
                topics::leading_title(words).is_some()
                    && !super::unsaid::lacks_topic(words)
                    && states::has_gone(&clause.text[role.range.end..])
            });
            if let Some(role) = left {
                let words = clause.text[role.range.clone()].to_owned();
                leads.push(vacant(words));
            }
        }
        // "There is at present no executive lead for children; we are advertising the post."
        for role in clause.roles.iter().filter(|role| role.generic) {
            if clause.text[..role.range.start].trim_end().to_lowercase().ends_with(" no") {
                let words = clause.text[role.range.clone()].to_owned();
                leads.push(vacant(words));
            }
        }
        // "Our executive leads: – Children: to be appointed."
        if let [vacancy, ..] = &clause.vacancies[..]
            && clause.parties.is_empty()
            && clause.roles.is_empty()
            && let Some((label, over)) = topics::label(self.analysis, self.passage, clause.text, vacancy.start)
        {
            leads.push(vacant(format!("{over}: {label}")));
        }
        if clause.parties.is_empty()
            && bindings.is_empty()
            && states::is_vacant_cell(clause.text, &clause.vacancies)
            && let Some(role) = topics::heading_role(self.analysis, self.passage)
        {
            leads.push(vacant(role));
        }
        // "Executive leads – safeguarding: A. B.; SEND: to be confirmed"
        leads.extend(listed::vacancies(clause).into_iter().map(vacant));
    }
}

//! Which of the leads found hold the role a question asks for, and the verdict that follows.

use super::FoundLead;
use crate::analysis::Analysis;
use crate::assessment::{LeadState, Person, Verdict};
use crate::evidence::Found;
use crate::rating::Rated;
use crate::rubric::Question;

/// A person question answered.
pub struct Judged<'l> {
    /// Verdict and reasons.
    pub rated: Rated,
    /// The people in the role, with the lead each was read from.
    pub people: Vec<(&'l FoundLead, Person)>,
}

/// Judges a person question: a present holder makes it *named*, a role that stands vacant *vacant*, a role described
/// *role without name*.
pub fn judge<'l>(
    analysis: &Analysis<'_>,
    question: &Question,
    leads: &'l [FoundLead],
    found: &Found<'_>,
) -> Judged<'l> {
    let asked: Vec<&FoundLead> = leads
        .iter()
        .filter(|lead| {
            question.lead.as_ref().is_some_and(|asked| {
                analysis.holds_for_words(&asked.role, &lead.role)
                    && !asked.exclude.as_ref().is_some_and(|exclude| analysis.holds_for_words(exclude, &lead.role))
            })
        })
        .collect();
    let holds = |state: &[LeadState]| asked.iter().copied().filter(|lead| state.contains(&lead.state)).collect::<Vec<_>>();
    let present = holds(&[LeadState::Named, LeadState::Interim]);
    let vacant = holds(&[LeadState::Vacant]);
    let described = holds(&[LeadState::RoleOnly]);
    let firm = found.hits.iter().filter(|hit| hit.rule.caps.is_none() && hit.rule.weight >= 2).count();
    let (verdict, shown) = if !present.is_empty() {
        (Verdict::Named, present)
    } else if !vacant.is_empty() {
        (Verdict::Vacant, vacant)
    } else if !described.is_empty() || firm > 0 {
        (Verdict::RoleWithoutName, described)
    } else {
        (Verdict::Absent, Vec::new())
    };
    let why = shown
        .iter()
        .map(|lead| if lead.name.is_empty() { lead.role.clone() } else { format!("{}: {}", lead.role, lead.name) })
        .collect();
    let why_not = match verdict {
        Verdict::Named => Vec::new(),
        Verdict::Vacant => vec!["the post is stated as vacant or to be confirmed".to_owned()],
        Verdict::RoleWithoutName => vec!["the role is described, and nobody is named in it".to_owned()],
        _ => vec![format!("{} leads found, none in this role", leads.len())],
    };
    let people = shown
        .into_iter()
        .filter(|lead| !lead.name.is_empty())
        .map(|lead| {
            let person = Person {
                name: lead.name.clone(),
                role: lead.role.clone(),
                organisation: lead.organisation.clone(),
                contact: lead.contact.clone(),
                evidence: 0,
            };
            (lead, person)
        })
        .collect();
    let rated = Rated { verdict, options: Vec::new(), why, why_not, fragile: false };
    Judged { rated, people }
}

//! Which of the leads found hold the role a question asks for, and the verdict that follows.

use super::titles::same_person;
use super::{FoundLead, organisations, roles, words};
use crate::analysis::Analysis;
use crate::assessment::{LeadState, Person, Verdict};
use crate::evidence::Found;
use crate::rating::Rated;
use crate::rubric::{Expression, Question};

/// A person question answered.
pub struct Judged<'l> {
    /// Verdict and reasons.
    pub rated: Rated,
    /// The people in the role, with the lead each was read from.
    pub people: Vec<(&'l FoundLead, Person)>,
}

/// Judges a person question: a present holder makes it *named*, a role that stands vacant *vacant*, a role described
/// *role without name*. People of councils, other areas and national bodies, and former holders, hold nothing here.
pub fn judge<'l>(
    analysis: &Analysis<'_>,
    question: &Question,
    leads: &'l [FoundLead],
    found: &Found<'_>,
) -> Judged<'l> {
    // Each is found out once: a role is analysed as a text of its own, which costs.
    let standings: Vec<(&FoundLead, Standing)> =
        leads.iter().map(|lead| (lead, Standing::of(analysis, question, leads, lead))).collect();
    let asked: Vec<&FoundLead> =
        standings.iter().filter(|(_, standing)| *standing == Standing::Holds).map(|(lead, _)| *lead).collect();
    let holds =
        |states: &[LeadState]| asked.iter().copied().filter(|lead| states.contains(&lead.state)).collect::<Vec<_>>();
    let present = holds(&[LeadState::Named, LeadState::Interim]);
    let vacant = holds(&[LeadState::Vacant]);
    let described = holds(&[LeadState::RoleOnly]);
    // A passage in which only former holders and people of other bodies have the role does not describe it.
    let elsewhere = |passage: usize| {
        let bytes = &analysis.passages[passage].range;
        let within = |lead: &FoundLead| bytes.start <= lead.bytes.start && lead.bytes.end <= bytes.end;
        let mut standings = standings
            .iter()
            .filter(|(lead, standing)| within(lead) && *standing != Standing::Unasked)
            .map(|(_, standing)| *standing)
            .peekable();
        standings.peek().is_some() && standings.all(|standing| standing == Standing::Elsewhere)
    };
    let firm = found
        .hits
        .iter()
        .filter(|hit| hit.rule.caps.is_none() && hit.rule.weight >= 2 && !elsewhere(hit.passage))
        .count();
    // A clinical or programme lead does not fill the executive's vacant post.
    let post_vacant =
        vacant.iter().any(|lead| is_senior(&lead.role)) && !present.iter().any(|lead| is_senior(&lead.role));
    let (verdict, shown) = if !present.is_empty() && !post_vacant {
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
    let people = if verdict == Verdict::Named { people(leads, &shown) } else { Vec::new() };
    let rated = Rated { verdict, options: Vec::new(), why, why_not, fragile: false };
    Judged { rated, people }
}

/// How a lead stands to the role that a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It is the role.
    Holds,
    /// It is the role, of another body or of the past, or a post that the question says is not it.
    Elsewhere,
    /// It is another role.
    Unasked,
}

impl Standing {
    fn of(analysis: &Analysis<'_>, question: &Question, leads: &[FoundLead], lead: &FoundLead) -> Self {
        let Some(asked) = &question.lead else { return Self::Unasked };
        // A header and its row say what a sentence says with "for": "Board member: SEND" is the board member for SEND.
        // And a comma parts subjects: "safeguarding, children and SEND" is more than the safeguarding of children.
        let spoken = lead.role.replace(": ", " for ").replace(", ", ", also ");
        let holds =
            |find: &Expression| analysis.holds_for_words(find, &lead.role) || analysis.holds_for_words(find, &spoken);
        let others = other_posts(leads, lead);
        let senior = others.iter().any(|role| is_senior(role));
        // "leads on SEND" says no more of somebody's standing than the posts they are known by.
        let by_post = || {
            let needs_standing = senior && (is_deed(&lead.role) || !is_senior(&lead.role));
            needs_standing
                && analysis.holds_for_words(&asked.role, &format!("{} {BESIDES} {}", lead.role, others.join("; ")))
        };
        if !(holds(&asked.role) || by_post()) {
            return Self::Unasked;
        }
        let rank = lead.name.split(' ').next().unwrap_or_default();
        let outside = matches!(rank, "Cllr" | "Councillor" | "Detective" | "Superintendent" | "Constable" | "Alderman");
        let junior = !others.is_empty() && !senior && is_deed(&lead.role) && !is_senior(&lead.role);
        if lead.state == LeadState::Former
            || outside
            || junior
            || organisations::is_other(&lead.organisation)
            || asked.exclude.as_ref().is_some_and(holds) && !holds_by_itself(analysis, question, &lead.role)
        {
            return Self::Elsewhere;
        }
        Self::Holds
    }
}

/// Whether one of several parts of a role, or what it says in brackets, is the role asked for and nothing that is left
/// out: whoever holds the executive portfolio for children holds it, though they also chair a board.
fn holds_by_itself(analysis: &Analysis<'_>, question: &Question, role: &str) -> bool {
    let Some(asked) = &question.lead else { return false };
    let parts = role.split("; ").filter(|part| part.len() < role.len());
    let brackets = role.split('(').skip(1).filter_map(|behind| behind.split_once(')')).map(|(inside, _)| inside);
    parts.chain(brackets).any(|part| {
        analysis.holds_for_words(&asked.role, part)
            && !asked.exclude.as_ref().is_some_and(|exclude| analysis.holds_for_words(exclude, part))
    })
}

/// Keeps a person's role apart from their other posts, farther than words of one role stand.
const BESIDES: &str = "and, as is said at another place of this same plan, also";

/// The present posts that a lead's holder is known by, besides the role itself.
fn other_posts<'l>(leads: &'l [FoundLead], lead: &FoundLead) -> Vec<&'l str> {
    if lead.name.is_empty() {
        return Vec::new();
    }
    leads
        .iter()
        .filter(|other| other.role != lead.role && matches!(other.state, LeadState::Named | LeadState::Interim))
        .filter(|other| !is_deed(&other.role) && same_person(&other.name, &lead.name))
        .map(|other| other.role.as_str())
        .collect()
}

/// Whether a role is said by a verb alone, without the noun of a post.
fn is_deed(role: &str) -> bool {
    roles::phrases(role, &words::words(role), &[]).is_empty()
}

/// Whether a role says that it is held at executive or board level.
fn is_senior(role: &str) -> bool {
    let lower = role.to_lowercase();
    let below =
        ["deputy director", "associate", "assistant", "programme director", "project director", "clinical director"];
    ["executive", "exec", "sro", "senior responsible", "board", "chief", "director"]
        .iter()
        .any(|word| lower.contains(word))
        && !below.iter().any(|word| lower.contains(word))
}

/// The people shown, each once, with all their roles among those shown, and a contact from any lead of theirs.
fn people<'l>(leads: &'l [FoundLead], shown: &[&'l FoundLead]) -> Vec<(&'l FoundLead, Person)> {
    let mut people: Vec<(&FoundLead, Person)> = Vec::new();
    for lead in shown {
        if let Some((_, person)) = people.iter_mut().find(|(_, person)| same_person(&person.name, &lead.name)) {
            if !person.role.contains(&lead.role) {
                person.role = format!("{}; {}", person.role, lead.role);
            }
            for (known, further) in
                [(&mut person.organisation, &lead.organisation), (&mut person.contact, &lead.contact)]
            {
                if known.is_empty() {
                    known.clone_from(further);
                }
            }
            if lead.name.len() > person.name.len() {
                person.name.clone_from(&lead.name);
            }
            continue;
        }
        let person = Person {
            name: lead.name.clone(),
            role: lead.role.clone(),
            organisation: lead.organisation.clone(),
            contact: lead.contact.clone(),
            evidence: 0,
        };
        people.push((lead, person));
    }
    for (_, person) in &mut people {
        let others = leads.iter().filter(|lead| same_person(&lead.name, &person.name));
        for lead in others {
            if person.contact.is_empty() {
                person.contact.clone_from(&lead.contact);
            }
            if person.organisation.is_empty() && lead.state != LeadState::Former {
                person.organisation.clone_from(&lead.organisation);
            }
        }
    }
    people
}

//! Leads: people with their roles, bound by how the text is built.
//!
//! A name and a role belong together when a comma, a bracket, a colon, a verb or a row of a table joins them; never for
//! standing near. What cannot be joined stays apart: a role without a name, a name without a role.

mod apposed;
mod attendance;
mod binding;
mod bonds;
mod clause;
mod contacts;
mod deeds;
mod described;
mod employers;
mod entrusted;
mod extents;
mod headers;
mod heads;
mod judge;
mod lines;
mod listed;
mod name_parts;
pub mod names;
mod noted;
mod organisations;
mod profiles;
mod prose;
mod role_words;
mod roles;
mod rows;
mod sentence;
mod signatures;
mod states;
mod tables;
mod thread;
mod titles;
mod topics;
mod unsaid;
mod vacated;
mod verbs;
mod vocabulary;
mod words;

use std::ops::Range;

use crate::analysis::Analysis;
use crate::assessment::LeadState;

use vocabulary::Vocabulary;

pub use judge::{Judged, judge};

/// A lead as found in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundLead {
    /// Role as printed; of a table row, with what its header adds.
    pub role: String,
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
    /// How the role is held.
    pub state: LeadState,
    /// Bytes of the text it was read from.
    pub bytes: Range<usize>,
}

impl FoundLead {
    /// The same role with nobody in it.
    fn left_open(&self) -> Self {
        let (name, contact) = (String::new(), String::new());
        Self { name, contact, state: LeadState::Vacant, ..self.clone() }
    }
}

/// Every lead in a document, in order of place.
///
/// ```
/// use planaudit::{Analysis, LeadState, Rubric, leads};
/// let rubric = Rubric::hpig_2024();
/// let text = "Our Chief Nurse, Tamsin Orrick, is executive lead for children. The post of Chief Medical Officer is vacant.";
/// let document = planaudit::read::read_text(text);
/// let found = leads::find(&Analysis::of(&document, &rubric));
/// assert_eq!((found[0].role.as_str(), found[0].name.as_str()), ("Chief Nurse", "Tamsin Orrick"));
/// assert_eq!(found[1].role, "executive lead for children");
/// assert_eq!(found[2].state, LeadState::Vacant);
/// ```
pub fn find(analysis: &Analysis<'_>) -> Vec<FoundLead> {
    let mut vocabulary = Vocabulary::of(analysis);
    let mut in_tables = tables::find(analysis, &vocabulary);
    let mut in_prose = prose::find(analysis, &vocabulary);
    let signed = signatures::find(analysis, &vocabulary);
    // Whoever stands beside a role in one place is a person in every other.
    let met = in_prose.iter().chain(&in_tables).chain(&signed).cloned().collect::<Vec<_>>();
    if vocabulary.meet(&met, analysis.text.as_str()) {
        in_prose = prose::find(analysis, &vocabulary);
        in_tables = tables::find(analysis, &vocabulary);
    }
    let mut leads = in_prose;
    leads.extend(in_tables);
    for lead in signed {
        if leads.iter().all(|known| {
            known.name != lead.name || !lead.role.contains(&known.role) || known.bytes.start > lead.bytes.end
        }) {
            leads.push(lead);
        }
    }
    leads.sort_by_key(|lead| lead.bytes.start);
    titles::join(&mut leads);
    noted::join(analysis, &vocabulary, &mut leads);
    let mut kept: Vec<FoundLead> = Vec::with_capacity(leads.len());
    for lead in leads {
        let same = |known: &FoundLead| (&known.role, &known.name, known.state) == (&lead.role, &lead.name, lead.state);
        if !kept.iter().any(|known| {
            same(known)
                && (known.contact == lead.contact || lead.contact.is_empty())
                && known.organisation == lead.organisation
        }) {
            kept.push(lead);
        }
    }
    kept
}

impl Analysis<'_> {
    /// Whether an expression holds for words that stand by themselves, such as a role.
    pub(crate) fn holds_for_words(&self, find: &crate::rubric::Expression, words: &str) -> bool {
        let block = planaudit_read::Block::one_line(planaudit_read::BlockKind::Caption, words, None, 1);
        let document = planaudit_read::Document {
            format: planaudit_read::Format::Text,
            title: None,
            pages: Vec::new(),
            blocks: vec![block],
            furniture: Vec::new(),
            citations: Vec::new(),
        };
        let analysis = Analysis::of(&document, self.rubric);
        analysis.passages.iter().any(|passage| find.holds(&analysis, passage, &mut Vec::new()))
    }
}

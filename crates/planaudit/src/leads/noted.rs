//! A post in the text whose holder a note names: "our executive lead for children¹", then "¹ Priya Ashdown".

use super::FoundLead;
use super::signatures::name_alone;
use super::vocabulary::Vocabulary;
use crate::analysis::Analysis;
use crate::assessment::LeadState;

/// Gives the one post without a name in a block the name that is all its note says.
pub(super) fn join(analysis: &Analysis<'_>, vocabulary: &Vocabulary, leads: &mut [FoundLead]) {
    let text = analysis.text.as_str();
    let blocks = analysis.text.blocks();
    for note in blocks {
        let Some(citing) = note.cited_by.and_then(|citing| blocks.get(citing)) else { continue };
        let words = text[note.range.clone()].trim_start_matches(|letter: char| !letter.is_alphabetic());
        let Some(name) = name_alone(words.trim_end_matches('.'), vocabulary) else { continue };
        let within =
            |lead: &&mut FoundLead| citing.range.start <= lead.bytes.start && lead.bytes.end <= citing.range.end;
        let mut posts = leads.iter_mut().filter(within);
        if let (Some(lead), None) = (posts.next(), posts.next())
            && lead.name.is_empty()
            && lead.state == LeadState::RoleOnly
        {
            lead.name = name;
            lead.state = LeadState::Named;
        }
    }
}

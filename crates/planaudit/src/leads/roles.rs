//! Roles and who holds them.

use super::FoundLead;
use crate::analysis::Analysis;

/// Every lead in a document, in order of place.
pub fn find(analysis: &Analysis<'_>) -> Vec<FoundLead> {
    let _ = analysis;
    Vec::new()
}

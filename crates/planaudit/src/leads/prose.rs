//! Leads in sentences, list items, headings and notes.

use planaudit_read::BlockKind;

use super::FoundLead;
use super::lines;
use super::sentence::Sentence;
use super::thread::Thread;
use super::vocabulary::Vocabulary;
use crate::analysis::Analysis;
use crate::context::Zone;

/// Finds the leads of all passages but the rows of tables.
pub(super) fn find(analysis: &Analysis<'_>, vocabulary: &Vocabulary) -> Vec<FoundLead> {
    let mut leads = Vec::new();
    let mut thread = Thread::start();
    for (index, passage) in analysis.passages.iter().enumerate() {
        let kind = &analysis.text.blocks()[passage.block].kind;
        if matches!(passage.zone, Zone::Contents | Zone::Glossary | Zone::References)
            || matches!(kind, BlockKind::TableRow { .. })
        {
            continue;
        }
        if thread.block != passage.block {
            thread = thread.next(analysis, passage, vocabulary);
        }
        let text = lines::parted(analysis, passage);
        Sentence::new(analysis, index, passage, &text, &thread, vocabulary).read(&mut thread, &mut leads);
    }
    leads
}

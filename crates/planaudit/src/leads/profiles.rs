//! What is said of a person whom the words before name: "Leads on: quality, children", a list below a heading that is a name.

use planaudit_read::BlockKind;

use super::sentence::Sentence;
use super::thread::Thread;
use super::{deeds, topics};
use crate::analysis::Analysis;
use crate::passage::Passage;

impl Sentence<'_, '_> {
    /// The role that a sentence without a subject gives to the person named before it.
    pub(super) fn said_of_person(&self, thread: &Thread) -> Option<String> {
        let clause = &self.clause;
        if !(clause.parties.is_empty() && clause.vacancies.is_empty()) {
            return None;
        }
        // "Executive lead for SEND." by itself, behind the name.
        let titled = clause.roles.first().map(|role| role.range.clone()).filter(|role| {
            let rest = clause.text[role.end..].trim_end_matches(['.', ' ']);
            role.start == 0 && rest.is_empty() && topics::leading_title(&clause.text[role.clone()]).is_some()
        });
        titled
            .map(|role| clause.text[role].to_owned())
            .or_else(|| deeds::without_subject(clause.text).map(|deed| deed.role))
            .or_else(|| self.item_of_profile(thread))
    }

    /// With the heading's words where what is led is "this chapter".
    pub(super) fn of_section(&self, mut deed: deeds::Deed) -> deeds::Deed {
        let lower = deed.role.to_lowercase();
        let parts =
            ["this chapter", "this section", "this part", "this priority", "this ambition", "this theme", "this aim"];
        if parts.iter().any(|part| lower.contains(part))
            && let Some(topic) = topics::above(self.analysis, self.passage, "")
        {
            deed.role = format!("{}: {topic}", deed.role);
        }
        deed
    }

    /// What an entry of a list below a person's name says that they lead, where the heading above speaks of briefs.
    fn item_of_profile(&self, thread: &Thread) -> Option<String> {
        let (clause, analysis) = (&self.clause, self.analysis);
        let item = matches!(analysis.text.blocks()[self.passage.block].kind, BlockKind::ListItem { .. });
        let short = clause.text.split_whitespace().count() <= 12 && clause.roles.is_empty();
        if !(item && short && thread.of_profile()) {
            return None;
        }
        let over = briefs_over(analysis, self.passage)?;
        Some(format!("{over}: {}", clause.text.trim_end_matches(['.', ';', ','])))
    }
}

/// A lead-in or heading above a passage that calls what stands below it briefs: "Executive portfolios", "Responsible for".
fn briefs_over(analysis: &Analysis<'_>, passage: &Passage) -> Option<String> {
    let lead_in = passage.lead_in.map(|lead| analysis.quote(&analysis.passages[lead]));
    let headings = analysis.outline.ancestry(passage.section).filter_map(|section| {
        let block = analysis.outline.sections()[section].heading?;
        Some(&analysis.text.as_str()[analysis.text.blocks()[block].range.clone()])
    });
    lead_in
        .into_iter()
        .chain(headings)
        .find(|words| {
            let lower = words.to_lowercase();
            words.split_whitespace().count() <= 10
                && lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| {
                    matches!(
                        word,
                        "portfolio" | "portfolios" | "brief" | "briefs" | "remit" | "remits" | "responsible" | "leads"
                    ) || word.starts_with("responsibilit")
                })
        })
        .map(|words| words.trim_end_matches([':', ' ']).to_owned())
}

//! How far a passage commits its writer, and when.

use crate::analysis::Analysis;
use crate::context::{Commitment, Context, Time};
use crate::passage::Passage;
use crate::values::ValueKind;

/// Commitment, whether it is hedged, and time. `lead` is the context of the sentence or header row above.
pub(super) fn commitment(
    analysis: &Analysis<'_>,
    passage: &Passage,
    lead: Option<&Context>,
) -> (Commitment, bool, Time) {
    let cues = &analysis.rubric.cues;
    let names = |concept| analysis.matches.any(concept, &passage.tokens);
    let mut hedged = names(cues.hedge);
    let (action, done, planned) = (names(cues.action), names(cues.done), names(cues.planned));
    let past = names(cues.past);
    let mut commitment = if action {
        Commitment::Action
    } else if names(cues.intention) {
        Commitment::Intention
    } else if done {
        Commitment::Action
    } else if names(cues.need) && !past {
        Commitment::Need
    } else {
        Commitment::Mention
    };
    let mut time = if planned {
        Time::Planned
    } else if done || past {
        Time::Done
    } else {
        Time::Now
    };
    // An item of a list says what its lead-in began: "We will: … open two clinics".
    if let Some(lead) = lead
        && commitment < lead.commitment
        && !done
    {
        commitment = lead.commitment.min(Commitment::Action);
        time = lead.time;
        hedged |= lead.hedged;
    }
    if commitment < Commitment::Action && !done && is_item(analysis, passage) {
        let heading_says = |concept| {
            analysis
                .outline
                .ancestry(passage.section)
                .filter_map(|section| analysis.heading_tokens(section))
                .chain(passage.above.iter().cloned())
                .any(|tokens| analysis.matches.any(concept, &tokens))
        };
        if heading_says(cues.action_heading) {
            commitment = Commitment::Action;
            time = Time::Planned;
        } else if commitment < Commitment::Intention && heading_says(cues.priority_heading) {
            commitment = Commitment::Intention;
        }
    }
    if commitment == Commitment::Action && !hedged {
        let dated = analysis.values.count(ValueKind::Date, &passage.tokens) > 0;
        if (dated && time != Time::Done) || names(cues.owner) {
            commitment = Commitment::DatedOrOwnedAction;
        }
    }
    if hedged {
        commitment = commitment.min(Commitment::Intention);
    }
    (commitment, hedged, time)
}

fn is_item(analysis: &Analysis<'_>, passage: &Passage) -> bool {
    use planaudit_read::BlockKind;
    matches!(
        analysis.text.blocks()[passage.block].kind,
        BlockKind::ListItem { .. } | BlockKind::TableRow { header: false, .. }
    )
}

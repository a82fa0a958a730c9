//! Context: what can be said of a passage once and for all rules.

mod commitment;
mod cues;
mod kinds;
mod polarity;
mod population;
mod zone;

pub use cues::Cues;
pub use kinds::{Attribution, Commitment, Context, Named, Polarity, Population, PopulationSource, Time, Zone};
pub use polarity::negated;

use crate::analysis::Analysis;

/// The context of every passage, in order.
pub fn contexts(analysis: &Analysis<'_>) -> Vec<Context> {
    let populations = population::populations(analysis);
    let mut contexts: Vec<Context> = Vec::with_capacity(analysis.passages.len());
    for (passage, (population, population_from)) in analysis.passages.iter().zip(populations) {
        let lead = passage.lead_in.and_then(|lead| contexts.get(lead)).copied();
        let (commitment, hedged, time) = commitment::commitment(analysis, passage, lead.as_ref());
        contexts.push(Context {
            population,
            population_from,
            // Polarity depends on what is matched; the passage's own is that of its first words.
            polarity: Polarity::Affirmed,
            commitment,
            hedged,
            time,
            zone: zone::zone(analysis, passage),
            attribution: population::attribution(analysis, passage),
        });
    }
    contexts
}

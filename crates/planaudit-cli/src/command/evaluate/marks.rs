//! Values as cells, a dash for what is undefined, and a legend that says why.

use std::collections::BTreeSet;

use planaudit::evaluate::{Score, Undefined};

use crate::command::table::Layout;

/// The reasons met so far.
#[derive(Default)]
pub(super) struct Used(BTreeSet<Undefined>);

impl Used {
    pub(super) fn value(&mut self, score: &Score) -> String {
        match (score.value, score.undefined) {
            (Some(value), _) => figure(value),
            (None, reason) => self.dash(reason),
        }
    }

    /// Empty where there is no value either: one dash is enough.
    pub(super) fn interval(&mut self, score: &Score) -> String {
        match (score.interval, score.value) {
            (Some((low, high)), _) => format!("{} to {}", figure(low), figure(high)),
            (None, Some(_)) => self.dash(score.interval_undefined),
            (None, None) => String::new(),
        }
    }

    pub(super) fn legend(&self, layout: Layout) -> String {
        // A line break of its own in Markdown, where lines would run together.
        let end = if layout == Layout::Markdown { "  \n" } else { "\n" };
        let line = |reason: &Undefined| ["–", mark(*reason), " ", reason.reason(), end].concat();
        self.0.iter().map(line).collect()
    }

    fn dash(&mut self, reason: Option<Undefined>) -> String {
        let Some(reason) = reason else { return "–".to_owned() };
        self.0.insert(reason);
        format!("–{}", mark(reason))
    }
}

fn figure(value: f64) -> String {
    // A value that rounds to zero from below would print as -0.00.
    let rounded = (value * 100.0).round() / 100.0 + 0.0;
    format!("{rounded:.2}")
}

fn mark(reason: Undefined) -> &'static str {
    match reason {
        Undefined::Nothing => "¹",
        Undefined::NoVariation => "²",
        Undefined::NoneGiven => "³",
        Undefined::NoneInKey => "⁴",
        Undefined::OneDocument => "⁵",
        Undefined::RarelyDefined => "⁶",
    }
}

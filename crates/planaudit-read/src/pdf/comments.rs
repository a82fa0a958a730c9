//! Reviewers' comments that a word processor prints beside a draft's text: no part of the plan, but remembered with the
//! running lines.

use super::ink::{Ink, Rule};
use super::pieces::Piece;

/// How far the pane reaches to the left of its text, in ems.
const PANE_MARGIN: f32 = 2.5;

/// Marks the comments printed in a pane at the page's side as no part of the text, and leaves out the rules that tie them
/// to it.
pub(super) fn set_aside(pieces: &mut [Piece], ink: &mut Ink) {
    let balloons = pieces.iter().filter(|piece| opens_comment(&piece.text()));
    let Some((left, size)) = balloons.map(|piece| (piece.x0, piece.size)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    else {
        return;
    };
    // They stand beside the text, never over the middle of the page.
    if f64::from(left) < ink.width / 2.0 {
        return;
    }
    for word in pieces.iter_mut().filter(|piece| piece.x0 > left - 1.0).flat_map(|piece| &mut piece.words) {
        word.furniture = true;
    }
    let pane = f64::from(left - PANE_MARGIN * size.max(8.0));
    let ends_before = |rule: &Rule| rule.to < pane;
    ink.level.retain(ends_before);
    ink.level_edges.retain(ends_before);
    ink.upright.retain(|rule| rule.at < pane);
    ink.upright_edges.retain(|rule| rule.at < pane);
}

/// `Commented [AB1]: …`: the reviewer's initials and a number, as word processors print them.
fn opens_comment(text: &str) -> bool {
    let rest = text.strip_prefix("Commented [").or_else(|| text.strip_prefix("Comment ["));
    let label = rest.and_then(|rest| rest.split_once(']')).map(|(label, _)| label);
    label.is_some_and(|label| {
        let initials = label.trim_end_matches(|c: char| c.is_ascii_digit());
        initials.len() < label.len() && initials.chars().count() <= 6 && initials.chars().all(|c| !c.is_numeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_text() {
        assert!(opens_comment("Commented [AB12]: Is this so?"));
        assert!(opens_comment("Comment [R1]: Yes"));
        assert!(!opens_comment("Commented [on the draft]"));
        assert!(!opens_comment("Commented 12 times"));
    }
}

//! The quantified targets of all documents.

use planaudit::{Assessment, Target};
use serde::Serialize;

use super::answers::place;
use super::matrix::{full_name, label};
use super::questions::kind_words;

/// One target of one document.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    document: usize,
    label: &'a str,
    kind: &'static str,
    edition: &'a str,
    name: String,
    /// The level or the change, in words: `down to 20 per cent`, `up by 30`.
    level: String,
    /// The figure it starts from, with what it counts.
    baseline: String,
    place: String,
    section: String,
    target: &'a Target,
}

pub(super) fn of(assessment: &Assessment) -> Vec<Row<'_>> {
    let documents = assessment.documents.iter().enumerate();
    documents
        .flat_map(|(index, document)| {
            document.targets.iter().map(move |target| Row {
                document: index,
                label: label(document),
                kind: kind_words(document.kind).0,
                edition: document.edition.as_deref().unwrap_or_default(),
                name: full_name(document),
                level: level(target),
                baseline: with_unit(&target.baseline, &target.unit),
                place: place(target.page, target.page_label.as_deref(), 0),
                section: target.section.join(" › "),
                target,
            })
        })
        .collect()
}

fn level(target: &Target) -> String {
    use planaudit::{Amount, Direction};
    let figure = with_unit(&target.figure, &target.unit);
    let by = target.amount == Amount::Change;
    match target.direction {
        Direction::Increase if by => format!("up by {figure}"),
        Direction::Increase => format!("up to {figure}"),
        Direction::Decrease if by => format!("down by {figure}"),
        Direction::Decrease => format!("down to {figure}"),
        Direction::AtLeast => format!("at least {figure}"),
        Direction::AtMost => format!("at most {figure}"),
        Direction::Reach => figure,
        Direction::Keep => format!("kept at {figure}"),
    }
}

/// A figure with what it counts: `20 per cent`, `20%`.
fn with_unit(figure: &str, unit: &str) -> String {
    match (figure, unit) {
        ("", _) => String::new(),
        (_, "") => figure.to_owned(),
        (_, "%") => format!("{figure}%"),
        _ => format!("{figure} {unit}"),
    }
}

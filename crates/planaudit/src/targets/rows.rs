//! Targets in tables: the header row says which cell is the measure, the baseline, the level and the date.

use std::ops::Range;

use planaudit_read::BlockKind;

use super::FoundTarget;
use super::cues::Cues;
use super::dates::{dates, printed};
use super::figures::{Figure, figures};
use super::measure::group;
use super::prose::{above, compared};
use crate::analysis::Analysis;
use crate::assessment::{Amount, Direction};
use crate::lexicon::ConceptId;

/// What a column of a table of targets holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Measure,
    Baseline,
    Target,
    Date,
    Other,
}

/// Reads a row of a table that has a column of targets. Says whether the passage was such a row.
pub(super) fn read(analysis: &Analysis<'_>, cues: &Cues, index: usize, found: &mut Vec<FoundTarget>) -> bool {
    let passage = &analysis.passages[index];
    let BlockKind::TableRow { header, .. } = &analysis.text.blocks()[passage.block].kind else { return false };
    if *header {
        return true;
    }
    let Some(top) = passage.lead_in.map(|lead| &analysis.passages[lead]) else { return false };
    if !matches!(analysis.text.blocks()[top.block].kind, BlockKind::TableRow { header: true, .. }) {
        return false;
    }
    let heads = cells(analysis, top.block);
    let cells = cells(analysis, passage.block);
    let mut columns: Vec<Column> = heads.iter().map(|head| column(analysis, cues, head)).collect();
    let at = |columns: &[Column], wanted| columns.iter().position(|column| *column == wanted);
    let Some(target) = at(&columns, Column::Target) else { return false };
    // A column headed by a year, beside one of targets, is where things stood.
    if at(&columns, Column::Baseline).is_none() {
        let dated = (0..target)
            .find(|&place| columns[place] == Column::Other && !dates(analysis, cues, &heads[place]).is_empty());
        if let Some(place) = dated {
            columns[place] = Column::Baseline;
        }
    }
    let measure = at(&columns, Column::Measure).or_else(|| at(&columns, Column::Other));
    let cell = |place: Option<usize>| place.and_then(|place| cells.get(place)).cloned().unwrap_or(0..0);
    let (measure, level) = (cell(measure), cell(Some(target)));
    let Some(figure) = figures(analysis, &level).into_iter().next() else { return true };
    if measure.is_empty() {
        return true;
    }
    let base = figures(analysis, &cell(at(&columns, Column::Baseline))).into_iter().next();
    let date_cell = cell(at(&columns, Column::Date));
    let date = [&date_cell, &level, &heads[target], &measure]
        .into_iter()
        .find_map(|tokens| dates(analysis, cues, tokens).first().map(|date| printed(analysis, date)))
        .unwrap_or_else(|| above(analysis, cues, index));
    let (direction, amount) = direction(analysis, cues, &level, &measure, base.as_ref(), &figure);
    let unit = [figure.unit, base.as_ref().map_or("", |base| base.unit), unit_of(analysis, &measure)];
    let text = analysis.text.as_str();
    found.push(FoundTarget {
        measure: text[analysis.bytes(&measure)].to_owned(),
        group: group(analysis, cues, &measure).unwrap_or_default(),
        baseline: base.map(|base| base.printed(analysis)).unwrap_or_default(),
        figure: figure.printed(analysis),
        unit: unit.into_iter().find(|unit| !unit.is_empty()).unwrap_or_default().to_owned(),
        direction,
        amount,
        date,
        passage: index,
        bytes: passage.range.clone(),
    });
    true
}

/// Tokens of each cell of a row.
fn cells(analysis: &Analysis<'_>, block: usize) -> Vec<Range<u32>> {
    let token = |byte: usize| analysis.tokens.partition_point(|token| (token.start as usize) < byte) as u32;
    analysis.text.blocks()[block].cells().map(|cell| token(cell.start)..token(cell.end)).collect()
}

fn column(analysis: &Analysis<'_>, cues: &Cues, head: &Range<u32>) -> Column {
    let says = |concept: ConceptId| analysis.matches.any(concept, head);
    if says(cues.column_baseline) {
        Column::Baseline
    } else if says(cues.column_target) {
        Column::Target
    } else if says(cues.column_date) {
        Column::Date
    } else if says(cues.column_measure) {
        Column::Measure
    } else {
        Column::Other
    }
}

/// Where the level lies: from its baseline, or by the words of the cell or of the measure.
fn direction(
    analysis: &Analysis<'_>,
    cues: &Cues,
    level: &Range<u32>,
    measure: &Range<u32>,
    base: Option<&Figure>,
    figure: &Figure,
) -> (Direction, Amount) {
    let says = |concept: ConceptId, within: &Range<u32>| analysis.matches.any(concept, within);
    let moves = says(cues.increase, level) || says(cues.decrease, level);
    let before = figure.tokens.start.checked_sub(1).filter(|before| level.contains(before));
    let by = before.is_some_and(|before| super::clause::word(analysis, before) == "by");
    let leads = moves && figure.tokens.start == level.start;
    if by || leads {
        let direction = if says(cues.decrease, level) { Direction::Decrease } else { Direction::Increase };
        return (direction, Amount::Change);
    }
    let direction = base
        .and_then(|base| compared(analysis, base, figure))
        .or_else(|| {
            [
                (cues.at_least, level, Direction::AtLeast),
                (cues.at_most, level, Direction::AtMost),
                (cues.increase, level, Direction::Increase),
                (cues.decrease, level, Direction::Decrease),
                (cues.increase, measure, Direction::Increase),
                (cues.decrease, measure, Direction::Decrease),
            ]
            .into_iter()
            .find(|(concept, within, _)| says(*concept, within))
            .map(|(.., direction)| direction)
        })
        .unwrap_or(Direction::Reach);
    (direction, Amount::Level)
}

/// What a measure's own words say its figures count.
fn unit_of(analysis: &Analysis<'_>, measure: &Range<u32>) -> &'static str {
    let words = analysis.text.as_str()[analysis.bytes(measure)].to_lowercase();
    [
        ("per 100,000", "per 100,000"),
        ("per 10,000", "per 10,000"),
        ("per 1,000", "per 1,000"),
        ("percentage point", "percentage points"),
        ("per cent", "per cent"),
        ("percent", "per cent"),
        ("%", "%"),
        ("weeks", "weeks"),
        ("days", "days"),
    ]
    .into_iter()
    .find(|(written, _)| words.contains(written))
    .map_or("", |(_, unit)| unit)
}

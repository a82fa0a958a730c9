//! Targets in tables: the header row says which cell is the measure, the baseline, the level and the date.

use std::ops::Range;

use planaudit_read::BlockKind;

use super::FoundTarget;
use super::cues::Cues;
use super::dates::{dates, printed};
use super::fields::{above, compared};
use super::figures::{Figure, figures};
use super::measure::group;
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
    let years = |place: usize| !dates(analysis, cues, &heads[place]).is_empty();
    let based = at(&columns, Column::Baseline);
    if at(&columns, Column::Target).is_none() {
        // Columns headed by years, behind one of where things stand: a trajectory.
        let Some(based) = based else { return false };
        for (place, column) in columns.iter_mut().enumerate().skip(based + 1) {
            if matches!(column, Column::Other | Column::Date) && years(place) {
                *column = Column::Target;
            }
        }
    } else if based.is_none() {
        // A column headed by a year, beside one of targets, is where things stood.
        let target = at(&columns, Column::Target).unwrap_or(0);
        if let Some(place) = (0..target).find(|&place| columns[place] == Column::Other && years(place)) {
            columns[place] = Column::Baseline;
        }
    }
    let targets: Vec<usize> = (0..columns.len()).filter(|&place| columns[place] == Column::Target).collect();
    let row = Row { analysis, cues, index, heads: &heads, cells: &cells, columns: &columns };
    found.extend(targets.iter().filter_map(|&place| row.target(place)));
    !targets.is_empty()
}

/// A row whose columns are known.
struct Row<'a> {
    analysis: &'a Analysis<'a>,
    cues: &'a Cues,
    index: usize,
    heads: &'a [Range<u32>],
    cells: &'a [Range<u32>],
    columns: &'a [Column],
}

impl Row<'_> {
    /// The cell in the first column of a sort; empty where there is none.
    fn cell(&self, wanted: Column) -> Range<u32> {
        let place = self.columns.iter().position(|column| *column == wanted);
        place.and_then(|place| self.cells.get(place)).cloned().unwrap_or(0..0)
    }

    /// Bytes of the cell that tokens fill, its marks and brackets with it.
    fn whole_cell(&self, tokens: &Range<u32>) -> Range<usize> {
        let bytes = self.analysis.bytes(tokens);
        let block = &self.analysis.text.blocks()[self.analysis.passages[self.index].block];
        block.cells().find(|cell| cell.start <= bytes.start && bytes.end <= cell.end).unwrap_or(bytes)
    }

    /// The target in a cell.
    fn target(&self, place: usize) -> Option<FoundTarget> {
        let (analysis, cues) = (self.analysis, self.cues);
        let measure = match self.cell(Column::Measure) {
            none if none.is_empty() => self.cell(Column::Other),
            measure => measure,
        };
        let level = self.cells.get(place).cloned().filter(|_| !measure.is_empty())?;
        let figure = figures(analysis, &level).into_iter().next()?;
        let base = figures(analysis, &self.cell(Column::Baseline)).into_iter().next();
        let date_cell = self.cell(Column::Date);
        let date = [&date_cell, &level, &self.heads[place], &measure]
            .into_iter()
            .find_map(|tokens| dates(analysis, cues, tokens).first().map(|date| printed(analysis, date)))
            .unwrap_or_else(|| above(analysis, cues, self.index));
        let (direction, amount) = direction(analysis, cues, &level, &measure, base.as_ref(), &figure);
        let units = [figure.unit, base.as_ref().map_or("", |base| base.unit), unit_of(analysis, &measure)];
        let unit = units.into_iter().find(|unit| !unit.is_empty()).unwrap_or_default().to_owned();
        // A bare number may be that of a chapter.
        if unit.is_empty() && base.is_none() && date.is_empty() {
            return None;
        }
        let text = analysis.text.as_str();
        Some(FoundTarget {
            measure: text[self.whole_cell(&measure)].to_owned(),
            group: group(analysis, cues, &measure).unwrap_or_default(),
            baseline: base.map(|base| base.printed(analysis)).unwrap_or_default(),
            figure: figure.printed(analysis),
            unit,
            direction,
            amount,
            date,
            passage: self.index,
            bytes: analysis.passages[self.index].range.clone(),
        })
    }
}

/// Tokens of each cell of a row.
pub(super) fn cells(analysis: &Analysis<'_>, block: usize) -> Vec<Range<u32>> {
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

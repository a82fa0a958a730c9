//! What stands above and beside a cell: the role of its row, the area or the body of its column.

use std::ops::Range;

use super::attendance::{are_initials, is_attendance};
use super::clause::{Clause, Setting};
use super::roles::is_role_alone;
use super::rows::{Cell, Column, bare, column, is_area_label, is_brief, is_number};
use super::tables::Table;
use super::vocabulary::Vocabulary;
use super::words::words;
use super::{names, organisations, roles, states};

impl<'a> Table<'a> {
    /// The role that a row's first cell gives to the people in the others, each under the area it is for.
    pub(super) fn role_of_row(&self, row: usize) -> Option<&'a str> {
        let first = self.rows[row].1.first().map(|cell| &self.text[cell.clone()])?;
        let areas = self.columns.len() > 1 && self.columns[1..].iter().all(|column| *column == Column::Area)
            || self.headers.is_empty() && self.is_record();
        // Any name at all in the first cell, however unlikely, makes it a person's.
        (areas && is_role_alone(first) && names::candidates(first, &words(first)).is_empty()).then_some(first)
    }

    /// What a table of one thing after another is about: "Programme | Children", or else what its header says.
    pub(super) fn about(&self, header: &str) -> String {
        let entry = self.rows.iter().find_map(|(_, cells)| match &cells[..] {
            [label, value] if is_area_label(&self.text[label.clone()]) => Some(bare(&self.text[value.clone()])),
            _ => None,
        });
        entry.unwrap_or_else(|| bare(header))
    }

    /// What a row is about: its first cell that holds nobody, no number and no post.
    pub(super) fn area_of(&self, cells: &[Cell<'_>], posts: &[(usize, &str)]) -> Option<String> {
        let people = || cells.iter().flat_map(|cell| &cell.clause.parties).map(|party| party.name.as_str());
        let area = cells.iter().find(|cell| {
            cell.clause.parties.is_empty()
                && cell.column == Column::Area
                && !cell.text.is_empty()
                && !(is_number(cell.text) || is_attendance(cell.text))
                && !people().any(|name| are_initials(cell.text, name))
                && posts.iter().all(|(_, post)| *post != cell.text)
        })?;
        let brief = is_brief(area.header) || column(area.header) == Column::Lead;
        Some(if brief && !self.columns.contains(&Column::Lead) {
            format!("{}: {}", bare(area.header), bare(area.text))
        } else {
            bare(area.text)
        })
    }

    /// Whether a table without a header says one thing after another of one subject: "Programme | Children".
    fn is_record(&self) -> bool {
        self.rows.iter().all(|(_, cells)| cells.len() == 2)
            && self.rows.iter().any(|(_, cells)| is_area_label(&self.text[cells[0].clone()]))
    }

    /// Whether another cell of a row is a role and nothing else.
    pub(super) fn has_role_beside(&self, row: usize, position: usize) -> bool {
        let cells = self.rows[row].1.iter().enumerate();
        cells.filter(|(at, _)| *at != position).any(|(_, cell)| is_role_alone(&self.text[cell.clone()]))
    }

    /// Whether a header above a column names a kind of body: people below it stand without a post.
    pub(super) fn stands_under_body(&self, row: usize, position: usize) -> bool {
        !self.body_above(row, position).is_empty()
    }

    pub(super) fn has_person_above(&self, row: usize, position: usize, vocabulary: &Vocabulary) -> bool {
        self.rows[..row]
            .iter()
            .filter_map(|(_, cells)| cells.get(position))
            .any(|cell| !Clause::of(&self.text[cell.clone()], Setting::Holder, None, vocabulary).parties.is_empty())
    }

    /// The body named above a cell: in a row of its column, or by its header.
    pub(super) fn body_above(&self, row: usize, position: usize) -> String {
        let above = self.rows[..row]
            .iter()
            .rev()
            .filter_map(|(_, cells)| cells.get(position))
            .map(|cell| &self.text[cell.clone()])
            .find(|cell| organisations::is_body(cell));
        let header = self.headers.get(position).copied().unwrap_or_default();
        let kind = header.to_lowercase();
        let body_header = [
            "local authority",
            "integrated care board",
            "council",
            "organisation",
            "care quality commission",
            "ofsted",
            "icb",
            "trust",
        ]
        .iter()
        .any(|body| kind.contains(body));
        match above {
            Some(above) if body_header => above.to_owned(),
            _ if body_header && self.headers.len() > 1 => {
                let first = self
                    .rows
                    .first()
                    .filter(|_| row > 0)
                    .and_then(|(_, cells)| cells.get(position))
                    .map(|cell| &self.text[cell.clone()])
                    .unwrap_or_default();
                // A person in the first row is no body.
                let person = !super::roles::phrases(first, &words(first), &[]).is_empty();
                if first.is_empty() || first.len() > 80 || person {
                    header.to_owned()
                } else {
                    format!("{first} ({header})")
                }
            }
            _ => String::new(),
        }
    }
}

/// "Safeguarding partner | Lead": a column that holds an employer in every row says where people work, not what they lead.
pub(super) fn tell_employers(text: &str, rows: &[(Range<usize>, Vec<Range<usize>>)], columns: &mut [Column]) {
    for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| **column == Column::Area) {
        let mut cells = rows.iter().filter_map(|(_, cells)| cells.get(at)).map(|cell| text[cell.clone()].trim());
        if rows.len() > 1 && cells.all(organisations::is_employer) {
            *column = Column::Body;
        }
    }
}

/// "Board member | Statutory leads": where the cells below a header of leads hold nobody, they say what is led.
pub(super) fn tell_briefs_from_people(
    text: &str,
    headers: &[&str],
    rows: &[(Range<usize>, Vec<Range<usize>>)],
    columns: &mut [Column],
) {
    if columns.len() < 2 || !columns.contains(&Column::Lead) {
        return;
    }
    let holds_somebody = |position: usize| {
        let mut cells = rows.iter().filter_map(|(_, cells)| cells.get(position)).map(|cell| &text[cell.clone()]);
        cells.any(|cell| {
            let words = words(cell);
            !names::candidates(cell, &words).is_empty()
                || !roles::phrases(cell, &words, &[]).is_empty()
                || !states::vacancies(cell).is_empty()
        })
    };
    let empty: Vec<usize> = (0..columns.len())
        .filter(|&at| columns[at] == Column::Lead && !rows.is_empty() && !holds_somebody(at))
        .collect();
    let elsewhere = (0..columns.len()).any(|at| !empty.contains(&at) && holds_somebody(at));
    if elsewhere && !empty.is_empty() {
        for at in empty {
            columns[at] = Column::Area;
        }
        for (column, header) in columns.iter_mut().zip(headers) {
            if header.is_empty() {
                *column = Column::Who;
            }
        }
    }
}

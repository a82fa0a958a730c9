//! What stands above and beside a cell: the role of its row, the area or the body of its column.

use super::clause::{Clause, Setting};
use super::roles::is_role_alone;
use super::rows::{Column, bare, is_area_label};
use super::tables::Table;
use super::vocabulary::Vocabulary;
use super::words::words;
use super::{names, organisations};

impl<'a> Table<'a> {
    /// The role that a row's first cell gives to the people in the others, each under the area it is for.
    pub(super) fn role_of_row(&self, row: usize) -> Option<&'a str> {
        let first = self.rows[row].1.first().map(|cell| &self.text[cell.clone()])?;
        let areas = self.columns.len() > 1 && self.columns[1..].iter().all(|column| *column == Column::Area);
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
                if first.is_empty() || first.len() > 80 { header.to_owned() } else { format!("{first} ({header})") }
            }
            _ => String::new(),
        }
    }
}

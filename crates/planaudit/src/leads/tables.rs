//! Leads in tables: a row joins an area, a person and a post, in whatever order its columns stand.

use std::ops::Range;

use planaudit_read::BlockKind;

use super::FoundLead;
use super::attendance::is_attendance;
use super::binding::Holder;
use super::clause::{Clause, Setting};
use super::headers::{tell_briefs_from_people, tell_employers};
use super::roles::{is_body_alone, is_role_alone};
use super::rows::{Cell, Column, bare, column, is_kind_of_lead, is_number, nobody, role_of};
use super::vocabulary::Vocabulary;
use super::{contacts, organisations, states};
use crate::analysis::Analysis;
use crate::assessment::LeadState;
use crate::context::Zone;

/// Finds the leads of all tables.
pub(super) fn find(analysis: &Analysis<'_>, vocabulary: &Vocabulary) -> Vec<FoundLead> {
    let mut leads = Vec::new();
    let blocks = analysis.text.blocks();
    let mut at = 0;
    while at < blocks.len() {
        let BlockKind::TableRow { table, .. } = blocks[at].kind else {
            at += 1;
            continue;
        };
        let mut end = at + 1;
        while matches!(blocks.get(end).map(|block| &block.kind), Some(BlockKind::TableRow { table: next, .. }) if *next == table)
        {
            end += 1;
        }
        let zone = analysis.outline.sections()[analysis.outline.section_of_block(at)].zone;
        if !matches!(zone, Zone::Contents | Zone::Glossary | Zone::References) {
            Table::new(analysis, at..end).read(vocabulary, &mut leads);
        }
        at = end;
    }
    leads
}

/// A table with its header row.
pub(super) struct Table<'a> {
    pub text: &'a str,
    /// Cells of each row, with the row's bytes.
    pub rows: Vec<(Range<usize>, Vec<Range<usize>>)>,
    pub headers: Vec<&'a str>,
    pub columns: Vec<Column>,
}

impl<'a> Table<'a> {
    fn new(analysis: &'a Analysis<'_>, blocks: Range<usize>) -> Self {
        let text = analysis.text.as_str();
        let blocks = &analysis.text.blocks()[blocks];
        let is_header = |block: &crate::text::TextBlock| matches!(block.kind, BlockKind::TableRow { header: true, .. });
        let header = blocks.iter().find(|block| is_header(block));
        let headers: Vec<&str> =
            header.map(|block| block.cells().map(|cell| &text[cell]).collect()).unwrap_or_default();
        let mut columns: Vec<Column> = headers.iter().map(|header| column(header)).collect();
        // "Area | Executive | Clinical": beside a column of leads a bare "Clinical" is one too.
        if columns.contains(&Column::Lead) {
            for (column, header) in columns.iter_mut().zip(&headers).skip(1) {
                if is_kind_of_lead(header) {
                    *column = Column::Lead;
                }
            }
        }
        let rows: Vec<(Range<usize>, Vec<Range<usize>>)> = blocks
            .iter()
            .filter(|block| !is_header(block))
            .map(|block| (block.range.clone(), block.cells().collect()))
            .collect();
        tell_briefs_from_people(text, &headers, &rows, &mut columns);
        tell_employers(text, &rows, &mut columns);
        Self { text, rows, headers, columns }
    }

    /// The entries of a row whose first cell is a role, where they hold no name: vacant, or another post.
    fn entries_without_name(&self, row: usize, role: &str, cells: &[Cell<'_>], leads: &mut Vec<FoundLead>) {
        for cell in &cells[1..] {
            let state = match (states::is_vacant_cell(cell.text, &cell.clause.vacancies), is_role_alone(cell.text)) {
                (true, _) => LeadState::Vacant,
                (false, true) => LeadState::RoleOnly,
                (false, false) => continue,
            };
            let post = if state == LeadState::RoleOnly { format!("; {}", bare(cell.text)) } else { String::new() };
            leads.push(FoundLead {
                role: format!("{}: {}{post}", bare(role), self.about(cell.header)),
                name: String::new(),
                organisation: String::new(),
                contact: String::new(),
                state,
                bytes: self.rows[row].0.clone(),
            });
        }
    }

    fn read(&self, vocabulary: &Vocabulary, leads: &mut Vec<FoundLead>) {
        for (index, (bytes, ranges)) in self.rows.iter().enumerate() {
            let cells: Vec<Cell<'_>> = ranges
                .iter()
                .enumerate()
                .map(|(position, range)| {
                    let text = &self.text[range.clone()];
                    let column = self.columns.get(position).copied().unwrap_or(Column::Area);
                    let beside_role = position > 0 && self.role_of_row(index).is_some()
                        || self.headers.is_empty() && self.has_role_beside(index, position);
                    let header = self.headers.get(position).copied().unwrap_or_default();
                    let setting = if matches!(column, Column::Lead | Column::Who)
                        || is_attendance(header)
                        || beside_role
                        || self.stands_under_body(index, position)
                    {
                        Setting::Holder
                    } else {
                        Setting::Apart
                    };
                    Cell { text, column, header, clause: Clause::of(text, setting, None, vocabulary) }
                })
                .collect();
            let people = cells.iter().filter(|cell| !cell.clause.parties.is_empty()).count();
            if people == 0
                && let Some(role) = self.role_of_row(index).filter(|_| self.headers.is_empty())
            {
                self.entries_without_name(index, role, &cells, leads);
            } else if people == 0 {
                leads.extend(nobody(&cells, bytes));
            } else {
                for cell in cells.iter().filter(|cell| cell.column == Column::Lead && cell.clause.parties.is_empty()) {
                    let state =
                        match (states::is_vacant_cell(cell.text, &cell.clause.vacancies), is_role_alone(cell.text)) {
                            (true, _) => LeadState::Vacant,
                            (false, true) => LeadState::RoleOnly,
                            (false, false) => continue,
                        };
                    let posts = if state == LeadState::RoleOnly { vec![bare(cell.text)] } else { Vec::new() };
                    let area = cells.iter().find(|cell| !is_number(cell.text)).map(|cell| bare(cell.text));
                    let role = role_of(cell, area.as_deref(), &posts);
                    leads.push(FoundLead {
                        role,
                        name: String::new(),
                        organisation: String::new(),
                        contact: String::new(),
                        state,
                        bytes: bytes.clone(),
                    });
                }
                self.people(index, &cells, bytes, people, vocabulary, leads);
            }
        }
    }

    fn people(
        &self,
        index: usize,
        cells: &[Cell<'_>],
        bytes: &Range<usize>,
        people: usize,
        vocabulary: &Vocabulary,
        leads: &mut Vec<FoundLead>,
    ) {
        let text: &str = &self.text[bytes.clone()];
        let side_by_side = people > 1
            && cells
                .iter()
                .filter(|cell| !cell.clause.parties.is_empty())
                .all(|cell| matches!(cell.column, Column::Area));
        let contact = if side_by_side { String::new() } else { contacts::joined(text, &contacts::find(text)) };
        let posts_beside: Vec<(usize, &str)> = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| {
                let post = !is_attendance(cell.text) && cell.column != Column::Contact;
                post && cell.clause.parties.is_empty() && !cell.text.is_empty()
            })
            .filter(|(position, cell)| {
                cell.column == Column::Post && !is_body_alone(cell.text)
                    || cell.column == Column::Area && *position > 0 && is_role_alone(cell.text)
            })
            .map(|(position, cell)| (holder_of(cells, position), cell.text))
            .collect();
        let area = self.area_of(cells, &posts_beside);
        for (position, cell) in cells.iter().enumerate() {
            let bindings = cell.clause.bindings(Setting::Holder);
            let post: Vec<&str> =
                posts_beside.iter().filter(|(holder, _)| *holder == position).map(|(_, post)| *post).collect();
            for (party_index, party) in cell.clause.parties.iter().enumerate() {
                let own = bindings.iter().filter(|binding| binding.holder == Holder::Party(party_index));
                let mut state = LeadState::Named;
                let mut posts: Vec<String> = Vec::new();
                let mut organisation = String::new();
                for binding in own {
                    let role = &cell.clause.roles[binding.role].range;
                    posts.push(cell.text[role.clone()].to_owned());
                    if binding.state != LeadState::Named {
                        state = binding.state;
                    }
                    if organisation.is_empty() {
                        organisation = cell.clause.organisation_of(role, Some(&party.range));
                    }
                }
                if let Some(deed) = super::entrusted::done_to(cell.text, party.range.start) {
                    posts.push(deed.role);
                }
                posts.extend(post.iter().map(|post| bare(post)));
                if organisation.is_empty() {
                    organisation = post
                        .iter()
                        .find_map(|post| organisations::find(post).first().map(|range| post[range.clone()].to_owned()))
                        .unwrap_or_default();
                }
                // "Senior responsible officer | Named individual": the lead's post in one column, who holds it in the other.
                let beside = cells.iter().find(|other| {
                    cell.column == Column::Who
                        && other.column == Column::Lead
                        && other.clause.parties.is_empty()
                        && is_role_alone(other.text)
                });
                if let (Some(beside), Some(area)) = (beside, &area) {
                    posts.insert(0, format!("{}: {area}", bare(beside.header)));
                    posts.push(bare(beside.text));
                }
                let role = if let Some(role) = self.role_of_row(index).filter(|_| position > 0) {
                    posts.insert(0, format!("{}: {}", bare(role), self.about(cell.header)));
                    posts.join("; ")
                } else if side_by_side {
                    posts.join("; ")
                } else {
                    role_of(cell, area.as_deref(), &posts)
                };
                if organisation.is_empty()
                    && let Some(body) = cells.iter().find(|cell| cell.column == Column::Body)
                {
                    // "Cabinet member, Quillmoor Council": a post may stand with the body.
                    let named = organisations::find(body.text).into_iter().next();
                    let named = named.filter(|_| !body.clause.roles.is_empty());
                    organisation = named.map_or_else(|| bare(body.text), |named| body.text[named].to_owned());
                }
                let vague = organisation.split_whitespace().count() < 4
                    && organisation.to_lowercase().ends_with("integrated care board")
                    || organisation == "ICB";
                if (organisation.is_empty() || vague) && (side_by_side || role.is_empty() || vague) {
                    let above = self.body_above(index, position);
                    organisation = if above.is_empty() { organisation } else { above };
                }
                // A name without a post is a person only as the first below its body; what follows are addresses.
                if role.is_empty() && (organisation.is_empty() || self.has_person_above(index, position, vocabulary)) {
                    continue;
                }
                // Words before or after the name that the row's other cells say: "acting", "until March".
                let said = states::of_role(&role, "");
                if state == LeadState::Named && said != LeadState::Named {
                    state = said;
                }
                if states::has_gone(cell.text) {
                    state = LeadState::Former;
                }
                let lead = FoundLead {
                    role,
                    name: party.name.clone(),
                    organisation,
                    contact: contact.clone(),
                    state,
                    bytes: bytes.clone(),
                };
                // "To be confirmed (Ada Quill held this until March)": who has gone leaves the post open.
                let left_open = state == LeadState::Former && states::is_vacant_cell(cell.text, &cell.clause.vacancies);
                leads.extend(left_open.then(|| lead.left_open()));
                leads.push(lead);
            }
        }
    }
}

/// Whose post a cell states: the person's nearest to its left, else the nearest to its right.
fn holder_of(cells: &[Cell<'_>], post: usize) -> usize {
    let holds = |position: &usize| !cells[*position].clause.parties.is_empty();
    (0..post).rev().find(holds).or_else(|| (post..cells.len()).find(holds)).unwrap_or(post)
}

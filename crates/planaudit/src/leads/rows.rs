//! Rows of tables: what a column holds, and the role that header, area and post make together.

use std::ops::Range;

use super::clause::Clause;
use super::roles::is_role_alone;
use super::{FoundLead, contacts, states};
use crate::assessment::LeadState;

/// What a column holds, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Who leads, under a header that is itself a role: "Executive lead", "SRO".
    Lead,
    /// Who it is: "Name", "Who carries it".
    Who,
    /// Their post.
    Post,
    /// How to reach them.
    Contact,
    /// The body they work for.
    Body,
    /// What it is about, or anything else.
    Area,
}

/// A cell of a row taken apart.
pub(super) struct Cell<'a> {
    pub text: &'a str,
    pub column: Column,
    pub header: &'a str,
    pub clause: Clause<'a>,
}

/// The role of a person in a row: what the header and the area say, and the post.
pub(super) fn role_of(cell: &Cell<'_>, area: Option<&str>, posts: &[String]) -> String {
    let posts = posts.join("; ");
    let parts: Vec<String> = match area {
        Some(area) if !super::roles::phrases(area, &super::words::words(area), &[]).is_empty() => {
            vec![area.to_owned(), posts]
        }
        Some(area) if cell.column == Column::Lead => vec![format!("{}: {area}", called(cell.header)), posts],
        Some(area) if !posts.is_empty() => vec![format!("{area}: {posts}")],
        Some(area) if cell.column == Column::Who => vec![area.to_owned()],
        None if cell.column == Column::Lead && posts.is_empty() => vec![called(cell.header)],
        None if cell.column == Column::Lead => vec![called(cell.header), posts],
        _ => vec![posts],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// A row without people: its role is vacant, or its post is named and its holder is not.
pub(super) fn nobody(cells: &[Cell<'_>], bytes: &Range<usize>) -> Option<FoundLead> {
    let subject = |cell: &&Cell<'_>| {
        matches!(cell.column, Column::Area | Column::Post) && !cell.text.is_empty() && !is_number(cell.text)
    };
    let body = |cell: &&Cell<'_>| cell.column == Column::Body && !cell.text.is_empty();
    let area = cells.iter().find(subject).or_else(|| cells.iter().find(body))?;
    let area_is_role = !area.clause.roles.is_empty() && is_role_alone(area.text);
    let holder =
        cells.iter().find(|cell| matches!(cell.column, Column::Lead | Column::Who) && !std::ptr::eq(*cell, area));
    let lead = |role: String, state: LeadState| {
        let contact: Vec<&str> = cells
            .iter()
            .flat_map(|cell| contacts::find(cell.text).into_iter().map(|range| &cell.text[range]).collect::<Vec<_>>())
            .collect();
        FoundLead {
            role,
            name: String::new(),
            organisation: String::new(),
            contact: contact.join(", "),
            state,
            bytes: bytes.clone(),
        }
    };
    let of = |holder: &Cell<'_>, post: &str| {
        let brief = is_brief(area.header) || column(area.header) == Column::Lead;
        let mut role = if holder.column == Column::Who && brief {
            format!("{}: {}", bare(area.header), bare(area.text))
        } else if area_is_role || holder.column == Column::Who {
            bare(area.text)
        } else {
            format!("{}: {}", called(holder.header), bare(area.text))
        };
        if !post.is_empty() {
            role = format!("{role}; {post}");
        }
        role
    };
    let Some(holder) = holder else {
        let vacant = cells
            .iter()
            .any(|cell| !std::ptr::eq(cell, area) && states::is_vacant_cell(cell.text, &cell.clause.vacancies));
        return (area_is_role && vacant).then(|| lead(bare(area.text), LeadState::Vacant));
    };
    let vacancy = holder.clause.vacancies.first();
    let post = holder
        .clause
        .roles
        .iter()
        .filter(|role| vacancy.is_none_or(|vacancy| role.range.start < vacancy.start))
        .map(|role| &holder.text[role.range.clone()])
        .next()
        .unwrap_or_default();
    let post = vacancy
        .map_or(post, |vacancy| {
            post.get(
                ..vacancy
                    .start
                    .saturating_sub(holder.clause.roles.first().map_or(0, |role| role.range.start))
                    .min(post.len()),
            )
            .unwrap_or(post)
        })
        .trim_end_matches([' ', '–', '-', '(', ',']);
    if vacancy.is_some() {
        return Some(lead(of(holder, post), LeadState::Vacant));
    }
    // "Director of Place, who is the ICB's executive lead for children": the cell itself says what is led.
    if let Some(said) = holder
        .clause
        .roles
        .iter()
        .skip(1)
        .map(|role| &holder.text[role.range.clone()])
        .find(|role| super::topics::leading_title(role).is_some() && !super::unsaid::lacks_topic(role))
    {
        return Some(lead(format!("{post}; {said}"), LeadState::RoleOnly));
    }
    let empty = holder.text.chars().all(|letter| !letter.is_alphanumeric());
    // Owners of risks and actions are no leads unless they are named.
    let leads = holder.column == Column::Who || super::topics::leading_title(holder.header).is_some();
    if !post.is_empty() && leads
        || empty
            && (holder.column == Column::Lead || area_is_role)
            && holder.header.to_lowercase().contains("executive")
    {
        return Some(lead(of(holder, post), LeadState::RoleOnly));
    }
    None
}

/// Whether a cell only numbers its row: `3`, `7.01`, `R1`.
pub(super) fn is_number(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().filter(|letter| letter.is_alphabetic()).count() < 3
}

/// What a header of leads calls them: a header that is a whole sentence gives no more than its title.
fn called(header: &str) -> String {
    let title = bare(header);
    if title.split_whitespace().count() <= 9 {
        return title;
    }
    let opening: Vec<&str> = title.split_whitespace().take(16).collect();
    super::topics::leading_title(&opening.join(" ")).unwrap_or_else(|| "Lead".to_owned())
}

/// A cell's words without note marks.
pub(super) fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '¹' | '²' | '³' | '⁰'..='⁹' | '*' | '†'))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Whether a header names a kind of lead beside others: "Clinical" beside "Executive".
pub(super) fn is_kind_of_lead(header: &str) -> bool {
    let lower = header.trim().to_lowercase();
    matches!(
        lower.as_str(),
        "clinical"
            | "clinician"
            | "nursing"
            | "medical"
            | "managerial"
            | "manager"
            | "operational"
            | "programme manager"
            | "programme"
            | "delivery"
            | "commissioning"
            | "deputy"
    )
}

/// Whether a cell says that the one beside it is the subject of the table.
pub(super) fn is_area_label(cell: &str) -> bool {
    let lower = cell.trim().trim_end_matches(':').to_lowercase();
    matches!(
        lower.as_str(),
        "programme"
            | "area"
            | "workstream"
            | "priority"
            | "theme"
            | "scope"
            | "population"
            | "portfolio"
            | "project"
            | "ambition"
            | "topic"
            | "subject"
            | "service area"
    )
}

/// Whether a header says that what stands below is led by the person of the row: "Board responsibilities", "Portfolio".
pub(super) fn is_brief(header: &str) -> bool {
    let lower = header.to_lowercase();
    if [" lead for", " leads for", " lead on", " responsible for"].iter().any(|ending| lower.ends_with(ending)) {
        return true;
    }
    let who = ["lead", "leads", "holder", "owner", "director", "executive", "officer", "name", "who", "held"];
    if lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| who.contains(&word))
        && !lower.starts_with("leads ")
    {
        return false;
    }
    ["responsibilit", "portfolio", "brief", "remit", "leads on", "leads for", "lead area", "accountable for"]
        .iter()
        .any(|word| lower.contains(word))
}

/// What a column holds, by its header.
pub(super) fn column(header: &str) -> Column {
    let lower = header.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    if is_brief(header) {
        return Column::Area;
    }
    // "Responsible for" says what, "Responsible" says who.
    let answers = has(&["responsible", "accountable"]) && !has(&["for", "to"]);
    if has(&["contact", "contacts", "email", "telephone", "phone", "reach", "address"]) {
        Column::Contact
    } else if has(&[
        "measure",
        "milestone",
        "milestones",
        "score",
        "risk",
        "cost",
        "action",
        "actions",
        "response",
        "gap",
        "baseline",
        "target",
    ]) && !has(&["lead", "owner", "sro"])
    {
        Column::Area
    } else if has(&[
        "sro",
        "sros",
        "lead",
        "leads",
        "sponsor",
        "sponsors",
        "executive",
        "exec",
        "director",
        "officer",
        "owner",
        "champion",
    ]) || answers
        || lower.contains("board member")
    {
        Column::Lead
    } else if has(&[
        "name",
        "who",
        "person",
        "individual",
        "individuals",
        "member",
        "members",
        "postholder",
        "holder",
        "held",
        "carries",
        "names",
    ]) {
        Column::Who
    } else if has(&["organisation", "organization", "body", "employer", "employed", "institution", "agency"]) {
        Column::Body
    } else if has(&["post", "role", "title", "position", "office", "designation", "job"]) {
        Column::Post
    } else {
        Column::Area
    }
}

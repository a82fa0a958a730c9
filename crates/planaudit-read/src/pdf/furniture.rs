//! Running headers, footers and page numbers: what repeats at the same place from page to page.

use std::collections::BTreeMap;

use super::pieces::Piece;

/// Share of the page's height at its head and at its foot where furniture stands.
const MARGIN: f32 = 0.13;
/// A step in which places are compared, in points.
const STEP: f32 = 6.0;

/// A page's pieces, as far as furniture is concerned.
pub(super) struct Sheet<'p> {
    pub(super) height: f32,
    pub(super) pieces: &'p [Piece],
}

/// For every page, which of its pieces are furniture.
pub(super) fn find(sheets: &[Sheet<'_>], body_size: f32) -> Vec<Vec<bool>> {
    let mut found: Vec<Vec<bool>> = sheets.iter().map(|sheet| vec![false; sheet.pieces.len()]).collect();
    let mut places: BTreeMap<(String, i32), Vec<(usize, usize)>> = BTreeMap::new();
    let mut numbers: BTreeMap<i64, Vec<(usize, usize)>> = BTreeMap::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for (index, piece) in sheet.pieces.iter().enumerate() {
            if piece.is_marked_furniture() && !heads_table(sheet.pieces, index) {
                found[page][index] = true;
            }
            let share = piece.base / sheet.height.max(1.0);
            if share > MARGIN && share < 1.0 - MARGIN {
                continue;
            }
            let text = piece.text();
            if text.len() > 160 {
                continue;
            }
            let place = (piece.base / STEP).round() as i32;
            places.entry((pattern(&text), place)).or_default().push((page, index));
            if let Some(number) = page_number(&text) {
                numbers.entry(number - position(page)).or_default().push((page, index));
            }
        }
    }
    for ((text, place), at) in &places {
        // A line on the border of two steps falls now in one, now in the other.
        let next = places.get(&(text.clone(), place + 1));
        let both: Vec<(usize, usize)> = at.iter().chain(next.into_iter().flatten()).copied().collect();
        for at in alike(&both, sheets) {
            let mut pages: Vec<usize> = at.iter().map(|(page, _)| *page).collect();
            pages.sort_unstable();
            pages.dedup();
            let large = at.iter().any(|&(page, index)| sheets[page].pieces[index].size > 1.35 * body_size);
            let enough = if large { (sheets.len() / 2).max(3) } else { 3 };
            let short_document = sheets.len() == 2 && pages.len() == 2 && text.len() > 3;
            if pages.len() >= enough || short_document {
                for &(page, index) in at.iter().filter(|(page, index)| !heads_table(sheets[*page].pieces, *index)) {
                    found[page][index] = true;
                }
            }
        }
    }
    keep_text(sheets, &mut found);
    for at in numbers.values() {
        let mut pages: Vec<usize> = at.iter().map(|(page, _)| *page).collect();
        pages.dedup();
        if pages.len() >= 2 && pages.len() * 4 >= sheets.len() {
            for &(page, index) in at {
                found[page][index] = true;
            }
        }
    }
    found
}

/// Gives back lines that a sentence runs through: what repeats at the same place may still be text, as the first words of
/// a paragraph under a title on each page.
fn keep_text(sheets: &[Sheet<'_>], found: &mut [Vec<bool>]) {
    for (sheet, found) in sheets.iter().zip(found) {
        let reads_on = |index: usize, found: &[bool]| {
            let own = &sheet.pieces[index];
            let beside = |other: &Piece| {
                let pitch = (other.base - own.base).abs();
                (other.x0 - own.x0).abs() < own.size
                    && (other.size / own.size - 1.0).abs() < 0.05
                    && pitch > 0.5 * own.size
                    && pitch < 1.8 * own.size
            };
            let texts = sheet.pieces.iter().zip(found).filter(|(piece, found)| !**found && beside(piece));
            let mut texts = texts.map(|(piece, _)| piece);
            texts.any(|other| if other.base > own.base { own.reads_on_in(other) } else { other.reads_on_in(own) })
        };
        let kept: Vec<usize> = (0..found.len())
            .filter(|&index| found[index] && !sheet.pieces[index].is_marked_furniture() && reads_on(index, found))
            .collect();
        for index in kept {
            found[index] = false;
        }
    }
}

/// The labels printed in the furniture of the pages, where they count on from page to page.
pub(super) fn printed_labels(furniture: &[Vec<String>]) -> Vec<Option<String>> {
    let mut votes: BTreeMap<i64, usize> = BTreeMap::new();
    let numbers: Vec<Vec<i64>> =
        furniture.iter().map(|lines| lines.iter().filter_map(|l| page_number(l)).collect()).collect();
    for (page, found) in numbers.iter().enumerate() {
        for number in found {
            *votes.entry(number - position(page)).or_default() += 1;
        }
    }
    let best = votes.iter().max_by_key(|(offset, count)| (**count, -offset.abs()));
    let Some((&offset, _)) = best.filter(|(_, count)| **count >= 2) else { return vec![None; furniture.len()] };
    let label = |(page, found): (usize, &Vec<i64>)| {
        let expected = position(page) + offset;
        found.contains(&expected).then(|| expected.to_string())
    };
    numbers.iter().enumerate().map(label).collect()
}

/// Parts lines of one pattern by the numbers in them, except those that count with the pages: notes and captions that
/// differ in nothing but their figures are no running lines.
fn alike(at: &[(usize, usize)], sheets: &[Sheet<'_>]) -> Vec<Vec<(usize, usize)>> {
    let numbers = |&(page, index): &(usize, usize)| -> Vec<i64> {
        let text = sheets[page].pieces[index].text();
        let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        digits.map(|part| part.parse().unwrap_or(i64::MAX)).collect()
    };
    let mut offsets: BTreeMap<(usize, i64), usize> = BTreeMap::new();
    for line in at {
        for (slot, number) in numbers(line).into_iter().enumerate() {
            *offsets.entry((slot, number.saturating_sub(position(line.0)))).or_default() += 1;
        }
    }
    let counts = |slot: usize, number: i64, page: usize| {
        offsets
            .get(&(slot, number.saturating_sub(position(page))))
            .is_some_and(|&same| same >= 2 && same * 2 >= at.len())
    };
    let mut groups: BTreeMap<Vec<Option<i64>>, Vec<(usize, usize)>> = BTreeMap::new();
    for line in at {
        let slots = numbers(line).into_iter().enumerate();
        let key = slots.map(|(slot, number)| (!counts(slot, number, line.0)).then_some(number)).collect();
        groups.entry(key).or_default().push(*line);
    }
    groups.into_values().collect()
}

/// Whether a piece belongs to a table's header row, printed anew on each page: the cells of a row begin right under it and
/// a neighbour. Lines of other columns may stand between.
fn heads_table(pieces: &[Piece], index: usize) -> bool {
    let own = &pieces[index];
    let marked = own.is_marked_furniture();
    let heads = || pieces.iter().filter(|piece| piece.row == own.row && piece.is_marked_furniture() == marked);
    let near =
        |below: &&Piece| below.row > own.row && !below.is_marked_furniture() && below.base - own.base < 2.8 * own.size;
    let cells = || pieces[index..].iter().take_while(|below| below.base - own.base < 3.0 * own.size).filter(near);
    let under = |row: usize, head: &Piece| cells().any(|cell| cell.row == row && (cell.x0 - head.x0).abs() < 2.0);
    heads().nth(1).is_some() && cells().any(|cell| heads().filter(|head| under(cell.row, head)).nth(1).is_some())
}

fn position(page: usize) -> i64 {
    i64::try_from(page).unwrap_or(i64::MAX / 2)
}

/// Digits stand for any digits.
fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        if !character.is_ascii_digit() {
            pattern.push(character);
        } else if !pattern.ends_with('#') {
            pattern.push('#');
        }
    }
    pattern
}

/// The number of a line that is nothing but a page number: `7`, `Page 7 of 20`, `- 7 -`, `7 | Page`.
fn page_number(text: &str) -> Option<i64> {
    let mut number = None;
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        match part.parse::<i64>() {
            Ok(value) if part.len() <= 4 => number = number.or(Some(value)),
            _ if matches!(part.to_ascii_lowercase().as_str(), "page" | "of" | "p" | "pg") => {}
            _ => return None,
        }
    }
    number
}

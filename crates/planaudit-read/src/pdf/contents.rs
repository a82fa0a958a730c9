//! The contents page as a list of titles: how deep each stands is told by its number, its indent or its weight.

use super::blocks::Part;
use super::kinds;
use super::numbering::Number;
use super::outline::Listed;
use super::pieces::Piece;
use super::tags::Role;
use crate::document::BlockKind;

/// Lines in a row that are no entries, from which on the contents are over.
const MOST_BETWEEN: usize = 3;
/// Indents told apart; more of them are no indents.
const MOST_INDENTS: usize = 5;

/// Entries read at most.
const MOST: usize = 1 << 12;

/// The contents page.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) entries: Vec<Listed>,
    /// The parts they stand in, in order.
    pub(super) parts: Vec<usize>,
}

struct Entry<'p> {
    part: usize,
    title: String,
    first: &'p Piece,
}

/// The entries of the contents page; none where the document has no such page.
pub(super) fn read(parts: &[Part], kinds: &[Option<BlockKind>]) -> Contents {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut between = MOST_BETWEEN;
    let mut of_tables = false;
    for (index, (part, kind)) in parts.iter().zip(kinds).enumerate() {
        let (text, first) = match part {
            Part::Group(group) => (group.text(), group.lines.first().map(|line| &line.printed.piece)),
            Part::Row(_, row, _) => {
                let pieces = || row.cells.iter().flatten();
                (pieces().map(Piece::text).collect::<Vec<_>>().join(" "), pieces().next())
            }
        };
        if matches!(kind, Some(BlockKind::Heading { .. })) {
            of_tables = text.to_lowercase().starts_with("list of ");
            if heads_contents(&text) {
                between = 0;
                continue;
            }
        }
        if of_tables {
            continue;
        }
        let marked = part.group().is_some_and(|group| group.tag().role == Role::Contents);
        let entry = entry(&text).filter(|(_, led)| *led || marked || between < MOST_BETWEEN);
        match (entry, first) {
            (Some((title, _)), Some(first)) => {
                between = between.min(MOST_BETWEEN - 1);
                if !kinds::is_caption(title) && title.contains(char::is_alphabetic) && entries.len() < MOST {
                    entries.push(Entry { part: index, title: title.to_owned(), first });
                }
            }
            _ => between = (between + 1).min(MOST_BETWEEN),
        }
    }
    let depths = depths(&entries);
    let parts = entries.iter().map(|entry| entry.part).collect();
    let entries = entries.into_iter().zip(depths).map(|(entry, depth)| Listed { title: entry.title, depth }).collect();
    Contents { entries, parts }
}

fn heads_contents(text: &str) -> bool {
    let text = text.to_lowercase();
    ["contents", "table of contents", "contents page", "in this document", "in this plan", "what’s inside"]
        .contains(&text.trim_end_matches([':', '.', ' ']))
}

/// The title of an entry that ends in its page, and whether dots lead there.
fn entry(text: &str) -> Option<(&str, bool)> {
    let body = text.trim_end_matches(|c: char| c.is_ascii_digit() || "-–".contains(c));
    let page = &text[body.len()..];
    let title = body.trim_end_matches(['.', '…', '·', '_', ' ']);
    let leader = &body[title.len()..];
    let led = leader.contains('…') || leader.chars().filter(|c| matches!(c, '.' | '·' | '_')).count() >= 3;
    let paged = page.starts_with(|c: char| c.is_ascii_digit()) && page.len() <= 9;
    (paged && !title.is_empty() && (led || leader.ends_with(' '))).then_some((title, led))
}

fn depths(entries: &[Entry<'_>]) -> Vec<u8> {
    let numbers: Vec<Option<Number>> = entries.iter().map(|entry| Number::of(&entry.title)).collect();
    let steps = |number: &Option<Number>| number.as_ref().map(|number| number.steps.len() as u8);
    let by_indent = indents(entries);
    if !numbers.iter().any(|number| steps(number) > Some(1)) {
        return by_indent;
    }
    let beside = |own: &Entry<'_>| {
        let mut numbered = entries.iter().zip(&numbers).filter(|(_, number)| number.is_some());
        let near = |other: &Entry<'_>| (other.first.x0 - own.first.x0).abs() < 0.6 * own.first.size;
        numbered.find(|(other, _)| near(other)).and_then(|(_, number)| steps(number))
    };
    // A title without a number stands as deep as the numbers that are set as far in.
    let depth = |(index, entry): (usize, &Entry<'_>)| steps(&numbers[index]).or_else(|| beside(entry));
    entries.iter().enumerate().map(|entry| depth(entry).unwrap_or(by_indent[entry.0]).clamp(1, 6)).collect()
}

/// Depths by how far in entries begin; where all begin at one place, by their weight.
fn indents(entries: &[Entry<'_>]) -> Vec<u8> {
    let em = entries.iter().map(|entry| entry.first.size).fold(1.0, f32::max);
    let mut places: Vec<f32> = entries.iter().map(|entry| entry.first.x0).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|next, kept| *next - *kept < 0.8 * em);
    let far = places.windows(2).any(|pair| pair[1] - pair[0] > 10.0 * em);
    if far || places.len() > MOST_INDENTS {
        return vec![1; entries.len()];
    }
    let bold = entries.first().is_some_and(|entry| entry.first.is_bold());
    if places.len() == 1 && bold {
        return entries.iter().map(|entry| if entry.first.is_bold() { 1 } else { 2 }).collect();
    }
    let rank = |x: f32| places.iter().filter(|place| **place <= x + 0.01).count().max(1) as u8;
    entries.iter().map(|entry| rank(entry.first.x0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_end_in_their_page() {
        assert_eq!(entry("1 Foreword ......... 5"), Some(("1 Foreword", true)));
        assert_eq!(entry("Our vision………4-5"), Some(("Our vision", true)));
        assert_eq!(entry("Our vision 12"), Some(("Our vision", false)));
        assert_eq!(entry("Our vision"), None);
        assert_eq!(entry("Core20PLUS5"), None);
    }
}

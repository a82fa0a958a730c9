//! The levels of headings, looked at again over the whole document: what the bookmarks, the contents page and the numbers
//! say of them, beside their size and weight.

use std::collections::BTreeSet;

use super::blocks::Part;
use super::contents::Contents;
use super::group::Group;
use super::headings;
use super::listed::{self, Key};
use super::numbering::Number;
use super::outline::Listed;
use super::tags::Role;
use crate::document::BlockKind;

/// The lowest level.
const LOWEST: u8 = 6;

/// Headings compared with one another; a document of more keeps the levels that their looks give them.
const MOST: usize = 1 << 12;

/// A printed heading and what is known of its level.
struct Heading {
    part: usize,
    /// By its looks, or by the file's own mark.
    level: u8,
    /// Whether its looks made it none, but its being listed.
    promoted: bool,
    /// Whether the file marks it, and soundly.
    marked: bool,
    looks: Looks,
    number: Option<Number>,
    key: Key,
    /// Whether bookmarks or contents list it.
    listed: bool,
}

/// What headings of one level share.
#[derive(PartialEq, Eq)]
enum Looks {
    Marked(u8),
    Drawn { size: i32, bold: bool, capitals: bool },
}

/// Settles the levels of all headings, and makes headings of listed titles that look like none.
pub(super) fn settle(
    parts: &[Part],
    kinds: &mut [Option<BlockKind>],
    levels: &headings::Levels,
    bookmarks: &[Listed],
    contents: &Contents,
) {
    let mut promoted = promote(parts, kinds, bookmarks, contents);
    promoted.extend(promote(parts, kinds, &contents.entries, contents));
    let mut found: Vec<Heading> = parts
        .iter()
        .zip(kinds.iter())
        .enumerate()
        .filter_map(|(index, (part, kind))| match (part.group(), kind) {
            (Some(group), Some(BlockKind::Heading { level })) => Some(heading(index, group, *level, levels)),
            _ => None,
        })
        .collect();
    if found.len() > MOST {
        return;
    }
    for heading in &mut found {
        heading.promoted = promoted.contains(&heading.part);
    }
    by_lists(&mut found, bookmarks, &contents.entries);
    by_numbers(&mut found);
    under_counted(&mut found);
    for heading in found {
        kinds[heading.part] = Some(BlockKind::Heading { level: heading.level.clamp(1, LOWEST) });
    }
}

fn heading(part: usize, group: &Group, level: u8, levels: &headings::Levels) -> Heading {
    let text = group.text();
    let marked = levels.marked(group).is_some_and(|marked| marked > 0);
    let looks = if marked {
        Looks::Marked(level)
    } else {
        let capitals = !text.contains(char::is_lowercase);
        Looks::Drawn { size: (group.size() * 2.0).round() as i32, bold: group.is_bold(), capitals }
    };
    let (number, key) = (Number::of(&text), Key::of(&text));
    Heading { part, level, promoted: false, marked, looks, number, key, listed: false }
}

/// Makes a heading of a short paragraph whose words a list holds as a title, if no heading and no other paragraph reads so.
/// Gives their parts.
fn promote(parts: &[Part], kinds: &mut [Option<BlockKind>], list: &[Listed], contents: &Contents) -> BTreeSet<usize> {
    let mut promoted = BTreeSet::new();
    if list.is_empty() {
        return promoted;
    }
    let is_entry = |index: &usize| contents.parts.binary_search(index).is_ok();
    let may_be = |index: usize, group: &Group| {
        let numbered = group.mark.as_ref().is_some_and(|mark| mark.numbered);
        match kinds[index] {
            Some(BlockKind::Heading { .. }) => true,
            Some(BlockKind::Paragraph | BlockKind::ListItem { .. }) => {
                (numbered || kinds[index] == Some(BlockKind::Paragraph))
                    && headings::may_be_title(group)
                    && group.tag().role != Role::Contents
            }
            _ => false,
        }
    };
    let candidates: Vec<(usize, Key)> = parts
        .iter()
        .enumerate()
        .filter_map(|(index, part)| Some((index, part.group()?)))
        .filter(|(index, group)| !is_entry(index) && may_be(*index, group))
        .map(|(index, group)| (index, Key::of(&group.text())))
        .collect();
    let keys: Vec<Key> = candidates.iter().map(|(_, key)| key.clone()).collect();
    let found = listed::matched(list, &keys);
    if found.iter().flatten().count() * 2 < list.len() {
        return promoted;
    }
    for ((index, _), entry) in candidates.iter().zip(found) {
        if let (Some(entry), Some(BlockKind::Paragraph | BlockKind::ListItem { .. })) = (entry, &kinds[*index]) {
            kinds[*index] = Some(BlockKind::Heading { level: list[entry].depth.min(LOWEST) });
            promoted.insert(*index);
        }
    }
    promoted
}

/// Gives listed headings the level that the lists tell, and those between them a lower one.
fn by_lists(found: &mut [Heading], bookmarks: &[Listed], contents: &[Listed]) {
    let keys: Vec<Key> = found.iter().map(|heading| heading.key.clone()).collect();
    let own: Vec<u8> = found.iter().map(|heading| heading.level).collect();
    let by_looks: Vec<Option<u8>> = found.iter().map(|h| Some(h.level).filter(|_| !h.promoted)).collect();
    let in_outline = listed::levels(bookmarks, &keys, &by_looks);
    let in_contents = listed::levels(contents, &keys, &by_looks);
    for (index, heading) in found.iter_mut().enumerate() {
        let told = [in_outline[index], in_contents[index]];
        let Some(level) = told[0].or(told[1]) else { continue };
        heading.listed = true;
        // What two witnesses say counts; the file's own mark and the looks are a witness, too.
        let agreed = told[0] == told[1] || told.contains(&by_looks[index]);
        heading.level = match (agreed, heading.marked) {
            (true, _) if told[0] == told[1] => level,
            (true, _) | (false, true) => own[index],
            (false, false) => level,
        };
    }
    let Some(first) = found.iter().position(|heading| heading.listed) else { return };
    for index in 0..found.len() {
        if found[index].listed {
            continue;
        }
        if index > first {
            let shared = shared_level(found, &found[index].looks);
            found[index].level = shared.unwrap_or_else(|| below(found, &own, index));
        }
    }
}

/// The level of most listed headings of one look.
fn shared_level(found: &[Heading], looks: &Looks) -> Option<u8> {
    let mut counts = [0_usize; LOWEST as usize + 1];
    for heading in found.iter().filter(|heading| heading.listed && heading.looks == *looks) {
        counts[usize::from(heading.level.min(LOWEST))] += 1;
    }
    let all: usize = counts.iter().sum();
    let (level, most) = counts.iter().enumerate().max_by_key(|(level, count)| (**count, LOWEST - *level as u8))?;
    (*most > 1 && most * 5 >= all * 3).then_some(level as u8)
}

/// The level of an unlisted heading: below the listed one it stands under, among the unlisted ones by its looks.
fn below(found: &[Heading], own: &[u8], index: usize) -> u8 {
    for before in (0..index).rev() {
        let above = &found[before];
        if above.looks == found[index].looks {
            return above.level;
        }
        if above.listed || own[before] < own[index] {
            return (above.level + 1).min(LOWEST);
        }
        if own[before] == own[index] {
            return above.level;
        }
    }
    own[index]
}

/// Puts `2.1` below `2`, and gives headings that count on from one another one level.
fn by_numbers(found: &mut [Heading]) {
    for index in 0..found.len() {
        let Some(number) = found[index].number.clone() else { continue };
        let (before, own) = found.split_at_mut(index);
        let Some(own) = own.first_mut() else { continue };
        let numbered = || before.iter().rev().filter_map(|heading| Some((heading, heading.number.as_ref()?)));
        let told = own.marked || own.listed;
        let alike = |heading: &Heading| number.steps.len() > 1 || !number.word.is_empty() || are_alike(heading, own);
        let brother = numbered().find(|(heading, other)| number.follows(other) && alike(heading));
        let parent = numbered().find(|(_, above)| number.is_under(above));
        if let Some((brother, _)) = brother {
            if !told || number.steps.len() > 1 && (brother.marked || brother.listed) {
                own.level = brother.level;
            }
        } else if let Some((parent, _)) = parent
            && (!told || own.level <= parent.level && (parent.marked || parent.listed))
        {
            own.level = (parent.level + 1).min(LOWEST);
        }
    }
}

/// Whether two headings are about of one size.
fn are_alike(one: &Heading, other: &Heading) -> bool {
    match (&one.looks, &other.looks) {
        (Looks::Drawn { size: a, .. }, Looks::Drawn { size: b, .. }) => (a - b).abs() * 12 <= *a,
        (one, other) => one == other,
    }
}

/// Headings without a number between `2` and `3` stand below them, unless they are larger.
fn under_counted(found: &mut [Heading]) {
    for from in 0..found.len() {
        let Some(number) = &found[from].number else { continue };
        let (level, size) = (found[from].level, found[from].looks.size());
        let next = |heading: &Heading| {
            heading.number.as_ref().is_some_and(|next| next.follows(number)) && are_alike(heading, &found[from])
        };
        let Some(to) = found[from + 1..].iter().position(next).map(|after| from + 1 + after) else { continue };
        if found[to].level != level {
            continue;
        }
        let lies_under = |heading: &Heading| {
            let larger = heading.looks.size().zip(size).is_some_and(|(own, size)| own * 20 > size * 21);
            heading.number.is_none() && !heading.listed && !heading.marked && !larger
        };
        let between = &mut found[from + 1..to];
        let Some(highest) = between.iter().filter(|heading| lies_under(heading)).map(|heading| heading.level).min()
        else {
            continue;
        };
        if highest <= level {
            for heading in between.iter_mut().filter(|heading| lies_under(heading)) {
                heading.level = (heading.level + level + 1 - highest).min(LOWEST);
            }
        }
    }
}

impl Looks {
    fn size(&self) -> Option<i32> {
        match self {
            Self::Drawn { size, .. } => Some(*size),
            Self::Marked(_) => None,
        }
    }
}

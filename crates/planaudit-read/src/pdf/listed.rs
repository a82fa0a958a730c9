//! Printed headings matched with a list of titles: the bookmarks or the contents page. What is listed and not printed
//! counts for nothing.

use std::collections::BTreeMap;

use super::numbering::Number;
use super::outline::Listed;

/// Titles matched from which on a list is taken for one of this document.
const FEWEST: usize = 3;

/// How a title is compared: letters and digits only, with its number and without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    full: String,
    bare: String,
}

impl Key {
    pub(super) fn of(title: &str) -> Self {
        let title = title.trim();
        let plain = Number::of(title).filter(|number| number.word.is_empty());
        let bare = plain.and_then(|number| title.get(number.length..)).unwrap_or(title);
        // "The local picture" is listed as "Local picture".
        let bare = folded(bare);
        let bare = bare.strip_prefix("the").map_or(bare.clone(), str::to_owned);
        Self { full: folded(title), bare }
    }
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// For each printed title the entry of the list that it is. Titles that stand more often in one than in the other are
/// left out: which is meant cannot be told; so are those that are listed out of turn.
pub(super) fn matched(list: &[Listed], printed: &[Key]) -> Vec<Option<usize>> {
    let entries: Vec<Key> = list.iter().map(|entry| Key::of(&entry.title)).collect();
    let mut found = vec![None; printed.len()];
    let mut taken = vec![false; entries.len()];
    for part in [|key: &Key| key.full.clone(), |key: &Key| key.bare.clone()] {
        let mut both: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, key) in entries.iter().enumerate().filter(|(index, _)| !taken[*index]) {
            both.entry(part(key)).or_default().0.push(index);
        }
        for (index, key) in printed.iter().enumerate() {
            if found[index].is_none() {
                both.entry(part(key)).or_default().1.push(index);
            }
        }
        both.remove("");
        for (listed, printed) in both.into_values().filter(|(listed, printed)| listed.len() == printed.len()) {
            for (listed, printed) in listed.into_iter().zip(printed) {
                taken[listed] = true;
                found[printed] = Some(listed);
            }
        }
    }
    keep_in_turn(&mut found);
    found
}

/// Keeps the longest run of matches whose entries rise.
fn keep_in_turn(found: &mut [Option<usize>]) {
    // The place of the last match of the best run of each length, and for each match the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; found.len()];
    for index in 0..found.len() {
        let Some(entry) = found[index] else { continue };
        let length = ends.partition_point(|&end| found[end] < Some(entry));
        before[index] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut kept = vec![false; found.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        kept[index] = true;
        at = before[index];
    }
    found.iter_mut().zip(kept).filter(|(_, kept)| !kept).for_each(|(entry, _)| *entry = None);
}

/// The level that a list gives each printed heading whose level by its looks, if it has any, is `levels`; none where the list does not
/// fit the document, or lists all its headings without telling their depths.
pub(super) fn levels(list: &[Listed], printed: &[Key], levels: &[Option<u8>]) -> Vec<Option<u8>> {
    let none = vec![None; printed.len()];
    let found = matched(list, printed);
    let hits: Vec<(u8, Option<u8>)> =
        found.iter().zip(levels).filter_map(|(entry, level)| Some((list[(*entry)?].depth, *level))).collect();
    let Some(highest) = hits.iter().map(|(depth, _)| *depth).min() else { return none };
    let first = found.iter().position(Option::is_some).unwrap_or(0);
    let flat = hits.iter().all(|(depth, _)| *depth == highest);
    let lists_all = hits.len() * 5 >= (printed.len() - first) * 4;
    if hits.len() < FEWEST || hits.len() * 2 < list.len() || flat && lists_all {
        return none;
    }
    // A title over the whole may stand above all that is listed.
    let mut shifts = [0_usize; 2];
    for (depth, level) in hits {
        if let Some(level) = level {
            shifts[usize::from(level > depth - highest + 1)] += 1;
        }
    }
    let shift = u8::from(shifts[1] > shifts[0]);
    let level = |entry: usize| (list[entry].depth - highest + 1 + shift).min(6);
    found.into_iter().map(|entry| entry.map(level)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(titles: &[(u8, &str)]) -> Vec<Listed> {
        titles.iter().map(|&(depth, title)| Listed { title: title.to_owned(), depth }).collect()
    }

    fn keys(titles: &[&str]) -> Vec<Key> {
        titles.iter().map(|title| Key::of(title)).collect()
    }

    #[test]
    fn titles_are_matched_whatever_their_dress() {
        let list = list(&[(1, "Foreword"), (1, "Local picture"), (2, "Needs"), (1, "Not printed")]);
        let found = matched(&list, &keys(&["1 FOREWORD", "THE LOCAL PICTURE", "2.1 Needs", "Aims"]));
        assert_eq!(found, [Some(0), Some(1), Some(2), None]);
    }

    #[test]
    fn titles_that_stand_more_often_than_they_are_listed_tell_nothing() {
        let list = list(&[(1, "Dying well"), (2, "Dying well")]);
        assert_eq!(matched(&list, &keys(&["Dying well", "Dying well", "Dying well"])), [None, None, None]);
        assert_eq!(matched(&list, &keys(&["Dying well", "Dying well"])), [Some(0), Some(1)]);
    }

    #[test]
    fn what_is_listed_out_of_turn_tells_nothing() {
        let list = list(&[(1, "One"), (2, "Two"), (2, "Three"), (1, "Four")]);
        let found = matched(&list, &keys(&["Four", "One", "Two", "Three"]));
        assert_eq!(found, [None, Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_list_below_the_title_begins_one_level_down() {
        let list = list(&[(1, "One"), (2, "Two"), (1, "Three")]);
        let printed = keys(&["Plan", "One", "Two", "Three"]);
        assert_eq!(levels(&list, &printed, &[1, 2, 3, 4].map(Some)), [None, Some(2), Some(3), Some(2)]);
    }

    #[test]
    fn a_flat_list_of_all_headings_tells_no_levels() {
        let list = list(&[(1, "One"), (1, "Two"), (1, "Three"), (1, "Four")]);
        assert_eq!(levels(&list, &keys(&["One", "Two", "Three", "Four"]), &[1, 2, 1, 2].map(Some)), [None; 4]);
    }
}

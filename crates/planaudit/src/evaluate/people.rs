//! Whether two names are one person's.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::passages::Folded;

/// Titles and honours, which are no part of a name.
const TITLES: &str = "dr prof professor cllr councillor mr mrs ms miss mx sir dame lord lady rev \
                      obe mbe cbe dl qn frcn qpm";

/// Whether two names agree in the surname and in the first name or its initial.
///
/// ```
/// use planaudit::evaluate::people::same_person;
///
/// assert!(same_person("Dr Imogen Sark OBE", "I. Sark"));
/// assert!(!same_person("Imogen Sark", "Ivor Sark"));
/// ```
pub fn same_person(one: &str, other: &str) -> bool {
    let (Some((first, last)), Some((other_first, other_last))) = (ends(one), ends(other)) else { return false };
    let initial = first.len() == 1 || other_first.len() == 1;
    last == other_last && (first == other_first || initial && first[..1] == other_first[..1])
}

/// How many names of the key were found, how many found are not in it, and how many were missed.
pub(super) fn compare<'a>(key: impl Iterator<Item = &'a str>, found: impl Iterator<Item = &'a str>) -> [u32; 3] {
    // A role without a name has an empty one.
    let [key, found] = [key.collect::<Vec<_>>(), found.collect()].map(|mut names| {
        names.retain(|name| !name.is_empty());
        names
    });
    let hits = key.iter().filter(|name| found.iter().any(|other| same_person(name, other))).count();
    let extra = found.iter().filter(|name| !key.iter().any(|other| same_person(other, name))).count();
    [hits as u32, extra as u32, (key.len() - hits) as u32]
}

/// First name and surname, in plain letters.
fn ends(name: &str) -> Option<(String, String)> {
    let bare: String = Folded::of(name)
        .as_str()
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| if letter.is_ascii_lowercase() || "'-".contains(letter) { letter } else { ' ' })
        .collect();
    let mut words = bare.split_whitespace().filter(|word| !TITLES.split(' ').any(|title| title == *word));
    let first = words.next()?;
    Some((first.to_owned(), words.next_back().unwrap_or(first).to_owned()))
}

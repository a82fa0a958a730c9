//! What a document is: strategy or plan, of which system, of which year.

use std::collections::BTreeSet;

use planaudit_read::{BlockKind, Document};

use super::{Entry, Kind, Registry, System};

/// What the user says of all files of a run.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Kind of document.
    pub kind: Option<Kind>,
    /// ODS code or name of the system.
    pub ics: Option<String>,
    /// Edition.
    pub edition: Option<String>,
}

/// What a document is. Whoever said so last wins: the user, the manifest, the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Kind of document.
    pub kind: Kind,
    /// ODS code, or the name given where no code is known; none if unknown.
    pub ics: Option<String>,
    /// The system's name, where the code is known.
    pub ics_name: Option<String>,
    /// First year it covers; none if unknown.
    pub edition: Option<String>,
    /// Title, as found.
    pub title: Option<String>,
}

/// How much of the beginning is looked at for a title and a year, in bytes.
const OPENING: usize = 1500;

/// Identifies a document.
pub fn identify(entry: &Entry, document: &Document, given: &Given, registry: &Registry) -> Identity {
    let opening = opening(document);
    let title = title(document);
    let file = entry.path.rsplit('/').next().unwrap_or_default().replace(['_', '-', '.'], " ");
    let manifest = entry.manifest.as_ref();
    let places = [title.as_deref().unwrap_or_default(), file.as_str(), opening.as_str()];
    let kind = given
        .kind
        .or(manifest.and_then(|manifest| manifest.kind))
        .or_else(|| places.iter().find_map(|place| kind_of(place, registry)))
        .unwrap_or(Kind::Other);
    let said = given.ics.clone().or_else(|| manifest.and_then(|manifest| manifest.ics.clone()));
    let (ics, ics_name) = match said {
        Some(said) => match registry.named(&said) {
            Some(system) => (Some(system.ods_code.clone()), Some(system.name.clone())),
            None => (Some(said), None),
        },
        None => match system_of(document, &file, &opening, registry) {
            Some(system) => (Some(system.ods_code.clone()), Some(system.name.clone())),
            None => (None, None),
        },
    };
    let edition = given
        .edition
        .clone()
        .or_else(|| manifest.and_then(|manifest| manifest.edition.clone()))
        .or_else(|| places.iter().find_map(|place| year_of(place)));
    Identity { kind, ics, ics_name, edition, title }
}

/// The first words of the document.
fn opening(document: &Document) -> String {
    let mut opening = String::new();
    for block in &document.blocks {
        opening.push_str(&block.text);
        opening.push('\n');
        if opening.len() > OPENING {
            break;
        }
    }
    opening
}

/// The title: the first heading, or what the file states.
fn title(document: &Document) -> Option<String> {
    let heading = document.blocks.iter().take(12).find(|block| matches!(block.kind, BlockKind::Heading { .. }));
    heading.map(|block| block.text.clone()).or_else(|| document.title.clone())
}

/// The kind whose title is named first; a longer title wins over one inside it.
fn kind_of(words: &str, registry: &Registry) -> Option<Kind> {
    let words = words.to_lowercase();
    let mut best: Option<(usize, std::cmp::Reverse<usize>, Kind)> = None;
    for (titles, kind) in [(&registry.titles.jfp, Kind::Jfp), (&registry.titles.strategy, Kind::Strategy)] {
        for title in titles {
            let title = title.to_lowercase();
            if let Some(at) = find_words(&words, &title) {
                let found = (at, std::cmp::Reverse(title.len()), kind);
                if best.is_none_or(|best| (found.0, found.1) < (best.0, best.1)) {
                    best = Some(found);
                }
            }
        }
    }
    best.map(|(_, _, kind)| kind)
}

/// Where a phrase stands as whole words.
fn find_words(words: &str, phrase: &str) -> Option<usize> {
    words.match_indices(phrase).map(|(at, _)| at).find(|&at| {
        let before = words[..at].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        let after = words[at + phrase.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        before && after
    })
}

/// The system that the opening names, or whose board the text names most. A bare place name is not enough: many
/// documents name a county, few name its board.
fn system_of<'r>(document: &Document, file: &str, opening: &str, registry: &'r Registry) -> Option<&'r System> {
    let mentions = registry.mentions()?;
    let mut points = vec![0; registry.systems.len()];
    for (system, _) in mentions.in_text(opening).bodies {
        points[system] += 10;
    }
    let mut websites = BTreeSet::new();
    for block in &document.blocks {
        let named = mentions.in_text(&block.text);
        let systems: BTreeSet<usize> = named.bodies.into_iter().map(|(system, _)| system).collect();
        for system in systems {
            points[system] += 1;
        }
        websites.extend(named.websites);
    }
    for (system, _) in websites {
        points[system] += 5;
    }
    let file_words = file.to_uppercase();
    for (points, system) in points.iter_mut().zip(&registry.systems) {
        if file_words.split_whitespace().any(|word| word == system.ods_code) {
            *points += 100;
        }
    }
    let mut counts: Vec<(usize, &System)> =
        points.into_iter().zip(&registry.systems).filter(|(points, _)| *points > 0).collect();
    // The name of a system may end that of another: the longer name was meant.
    counts.sort_by_key(|(count, system)| {
        (std::cmp::Reverse(*count), std::cmp::Reverse(system.name.len()), system.ods_code.clone())
    });
    match counts[..] {
        [(first, system), (second, other), ..] if first == second && system.name.len() == other.name.len() => None,
        [(count, system), ..] if count >= 3 => Some(system),
        _ => None,
    }
}

/// The first year of this century named: of a span, the year it begins.
fn year_of(words: &str) -> Option<String> {
    let bytes = words.as_bytes();
    (0..bytes.len().saturating_sub(3)).find_map(|at| {
        let year = &bytes[at..at + 4];
        let is_year = year.starts_with(b"20") && year[2].is_ascii_digit() && year[3].is_ascii_digit();
        let alone = at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphanumeric())
            && bytes.get(at + 4).is_none_or(|after| !after.is_ascii_digit());
        (is_year && alone).then(|| String::from_utf8_lossy(year).into_owned())
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn identity(path: &str, text: &str) -> Identity {
        let entry = Entry { file: PathBuf::new(), path: path.to_owned(), manifest: None };
        identify(&entry, &planaudit_read::read_text(text), &Given::default(), &Registry::built_in())
    }

    #[test]
    fn a_plan_by_another_name_is_a_plan() {
        let found = identity("x.md", "# The Sussex Shared Delivery Plan 2024–29\n\nIt sets out our commitments.\n");
        assert_eq!((found.kind, found.edition.as_deref()), (Kind::Jfp, Some("2024")));
    }

    #[test]
    fn the_first_title_named_decides() {
        let found = identity("x.md", "# Integrated Care Strategy\n\nOur Joint Forward Plan follows it.\n");
        assert_eq!(found.kind, Kind::Strategy);
    }

    #[test]
    fn a_strategy_may_be_known_by_its_subtitle() {
        let found =
            identity("x.md", "# Closer to home\n\n## Our strategy for health and care in Umber Vale\n\nWords.\n");
        assert_eq!(found.kind, Kind::Strategy);
    }

    #[test]
    fn a_strategy_for_one_matter_is_no_system_strategy() {
        for title in ["Digital strategy 2024", "Joint dementia strategy", "Suicide prevention strategy 2023 to 2028"] {
            assert_eq!(identity("x.md", &format!("# {title}\n\nWords.\n")).kind, Kind::Other, "{title}");
        }
    }

    #[test]
    fn a_code_in_the_file_name_names_the_system() {
        let found = identity("QHG_jfp_2023.md", "# Plan\n\nWords.\n");
        assert_eq!((found.ics.as_deref(), found.kind), (Some("QHG"), Kind::Jfp));
        assert_eq!(found.edition.as_deref(), Some("2023"));
    }

    #[test]
    fn a_place_alone_names_no_system() {
        let found = identity("x.md", "# Tobacco control in West Sussex\n\nSussex people smoke less.\n");
        assert_eq!((found.ics, found.kind), (None, Kind::Other));
    }
}

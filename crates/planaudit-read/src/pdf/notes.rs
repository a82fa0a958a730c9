//! Notes at the foot of a page, tied to what cites them by their marks: a raised number or sign in the text, the same one
//! before the note, both on one page; or, where a document counts its notes through, wherever the mark stands.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{Part, Usual};
use super::kinds::opens_footnote;
use super::pieces::{Piece, is_note_list};
use super::words::Word;
use crate::document::{BlockKind, Citation};
use crate::ledger::PageNumber;
use crate::plain::marks;

/// Notes that one mark names at most: `22–24` are three.
const WIDEST_RANGE: u32 = 20;

/// A mark on its page.
pub(super) type Mark = (PageNumber, String);

/// The marks that stand in the text, each with its block.
#[derive(Default)]
pub(super) struct Marks {
    /// Raised, or signs that stand for nothing else.
    plain: Vec<(Mark, usize)>,
    /// Figures that cling to a word: some fonts raise them without saying so, but words end in figures, too.
    clinging: Vec<(Mark, usize)>,
}

impl Marks {
    /// Takes in the marks of a part, which are a block's.
    pub(super) fn add(&mut self, part: &Part, block: usize) {
        let mut add = |piece: &Piece, page: PageNumber| {
            for word in &piece.words {
                self.add_word(word, piece.size, page, block);
            }
        };
        match part {
            Part::Group(group) => group.lines.iter().for_each(|line| add(&line.printed.piece, line.page)),
            Part::Row(_, row, page) => row.cells.iter().flatten().for_each(|piece| add(piece, *page)),
        }
    }

    fn add_word(&mut self, word: &Word, size: f32, page: PageNumber, block: usize) {
        let raised = !word.glued && word.size * 1.2 < size && is_note_list(&word.text);
        let labels = if raised { labels(&word.text) } else { trailing(&word.text).into_iter().collect() };
        if labels.is_empty() {
            self.clinging.extend(clinging(&word.text).map(|label| ((page, label.to_owned()), block)));
        }
        self.plain.extend(labels.into_iter().map(|label| ((page, label), block)));
    }
}

/// Ties notes to the blocks that bear their marks.
pub(super) fn tie(notes: Vec<(Mark, usize)>, marks: Marks) -> Vec<Citation> {
    let Marks { plain: mut marks, clinging } = marks;
    let clinging = sole(clinging, &marks);
    let on_page: BTreeSet<&Mark> = marks.iter().chain(&clinging).map(|(mark, _)| mark).collect();
    let mut labels: BTreeMap<&str, Vec<PageNumber>> = BTreeMap::new();
    for ((page, label), _) in &notes {
        let pages = labels.entry(label).or_default();
        if pages.last() != Some(page) {
            pages.push(*page);
        }
    }
    // The page of each number that counts one note of the document, which nothing on its own page cites.
    let counted = labels.into_iter().filter_map(|(label, pages)| match pages[..] {
        [page] if label.starts_with(|c: char| c.is_ascii_digit()) => Some((page, label.to_owned())),
        _ => None,
    });
    let away: BTreeMap<String, PageNumber> =
        counted.filter(|mark| !on_page.contains(mark)).map(|(page, label)| (label, page)).collect();
    for ((page, label), _) in &mut marks {
        if let Some(at) = away.get(label) {
            *page = *at;
        }
    }
    marks.extend(clinging);
    Citation::join(notes, marks)
}

/// The figures clinging to words that are the only ones of their kind on the page, where no mark is plain.
fn sole(clinging: Vec<(Mark, usize)>, marks: &[(Mark, usize)]) -> Vec<(Mark, usize)> {
    let known: BTreeSet<&Mark> = marks.iter().map(|(mark, _)| mark).collect();
    let mut blocks: BTreeMap<Mark, Vec<usize>> = BTreeMap::new();
    for (mark, block) in clinging.into_iter().filter(|(mark, _)| !known.contains(mark)) {
        blocks.entry(mark).or_default().push(block);
    }
    let only = |(mark, blocks): (Mark, Vec<usize>)| match blocks[..] {
        [block] => Some((mark, block)),
        _ => None,
    };
    blocks.into_iter().filter_map(only).collect()
}

/// Makes notes of what looks like items of a list with stars for bullets, on pages whose text bears stars.
pub(super) fn star(parts: &[Part], kinds: &mut [Option<BlockKind>], usual: Usual) {
    let starred: BTreeSet<PageNumber> = parts
        .iter()
        .filter_map(Part::group)
        .flat_map(|group| &group.lines)
        .filter(|line| {
            line.printed.piece.words.iter().any(|word| trailing(&word.text).is_some_and(|label| label.starts_with('*')))
        })
        .map(|line| line.page)
        .collect();
    for (part, kind) in parts.iter().zip(kinds) {
        let first = part.group().and_then(|group| group.lines.first());
        if let (Some(line), Some(BlockKind::ListItem { .. })) = (first, &kind)
            && starred.contains(&line.page)
            && line.text().starts_with('*')
            && line.text().contains(char::is_alphabetic)
            && opens_footnote(line, usual)
        {
            *kind = Some(BlockKind::Footnote);
        }
    }
}

/// The mark of each note; a note's second paragraph shares that of its first.
pub(super) fn own(parts: &[Part], kinds: &[Option<BlockKind>]) -> Vec<Option<Mark>> {
    let mut last: Option<Mark> = None;
    let mut own = Vec::with_capacity(parts.len());
    for (part, kind) in parts.iter().zip(kinds) {
        let line = part.group().filter(|_| *kind == Some(BlockKind::Footnote)).and_then(|group| group.lines.first());
        last = line.and_then(|line| {
            let word = line.printed.piece.words.first()?;
            let label = label(&word.text).map(|label| (line.page, label));
            label.or_else(|| last.take().filter(|(page, _)| *page == line.page))
        });
        own.push(last.clone());
    }
    own
}

/// The mark that a note begins with.
fn label(word: &str) -> Option<String> {
    let word = word.trim_start_matches(['[', '(']);
    let digits: String =
        word.chars().map_while(|c| marks::superscript(c).or_else(|| c.to_digit(10))).map(|d| d.to_string()).collect();
    let signs: String = word.chars().take_while(|c| is_sign(*c)).collect();
    [digits, signs].into_iter().find(|label| (1..=4).contains(&label.chars().count()))
}

/// The marks in raised letters.
fn labels(text: &str) -> Vec<String> {
    let signs: String = text.chars().filter(|c| is_sign(*c)).collect();
    let mut labels: Vec<String> = (!signs.is_empty()).then_some(signs).into_iter().collect();
    for part in text.split(|c: char| !c.is_ascii_digit() && !"-–".contains(c)) {
        let mut ends = part.split(['-', '–']).filter_map(|end| end.parse::<u32>().ok());
        let Some(from) = ends.next() else { continue };
        let to = ends.next().filter(|to| (from..from.saturating_add(WIDEST_RANGE)).contains(to)).unwrap_or(from);
        labels.extend((from..=to).map(|number| number.to_string()));
    }
    labels
}

/// The mark that a word ends with: a raised figure of its own kind, a sign, a figure in square brackets.
fn trailing(word: &str) -> Option<String> {
    let text = word.trim_end_matches(['.', ',', ';', ':', ')', '”', '’', '"']);
    let bracketed = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
    if let Some((_, digits)) = bracketed {
        let counts = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        return counts.then(|| digits.to_owned());
    }
    let is_mark = |c: &char| is_sign(*c) || marks::superscript(*c).is_some();
    let mark: Vec<char> = text.chars().rev().take_while(is_mark).collect();
    let host = text.chars().count() > mark.len();
    let label: String =
        mark.iter().rev().map(|&c| marks::superscript(c).map_or(c.to_string(), |d| d.to_string())).collect();
    (host && !label.is_empty()).then_some(label)
}

/// The figures that cling to a word's last letter or stop.
fn clinging(word: &str) -> Option<&str> {
    let text = word.trim_end_matches(['.', ',', ';', ':', ')', '”', '’', '"']);
    let host = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[host.len()..];
    let ends = host.ends_with(|c: char| c.is_lowercase() || matches!(c, '.' | ',' | ')' | '”' | '’'));
    // "2026.4" ends a sentence with its year; "2.1" is a figure.
    let year = host.len() == 5 && host.bytes().take(4).all(|byte| byte.is_ascii_digit());
    (ends && (year || host.contains(char::is_alphabetic)) && (1..=2).contains(&digits.len())).then_some(digits)
}

fn is_sign(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '§')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_name_their_notes() {
        assert_eq!(labels("7"), ["7"]);
        assert_eq!(labels("94,95,98"), ["94", "95", "98"]);
        assert_eq!(labels("22–24"), ["22", "23", "24"]);
        assert_eq!(labels("1–4000000000"), ["1"]);
        assert_eq!(label("12The"), Some("12".to_owned()));
        assert_eq!(label("[3]"), Some("3".to_owned()));
        assert_eq!(label("**"), Some("**".to_owned()));
        assert_eq!(label("Source"), None);
        assert_eq!(trailing("places†."), Some("†".to_owned()));
        assert_eq!(trailing("approximately[8]"), Some("8".to_owned()));
        assert_eq!(trailing("health²,"), Some("2".to_owned()));
        assert_eq!(trailing("*"), None);
        assert_eq!(clinging("residents.4"), Some("4"));
        assert_eq!((clinging("café"), clinging("2026.4")), (None, Some("4")));
        assert_eq!((clinging("COVID-19"), clinging("2.1")), (None, None));
    }
}

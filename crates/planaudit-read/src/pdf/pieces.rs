//! Words become pieces of line: what stands on one baseline without a gutter, a wide gap or a ruled line between.

use super::figures;
use super::ink::{Ink, Rule};
use super::seams;
use super::words::Word;
use crate::lines::{after_bullet, after_number};

/// Letters of a list of note numbers at most.
const LONGEST_NOTES: usize = 64;

/// Words on one baseline that read on without a break.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) words: Vec<Word>,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) base: f32,
    /// The size most of its letters have.
    pub(super) size: f32,
    /// Which row of the page it stands on, from the top.
    pub(super) row: usize,
}

impl Piece {
    pub(super) fn new(word: Word, row: usize) -> Self {
        Self { x0: word.x0, x1: word.x1, base: word.base, size: word.size, words: vec![word], row }
    }

    pub(super) fn top(&self) -> f32 {
        self.base - self.size * 0.8
    }

    pub(super) fn bottom(&self) -> f32 {
        self.base + self.size * 0.25
    }

    /// Takes in a word to its right.
    pub(super) fn push(&mut self, word: Word) {
        self.x0 = self.x0.min(word.x0);
        self.x1 = self.x1.max(word.x1);
        self.words.push(word);
        self.settle();
    }

    /// Takes in the words of a piece to its right.
    pub(super) fn join(&mut self, other: Self) {
        self.x0 = self.x0.min(other.x0);
        self.x1 = self.x1.max(other.x1);
        self.words.extend(other.words);
        self.settle();
    }

    fn settle(&mut self) {
        // Most lines are of one size.
        if let Some(last) =
            self.words.last().filter(|last| self.words.iter().all(|word| (word.size - last.size).abs() < 0.01))
        {
            (self.size, self.base) = (last.size, last.base);
            return;
        }
        // A long list of raised note numbers does not outweigh the words before it.
        let letters = |size: f32| {
            let alike = || self.words.iter().filter(|word| (word.size - size).abs() < 0.3);
            let lettered = alike().map(|word| word.text.chars().filter(|c| c.is_alphabetic()).count());
            (lettered.sum::<usize>(), alike().map(|word| word.text.len()).sum::<usize>())
        };
        if let Some(most) = self.words.iter().max_by_key(|word| letters(word.size)) {
            let (size, base) = (most.size, most.base);
            self.size = size;
            self.base = base;
        }
    }

    /// The words with a blank between, raised ordinals closed up.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if !text.is_empty() && !word.glued {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    /// Whether all its words are bold.
    pub(super) fn is_bold(&self) -> bool {
        self.words.iter().all(|word| word.bold || !word.text.contains(char::is_alphanumeric))
            && self.words.iter().any(|word| word.bold)
    }

    /// Whether a sentence goes on from this line to the other.
    pub(super) fn reads_on_in(&self, next: &Self) -> bool {
        let text = self.text();
        let open = !text.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?', ':', ';']);
        open && next.text().starts_with(char::is_lowercase)
    }

    /// Whether the file marks all its words as no part of the text.
    pub(super) fn is_marked_furniture(&self) -> bool {
        self.words.iter().all(|word| word.furniture)
    }

    /// Whether all its words are in another ink than `usual`.
    pub(super) fn is_tinted(&self, usual: u16) -> bool {
        self.words.iter().all(|word| word.colour != usual)
    }

    pub(super) fn is_italic(&self) -> bool {
        self.words.iter().filter(|word| word.italic).count() * 5 > self.words.len() * 4
    }

    fn is_label(&self) -> bool {
        let text = self.text();
        self.words.len() == 1 && (after_bullet(&text) == Some("") || after_number(&(text + " x")).is_some())
    }
}

/// The pieces of a page, row by row from the top, each row from the left.
pub(super) fn pieces(mut words: Vec<Word>, ink: &Ink) -> Vec<Piece> {
    words.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.x0.total_cmp(&b.x0)));
    settle_scripts(&mut words);
    words.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.x0.total_cmp(&b.x0)));
    let mut upright: Vec<Rule> = ink.upright.iter().copied().filter(|rule| rule.to - rule.from > 8.0).collect();
    upright.sort_by(|a, b| a.at.total_cmp(&b.at));

    let mut pieces = Vec::new();
    let mut row: Vec<Word> = Vec::new();
    let mut number = 0;
    for word in words {
        let same = row.first().is_some_and(|first| (word.base - first.base).abs() <= 0.25 * word.size.min(first.size));
        if !same && !row.is_empty() {
            split(std::mem::take(&mut row), number, &upright, &mut pieces);
            number += 1;
        }
        row.push(word);
    }
    if !row.is_empty() {
        split(row, number, &upright, &mut pieces);
    }
    figures::lead(seams::part(&pieces))
}

/// Gives raised and lowered words the baseline of the word they hang on. Ordinals and formulas close up; note marks
/// stay apart, for `health¹` is no word. A mark may hang on the word after it: notes begin with theirs. A mark may also
/// follow another.
fn settle_scripts(words: &mut [Word]) {
    // The marks settled, where each stood and where it stands now.
    let mut settled: Vec<(usize, f32)> = Vec::new();
    for index in 0..words.len() {
        let script = &words[index];
        if script.text.chars().count() > 5 && !is_note_list(&script.text) {
            continue;
        }
        let near = |other: &Word| {
            let rise = other.base - script.base;
            let (before, after) = (script.x0 - other.x1, other.x0 - script.x1);
            let beside = |gap: f32| gap > -0.2 * other.size && gap < 0.8 * other.size;
            other.size > script.size * 1.2
                && other.size < script.size * 2.2
                && (beside(before) || beside(after) && is_note_list(&script.text))
                && rise.abs() > 0.05 * other.size
                && rise < 0.7 * other.size
                && rise > -0.35 * other.size
        };
        let reach = script.size * 3.0;
        let above = words[..index].iter().rev().take_while(|word| script.base - word.base < reach).find(|w| near(w));
        let below = || words[index + 1..].iter().take_while(|word| word.base - script.base < reach).find(|w| near(w));
        let follows = |&&(before, base): &&(usize, f32)| {
            let before = &words[before];
            let gap = script.x0 - before.x1;
            (base - script.base).abs() < 0.1 * script.size
                && (before.size / script.size - 1.0).abs() < 0.1
                && gap > -0.2 * script.size
                && gap < script.size
        };
        let mark = is_note_list(&script.text);
        if let Some(&(before, _)) = settled.iter().rev().take(8).find(follows).filter(|_| mark) {
            settled.push((index, script.base));
            words[index].base = words[before].base;
        } else if let Some(host) = above.or_else(below) {
            let gap = (script.x0 - host.x1) / host.size;
            let touches = (-0.2..0.3).contains(&gap);
            let lowered = host.base < script.base;
            let ordinal = matches!(script.text.as_str(), "st" | "nd" | "rd" | "th" | "TM");
            let (base, unit) = (host.base, matches!(host.text.as_str(), "m" | "km" | "cm"));
            let glued = ordinal || unit || lowered && host.text.chars().all(char::is_alphabetic);
            settled.push((index, words[index].base));
            words[index].base = base;
            words[index].glued = touches && glued;
        }
    }
}

/// Numbers of notes: `7`, `94,95,98`, `22–24`.
pub(super) fn is_note_list(text: &str) -> bool {
    text.len() <= LONGEST_NOTES
        && text.starts_with(|c: char| c.is_ascii_digit() || "*†‡[(".contains(c))
        && text.chars().all(|c| c.is_ascii_digit() || " ,;.-–*†‡[]()".contains(c))
}

fn split(mut row: Vec<Word>, number: usize, upright: &[Rule], pieces: &mut Vec<Piece>) {
    row.sort_by(|a, b| a.x0.total_cmp(&b.x0).then(a.x1.total_cmp(&b.x1)));
    let middle = row.first().map_or(0.0, |word| f64::from(word.base - word.size * 0.3));
    let walls: Vec<f32> =
        (upright.iter().filter(|rule| rule.from <= middle && rule.to >= middle)).map(|rule| rule.at as f32).collect();
    let mut open: Option<Piece> = None;
    let even = even_gaps(&row);
    for (index, word) in row.into_iter().enumerate() {
        let Some(piece) = &mut open else {
            open = Some(Piece::new(word, number));
            continue;
        };
        let widest = match piece.words.last() {
            _ if piece.is_label() => 4.5,
            // Figures in a row are set closer than texts.
            Some(last) if is_figure(&last.text) && is_figure(&word.text) => 0.75,
            _ => 1.2,
        };
        let Some(last) = piece.words.last_mut() else { continue };
        let size = last.size.max(word.size);
        let gap = word.x0 - last.x1;
        let mut word = word;
        if gap < 0.15 * size && last.size * 1.2 < word.size && word.text.starts_with(['.', ',', ';', ':', ')']) {
            // Behind a note's number.
            word.glued = true;
        }
        if last.text == word.text && (last.x0 - word.x0).abs() < 0.25 * size && (last.x1 - word.x1).abs() < 0.25 * size
        {
            last.bold = true;
            continue;
        }
        let ruled_off = walls.iter().any(|&at| at > last.x1 - 1.0 && at < word.x0 + 1.0);
        let alike = word.glued || (last.size / word.size - 1.0).abs() < 0.1 || small_capitals(last, &word);
        if gap < 0.1 * size && gap > -0.4 * size && alike && word.tag.cell == last.tag.cell {
            // One word drawn in pieces.
            piece.x1 = piece.x1.max(word.x1);
            last.x1 = last.x1.max(word.x1);
            last.text.push_str(&word.text);
            last.size = last.size.min(word.size);
        } else if gap > widest * size && !even[index]
            || gap > 0.2 * size && ruled_off
            || word.furniture != last.furniture
            || word.tag.cell != last.tag.cell
        {
            pieces.extend(open.replace(Piece::new(word, number)));
        } else {
            piece.x1 = piece.x1.max(word.x1);
            piece.words.push(word);
        }
    }
    pieces.extend(open);
    for piece in pieces.iter_mut().rev().take_while(|piece| piece.row == number) {
        piece.settle();
    }
}

/// Which words follow a gap that the justifier made: wide, but as wide as the one before or after it to a hair.
fn even_gaps(row: &[Word]) -> Vec<bool> {
    let gap = |index: usize| Some(row.get(index)?.x0 - row.get(index.checked_sub(1)?)?.x1);
    let like = |own: f32, other: Option<f32>| other.is_some_and(|other| (own - other).abs() < 0.02 * own.max(10.0));
    let even = |index: usize| {
        let em = row[index].size;
        // Column heads stand as evenly, but begin with capitals or figures.
        let is_text = |at: usize| row.get(at).is_some_and(|word| word.text.contains(char::is_alphabetic));
        let is_low = row[index].text.starts_with(char::is_lowercase);
        gap(index).is_some_and(|own| {
            let before = index > 1 && is_text(index - 2) && like(own, gap(index - 1));
            let after = is_text(index + 1) && like(own, gap(index + 1));
            own < 5.0 * em && is_low && is_text(index - 1) && (before || after)
        })
    };
    (0..row.len()).map(even).collect()
}

fn is_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || ".,%".contains(c))
}

/// A large capital with small capitals after it is one word.
fn small_capitals(first: &Word, rest: &Word) -> bool {
    let capitals = |text: &str| text.chars().all(|c| !c.is_lowercase() && c.is_alphabetic());
    first.size > rest.size
        && first.size < 1.6 * rest.size
        && first.text.chars().count() == 1
        && capitals(&first.text)
        && capitals(&rest.text)
}

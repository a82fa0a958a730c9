//! Headings: told by size and weight, ranked over the document.

use super::blocks::Usual;
use super::group::Group;
use super::people;

/// A heading has at most this many words.
const MOST_WORDS: usize = 22;

/// How many levels there are.
const LEVELS: usize = 6;

/// The sizes of headings, the largest first; each entry opens a level.
#[derive(Debug, Default)]
pub(super) struct Levels {
    sizes: Vec<i32>,
    /// Whether the file marks its headings, and soundly.
    marked: bool,
}

/// Ranks the sizes of all groups that look like headings.
pub(super) fn levels<'g>(groups: impl Iterator<Item = &'g Group> + Clone, usual: Usual) -> Levels {
    let all = groups.clone().count();
    let marked = groups.clone().filter(|group| group.marked_heading().is_some()).count();
    // Some producers call every other line a heading.
    let marked = marked > 1 && marked * 5 < all * 2;
    let mut sizes: Vec<i32> =
        groups.filter(|group| looks_like_one(group, usual)).map(|group| rank_size(group, usual)).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.dedup();
    while sizes.len() > LEVELS {
        // The two levels closest to each other become one, named by the smaller size.
        let closest = |at: &usize| (sizes[*at] - sizes[at + 1]) * 1000 / sizes[at + 1].max(1);
        let Some(at) = (0..sizes.len() - 1).min_by_key(closest) else { break };
        sizes.remove(at);
    }
    Levels { sizes, marked }
}

impl Levels {
    /// The level that the file gives a group, if it marks headings soundly; 0 where it says only that it is one.
    pub(super) fn marked(&self, group: &Group) -> Option<u8> {
        group.marked_heading().filter(|_| self.marked)
    }

    /// The level of a group, if it looks like a heading.
    pub(super) fn of(&self, group: &Group, usual: Usual) -> Option<u8> {
        if !looks_like_one(group, usual) {
            return None;
        }
        let own = rank_size(group, usual);
        let rank = self.sizes.iter().position(|size| *size <= own).unwrap_or(LEVELS);
        Some((rank + 1).min(LEVELS) as u8)
    }
}

/// Whether a group is as short as a title and ends as one, whatever its looks.
pub(super) fn may_be_title(group: &Group) -> bool {
    let text = group.text();
    let ends = text.ends_with(['.', ',', ';', ':']);
    text.split(' ').count() <= MOST_WORDS && group.lines.len() <= 3 && !ends && text.contains(char::is_alphabetic)
}

/// Size in half points; what stands out by weight or ink alone counts as the size of running text.
fn rank_size(group: &Group, usual: Usual) -> i32 {
    let size = if group.size() < 1.06 * usual.size { usual.size } else { group.size() };
    (size * 2.0).round() as i32
}

fn looks_like_one(group: &Group, usual: Usual) -> bool {
    let text = group.text();
    let words = text.split(' ').count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let size = group.size() / usual.size;
    let lines = if size > 1.5 { 4 } else { 3 };
    if words > MOST_WORDS || group.lines.len() > lines || letters < 3 || letters * 2 < text.chars().count() {
        return false;
    }
    let ends = text.trim_end_matches(['”', '’', '"', '\'', ')', '»']);
    let quotes = ends.len() < text.len() && text.ends_with(['”', '"', '»']) && ends.ends_with(['.', '!', '?', ',']);
    if quotes
        || ends.ends_with(['.', ',', ';']) && size < 1.3
        || text.starts_with(['“', '"', '‘'])
        || text.contains("....")
    {
        return false;
    }
    if group.lines.len() > 1 && people::is_name(group.lines[0].text()) && people::names_role(&text) {
        return false;
    }
    let low = text.starts_with(|c: char| c.is_lowercase());
    let capitals = words > 1 && letters > 5 && !text.contains(char::is_lowercase);
    // Ink alone makes a heading of a short line only: links and pull-outs have it, too.
    let tinted = words <= 10 && group.lines.len() == 1 && group.lines[0].printed.piece.is_tinted(usual.colour);
    let heavy = group.is_bold() || capitals || tinted && !text.contains("www.") && !text.contains('@');
    size >= 1.3 && !(low && words > 6) || size >= 1.12 && !low || heavy && size >= 0.96 && !low
}

//! Headings: told by size and weight, ranked over the document.

use super::blocks::{Group, Usual};

/// A heading has at most this many words.
const MOST_WORDS: usize = 22;

/// The styles of headings, the highest first.
#[derive(Debug, Default)]
pub(super) struct Levels {
    styles: Vec<(i32, bool)>,
}

/// Ranks the styles of all groups that look like headings.
pub(super) fn levels<'g>(groups: impl Iterator<Item = &'g Group>, usual: Usual) -> Levels {
    let mut styles: Vec<(i32, bool)> = groups.filter(|group| looks_like_one(group, usual)).map(style).collect();
    styles.sort_unstable_by(|a, b| b.cmp(a));
    styles.dedup();
    // Sizes a hair apart are one style.
    styles.dedup_by(|b, a| a.1 == b.1 && a.0 - b.0 <= 1);
    Levels { styles }
}

impl Levels {
    /// The level of a group, if it is a heading.
    pub(super) fn of(&self, group: &Group, usual: Usual) -> Option<u8> {
        if !looks_like_one(group, usual) {
            return None;
        }
        let own = style(group);
        let rank = self.styles.iter().position(|style| *style <= own).unwrap_or(self.styles.len());
        Some((rank + 1).min(6) as u8)
    }
}

/// Size in half points, then weight.
fn style(group: &Group) -> (i32, bool) {
    ((group.size() * 2.0).round() as i32, group.is_bold())
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
    if text.ends_with(['.', ',', ';']) && size < 1.3 || text.starts_with(['“', '"', '‘']) || text.contains("....") {
        return false;
    }
    let low = text.starts_with(|c: char| c.is_lowercase());
    let capitals = words > 1 && letters > 5 && !text.contains(char::is_lowercase);
    let heavy = group.is_bold() || capitals;
    size >= 1.3 && !(low && words > 6) || size >= 1.12 && !low || heavy && size >= 0.96 && !low
}

//! Who signs a foreword: a name set as large or heavy as a heading stays with the post and the body under it.

use super::blocks::{Part, Usual};
use super::group::Group;
use super::people;
use super::tags::Role;
use crate::document::BlockKind;

/// Lines of post and body under a name, and words in them, at most.
const MOST_LINES: usize = 4;
const MOST_WORDS: usize = 25;
/// A name set larger than this, in ems of running text, heads what follows.
const LARGEST: f32 = 1.35;
/// How far under the name, in ems, the post may stand.
const FARTHEST: f32 = 2.4;

/// Joins names that look like headings with the posts under them, in forewords.
pub(super) fn join(
    parts: Vec<Part>,
    kinds: Vec<Option<BlockKind>>,
    usual: Usual,
) -> (Vec<Part>, Vec<Option<BlockKind>>) {
    let mut joined: (Vec<Part>, Vec<Option<BlockKind>>) = (Vec::with_capacity(parts.len()), Vec::new());
    let mut in_foreword = false;
    let mut before = false;
    for (part, kind) in parts.into_iter().zip(kinds) {
        let is_heading = matches!(kind, Some(BlockKind::Heading { .. }));
        let name = part.group().is_some_and(|group| is_heading && in_foreword && is_signatory(group, usual));
        if before
            && kind == Some(BlockKind::Paragraph)
            && let (Part::Group(post), Some(Part::Group(above))) = (&part, joined.0.last_mut())
            && is_post_of(post, above)
            && let Part::Group(post) = part
        {
            above.lines.extend(post.lines);
            joined.1.pop();
            joined.1.push(kind);
            before = false;
            continue;
        }
        if is_heading && !name {
            in_foreword = part.group().is_some_and(|group| opens_foreword(&group.text()));
        }
        before = name;
        joined.0.push(part);
        joined.1.push(kind);
    }
    joined
}

fn opens_foreword(title: &str) -> bool {
    let title = title.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let words =
        ["foreword", "welcome", "preface", "introduction from", "message from", "a message from", "statement from"];
    words.iter().any(|word| title.starts_with(word))
}

fn is_signatory(group: &Group, usual: Usual) -> bool {
    let text = group.text();
    let capital = |word: &str| word.chars().take(1).chain(word.to_lowercase().chars().skip(1)).collect::<String>();
    let plain = text.split(' ').map(capital).collect::<Vec<_>>().join(" ");
    group.lines.len() == 1
        && group.size() < LARGEST * usual.size
        && !matches!(group.tag().role, Role::Heading(_))
        && (people::is_name(&text) || people::is_name(&plain))
}

fn is_post_of(post: &Group, name: &Group) -> bool {
    let (Some(above), Some(below)) = (name.lines.last(), post.lines.first()) else { return false };
    let gap = below.printed.piece.base - above.printed.piece.base;
    let text = post.text();
    above.page == below.page
        && gap > 0.0
        && gap < FARTHEST * above.size()
        && post.mark.is_none()
        && post.lines.len() <= MOST_LINES
        && text.split(' ').count() <= MOST_WORDS
        && !text.ends_with(['.', ':', ';', ','])
        && post.lines.iter().any(|line| people::names_role(line.text()))
}

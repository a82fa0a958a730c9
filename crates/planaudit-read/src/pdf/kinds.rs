//! What a group of lines is: heading, list item, caption, footnote, quotation or paragraph.

use super::blocks::Usual;
use super::group::Group;
use super::headings::Levels;
use super::line::Line;
use super::tags::Role;
use crate::document::BlockKind;

/// How deep the list items before stand, and the last heading that the file marks.
#[derive(Default)]
pub(super) struct Depths {
    marks: Vec<f32>,
    /// Its level and size.
    heading: Option<(u8, f32)>,
}

/// The kind of a group.
pub(super) fn kind(group: &Group, usual: Usual, levels: &Levels, depths: &mut Depths) -> BlockKind {
    let text = group.text();
    let role = group.tag().role;
    if let Some(level) = levels.marked(group) {
        let level = if level == 0 { levels.of(group, usual).unwrap_or(2) } else { level };
        depths.marks.clear();
        depths.heading = Some((level, group.size()));
        return BlockKind::Heading { level };
    }
    let may_head = match role {
        // The title over the contents is often marked as one of their entries.
        Role::Contents => !text.ends_with(|c: char| c.is_ascii_digit()),
        Role::Caption | Role::Note | Role::Figure => false,
        _ => true,
    };
    if may_head
        && group.mark.as_ref().is_none_or(|mark| mark.numbered)
        && let Some(level) = levels.of(group, usual)
    {
        depths.marks.clear();
        return BlockKind::Heading { level: depths.under_marked(level, group.size()) };
    }
    let left = group.lines.first().map_or(0.0, |line| line.printed.piece.x0);
    match (&group.mark, role) {
        (_, Role::Contents) => return BlockKind::Paragraph,
        (_, Role::Note) => return BlockKind::Footnote,
        (_, Role::Caption) => return BlockKind::Caption,
        (Some(mark), _) => return BlockKind::ListItem { depth: depths.of(mark.x, group.size()) },
        // Its bullet is drawn.
        (None, Role::Item) if !is_caption(&text) => {
            return BlockKind::ListItem { depth: depths.of(left, group.size()) };
        }
        (None, Role::Quotation) => return BlockKind::Quotation,
        _ => {}
    }
    if is_caption(&text) {
        return BlockKind::Caption;
    }
    if is_footnote(group, &text, usual) {
        return BlockKind::Footnote;
    }
    if is_quotation(group, &text, usual) {
        return BlockKind::Quotation;
    }
    depths.marks.retain(|mark| *mark < left - 0.5 * group.size());
    BlockKind::Paragraph
}

impl Depths {
    /// A heading that only looks like one stands under the last one marked, beside it if it is larger.
    fn under_marked(&self, level: u8, size: f32) -> u8 {
        match self.heading {
            Some((marked, its)) if size > 1.05 * its => marked,
            Some((marked, _)) => (marked + 1).min(6),
            None => level,
        }
    }

    fn of(&mut self, x: f32, em: f32) -> u8 {
        // A mark far to the left of all before stands in another column or list.
        self.marks.retain(|mark| *mark < x - 0.7 * em && x - *mark < 12.0 * em);
        let depth = self.marks.len();
        self.marks.push(x);
        depth.min(8) as u8
    }
}

/// "Figure 3: …", "Table 2 Leads", "Source: …"; not "Figure 3 shows …".
pub(super) fn is_caption(text: &str) -> bool {
    const NAMES: [&str; 13] = [
        "figure",
        "fig",
        "fig.",
        "table",
        "chart",
        "map",
        "box",
        "graph",
        "diagram",
        "image",
        "photo",
        "infographic",
        "exhibit",
    ];
    if text.starts_with("Source:") || text.starts_with("Sources:") {
        return text.len() < 300;
    }
    let mut words = text.split(' ');
    let (Some(name), Some(number)) = (words.next(), words.next()) else { return false };
    let numbered = number.trim_end_matches([':', '.', ')', ',', '-', '–']);
    let is_number = numbered.starts_with(|c: char| c.is_ascii_digit()) && numbered.len() <= 5
        || numbered.len() == 1 && numbered.starts_with(|c: char| c.is_ascii_uppercase());
    let next = words.next().unwrap_or("–");
    let parted = numbered.len() < number.len() || next.starts_with(|c: char| !c.is_lowercase());
    NAMES.contains(&name.to_lowercase().as_str()) && is_number && parted && text.len() < 400
}

/// Small print at the foot of a page that begins with a mark.
fn is_footnote(group: &Group, text: &str, usual: Usual) -> bool {
    group.lines.first().is_some_and(|first| opens_footnote(first, usual)) && text.contains(char::is_alphabetic)
}

/// Whether a line begins a footnote.
pub(super) fn opens_footnote(first: &Line, usual: Usual) -> bool {
    let word = first.printed.piece.words.first().map_or("", |word| word.text.as_str());
    let word = word.strip_prefix('[').map_or(word, |inner| inner.strip_suffix(']').unwrap_or(inner));
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let marked = matches!(word.chars().next(), Some('*' | '†' | '‡' | '¹' | '²' | '³'))
        || (1..=3).contains(&digits) && (digits == word.len() || word[digits..].starts_with(char::is_alphabetic));
    let size = first.printed.piece.words.get(1).map_or(first.size(), |word| word.size);
    // Only notes begin with a raised mark, wherever they stand.
    let raised = first.printed.piece.words.first().is_some_and(|word| word.size * 1.2 < size);
    marked && size < 0.93 * usual.size && (first.depth > 0.55 || raised)
}

/// Wholly within quote marks, perhaps with a name after, and set apart by slant, indent or size.
fn is_quotation(group: &Group, text: &str, usual: Usual) -> bool {
    let Some(first) = group.lines.first() else { return false };
    let opens = text.starts_with(['“', '"', '‘', '«']);
    let closing = text.rfind(['”', '"', '’', '»']).unwrap_or(0);
    let after = text.get(closing..).map_or(0, |rest| rest.split_whitespace().count());
    let words = text.split(' ').count();
    let set_apart = group.is_italic()
        || first.printed.piece.x0 - first.printed.left > 1.5 * first.size()
        || (first.size() / usual.size - 1.0).abs() > 0.08
        || group.is_bold();
    opens && closing > 1 && after <= 10 && words >= 5 && (set_apart || after <= 1 && group.lines.len() > 1)
}

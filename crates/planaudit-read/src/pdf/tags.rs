//! The structure tree of a tagged file: what it says each stretch of a page is, and which belong together.

use std::collections::{BTreeMap, HashMap};

use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// Elements within elements deeper than this are not followed.
const DEEPEST: u8 = 64;
/// Number trees nested deeper than this are not followed, nor more nodes than this.
const DEEPEST_TREE: u8 = 8;
const MOST_NODES: usize = 1 << 16;
/// Elements kept of one file.
const MOST_ELEMENTS: usize = 1 << 20;

/// What the file says of a stretch of text; all zero where it says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// The paragraph, heading, item, caption or note it belongs to.
    pub(super) block: u32,
    /// The table, row and cell it stands in.
    pub(super) table: u32,
    pub(super) row: u32,
    pub(super) cell: u32,
    /// Whether that row has but this one cell, over all columns.
    pub(super) alone: bool,
    /// Whether that cell heads a row or column.
    pub(super) heads: bool,
    pub(super) role: Role,
}

/// What a block is said to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    None,
    Paragraph,
    /// A heading; level 0 where the file gives none.
    Heading(u8),
    Item,
    /// An entry of the contents.
    Contents,
    Caption,
    Note,
    Quotation,
    /// Words within a picture.
    Figure,
}

/// The tree, as far as pages have asked for it.
pub(super) struct Tags<'a> {
    xref: &'a XRef,
    /// The elements of each page or form, by its own number.
    owners: BTreeMap<i32, Array<'a>>,
    /// What roles of the producer's own stand for.
    meanings: HashMap<Vec<u8>, Vec<u8>>,
    known: HashMap<ObjectIdentifier, Tag>,
}

impl<'a> Tags<'a> {
    pub(super) fn of(xref: &'a XRef) -> Self {
        let mut tags = Self { xref, owners: BTreeMap::new(), meanings: HashMap::new(), known: HashMap::new() };
        let root = xref.get::<Dict<'a>>(xref.root_id()).and_then(|catalog| catalog.get::<Dict<'a>>("StructTreeRoot"));
        let Some(root) = root else { return tags };
        if let Some(meanings) = root.get::<Dict<'a>>("RoleMap") {
            for (own, meaning) in meanings.entries() {
                if let MaybeRef::NotRef(Object::Name(meaning)) = meaning {
                    tags.meanings.insert(own.as_ref().to_vec(), meaning.as_ref().to_vec());
                }
            }
        }
        if let Some(tree) = root.get::<Dict<'a>>("ParentTree") {
            let mut left = MOST_NODES;
            tags.collect(&tree, 0, &mut left);
        }
        tags
    }

    fn collect(&mut self, node: &Dict<'a>, depth: u8, left: &mut usize) {
        if let Some(numbers) = node.get::<Array<'a>>("Nums") {
            let mut items = numbers.iter::<Object<'a>>();
            while let (Some(number), Some(owned)) = (items.next(), items.next()) {
                if let (Some(number), Some(elements)) = (number.into_i32(), owned.into_array()) {
                    self.owners.insert(number, elements);
                }
            }
        }
        if depth < DEEPEST_TREE
            && let Some(kids) = node.get::<Array<'a>>("Kids")
        {
            for kid in kids.iter::<Dict<'a>>() {
                let Some(rest) = left.checked_sub(1) else { return };
                *left = rest;
                self.collect(&kid, depth + 1, left);
            }
        }
    }

    /// What the marked stretches of a page or form are, by their numbers.
    pub(super) fn stretches(&mut self, owner: &Dict<'_>) -> Vec<Tag> {
        let Some(elements) = owner.get::<i32>("StructParents").and_then(|number| self.owners.get(&number)) else {
            return Vec::new();
        };
        let ids: Vec<Option<ObjectIdentifier>> =
            elements.raw_iter().map(|item| item.as_obj_ref().map(ObjectIdentifier::from)).collect();
        ids.into_iter().map(|id| id.map_or_else(Tag::default, |id| self.tag(id, 0))).collect()
    }

    fn tag(&mut self, id: ObjectIdentifier, depth: u8) -> Tag {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        if depth > DEEPEST || self.known.len() > MOST_ELEMENTS {
            return Tag::default();
        }
        let Some(element) = self.xref.get::<Dict<'a>>(id) else { return Tag::default() };
        let Some(role) = element.get::<Name<'a>>("S") else { return Tag::default() };
        let above = element.get_ref("P").map_or_else(Tag::default, |parent| self.tag(parent.into(), depth + 1));
        let role = self.meaning(role.as_ref());
        let own = self.known.len() as u32 + 1;
        let mut tag = tag(&role, own, above);
        if role == b"TR" {
            tag.alone = element.get::<Array<'a>>("K").is_none_or(|cells| cells.raw_iter().take(2).count() < 2);
        }
        self.known.insert(id, tag);
        tag
    }

    /// The standard role that a producer's own stands for.
    fn meaning(&self, role: &[u8]) -> Vec<u8> {
        let mut role = role.to_vec();
        for _ in 0..8 {
            match self.meanings.get(&role) {
                Some(meaning) if *meaning != role => role.clone_from(meaning),
                _ => break,
            }
        }
        role
    }
}

/// The tag of an element from its role and its parent's tag.
fn tag(role: &[u8], own: u32, above: Tag) -> Tag {
    let block = |role| Tag { block: own, role, ..above };
    match role {
        b"P" | b"LBody" => match above.role {
            Role::None => block(Role::Paragraph),
            role => block(role),
        },
        b"H" => block(Role::Heading(0)),
        b"Title" => block(Role::Heading(1)),
        [b'H', level @ b'1'..=b'6'] => block(Role::Heading(level - b'0')),
        b"LI" => block(if above.role == Role::Contents { Role::Contents } else { Role::Item }),
        b"TOC" | b"TOCI" => block(Role::Contents),
        b"Caption" => block(Role::Caption),
        b"Note" | b"FENote" => block(Role::Note),
        b"BlockQuote" => block(Role::Quotation),
        b"Figure" => block(Role::Figure),
        b"Table" => Tag { block: own, table: own, role: Role::None, ..Tag::default() },
        b"TR" => Tag { row: own, ..above },
        b"TD" | b"TH" => Tag { block: own, cell: own, heads: role == b"TH", ..above },
        _ => above,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_within_an_element_belongs_to_it() {
        let table = tag(b"Table", 1, Tag::default());
        let cell = tag(b"TH", 3, tag(b"TR", 2, table));
        assert_eq!((cell.table, cell.row, cell.cell, cell.heads), (1, 2, 3, true));
        let within = tag(b"Span", 5, tag(b"P", 4, cell));
        assert_eq!((within.block, within.cell, within.role), (4, 3, Role::Paragraph));
        assert_eq!(tag(b"P", 7, tag(b"LI", 6, Tag::default())).role, Role::Item);
        assert_eq!(tag(b"H2", 8, Tag::default()).role, Role::Heading(2));
    }
}

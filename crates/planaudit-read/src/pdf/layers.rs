//! Which optional layers of a file are shown.

use std::collections::HashSet;

use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// The layers switched off when the file opens.
#[derive(Default)]
pub(super) struct Layers {
    off: HashSet<ObjectIdentifier>,
}

impl Layers {
    pub(super) fn of(xref: &XRef) -> Self {
        Self { off: Self::switched_off(xref).unwrap_or_default() }
    }

    fn switched_off(xref: &XRef) -> Option<HashSet<ObjectIdentifier>> {
        let catalog = xref.get::<Dict<'_>>(xref.root_id())?;
        let properties = catalog.get::<Dict<'_>>("OCProperties")?;
        let defaults = properties.get::<Dict<'_>>("D")?;
        let mut off = HashSet::new();
        if defaults.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_ref() == b"OFF") {
            off.extend(groups(&properties, "OCGs"));
            for shown in groups(&defaults, "ON") {
                off.remove(&shown);
            }
        }
        off.extend(groups(&defaults, "OFF"));
        Some(off)
    }

    /// Whether content tied to the layer under `key` of `holder` is hidden.
    pub(super) fn hides(&self, holder: &Dict<'_>, key: &[u8]) -> bool {
        if self.off.is_empty() {
            return false;
        }
        if holder.get_ref(key).is_some_and(|group| self.off.contains(&group.into())) {
            return true;
        }
        let Some(membership) = holder.get::<Dict<'_>>(key) else { return false };
        let mut members = groups(&membership, "OCGs").peekable();
        members.peek().is_some() && members.all(|group| self.off.contains(&group))
    }
}

fn groups<'a>(dict: &Dict<'a>, key: &'static str) -> impl Iterator<Item = ObjectIdentifier> + 'a {
    let list = dict.get::<Array<'a>>(key).map(|array| array.raw_iter()).into_iter().flatten();
    let single = dict.get_ref(key).map(ObjectIdentifier::from);
    single.into_iter().chain(list.filter_map(|item| item.as_obj_ref().map(ObjectIdentifier::from)))
}

//! One row for each passage of a document.

use planaudit::context::Named as _;
use planaudit::{Analysis, Rubric};
use pyo3::prelude::*;

use crate::column::{category, list, text, whole};
use crate::content::Content;
use crate::table::Table;

/// `start, end, quote, zone, population, commitment, section, page, page_label, line`; `start` and `end` in code points.
pub(crate) fn passages(content: &Content, rubric: &Rubric) -> PyResult<Table> {
    let analysis = Analysis::of(&content.file().document, rubric);
    let passages = analysis.passages.iter();
    let contexts = || analysis.contexts.iter();
    let named = |names: Vec<String>| category(names.iter().map(|name| Some(name.as_str())));
    let places: Vec<_> = passages.clone().map(|passage| analysis.text.place(passage.range.start)).collect();
    let sections: Vec<_> =
        passages.clone().map(|passage| analysis.outline.path(&analysis.text, passage.section)).collect();
    let label = |place: &planaudit::text::Place| place.page.and_then(|page| analysis.text.page_label(page));
    Table::new(
        "passages",
        vec![
            ("start", whole(passages.clone().map(|passage| Some(analysis.text.chars_before(passage.range.start))))),
            ("end", whole(passages.clone().map(|passage| Some(analysis.text.chars_before(passage.range.end))))),
            ("quote", text(passages.map(|passage| Some(analysis.quote(passage))))),
            ("zone", named(contexts().map(|context| context.zone.name()).collect())),
            ("population", named(contexts().map(|context| context.population.name()).collect())),
            ("commitment", named(contexts().map(|context| context.commitment.name()).collect())),
            ("section", list(sections.iter().map(|section| super::borrowed(section)))),
            ("page", whole(places.iter().map(|place| place.page.map(|page| page.get() as usize)))),
            ("page_label", text(places.iter().map(label))),
            ("line", whole(places.iter().map(|place| (place.line > 0).then_some(place.line as usize)))),
        ],
    )
}

//! One row for each passage behind each answer, best first within an answer.

use planaudit::Assessment;
use planaudit::context::Named as _;
use pyo3::prelude::*;

use crate::column::{category, flag, list, text, whole};
use crate::table::Table;

/// `document, ics, kind, edition, question, option, quote, page, page_label, section, population, polarity, commitment,
/// zone, attribution, rule, id, start, end, line, time, hedged, solid, confidence, shared_with`.
pub(crate) fn evidence(assessment: &Assessment) -> PyResult<Table> {
    let rows: Vec<_> = assessment
        .documents
        .iter()
        .flat_map(|document| document.answers.iter().map(move |answer| (document, answer)))
        .flat_map(|(document, answer)| answer.evidence.iter().map(move |evidence| (document, answer, evidence)))
        .collect();
    let found = rows.iter().map(|(_, _, evidence)| *evidence);
    let named = |name: &dyn Fn(&planaudit::Evidence) -> String| {
        let names: Vec<String> = found.clone().map(name).collect();
        category(names.iter().map(|name| Some(name.as_str())))
    };
    let mut columns = super::identity(rows.iter().map(|(document, _, _)| *document));
    columns.extend([
        ("question", category(rows.iter().map(|(_, answer, _)| Some(answer.question.as_str())))),
        ("option", category(found.clone().map(|evidence| evidence.option.as_deref()))),
        ("quote", text(found.clone().map(|evidence| Some(evidence.quote.as_str())))),
        ("page", whole(found.clone().map(|evidence| evidence.page.map(|page| page as usize)))),
        ("page_label", text(found.clone().map(|evidence| evidence.page_label.as_deref()))),
        ("section", list(found.clone().map(|evidence| super::borrowed(&evidence.section)))),
        ("population", named(&|evidence| evidence.context.population.name())),
        ("polarity", named(&|evidence| evidence.context.polarity.name())),
        ("commitment", named(&|evidence| evidence.context.commitment.name())),
        ("zone", named(&|evidence| evidence.context.zone.name())),
        ("attribution", named(&|evidence| evidence.context.attribution.name())),
        ("rule", category(found.clone().map(|evidence| Some(evidence.rule.as_str())))),
        ("id", text(found.clone().map(|evidence| Some(evidence.id.as_str())))),
        ("start", whole(found.clone().map(|evidence| Some(evidence.start)))),
        ("end", whole(found.clone().map(|evidence| Some(evidence.end)))),
        ("line", whole(found.clone().map(|evidence| (evidence.line > 0).then_some(evidence.line as usize)))),
        ("time", named(&|evidence| evidence.context.time.name())),
        ("hedged", flag(found.clone().map(|evidence| evidence.context.hedged))),
        ("solid", flag(found.clone().map(|evidence| evidence.solid))),
        ("confidence", whole(found.clone().map(|evidence| evidence.confidence.map(usize::from)))),
        ("shared_with", list(found.map(|evidence| super::borrowed(&evidence.shared_with)))),
    ]);
    Table::new("evidence", columns)
}

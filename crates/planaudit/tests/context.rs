//! Whom a passage is about, where its own words do not say.
#![allow(missing_docs, reason = "tests")]

use planaudit::context::{Population, PopulationSource};
use planaudit::{Analysis, Rubric};

/// Population of the passage that begins with the given words, and where it was read from.
fn population(text: &str, opening: &str) -> (Population, PopulationSource) {
    let rubric = Rubric::hpig_2024();
    let document = planaudit::read::read_text(text);
    let analysis = Analysis::of(&document, &rubric);
    let index = analysis.passages.iter().position(|passage| analysis.quote(passage).starts_with(opening));
    let context = analysis.contexts[index.expect("the passage is in the text")];
    (context.population, context.population_from)
}

#[test]
fn a_paragraph_that_refers_back_keeps_the_subject_of_the_one_before() {
    let text = "## Clinics\n\nYoung people with asthma are often admitted.\n\nThey will get two clinics by 2027.\n";
    assert_eq!(population(text, "They"), (Population::Children, PopulationSource::Reference));
}

#[test]
fn a_paragraph_that_names_nobody_and_refers_to_nothing_keeps_no_subject() {
    let text = "## Clinics\n\nYoung people with asthma are often admitted.\n\nTwo clinics will open by 2027.\n";
    assert_eq!(population(text, "Two"), (Population::Unspecified, PopulationSource::Nothing));
}

#[test]
fn a_reference_does_not_reach_over_a_heading() {
    let text = "## Asthma\n\nYoung people are often admitted.\n\n## Beds\n\nThey will be moved by 2027.\n";
    assert_eq!(population(text, "They will").0, Population::Unspecified);
}

#[test]
fn a_subject_named_beside_the_reference_wins() {
    let text = "## Clinics\n\nYoung people are often admitted.\n\nThese older people will get two clinics.\n";
    assert_eq!(population(text, "These"), (Population::Adults, PopulationSource::Sentence));
}

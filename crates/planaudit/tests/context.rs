//! Whom a passage is about, where its own words do not say.
#![allow(missing_docs, reason = "tests")]

use planaudit::context::{Context, Population, PopulationSource, Zone};
use planaudit::{Analysis, Rubric};

/// Context of the passage that begins with the given words.
fn context(text: &str, opening: &str) -> Context {
    let rubric = Rubric::hpig_2024();
    let document = planaudit::read::read_text(text);
    let analysis = Analysis::of(&document, &rubric);
    let index = analysis.passages.iter().position(|passage| analysis.quote(passage).starts_with(opening));
    analysis.contexts[index.expect("the passage is in the text")]
}

/// Its population, and where that was read from.
fn population(text: &str, opening: &str) -> (Population, PopulationSource) {
    let context = context(text, opening);
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

#[test]
fn the_families_of_adults_are_not_those_of_children() {
    let dying = "## Last years\n\nOlder people are seen at home.\n\nCare is planned with the family.\n";
    assert_eq!(population(dying, "Care is").0, Population::Unspecified);
    let visits =
        "## Last years\n\nOlder people are seen at home, and children too.\n\nCare is planned with the family.\n";
    assert_eq!(population(visits, "Care is").0, Population::Families);
    let births = "## Last years\n\nOlder people are seen at home.\n\nParents are seen at the clinic.\n";
    assert_eq!(population(births, "Parents are").0, Population::Families);
}

#[test]
fn whom_a_bracket_cites_is_not_whom_the_sentence_is_about() {
    let cited = "Loneliness shortens lives (Centre for Children, 2021; Quill and Orrick, 2019).\n";
    assert_eq!(population(cited, "Loneliness").0, Population::Unspecified);
    let dated = "The unit opens in spring (for children, March 2026).\n";
    assert_eq!(population(dated, "The unit").0, Population::Children);
}

#[test]
fn words_that_end_in_a_source_are_the_title_of_a_chart() {
    let title = "Smoking at fifteen; Quillmoor and England; 2014/15; source: a survey of schools\n";
    assert_eq!(context(title, "Smoking").zone, Zone::Caption);
    let sentence = "Our source: of all places, the school gate, where forty parents told us what they thought of it, and of \
                    much else besides, in the course of a long wet afternoon in November.\n";
    assert_eq!(context(sentence, "Our source").zone, Zone::Body);
}

#[test]
fn those_who_work_in_a_chapter_about_children_work_for_children() {
    let chapter = "## Children and young people\n\nTwo epilepsy nurses start in May.\n";
    assert_eq!(population(chapter, "Two"), (Population::Children, PopulationSource::Heading));
    let elsewhere = "## Our people\n\nTwo epilepsy nurses start in May.\n";
    assert_eq!(population(elsewhere, "Two").0, Population::Staff);
}

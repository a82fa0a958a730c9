//! Whom a passage is about, and whose plan it states.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::context::{Attribution, Population, PopulationSource};
use crate::passage::Passage;

/// The population of every passage and where it was read from, in order.
pub(super) fn populations(analysis: &Analysis<'_>) -> Vec<(Population, PopulationSource)> {
    let headings: Vec<Option<Population>> =
        analysis.outline.sections().iter().enumerate().map(|(index, _)| of_heading(analysis, index)).collect();
    let adult = adult_sections(analysis);
    let mut found: Vec<(Population, PopulationSource)> = Vec::with_capacity(analysis.passages.len());
    for (index, passage) in analysis.passages.iter().enumerate() {
        found.push(of_passage(analysis, passage, index, &found, &headings, &adult));
    }
    found
}

/// Which sections speak of adults, and neither themselves nor in a heading above of children.
fn adult_sections(analysis: &Analysis<'_>) -> Vec<bool> {
    let cues = &analysis.rubric.cues;
    let sections = analysis.outline.sections().len();
    let naming = |concept| {
        let mut named = vec![false; sections];
        for found in analysis.matches.all(concept) {
            if let Some(passage) = analysis.passage_of(found.start) {
                named[analysis.passages[passage].section] = true;
            }
        }
        named
    };
    let (children, adults) = (naming(cues.children), naming(cues.adults));
    let under_children = |section: usize| {
        let mut headings = analysis.outline.ancestry(section).filter_map(|above| analysis.heading_tokens(above));
        headings.any(|heading| analysis.matches.any(cues.children, &heading))
    };
    (0..sections).map(|section| adults[section] && !children[section] && !under_children(section)).collect()
}

/// Whether a passage names families only by words that may be said of an adult's: "their family was told".
fn names_only_kin(analysis: &Analysis<'_>, tokens: &Range<u32>) -> bool {
    let cues = &analysis.rubric.cues;
    let mut families = analysis.matches.of(cues.families, tokens);
    families.all(|found| analysis.matches.of(cues.kin, tokens).any(|kin| kin == found))
}

fn of_passage(
    analysis: &Analysis<'_>,
    passage: &Passage,
    index: usize,
    earlier: &[(Population, PopulationSource)],
    headings: &[Option<Population>],
    adult: &[bool],
) -> (Population, PopulationSource) {
    if let Some(own) = in_words(analysis, &passage.tokens)
        && !(own == Population::Families && adult[passage.section] && names_only_kin(analysis, &passage.tokens))
    {
        // In a chapter about children those who work there work for children.
        if own == Population::Staff
            && let Some(population) = of_ancestry(analysis, passage, headings)
            && population.is_child_scope()
        {
            return (population, PopulationSource::Heading);
        }
        return (own, PopulationSource::Sentence);
    }
    if let Some(block) = analysis.text.blocks().get(passage.block)
        && block.run_in().is_some()
        && let Some(run_in) = passage.above.last()
        && let Some(population) = in_words(analysis, run_in)
    {
        return (population, PopulationSource::RunIn);
    }
    for above in &passage.above {
        if let Some(population) = in_words(analysis, above) {
            return (population, PopulationSource::LeadIn);
        }
    }
    if let Some(lead) = passage.lead_in
        && matches!(earlier.get(lead), Some((population, source)) if *population != Population::Unspecified && *source != PopulationSource::Heading)
    {
        return (earlier[lead].0, PopulationSource::LeadIn);
    }
    // Within a paragraph of running text the subject is kept until another is named.
    if let Some(previous) = index.checked_sub(1)
        && analysis.passages[previous].block == passage.block
        && let (population, source) = earlier[previous]
        && !matches!(source, PopulationSource::Heading | PopulationSource::Nothing)
    {
        return (population, PopulationSource::Paragraph);
    }
    // "They", "this group", "the programme" at its beginning carry on the subject of the paragraph before.
    if let Some(previous) = index.checked_sub(1)
        && analysis.passages[previous].section == passage.section
        && refers_back(analysis, passage)
        && let (population, source) = earlier[previous]
        && !matches!(source, PopulationSource::Heading | PopulationSource::Nothing)
    {
        return (population, PopulationSource::Reference);
    }
    match of_ancestry(analysis, passage, headings) {
        Some(population) => (population, PopulationSource::Heading),
        None => (Population::Unspecified, PopulationSource::Nothing),
    }
}

/// The population of the nearest heading above that names one.
fn of_ancestry(analysis: &Analysis<'_>, passage: &Passage, headings: &[Option<Population>]) -> Option<Population> {
    analysis.outline.ancestry(passage.section).find_map(|section| headings[section])
}

/// How many words may stand before the word that refers back.
const OPENING: u32 = 3;

/// Whether a passage opens with a word that stands for what was named before it.
fn refers_back(analysis: &Analysis<'_>, passage: &Passage) -> bool {
    let opening = passage.tokens.start..passage.tokens.end.min(passage.tokens.start + OPENING + 2);
    analysis.matches.of(analysis.rubric.cues.reference, &opening).any(|found| found.start < opening.start + OPENING)
}

fn of_heading(analysis: &Analysis<'_>, section: usize) -> Option<Population> {
    if analysis.outline.is_titled_whole(section) {
        return None;
    }
    in_words(analysis, analysis.heading_tokens(section).as_ref()?)
}

/// The population that words name: children before all others, for a sentence may speak of several.
fn in_words(analysis: &Analysis<'_>, tokens: &Range<u32>) -> Option<Population> {
    let cues = &analysis.rubric.cues;
    let names = |concept| analysis.matches.any(concept, tokens);
    if names(cues.children) {
        Some(Population::Children)
    } else if names(cues.adults) {
        Some(Population::Adults)
    } else if names(cues.families) {
        Some(Population::Families)
    } else if names(cues.all_ages) {
        Some(Population::AllAges)
    } else if names(cues.staff) {
        Some(Population::Staff)
    } else {
        None
    }
}

/// Whose plan a passage states.
pub(super) fn attribution(analysis: &Analysis<'_>, passage: &Passage) -> Attribution {
    let cues = &analysis.rubric.cues;
    let names = |concept| analysis.matches.any(concept, &passage.tokens);
    if names(cues.other) {
        Attribution::Other
    } else if names(cues.national) && !names(cues.own) {
        Attribution::National
    } else {
        Attribution::Own
    }
}

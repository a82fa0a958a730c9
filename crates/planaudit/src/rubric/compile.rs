//! From source to compiled rubric. Every fault is collected, each with its place.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use toml::Spanned;

use super::expression::{Atom, Source, parse};
use super::parsed::Parsed;
use super::source::{LexiconSource, QuestionSource, RubricSource, RuleSource};
use super::{
    AnswerKind, Conditions, Expression, Files, LeadRole, PolarityCondition, PopulationCondition, Question, Rating,
    Rubric, RubricError, Rule,
};
use crate::assessment::{QuestionStamp, RubricStamp};
use crate::context::{Commitment, Cues, Polarity, Population};
use crate::lexicon::{ConceptId, LexiconBuilder};
use crate::likeness::Query;

impl Rubric {
    /// Compiles a rubric's files.
    ///
    /// # Errors
    /// Every fault found, in order of file; never an empty list.
    pub fn compile(files: &Files) -> Result<Self, Vec<RubricError>> {
        let mut faults = Vec::new();
        let Some(parsed) = Parsed::of(files, &mut faults) else { return Err(faults) };
        Self::of_parsed(files, parsed, faults)
    }

    /// Compiles what was parsed of a rubric's files, changed or not; `faults` are those found so far.
    pub(crate) fn of_parsed(files: &Files, parsed: Parsed, faults: Vec<RubricError>) -> Result<Self, Vec<RubricError>> {
        let mut compiler =
            Compiler { files, builder: LexiconBuilder::new(), names: BTreeMap::new(), concepts: Vec::new(), faults };
        compiler.lexicons(&parsed.lexicons);
        let questions: Vec<Question> = parsed
            .questions
            .iter()
            .filter_map(|(path, question)| compiler.question(path, question, &parsed.rubric))
            .collect();
        let questions = in_report_order(questions, &parsed.rubric);
        let Compiler { builder, names, concepts, mut faults, .. } = compiler;
        let cues = match Cues::resolve(|id| names.get(id).copied()) {
            Ok(cues) => cues,
            Err(id) => {
                let message = format!(
                    "no lexicon defines the concept `{id}`, which the engine needs; copy lexicons/context.toml"
                );
                faults.push(RubricError::Missing { root: files.root.clone(), message });
                return Err(faults);
            }
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let stamp = RubricStamp {
            id: parsed.rubric.id,
            version: parsed.rubric.version,
            sha256: digest(files),
            title: parsed.rubric.title,
            themes: parsed.rubric.themes,
            questions: questions.iter().map(|question| question.stamp.clone()).collect(),
        };
        Ok(Self { stamp, lexicon: builder.build(), cues, questions, baseline: parsed.baseline, concepts })
    }
}

/// By theme, in the rubric's order, and within a theme by file name.
fn in_report_order(mut questions: Vec<Question>, rubric: &RubricSource) -> Vec<Question> {
    questions.sort_by_key(|question| {
        let theme = rubric.themes.iter().position(|theme| theme.id == question.stamp.theme);
        (theme, question.stamp.id.clone())
    });
    questions
}

fn digest(files: &Files) -> String {
    let mut digest = Sha256::new();
    for (path, contents) in &files.files {
        digest.update(path.as_bytes());
        digest.update([0]);
        digest.update(contents.as_bytes());
        digest.update([0]);
    }
    crate::assess::hex(&digest.finalize())
}

struct Compiler<'f> {
    files: &'f Files,
    builder: LexiconBuilder,
    names: BTreeMap<String, ConceptId>,
    concepts: Vec<(String, String)>,
    faults: Vec<RubricError>,
}

impl Compiler<'_> {
    fn fault(&mut self, path: &str, byte: usize, message: impl Into<String>) {
        self.faults.push(self.files.fault(path, byte, message));
    }

    fn new_concept(&mut self, id: String, label: String) -> ConceptId {
        self.concepts.push((id, label));
        self.builder.concept()
    }

    fn lexicons(&mut self, lexicons: &[(String, LexiconSource)]) {
        for (path, lexicon) in lexicons {
            for concept in &lexicon.concepts {
                let id = concept.id.get_ref().clone();
                if self.names.contains_key(&id) {
                    self.fault(
                        path,
                        concept.id.span().start,
                        format!("the concept `{id}` is defined twice; give one another id"),
                    );
                    continue;
                }
                let number = self.new_concept(id.clone(), concept.label.clone());
                self.names.insert(id, number);
            }
        }
        // Who else counts a concept's terms: those that include it, and those that include them.
        let mut includers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (path, lexicon) in lexicons {
            for concept in &lexicon.concepts {
                for included in &concept.includes {
                    if !self.names.contains_key(included.get_ref()) {
                        let message = format!("no concept `{}` to include; check its id", included.get_ref());
                        self.fault(path, included.span().start, message);
                    }
                    includers.entry(included.get_ref().clone()).or_default().push(concept.id.get_ref().clone());
                }
            }
        }
        for (path, lexicon) in lexicons {
            for concept in &lexicon.concepts {
                let owners = self.owners(concept.id.get_ref(), &includers);
                for (terms, look_alike) in [(&concept.terms, false), (&concept.not, true)] {
                    for term in terms {
                        if let Err(error) = self.builder.add(term.get_ref(), &owners, look_alike) {
                            self.fault(path, term.span().start, error.to_string());
                        }
                    }
                }
            }
        }
    }

    fn owners(&self, id: &str, includers: &BTreeMap<String, Vec<String>>) -> Vec<ConceptId> {
        let mut ids = vec![id.to_owned()];
        let mut next = 0;
        while next < ids.len() {
            for other in includers.get(&ids[next]).into_iter().flatten() {
                if !ids.contains(other) {
                    ids.push(other.clone());
                }
            }
            next += 1;
        }
        ids.iter().filter_map(|id| self.names.get(id).copied()).collect()
    }

    fn question(&mut self, path: &str, source: &QuestionSource, rubric: &RubricSource) -> Option<Question> {
        let before = self.faults.len();
        let id = source.id.get_ref();
        if path != format!("questions/{id}.toml") {
            self.fault(
                path,
                source.id.span().start,
                format!("the question `{id}` must stand in questions/{id}.toml; rename the file"),
            );
        }
        if !rubric.themes.iter().any(|theme| theme.id == *source.theme.get_ref()) {
            let message =
                format!("no theme `{}` in rubric.toml; add it there or use one of its themes", source.theme.get_ref());
            self.fault(path, source.theme.span().start, message);
        }
        let rules: Vec<_> = source.rules.iter().filter_map(|rule| self.rule(path, source, rule)).collect();
        if source.answer == AnswerKind::Person && source.lead.is_none() {
            self.fault(path, source.id.span().start, "a person question needs [lead] with the role it asks for");
        }
        let lead = source.lead.as_ref().and_then(|lead| {
            Some(LeadRole {
                role: self.expression(path, &lead.role)?,
                exclude: match &lead.exclude {
                    Some(exclude) => Some(self.expression(path, exclude)?),
                    None => None,
                },
            })
        });
        let yes = source.rating.yes.or(rubric.rating.yes);
        let rating = Rating {
            yes_facets: yes.map_or(2, |yes| yes.facets),
            yes_passages: yes.map_or(1, |yes| yes.passages),
            some_passages: source.rating.some.or(rubric.rating.some).map_or(1, |some| some.passages),
            detail: source.rating.detail.or(rubric.rating.detail).unwrap_or(2),
        };
        let stamp = QuestionStamp {
            id: id.clone(),
            theme: source.theme.get_ref().clone(),
            kinds: source.kinds.clone(),
            answer: source.answer,
            asks: source.asks.clone(),
            options: source.options.clone(),
            status: source.status,
            guide: source.guide.clone(),
        };
        let combine = source.combine.as_ref().map(|combine| (combine.all.clone(), combine.none.clone()));
        let query = Query { words: self.words(source), concepts: concepts(&rules) };
        let child_scope = source.child_scope;
        (self.faults.len() == before).then_some(Question { stamp, rules, rating, lead, combine, query, child_scope })
    }

    /// A question's own words: those of what it asks weigh most, then its guide and options, then its examples.
    fn words(&mut self, source: &QuestionSource) -> Vec<(u32, f32)> {
        let guide = [&source.guide.yes, &source.guide.some];
        let texts = std::iter::once((&source.asks, 1.0))
            .chain(guide.into_iter().map(|text| (text, 0.6)))
            .chain(source.options.iter().map(|text| (text, 0.8)))
            .chain(source.examples.iter().map(|example| (&example.text, 0.5)));
        let mut words: Vec<(u32, f32)> = Vec::new();
        for (text, weight) in texts {
            for stem in self.builder.stems_of(text) {
                match words.iter_mut().find(|(known, _)| *known == stem) {
                    // A word that comes back is more the question's own, with diminishing returns.
                    Some((_, known)) => *known += weight * 0.25,
                    None => words.push((stem, weight)),
                }
            }
        }
        words
    }

    fn rule(&mut self, path: &str, question: &QuestionSource, rule: &RuleSource) -> Option<Rule> {
        if let Some(option) = &rule.option
            && !question.options.contains(option.get_ref())
        {
            let message =
                format!("`{}` is not among the question's options; write it as it stands there", option.get_ref());
            self.fault(path, option.span().start, message);
        }
        if !(1..=3).contains(&rule.weight) {
            self.fault(path, rule.name.span().start, "weight is 1, 2 or 3");
        }
        let find = self.expression(path, &rule.find)?;
        let population = match &rule.population {
            None if question.child_scope => Some(vec![Population::Children, Population::Families]),
            None => None,
            Some(given) if given.contains(&PopulationCondition::Any) => None,
            Some(given) => Some(
                given
                    .iter()
                    .filter_map(|condition| match condition {
                        PopulationCondition::Is(population) => Some(*population),
                        PopulationCondition::Any => None,
                    })
                    .collect(),
            ),
        };
        let polarity = match rule.polarity {
            None => Some(Polarity::Affirmed),
            Some(PolarityCondition::Is(polarity)) => Some(polarity),
            Some(PolarityCondition::Any) => None,
        };
        Some(Rule {
            name: rule.name.get_ref().clone(),
            anchors: find.anchors().unwrap_or_default(),
            find,
            weight: rule.weight,
            option: rule.option.as_ref().map(|option| option.get_ref().clone()),
            facets: rule.facets.clone(),
            conditions: Conditions {
                population,
                commitment: rule.commitment.unwrap_or(Commitment::Mention),
                time: rule.time.clone(),
                attribution: rule.attribution.clone(),
                zone: rule.zone.clone(),
                polarity,
            },
            sections: rule.sections.unwrap_or(1),
            caps: rule.caps,
            also: rule.also.clone().map(|also| (also, rule.value.clone())),
        })
    }

    fn expression(&mut self, path: &str, written: &Spanned<String>) -> Option<Expression> {
        let expression = parse(written.get_ref(), &mut Names { compiler: self });
        match expression {
            Ok(expression) if expression.anchors().is_some() => Some(expression),
            Ok(_) => {
                let message =
                    "at least one concept or term must be matched in the passage itself, in every branch of any(…)";
                self.fault(path, written.span().start, message);
                None
            }
            Err(error) => {
                // The span begins at the opening quote mark.
                let quotes = if self.files.get(path).is_some_and(|text| text[written.span().start..].starts_with("'''"))
                {
                    3
                } else {
                    1
                };
                self.fault(path, written.span().start + quotes + error.at, error.message);
                None
            }
        }
    }
}

/// The concepts that the rules of a question look for, each with the weight of the strongest rule that does.
fn concepts(rules: &[Rule]) -> Vec<(ConceptId, f32)> {
    let mut found: Vec<(ConceptId, f32)> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.caps.is_none()) {
        let mut named = Vec::new();
        rule.find.favoured(&mut named);
        let weight = f32::from(rule.weight) / 3.0;
        for concept in named {
            match found.iter_mut().find(|(known, _)| *known == concept) {
                Some((_, known)) => *known = known.max(weight),
                None => found.push((concept, weight)),
            }
        }
    }
    found
}

struct Names<'c, 'f> {
    compiler: &'c mut Compiler<'f>,
}

impl Source for Names<'_, '_> {
    fn concept(&mut self, atom: Atom<'_>) -> Result<ConceptId, String> {
        match atom {
            Atom::Name(name) => self
                .compiler
                .names
                .get(name)
                .copied()
                .ok_or_else(|| format!("no lexicon defines the concept `{name}`; check its id or add it")),
            Atom::Term(term) => {
                let id = format!("\"{term}\"");
                if let Some(known) = self.compiler.names.get(&id) {
                    return Ok(*known);
                }
                let concept = self.compiler.new_concept(id.clone(), term.to_owned());
                self.compiler.builder.add(term, &[concept], false).map_err(|error| error.to_string())?;
                self.compiler.names.insert(id, concept);
                Ok(concept)
            }
        }
    }
}

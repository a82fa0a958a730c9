//! A rubric's files, parsed.

use super::each::expand;
use super::source::{LexiconSource, QuestionSource, RubricSource};
use super::{Baseline, Files, RubricError};

/// A rubric's files, parsed; nothing compiled.
#[derive(Clone)]
pub(crate) struct Parsed {
    pub(crate) rubric: RubricSource,
    pub(crate) lexicons: Vec<(String, LexiconSource)>,
    pub(crate) questions: Vec<(String, QuestionSource)>,
    pub(crate) baseline: Baseline,
}

impl Parsed {
    pub(crate) fn of(files: &Files, faults: &mut Vec<RubricError>) -> Option<Self> {
        let Some(contents) = files.get("rubric.toml") else {
            faults.push(RubricError::Missing {
                root: files.root.clone(),
                message: "no rubric.toml; see docs/rubric.md".into(),
            });
            return None;
        };
        let rubric = read(files, "rubric.toml", contents, faults);
        let lexicons = files
            .within("lexicons")
            .filter_map(|(path, contents)| Some((path.to_owned(), read(files, path, contents, faults)?)))
            .collect();
        let mut questions = Vec::new();
        for (path, contents) in files.within("questions") {
            let Some(mut question) = read::<QuestionSource>(files, path, contents, faults) else { continue };
            faults.extend(expand(&mut question).into_iter().map(|(byte, fault)| files.fault(path, byte, fault)));
            questions.push((path.to_owned(), question));
        }
        let baseline = match files.get("baseline.toml") {
            Some(contents) => read(files, "baseline.toml", contents, faults)?,
            None => Baseline::default(),
        };
        Some(Self { rubric: rubric?, lexicons, questions, baseline })
    }
}

fn read<T: serde::de::DeserializeOwned>(
    files: &Files,
    path: &str,
    contents: &str,
    faults: &mut Vec<RubricError>,
) -> Option<T> {
    match toml::from_str(contents) {
        Ok(parsed) => Some(parsed),
        Err(error) => {
            let byte = error.span().map_or(0, |span| span.start);
            faults.push(files.fault(path, byte, error.message()));
            None
        }
    }
}

//! What an edit of a rubric changes, and what its parts contribute.

use planaudit::Rubric;
use planaudit::corpus::{Given, Kind};
use planaudit::impact::{AblationError, Part, Plans, ablate, diff};
use planaudit::rubric::Files;

const PLAN: &str = "# Fenmarsh strategy\n\n## Start well\n\nAn easy read version of this strategy is on our website.\n";

/// The easy-read question's file.
const QUESTION: &str = "questions/cp.easy_read.toml";

fn plans(folder: &tempfile::TempDir) -> Plans {
    std::fs::write(folder.path().join("fenmarsh.md"), PLAN).unwrap();
    let given = Given { kind: Some(Kind::Strategy), ..Given::default() };
    Plans::read(&[folder.path()], &given, 1).unwrap()
}

/// The built-in rubric with every rule of one question taken out of it.
fn without_rules() -> Files {
    let mut files = Files::hpig_2024();
    let (_, text) = files.files.iter_mut().find(|(path, _)| path == QUESTION).unwrap();
    let mut kept = Vec::new();
    for part in text.split("\n[[") {
        if !part.starts_with("rule]]") {
            kept.push(part.to_owned());
        }
    }
    *text = kept.join("\n[[");
    files
}

#[test]
fn a_diff_shows_the_answer_and_the_passages_lost() {
    let folder = tempfile::tempdir().unwrap();
    let plans = plans(&folder);
    let edited = Rubric::compile(&without_rules()).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let changes = diff(&plans, &Rubric::hpig_2024(), &edited, None, 1);
    let change = changes.iter().find(|change| change.question == "cp.easy_read").unwrap();
    assert!(change.answer_differs());
    assert_eq!(change.before.as_ref().unwrap().to_string(), "yes");
    assert_eq!(change.after.as_ref().unwrap().to_string(), "no");
    assert_eq!(change.lost[0].quote, "An easy read version of this strategy is on our website.");
    assert!(change.gained.is_empty());
    assert!(changes.iter().all(|change| change.question == "cp.easy_read"), "no other question is touched");
}

#[test]
fn the_same_rubric_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let plans = plans(&folder);
    assert_eq!(diff(&plans, &Rubric::hpig_2024(), &Rubric::hpig_2024(), None, 1), []);
}

#[test]
fn an_ablation_names_the_term_that_carries_an_answer_and_how_agreement_falls() {
    let folder = tempfile::tempdir().unwrap();
    let plans = plans(&folder);
    let keys = tempfile::tempdir().unwrap();
    let key = r#"{"question": "cp.easy_read", "verdict": "yes", "evidence": ["An easy read version"]}"#;
    std::fs::write(keys.path().join("fenmarsh.labels.jsonl"), key).unwrap();
    let ablation = ablate(&plans, &Files::hpig_2024(), Some("cp.easy_read"), Some(keys.path()), 1).unwrap();
    let carries = ablation.contributions.iter().find(|one| !one.changed.is_empty()).unwrap();
    assert_eq!(carries.changed, ["fenmarsh.md"]);
    assert_eq!(carries.agreement, Some((1.0, 0.0)));
    let term = |part: &Part| matches!(part, Part::Term { term, .. } if term.contains("easy"));
    assert!(ablation.contributions.iter().any(|one| term(&one.part)), "{:?}", ablation.contributions);
    assert!(ablation.unseen.iter().all(|term| !term.ends_with(": easy read")), "it occurs");
    assert!(!ablation.unseen.is_empty());
}

#[test]
fn an_unknown_question_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let result = ablate(&plans(&folder), &Files::hpig_2024(), Some("cp.easy"), None, 1);
    assert!(matches!(result, Err(AblationError::NoQuestion { id }) if id == "cp.easy"));
}

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
fn an_ablation_names_the_rule_and_the_term_that_carry_an_answer_and_how_agreement_falls() {
    let folder = tempfile::tempdir().unwrap();
    let plans = plans(&folder);
    let keys = tempfile::tempdir().unwrap();
    let key = r#"{"question": "cp.easy_read", "verdict": "yes", "evidence": ["An easy read version"]}"#;
    std::fs::write(keys.path().join("fenmarsh.labels.jsonl"), key).unwrap();
    // One rule, one term that occurs, one that does not.
    let mut files = without_rules();
    let (_, question) = files.files.iter_mut().find(|(path, _)| path == QUESTION).unwrap();
    question.push_str("\n[[rule]]\nname = \"only\"\nfind = \"@test.easy\"\npopulation = [\"any\"]\n");
    let lexicon = "[[concept]]\nid = \"test.easy\"\nlabel = \"x\"\nterms = [\"easy read\", \"zebra crossing\"]\n";
    files.files.push(("lexicons/test.toml".to_owned(), lexicon.to_owned()));
    let ablation = ablate(&plans, &files, Some("cp.easy_read"), Some(keys.path()), 1).unwrap();
    let term = Part::Term { concept: "test.easy".to_owned(), term: "easy read".to_owned() };
    let parts: Vec<&Part> = ablation.contributions.iter().map(|one| &one.part).collect();
    assert_eq!(parts, [&Part::Rule("only".to_owned()), &term]);
    for one in &ablation.contributions {
        assert_eq!((&one.changed[..], one.passages), (&["fenmarsh.md".to_owned()][..], 1));
        assert_eq!(one.agreement, Some((1.0, 0.0)));
    }
    assert_eq!(ablation.unseen, ["test.easy: zebra crossing"]);
}

#[test]
fn an_unknown_question_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let result = ablate(&plans(&folder), &Files::hpig_2024(), Some("cp.easy"), None, 1);
    assert!(matches!(result, Err(AblationError::NoQuestion { id }) if id == "cp.easy"));
}

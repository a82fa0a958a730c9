//! The example corpus, from file to answer.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use planaudit::corpus::Kind;
use planaudit::read::read_file;
use planaudit::{Assessment, Options, Rubric, Summary, audit, text_of};

fn plans() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/corpus/plans")
}

fn rubric() -> &'static Rubric {
    static RUBRIC: OnceLock<Rubric> = OnceLock::new();
    RUBRIC.get_or_init(Rubric::hpig_2024)
}

fn assessed(threads: usize) -> Assessment {
    audit(&[&plans()], rubric(), &Options { threads, ..Options::default() }).expect("the example corpus is there")
}

#[test]
fn every_file_is_read_and_known_for_what_it_is() {
    let assessment = assessed(2);
    assert_eq!(assessment.unread, []);
    assert_eq!(assessment.documents.len(), 6);
    for kind in [Kind::Strategy, Kind::Jfp] {
        assert_eq!(assessment.documents.iter().filter(|document| document.kind == kind).count(), 3, "{kind:?}");
    }
    for document in &assessment.documents {
        assert!(document.ics.is_some() && document.edition.is_some(), "{}", document.path);
        assert!(document.words > 3000, "{}: {} words", document.path, document.words);
    }
}

#[test]
fn every_question_of_its_kind_is_answered() {
    for document in &assessed(2).documents {
        let asked: Vec<_> = rubric().asked_of(document.kind).map(|question| question.stamp.id.as_str()).collect();
        let answered: Vec<_> = document.answers.iter().map(|answer| answer.question.as_str()).collect();
        assert_eq!(asked, answered, "{}", document.path);
    }
}

#[test]
fn every_quote_is_cut_from_the_text() {
    for document in &assessed(2).documents {
        let read = read_file(&plans().join(&document.path)).expect("read before");
        let text: Vec<char> = text_of(&read).chars().collect();
        let slice = |start: usize, end: usize| text[start..end].iter().collect::<String>();
        for answer in &document.answers {
            for evidence in &answer.evidence {
                assert_eq!(
                    evidence.quote,
                    slice(evidence.start, evidence.end),
                    "{} {}",
                    document.path,
                    answer.question
                );
                for &(start, end) in &evidence.matched {
                    assert!(start < end && end <= evidence.quote.chars().count(), "{evidence:?}");
                }
            }
            for miss in &answer.near_misses {
                assert_eq!(miss.quote, slice(miss.start, miss.end), "{} {}", document.path, answer.question);
            }
            for person in &answer.people {
                assert!(answer.evidence.get(person.evidence).is_some(), "{person:?}");
            }
        }
    }
}

#[test]
fn threads_and_repetition_change_no_byte() {
    let bytes = |threads| serde_json::to_vec(&assessed(threads)).expect("an assessment is JSON");
    let first = bytes(1);
    assert!(first == bytes(2) && first == bytes(1));
}

#[test]
fn evidence_and_near_misses_do_not_overlap() {
    for document in &assessed(2).documents {
        for answer in &document.answers {
            for miss in &answer.near_misses {
                let both =
                    answer.evidence.iter().any(|evidence| evidence.start == miss.start && evidence.rule == miss.rule);
                assert!(!both, "{} {}: {}", document.path, answer.question, miss.quote);
            }
        }
    }
}

#[test]
fn a_plan_with_children_at_heart_is_told_from_one_without() {
    let assessment = assessed(2);
    let yes = |part: &str| {
        let document = assessment.documents.iter().find(|document| document.path.contains(part)).expect(part);
        let is_yes = |answer: &&planaudit::Answer| answer.verdict == Some(planaudit::Verdict::Yes);
        document.answers.iter().filter(is_yes).count()
    };
    // The one has a chapter, leads and targets of its own; the other speaks of residents of all ages.
    assert!(yes("hallowmere-tarrdale-integrated") >= 2 * yes("estermouth-pellowshire-integrated"));
}

#[test]
fn the_report_holds_every_document() {
    let assessment = assessed(2);
    let summary = Summary::of(&assessment, &rubric().baseline);
    let folder = tempfile::tempdir().expect("a temporary folder");
    planaudit_report::write_folder(&assessment, &summary, folder.path()).expect("the report is written");
    let html = std::fs::read_to_string(folder.path().join("index.html")).expect("it is there");
    for document in &assessment.documents {
        assert!(html.contains(&document.path), "{}", document.path);
    }
    for table in ["ratings.csv", "evidence.csv", "leads.csv", "summary.csv"] {
        assert!(folder.path().join(table).is_file(), "{table}");
    }
}

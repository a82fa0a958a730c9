//! What an answer of absence says of the search, and which evidence is shared word for word.

use planaudit::corpus::{Given, Kind};
use planaudit::{Options, Rubric, assess_text, audit};

#[test]
fn a_no_says_what_was_searched_and_what_came_nearest() {
    let rubric = Rubric::hpig_2024();
    let text = "# Plan\n\nAn easy read version of our dementia guide is on the website of the hospital.\n\nWe plan.\n";
    let document = assess_text(text, Kind::Jfp, &rubric);
    for answer in &document.answers {
        let absent =
            answer.verdict.as_ref().is_some_and(|verdict| matches!(verdict.as_str(), "no" | "absent" | "neither"));
        let searched = answer.why_not.iter().filter(|reason| reason.starts_with("searched: 2 passages")).count();
        assert_eq!(searched, usize::from(absent), "{}: {:?}", answer.question, answer.why_not);
        for miss in answer.near_misses.iter().filter(|miss| absent && !miss.rule.is_empty()).take(3) {
            let told = format!("near miss, rule {}: {}", miss.rule, miss.failed);
            let paged = format!("rule {}: {}", miss.rule, miss.failed);
            assert!(
                answer.why_not.iter().any(|reason| *reason == told || reason.ends_with(&paged)),
                "{}: {:?}",
                answer.question,
                answer.why_not
            );
        }
    }
}

#[test]
fn evidence_that_another_document_holds_word_for_word_is_marked() {
    let shared = "An easy read version of this strategy is on our website, made with young people who have learning disabilities.";
    let own = "An easy read version of this strategy is in every library.";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.md"), format!("# A\n\n{shared}\n\n{own}\n")).unwrap();
    std::fs::write(folder.path().join("b.md"), format!("# B\n\n- {}\n", shared.to_uppercase())).unwrap();
    std::fs::write(folder.path().join("c.md"), "# C\n\nNothing of the kind.\n").unwrap();
    let audited = |threads| {
        let given = Given { kind: Some(Kind::Strategy), ..Given::default() };
        let options = Options { given, threads, ..Options::default() };
        audit(&[folder.path()], &Rubric::hpig_2024(), &options).unwrap()
    };
    let assessment = audited(1);
    let answer = assessment.documents[0].answer("cp.easy_read").unwrap();
    let of = |quote: &str| answer.evidence.iter().find(|evidence| evidence.quote == quote).unwrap();
    assert_eq!(of(shared).shared_with, ["b.md"]);
    assert!(of(own).shared_with.is_empty(), "too short to be more than chance, and nowhere else");
    let json = |assessment: &planaudit::Assessment| serde_json::to_string(assessment).unwrap();
    assert_eq!(json(&assessment), json(&audited(2)), "the same with any number of threads");
}

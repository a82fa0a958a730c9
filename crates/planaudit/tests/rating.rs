//! From hits to a verdict.
#![allow(missing_docs, reason = "tests")]

use planaudit::corpus::Kind;
use planaudit::{Rubric, assess_text};

#[test]
fn a_sentence_that_several_rules_find_counts_once() {
    let text = "Look at the easy read version of this plan on our website.\n";
    let document = assess_text(text, Kind::Jfp, &Rubric::hpig_2024());
    let answer = document.answer("cp.easy_read").unwrap();
    assert_eq!(answer.why, ["stated in 1 passage"]);
    assert!(answer.fragile, "it rests on one sentence");
}

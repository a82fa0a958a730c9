//! What the page ledger does to answers.

use planaudit::corpus::{Identity, Kind};
use planaudit::read::{Document, Page, PageKind, PageNumber, read_text};
use planaudit::{AssessedDocument, Rubric, Verdict, assess};

/// A document of a page of text and of others that hold something else.
fn document(others: &[PageKind]) -> Document {
    let text = "<!-- page -->\n\n# Our plan\n\nAn easy read version of this plan is on our website.\n\n<!-- page -->\n";
    let mut document = read_text(text);
    let first = document.blocks[0].page().expect("pages are marked");
    document.pages = vec![Page::new(first, PageKind::Text, 12)];
    document.pages.extend(others.iter().enumerate().map(|(index, kind)| {
        let after = first.get() as usize + index;
        Page::new(PageNumber::from_index(after), *kind, 0)
    }));
    document
}

fn assessed(document: &Document) -> AssessedDocument {
    let identity = Identity { kind: Kind::Jfp, ics: None, ics_name: None, edition: None, title: None };
    assess::assess(document, "plan", "", &identity, &Rubric::hpig_2024())
}

fn verdicts(document: &AssessedDocument) -> (usize, usize, usize) {
    let count = |test: fn(Option<&Verdict>) -> bool| {
        document.answers.iter().filter(|answer| test(answer.verdict.as_ref())).count()
    };
    let absent = |verdict: Option<&Verdict>| matches!(verdict, Some(Verdict::No | Verdict::Absent));
    (count(|verdict| verdict == Some(&Verdict::Yes)), count(absent), count(|verdict| verdict.is_none()))
}

#[test]
fn absences_are_held_where_pages_could_not_be_read_and_findings_stand() {
    let (yes, no, held) = verdicts(&assessed(&document(&[PageKind::Blank, PageKind::Mixed])));
    assert!(yes > 0 && no > 0);
    assert_eq!(held, 0);
    let scanned = assessed(&document(&[PageKind::Scanned, PageKind::Broken]));
    assert_eq!(verdicts(&scanned), (yes, 0, no));
    let answer = scanned.answers.iter().find(|answer| answer.verdict.is_none()).expect("one is held");
    assert!(answer.why_not[0].starts_with("held: only 33 % of the pages could be read"), "{:?}", answer.why_not);
}

#[test]
fn evidence_of_recognised_pages_carries_their_confidence() {
    let mut recognised = document(&[]);
    recognised.pages[0].kind = PageKind::Recognised;
    recognised.pages[0].confidence = Some(81);
    let answer = |document: &Document| assessed(document).answer("cp.easy_read").expect("asked").evidence[0].confidence;
    assert_eq!(answer(&recognised), Some(81));
    assert_eq!(answer(&document(&[])), None);
}

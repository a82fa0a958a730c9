//! The seat for another coder: shortlists out, answers in.

use std::path::Path;

use planaudit::coder::{AnswersError, Imported, Incoming, Shortlist, Texts, import, write_shortlists};
use planaudit::corpus::{Given, Kind};
use planaudit::{Assessment, Options, Rubric, Verdict, audit};

const PLAN: &str = "# Fenmarsh strategy\n\n## Start well\n\nOur priorities for children are mental health and oral \
                    health. An easy read version of this strategy is on our website. We asked 240 young people what \
                    they wanted, and their answers changed the plan.\n\n## Leadership\n\nDr Imogen Sark is the ICB’s \
                    Executive Lead for Children and Young People.\n\n| Team | Post |\n|---|---|\n| Nursing | Matron |\n";

/// A folder with the plan, its assessment and its text.
struct Desk {
    folder: tempfile::TempDir,
    assessment: Assessment,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("plans")).unwrap();
        std::fs::write(folder.path().join("plans/fenmarsh.md"), PLAN).unwrap();
        std::fs::write(folder.path().join("plans/other.md"), PLAN.replace("Fenmarsh", "Carrholt")).unwrap();
        let given = Given { kind: Some(Kind::Strategy), ..Given::default() };
        let options = Options { given, ..Options::default() };
        let plans = folder.path().join("plans");
        let assessment = audit(&[plans.as_ref()], &Rubric::hpig_2024(), &options).unwrap();
        Self { folder, assessment }
    }

    fn corpus(&self) -> Texts {
        Texts::Corpus(self.folder.path().join("plans"))
    }

    fn import(&mut self, coder: &str, lines: &str) -> Result<Imported, AnswersError> {
        let texts = self.corpus();
        let incoming = Incoming { file: "key.jsonl", lines, coder, document: Some("fenmarsh.md") };
        import(&mut self.assessment, &incoming, &texts)
    }

    #[track_caller]
    fn faults(&mut self, lines: &str) -> Vec<String> {
        let before = serde_json::to_string(&self.assessment).unwrap();
        let error = self.import("reader", lines).unwrap_err();
        assert_eq!(serde_json::to_string(&self.assessment).unwrap(), before, "nothing is imported");
        match error {
            AnswersError::Faults(faults) => faults.iter().map(ToString::to_string).collect(),
            other => panic!("{other}"),
        }
    }
}

#[test]
fn a_coders_answers_stand_beside_the_rules_own() {
    let mut desk = Desk::new();
    let rules = serde_json::to_string(&desk.assessment.documents[0].answers).unwrap();
    let lines = [
        r#"{"question": "ld.children_lead", "verdict": "named", "people": [{"name": "Dr Imogen Sark", "role": "Executive Lead", "contact": null}], "evidence": ["Dr Imogen Sark is the ICB's  Executive Lead"]}"#,
        "",
        r#"{"question": "ph.priorities", "verdict": null, "options": ["oral health", "mental health"], "option_evidence": {"oral health": ["oral health"]}, "distractors": ["x"], "also": {"n": 2}, "why": "said so"}"#,
        r#"{"question": "cp.easy_read", "verdict": "yes", "evidence": ["Nursing Matron", "3. Dr Imogen Sark"]}"#,
    ]
    .join("\r\n");
    let imported = desk.import(" reader ", &lines).unwrap();
    assert_eq!(imported, Imported { answers: 3, quotes: 4, documents: 1 });

    let document = &desk.assessment.documents[0];
    assert_eq!(serde_json::to_string(&document.answers).unwrap(), rules);
    let given = &document.coders[0];
    assert_eq!(given.coder, "reader");
    let lead = given.answer("ld.children_lead").unwrap();
    assert_eq!(lead.verdict, Some(Verdict::Named));
    assert_eq!(lead.people[0].contact, "");
    assert_eq!(lead.evidence[0].quote, "Dr Imogen Sark is the ICB’s Executive Lead", "the text's own letters");
    assert_eq!(lead.evidence[0].section, ["Fenmarsh strategy", "Leadership"]);
    let priorities = given.answer("ph.priorities").unwrap();
    assert_eq!(priorities.verdict, Some(Verdict::Yes));
    assert_eq!(priorities.options, ["mental health", "oral health"], "report order");
    assert_eq!(given.answer("cp.easy_read").unwrap().evidence[0].quote, "Nursing | Matron");
    assert!(desk.assessment.documents[1].coders.is_empty());

    let order: Vec<&str> = document.answers.iter().map(|answer| answer.question.as_str()).collect();
    let places: Vec<_> = given.answers.iter().map(|given| order.iter().position(|id| *id == given.question)).collect();
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
}

#[test]
fn a_second_import_replaces_only_what_it_answers() {
    let mut desk = Desk::new();
    let line =
        |question: &str, verdict: &str| format!("{{\"question\": \"{question}\", \"verdict\": \"{verdict}\"}}\n");
    desk.import("reader", &(line("cp.easy_read", "yes") + &line("ph.distinct_group", "some"))).unwrap();
    desk.import("another", &line("cp.easy_read", "yes")).unwrap();
    desk.import("reader", &line("cp.easy_read", "no")).unwrap();
    let coders = &desk.assessment.documents[0].coders;
    assert_eq!(coders.iter().map(|given| given.coder.as_str()).collect::<Vec<_>>(), ["another", "reader"]);
    assert_eq!(coders[0].answer("cp.easy_read").unwrap().verdict, Some(Verdict::Yes));
    assert_eq!(coders[1].answer("cp.easy_read").unwrap().verdict, Some(Verdict::No));
    assert_eq!(coders[1].answer("ph.distinct_group").unwrap().verdict, Some(Verdict::Some));

    let written = serde_json::to_string(&desk.assessment).unwrap();
    let read: Assessment = serde_json::from_str(&written).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), written);
}

#[test]
fn every_fault_is_listed_with_its_line() {
    let mut desk = Desk::new();
    let lines = [
        r#"{"question": "cp.easy_read", "verdict": "some"}"#,
        r#"{"question": "no.such", "verdict": "yes"}"#,
        r#"{"question": "ph.priorities", "options": ["teeth"]}"#,
        r#"{"question": "ph.distinct_group", "verdict": "yes", "evidence": ["Our priorities for children are cold baths", "n easy read", "3 young people"]}"#,
        r#"{"question": "ld.children_lead", "verdict": "named", "people": [{"name": "Marek Quill"}]}"#,
        r#"{"question": "ld.send_lead", "verdict": "named"}"#,
        r#"{"question": "cp.easy_read", "verdict": "yes"}"#,
        r#"{"question": "ph.placement", "verdict": "both", "evidance": []}"#,
        "not JSON",
        r#"{"question": "ph.placement", "verdict": "both", "document": "third.md"}"#,
        r#"{"question": "ph.placement", "verdict": "both", "options": ["both"]}"#,
    ];
    let faults = desk.faults(&lines.join("\n"));
    let expected = [
        "key.jsonl:1: cp.easy_read: no verdict `some`; it takes `yes`, `no`",
        "key.jsonl:2: no.such: no such question",
        "key.jsonl:3: ph.priorities: no option `teeth`; it has `mental health`",
        "key.jsonl:4: ph.distinct_group: evidence: not in fenmarsh.md: “Our priorities for children are cold baths”; \
         the text agrees as far as “Our priorities for children are”",
        "key.jsonl:4: ph.distinct_group: evidence: not in fenmarsh.md: “n easy read”",
        "key.jsonl:4: ph.distinct_group: evidence: not in fenmarsh.md: “3 young people”",
        "key.jsonl:5: ld.children_lead: the name `Marek Quill` is not in fenmarsh.md",
        "key.jsonl:6: ld.send_lead: is answered `named` and names nobody",
        "key.jsonl:7: cp.easy_read: answered on line 1 already",
        "key.jsonl:8: column",
        "key.jsonl:9: column",
        "key.jsonl:10: no document `third.md` in the assessment; it has fenmarsh.md, other.md",
        "key.jsonl:11: ph.placement: takes no options",
    ];
    assert_eq!(faults.len(), expected.len(), "{faults:#?}");
    for (fault, expected) in faults.iter().zip(expected) {
        assert!(fault.starts_with(expected), "{fault}\n{expected}");
    }
    assert!(matches!(desk.import("reader", " \n"), Err(AnswersError::Empty { .. })));
    assert!(matches!(desk.import("rules", lines[6]), Err(AnswersError::Coder { .. })));
}

#[test]
fn quotes_are_checked_only_against_the_text_that_was_assessed() {
    let mut desk = Desk::new();
    let line = r#"{"question": "cp.easy_read", "verdict": "yes", "evidence": ["An easy read version of this"]}"#;
    let plan = desk.folder.path().join("plans/fenmarsh.md");
    let texts = desk.folder.path().join("texts");
    std::fs::create_dir_all(&texts).unwrap();
    let text = planaudit::text_of(&planaudit::read::read_file(&plan).unwrap());
    std::fs::write(texts.join("fenmarsh.md.txt"), &text).unwrap();
    let incoming = Incoming { file: "key.jsonl", lines: line, coder: "reader", document: Some("fenmarsh.md") };
    let folder = Texts::Folder(texts.clone());
    import(&mut desk.assessment, &incoming, &folder).unwrap();
    let quote = &desk.assessment.documents[0].coders[0].answers[0].evidence[0];
    assert_eq!(quote.section, ["Fenmarsh strategy", "Start well"], "known from the passages cited");

    std::fs::write(texts.join("fenmarsh.md.txt"), text.replacen("Fenmarsh", "Fen", 1)).unwrap();
    let error = import(&mut desk.assessment, &incoming, &folder).unwrap_err().to_string();
    assert!(error.contains("its text is not the one that was assessed"), "{error}");
    std::fs::write(&plan, PLAN.to_owned() + "More.\n").unwrap();
    assert!(desk.faults(line)[0].contains("SHA-256 differs"));
    std::fs::remove_file(&plan).unwrap();
    assert!(desk.faults(line)[0].contains("cannot be read"));
    let sole = Texts::Folder(desk.folder.path().join("nowhere"));
    assert!(import(&mut desk.assessment, &incoming, &sole).unwrap_err().to_string().starts_with("key.jsonl:1: "));
}

#[test]
fn a_shortlist_prints_a_shared_passage_once() {
    let desk = Desk::new();
    let document = &desk.assessment.documents[0];
    let shortlist = Shortlist::of(&desk.assessment, document, 15);
    let markdown = shortlist.to_markdown();
    let sentence = "Our priorities for children are mental health and oral health.";
    let listing =
        shortlist.questions.iter().filter(|question| question.passages.iter().any(|passage| passage.quote == sentence));
    assert!(listing.count() > 1);
    assert_eq!(markdown.matches(sentence).count(), 1, "{markdown}");
    assert!(markdown.contains("### Start well\n"), "{markdown}");

    for question in &shortlist.questions {
        let ranks: Vec<usize> = question.passages.iter().map(|passage| passage.rank).collect();
        assert_eq!(ranks, (1..=question.passages.len()).collect::<Vec<_>>());
        assert!(question.passages.is_sorted_by_key(|passage| !passage.evidence), "evidence before near misses");
        for passage in &question.passages {
            let shared = &shortlist.passages[passage.number - 1];
            assert!(
                shared.start <= passage.start && passage.end <= shared.end && shared.quote.contains(&passage.quote)
            );
            assert_eq!(passage.evidence, passage.failed.is_none());
        }
    }
    let easy = shortlist.questions.iter().find(|question| question.question == "cp.easy_read").unwrap();
    assert_eq!(easy.passages[0].quote, "An easy read version of this strategy is on our website.");
    assert!(Shortlist::of(&desk.assessment, document, 1).questions.iter().all(|question| question.passages.len() < 2));
}

#[test]
fn shortlists_are_written_a_line_a_question_and_never_outside_their_folder() {
    let mut desk = Desk::new();
    let out = desk.folder.path().join("out");
    let sizes = write_shortlists(&desk.assessment, 15, &out).unwrap();
    assert_eq!(sizes.len(), 2);
    assert!(sizes[0].passage_words > 0 && sizes[0].file_words > sizes[0].passage_words);
    let lines = std::fs::read_to_string(out.join("fenmarsh.md.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), desk.assessment.documents[0].answers.len());
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    for field in ["document", "question", "asks", "guide", "kind", "options", "passages"] {
        assert!(first.get(field).is_some(), "{field}");
    }
    desk.assessment.documents[0].path = "../escaped".to_owned();
    assert!(write_shortlists(&desk.assessment, 15, &out).is_err());
    assert!(!Path::new(&desk.folder.path().join("escaped.md")).exists());
}

#[test]
fn any_two_coders_can_be_compared() {
    use planaudit::evaluate::{EvaluateError, Measure, coders, evaluate_between};
    use planaudit::rubric::AnswerKind;
    let mut desk = Desk::new();
    let easy_read = |verdict: &str, evidence: &str| {
        format!(r#"{{"question": "cp.easy_read", "verdict": "{verdict}", "evidence": [{evidence}]}}"#)
    };
    desk.import("reader", &easy_read("yes", r#""An easy read version of this strategy""#)).unwrap();
    desk.import("sceptic", &easy_read("no", "")).unwrap();
    assert_eq!(coders(&desk.assessment), ["rules", "reader", "sceptic"]);
    let exact = |first: &str, second: &str| {
        let evaluation = evaluate_between(&desk.assessment, first, second).unwrap();
        assert_eq!(evaluation.documents, ["fenmarsh.md"]);
        evaluation.score(Measure::Exact(AnswerKind::Flag)).unwrap().value
    };
    assert_eq!(exact("rules", "reader"), Some(1.0));
    assert_eq!(exact("reader", "rules"), Some(1.0));
    assert_eq!(exact("reader", "sceptic"), Some(0.0));
    let unknown = evaluate_between(&desk.assessment, "rules", "nobody").unwrap_err();
    assert!(matches!(unknown, EvaluateError::NoCoder { .. }), "{unknown}");
}

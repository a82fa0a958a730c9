//! Agreement with answer keys: every statistic against figures worked out by hand, and the whole against a scorer
//! written by others, where it is at hand.

use std::path::{Path, PathBuf};
use std::process::Command;

use planaudit::corpus::Kind;
use planaudit::evaluate::agreement::{Scale, Table, Undefined};
use planaudit::evaluate::bootstrap::{self, SplitMix64};
use planaudit::evaluate::passages::Folded;
use planaudit::evaluate::people::same_person;
use planaudit::evaluate::{EvaluateError, Evaluation, Measure, Of, evaluate, gold, proposed_status};
use planaudit::rubric::{AnswerKind, Status};
use planaudit::{Assessment, Rubric, assess_text};

#[track_caller]
fn assert_close(found: Result<f64, Undefined>, expected: f64) {
    let found = found.expect("defined");
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

/// Rows are the key's.
fn table<const N: usize>(rows: [[u32; N]; N]) -> Table {
    let mut table = Table::new(N);
    for (key, row) in rows.iter().enumerate() {
        for (answer, count) in row.iter().enumerate() {
            (0..*count).for_each(|_| table.add(key, answer));
        }
    }
    table
}

/// Ten ratings; marginals of the key 5, 3, 2, of the answers 5, 4, 1, of both 10, 7, 3.
fn ten() -> Table {
    table([[4, 1, 0], [1, 2, 0], [0, 1, 1]])
}

#[test]
fn agreement_as_worked_out_by_hand() {
    assert_close(ten().exact(), 0.7);
    assert_close(ten().swaps(), 0.0);
    assert_close(table([[1, 0, 1], [0, 1, 0], [1, 0, 0]]).swaps(), 0.5);
}

#[test]
fn weighted_kappa_as_worked_out_by_hand() {
    // Three pairs one level apart cost 1/4 each, of ten. Expected: (5·4/4 + 5·1 + 3·5/4 + 3·1/4 + 2·5 + 2·4/4) / 100.
    assert_close(ten().kappa(Scale::Ordinal), 1.0 - 0.075 / 0.265);
    // Expected to agree: (5·5 + 3·4 + 2·1) / 100 = 0.39.
    assert_close(ten().kappa(Scale::Nominal), (0.7 - 0.39) / (1.0 - 0.39));
}

#[test]
fn gwets_coefficients_as_worked_out_by_hand() {
    // Shares of both 0.5, 0.35, 0.15: spread 0.25 + 0.2275 + 0.1275 = 0.605; the nine weights add up to 6 of 6.
    assert_close(ten().ac2(Scale::Ordinal), (0.925 - 0.605) / (1.0 - 0.605));
    // Unweighted they add up to 3 of 6.
    assert_close(ten().ac2(Scale::Nominal), (0.7 - 0.3025) / (1.0 - 0.3025));
    // Nearly all alike: kappa is below nothing although 18 of 20 agree, AC1 is not.
    let prevalent = table([[0, 1], [1, 18]]);
    assert_close(prevalent.kappa(Scale::Nominal), (0.9 - 0.905) / (1.0 - 0.905));
    assert_close(prevalent.ac2(Scale::Nominal), (0.9 - 0.095) / (1.0 - 0.095));
}

#[test]
fn krippendorffs_alpha_as_worked_out_by_hand() {
    // Distances: no-some (17 - 8.5)², some-yes (10 - 5)², no-yes (20 - 6.5)²; met 2, 1 and 0 times of each order.
    let observed = 2.0 * 72.25 + 25.0;
    let expected = 10.0 * 7.0 * 72.25 + 7.0 * 3.0 * 25.0 + 10.0 * 3.0 * 182.25;
    assert_close(ten().alpha(Scale::Ordinal), 1.0 - 19.0 * observed / expected);
    assert_close(ten().alpha(Scale::Nominal), 1.0 - 19.0 * 3.0 / (70.0 + 21.0 + 30.0));
    // The same pairs through another program, the krippendorff package for Python.
    assert_close(ten().alpha(Scale::Ordinal), 0.708_552_036_199_095);
    assert_close(ten().alpha(Scale::Nominal), 0.528_925_619_834_710_8);
}

#[test]
fn what_is_undefined_says_why() {
    let nothing = Table::new(3);
    for value in [nothing.exact(), nothing.kappa(Scale::Ordinal), nothing.ac2(Scale::Ordinal)] {
        assert_eq!(value, Err(Undefined::Nothing));
    }
    assert_eq!(nothing.alpha(Scale::Ordinal), Err(Undefined::Nothing));
    let same = table([[7, 0, 0], [0, 0, 0], [0, 0, 0]]);
    assert_eq!(same.kappa(Scale::Ordinal), Err(Undefined::NoVariation));
    assert_eq!(same.alpha(Scale::Ordinal), Err(Undefined::NoVariation));
    assert_eq!(same.exact(), Ok(1.0));
}

#[test]
fn the_generator_gives_its_published_numbers() {
    let mut generator = SplitMix64::new(1_234_567);
    let drawn = [generator.draw(), generator.draw(), generator.draw()];
    assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
}

#[test]
fn draws_are_the_same_each_time_and_reach_every_document() {
    let drawn: Vec<_> = bootstrap::draws(5).collect();
    assert_eq!(drawn, bootstrap::draws(5).collect::<Vec<_>>());
    assert_eq!(drawn.len(), bootstrap::REPLICATES);
    let times = |document: usize| drawn.iter().flatten().filter(|drawn| **drawn == document).count();
    for document in 0..5 {
        assert!((1800..2200).contains(&times(document)), "{document} drawn {} times of 2000", times(document));
    }
}

#[test]
fn intervals_are_percentiles_or_say_why_not() {
    let values: Vec<f64> = (0..=2000).rev().map(f64::from).collect();
    assert_eq!(bootstrap::interval(values.clone(), 4), Ok((50.0, 1950.0)));
    assert_eq!(bootstrap::interval(values, 1), Err(Undefined::OneDocument));
    assert_eq!(bootstrap::interval(vec![1.0; 1799], 4), Err(Undefined::RarelyDefined));
}

#[test]
fn passages_match_however_they_are_cut_and_printed() {
    let labelled = Folded::of("we will open **six** family hubs for children’s health by March 2026");
    let matches = |found: &str| labelled.overlaps(&Folded::of(found));
    assert!(matches("By then we will open six family hubs for\nchildren's health | by March 2026, and two more."));
    assert!(matches("open six family hubs for children's"), "a fragment of 25 letters and more");
    assert!(matches("Family hubs for health, six, will open by March"), "the words in another order");
    assert!(!matches("six family hubs"), "a fragment too short to tell");
    assert!(!matches("we will open four dental surgeries for adults in the north of the county"));
    let short = Folded::of("six hubs");
    assert!(short.overlaps(&Folded::of("There are SIX  hubs.")));
    assert!(short.reported_as(&Folded::of("There are six hubs.")));
    assert!(!short.reported_as(&Folded::of("six hubs")), "too short to say");
}

#[test]
fn people_match_by_surname_and_first_name_or_initial() {
    for (one, other) in [
        ("Dr Imogen Sark OBE", "Imogen Sark"),
        ("I. Sark", "Imogen Sark"),
        ("Niamh O’Connell-Dube", "Niamh O'Connell-Dube"),
        ("Siân Éluard", "Sian Eluard"),
        ("Marek T. Quillfeather", "Marek Quillfeather"),
    ] {
        assert!(same_person(one, other), "{one} and {other}");
    }
    for (one, other) in [("Imogen Sark", "Ivor Sark"), ("Imogen Sark", "Imogen Stark"), ("Dr", "Dr"), ("", "")] {
        assert!(!same_person(one, other), "{one} and {other}");
    }
}

#[test]
fn status_follows_from_agreement_and_never_from_few_documents() {
    let all = (Some(1.0), Some(1.0));
    assert_eq!(proposed_status(11, 1.0, all.0, all.1), Status::Assist);
    assert_eq!(proposed_status(12, 1.0, all.0, all.1), Status::Automatic);
    assert_eq!(proposed_status(12, 0.79, all.0, all.1), Status::Assist);
    assert_eq!(proposed_status(12, 1.0, Some(0.69), all.1), Status::Assist);
    assert_eq!(proposed_status(12, 1.0, None, all.1), Status::Assist, "keys that never vary");
    assert_eq!(proposed_status(12, 1.0, all.0, Some(0.94)), Status::Assist);
    assert_eq!(proposed_status(12, 1.0, all.0, None), Status::Assist, "never answered no");
    assert_eq!(proposed_status(4, 0.5, Some(0.2), all.1), Status::Manual);
    assert_eq!(proposed_status(3, 0.0, Some(0.0), all.1), Status::Assist);
    assert_eq!(proposed_status(4, 0.9, Some(0.0), all.1), Status::Assist, "kappa where nearly all keys are alike");
}

const PLAN: &str = "# Joint Forward Plan 2025\n\nAn easy read version of this plan is on our website.\n";

fn assessment(paths: &[&str]) -> Assessment {
    let rubric = Rubric::hpig_2024();
    let document = |path: &&str| {
        let mut document = assess_text(PLAN, Kind::Jfp, &rubric);
        (*path).clone_into(&mut document.path);
        document
    };
    let documents = paths.iter().map(document).collect();
    Assessment { planaudit: String::new(), rubric: rubric.stamp.clone(), documents, unread: Vec::new() }
}

fn keys(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, lines) in files {
        std::fs::write(folder.path().join(format!("{name}.labels.jsonl")), lines).expect("a file");
    }
    folder
}

const KEY: &str =
    r#"{"question": "cp.easy_read", "verdict": "yes", "evidence": ["An easy read version of this plan"]}"#;

fn value(evaluation: &Evaluation, measure: Measure) -> Option<f64> {
    evaluation.score(measure).expect("measured").value
}

#[test]
fn a_key_belongs_to_the_document_of_its_name() {
    let folder = keys(&[("a", KEY), ("b.2", &KEY.replace("\"yes\"", "\"no\"")), ("c", KEY)]);
    let found = evaluate(&assessment(&["plans/a.pdf", "b.2.docx", "z.md"]), folder.path()).expect("compared");
    assert_eq!((found.documents, found.missing), (vec!["a".to_owned(), "b.2".to_owned()], vec!["c".to_owned()]));
    let question = &found.questions[0];
    assert_eq!((question.question.as_str(), question.documents), ("cp.easy_read", 2));
    let exact = question.score(Measure::Exact(question.answer)).expect("measured");
    assert_eq!((exact.n, exact.value, exact.interval), (2, Some(0.5), Some((0.0, 1.0))));
    let absence = question.score(Measure::NegativePredictiveValue(None)).expect("measured");
    assert_eq!((absence.value, absence.undefined), (None, Some(Undefined::NoneGiven)));
    let evidence = question.score(Measure::EvidenceRecall).expect("measured");
    assert_eq!((evidence.n, evidence.value), (2, Some(1.0)));
}

#[test]
fn one_document_has_no_interval() {
    let folder = keys(&[("a", KEY)]);
    let found = evaluate(&assessment(&["a.pdf"]), folder.path()).expect("compared");
    let recall = found.score(Measure::EvidenceRecall).expect("measured");
    assert_eq!((recall.value, recall.interval_undefined), (Some(1.0), Some(Undefined::OneDocument)));
}

#[test]
fn contested_options_count_for_nothing() {
    let rubric = Rubric::hpig_2024();
    let question = rubric.questions.iter().map(|question| &question.stamp);
    let question = question.clone().find(|question| question.answer == AnswerKind::Choice).expect("a choice");
    let mut assessment = assessment(&["a.md"]);
    let kind = question.kinds[0];
    assessment.documents[0] = assess_text(PLAN, kind, &rubric);
    "a.md".clone_into(&mut assessment.documents[0].path);
    let answers = &mut assessment.documents[0].answers;
    let answer = answers.iter_mut().find(|answer| answer.question == question.id).expect("asked");
    answer.options = question.options[..3].to_vec();
    let [first, second, ..] = question.options.as_slice() else { panic!("three options") };
    let key = format!(r#"{{"question": "{}", "options": ["{first}"], "contested": ["{second}"]}}"#, question.id);
    let found = evaluate(&assessment, keys(&[("a", &key)]).path()).expect("compared");
    assert_eq!(value(&found, Measure::Precision(Of::Options)), Some(0.5));
    assert_eq!(value(&found, Measure::Recall(Of::Options)), Some(1.0));
    let exact = found.questions[0].score(Measure::Exact(AnswerKind::Choice)).expect("measured");
    assert_eq!(exact.n as usize, question.options.len() - 1);
}

#[test]
fn faults_of_a_key_name_file_and_line() {
    let rubric = Rubric::hpig_2024();
    let fault = |line: &str| {
        let text = format!("{KEY}\n\n{line}\n");
        let read = gold::parse(&text, Path::new("keys/a.labels.jsonl"), &rubric.stamp.questions);
        read.expect_err("a fault").to_string()
    };
    for (line, expected) in [
        ("{", "keys/a.labels.jsonl:3: not an answer of a key: "),
        (KEY, ":3: `cp.easy_read` is answered a second time"),
        (r#"{"question": "no.such", "verdict": "yes"}"#, ":3: the assessment knows no question `no.such`"),
        (r#"{"question": "ph.distinct_group", "verdict": "maybe"}"#, "is not one of: yes, some, no"),
        (r#"{"question": "ph.distinct_group"}"#, "verdict `null` of `ph.distinct_group`"),
        (r#"{"question": "ph.priorities", "options": ["cricket"]}"#, "`ph.priorities` has no option `cricket`"),
        (r#"{"question": "ph.distinct_group", "verdict": "no", "distractors": [" "]}"#, "empty quote"),
    ] {
        let said = fault(line);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn folders_without_keys_or_with_keys_of_others_are_told() {
    let assessment = assessment(&["a.pdf", "x/a.docx"]);
    let told = |folder: &Path| evaluate(&assessment, folder).expect_err("an error").to_string();
    assert!(told(keys(&[]).path()).contains("holds no answer key"));
    assert!(told(keys(&[("b", KEY)]).path()).contains("has a document in the assessment"));
    assert!(told(keys(&[("a", KEY)]).path()).contains("fits both a.pdf and x/a.docx"));
    assert!(matches!(evaluate(&assessment, Path::new("no/such")), Err(EvaluateError::Unreadable { .. })));
}

/// The scorer and its answer keys lie beside the repository on some machines only.
fn scorer() -> Option<(PathBuf, PathBuf)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?.join("shared");
    let (scorer, keys) = (shared.join("tools/score.py"), shared.join("gold/dev"));
    (scorer.is_file() && keys.is_dir()).then_some((scorer, keys))
}

#[test]
fn figures_equal_those_of_an_independent_scorer() {
    let Some((scorer, keys)) = scorer() else {
        eprintln!("skipped: no independent scorer beside the repository");
        return;
    };
    let rubric = Rubric::hpig_2024();
    let found = planaudit::audit(&[&keys], &rubric, &planaudit::Options::default()).expect("assessed");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let [answers, scores] = ["answers.json", "scores.json"].map(|name| folder.path().join(name));
    std::fs::write(&answers, serde_json::to_vec(&found).expect("JSON")).expect("a file");
    let run = Command::new("python3").arg(scorer).args([&answers, &keys]).arg("--json").arg(&scores).output();
    if !run.is_ok_and(|run| run.status.success()) {
        eprintln!("skipped: the independent scorer does not run here; it needs Python 3.11");
        return;
    }
    let scores: serde_json::Value = serde_json::from_slice(&std::fs::read(&scores).expect("a file")).expect("JSON");
    let evaluation = evaluate(&found, &keys).expect("compared");
    let [rag, flag] = [AnswerKind::Rag, AnswerKind::Flag];
    for (measure, place) in [
        (Measure::Exact(rag), "/rag/exact"),
        (Measure::Kappa(rag), "/rag/kappa_quadratic"),
        (Measure::Ac2(rag), "/rag/ac2"),
        (Measure::Swaps, "/rag/yes_no_swaps"),
        (Measure::Exact(flag), "/flag/accuracy"),
        (Measure::F1(Of::Flags), "/flag/f1"),
        (Measure::Exact(AnswerKind::One), "/one/accuracy"),
        (Measure::Precision(Of::Options), "/choice/precision"),
        (Measure::Recall(Of::Options), "/choice/recall"),
        (Measure::F1(Of::Options), "/choice/f1"),
        (Measure::Exact(AnswerKind::Person), "/person/verdict_accuracy"),
        (Measure::Precision(Of::Names), "/person/name_precision"),
        (Measure::Recall(Of::Names), "/person/name_recall"),
        (Measure::F1(Of::Names), "/person/name_f1"),
        (Measure::EvidenceRecall, "/evidence/recall"),
        (Measure::DistractorRate, "/evidence/distractor_rate"),
        (Measure::ShortlistQuotes, "/shortlist/quotes"),
        (Measure::ShortlistQuestions, "/shortlist/with_one"),
    ] {
        let theirs = scores.pointer(place).and_then(serde_json::Value::as_f64);
        match (value(&evaluation, measure), theirs) {
            (Some(ours), Some(theirs)) => assert!((ours - theirs).abs() < 1e-12, "{place}: {ours}, not {theirs}"),
            (ours, theirs) => assert_eq!(ours, theirs, "{place}"),
        }
    }
    let n = |measure| evaluation.score(measure).map(|score| u64::from(score.n));
    let theirs = |place| scores.pointer(place).and_then(serde_json::Value::as_u64);
    assert_eq!(n(Measure::Swaps), theirs("/rag/n"));
    assert_eq!(n(Measure::EvidenceRecall), theirs("/evidence/labelled"));
    assert_eq!(u64::from(evaluation.not_assessed), theirs("/not_assessed").expect("a count"));
}

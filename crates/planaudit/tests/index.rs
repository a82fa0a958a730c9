//! Search: what is found, in which order, with which marks; and that an index kept on disk is never out of date.
#![cfg(feature = "index")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planaudit::corpus::find;
use planaudit::index::{Hits, Index, IndexError, Query, Reading};
use planaudit::read::{Document, read_text};
use proptest::prelude::*;

fn document(text: &str) -> Document {
    read_text(text)
}

fn index(text: &str) -> Index {
    Index::of_documents([("plan.md", &document(text))]).unwrap()
}

fn search(index: &Index, query: &str) -> Hits {
    index.search(&Query::parse(query).unwrap(), usize::MAX).unwrap()
}

/// The passages found, in the order of the text, shortened to their first word.
fn found(index: &Index, query: &str) -> Vec<String> {
    let mut hits = search(index, query).hits;
    hits.sort_by_key(|hit| hit.range.start);
    hits.iter().map(|hit| hit.text.split(' ').next().unwrap_or_default().to_owned()).collect()
}

const ANIMALS: &str = "One cat and a dog.\n\nTwo cats.\n\nThree dogs.\n\nFour dogs, cats and birds.\n\nFive fish.\n";

#[test]
fn words_are_found_in_every_inflection() {
    let index = index("Vacancies rise.\n\nThe Vacancy’s cost.\n\nNothing vacant.\n");
    assert_eq!(found(&index, "vacancy"), ["Vacancies", "The"]);
    assert_eq!(found(&index, "VACANCIES"), ["Vacancies", "The"]);
}

#[test]
fn operators_combine() {
    let index = index(ANIMALS);
    assert_eq!(found(&index, "cat dog"), ["One", "Four"]);
    assert_eq!(found(&index, "cat AND dog"), ["One", "Four"]);
    assert_eq!(found(&index, "cat OR dog"), ["One", "Two", "Three", "Four"]);
    assert_eq!(found(&index, "cat NOT dog"), ["Two"]);
    assert_eq!(found(&index, "cat -dog"), ["Two"]);
    assert_eq!(found(&index, "-dog cat"), ["Two"]);
    assert_eq!(found(&index, "NOT (cat OR dog)"), ["Five"]);
    assert_eq!(found(&index, "-cat -dog"), ["Five"]);
    assert_eq!(found(&index, "NOT NOT fish"), ["Five"]);
    assert_eq!(found(&index, "fish OR NOT dog"), ["Two", "Five"]);
    assert_eq!(found(&index, "cat dog OR fish"), ["One", "Four", "Five"]);
    assert_eq!(found(&index, "cat (dog OR fish)"), ["One", "Four"]);
}

#[test]
fn phrases_pass_over_what_every_text_passes_over() {
    let index = index("One: children, young people.\n\nTwo: children and young people.\n\nThree: young children.\n");
    for query in ["\"children and young people\"", "“children young people”", "children-and-young-people"] {
        assert_eq!(found(&index, query), ["One:", "Two:"], "{query}");
    }
    assert_eq!(found(&index, "children & young"), ["One:", "Two:", "Three:"]);
    assert_eq!(found(&index, "young and people"), ["One:", "Two:"]);
}

#[test]
fn words_written_together_stand_together() {
    let index = index("One for 0-25 year olds.\n\nTwo has 25 and 0.\n\nThree is for 0–25s.\n");
    assert_eq!(found(&index, "0-25"), ["One"]);
}

#[test]
fn hits_say_where_they_stand_and_what_matched() {
    let plan = "# Workforce\n\n## Health visitors\n\nThe plan begins here. Our health visitors and dentists are few.\n";
    let hits = search(&index(plan), "dentist OR \"health visitor\"");
    assert_eq!((hits.passages, hits.documents), (2, 1), "the heading is found as well");
    let hit = hits.hits.iter().find(|hit| hit.text.starts_with("Our")).unwrap();
    assert_eq!(hit.section, ["Workforce", "Health visitors"]);
    assert_eq!(hit.document, "plan.md");
    let words: Vec<_> = hit.matched.iter().map(|range| &hit.text[range.clone()]).collect();
    assert_eq!(words, ["health visitors", "dentists"]);
    assert_eq!(planaudit::text_of(&document(plan))[hit.range.clone()], hit.text);
}

#[test]
fn only_what_makes_the_hit_is_marked() {
    let index = index("A cat, a fish.\n");
    let hits = search(&index, "(cat dog) OR fish");
    let words: Vec<_> = hits.hits[0].matched.iter().map(|range| &hits.hits[0].text[range.clone()]).collect();
    assert_eq!(words, ["fish"]);
}

#[test]
fn ties_keep_the_order_of_the_corpus() {
    let (one, two) = (document("Same words here.\n\nSame words here.\n"), document("Same words here.\n"));
    let index = Index::of_documents([("b.md", &one), ("a.md", &two)]).unwrap();
    let hits = search(&index, "same words");
    let order: Vec<_> = hits.hits.iter().map(|hit| (hit.document.as_str(), hit.range.start)).collect();
    assert_eq!(order, [("b.md", 0), ("b.md", 17), ("a.md", 0)]);
    assert_eq!((hits.passages, hits.documents), (3, 2));
}

#[test]
fn fewer_hits_are_the_first_of_more() {
    let index = index(ANIMALS);
    let query = Query::parse("cat OR dog OR bird OR fish").unwrap();
    let all = index.search(&query, 100).unwrap();
    for top in 0..=all.hits.len() {
        let some = index.search(&query, top).unwrap();
        assert_eq!(some.hits, all.hits[..top]);
        assert_eq!(some.passages, all.passages);
    }
}

#[test]
fn faults_are_named_with_their_place() {
    let cases = [
        ("", 1, "nothing to search for"),
        ("and", 1, "nothing to search for"),
        ("teeth child*", 12, "prefixes"),
        ("\"child* teeth\"", 7, "prefixes"),
        ("ch?ld", 3, "letters"),
        ("\"early help", 1, "never closed"),
        ("(early help", 1, "never closed"),
        ("early help)", 11, "closes nothing"),
        ("early ()", 7, "between these brackets"),
        ("early OR", 9, "missing at the end"),
        ("OR early", 1, "missing before"),
        ("a AND OR b", 7, "missing before"),
        ("early NOT", 10, "missing at the end"),
        ("early \"and\"", 7, "holds no word"),
        ("title:teeth", 6, "fields"),
        ("title:\"teeth\"", 6, "fields"),
        ("\"early help\"~3", 13, "distance"),
        ("teeth^2", 6, "weights"),
        ("[2020 TO 2025]", 1, "ranges"),
        ("a || b", 3, "write OR"),
        ("a && b", 3, "write AND"),
        ("+teeth", 1, "leave it out"),
        ("!teeth", 1, "write NOT"),
        ("=posts", 1, "exact forms"),
        ("@workforce.shortage", 1, "rules"),
        ("short .. staff", 7, "gaps"),
        ("a NEAR/5 b", 3, "NEAR"),
        ("teeth 🦷", 7, "no word"),
        ("é “x", 3, "never closed"),
    ];
    for (query, column, message) in cases {
        let error = Query::parse(query).expect_err(query);
        assert_eq!(error.column, column, "{query}: {error}");
        assert!(error.message.contains(message), "{query}: {error}");
    }
    let deep = format!("{}x{}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(Query::parse(&deep).unwrap_err().message.contains("brackets"));
}

#[test]
fn punctuation_is_no_fault() {
    let index = index("What is SEND? It costs £5, at 8:00, see https://example.org/plan.\n");
    for query in [
        "what is SEND?",
        "£5",
        "8:00",
        "https://example.org/plan",
        "send: what",
        "'SEND'",
        "send!",
        "it – costs",
        "it -",
    ] {
        assert_eq!(search(&index, query).passages, 1, "{query}");
    }
}

/// A term that search can say: neither gaps, nor very forms, nor acronyms, which there are words.
fn is_plain(term: &str) -> bool {
    let acronym = |word: planaudit::analyser::Word| planaudit::analyser::acronym(&term[word.start..word.end]).is_some();
    !term.contains("..") && !term.contains('=') && !planaudit::analyser::words(term).any(acronym)
}

#[cfg(feature = "hpig")]
#[test]
fn matcher_and_index_agree_on_every_term_of_the_built_in_lexicons() {
    use planaudit::lexicon::LexiconBuilder;
    use planaudit::matcher::Matches;
    use planaudit::rubric::Files;
    use planaudit::rubric::source::{LexiconSource, QuestionSource};

    let mut terms = BTreeSet::new();
    let mut examples = String::new();
    for (path, contents) in &Files::hpig_2024().files {
        if path.starts_with("lexicons/") {
            let lexicon: LexiconSource = toml::from_str(contents).unwrap();
            for concept in lexicon.concepts {
                terms.extend(concept.terms.into_iter().chain(concept.not).map(toml::Spanned::into_inner));
            }
        } else if path.starts_with("questions/") {
            let question: QuestionSource = toml::from_str(contents).unwrap();
            for example in question.examples.into_iter().chain(question.counter_examples) {
                examples.extend(example.under.iter().map(|title| format!("## {title}\n\n")));
                examples.extend(example.lead_in.iter().map(|words| format!("{words}\n\n")));
                examples.push_str(&example.text);
                examples.push_str("\n\n");
            }
        }
    }
    terms.retain(|term| is_plain(term));
    assert!(terms.len() > 1000, "{}", terms.len());

    let document = document(&examples);
    let index = Index::of_documents([("examples.md", &document)]).unwrap();
    let text = planaudit::text::Text::of(&document);
    let outline = planaudit::outline::Outline::of(&text);
    // Terms without gaps, in a lexicon without look-alikes, are found each as if it were alone: once round is enough.
    let mut builder = LexiconBuilder::new();
    let mut concepts = Vec::new();
    for term in &terms {
        let concept = builder.concept();
        builder.add(term, &[concept], false).unwrap();
        concepts.push(concept);
    }
    let lexicon = builder.build();
    let tokens = lexicon.vocabulary().tokenise(text.as_str());
    let matches = Matches::find(&lexicon, &tokens);
    let passages = planaudit::passage::passages(&text, &outline, &tokens);
    let mut with_hits = 0;
    for (term, concept) in terms.iter().zip(concepts) {
        let ruled: Vec<_> = passages
            .iter()
            .filter(|passage| matches.any(concept, &passage.tokens))
            .map(|passage| passage.range.clone())
            .collect();
        let mut hits = search(&index, &format!("\"{term}\"")).hits;
        hits.sort_by_key(|hit| hit.range.start);
        let searched: Vec<_> = hits.iter().map(|hit| hit.range.clone()).collect();
        assert_eq!(ruled, searched, "{term}");
        assert!(hits.iter().all(|hit| !hit.matched.is_empty()), "{term}");
        with_hits += usize::from(!ruled.is_empty());
    }
    assert!(with_hits > 1000, "only {with_hits} of {} terms stand in an example", terms.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_answered_or_refused(query in "\\PC{0,40}") {
        if let Ok(query) = Query::parse(&query) {
            index(ANIMALS).search(&query, 3).unwrap();
        }
    }

    /// The index finds what reading the passages one by one finds.
    #[test]
    fn hits_are_those_that_logic_says(query in expression()) {
        let (query, holds) = query;
        let index = index(ANIMALS);
        let expected: Vec<String> = ["One cat dog", "Two cat", "Three dog", "Four dog cat bird", "Five fish"]
            .iter()
            .filter(|line| holds.holds(&line.split(' ').collect::<Vec<_>>()))
            .map(|line| line.split(' ').next().unwrap().to_owned())
            .collect();
        prop_assert_eq!(found(&index, &query), expected, "{}", query);
    }
}

#[derive(Debug, Clone)]
enum Logic {
    Word(&'static str),
    Not(Box<Logic>),
    All(Vec<Logic>),
    Any(Vec<Logic>),
}

impl Logic {
    fn holds(&self, words: &[&str]) -> bool {
        match self {
            Self::Word(word) => words.contains(word),
            Self::Not(part) => !part.holds(words),
            Self::All(parts) => parts.iter().all(|part| part.holds(words)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(words)),
        }
    }

    fn written(&self) -> String {
        let join = |parts: &[Self], with: &str| {
            format!("({})", parts.iter().map(Self::written).collect::<Vec<_>>().join(with))
        };
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Not(part) => format!("NOT {}", part.written()),
            Self::All(parts) => join(parts, " AND "),
            Self::Any(parts) => join(parts, " OR "),
        }
    }
}

fn expression() -> impl Strategy<Value = (String, Logic)> {
    let word = prop::sample::select(vec!["cat", "dog", "bird", "fish", "horse"]).prop_map(Logic::Word);
    let logic = word.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| Logic::Not(Box::new(part))),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Logic::All),
            prop::collection::vec(inner, 1..4).prop_map(Logic::Any),
        ]
    });
    logic.prop_map(|logic| (logic.written(), logic))
}

fn corpus(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("a.md"), "# Teeth\n\nEvery child sees a dentist.\n").unwrap();
    fs::write(folder.join("b.txt"), "Dentists for all.\n").unwrap();
    fs::write(folder.join("c.md"), "").unwrap();
}

fn kept(folder: &Path, corpus: &Path) -> Index {
    Index::on_disk(folder, &find(corpus).unwrap(), &Reading::default()).unwrap()
}

#[test]
fn an_unreadable_file_costs_the_others_nothing() {
    let home = tempfile::tempdir().unwrap();
    corpus(home.path());
    let index = Index::in_memory(&find(home.path()).unwrap(), &Reading::default()).unwrap();
    assert_eq!(search(&index, "dentist").documents, 2);
    assert_eq!(index.documents(), 2);
    assert_eq!(index.unread().len(), 1);
    assert_eq!(index.unread()[0].path, "c.md");
}

#[test]
fn an_index_on_disk_is_used_again_until_something_changes() {
    let home = tempfile::tempdir().unwrap();
    let (plans, folder) = (home.path().join("plans"), home.path().join("index"));
    corpus(&plans);
    let memory = Index::in_memory(&find(&plans).unwrap(), &Reading::default()).unwrap();
    let first = kept(&folder, &plans);
    assert!(!first.reused());
    let second = kept(&folder, &plans);
    assert!(second.reused());
    for index in [&first, &second] {
        assert_eq!(search(index, "dentist OR child"), search(&memory, "dentist OR child"));
        assert_eq!(index.unread(), memory.unread());
        assert_eq!(index.documents(), 2);
    }
    fs::write(plans.join("b.txt"), "Opticians for all.\n").unwrap();
    let third = kept(&folder, &plans);
    assert!(!third.reused());
    assert_eq!(search(&third, "dentist").passages, 1);
    assert_eq!(search(&third, "optician").passages, 1);
    assert_eq!(search(&second, "dentist").passages, 2, "an open index stays as it was");
    fs::rename(plans.join("b.txt"), plans.join("d.txt")).unwrap();
    assert!(!kept(&folder, &plans).reused());
    fs::remove_file(plans.join("d.txt")).unwrap();
    assert!(!kept(&folder, &plans).reused());
    assert!(kept(&folder, &plans).reused());
}

#[test]
fn an_index_of_another_version_is_not_used() {
    let home = tempfile::tempdir().unwrap();
    let (plans, folder) = (home.path().join("plans"), home.path().join("index"));
    corpus(&plans);
    for change in ["\"planaudit\": \"", "\"analyser\": \""] {
        kept(&folder, &plans);
        let stamp = fs::read_to_string(folder.join("planaudit-index.json")).unwrap();
        fs::write(folder.join("planaudit-index.json"), stamp.replace(change, &format!("{change}x"))).unwrap();
        assert!(!kept(&folder, &plans).reused(), "{change}");
    }
}

#[test]
fn a_damaged_index_is_built_again() {
    let home = tempfile::tempdir().unwrap();
    let (plans, folder) = (home.path().join("plans"), home.path().join("index"));
    corpus(&plans);
    kept(&folder, &plans);
    let names = |folder: &Path| -> Vec<_> {
        let mut files: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
        files.sort();
        files
    };
    let passages = folder.join("planaudit-passages");
    for number in 0..names(&passages).len() + names(&folder).len() {
        for damage in 0..3 {
            let file = &names(&folder).into_iter().chain(names(&passages)).nth(number).unwrap();
            match damage {
                0 => fs::remove_file(file).unwrap(),
                1 => fs::write(file, b"").unwrap(),
                _ => {
                    let mut bytes = fs::read(file).unwrap();
                    for byte in &mut bytes {
                        *byte ^= 0x55;
                    }
                    fs::write(file, bytes).unwrap();
                }
            }
            let index = kept(&folder, &plans);
            assert_eq!(search(&index, "dentist").passages, 2, "{} damaged ({damage})", file.display());
        }
    }
}

#[test]
fn files_of_others_are_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let (plans, folder) = (home.path().join("plans"), home.path().join("index"));
    corpus(&plans);
    let foreign = folder.join("planaudit-passages").join("thesis.docx");
    fs::create_dir_all(foreign.parent().unwrap()).unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    fs::write(&foreign, "mine").unwrap();
    let refused = Index::on_disk(&folder, &find(&plans).unwrap(), &Reading::default());
    assert!(matches!(refused, Err(IndexError::Foreign { path }) if path == foreign));
    fs::remove_file(&foreign).unwrap();
    kept(&folder, &plans);
    fs::write(plans.join("e.md"), "More.\n").unwrap();
    kept(&folder, &plans);
    assert_eq!(fs::read_to_string(folder.join("notes.txt")).unwrap(), "mine");
    let file = home.path().join("file");
    fs::write(&file, "mine").unwrap();
    let refused = Index::on_disk(&file, &find(&plans).unwrap(), &Reading::default());
    assert!(matches!(refused, Err(IndexError::Folder { .. })));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn reading_can_be_stopped() {
    let home = tempfile::tempdir().unwrap();
    corpus(home.path());
    let reading = Reading { threads: 1, progress: Some(&|_, _| false) };
    assert!(matches!(Index::in_memory(&find(home.path()).unwrap(), &reading), Err(IndexError::Stopped)));
}

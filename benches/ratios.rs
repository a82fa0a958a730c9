//! The ratio we promise: everything after reading, against one aho-corasick pass with all lexicon terms over the same
//! lower-cased text, measured in turn in one run. Prints, asserts nothing.

mod corpus;

use std::time::{Duration, Instant};

use aho_corasick::AhoCorasick;
use planaudit::Rubric;
use planaudit::corpus::{Identity, Kind};
use planaudit::rubric::Files;
use planaudit::text::Text;

const ROUNDS: usize = 9;

fn main() {
    let documents = corpus::documents();
    let terms = terms();
    let automaton = AhoCorasick::new(&terms).expect("the terms fit an automaton");
    let lowered: Vec<String> = documents.iter().map(|document| Text::of(document).as_str().to_lowercase()).collect();
    let bytes: usize = lowered.iter().map(String::len).sum();
    println!(
        "{} documents, {:.1} MB of text, {} terms, medians of {ROUNDS} rounds in turn",
        documents.len(),
        bytes as f64 / 1e6,
        terms.len()
    );

    let identity = Identity { kind: Kind::Strategy, ics: None, ics_name: None, edition: None, title: None };
    let mut pass = Vec::new();
    let mut analysis = Vec::new();
    let mut answers = Vec::new();
    for _ in 0..ROUNDS {
        pass.push(timed(|| lowered.iter().map(|text| count(&automaton, text)).sum::<usize>()));
        // A rubric of its own each time: what one document teaches of spelling serves the next, as in a run, and no more.
        let rubric = Rubric::hpig_2024();
        analysis.push(timed(|| {
            documents.iter().map(|document| planaudit::Analysis::of(document, &rubric).passages.len()).sum::<usize>()
        }));
        let rubric = Rubric::hpig_2024();
        answers.push(timed(|| {
            let assess = |document| planaudit::assess::assess(document, "bench", "", &identity, &rubric).answers.len();
            documents.iter().map(assess).sum::<usize>()
        }));
    }
    let (pass, analysis, answers) = (median(pass), median(analysis), median(answers));
    let ratio = |time: Duration| time.as_secs_f64() / pass.as_secs_f64();
    println!("one aho-corasick pass        {:8.2} ms", pass.as_secs_f64() * 1e3);
    println!("analysis before the rules    {:8.2} ms  {:.2} passes", analysis.as_secs_f64() * 1e3, ratio(analysis));
    println!("everything after reading     {:8.2} ms  {:.2} passes", answers.as_secs_f64() * 1e3, ratio(answers));
}

/// All matches, overlapping ones too: the same work the matcher does.
fn count(automaton: &AhoCorasick, text: &str) -> usize {
    automaton.find_overlapping_iter(text).count()
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Every term and look-alike of the built-in lexicons, lower case.
fn terms() -> Vec<String> {
    let mut terms = Vec::new();
    for (path, text) in &Files::hpig_2024().files {
        if !path.starts_with("lexicons/") {
            continue;
        }
        let lexicon: toml::Table = toml::from_str(text).expect("the built-in lexicons are TOML");
        let concepts = lexicon.get("concept").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        for concept in &concepts {
            for key in ["terms", "not"] {
                let written = concept.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
                terms.extend(
                    written
                        .iter()
                        .filter_map(toml::Value::as_str)
                        .map(|term| term.trim_start_matches('=').to_lowercase()),
                );
            }
        }
    }
    terms.sort();
    terms.dedup();
    terms
}

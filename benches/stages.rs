//! Time of each stage on the same documents.

mod corpus;

use std::sync::OnceLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use planaudit::corpus::{Identity, Kind};
use planaudit::matcher::Matches;
use planaudit::outline::Outline;
use planaudit::passage::passages;
use planaudit::read::{Document, read_file};
use planaudit::text::Text;
use planaudit::{Analysis, Rubric};

fn main() {
    divan::main();
}

fn rubric() -> &'static Rubric {
    static RUBRIC: OnceLock<Rubric> = OnceLock::new();
    RUBRIC.get_or_init(Rubric::hpig_2024)
}

fn documents() -> &'static [Document] {
    static DOCUMENTS: OnceLock<Vec<Document>> = OnceLock::new();
    DOCUMENTS.get_or_init(corpus::documents)
}

fn texts() -> &'static [Text] {
    static TEXTS: OnceLock<Vec<Text>> = OnceLock::new();
    TEXTS.get_or_init(|| documents().iter().map(Text::of).collect())
}

fn size() -> BytesCount {
    BytesCount::new(texts().iter().map(|text| text.as_str().len()).sum::<usize>())
}

#[divan::bench]
fn a_compile_rubric() -> Rubric {
    Rubric::hpig_2024()
}

#[divan::bench(sample_count = 5)]
fn b_read(bencher: Bencher<'_, '_>) {
    let entries = planaudit::corpus::find(&corpus::folder()).expect("a folder with documents");
    bencher.counter(size()).bench(|| entries.iter().filter_map(|entry| read_file(&entry.file).ok()).count());
}

#[divan::bench]
fn c_text(bencher: Bencher<'_, '_>) {
    bencher
        .counter(size())
        .bench(|| documents().iter().map(|document| Text::of(black_box(document)).as_str().len()).sum::<usize>());
}

#[divan::bench]
fn d_tokens(bencher: Bencher<'_, '_>) {
    let vocabulary = rubric().lexicon.vocabulary();
    bencher
        .counter(size())
        .bench(|| texts().iter().map(|text| vocabulary.tokenise(text.as_str()).len()).sum::<usize>());
}

#[divan::bench]
fn e_passages(bencher: Bencher<'_, '_>) {
    let vocabulary = rubric().lexicon.vocabulary();
    let tokens: Vec<_> = texts().iter().map(|text| vocabulary.tokenise(text.as_str())).collect();
    bencher.counter(size()).bench(|| {
        let cut = |(text, tokens)| passages(text, &Outline::of(text), tokens).len();
        texts().iter().zip(&tokens).map(|(text, tokens)| cut((text, tokens.as_slice()))).sum::<usize>()
    });
}

#[divan::bench]
fn f_matches(bencher: Bencher<'_, '_>) {
    let vocabulary = rubric().lexicon.vocabulary();
    let tokens: Vec<_> = texts().iter().map(|text| vocabulary.tokenise(text.as_str())).collect();
    bencher
        .counter(size())
        .bench(|| tokens.iter().for_each(|tokens| drop(black_box(Matches::find(&rubric().lexicon, tokens)))));
}

#[divan::bench]
fn g_analysis(bencher: Bencher<'_, '_>) {
    bencher
        .counter(size())
        .bench(|| documents().iter().map(|document| Analysis::of(document, rubric()).passages.len()).sum::<usize>());
}

#[divan::bench]
fn h_assess(bencher: Bencher<'_, '_>) {
    let identity = Identity { kind: Kind::Strategy, ics: None, ics_name: None, edition: None, title: None };
    bencher.counter(size()).bench(|| {
        let assess = |document| planaudit::assess::assess(document, "bench", "", &identity, rubric()).answers.len();
        documents().iter().map(assess).sum::<usize>()
    });
}

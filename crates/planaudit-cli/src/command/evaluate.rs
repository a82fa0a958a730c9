//! `planaudit evaluate`.

mod marks;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use planaudit::evaluate::{self, Evaluation, Measure, Of, bootstrap};
use planaudit::rubric::{AnswerKind, Status};

use crate::args::Evaluate;
use crate::command::table::{Layout, Table};

pub(super) fn run(args: &Evaluate) -> anyhow::Result<ExitCode> {
    let assessment = super::assessment(&args.assessment)?;
    let evaluation = match (&args.gold, &args.coders[..]) {
        (Some(gold), []) => evaluate::evaluate(&assessment, gold)?,
        (Some(gold), [coder]) => evaluate::evaluate_coder(&assessment, gold, coder)?,
        (None, [first, second]) => evaluate::evaluate_between(&assessment, first, second)?,
        (Some(_), _) => anyhow::bail!("with --gold one --coder is compared; give only one"),
        (None, _) => anyhow::bail!("without --gold two coders are compared; give --coder twice"),
    };
    if let Some(file) = &args.json {
        let mut bytes = serde_json::to_vec_pretty(&evaluation)?;
        bytes.push(b'\n');
        std::fs::write(file, bytes)
            .with_context(|| format!("{}: cannot be written; check the folder", file.display()))?;
    }
    let layout = if args.markdown { Layout::Markdown } else { Layout::Columns };
    let mut out = std::io::stdout().lock();
    match out.write_all(text(&evaluation, layout, args.by_question).as_bytes()).and_then(|()| out.flush()) {
        // The reader at the other end of a pipe has seen enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    for name in &evaluation.missing {
        eprintln!("not compared: the key of {name}: no document of that name in the assessment");
    }
    Ok(if evaluation.missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn text(evaluation: &Evaluation, layout: Layout, by_question: bool) -> String {
    let mut text = String::new();
    let documents = evaluation.documents.len();
    let plural = if documents == 1 { "" } else { "s" };
    let _ = writeln!(text, "{documents} document{plural}: {}.", evaluation.documents.join(", "));
    let _ = writeln!(text, "Rubric {} {}.", evaluation.rubric, evaluation.version);
    if evaluation.not_assessed > 0 {
        let _ = writeln!(text, "Not assessed and taken for No: {}.", evaluation.not_assessed);
    }
    let mut used = marks::Used::default();
    let mut tables = vec![ratings(evaluation), overall(evaluation, &mut used)];
    if by_question {
        tables.push(questions(evaluation, &mut used));
    }
    for table in tables {
        text.push('\n');
        text.push_str(&table.print(layout));
    }
    text.push('\n');
    let drawn = bootstrap::REPLICATES;
    let _ = writeln!(text, "Intervals: 95 %, from {drawn} draws of whole documents with replacement.");
    text.push_str(&used.legend(layout));
    text
}

/// What was answered for what the key says: agreement without it can mislead.
fn ratings(evaluation: &Evaluation) -> Table {
    let mut table = Table::new(&["Ratings: the key says", "answered No", "Some", "Yes"]);
    for (level, row) in ["No", "Some", "Yes"].iter().zip(evaluation.ratings) {
        table.row(std::iter::once((*level).to_owned()).chain(row.iter().map(u32::to_string)));
    }
    table
}

fn overall(evaluation: &Evaluation, used: &mut marks::Used) -> Table {
    let mut table = Table::new(&["Over all questions", "n", "value", "interval"]);
    for score in &evaluation.overall {
        let name = format!("{}: {}", score.group, score.name);
        table.row([name, score.n.to_string(), used.value(score), used.interval(score)]);
    }
    table
}

/// A column of the questions' table: its head, and what it holds for a kind of answer.
type Column = (&'static str, fn(AnswerKind) -> Measure);

/// Options and flags share a column for F1.
const COLUMNS: [Column; 10] = [
    ("kappa", Measure::Kappa),
    ("AC", Measure::Ac2),
    ("alpha", Measure::Alpha),
    ("swaps", |_| Measure::Swaps),
    ("NPV", |kind| Measure::NegativePredictiveValue((kind == AnswerKind::Choice).then_some(kind))),
    ("F1", |kind| Measure::F1(if kind == AnswerKind::Flag { Of::Flags } else { Of::Options })),
    ("names F1", |_| Measure::F1(Of::Names)),
    ("evidence", |_| Measure::EvidenceRecall),
    ("distractors", |_| Measure::DistractorRate),
    ("shortlist", |_| Measure::ShortlistQuotes),
];

fn questions(evaluation: &Evaluation, used: &mut marks::Used) -> Table {
    let mut head = vec!["Question", "answer", "n", "exact", "interval"];
    head.extend(COLUMNS.iter().map(|(name, _)| *name));
    head.extend(["status", "proposed"]);
    let mut table = Table::new(&head);
    for question in &evaluation.questions {
        let kind = question.answer;
        let exact = question.score(Measure::Exact(kind));
        let mut cells = vec![question.question.clone(), kind_of(kind).to_owned(), question.documents.to_string()];
        cells.push(exact.map_or_else(String::new, |score| used.value(score)));
        cells.push(exact.map_or_else(String::new, |score| used.interval(score)));
        // What is not measured for this kind of answer stays empty.
        let mut cell = |measure| question.score(measure).map_or_else(String::new, |score| used.value(score));
        cells.extend(COLUMNS.iter().map(|(_, measure)| cell(measure(kind))));
        cells.extend([question.status, question.proposed].map(|status| trust(status).to_owned()));
        table.row(cells);
    }
    table
}

fn kind_of(answer: AnswerKind) -> &'static str {
    match answer {
        AnswerKind::Rag => "rating",
        AnswerKind::Flag => "flag",
        AnswerKind::One => "one",
        AnswerKind::Choice => "options",
        AnswerKind::Person => "person",
    }
}

fn trust(status: Status) -> &'static str {
    match status {
        Status::Automatic => "automatic",
        Status::Assist => "assist",
        Status::Manual => "manual",
    }
}

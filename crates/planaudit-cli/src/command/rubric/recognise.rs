//! `planaudit rubric recognise`.

use std::process::ExitCode;

use planaudit::evaluate::bank::{Recognition, Share, recognised};

use crate::args::RubricRecognise;
use crate::command::table::{Layout, Table};

pub(in crate::command) fn recognise(args: &RubricRecognise) -> anyhow::Result<ExitCode> {
    let rubric = crate::command::rubric(args.rubric.as_deref())?;
    let recognitions = recognised(&args.bank, &rubric)?;
    let layout = if args.markdown { Layout::Markdown } else { Layout::Columns };
    crate::command::print(|out| {
        out.write_all(table(&recognitions, args.by_question).print(layout).as_bytes())?;
        if args.missed {
            for recognition in recognitions.iter().filter(|recognition| !recognition.missed.is_empty()) {
                writeln!(out, "{}: {}", recognition.question, recognition.missed.join(" "))?;
            }
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

fn table(recognitions: &[Recognition], by_question: bool) -> Table {
    let mut table =
        Table::new(&["Passages that", "count outright: found", "count loosely: found", "do not count: refused"]);
    let mut row = |name: &str, shares: [Share; 3]| table.row(std::iter::once(name.to_owned()).chain(shares.map(cell)));
    if by_question {
        for recognition in recognitions {
            row(&recognition.question, [recognition.outright, recognition.loose, recognition.refused]);
        }
    }
    let over_all = |of: fn(&Recognition) -> Share| recognitions.iter().map(of).fold(Share::default(), Share::and);
    row("over all questions", [over_all(|r| r.outright), over_all(|r| r.loose), over_all(|r| r.refused)]);
    table
}

fn cell(share: Share) -> String {
    match share.value() {
        Some(value) => format!("{value:.2} ({} of {})", share.right, share.of),
        None => "–".to_owned(),
    }
}

//! `planaudit answers`.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use planaudit::Assessment;
use planaudit::coder::{self, AnswersError, Incoming, Texts};

use crate::args::ImportAnswers;

pub(super) fn import(args: &ImportAnswers) -> anyhow::Result<ExitCode> {
    let mut assessment = super::assessment(&args.assessment)?;
    let name = args.file.display().to_string();
    let lines = std::fs::read_to_string(&args.file)
        .with_context(|| format!("{name}: cannot be read; give a file of JSON Lines in UTF-8"))?;
    let texts = match (&args.corpus, &args.texts) {
        (Some(corpus), _) => Texts::Corpus(corpus.clone()),
        (None, Some(folder)) => Texts::Folder(folder.clone()),
        (None, None) => anyhow::bail!("quotes are checked against the text; give --corpus or --texts"),
    };
    let incoming = Incoming { file: &name, lines: &lines, coder: &args.coder, document: args.document.as_deref() };
    let imported = match coder::import(&mut assessment, &incoming, &texts) {
        Ok(imported) => imported,
        Err(AnswersError::Faults(faults)) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            eprintln!("planaudit: {} faults; nothing was imported", faults.len());
            return Ok(ExitCode::from(2));
        }
        Err(error) => return Err(error.into()),
    };
    let out = args.out.as_deref().unwrap_or(&args.assessment);
    rewrite(&assessment, out).with_context(|| format!("{}: cannot be written; check the folder", out.display()))?;
    println!(
        "{}: {} answers with {} quotes, all in the text; written to {}",
        args.coder.trim(),
        imported.answers,
        imported.quotes,
        out.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes beside the file and renames, so that a failure on the way leaves the old assessment whole.
fn rewrite(assessment: &Assessment, file: &Path) -> anyhow::Result<()> {
    let mut bytes = serde_json::to_vec_pretty(assessment)?;
    bytes.push(b'\n');
    let mut beside = file.as_os_str().to_owned();
    beside.push(".part");
    let mut part = std::fs::File::create(&beside)?;
    part.write_all(&bytes)?;
    part.sync_all()?;
    std::fs::rename(&beside, file)?;
    Ok(())
}

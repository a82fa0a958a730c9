//! The committed table of agreement with the project's own answer keys.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::planaudit::planaudit;
use crate::step::root;

/// Documents never used for tuning; every other one of the gold set may have been.
const HELD_OUT: [&str; 14] =
    ["G5", "G6", "G11", "G12", "G15", "G18", "G19", "G24", "G26", "G29", "G35", "G36", "G37", "G38"];

const HEAD: &str = "\
# Agreement with careful readers

How the rubric's answers compare with the answer keys of [the gold set](../tests/gold/README.md): fictional plans, each
read by a careful reader. Written by `cargo xtask agreement`; not for editing by hand.

AC is Gwet's AC2 of ratings and his AC1 of the others; kappa is weighted (quadratic) for ratings, Cohen's for the others;
alpha is Krippendorff's, ordinal for ratings, nominal for the others. NPV is the share of answers *No* and *absent* that
the key confirms; of a question with options, of the options not reported. A rating of *Yes* for *No* or *No* for *Yes*
is a swap. Few documents make wide intervals, and intervals from fewer than ten are still too narrow.
";

const HELD_OUT_NOTE: &str = "\
The figures to trust: no rule was written or changed with these documents in view. They are not broken down by question,
so that nobody learns from here which answers are wrong.
";

const PASSAGES_NOTE: &str = "\
[Passages](../tests/gold/passages/README.md) written without sight of the rules, each judged for one question. Nobody looked at
these while rules were written.
";

const TUNED_NOTE: &str = "\
Rules were changed after looking at wrong answers on these, so that the figures flatter, and so does the last column, the status
that a question's agreement here speaks for (`planaudit::evaluate::proposed_status`): never automatic on fewer than twelve
documents. What counts is what the held-out documents speak for, above.
";

/// Writes `docs/agreement.md`, or fails when it is not what would be written.
pub(crate) fn run(check: bool, program: Option<&Path>) -> anyhow::Result<()> {
    let gold = root().join("tests/gold");
    let (held_out, tuned): (Vec<String>, Vec<String>) =
        keys(&gold)?.into_iter().partition(|name| HELD_OUT.contains(&name.as_str()));
    let held_out = evaluated(&gold, "held-out", &held_out, false, program)?;
    let statuses = statuses("held-out", program)?;
    let tuned = evaluated(&gold, "tuned", &tuned, true, program)?;
    let passages = |half: &str, more: &[&str]| {
        let bank = gold.join("passages").join(half).display().to_string();
        planaudit(program, &[&["rubric", "recognise", &bank, "--markdown"], more].concat())
    };
    let passages_held_out = passages("held_out.jsonl", &[])?;
    let passages_tuned = passages("tuning.jsonl", &["--by-question"])?;
    let table = format!(
        "{HEAD}\n## Held-out documents\n\n{HELD_OUT_NOTE}\n{held_out}\n{statuses}\n## Held-out single passages\n\n{PASSAGES_NOTE}\n\
         {passages_held_out}\n## Documents used for tuning\n\n{TUNED_NOTE}\n{tuned}\n## Single passages used for tuning\n\n\
         {passages_tuned}"
    );
    let file = root().join("docs/agreement.md");
    if !check {
        return fs::write(&file, table).with_context(|| format!("{} cannot be written", file.display()));
    }
    if fs::read_to_string(&file).unwrap_or_default() != table {
        bail!("docs/agreement.md is not current; run `cargo xtask agreement` and commit it");
    }
    println!("docs/agreement.md is current");
    Ok(())
}

/// What the agreement of a set already evaluated speaks for, question by question; nothing more of them is told.
fn statuses(set: &str, program: Option<&Path>) -> anyhow::Result<String> {
    let folder = root().join("target/agreement").join(set);
    let figures = folder.join("figures.json");
    let [folder, assessment, file] =
        [&folder, &folder.join("assessment.json"), &figures].map(|path| path.display().to_string());
    planaudit(program, &["evaluate", &assessment, "--gold", &folder, "--json", &file])?;
    let text = fs::read_to_string(&figures).with_context(|| format!("{file} cannot be read"))?;
    let evaluation: serde_json::Value = serde_json::from_str(&text).with_context(|| format!("{file} is not JSON"))?;
    let questions = evaluation["questions"].as_array().context("the evaluation has no questions")?;
    let mut told = String::from(
        "What these documents speak for, question by question (`planaudit::evaluate::proposed_status`), figures left out:\n\n",
    );
    for (status, meaning) in [
        ("automatic", "as good as a careful reader on at least twelve documents"),
        ("assist", "read the passages and confirm"),
        ("manual", "answer it yourself, with the passages as a help"),
    ] {
        let ids = questions.iter().filter(|question| question["proposed"] == status);
        let ids: Vec<String> = ids.filter_map(|one| Some(format!("`{}`", one["question"].as_str()?))).collect();
        let ids = if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
        told.extend(["- *", status, "* (", meaning, "): ", &ids, "\n"]);
    }
    told.push_str(
        "\nQuestions that these documents call *manual* are so in the rubric. None is *automatic* there before it has shown as much on\n\
         real plans, of which too few have keys.\n",
    );
    Ok(told)
}

/// Names of the documents that have a key, in order.
fn keys(gold: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(gold).with_context(|| format!("{} cannot be read", gold.display()))? {
        let name = entry?.file_name();
        names.extend(name.to_str().and_then(|name| name.strip_suffix(".labels.jsonl")).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// The figures of some of the documents, as Markdown.
fn evaluated(
    gold: &Path,
    set: &str,
    names: &[String],
    by_question: bool,
    program: Option<&Path>,
) -> anyhow::Result<String> {
    // A folder of their own, so that no other file is assessed or compared.
    let folder = root().join("target/agreement").join(set);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for name in names.iter().flat_map(|name| [format!("{name}.md"), format!("{name}.labels.jsonl")]) {
        let from = gold.join(&name);
        fs::copy(&from, folder.join(&name)).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    let assessment = folder.join("assessment.json");
    let [folder, assessment] = [&folder, &assessment].map(|path| path.display().to_string());
    planaudit(program, &["audit", "--quiet", &folder, "--json", &assessment])?;
    let mut arguments = vec!["evaluate", &assessment, "--gold", &folder, "--markdown"];
    if by_question {
        arguments.push("--by-question");
    }
    planaudit(program, &arguments)
}

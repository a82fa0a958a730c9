//! What the command takes.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use planaudit::corpus::Kind;

/// Answers a survey about babies, children and young people from the text of health plans, with the passage and page
/// behind every answer.
#[derive(Debug, Parser)]
#[command(name = "planaudit", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Answer every question of the rubric for every document, and write the report.
    Audit(Audit),
    /// Compare answers with the keys of careful readers.
    Evaluate(Evaluate),
    /// Print a file's text as the engine sees it, with pages and sections.
    Text(TextOf),
    /// Print what each page of a file held and how it could be read.
    Pages(PagesOf),
    /// Search the passages of a corpus.
    Search(Search),
    /// Write each document's questions with their best passages, for another coder to answer.
    Shortlist(Shortlist),
    /// Take in what another coder answered.
    #[command(subcommand)]
    Answers(AnswersCommand),
    /// Work on a rubric.
    #[command(subcommand)]
    Rubric(RubricCommand),
}

/// Exit status: 0 when every file was read, 1 when some were not, 2 when nothing was done.
#[derive(Debug, ClapArgs)]
pub(crate) struct Audit {
    /// Files and folders: PDF, DOCX, PPTX, ODT, HTML, Markdown, text.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What every file is: strategy, jfp or other. Otherwise corpus.toml or the text says.
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    /// Whose every file is: an ODS code or a system's name.
    #[arg(long, value_name = "CODE")]
    pub(crate) ics: Option<String>,
    /// The year every file begins to cover.
    #[arg(long, value_name = "YEAR")]
    pub(crate) edition: Option<String>,
    /// Folder for index.html and the CSV tables.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// File for the assessment.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    /// Folder for each document's text, against which every quote can be checked.
    #[arg(long, value_name = "DIR")]
    pub(crate) text: Option<PathBuf>,
    /// A rubric of your own instead of the built-in one.
    #[arg(long, value_name = "DIR")]
    pub(crate) rubric: Option<PathBuf>,
    /// Threads; as many as there are cores unless given.
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "N")]
    pub(crate) threads: usize,
    /// No progress bar and no summary.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// Exit status: 0 when every key had a document, 1 when some had none, 2 when nothing was compared.
#[derive(Debug, ClapArgs)]
#[command(group = clap::ArgGroup::new("other").required(true).multiple(true).args(["gold", "coders"]))]
pub(crate) struct Evaluate {
    /// The assessment, as audit --json wrote it.
    #[arg(value_name = "ASSESSMENT")]
    pub(crate) assessment: PathBuf,
    /// Folder of answer keys: plan.labels.jsonl for plan.pdf.
    #[arg(long, value_name = "DIR")]
    pub(crate) gold: Option<PathBuf>,
    /// Whose answers to compare: with --gold, one (the rules unless given); without, two, the first standing for the key.
    /// The rules' own go by `rules`, the others by the names they were imported under.
    #[arg(long = "coder", value_name = "NAME")]
    pub(crate) coders: Vec<String>,
    /// File for all figures, with every interval.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    /// Also print each question's figures and the status they speak for.
    #[arg(long)]
    pub(crate) by_question: bool,
    /// Print Markdown tables.
    #[arg(long)]
    pub(crate) markdown: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct TextOf {
    /// The file, or a folder of web pages from one site.
    pub(crate) file: PathBuf,
    /// The text alone, exactly as quotes are cut from it.
    #[arg(long)]
    pub(crate) plain: bool,
}

/// Exit status: 0 when every page could be read, 1 when some could not, 2 on an error.
#[derive(Debug, ClapArgs)]
pub(crate) struct PagesOf {
    /// The file, or a folder of web pages from one site.
    pub(crate) file: PathBuf,
    /// The ledger as it stands in the assessment.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Exit status: 0 when something was found, 1 when nothing was, 2 on an error.
#[derive(Debug, ClapArgs)]
pub(crate) struct Search {
    /// A file or folder.
    pub(crate) corpus: PathBuf,
    /// Words, "phrases", AND, OR, NOT (or a leading minus), ( ). Words side by side must all be there, in any inflection.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// Keep the index in this folder, and use it again while the corpus is unchanged.
    #[arg(long, value_name = "DIR")]
    pub(crate) index: Option<PathBuf>,
    /// How many passages to print.
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub(crate) top: usize,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Shortlist {
    /// What `planaudit audit --json` wrote.
    pub(crate) assessment: PathBuf,
    /// Passages a question.
    #[arg(long, default_value_t = 15, value_name = "N")]
    pub(crate) top: usize,
    /// Folder for a JSON Lines and a Markdown file a document.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AnswersCommand {
    /// Add a coder's answers beside the rules' own: all of them, or none when any line is at fault.
    Import(ImportAnswers),
}

/// Exit status: 0 when the answers were taken in, 2 when not.
#[derive(Debug, ClapArgs)]
#[command(group = clap::ArgGroup::new("text").required(true))]
pub(crate) struct ImportAnswers {
    /// JSON Lines in the form of the answer keys: question, verdict, options, `option_evidence`, people, evidence, why.
    pub(crate) file: PathBuf,
    /// What `planaudit audit --json` wrote.
    #[arg(long, value_name = "FILE")]
    pub(crate) assessment: PathBuf,
    /// Who answered.
    #[arg(long, value_name = "NAME")]
    pub(crate) coder: String,
    /// The files that were audited: check quotes against these, read again.
    #[arg(long, value_name = "PATH", group = "text")]
    pub(crate) corpus: Option<PathBuf>,
    /// What `planaudit audit --text` wrote: check quotes against these.
    #[arg(long, value_name = "DIR", group = "text")]
    pub(crate) texts: Option<PathBuf>,
    /// Document of lines that do not name theirs, as its path stands in the assessment.
    #[arg(long, value_name = "PATH")]
    pub(crate) document: Option<String>,
    /// Write the assessment here and leave the old one as it is.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RubricCommand {
    /// Run every example of a rubric and report faults with file, line and column.
    Check {
        /// The rubric's folder; the built-in rubric unless given.
        dir: Option<PathBuf>,
    },
    /// Write the decision guide: a page for each question, with worked passages.
    Guide {
        /// The rubric's folder; the built-in rubric unless given.
        dir: Option<PathBuf>,
        /// Folder for the pages; made if need be.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Show which answers an edit of a rubric changes, with the passages gained and lost.
    Diff(RubricDiff),
    /// Show what each rule and term contributes: the answers that change when it is taken away.
    Ablate(RubricAblate),
    /// Show what share of a bank of judged single passages is recognised: evidence found, look-alikes refused.
    Recognise(RubricRecognise),
}

/// A bank holds a passage a line, with its question and what a reader makes of it; see tests/gold/passages.
#[derive(Debug, ClapArgs)]
pub(crate) struct RubricRecognise {
    /// The bank, JSON Lines.
    pub(crate) bank: PathBuf,
    /// The rubric's folder; the built-in rubric unless given.
    #[arg(long, value_name = "DIR")]
    pub(crate) rubric: Option<PathBuf>,
    /// Also each question by itself.
    #[arg(long)]
    pub(crate) by_question: bool,
    /// Also the ids of the passages judged otherwise than by the reader.
    #[arg(long)]
    pub(crate) missed: bool,
    /// Tables as Markdown.
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// Exit status: 0 when no answer changes, 1 when some do, 2 on an error.
#[derive(Debug, ClapArgs)]
pub(crate) struct RubricDiff {
    /// The rubric's folder before; `built-in` for the built-in rubric.
    pub(crate) before: PathBuf,
    /// The rubric's folder after; `built-in` for the built-in rubric.
    pub(crate) after: PathBuf,
    /// Files and folders to answer for.
    #[arg(required = true, value_name = "CORPUS")]
    pub(crate) corpus: Vec<PathBuf>,
    /// Only this question.
    #[arg(long, value_name = "ID")]
    pub(crate) question: Option<String>,
    /// What every file is: strategy, jfp or other. Otherwise corpus.toml or the text says.
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    /// Also show answers that stay the same but rest on other passages.
    #[arg(long)]
    pub(crate) passages: bool,
    /// Threads; as many as there are cores unless given.
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "N")]
    pub(crate) threads: usize,
}

/// Rules cost little; each term that occurs costs a compiled rubric and an analysis of every document, a few minutes for
/// all questions and six plans. `--question` makes it seconds.
#[derive(Debug, ClapArgs)]
pub(crate) struct RubricAblate {
    /// Files and folders to answer for.
    #[arg(required = true, value_name = "CORPUS")]
    pub(crate) corpus: Vec<PathBuf>,
    /// The rubric's folder; the built-in rubric unless given.
    #[arg(long, value_name = "DIR")]
    pub(crate) rubric: Option<PathBuf>,
    /// Only this question.
    #[arg(long, value_name = "ID")]
    pub(crate) question: Option<String>,
    /// Folder of answer keys: also show how agreement changes.
    #[arg(long, value_name = "DIR")]
    pub(crate) gold: Option<PathBuf>,
    /// What every file is: strategy, jfp or other. Otherwise corpus.toml or the text says.
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    /// Also list the terms that occur in no document.
    #[arg(long)]
    pub(crate) unseen: bool,
    /// Threads; as many as there are cores unless given.
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "N")]
    pub(crate) threads: usize,
}

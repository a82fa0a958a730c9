//! Assessing: every question that applies, asked of every document that can be read.

mod answer;
mod coverage;
mod search;
mod shared;

use std::borrow::Borrow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use planaudit_read::Document;
use sha2::{Digest, Sha256};

use crate::analysis::Analysis;
use crate::assessment::{Answer, AssessedDocument, Assessment, Unread};
use crate::corpus::{self, CorpusError, Entry, Given, Identity, Kind, ReadFile, Registry};
use crate::likeness::Likeness;
use crate::rubric::{Question, Rubric};
use crate::text::Text;

/// How a run is done.
#[derive(Default)]
pub struct Options<'o> {
    /// What the user says of all files.
    pub given: Given,
    /// Threads; 0 for as many as there are cores.
    pub threads: usize,
    /// Called after each file with how many are done and how many there are; may ask to stop by answering false.
    pub progress: Option<&'o (dyn Fn(usize, usize) -> bool + Sync)>,
}

/// Audits files and folders.
///
/// Files that cannot be read are listed in [`Assessment::unread`]; they never cost the others their results.
///
/// # Errors
/// Only when a path does not exist or holds nothing to read.
///
/// ```no_run
/// let rubric = planaudit::Rubric::hpig_2024();
/// let assessment = planaudit::audit(&["plans".as_ref()], &rubric, &planaudit::Options::default())?;
/// println!("{} documents", assessment.documents.len());
/// # Ok::<(), planaudit::CorpusError>(())
/// ```
pub fn audit(paths: &[&Path], rubric: &Rubric, options: &Options<'_>) -> Result<Assessment, CorpusError> {
    Ok(audit_entries(&corpus::find_all(paths)?, rubric, options))
}

/// Audits files that have been found; results in their order.
pub fn audit_entries(entries: &[Entry], rubric: &Rubric, options: &Options<'_>) -> Assessment {
    let registry = Registry::built_in();
    let one = |entry: &Entry| {
        ReadFile::of(entry, &options.given, &registry).map(|file| assess_file(&file, rubric, entries.len() > 1))
    };
    gathered(each(entries, options, |entry| &entry.path, one), rubric)
}

/// Audits files that have been read; what the user says of them was heard when they were.
///
/// ```no_run
/// use planaudit::corpus::{self, Given, ReadFile, Registry};
///
/// let (given, registry) = (Given::default(), Registry::built_in());
/// let entries = corpus::find("plans".as_ref())?;
/// let files: Vec<_> = entries.iter().filter_map(|entry| ReadFile::of(entry, &given, &registry).ok()).collect();
/// let rubric = planaudit::Rubric::hpig_2024();
/// let assessment = planaudit::assess::audit_files(&files, &rubric, &planaudit::Options::default());
/// # Ok::<(), planaudit::CorpusError>(())
/// ```
pub fn audit_files(files: &[impl Borrow<ReadFile> + Sync], rubric: &Rubric, options: &Options<'_>) -> Assessment {
    let one = |file: &_| Ok(assess_file(Borrow::borrow(file), rubric, files.len() > 1));
    let results = each(files, options, |file| &file.borrow().path, one);
    gathered(results, rubric)
}

/// An assessed file, and of several its text cut into windows, by which what they share is found.
type AssessedFile = (AssessedDocument, Option<shared::Windows>);

fn assess_file(file: &ReadFile, rubric: &Rubric, one_of_several: bool) -> AssessedFile {
    let analysis = Analysis::of(&file.document, rubric);
    let windows = one_of_several.then(|| shared::Windows::of(analysis.text.as_str()));
    (assess_analysed(&file.document, &analysis, &file.path, &file.sha256, &file.identity), windows)
}

/// Takes every file through `one` side by side, telling of progress, until told to stop.
fn each<T: Sync>(
    files: &[T],
    options: &Options<'_>,
    path: impl Fn(&T) -> &str + Sync,
    one: impl Fn(&T) -> Result<AssessedFile, Unread> + Sync,
) -> Vec<Result<AssessedFile, Unread>> {
    let done = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    corpus::each(files, options.threads, |file| {
        if stopped.load(Ordering::Relaxed) {
            let reason = "stopped before it was read; run it again".to_owned();
            return Err(Unread { path: path(file).to_owned(), reason });
        }
        let result = one(file);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(progress) = options.progress
            && !progress(done, files.len())
        {
            stopped.store(true, Ordering::Relaxed);
        }
        result
    })
}

fn gathered(results: Vec<Result<AssessedFile, Unread>>, rubric: &Rubric) -> Assessment {
    let mut assessment = Assessment {
        planaudit: env!("CARGO_PKG_VERSION").to_owned(),
        rubric: rubric.stamp.clone(),
        documents: Vec::new(),
        unread: Vec::new(),
    };
    let mut windows = Vec::new();
    for result in results {
        match result {
            Ok((document, its_windows)) => {
                assessment.documents.push(document);
                windows.extend(its_windows);
            }
            Err(unread) => assessment.unread.push(unread),
        }
    }
    if windows.len() > 1 {
        shared::mark(&mut assessment.documents, &windows);
    }
    assessment
}

/// Lower-case hexadecimal digits of bytes.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Assesses one document that has been read.
pub fn assess(document: &Document, path: &str, sha256: &str, identity: &Identity, rubric: &Rubric) -> AssessedDocument {
    assess_analysed(document, &Analysis::of(document, rubric), path, sha256, identity)
}

/// Assesses a document that has been analysed.
fn assess_analysed(
    document: &Document,
    analysis: &Analysis<'_>,
    path: &str,
    sha256: &str,
    identity: &Identity,
) -> AssessedDocument {
    let asked = Asked::of(document, analysis, sha256);
    let answers = analysis.rubric.asked_of(identity.kind).map(|question| asked.answer(question)).collect();
    AssessedDocument {
        path: path.to_owned(),
        sha256: sha256.to_owned(),
        ics: identity.ics.clone(),
        ics_name: identity.ics_name.clone(),
        kind: identity.kind,
        edition: identity.edition.clone(),
        title: identity.title.clone(),
        format: document.format,
        pages: document.pages.len(),
        words: document.words(),
        readable: document.readable(),
        page_ledger: document.pages.clone(),
        answers,
        leads: asked.leads.iter().map(|lead| answer::lead(analysis, lead)).collect(),
        targets: crate::targets::find(analysis).into_iter().map(|target| answer::target(analysis, target)).collect(),
        coders: Vec::new(),
    }
}

/// A document ready to be asked: all that its answers share.
pub(crate) struct Asked<'a> {
    analysis: &'a Analysis<'a>,
    likeness: Likeness,
    leads: Vec<crate::leads::FoundLead>,
    search: search::Search,
    coverage: coverage::Coverage,
    sha256: &'a str,
}

impl<'a> Asked<'a> {
    pub(crate) fn of(document: &Document, analysis: &'a Analysis<'a>, sha256: &'a str) -> Self {
        Self {
            analysis,
            likeness: Likeness::of(analysis),
            leads: crate::leads::find(analysis),
            search: search::Search::of(document, analysis),
            coverage: coverage::Coverage::of(document),
            sha256,
        }
    }

    /// The answer to a question.
    pub(crate) fn answer(&self, question: &Question) -> Answer {
        answer::answer(self, question)
    }
}

/// Assesses a text in memory, as a document of a kind.
///
/// ```
/// use planaudit::{Rubric, assess_text, corpus::Kind};
/// let rubric = Rubric::hpig_2024();
/// let text = "# Start well\n\nAn easy read version of this strategy is on our website.\n";
/// let document = assess_text(text, Kind::Strategy, &rubric);
/// assert_eq!(document.answer("cp.easy_read").unwrap().verdict.as_ref().unwrap().as_str(), "yes");
/// ```
pub fn assess_text(text: &str, kind: Kind, rubric: &Rubric) -> AssessedDocument {
    let document = planaudit_read::read_text(text);
    let sha256 = hex(&Sha256::digest(text.as_bytes()));
    let identity = Identity { kind, ics: None, ics_name: None, edition: None, title: None };
    assess(&document, "text", &sha256, &identity, rubric)
}

/// The text that quotes are cut from, as `planaudit audit --text` writes it.
pub fn text_of(document: &Document) -> String {
    Text::of(document).as_str().to_owned()
}

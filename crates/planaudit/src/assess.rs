//! Assessing: every question that applies, asked of every document that can be read.

mod answer;
mod coverage;
mod search;
mod shared;

use std::path::Path;

use planaudit_read::{Document, ReadError, Source};
use sha2::{Digest, Sha256};

use crate::analysis::Analysis;
use crate::assessment::{Answer, AssessedDocument, Assessment, Unread};
use crate::corpus::{self, CorpusError, Entry, Given, Identity, Kind, Registry};
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
    let mut entries = Vec::new();
    for path in paths {
        entries.extend(corpus::find(path)?);
    }
    entries.sort_by(|a, b| (&a.path, &a.file).cmp(&(&b.path, &b.file)));
    let registry = Registry::built_in();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let stopped = std::sync::atomic::AtomicBool::new(false);
    let total = entries.len();
    let one = |entry: &Entry| {
        if stopped.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(Unread {
                path: entry.path.clone(),
                reason: "stopped before it was read; run it again".to_owned(),
            });
        }
        let result = assess_entry(entry, rubric, &options.given, &registry, total > 1);
        let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        if let Some(progress) = options.progress
            && !progress(done, total)
        {
            stopped.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        result
    };
    let mut assessment = Assessment {
        planaudit: env!("CARGO_PKG_VERSION").to_owned(),
        rubric: rubric.stamp.clone(),
        documents: Vec::new(),
        unread: Vec::new(),
    };
    let mut windows = Vec::new();
    for result in corpus::each(&entries, options.threads, one) {
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
    Ok(assessment)
}

fn assess_entry(
    entry: &Entry,
    rubric: &Rubric,
    given: &Given,
    registry: &Registry,
    compared: bool,
) -> Result<(AssessedDocument, Option<shared::Windows>), Unread> {
    let (document, sha256) = read(&entry.file).map_err(|error| corpus::unread(entry, &error))?;
    let identity = corpus::identify(entry, &document, given, registry);
    let analysis = Analysis::of(&document, rubric);
    // One document has none to share its text with.
    let windows = compared.then(|| shared::Windows::of(analysis.text.as_str()));
    Ok((assess_analysed(&document, &analysis, &entry.path, &sha256, &identity), windows))
}

/// Reads a file once, for its document and the digest of its bytes.
pub(crate) fn read(file: &Path) -> Result<(Document, String), ReadError> {
    let source = Source::open(file)?;
    let sha256 = corpus::digest(&source);
    Ok((source.read()?, sha256))
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

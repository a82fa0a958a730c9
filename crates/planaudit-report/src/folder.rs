//! The report folder: every table and the page, each whole or not there.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use planaudit::{Assessment, Summary};

use crate::error::ReportError;
use crate::{evidence_csv, html, leads_csv, ratings_csv, summary_csv, targets_csv};

/// Writes `ratings.csv`, `evidence.csv`, `leads.csv`, `targets.csv`, `summary.csv` and `index.html` into a folder, which
/// is made if need be.
///
/// All six are written under temporary names first and renamed at the end: a run that fails leaves the files of the
/// run before it as they were.
pub fn write_folder(assessment: &Assessment, summary: &Summary, folder: &Path) -> Result<(), ReportError> {
    fs::create_dir_all(folder).map_err(|source| ReportError::Write { path: folder.to_owned(), source })?;
    let mut pending = Pending::default();
    pending.write(folder, "ratings.csv", |file| ratings_csv(assessment, file))?;
    pending.write(folder, "evidence.csv", |file| evidence_csv(assessment, file))?;
    pending.write(folder, "leads.csv", |file| leads_csv(assessment, file))?;
    pending.write(folder, "targets.csv", |file| targets_csv(assessment, file))?;
    pending.write(folder, "summary.csv", |file| summary_csv(summary, file))?;
    let page = html(assessment, summary)?;
    let path = folder.join("index.html");
    pending.write(folder, "index.html", |file| {
        file.write_all(page.as_bytes()).map_err(|source| ReportError::Write { path, source })
    })?;
    pending.publish()
}

/// Files written under temporary names; what is not published is taken away again.
#[derive(Default)]
struct Pending {
    files: Vec<(PathBuf, PathBuf)>,
}

impl Pending {
    fn write(
        &mut self,
        folder: &Path,
        name: &str,
        fill: impl FnOnce(&mut BufWriter<File>) -> Result<(), ReportError>,
    ) -> Result<(), ReportError> {
        let temporary = folder.join(format!(".{name}.part"));
        let failed = |source| ReportError::Write { path: temporary.clone(), source };
        let mut output = BufWriter::new(File::create(&temporary).map_err(failed)?);
        self.files.push((temporary.clone(), folder.join(name)));
        fill(&mut output)?;
        let written = output.into_inner().map_err(|error| failed(error.into_error()))?;
        // A rename may reach the disk before the bytes do.
        written.sync_all().map_err(failed)
    }

    fn publish(mut self) -> Result<(), ReportError> {
        for (temporary, path) in &self.files {
            fs::rename(temporary, path).map_err(|source| ReportError::Write { path: path.clone(), source })?;
        }
        self.files.clear();
        Ok(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        for (temporary, _) in &self.files {
            // The error that brought us here says more than a left-over file would.
            let _ = fs::remove_file(temporary);
        }
    }
}

//! Writes an [`Assessment`](planaudit::Assessment) for people: five CSV tables and one HTML file that explains every answer.
//!
//! ```no_run
//! # fn run(assessment: &planaudit::Assessment, summary: &planaudit::Summary) -> Result<(), planaudit_report::ReportError> {
//! planaudit_report::write_folder(assessment, summary, "report".as_ref())?;
//! # Ok(())
//! # }
//! ```
//!
//! The columns of the tables are a contract: those of today keep their names, their order and their place at the front.

mod error;
mod evidence;
mod folder;
mod html;
mod leads;
mod ratings;
mod summary;
mod table;
mod targets;

pub use error::ReportError;
pub use evidence::evidence_csv;
pub use folder::write_folder;
pub use html::{Cell, html};
pub use leads::leads_csv;
pub use ratings::ratings_csv;
pub use summary::summary_csv;
pub use targets::targets_csv;

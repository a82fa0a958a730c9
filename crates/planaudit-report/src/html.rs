//! `index.html`: one file that opens from disk, loads nothing, and explains every answer.
//!
//! The page is complete without its script: the matrix, the answers with their best passages, the leads, the national
//! table and the pages of each document are plain HTML. The script adds the full evidence, which is embedded once as
//! JSON. Everything that comes from a document is escaped: by the template, by [`payload::embed`], and in the script by
//! never making markup of text. A content policy that names the page's own style and script by digest stands behind.

mod aims;
mod answers;
mod cell;
mod directory;
mod heading;
mod matrix;
mod national;
mod others;
mod payload;
mod policy;
mod questions;
mod register;

pub use cell::Cell;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use planaudit::{Assessment, Summary};
use serde::Serialize;

use crate::error::ReportError;

const PAGE: &str = include_str!("front-end/report.html");
const PARTS: [(&str, &str); 7] = [
    ("matrix.html", include_str!("front-end/matrix.html")),
    ("answers.html", include_str!("front-end/answers.html")),
    ("leads.html", include_str!("front-end/leads.html")),
    ("targets.html", include_str!("front-end/targets.html")),
    ("national.html", include_str!("front-end/national.html")),
    ("register.html", include_str!("front-end/register.html")),
    ("filters.html", include_str!("front-end/filters.html")),
];
const STYLE: &str = concat!(
    include_str!("front-end/report.css"),
    include_str!("front-end/matrix.css"),
    include_str!("front-end/answer.css"),
    include_str!("front-end/print.css"),
);
const SCRIPT: &str = concat!(
    include_str!("front-end/elements.js"),
    include_str!("front-end/answer.js"),
    include_str!("front-end/filters.js"),
    include_str!("front-end/views.js"),
    include_str!("front-end/report.js"),
);

/// What the template sees.
#[derive(Serialize)]
struct View<'a> {
    policy: String,
    style: &'static str,
    script: &'static str,
    heading: heading::Heading<'a>,
    matrix: matrix::Matrix<'a>,
    answers: Vec<answers::DocumentAnswers<'a>>,
    leads: Vec<directory::Row<'a>>,
    targets: Vec<aims::Row<'a>>,
    national: Vec<national::Theme<'a>>,
    register: Vec<register::Row<'a>>,
    payload: String,
}

/// The report as one HTML page. The same assessment gives the same bytes.
pub fn html(assessment: &Assessment, summary: &Summary) -> Result<String, ReportError> {
    let questions = questions::of(assessment);
    let view = View {
        policy: policy::content_policy(STYLE, SCRIPT),
        style: STYLE,
        script: SCRIPT,
        heading: heading::of(assessment, &questions),
        matrix: matrix::of(assessment, &questions),
        answers: answers::of(assessment, &questions),
        leads: directory::of(assessment),
        targets: aims::of(assessment),
        national: national::of(assessment, summary, &questions),
        register: register::of(assessment),
        payload: payload::embed(assessment, &questions)?,
    };
    compose(&view).map_err(|source| ReportError::Compose { source })
}

fn compose(view: &View<'_>) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    for (name, source) in PARTS {
        environment.add_template(name, source)?;
    }
    environment.add_template("report.html", PAGE)?;
    environment.get_template("report.html")?.render(Serde(view))
}

//! A small assessment with everything in it that a report has to bear, markup and quotation marks among it.

use planaudit::{Assessment, Summary};

/// What a hostile document would put wherever it can.
pub(crate) const HOSTILE: &str = "</script><img src=x onerror=alert(1)>\"'&";

/// Two documents, five questions, one of each kind of answer.
pub(crate) fn assessment() -> Assessment {
    let hostile = serde_json::to_string(HOSTILE).expect("a string has a JSON form");
    let text = include_str!("assessment.json").replace("\"HOSTILE\"", &hostile);
    serde_json::from_str(&text).expect("the sample follows the assessment file")
}

/// The national table of [`assessment`].
pub(crate) fn summary() -> Summary {
    serde_json::from_str(include_str!("summary.json")).expect("the sample follows the summary")
}

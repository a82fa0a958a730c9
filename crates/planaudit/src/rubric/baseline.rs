//! Published figures, to stand beside our own.

use serde::Deserialize;

use crate::corpus::Kind;

/// `baseline.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The figures.
    #[serde(rename = "figure", default)]
    figures: Vec<Figure>,
}

/// One published figure.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Question id.
    pub question: String,
    /// For a share that names an option: which.
    pub option: Option<String>,
    /// The kind of document rated.
    pub kind: FigureKind,
    /// What the figure counts.
    pub category: Category,
    /// The value as published.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// How many answered, where known.
    pub base: Option<u32>,
    /// Where the base comes from.
    #[serde(default)]
    pub base_basis: Option<String>,
    /// Documents behind the value, where known.
    pub count: Option<u32>,
    /// Section of the report.
    #[serde(default)]
    pub section: Option<String>,
    /// Figure of the report.
    #[serde(default)]
    pub figure: Option<u32>,
    /// A reading note.
    #[serde(default)]
    pub note: Option<String>,
}

/// Which documents a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// Strategies.
    Strategy,
    /// Joint forward plans.
    Jfp,
    /// Both together.
    Both,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Category {
    /// Rated *Yes*.
    #[serde(rename = "yes")]
    Yes,
    /// Rated *To some extent*.
    #[serde(rename = "some")]
    Some,
    /// Rated *No*.
    #[serde(rename = "no")]
    No,
    /// Rated *Yes* or *To some extent*.
    #[serde(rename = "yes+some")]
    YesOrSome,
    /// Naming an option.
    #[serde(rename = "option")]
    Option,
}

/// What a value is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Per cent of the base.
    Percent,
    /// Documents.
    Documents,
}

impl Baseline {
    /// All figures, as listed.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The figure for a question, kind and answer category, if one was published.
    pub fn figure(&self, question: &str, kind: Kind, category: &str) -> Option<&Figure> {
        self.figures
            .iter()
            .find(|figure| figure.question == question && figure.kind.is(kind) && figure.named() == Some(category))
    }
}

impl FigureKind {
    fn is(self, kind: Kind) -> bool {
        matches!((self, kind), (Self::Strategy, Kind::Strategy) | (Self::Jfp, Kind::Jfp))
    }
}

impl Figure {
    /// The answer category of the summary it stands beside, if there is one: *Yes or To some extent* has no row.
    fn named(&self) -> Option<&str> {
        match self.category {
            Category::Yes => Some("yes"),
            Category::Some => Some("some"),
            Category::No => Some("no"),
            Category::YesOrSome => None,
            Category::Option => self.option.as_deref(),
        }
    }

    /// As a percentage, where it is one or the base is known.
    pub fn percent(&self) -> Option<f64> {
        match self.unit {
            Unit::Percent => Some(self.value),
            Unit::Documents => self.base.filter(|base| *base > 0).map(|base| 100.0 * self.value / f64::from(base)),
        }
    }

    /// As a number of documents, where known.
    pub fn count(&self) -> Option<u32> {
        self.count.or(match self.unit {
            Unit::Documents => Some(self.value as u32),
            Unit::Percent => None,
        })
    }

    /// Where it stands in the report.
    pub fn place(&self) -> String {
        match (&self.section, self.figure) {
            (Some(section), Some(figure)) => format!("section {section}, figure {figure}"),
            (Some(section), None) => format!("section {section}"),
            (None, Some(figure)) => format!("figure {figure}"),
            (None, None) => String::new(),
        }
    }
}

//! The corpus: which files there are, and what each is.

mod file;
mod folder;
mod identity;
mod manifest;
mod mentions;
mod reading;
mod registry;

use serde::{Deserialize, Serialize};

pub use file::{ReadFile, digest};
pub use folder::{CorpusError, Entry, find, find_all, find_listed};
pub use identity::{Given, Identity, identify};
pub use manifest::{Manifest, ManifestEntry};
pub use reading::each;
pub(crate) use reading::unread;
pub use registry::{Registry, System};

/// What kind of document a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An integrated care strategy.
    Strategy,
    /// A joint forward plan.
    Jfp,
    /// Anything else: read and searched, asked nothing.
    Other,
}

impl Kind {
    /// As in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Strategy => "strategy",
            Self::Jfp => "jfp",
            Self::Other => "other",
        }
    }

    /// For people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Strategy => "Strategy",
            Self::Jfp => "Joint forward plan",
            Self::Other => "Other",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        match written {
            "strategy" => Ok(Self::Strategy),
            "jfp" => Ok(Self::Jfp),
            "other" => Ok(Self::Other),
            _ => Err(format!("unknown kind `{written}`; write strategy, jfp or other")),
        }
    }
}

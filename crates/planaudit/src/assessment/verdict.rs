//! A verdict of any kind of question.

use serde::{Deserialize, Serialize};

/// A verdict of any kind of question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Yes (rag, flag; choice when any option is found).
    Yes,
    /// To some extent (rag).
    Some,
    /// No (rag, flag; choice when no option is found).
    No,
    /// A person is named in the role.
    Named,
    /// The role is described and nobody named.
    #[serde(rename = "role without name")]
    RoleWithoutName,
    /// The role is vacant or to be confirmed.
    #[serde(rename = "vacant or to be confirmed")]
    Vacant,
    /// No such role.
    Absent,
    /// An option of a `one` question.
    #[serde(untagged)]
    Option(String),
}

impl Verdict {
    /// As in the assessment file.
    ///
    /// ```
    /// assert_eq!(planaudit::Verdict::RoleWithoutName.as_str(), "role without name");
    /// ```
    pub fn as_str(&self) -> &str {
        match self {
            Self::Yes => "yes",
            Self::Some => "some",
            Self::No => "no",
            Self::Named => "named",
            Self::RoleWithoutName => "role without name",
            Self::Vacant => "vacant or to be confirmed",
            Self::Absent => "absent",
            Self::Option(option) => option,
        }
    }
}

//! People in their roles: those a question asks for, and every lead found.

use serde::{Deserialize, Serialize};

/// A person named in a role asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Role as printed.
    pub role: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
    /// Index into the answer's evidence.
    pub evidence: usize,
}

/// A lead found in the document, whether a question asks for it or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Role as printed.
    pub role: String,
    /// Name as printed; empty when only the role is.
    pub name: String,
    /// Organisation, where stated.
    pub organisation: String,
    /// Email or telephone, where stated.
    pub contact: String,
    /// Present, interim, vacant, former or without a name.
    pub state: LeadState,
    /// As for [`super::Evidence::page`].
    pub page: Option<u32>,
    /// As for [`super::Evidence::page_label`].
    pub page_label: Option<String>,
    /// Headings above it.
    pub section: Vec<String>,
    /// The passage it was read from.
    pub quote: String,
    /// Code points of the quote in the text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// How a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LeadState {
    /// By the person named.
    #[serde(rename = "named")]
    Named,
    /// By the person named, for the time being.
    #[serde(rename = "interim")]
    Interim,
    /// By nobody: vacant or to be confirmed.
    #[serde(rename = "vacant")]
    Vacant,
    /// It was, by the person named.
    #[serde(rename = "former")]
    Former,
    /// The role is described and nobody named.
    #[serde(rename = "role only")]
    RoleOnly,
}

impl LeadState {
    /// As in `leads.csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Interim => "interim",
            Self::Vacant => "vacant",
            Self::Former => "former",
            Self::RoleOnly => "role only",
        }
    }
}

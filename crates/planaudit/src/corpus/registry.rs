//! The registry of integrated care systems, and the titles their documents go by.

use std::sync::OnceLock;

use serde::Deserialize;

use super::mentions::Mentions;

/// The systems of England, with dates.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Registry {
    /// Titles by which the kinds of document go.
    #[serde(default)]
    pub titles: Titles,
    /// The systems.
    #[serde(rename = "system", default)]
    pub systems: Vec<System>,
    /// Their names, ready to be looked for; made when first asked for.
    #[serde(skip)]
    mentions: OnceLock<Option<Mentions>>,
}

/// Titles by which the kinds of document go.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Titles {
    /// Titles meaning a joint forward plan.
    #[serde(default)]
    pub jfp: Vec<String>,
    /// Titles meaning an integrated care strategy.
    #[serde(default)]
    pub strategy: Vec<String>,
}

/// One system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct System {
    /// The board's ODS code.
    pub ods_code: String,
    /// The system's name.
    pub name: String,
    /// The board's name.
    #[serde(default)]
    pub icb_name: String,
    /// The partnership's name.
    #[serde(default)]
    pub icp_name: String,
    /// Short and brand names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Web addresses.
    #[serde(default)]
    pub websites: Vec<String>,
    /// First day it existed.
    pub status_from: String,
    /// Last day, where it no longer does.
    pub status_to: Option<String>,
    /// Codes of the bodies that took over its area.
    #[serde(default)]
    pub successors: Vec<String>,
}

impl Registry {
    /// Parses a registry file.
    ///
    /// # Errors
    /// What the parser says.
    pub fn parse(written: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(written)
    }

    /// The built-in registry; empty where the feature `hpig` is off.
    ///
    /// ```
    /// let registry = planaudit::corpus::Registry::built_in();
    /// assert_eq!(registry.system("QHG").unwrap().name, "Bedfordshire, Luton and Milton Keynes");
    /// ```
    pub fn built_in() -> Self {
        #[cfg(feature = "hpig")]
        return Self::parse(planaudit_rubrics::ICS_REGISTRY).unwrap_or_default();
        #[cfg(not(feature = "hpig"))]
        return Self::default();
    }

    /// Where texts name the systems.
    pub(super) fn mentions(&self) -> Option<&Mentions> {
        self.mentions.get_or_init(|| Mentions::of(&self.systems)).as_ref()
    }

    /// A system by its code.
    pub fn system(&self, code: &str) -> Option<&System> {
        self.systems.iter().find(|system| system.ods_code.eq_ignore_ascii_case(code))
    }

    /// A system by its code, name or alias, as a person would give it.
    pub fn named(&self, given: &str) -> Option<&System> {
        let same = |name: &str| name.eq_ignore_ascii_case(given.trim());
        self.system(given.trim()).or_else(|| {
            let mut named = self.systems.iter().filter(|system| {
                [&system.name, &system.icb_name, &system.icp_name]
                    .into_iter()
                    .chain(&system.aliases)
                    .any(|name| same(name))
            });
            // A name that two bodies bear names neither.
            named.next().filter(|_| named.next().is_none())
        })
    }
}

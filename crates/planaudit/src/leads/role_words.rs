//! The words roles are made of.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::words::list;

/// Nouns for the holder of a role.
pub(super) static HEADS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/role-heads.txt")));

/// Nouns for several holders of a role.
pub(super) static PLURALS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/role-plurals.txt")));

/// Heads that need certain words before them to be a role.
pub(super) fn needs(head: &str) -> Option<&'static [&'static str]> {
    match head {
        "owner" => Some(&[
            "responsible",
            "senior",
            "programme",
            "project",
            "risk",
            "executive",
            "system",
            "named",
            "accountable",
            "sro",
        ]),
        "executive" => Some(&[
            "chief",
            "accountable",
            "responsible",
            "lead",
            "board",
            "icb",
            "named",
            "nominated",
            "designated",
            "our",
            "senior",
            "non",
            "send",
            "children",
            "safeguarding",
            "cyp",
        ]),
        "member" => Some(&["board", "lead", "cabinet", "partner", "non-executive", "executive", "voting", "lay"]),
        "partner" => Some(&["safeguarding"]),
        "person" => Some(&["lead", "named", "accountable", "responsible", "contact"]),
        "holder" => Some(&["portfolio", "brief"]),
        "professional" => Some(&["designated", "named"]),
        "consultant" | "practitioner" | "assistant" | "surgeon" | "physician" | "doctor" | "nurse" | "inspector"
        | "leader" | "guardian" => Some(&[]),
        _ => None,
    }
}

/// Words in lower case that may stand before a head as part of the role.
pub(super) static MODIFIERS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/role-modifiers.txt")));

/// Words that cannot be part of a role.
pub(super) static STOPS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/role-stops.txt")));

/// Subjects of roles: with one of these, capitalised words behind a comma still belong to the role.
pub(super) static SUBJECTS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/role-subjects.txt")));

/// Words that may stand between a role and its holder, or its vacancy, and say nothing else.
pub(super) static JOINING: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| list(include_str!("words/joining.txt")));

/// Words that say a body, not a subject.
pub(super) fn is_organisation_word(lower: &str) -> bool {
    matches!(
        lower,
        "council"
            | "board"
            | "trust"
            | "icb"
            | "icp"
            | "nhs"
            | "constabulary"
            | "police"
            | "university"
            | "partnership"
            | "collaborative"
            | "ofsted"
            | "cqc"
    )
}

/// Words that say how somebody is reached: "Democratic Services Officer Email:".
pub(super) fn is_contact_label(lower: &str) -> bool {
    matches!(lower, "email" | "e-mail" | "tel" | "telephone" | "phone" | "mobile" | "contact" | "website")
}

/// Words that join others and are part of no title by themselves.
pub(super) fn is_small(lower: &str) -> bool {
    STOPS.contains(lower)
        || matches!(
            lower,
            "the"
                | "a"
                | "an"
                | "our"
                | "its"
                | "and"
                | "of"
                | "for"
                | "in"
                | "on"
                | "with"
                | "meanwhile"
                | "however"
                | "present"
                | "overall"
                | "for the"
                | "all"
                | "many"
                | "some"
                | "new"
                | "current"
                | "both"
                | "one"
        )
}

//! Roles that say a standing and no subject: "Executive sponsor", "joint SRO".

/// Whether a role is one of leadership that does not say of what: "Executive sponsor", "joint SRO".
pub(super) fn lacks_topic(role: &str) -> bool {
    let lower = role.to_lowercase();
    let words = || lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words().all(|word| UNSAID.contains(&word))
        && words()
            .any(|word| matches!(word, "lead" | "leads" | "sponsor" | "sro" | "owner" | "responsible" | "accountable"))
}

/// Words of a role that say its standing and nothing of its subject.
const UNSAID: &[&str] = &[
    "executive",
    "exec",
    "lead",
    "leads",
    "sponsor",
    "senior",
    "responsible",
    "officer",
    "owner",
    "sro",
    "board",
    "level",
    "director",
    "accountable",
    "named",
    "nominated",
    "designated",
    "joint",
    "co",
    "clinical",
    "programme",
    "system",
    "icb",
    "s",
    "nhs",
    "deputy",
    "interim",
    "acting",
    "strategic",
    "overall",
    "member",
    "our",
    "the",
    "on",
    "of",
    "subject",
    "matter",
    "issue",
    "area",
    "this",
    "it",
    "chair",
    "and",
];

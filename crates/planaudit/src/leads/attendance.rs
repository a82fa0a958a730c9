//! Who came to a meeting: words that stand where a role might, and are none.

/// Whether a cell only says who came to a meeting, or who wrote it up: "Apologies", "In attendance", "Minutes".
pub(super) fn is_attendance(text: &str) -> bool {
    let lower = text.trim().trim_end_matches([':', '.']).to_lowercase();
    matches!(
        lower.as_str(),
        "apologies"
            | "apologies for absence"
            | "apologies received"
            | "present"
            | "absent"
            | "attended"
            | "attending"
            | "not present"
            | "did not attend"
            | "in attendance"
            | "attendee"
            | "attendees"
            | "members present"
            | "also present"
            | "also in attendance"
            | "attendance"
            | "observer"
            | "observing"
            | "minutes"
            | "minutes by"
            | "minute taker"
            | "minute-taker"
            | "minuting"
            | "note taker"
            | "note-taker"
            | "notetaker"
            | "notes"
            | "yes"
            | "no"
    )
}

/// Whether a cell is the initials of a person, by which minutes then call them.
pub(super) fn are_initials(cell: &str, name: &str) -> bool {
    let initials: String = name.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    let own = cell.trim();
    (2..=4).contains(&own.len()) && own.chars().all(char::is_uppercase) && initials.to_uppercase().ends_with(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_for_coming_are_attendance() {
        assert!(is_attendance("Apologies") && is_attendance("In attendance:"));
        assert!(are_initials("AQ", "Cllr Ada Quill") && !are_initials("SEND", "Ada Quill"));
        assert!(!is_attendance("Chief Nurse") && !is_attendance("Children"));
    }
}

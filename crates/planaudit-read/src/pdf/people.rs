//! Names with their roles, as they stand under a foreword: told apart from headings and tables, kept together.

use super::pieces::Piece;

/// Words of which most roles hold one.
const ROLES: [&str; 34] = [
    "accountable",
    "adviser",
    "advisor",
    "cabinet",
    "chair",
    "chairman",
    "champion",
    "chief",
    "clerk",
    "clinical",
    "co-chair",
    "commissioner",
    "consultant",
    "convenor",
    "coordinator",
    "councillor",
    "deputy",
    "director",
    "doctor",
    "executive",
    "gp",
    "head",
    "lead",
    "leader",
    "manager",
    "mayor",
    "member",
    "nurse",
    "officer",
    "practitioner",
    "president",
    "secretary",
    "sro",
    "trustee",
];

/// Words of a line of a role at most.
const LONGEST_ROLE: usize = 18;

/// Whether a line may be a person's name: two to five words, all with capitals, none of a role.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.trim_end_matches(',').split(' ').collect();
    let capital = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| {
                c.is_lowercase() || c.is_uppercase() && word.len() < 4 || "-’'.".contains(c) || c.is_alphabetic()
            })
    };
    (2..=5).contains(&words.len()) && words.iter().all(capital) && !names_role(text) && text != text.to_uppercase()
}

/// Whether a text names a role.
pub(super) fn names_role(text: &str) -> bool {
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        ROLES.contains(&word.as_str())
    };
    text.split([' ', '/']).any(word)
}

/// Whether a line under a name may be that person's role: it names one, and is no line of running text.
pub(super) fn is_role(text: &str) -> bool {
    let quoted = text.starts_with(['“', '"', '‘']);
    names_role(text) && !quoted && text.split(' ').count() <= LONGEST_ROLE
}

/// Names side by side over their roles: columns, though they line up like a table.
pub(super) fn are_signatures(lines: &[Vec<(usize, &Piece)>]) -> bool {
    let Some((names, rest)) = lines.split_first() else { return false };
    let [(_, first), ..] = names[..] else { return false };
    let close = rest.first().and_then(|row| row.first()).is_some_and(|(_, p)| p.base - first.base < 3.2 * first.size);
    let roles = |row: &Vec<(usize, &Piece)>| row.len() >= names.len() && row.iter().all(|(_, p)| names_role(&p.text()));
    close && names.len() > 1 && names.iter().all(|(_, piece)| is_name(&piece.text())) && rest.iter().any(roles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_roles_are_told_apart() {
        assert!(is_name("Priya Ashdown"));
        assert!(is_name("Dr Anne-Marie O’Neill"));
        assert!(!is_name("Chief Executive"));
        assert!(!is_name("Start well"));
        assert!(names_role("Cabinet Member for Adults"));
        assert!(!names_role("Start well"));
        assert!(is_role("Chief Executive, Northmere Borough Council"));
        assert!(!is_role("“The clinical board is committed to it"));
    }
}

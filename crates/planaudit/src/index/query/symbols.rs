//! Symbols in queries: those that mean something elsewhere are refused by name, punctuation is passed over.

/// What is said of `child*`.
pub(super) const PREFIX: &str = "prefixes are not supported (`*`); write the word: its inflections are found as well";

/// Whether a piece of a query is nothing but what is passed over between words in every text.
pub(super) fn is_passed_over(chunk: &str) -> bool {
    chunk
        .chars()
        .all(|letter| matches!(letter, '&' | '-' | '–' | '—' | '/' | ',' | ';' | ':' | '.' | '…' | '!' | '?' | '•'))
}

/// The first symbol of a chunk that other search languages give a meaning: its byte, and what to write instead.
///
/// `next` is what follows the chunk.
pub(super) fn unsupported(chunk: &str, next: Option<char>) -> Option<(usize, &'static str)> {
    if chunk == "NEAR" || chunk.starts_with("NEAR/") {
        return Some((0, "`NEAR` is not supported; write AND, or a \"phrase\" of words that stand together"));
    }
    if chunk == ".." {
        return Some((0, "gaps (`..`) are not supported in a search; write AND between the words"));
    }
    let mut before: Option<char> = None;
    for (at, letter) in chunk.char_indices() {
        let after = chunk[at + letter.len_utf8()..].chars().next();
        let letters = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let opens = |letter: Option<char>| letter.is_some_and(|letter| letter == '(' || letter == '"' || letter == '“');
        let message = match letter {
            '*' => PREFIX,
            '?' if letters(after) => "single letters cannot be left open (`?`); write the word",
            '~' => "likeness and distance are not supported (`~`); write the word, or AND between the words",
            '^' => "weights are not supported (`^`); leave it out",
            '[' | ']' | '{' | '}' => "ranges and sets are not supported; group words with ( )",
            '\\' => "nothing needs a `\\` before it; leave it out",
            '|' => "`|` is not supported; write OR",
            '&' if after == Some('&') => "`&&` is not supported; write AND",
            ':' if before.is_some_and(char::is_alphabetic)
                && (after.is_some_and(char::is_alphabetic) || after.is_none() && opens(next)) =>
            {
                "fields are not supported (`:`); leave out what stands before it, or write a \"phrase\""
            }
            '+' if before.is_none() => "`+` is not needed: every word must be there; leave it out",
            '!' if before.is_none() && (letters(after) || after.is_none() && opens(next)) => {
                "`!` is not supported; write NOT"
            }
            '=' if before.is_none() => "exact forms are not supported (`=`); words are found in all inflections",
            '@' if before.is_none() => "concepts (`@`) stand in rules only; write the words",
            '<' | '>' if before.is_none() => "comparisons are not supported; write the number as it stands in the text",
            _ => {
                before = Some(letter);
                continue;
            }
        };
        return Some((at, message));
    }
    None
}

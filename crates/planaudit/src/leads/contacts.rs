//! Contacts: email addresses and telephone numbers, and whose they are.

use std::ops::Range;

use super::FoundLead;
use super::clause::Clause;

/// The email addresses and telephone numbers in a text, as printed, in order.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for chunk in chunks(text) {
        let word = &text[chunk.clone()];
        if let Some((name, domain)) = word.split_once('@')
            && !name.is_empty()
            && domain.contains('.')
        {
            found.push(chunk);
        }
    }
    found.extend(telephones(text));
    found.sort_by_key(|range| range.start);
    found
}

/// As one string.
pub(super) fn joined(text: &str, ranges: &[Range<usize>]) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for range in ranges {
        let part = &text[range.clone()];
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// Gives the addresses of a sentence to whom they belong.
/// `first` is the first lead of this sentence, `earlier` are those of the sentence before, whom "her" may mean.
pub(super) fn give(clause: &Clause<'_>, first: usize, earlier: &Range<usize>, leads: &mut [FoundLead]) {
    let text = clause.text;
    let found = find(text);
    if found.is_empty() {
        return;
    }
    let lower = text.to_lowercase();
    let written_to = [" her ", " him ", " them ", " her.", " his ", " their "].iter().any(|word| lower.contains(word));
    let range = if leads.len() > first {
        first..leads.len()
    } else if clause.parties.is_empty() && written_to {
        earlier.clone()
    } else {
        first..first
    };
    let names: Vec<&str> = {
        let mut names: Vec<&str> = clause.parties.iter().map(|party| party.name.as_str()).collect();
        names.dedup();
        names
    };
    if names.len() <= 1 {
        let joined = joined(text, &found);
        for lead in &mut leads[range] {
            lead.contact.clone_from(&joined);
        }
        return;
    }
    // Several people: an address belongs to the last name before it.
    for lead in &mut leads[range] {
        let own: Vec<Range<usize>> = found
            .iter()
            .filter(|contact| {
                clause
                    .parties
                    .iter()
                    .rfind(|party| party.range.end <= contact.start)
                    .is_some_and(|party| party.name == lead.name)
            })
            .cloned()
            .collect();
        lead.contact = joined(text, &own);
    }
}

fn chunks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let base = text.as_ptr() as usize;
    text.split(|letter: char| {
        letter.is_whitespace() || matches!(letter, '(' | ')' | '<' | '>' | '|' | ';' | ',' | '[' | ']' | ':')
    })
    .filter_map(move |part| {
        let kept = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        (!kept.is_empty()).then(|| {
            let start = kept.as_ptr() as usize - base;
            start..start + kept.len()
        })
    })
}

/// Numbers of a British telephone: ten or eleven digits from 0, or with +44, in groups.
fn telephones(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let opens = bytes[at] == b'0' || bytes[at..].starts_with(b"+44");
        let fresh = at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && !matches!(bytes[at - 1], b'.' | b',' | b'+');
        if !(opens && fresh) {
            at += 1;
            continue;
        }
        let (mut end, mut digits, mut last) = (at, 0, at);
        while end < bytes.len()
            && (bytes[end].is_ascii_digit() || matches!(bytes[end], b' ' | b'+' | b'(' | b')' | b'-'))
        {
            if bytes[end].is_ascii_digit() {
                digits += 1;
                last = end + 1;
            }
            end += 1;
        }
        if (10..=13).contains(&digits) {
            found.push(at..last);
        }
        at = end.max(at + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers() {
        let text = "Write to lead@example.nhs.uk, or ring 01632 960 471. In 2024/25 there were 1,204 calls; ask @us.";
        let found: Vec<_> = find(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["lead@example.nhs.uk", "01632 960 471"]);
        assert_eq!(joined(text, &find(text)), "lead@example.nhs.uk, 01632 960 471");
    }
}

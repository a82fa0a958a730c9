//! Roles said of what is led, with the person behind: "is sponsored at Board level by", "ownership rests with".

use super::deeds::Deed;
use super::verbs::BRIEFS;

/// Participles of "… by", with the verb a person then does.
const PASSIVE: &[(&str, &str)] = &[
    ("led", "leads"),
    ("co-led", "leads"),
    ("chaired", "chairs"),
    ("co-chaired", "chairs"),
    ("sponsored", "sponsors"),
    ("overseen", "oversees"),
    ("managed", "manages"),
    ("run", "runs"),
    ("headed", "heads"),
    ("directed", "directs"),
    ("steered", "steers"),
    ("fronted", "fronts"),
    ("held", "holds"),
    ("discharged", "responsible for"),
    ("carried", "responsible for"),
    ("exercised", "responsible for"),
    ("provided", "provides"),
    ("taken", "takes"),
    ("owned", "owns"),
    ("championed", "champions"),
    ("coordinated", "coordinates"),
];

/// Verbs by which a brief rests with somebody, and the words that join them.
const RESTING: &[&str] = &[
    "rests",
    "lies",
    "sits",
    "resides",
    "falls",
    "belongs",
    "vested",
    "shared",
    "assigned",
    "delegated",
    "given",
    "entrusted",
    "passed",
    "passes",
    "goes",
    "allocated",
    "is",
    "are",
];

/// Words that put what stands before them into the hands of whoever follows, and whether it must be called a brief.
const UNDER: &[(&str, bool)] = &[
    (" in the hands of", true),
    (" under the leadership of", false),
    (" under the direction of", false),
    (" under the sponsorship of", false),
    (" with executive leadership from", false),
    (" with leadership from", false),
];

/// What stands before "led by" or "rests with": the role of whoever follows. `holder` is where the name, or the post,
/// begins.
pub(super) fn done_to(text: &str, holder: usize) -> Option<Deed> {
    let before = without_article(text[..holder].trim_end());
    let opening = before.rfind([';', '|']).map_or(0, |at| at + 1);
    let opening = before[opening..].rfind(". ").map_or(opening, |at| opening + at + 2);
    rests_with(&before[opening..]).or_else(|| by(&before[opening..]))
}

/// Without "the", "our" and their like at its end.
pub(super) fn without_article(before: &str) -> &str {
    [" the", " our", " its", " a", " an", " their", " both", " jointly", " by its"]
        .iter()
        .find_map(|word| before.strip_suffix(word).filter(|_| !word.contains("by")))
        .unwrap_or(before)
}

fn by(before: &str) -> Option<Deed> {
    let head = before.strip_suffix(" by").or_else(|| before.strip_suffix(" between"))?;
    let trimmed = head.trim_end().trim_end_matches(" jointly");
    let words: Vec<(usize, &str)> = trimmed
        .split(' ')
        .map(|word| (word.as_ptr() as usize - trimmed.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
        .collect();
    // "discharged for the ICB by": the participle may stand some words back.
    let (participle, deed) = words.iter().enumerate().rev().take(7).find_map(|(index, (_, word))| {
        let word = word.to_lowercase();
        PASSIVE.iter().find(|(past, _)| *past == word).map(|(_, deed)| (index, *deed))
    })?;
    let mut end = participle;
    let mut past = false;
    while end > 0 {
        let word = words[end - 1].1.to_lowercase();
        match word.as_str() {
            "is" | "are" | "be" | "being" | "been" | "will" | "has" | "have" | "jointly" | "currently" | "now"
            | "who" | "which" | "and" | "ably" => end -= 1,
            "was" | "were" | "had" | "formerly" | "previously" => {
                past = true;
                end -= 1;
            }
            _ => break,
        }
    }
    let stop = words[end.checked_sub(1)?];
    let subject = trimmed[..stop.0 + stop.1.len()].trim_end_matches([',', ' ', '(', '–']);
    let start = subject.rfind(':').map_or(0, |at| at + 1);
    // The number of a paragraph is no part of what it says.
    let subject = subject[start..]
        .trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ' ' | '('));
    // What opens the sentence says when, not what.
    let opening = subject.split_once(" the ").filter(|(opening, _)| {
        opening.to_lowercase().starts_with("until ") || opening.to_lowercase().starts_with("since ")
    });
    let subject = opening.map_or(subject, |(_, rest)| rest);
    // "The plan was inspected by a team led by": the last thing named, not all that the sentence says.
    let last = [" is ", " are ", " was ", " were ", " has ", " by ", " from ", " to "]
        .iter()
        .filter_map(|verb| {
            // "in relation to safeguarding" goes on with what is led.
            let relates = |at: usize| {
                *verb == " to "
                    && ["relation", "regard", "respect", "relating", "as"]
                        .iter()
                        .any(|word| subject[..at].ends_with(word))
            };
            subject.rmatch_indices(verb).find(|(at, _)| !relates(*at)).map(|(at, verb)| at + verb.len())
        })
        .max()
        .unwrap_or(0);
    let subject = &subject[last..];
    // "led at Board level by": the level is part of the role.
    let level = trimmed[words[participle].0 + words[participle].1.len()..].trim();
    let level =
        if level.to_lowercase().contains("level") || level.to_lowercase().contains("board") { level } else { "" };
    let role = format!("{deed} {} {level}", lower_first(subject));
    (!subject.is_empty() && subject.split(' ').count() <= 28).then(|| Deed { role: role.trim_end().to_owned(), past })
}

/// "Executive responsibility for children rests with".
fn rests_with(before: &str) -> Option<Deed> {
    for (under, needs_brief) in UNDER {
        let Some(subject) = before.strip_suffix(under) else { continue };
        let subject = subject.trim_end_matches([',', ' ']);
        let subject = [" is", " are", " has been", " have been", " is now", " was"]
            .iter()
            .find_map(|verb| subject.strip_suffix(verb))
            .unwrap_or(subject);
        let held = !needs_brief || BRIEFS.iter().any(|brief| subject.contains(brief));
        return (held && !subject.is_empty() && subject.split(' ').count() <= 20)
            .then(|| Deed { role: format!("{}{under}", lower_first(subject)), past: false });
    }
    let lower = before.to_lowercase();
    let words: Vec<&str> = lower.split(' ').filter(|word| !word.is_empty()).collect();
    let [.., verb, joining] = words[..] else { return None };
    let resting = matches!(joining, "with" | "to" | "in" | "within" | "under" | "between" | "on" | "among")
        && RESTING.contains(&verb);
    if !(resting || joining_of(&lower)) {
        return None;
    }
    let mut subject = before[..before.len() - joining.len()].trim_end();
    let mut past = false;
    while let Some((rest, word)) = subject.rsplit_once(' ') {
        let word = word.to_lowercase();
        if !(RESTING.contains(&word.as_str())
            || matches!(word.as_str(), "has" | "been" | "was" | "now" | "have" | "therefore" | "currently" | "jointly"))
        {
            break;
        }
        past |= word == "was";
        subject = rest.trim_end();
    }
    // "Safeguarding is the responsibility of"
    let held = joining_of(&lower)
        || subject
            .to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| BRIEFS.contains(&word) || matches!(word, "leads" | "sponsor"));
    let short = subject.split(' ').count() <= 20 && !subject.contains(['.', ';', ':']);
    // "Safeguarding sits with": nothing else can sit with a person but the charge of it.
    let charged = joining == "with" && matches!(verb, "sits" | "rests" | "lies" | "resides");
    let opens = subject.split(' ').next().is_some_and(|word| !matches!(word, "A" | "An" | "Each" | "Every" | "One"));
    if !held && charged && opens && short && subject.split(' ').count() <= 6 {
        return Some(Deed { role: format!("responsibility for {}", lower_first(subject)), past });
    }
    (held && short).then(|| Deed { role: lower_first(subject), past })
}

/// "is an executive responsibility of", "falls within the portfolio of"
fn joining_of(before: &str) -> bool {
    let words: Vec<&str> = before.split(' ').collect();
    let [.., noun, "of"] = words[..] else { return false };
    matches!(noun, "responsibility" | "remit" | "portfolio" | "brief")
        && words
            .iter()
            .rev()
            .skip(2)
            .take(5)
            .any(|word| matches!(*word, "is" | "are" | "falls" | "within" | "under" | "remains"))
}

/// A sentence's first letter lowered, unless the word is an acronym or a name.
fn lower_first(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let plain = matches!(
        first,
        "The"
            | "Our"
            | "This"
            | "These"
            | "Its"
            | "A"
            | "An"
            | "Work"
            | "Duties"
            | "Each"
            | "It"
            | "All"
            | "Responsibility"
            | "Delivery"
            | "Oversight"
    );
    if plain { text[..1].to_lowercase() + &text[1..] } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(text: &str) -> Option<String> {
        done_to(text, text.len()).map(|deed| deed.role)
    }

    #[test]
    fn who_follows_is_told_what_is_theirs() {
        assert_eq!(
            role("Our children's programme is sponsored at Board level by ").as_deref(),
            Some("sponsors our children's programme at Board level")
        );
        assert_eq!(
            role("Board-level ownership of the programme now rests with the ").as_deref(),
            Some("Board-level ownership of the programme")
        );
        assert_eq!(role("The building sits on the "), None);
        assert_eq!(role("The strategy was written by "), None);
    }
}

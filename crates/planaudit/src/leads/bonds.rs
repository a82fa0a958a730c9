//! Bonds: whether the words between a role and a person, or a vacancy, join the two.

use super::clause::{Clause, Item, Setting};
use super::names::Strength;
use super::role_words::{HEADS, SUBJECTS};
use super::states;

/// A bond that words such as "is" make plain.
pub(super) const EXPLICIT: u8 = 5;

#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// Index of the item that comes first.
    pub left: usize,
    /// Index of the one behind it.
    pub right: usize,
    /// How plainly the words say it: 1 to 7.
    pub strength: u8,
    /// Whether they say it of the past.
    pub former: bool,
}

impl Clause<'_> {
    /// The bond of two items that stand next to each other, if there is one.
    pub(super) fn link(&self, items: &[Item], left: usize, right: usize, setting: Setting) -> Option<Link> {
        let gap = self.between(items, left, right);
        let lower = gap.to_lowercase().replace('’', "'");
        let words: Vec<&str> = lower
            .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
            .filter(|word| !word.trim_matches('\'').is_empty() && *word != "'s")
            .collect();
        let marks: String = lower
            .chars()
            .filter(|letter| !letter.is_alphanumeric() && !letter.is_whitespace() && *letter != '\'')
            .collect();
        let link = |strength, former| Some(Link { left, right, strength, former });
        let within = |list: &[&str]| words.iter().all(|word| list.contains(word));
        let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
        let row = marks == "|" && words.is_empty() && matches!(items[right], Item::Vacancy(_));
        if marks.contains(['.', ';', '!', '?', '|']) && !row {
            return None;
        }
        match (items[left], items[right]) {
            (Item::Party(party), Item::Role(role)) => {
                if self.roles[role].generic {
                    return None;
                }
                let possible = self.parties[party].strength == Strength::Possible;
                let labels = ["job", "title", "post", "role", "position", "designation"];
                if marks == ":" && !words.is_empty() && within(&labels) {
                    return link(4, false);
                }
                if words.is_empty()
                    || within(&[
                        "our", "the", "its", "a", "an", "new", "current", "present", "joint", "who", "ofsted", "cqc",
                        "icb", "board's", "their",
                    ])
                {
                    return match marks.as_str() {
                        "" if words.is_empty() && !(possible && setting == Setting::Prose) => link(3, false),
                        "(" => link(4, false),
                        "," | "–" | "-" | "—" | ",–" => link(2, false),
                        ":" if words.is_empty() => link(2, false),
                        _ => None,
                    };
                }
                let ends = |list: &[&str]| {
                    let bare = [
                        "the", "our", "its", "a", "an", "both", "joint", "new", "interim", "acting", "icb's", "board's",
                    ];
                    let last = words.iter().rposition(|word| !bare.contains(word));
                    last.is_some_and(|last| list.contains(&words[last]))
                };
                if gap.len() < 120
                    && states::has_gone(&gap)
                    && (ends(&["as"]) || lower.trim_end().ends_with(" from being"))
                {
                    return link(EXPLICIT, true);
                }
                // "took over as", "stepped up this year as", "combines the roles of"
                let of_role = ends(&["of"])
                    && says(&[
                        "role",
                        "roles",
                        "post",
                        "posts",
                        "position",
                        "positions",
                        "title",
                        "job",
                        "office",
                        "duties",
                    ]);
                let two =
                    ["with", "by", "to", "told", "met", "meets", "sees", "thanked", "described", "welcomed", "against"];
                // "…, and, as executive lead, B": there the role is the next person's.
                let fronts = words.len() > 1
                    && [", as", "and as", ", as our", ", as the"].iter().any(|end| lower.trim_end().ends_with(end));
                if (ends(&["as"]) && !fronts || of_role) && words.len() <= 9 && marks.len() <= 2 && !says(&two) {
                    let former =
                        says(&["was", "formerly", "previously", "former", "had", "served", "worked", "retired"])
                            && !says(&["appointed", "now", "named", "nominated", "chosen", "confirmed"]);
                    return link(EXPLICIT, former);
                }
                let states = [
                    "are",
                    "is",
                    "as",
                    "remains",
                    "serves",
                    "acts",
                    "was",
                    "became",
                    "becomes",
                    "be",
                    "being",
                    "appointed",
                    "been",
                    "formerly",
                    "previously",
                    "now",
                    "continues",
                ];
                let joining = [
                    "our",
                    "the",
                    "its",
                    "a",
                    "an",
                    "who",
                    "also",
                    "currently",
                    "has",
                    "had",
                    "will",
                    "to",
                    "have",
                    "joined",
                    "us",
                    "now",
                    "and",
                    "this",
                    "year",
                    "new",
                    "interim",
                    "acting",
                    "on",
                    "of",
                    "recently",
                    "both",
                    "joint",
                    "board's",
                    "icb's",
                    "icb",
                    "board",
                    "former",
                    "their",
                    "name",
                    "named",
                    "system's",
                    "partnership's",
                    "ics's",
                    "where",
                    "she",
                    "he",
                    "in",
                    "together",
                    "since",
                    "works",
                ];
                let known = words.iter().all(|word| states.contains(word) || joining.contains(word));
                let former = says(&["was", "formerly", "previously", "former", "had"]) && !says(&["appointed", "now"]);
                (known && says(&states) && words.len() <= 8 && marks.len() <= 2).then_some(Link {
                    left,
                    right,
                    strength: EXPLICIT,
                    former,
                })
            }
            (Item::Role(role), Item::Party(party)) => {
                if self.roles[role].generic {
                    return None;
                }
                let possible = self.parties[party].strength == Strength::Possible;
                if words.is_empty() {
                    return match marks.as_str() {
                        ":" | "):" | ":–" => link(6, false),
                        "" if !(possible && setting == Setting::Prose) || self.is_called(role) => link(3, false),
                        "(" => link(4, false),
                        "," | "–" | "-" | "—" | ")" | ")," | ")–" => link(2, false),
                        _ => None,
                    };
                }
                // "Executive lead, safeguarding (all ages): Ada Quill": a label, whatever it says further.
                let opens = self.text[..self.roles[role].range.start].chars().all(|letter| !letter.is_alphanumeric());
                if opens && gap.trim_end().ends_with(':') && gap.matches(':').count() == 1 && words.len() <= 14 {
                    return link(6, false);
                }
                let verbs =
                    ["is", "was", "remains", "held", "by", "namely", "be", "being", "are", "currently", "presently"];
                let joining = [
                    "will",
                    "currently",
                    "now",
                    "post",
                    "role",
                    "the",
                    "has",
                    "been",
                    "filled",
                    "taken",
                    "on",
                    "in",
                    "person",
                    "of",
                    "our",
                    "this",
                    "presently",
                    "a",
                    "position",
                    "which",
                    "at",
                    "present",
                    "name",
                    "named",
                    "and",
                    "up",
                    "over",
                    "covered",
                    "undertaken",
                    "performed",
                    "discharged",
                    "occupied",
                    "hands",
                    "for",
                    "time",
                ];
                let known = words.iter().all(|word| verbs.contains(word) || joining.contains(word));
                let former = says(&["was"]) && !says(&["appointed", "now"]);
                (known && says(&verbs) && words.len() <= 7 && marks.len() <= 2).then_some(Link {
                    left,
                    right,
                    strength: EXPLICIT,
                    former,
                })
            }
            (Item::Role(_), Item::Vacancy(_)) => {
                let known = within(&[
                    "is",
                    "currently",
                    "post",
                    "the",
                    "role",
                    "of",
                    "remains",
                    "has",
                    "to",
                    "this",
                    "at",
                    "present",
                    "still",
                    "yet",
                    "are",
                    "now",
                    "being",
                    "position",
                    "stands",
                    "which",
                    "and",
                    "who",
                    "was",
                    "will",
                    "be",
                    "left",
                    "fell",
                    "currently",
                ]);
                // Farther off it must be said of the post: "…, the post has been", not "…, supplier to be confirmed".
                let said_of_it = words.len() <= 12
                    && words.last().is_some_and(|word| {
                        matches!(
                            *word,
                            "is" | "are" | "has" | "been" | "post" | "role" | "position" | "currently" | "remains"
                        )
                    });
                (known && words.len() <= 6 || said_of_it).then_some(Link { left, right, strength: 7, former: false })
            }
            (Item::Vacancy(_), Item::Role(_)) => {
                let known = within(&["a", "an", "our", "new", "the", "named", "for", "post", "of", "role"]);
                (known && words.len() <= 4 && (marks.is_empty() || marks == ":")).then_some(Link {
                    left,
                    right,
                    strength: if words.is_empty() { 1 } else { EXPLICIT },
                    former: false,
                })
            }
            _ => None,
        }
    }

    /// Whether a role can stand before a name as its title: "Chief Nurse Ada Quill", "executive lead Ada Quill".
    fn is_called(&self, role: usize) -> bool {
        let range = &self.roles[role].range;
        let last = self.text[range.clone()].rsplit(' ').next().unwrap_or_default().to_lowercase();
        HEADS.contains(last.as_str()) || SUBJECTS.contains(last.as_str())
    }
}

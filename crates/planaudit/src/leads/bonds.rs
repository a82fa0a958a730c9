//! Bonds: whether the words between a role and a person, or a vacancy, join the two.

use super::apposed::person_described;
use super::clause::{Clause, Item, Setting};
use super::names::Strength;
use super::role_words::{HEADS, JOINING, SUBJECTS};
use super::states;
use super::words::DOUBTFUL_SURNAMES;

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

/// What stands between two items.
pub(super) struct Gap {
    lower: String,
    pub marks: String,
    pub words: Vec<String>,
}

impl Gap {
    fn of(text: &str) -> Self {
        let mut lower = text.to_lowercase().replace('’', "'");
        if lower.contains("....") {
            // Dots that lead the eye to what stands at the other end of the line.
            lower.retain(|letter| letter != '.');
        }
        let words = lower
            .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
            .filter(|word| !word.trim_matches('\'').is_empty() && *word != "'s")
            .map(str::to_owned)
            .collect();
        let marks = lower
            .chars()
            .filter(|letter| !letter.is_alphanumeric() && !letter.is_whitespace() && *letter != '\'')
            .collect();
        Self { lower, marks, words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    fn within(&self, list: &[&str]) -> bool {
        self.words.iter().all(|word| list.contains(&word.as_str()))
    }

    fn says(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(&word.as_str()))
    }

    /// Whether nothing is said but what joins.
    fn joins(&self) -> bool {
        self.words.iter().all(|word| JOINING.contains(word.as_str()))
    }

    /// The last word but articles and their like.
    fn last(&self) -> &str {
        let bare = ["the", "our", "its", "a", "an", "both", "joint", "new", "interim", "acting", "icb's", "board's"];
        self.words.iter().rev().map(String::as_str).find(|word| !bare.contains(word)).unwrap_or_default()
    }

    /// Whether what stands between is the rest of a label.
    fn is_label(&self) -> bool {
        self.ends(&[":"]) && self.marks.matches(':').count() == 1 && self.len() <= 14
    }

    pub(super) fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.lower.trim_end().ends_with(ending))
    }
}

impl Clause<'_> {
    /// The bond of two items that stand next to each other, if there is one.
    pub(super) fn link(&self, items: &[Item], left: usize, right: usize, setting: Setting) -> Option<Link> {
        let gap = Gap::of(&self.between(items, left, right));
        let row = gap.marks == "|" && gap.words.is_empty() && matches!(items[right], Item::Vacancy(_));
        // "Executive lead: under review; name to be confirmed"
        let entry = gap.marks.starts_with(':')
            && !gap.marks.contains(['.', '!', '?', '|'])
            && gap.len() <= 8
            && matches!(items[right], Item::Vacancy(_));
        if gap.marks.contains(['.', ';', '!', '?', '|']) && !row && !entry {
            return None;
        }
        let (strength, former) = match (items[left], items[right]) {
            (Item::Party(_), Item::Role(role)) | (Item::Role(role), Item::Party(_)) if self.roles[role].generic => None,
            (Item::Party(party), Item::Role(role)) => {
                let raw = &self.text[self.parties[party].range.end..self.roles[role].range.start];
                let (from, to) = (self.parties[party].range.end, self.roles[role].range.start);
                let bodied = self.organisations.iter().any(|body| from <= body.start && body.end <= to);
                self.person_first(&gap, party, setting).or_else(|| person_described(&gap, raw, bodied))
            }
            (Item::Role(role), Item::Party(party)) => self.role_first(&gap, role, party, setting),
            (Item::Role(role), Item::Vacancy(_)) => {
                let labels = self.opens(role) && gap.is_label();
                (labels || entry || vacancy_behind(&gap)).then_some((7, false))
            }
            (Item::Vacancy(_), Item::Role(_)) => {
                let known = gap.within(&["a", "an", "our", "new", "the", "named", "for", "post", "of", "role"]);
                (known && gap.len() <= 4 && (gap.marks.is_empty() || gap.marks == ":"))
                    .then_some((if gap.words.is_empty() { 1 } else { EXPLICIT }, false))
            }
            _ => None,
        }?;
        Some(Link { left, right, strength, former })
    }

    /// "Ada Quill, Chief Nurse", "Ada Quill is our Chief Nurse", "Ada Quill took over as Chief Nurse".
    fn person_first(&self, gap: &Gap, party: usize, setting: Setting) -> Option<(u8, bool)> {
        let possible = self.parties[party].strength == Strength::Possible;
        if gap.marks == ":" && gap.len() > 0 && gap.within(&["job", "title", "post", "role", "position", "designation"])
        {
            return Some((4, false));
        }
        let determined = gap.within(&[
            "our", "the", "its", "a", "an", "new", "current", "present", "joint", "who", "ofsted", "cqc", "icb",
            "board's", "their",
        ]);
        if determined {
            return match gap.marks.as_str() {
                "" if gap.words.is_empty() && !(possible && setting == Setting::Prose) => Some((3, false)),
                "(" => Some((4, false)),
                "," | "–" | "-" | "—" | ",–" => Some((2, false)),
                ":" if gap.words.is_empty() => Some((2, false)),
                _ => None,
            };
        }
        let as_role = gap.last() == "as";
        if gap.lower.len() < 120 && states::has_gone(&gap.lower) && (as_role || gap.ends(&[" from being"])) {
            return Some((EXPLICIT, true));
        }
        let past = gap.says(&["was", "formerly", "previously", "former", "had", "served", "worked", "retired"]);
        let fresh = gap.says(&["appointed", "now", "named", "nominated", "chosen", "confirmed"]);
        // "took over as", "combines the roles of"
        let of_role = gap.last() == "of"
            && gap.says(&[
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
        let two = ["with", "by", "told", "met", "meets", "sees", "thanked", "described", "welcomed", "against"];
        // "agreed to act as" says no more than "acts as"; "reports to B as" speaks of two.
        let says_two = gap.says(&two)
            || gap.words.windows(2).any(|pair| {
                pair[0] == "to" && !matches!(pair[1].as_str(), "act" | "serve" | "be" | "become" | "continue" | "stand")
            });
        // "…, and, as executive lead, B": there the role is the next person's.
        let fronts = gap.len() > 1 && gap.ends(&[", as", "and as", ", as our", ", as the"]);
        if (as_role && !fronts || of_role) && gap.len() <= 9 && gap.marks.chars().count() <= 2 && !says_two {
            return Some((EXPLICIT, past && !fresh));
        }
        let states = gap.says(&[
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
        ]);
        (gap.joins() && states && gap.len() <= 8 && gap.marks.chars().count() <= 2)
            .then_some((EXPLICIT, past && !fresh))
    }

    /// "Chief Nurse: Ada Quill", "our Chief Nurse is Ada Quill".
    fn role_first(&self, gap: &Gap, role: usize, party: usize, setting: Setting) -> Option<(u8, bool)> {
        // "Ada Quill (AQ – Chair), Owen Harcastle (OH)": the bracket is of the person before it.
        if gap.marks.starts_with(')')
            && let Some((before, _)) = self.text[..self.roles[role].range.start].rsplit_once('(')
            && self.parties.iter().any(|other| other.range.end == before.trim_end().len())
        {
            return None;
        }
        let possible = self.parties[party].strength == Strength::Possible;
        // "Head Teacher, Quillmoor Primary School, Quillmoor Spa": the place where the body is.
        let at_body = || self.organisations.iter().any(|body| body.end == self.roles[role].range.end);
        if possible && gap.marks == "," && self.ends_as_place(party) && at_body() {
            return None;
        }
        if gap.words.is_empty() {
            return match gap.marks.as_str() {
                ":" | "):" | ":–" => Some((6, false)),
                "" if !(possible && setting == Setting::Prose) || self.is_called(role) => Some((3, false)),
                "(" => Some((4, false)),
                "," | "–" | "-" | "—" | ")" | ")," | ")–" => Some((2, false)),
                _ => None,
            };
        }
        // "Executive lead, safeguarding (all ages): Ada Quill": a label, whatever it says further.
        if self.opens(role) && gap.is_label() {
            return Some((6, false));
        }
        let past = gap.says(&["was", "formerly", "previously"]);
        let states = past
            || gap.says(&[
                "is",
                "remains",
                "held",
                "by",
                "namely",
                "be",
                "being",
                "are",
                "currently",
                "presently",
                "now",
            ]);
        let former = past && !gap.says(&["appointed", "now", "taken", "filled", "assumed"]);
        (gap.joins() && states && gap.len() <= 7 && gap.marks.chars().count() <= 2).then_some((EXPLICIT, former))
    }

    /// Whether a role opens its sentence.
    fn opens(&self, role: usize) -> bool {
        self.text[..self.roles[role].range.start].chars().all(|letter| !letter.is_alphanumeric())
    }

    fn ends_as_place(&self, party: usize) -> bool {
        let last = self.parties[party].name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        DOUBTFUL_SURNAMES.contains(last.as_str())
    }

    /// Whether a role can stand before a name as its title: "Chief Nurse Ada Quill", "executive lead Ada Quill".
    fn is_called(&self, role: usize) -> bool {
        let range = &self.roles[role].range;
        let last = self.text[range.clone()].rsplit(' ').next().unwrap_or_default().to_lowercase();
        HEADS.contains(last.as_str()) || SUBJECTS.contains(last.as_str())
    }
}

/// Whether a vacancy is said of the role before it. Farther off it must be said of the post: "…, the post has been", not
/// "…, supplier to be confirmed".
fn vacancy_behind(gap: &Gap) -> bool {
    let said_of_it = gap.len() <= 12
        && gap.words.last().is_some_and(|word| {
            matches!(
                word.as_str(),
                "is" | "are" | "has" | "been" | "post" | "role" | "position" | "currently" | "remains"
            )
        });
    gap.joins() && gap.len() <= 6 || said_of_it
}

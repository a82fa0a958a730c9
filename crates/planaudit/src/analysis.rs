//! One document, taken through every stage before the rules: text, outline, passages, matches, values, context.

mod citations;
mod presence;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use planaudit_read::Document;

use crate::analyser::Token;
use crate::context::{Context, contexts};
use crate::leads::names;
use crate::matcher::{Match, Matches};
use crate::outline::Outline;
use crate::passage::{Passage, passages};
use crate::rubric::{Rubric, Scope};
use crate::text::Text;
use crate::values::Values;

pub(crate) use presence::Presence;

/// A document analysed against a rubric's lexicon.
pub struct Analysis<'r> {
    /// The rubric.
    pub rubric: &'r Rubric,
    /// The text.
    pub text: Text,
    /// Sections and zones.
    pub outline: Outline,
    /// Words.
    pub tokens: Vec<Token>,
    /// Passages, in order.
    pub passages: Vec<Passage>,
    /// Terms found.
    pub matches: Matches,
    /// Which passages hold which concepts, once a rule has asked.
    presence: OnceLock<Presence>,
    /// Values found.
    pub values: Values,
    /// Context of each passage.
    pub contexts: Vec<Context>,
    /// The people named in each passage, once somebody has asked.
    people: Vec<OnceLock<Vec<Match>>>,
    headings: Vec<Option<Range<u32>>>,
    /// Which sections are the whole document under its title.
    titled_whole: Vec<bool>,
    /// First and one past the last passage of each section.
    sections: Vec<Option<Range<usize>>>,
}

impl<'r> Analysis<'r> {
    /// Analyses a document.
    ///
    /// ```
    /// use planaudit::{Analysis, Rubric};
    /// let rubric = Rubric::hpig_2024();
    /// let document = planaudit::read::read_text("# Start well\n\nWe will open two clinics. They are for pupils.\n");
    /// let analysis = Analysis::of(&document, &rubric);
    /// assert_eq!(analysis.passages.len(), 3);
    /// ```
    pub fn of(document: &Document, rubric: &'r Rubric) -> Self {
        let text = Text::of(document);
        let outline = Outline::of(&text);
        let tokens = rubric.lexicon.vocabulary().tokenise(text.as_str());
        let passages = passages(&text, &outline, &tokens);
        let mut matches = Matches::find(&rubric.lexicon, &tokens);
        let mut values = Values::find(text.as_str(), &tokens, &matches, &rubric.cues);
        let cited = citations::citations(text.as_str(), &tokens);
        if !cited.is_empty() {
            matches.leave_out(&cited);
            values.leave_out(&cited);
        }
        let mut headings = vec![None; outline.sections().len()];
        let mut sections: Vec<Option<Range<usize>>> = vec![None; outline.sections().len()];
        for (index, passage) in passages.iter().enumerate() {
            if outline.sections()[passage.section].heading == Some(passage.block) {
                headings[passage.section] = Some(passage.tokens.clone());
            } else {
                let range = sections[passage.section].get_or_insert(index..index + 1);
                range.end = index + 1;
            }
        }
        let titled_whole = (0..outline.sections().len()).map(|section| outline.is_titled_whole(section)).collect();
        let people = passages.iter().map(|_| OnceLock::new()).collect();
        let mut analysis = Self {
            rubric,
            text,
            outline,
            tokens,
            passages,
            matches,
            presence: OnceLock::new(),
            values,
            contexts: Vec::new(),
            people,
            headings,
            titled_whole,
            sections,
        };
        analysis.contexts = contexts(&analysis);
        analysis
    }

    /// Which passages hold which concepts.
    pub(crate) fn presence(&self) -> &Presence {
        self.presence.get_or_init(|| Presence::of(self))
    }

    /// The passage that holds a token, unless it stands between passages.
    pub fn passage_of(&self, token: u32) -> Option<usize> {
        let index = self.passages.partition_point(|passage| passage.tokens.end <= token);
        self.passages.get(index).filter(|passage| passage.tokens.contains(&token)).map(|_| index)
    }

    /// The passages just before and after one in its paragraph, list or table.
    pub fn beside(&self, index: usize) -> impl Iterator<Item = usize> {
        let paragraph = &self.passages[index].paragraph;
        [index.checked_sub(1), Some(index + 1)]
            .into_iter()
            .flatten()
            .filter(move |&beside| self.passages.get(beside).is_some_and(|passage| passage.paragraph == *paragraph))
    }

    /// The passage that is a section's heading.
    pub fn heading_passage(&self, section: usize) -> Option<usize> {
        self.heading_tokens(section).and_then(|tokens| self.passage_of(tokens.start))
    }

    /// Tokens of a section's heading.
    pub fn heading_tokens(&self, section: usize) -> Option<Range<u32>> {
        self.headings.get(section).cloned().flatten()
    }

    /// The passages under a section's heading, sub-sections left out.
    pub fn section_passages(&self, section: usize) -> Range<usize> {
        self.sections.get(section).cloned().flatten().unwrap_or(0..0)
    }

    /// Ranges of tokens that make a wider scope of a passage, the nearest first.
    pub fn scopes<'a>(&'a self, scope: Scope, passage: &'a Passage) -> impl Iterator<Item = Range<u32>> + 'a {
        let paragraph = (scope == Scope::Paragraph).then(|| passage.paragraph.clone());
        let section = (scope == Scope::Section).then(|| self.section_tokens(passage.section)).flatten();
        let above = if scope == Scope::Under { &passage.above[..] } else { &[] };
        let within = matches!(scope, Scope::Heading | Scope::Under).then_some(passage.section);
        let headings = within.into_iter().flat_map(|section| self.outline.ancestry(section));
        let headings = headings.filter(|&section| !self.titled_whole[section]);
        let headings = headings.filter_map(|section| self.heading_tokens(section));
        paragraph.into_iter().chain(section).chain(above.iter().cloned()).chain(headings)
    }

    /// Tokens of the passages under a section's heading, sub-sections left out.
    fn section_tokens(&self, section: usize) -> Option<Range<u32>> {
        let passages = &self.passages[self.section_passages(section)];
        Some(passages.first()?.tokens.start..passages.last()?.tokens.end)
    }

    /// Bytes of a range of tokens.
    pub fn bytes(&self, tokens: &Range<u32>) -> Range<usize> {
        let first = self.tokens.get(tokens.start as usize);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last as usize));
        match (first, last) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// Names of people in a passage or a wider scope of one, as matches. Those of a passage are found once.
    pub fn people_in(&self, within: &Range<u32>) -> Cow<'_, [Match]> {
        match self.passage_of(within.start).filter(|&index| self.passages[index].tokens == *within) {
            Some(index) => Cow::Borrowed(self.people[index].get_or_init(|| self.find_people(within))),
            None => Cow::Owned(self.find_people(within)),
        }
    }

    fn find_people(&self, within: &Range<u32>) -> Vec<Match> {
        let bytes = self.bytes(within);
        let names = names::find(&self.text.as_str()[bytes.clone()]);
        names
            .into_iter()
            .map(|name| {
                let start =
                    self.tokens.partition_point(|token| (token.start as usize) < bytes.start + name.range.start);
                let end = self.tokens.partition_point(|token| (token.start as usize) < bytes.start + name.range.end);
                Match { start: start as u32, end: end as u32 }
            })
            .collect()
    }

    /// The words of a passage.
    pub fn quote(&self, passage: &Passage) -> &str {
        &self.text.as_str()[passage.range.clone()]
    }
}

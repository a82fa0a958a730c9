//! The outline: sections by their headings, and the zone each stands in.

use planaudit_read::BlockKind;

use crate::context::Zone;
use crate::text::Text;

/// The sections of a document. Section 0 is what stands before the first heading.
#[derive(Debug, Clone)]
pub struct Outline {
    sections: Vec<Section>,
    of_block: Vec<u32>,
}

/// A heading and what stands under it, up to the next heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// The heading's block; none for section 0.
    pub heading: Option<usize>,
    /// The section it lies in; none at the top.
    pub parent: Option<usize>,
    /// 1 to 6; 0 for section 0.
    pub level: u8,
    /// First block under the heading, and one past the last.
    pub blocks: std::ops::Range<usize>,
    /// The zone its heading, or one above it, says.
    pub zone: Zone,
}

impl Outline {
    /// Finds the sections of a text.
    pub fn of(text: &Text) -> Self {
        let root = Section { heading: None, parent: None, level: 0, blocks: 0..0, zone: Zone::Body };
        let mut sections = vec![root];
        let mut of_block = Vec::with_capacity(text.blocks().len());
        let mut open: Vec<usize> = Vec::new();
        for (index, block) in text.blocks().iter().enumerate() {
            if let BlockKind::Heading { level } = block.kind {
                while open.last().is_some_and(|&section| sections[section].level >= level) {
                    open.pop();
                }
                let parent = open.last().copied();
                let title = &text.as_str()[block.range.clone()];
                let zone = zone_of_title(title).or(parent.map(|parent| sections[parent].zone)).unwrap_or_default();
                open.push(sections.len());
                sections.push(Section { heading: Some(index), parent, level, blocks: index + 1..index + 1, zone });
            } else {
                let current = sections.len() - 1;
                sections[current].blocks.end = index + 1;
            }
            of_block.push(sections.len() as u32 - 1);
        }
        Self { sections, of_block }
    }

    /// All sections, in order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section a block stands in; a heading stands in its own.
    pub fn section_of_block(&self, block: usize) -> usize {
        self.of_block.get(block).map_or(0, |section| *section as usize)
    }

    /// A section and those above it, innermost first.
    pub fn ancestry(&self, section: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(section), |&section| self.sections[section].parent)
    }

    /// Whether a section is the whole document under its title: the title stands above everything and sets nothing apart.
    pub fn is_titled_whole(&self, section: usize) -> bool {
        section <= 1 && self.sections.iter().filter(|other| other.parent == Some(section)).count() > 2
    }

    /// The topmost section above (or at) a section.
    pub fn top_of(&self, section: usize) -> usize {
        self.ancestry(section).last().unwrap_or(section)
    }

    /// The headings above a section, highest first.
    pub fn path(&self, text: &Text, section: usize) -> Vec<String> {
        let mut path: Vec<_> = self
            .ancestry(section)
            .filter_map(|section| self.sections[section].heading)
            .map(|block| text.as_str()[text.blocks()[block].range.clone()].to_owned())
            .collect();
        path.reverse();
        path
    }
}

/// The zone a heading's title stands for, if any: titles are short, and these words open them.
fn zone_of_title(title: &str) -> Option<Zone> {
    let title = title.trim_start_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
    // A numbered appendix keeps its letter or number behind the word.
    let opens = |words: &[&str]| words.iter().any(|word| title.starts_with(word));
    let short = title.split_whitespace().count() <= 6;
    if opens(&["contents", "table of contents", "list of figures", "list of tables", "in this document"]) {
        Some(Zone::Contents)
    } else if short
        && (opens(&["glossary", "acronyms", "abbreviations", "list of acronyms", "list of abbreviations", "jargon"])
            || title.contains("glossary"))
    {
        // "Glossary and references" is one list of things that are not said of this plan.
        Some(Zone::Glossary)
    } else if short && opens(&["references", "bibliography", "sources", "endnotes", "further reading", "useful links"])
    {
        Some(Zone::References)
    } else if short
        && opens(&[
            "foreword",
            "welcome",
            "introduction from",
            "message from",
            "a message from",
            "statement from",
            "preface",
        ])
    {
        Some(Zone::Foreword)
    } else if opens(&["appendix", "annex", "appendices", "annexes"]) {
        Some(Zone::Appendix)
    } else if opens(&["case study", "case studies", "case example", "spotlight on", "good practice example"]) {
        Some(Zone::CaseStudy)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones(markdown: &str) -> Vec<Zone> {
        let document = planaudit_read::read_text(markdown);
        Outline::of(&Text::of(&document)).sections().iter().map(|section| section.zone).collect()
    }

    #[test]
    fn titles_say_zones() {
        let found =
            zones("# Plan\n\nx\n\n## Contents\n\nx\n\n## 1. Foreword\n\nx\n\n## Glossary and references\n\nx\n");
        assert_eq!(found, [Zone::Body, Zone::Body, Zone::Contents, Zone::Foreword, Zone::Glossary]);
    }

    #[test]
    fn sections_below_keep_the_zone_of_those_above() {
        assert_eq!(zones("# Glossary\n\n## A to C\n\nx\n")[2], Zone::Glossary);
    }
}

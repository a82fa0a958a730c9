//! The presentation part: which slides there are, in order, and how large they are.

use crate::error::ReadError;
use crate::office::package::Package;

/// The slides of a presentation.
pub(super) struct Deck {
    /// Their parts, in order of showing.
    pub(super) slides: Vec<String>,
    /// Width times height of a slide, in the file's own units squared.
    pub(super) area: f64,
}

impl Deck {
    pub(super) fn of(package: &mut Package<'_>) -> Result<Self, ReadError> {
        let main = package.main_part()?;
        let part = package.needed(&main)?;
        let relations = package.relations(&main)?;
        let mut ids = Vec::new();
        let mut area = 0.0;
        part.each(|element| match element.name() {
            // Its own number comes first, without a prefix; the relation's id has one.
            "sldId" => ids.extend(element.prefixed("id")),
            "sldSz" => {
                let side = |name| f64::from(element.number(name).unwrap_or(0));
                area = side("cx") * side("cy");
            }
            _ => {}
        })?;
        let slide = |id: &String| relations.iter().find(|relation| relation.id == *id).map(|it| it.target.clone());
        let slides: Vec<String> = ids.iter().filter_map(slide).collect();
        if slides.is_empty() {
            return Err(package.broken("it has no slides"));
        }
        Ok(Self { slides, area })
    }
}

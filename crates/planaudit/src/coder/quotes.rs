//! Whether a quote is in a text, whatever white space, quotation marks and dashes it was typed with.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

/// A text folded for comparison, every place in it traceable.
pub(super) struct Folded {
    string: String,
    /// For each byte of the folded string, the bytes of the character it came from.
    from: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self { string: String::with_capacity(text.len()), from: Vec::with_capacity(text.len()) };
        for (at, letter) in text.char_indices() {
            let from = (at as u32, (at + letter.len_utf8()) as u32);
            fold(letter, |plain| {
                if plain != ' ' || !folded.string.ends_with(' ') {
                    folded.string.push(plain);
                    folded.from.resize(folded.string.len(), from);
                }
            });
        }
        folded
    }

    /// Every place a quote stands, as bytes of the text, whole words only.
    pub(super) fn places(&self, quote: &str) -> Vec<Range<usize>> {
        let quote = folded(quote);
        if quote.is_empty() {
            return Vec::new();
        }
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(found) = self.string[from..].find(&quote) {
            let place = from + found..from + found + quote.len();
            if self.is_whole(&place) {
                places.push(self.from[place.start].0 as usize..self.from[place.end - 1].1 as usize);
            }
            from = place.start + self.string[place.start..].chars().next().map_or(1, char::len_utf8);
        }
        places
    }

    /// Whether a place neither begins nor ends within a word: “able” is not a quote of “unable”.
    fn is_whole(&self, place: &Range<usize>) -> bool {
        let joins = |before: &str, after: &str| {
            before.chars().next_back().is_some_and(char::is_alphanumeric)
                && after.chars().next().is_some_and(char::is_alphanumeric)
        };
        let (before, rest) = self.string.split_at(place.start);
        let (inside, after) = rest.split_at(place.len());
        !joins(before, inside) && !joins(inside, after)
    }
}

/// A quote folded as the text is, the marks of a heading, an item or a quotation before it left out.
fn folded(quote: &str) -> String {
    let quote =
        quote.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '#' | '>' | '-' | '•'));
    let mut string = String::with_capacity(quote.len());
    for letter in quote.chars() {
        fold(letter, |plain| {
            if plain != ' ' || !string.ends_with(' ') {
                string.push(plain);
            }
        });
    }
    string.trim().to_owned()
}

/// What a letter is compared as: nothing for marks of emphasis and invisible letters, a space for white space and cell
/// borders, one form each for quotation marks and for dashes, the letters of a ligature.
fn fold(letter: char, mut push: impl FnMut(char)) {
    match letter {
        '*' | '\\' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
        '|' => push(' '),
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => push('\''),
        '“' | '”' | '„' | '‟' | '″' => push('"'),
        '‐'..='―' | '−' => push('-'),
        _ if letter.is_whitespace() => push(' '),
        _ if letter.is_ascii() => push(letter),
        _ => decompose_compatible(letter, push),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_found_however_they_are_typed() {
        let text = "Children’s teeth –\u{a0}“by 2027”\nNurse | Office\nthe eﬃcient café";
        let folded = Folded::of(text);
        let found = |quote: &str| folded.places(quote).into_iter().map(|place| &text[place]).collect::<Vec<_>>();
        assert_eq!(found("## Children's  **teeth** - \"by 2027\""), ["Children’s teeth –\u{a0}“by 2027”"]);
        assert_eq!(found("Nurse Office"), ["Nurse | Office"]);
        assert_eq!(found("efficient cafe\u{301}"), ["eﬃcient café"]);
        assert!(found("children’s teeth").is_empty(), "letters are compared as they are");
        assert!(found("hildren’s").is_empty(), "words are whole");
        assert!(found(" ## ").is_empty());
    }
}

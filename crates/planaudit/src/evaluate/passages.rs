//! Whether a passage reported is a passage labelled.

/// How many passages of a question a person is asked to read.
pub const SHORTLIST: usize = 15;

/// A passage's words without what differs between prints of it: case, white space, table bars, emphasis, the shapes
/// of quotation marks and dashes.
///
/// ```
/// use planaudit::evaluate::passages::Folded;
///
/// assert_eq!(Folded::of("The **child’s**\n plan | 2024–25").as_str(), "the child's plan 2024-25");
/// ```
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    length: usize,
    words: Vec<String>,
}

impl Folded {
    /// Of a quote.
    pub fn of(quote: &str) -> Self {
        let mut plain = String::with_capacity(quote.len());
        for letter in quote.chars() {
            match letter {
                '’' | '‘' => plain.push('\''),
                '“' | '”' => plain.push('"'),
                '–' | '—' => plain.push('-'),
                '\u{ad}' | '*' => {}
                '|' | '\u{1c}'..='\u{1f}' => plain.push(' '),
                other => plain.push(other),
            }
        }
        let text = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let words = text.split(|letter| !is_word(letter)).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { length: text.chars().count(), text, words }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the two are the same passage cut differently: one holds the other, or seven tenths of the shorter's
    /// words (four at least) are among the longer's. A fragment held counts from 25 letters on.
    pub fn overlaps(&self, found: &Self) -> bool {
        if found.text.contains(&self.text) {
            return true;
        }
        let enough = self.length.min(25);
        if !found.text.is_empty() && self.text.contains(&found.text) && found.length >= enough {
            return true;
        }
        let (short, long) = if self.words.len() <= found.words.len() { (self, found) } else { (found, self) };
        let shared = short.words.iter().filter(|word| long.words.contains(word)).count();
        short.words.len() >= 4 && shared * 10 >= short.words.len() * 7
    }

    /// Whether a passage reported holds this one or is held by it; fragments up to 15 letters say nothing.
    pub fn reported_as(&self, found: &Self) -> bool {
        found.length > 15 && (found.text.contains(&self.text) || self.text.contains(&found.text))
    }
}

//! Tesseract's table of words, as lines with a size and a baseline.

/// Words below this confidence are specks and lines of a picture.
const LEAST_CONFIDENCE: f64 = 25.0;
/// Signs without a letter or figure have to be surer.
const LEAST_OF_SIGNS: f64 = 70.0;
/// Share of a line's height, from the top, at which its baseline is taken to lie.
const BASE: f64 = 0.8;

/// What was found on a picture, in dots.
pub(super) struct Scan {
    pub(super) lines: Vec<Line>,
    /// Mean over the words, in per cent.
    pub(super) confidence: u8,
}

/// A line of print.
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) base: f64,
    /// Height of its em.
    pub(super) size: f64,
}

/// A word of it.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) width: f64,
}

impl Scan {
    /// Reads the table. Rows that are no words are passed over.
    pub(super) fn of(table: &str) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        let mut confidences = Vec::new();
        for row in table.lines() {
            let fields: Vec<&str> = row.split('\t').collect();
            let [level, .., left, top, width, height, confidence, text] = fields[..] else { continue };
            let number = |field: &str| field.parse::<f64>().ok();
            let (Some(left), Some(top), Some(width), Some(height)) =
                (number(left), number(top), number(width), number(height))
            else {
                continue;
            };
            match level {
                "4" => lines.push(Line { words: Vec::new(), base: top + BASE * height, size: height }),
                "5" => {
                    let text = text.trim();
                    let confidence = number(confidence).unwrap_or(-1.0);
                    let letters = text.contains(char::is_alphanumeric);
                    let least = if letters { LEAST_CONFIDENCE } else { LEAST_OF_SIGNS };
                    if !text.is_empty()
                        && confidence >= least
                        && let Some(line) = lines.last_mut()
                    {
                        line.words.push(Word { text: text.to_owned(), left, width });
                        confidences.push(confidence);
                    }
                }
                _ => {}
            }
        }
        lines.retain(|line| !line.words.is_empty());
        level_sizes(&mut lines);
        let mean = confidences.iter().sum::<f64>() / confidences.len().max(1) as f64;
        Self { lines, confidence: mean.clamp(0.0, 100.0) as u8 }
    }
}

/// Gives lines about as high as most the size of most: a line's height depends on whether its letters rise and fall.
fn level_sizes(lines: &mut [Line]) {
    let mut heights: Vec<f64> = lines.iter().filter(|line| line.words.len() > 2).map(|line| line.size).collect();
    heights.sort_by(f64::total_cmp);
    let Some(usual) = heights.get(heights.len() / 2).copied() else { return };
    for line in lines {
        if (0.55..=1.25).contains(&(line.size / usual)) {
            line.size = usual;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
4\t1\t1\t1\t1\t0\t100\t100\t400\t20\t-1\t
5\t1\t1\t1\t1\t1\t100\t100\t90\t20\t96.5\tWords
5\t1\t1\t1\t1\t2\t200\t100\t40\t20\t91.5\tof
5\t1\t1\t1\t1\t3\t250\t100\t90\t20\t10.0\tspecks
5\t1\t1\t1\t1\t4\t350\t100\t90\t20\t60.0\t~|
5\t1\t1\t1\t1\t5\t450\t100\t90\t20\t94.0\ta
4\t1\t1\t1\t2\t0\t100\t130\t400\t14\t-1\t
5\t1\t1\t1\t2\t1\t100\t130\t90\t14\t90.0\tseen
4\t1\t1\t1\t3\t0\t100\t10\t400\t60\t-1\t
5\t1\t1\t1\t3\t1\t100\t10\t90\t60\t90.0\tPlan
4\t1\t1\t1\t4\t0\t100\t10\t400\t60\t-1\t
not a row";

    #[test]
    fn words_are_lines_with_a_size_and_specks_are_none() {
        let scan = Scan::of(TABLE);
        let words: Vec<Vec<&str>> =
            scan.lines.iter().map(|line| line.words.iter().map(|word| word.text.as_str()).collect()).collect();
        assert_eq!(words, [vec!["Words", "of", "a"], vec!["seen"], vec!["Plan"]]);
        assert_eq!(scan.lines.iter().map(|line| line.size).collect::<Vec<_>>(), [20.0, 20.0, 60.0]);
        assert_eq!(scan.confidence, 92);
    }
}

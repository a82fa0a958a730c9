//! The file cut into pages and made ready for the Markdown grammar, each line still knowing its number in the file.

/// A file's front matter title and its pages.
pub(super) struct Source {
    /// The title of a `---` front matter block.
    pub(super) title: Option<String>,
    /// Whether any page is marked.
    pub(super) paged: bool,
    /// The pages; one if no page is marked.
    pub(super) sheets: Vec<Sheet>,
}

/// Lines of Markdown with their numbers in the file.
#[derive(Default)]
pub(super) struct Sheet {
    /// The text, a line feed after each line.
    pub(super) text: String,
    starts: Vec<usize>,
    numbers: Vec<u32>,
}

impl Source {
    pub(super) fn of(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let (title, skip) = front_matter(text);
        let mut sheets = vec![Sheet::default()];
        let mut marked = false;
        let mut lines = text.lines().enumerate().skip(skip).peekable();
        let mut above = "";
        while let Some((index, line)) = lines.next() {
            let number = index as u32 + 1;
            if is_page_mark(line) {
                sheets.push(Sheet::default());
                marked = true;
                above = "";
                continue;
            }
            let Some(sheet) = sheets.last_mut() else { break };
            // Rows whose header stands on the page before, or past a blank line, get an empty header to be rows again.
            if let Some(columns) = columns(line)
                && !above.contains('|')
                && !lines.peek().is_some_and(|(_, below)| is_delimiter(below))
                && !is_delimiter(line)
            {
                sheet.push("", number);
                sheet.push(&"|".repeat(columns + 1).replace('|', "| "), number);
                sheet.push(&format!("|{}", "---|".repeat(columns)), number);
            }
            sheet.push(line, number);
            above = line;
        }
        if marked && sheets.last().is_some_and(|sheet| sheet.text.trim().is_empty()) {
            sheets.pop();
        }
        Self { title, paged: marked, sheets }
    }
}

impl Sheet {
    /// Adds a line.
    pub(super) fn push(&mut self, line: &str, number: u32) {
        self.starts.push(self.text.len());
        self.numbers.push(number);
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// The file's line that holds a byte of `text`.
    pub(super) fn line_at(&self, offset: usize) -> u32 {
        let after = self.starts.partition_point(|&start| start <= offset);
        self.numbers.get(after.saturating_sub(1)).copied().unwrap_or(0)
    }
}

fn is_page_mark(line: &str) -> bool {
    line.trim()
        .strip_prefix("<!--")
        .and_then(|rest| rest.strip_suffix("-->"))
        .is_some_and(|inner| inner.trim().eq_ignore_ascii_case("page"))
}

/// How many cells a line has that begins and ends with a pipe.
fn columns(line: &str) -> Option<usize> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let bars = inner.match_indices('|').filter(|(at, _)| !inner[..*at].ends_with('\\')).count();
    (bars > 0).then_some(bars + 1)
}

fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t'))
}

/// The title in a front matter block and the number of lines the block takes.
fn front_matter(text: &str) -> (Option<String>, usize) {
    let mut lines = text.lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return (None, 0);
    }
    let mut title = None;
    for (index, line) in lines.enumerate().take(200) {
        if matches!(line.trim_end(), "---" | "...") {
            return (title, index + 2);
        }
        let belongs = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        let Some((key, value)) = line.split_once(':').filter(|(key, _)| !key.contains(' ')) else {
            if belongs {
                continue;
            }
            break;
        };
        if key.eq_ignore_ascii_case("title") {
            title = Some(value.trim().trim_matches(['"', '\'']).to_owned()).filter(|title| !title.is_empty());
        }
    }
    (None, 0)
}

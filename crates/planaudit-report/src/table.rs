//! One CSV table: UTF-8, RFC 4180, a header row, lists joined with `; `.
//!
//! Cells hold what the documents say, unchanged; a quote that begins with `=` stays so. Import the tables as text into
//! a spreadsheet when the documents come from strangers.

use std::io::Write;

use planaudit::AssessedDocument;

use crate::error::ReportError;

/// What stands between the items of a list in a cell.
const LIST_SEPARATOR: &str = "; ";

/// The columns every table about documents begins with.
pub(crate) const IDENTITY: [&str; 4] = ["document", "ics", "kind", "edition"];

/// A table being written.
pub(crate) struct Table<W: Write> {
    name: &'static str,
    writer: csv::Writer<W>,
}

impl<W: Write> Table<W> {
    /// Begins a table with its header row.
    pub(crate) fn new<'a>(
        name: &'static str,
        output: W,
        columns: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, ReportError> {
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(output);
        let mut table = Self { name, writer };
        table.row(columns)?;
        Ok(table)
    }

    /// Writes one row.
    pub(crate) fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> Result<(), ReportError> {
        self.writer.write_record(cells).map_err(|source| self.refused(source))
    }

    /// Writes out what is still held back.
    pub(crate) fn finish(mut self) -> Result<(), ReportError> {
        self.writer.flush().map_err(|source| self.refused(source.into()))
    }

    fn refused(&self, source: csv::Error) -> ReportError {
        ReportError::Table { table: self.name, source }
    }
}

/// The cells under [`IDENTITY`].
pub(crate) fn identity(document: &AssessedDocument) -> [String; 4] {
    [
        document.path.clone(),
        text(document.ics.as_deref()),
        document.kind.as_str().to_owned(),
        text(document.edition.as_deref()),
    ]
}

/// A list in one cell.
pub(crate) fn list<S: AsRef<str>>(items: &[S]) -> String {
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(LIST_SEPARATOR)
}

/// A text, or an empty cell where there is none.
pub(crate) fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

/// A number, or an empty cell where there is none.
pub(crate) fn number<N: ToString>(value: Option<N>) -> String {
    value.map(|number| number.to_string()).unwrap_or_default()
}

/// A share or percentage with no more than `digits` decimals.
pub(crate) fn decimal(value: f64, digits: usize) -> String {
    let fixed = format!("{value:.digits$}");
    if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { fixed }
}

/// A count with its thousands set off.
pub(crate) fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_off() {
        assert_eq!([0, 999, 1000, 61_204, 1_234_567].map(grouped), ["0", "999", "1,000", "61,204", "1,234,567"]);
    }

    #[test]
    fn decimals_are_short() {
        assert_eq!(decimal(1.0, 4), "1");
        assert_eq!(decimal(0.98, 4), "0.98");
        assert_eq!(decimal(100.0 / 3.0, 2), "33.33");
        assert_eq!(decimal(100.0, 0), "100");
    }
}

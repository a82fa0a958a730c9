//! A table of figures, for a terminal or as Markdown.

/// How a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Columns of even width.
    Columns,
    /// As Markdown has it.
    Markdown,
}

/// Rows under a head; the first column holds words, the others figures.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(head: &[&str]) -> Self {
        Self { rows: vec![head.iter().map(|name| (*name).to_owned()).collect()] }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    pub(super) fn print(&self, layout: Layout) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |cell: &String| cell.chars().count();
        let widest = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        let mut text = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            let line = match layout {
                Layout::Columns => columns_of(row, &widths),
                Layout::Markdown => format!("| {} |", row.join(" | ")),
            };
            text.push_str(line.trim_end());
            text.push('\n');
            if index == 0 && layout == Layout::Markdown {
                text.push_str("| --- ");
                text.push_str(&"| ---: ".repeat(columns.saturating_sub(1)));
                text.push_str("|\n");
            }
        }
        text
    }
}

fn columns_of(row: &[String], widths: &[usize]) -> String {
    let set = |(column, (cell, width)): (usize, (&String, &usize))| {
        if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
    };
    row.iter().zip(widths).enumerate().map(set).collect::<Vec<_>>().join("  ")
}

//! A table before it is a workbook or CSV: title, lines above it, columns, rows, remarks. Knows neither of the two formats.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words; never taken for a formula or a number.
    Text(String),
    /// A number.
    Number(i64),
}

impl Cell {
    /// Words, or nothing.
    #[must_use]
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// A count.
    #[must_use]
    pub fn count(count: impl Into<i64>) -> Self {
        Self::Number(count.into())
    }
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// Width in characters.
    pub width: u8,
    /// In the middle instead of at its side.
    pub centred: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn words(head: &'static str, width: u8) -> Self {
        Self { head, width, centred: false }
    }

    /// A column of numbers or short marks.
    #[must_use]
    pub const fn short(head: &'static str, width: u8) -> Self {
        Self { head, width, centred: true }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Name of its sheet.
    pub name: String,
    /// Title above it.
    pub title: String,
    /// Lines between title and table: what it is about.
    pub lines: Vec<(&'static str, String)>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, as many cells as columns.
    pub rows: Vec<Vec<Cell>>,
    /// Remarks below it.
    pub notes: Vec<String>,
    /// Printed on a leaf that lies.
    pub landscape: bool,
}

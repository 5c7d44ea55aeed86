//! The cells of a sheet as text, with nothing decided about what they mean. Read from files by `sheets`; understood by [`super::roster_import`].

use std::fmt;

use serde::{Deserialize, Serialize};

/// One sheet of a workbook, or a whole CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The sheet's name; `None` for a file that has no sheets.
    pub name: Option<String>,
    /// Rows with at least one cell that is not empty, from the top.
    pub rows: Vec<GridRow>,
    /// Something lay beyond what is read of one sheet.
    pub cut: bool,
}

/// A row that is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// Its number in the file, from 1, as a spreadsheet shows it.
    pub number: u32,
    /// Its cells from column A to the last that is not empty.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What it says, trimmed; empty when nothing is in it. A line break inside stays.
    #[serde(rename = "t")]
    pub text: String,
    /// It was a number of more digits than a spreadsheet keeps (15): the last ones are not to be trusted.
    #[serde(rename = "r", default, skip_serializing_if = "std::ops::Not::not")]
    pub rounded: bool,
}

impl Grid {
    /// Most rows read of one sheet: far more than one facilitator has families.
    pub const ROWS: usize = 5000;
    /// Most columns.
    pub const COLUMNS: usize = 60;
    /// Most sheets of a workbook.
    pub const SHEETS: usize = 60;
    /// Endings of files that may be a roster. What they are is told by what is in them.
    pub const ENDINGS: [&str; 7] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"];
    /// Most characters of a cell.
    pub const CHARS: usize = 300;
}

impl GridRow {
    /// The text of a cell; empty beyond the last.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// Cells that are not empty, with their column.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.cells.iter().enumerate().map(|(column, cell)| (column, cell.text.as_str()));
        cells.filter(|(_, text)| !text.is_empty())
    }
}

impl Cell {
    /// A cell of text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), rounded: false }
    }
}

/// Without digits: a cell may be an identity number, and what is printed may end in a log.
impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden: String = self.text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
        write!(f, "{hidden:?}")
    }
}

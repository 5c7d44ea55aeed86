//! Out: attendance of a meeting and the recap of a month as workbook (XLSX) and CSV; any lines as CSV. What a table says is decided here,
//! what it is about comes as plain data of the engine.

mod attendance;
mod csv;
mod month;
mod table;
mod xlsx;

pub use attendance::attendance;
pub use csv::{csv, lines};
pub use month::month;
pub use table::{Cell, Column, Table};
pub use xlsx::xlsx;

/// Why a file could not be made; a mistake of ours, for what goes in is bounded.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The workbook's writer.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV writer.
    #[error("csv: {0}")]
    Csv(String),
}

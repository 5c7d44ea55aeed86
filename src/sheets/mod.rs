//! Workbooks and CSV files, in and out: cells on the one side, bytes on the other. What cells mean is the engine's business.
//! The only room that knows calamine, csv, `encoding_rs` and `rust_xlsxwriter`.

mod csv_text;
pub mod read;
pub mod workbook;
pub mod write;

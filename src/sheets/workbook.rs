//! Workbooks (XLSX, XLSB, XLS, ODS) as grids, by calamine. Runs in the child (`lembar-pages --workbook FILE`): calamine can be made to loop or
//! to ask for more memory than there is, which then costs the child alone. [`super::read`] is the program's end of it.

use std::io::{Cursor, Read, Seek};

use calamine::{
    Data, DataRef, DataType, Ods, OdsError, Range, Reader, SheetType, Xls, XlsError, Xlsb, Xlsx, XlsxError,
};
use serde::{Deserialize, Serialize};

use crate::engine::grid::{Cell, Grid, GridRow};

/// From this number on a spreadsheet no longer keeps every digit.
const ROUNDED: f64 = 1e15;

/// Why there are no grids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Fault {
    /// It cannot be read.
    #[error("cannot be read")]
    Unreadable,
    /// Protected by a password.
    #[error("protected by a password")]
    Locked,
    /// Neither a workbook nor text.
    #[error("neither a workbook nor text")]
    Other,
    /// Wider or longer than can be held.
    #[error("too large")]
    TooLarge,
    /// A workbook that makes no sense.
    #[error("damaged")]
    Damaged,
}

/// The kinds of file, told by their first bytes and not by their ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A compressed container: XLSX, XLSB, ODS.
    Zip,
    /// The older container: XLS, or an XLSX behind a password.
    Compound,
    /// Anything else.
    Text,
}

impl Kind {
    /// Of a file with these first bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Self::Compound
        } else {
            Self::Text
        }
    }
}

/// The visible sheets of a workbook.
pub fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    match Kind::of(bytes) {
        Kind::Compound => compound(bytes),
        Kind::Zip => zipped(bytes),
        Kind::Text => Err(Fault::Other),
    }
}

fn compound(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    match Xls::new(Cursor::new(bytes)) {
        Ok(mut book) => Ok(dense(&mut book)),
        Err(XlsError::Password) => Err(Fault::Locked),
        // An XLSX or ODS with a password is put into a container of this kind, under this name.
        Err(_) if contains(bytes, &wide("EncryptedPackage")) => Err(Fault::Locked),
        Err(_) if !contains(bytes, &wide("Workbook")) && !contains(bytes, &wide("Book")) => Err(Fault::Other),
        Err(_) => Err(Fault::Damaged),
    }
}

fn zipped(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    match Ods::new(Cursor::new(bytes)) {
        Ok(mut book) => return Ok(dense(&mut book)),
        Err(OdsError::Password) => return Err(Fault::Locked),
        Err(OdsError::FileNotFound("mimetype")) => {}
        Err(OdsError::InvalidMime(_)) => return Err(Fault::Other),
        Err(OdsError::CellLimitExceeded { .. }) => return Err(Fault::TooLarge),
        Err(_) => return Err(Fault::Damaged),
    }
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(mut book) => return Ok(streamed(&mut book)),
        Err(XlsxError::Password) => return Err(Fault::Locked),
        Err(_) if contains(bytes, b"xl/workbook.bin") => {}
        Err(_) if contains(bytes, b"xl/workbook.xml") => return Err(Fault::Damaged),
        Err(_) => return Err(Fault::Other),
    }
    Xlsb::new(Cursor::new(bytes)).map(|mut book| dense(&mut book)).map_err(|_| Fault::Damaged)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Names of the sheets to read, in order. Hidden ones are read too: people hide columns and sheets and forget them, and nothing is written
/// without being shown first.
fn sheets<RS: Read + Seek, R: Reader<RS>>(book: &R) -> Vec<String> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| sheet.name.clone()).take(Grid::SHEETS).collect()
}

/// Sheets that calamine has whole in memory.
fn dense<RS: Read + Seek, R: Reader<RS>>(book: &mut R) -> Vec<Grid> {
    let mut grids = Vec::new();
    for name in sheets(book) {
        let mut grid = Grid { name: Some(name.clone()), ..Grid::default() };
        match book.worksheet_range(&name) {
            Ok(range) => fill(&mut grid, &range),
            Err(_) => grid.cut = true,
        }
        grids.push(grid);
    }
    grids
}

fn fill(grid: &mut Grid, range: &Range<Data>) {
    let Some((top, left)) = range.start() else { return };
    let left = left as usize;
    grid.cut |= left + range.width() > Grid::COLUMNS;
    for (at, row) in range.rows().enumerate() {
        if row.iter().all(DataType::is_empty) {
            continue;
        }
        if grid.rows.len() >= Grid::ROWS {
            grid.cut = true;
            return;
        }
        let blank = std::iter::repeat_with(Cell::default).take(left);
        let cells = blank.chain(row.iter().map(value)).take(Grid::COLUMNS).collect();
        keep(grid, top + at as u32 + 1, cells);
    }
}

/// An XLSX cell by cell, so that a used range of a million rows is left after as many as are wanted.
fn streamed<RS: Read + Seek>(book: &mut Xlsx<RS>) -> Vec<Grid> {
    let mut grids = Vec::new();
    for name in sheets(book) {
        let mut grid = Grid { name: Some(name.clone()), ..Grid::default() };
        stream(book, &name, &mut grid);
        grids.push(grid);
    }
    grids
}

fn stream<RS: Read + Seek>(book: &mut Xlsx<RS>, name: &str, grid: &mut Grid) {
    let Ok(mut reader) = book.worksheet_cells_reader(name) else {
        grid.cut = true;
        return;
    };
    let (mut number, mut cells) = (0, Vec::<Cell>::new());
    // Empty cells that only have a look are as many as a file likes.
    let mut left = Grid::ROWS * Grid::COLUMNS * 4;
    loop {
        let next = reader.next_cell();
        // Behind damage nothing can be read; what came before is good.
        grid.cut |= next.is_err();
        let Ok(Some(next)) = next else { break };
        let ((row, column), found) = (next.get_position(), next.get_value());
        left = left.saturating_sub(1);
        if left == 0 {
            grid.cut = true;
            break;
        }
        if matches!(found, DataRef::Empty) {
            continue;
        }
        if column as usize >= Grid::COLUMNS {
            grid.cut = true;
            continue;
        }
        if row != number {
            keep(grid, number + 1, std::mem::take(&mut cells));
            // Rows out of their order are nothing a spreadsheet writes.
            if grid.rows.len() >= Grid::ROWS || row < number {
                grid.cut = true;
                return;
            }
            number = row;
        }
        if cells.len() <= column as usize {
            cells.resize_with(column as usize + 1, Cell::default);
        }
        if let Some(slot) = cells.get_mut(column as usize) {
            *slot = value(&Data::from(found.clone()));
        }
    }
    keep(grid, number + 1, cells);
}

/// Puts a row down unless it is empty.
pub(super) fn keep(grid: &mut Grid, number: u32, mut cells: Vec<Cell>) {
    let filled = cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
    cells.truncate(filled);
    if !cells.is_empty() {
        grid.rows.push(GridRow { number, cells });
    }
}

/// A cell out of text: trimmed, cut, without the apostrophe that keeps a number text.
pub(super) fn cell(text: &str) -> Cell {
    let text = text.trim().trim_matches('\u{feff}');
    let quoted = text.strip_prefix('\'').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    // Formulas that keep a number text: ="3201…".
    let formula = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    Cell::text(formula.or(quoted).unwrap_or(text).chars().take(Grid::CHARS).collect::<String>())
}

fn value(data: &Data) -> Cell {
    match data {
        Data::Empty | Data::Error(_) => Cell::default(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => cell(text),
        Data::Int(number) => Cell { text: number.to_string(), rounded: number.unsigned_abs() >= ROUNDED as u64 },
        Data::Float(number) => Cell { text: format!("{number}"), rounded: number.abs() >= ROUNDED },
        Data::DateTime(moment) => {
            let number = moment.as_f64();
            Cell { text: format!("{number}"), rounded: number.abs() >= ROUNDED }
        }
        // A ticked box.
        Data::Bool(yes) => Cell::text(if *yes { "ya" } else { "" }),
    }
}

//! Tables as CSV an Indonesian Excel opens right: UTF-8 with its mark, `;`, lines ending in CR LF. What is about the table stands in front of
//! each row, so that the file needs nothing above its head.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{
    SheetError,
    table::{Cell, Table},
};

/// What tells Excel that the bytes are UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
/// What Excel would take for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// From so many digits on Excel would make a rounded number of them.
const LONG_NUMBER: usize = 12;

/// The rows of a table, without its remarks.
pub fn csv(table: &Table) -> Result<Vec<u8>, SheetError> {
    let heads = table.lines.iter().map(|(label, _)| *label).chain(table.columns.iter().map(|column| column.head));
    let front: Vec<&str> = table.lines.iter().map(|(_, words)| words.as_str()).collect();
    let rows = table.rows.iter().map(|cells| {
        let words = cells.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(value) => value.to_string(),
        });
        front.iter().map(|words| (*words).to_owned()).chain(words).collect::<Vec<_>>()
    });
    lines(heads, rows)
}

/// Lines of any cells; what could be a formula, or a long number, gets an apostrophe in front.
pub fn lines<'a>(
    heads: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<Vec<u8>, SheetError> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(MARK.to_vec());
    let failed = |error: csv::Error| SheetError::Csv(error.to_string());
    writer.write_record(heads).map_err(failed)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| plain(cell).into_owned())).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| SheetError::Csv(error.to_string()))
}

/// A number as an Indonesian Excel reads it: digits, perhaps a minus, perhaps a decimal comma.
fn number(words: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let size = words.strip_prefix('-').unwrap_or(words);
    size.len() < LONG_NUMBER
        && size.split_once(',').map_or_else(|| digits(size), |(whole, parts)| digits(whole) && digits(parts))
}

/// The words, kept from being taken for something else. A plain negative number is a number.
fn plain(words: &str) -> std::borrow::Cow<'_, str> {
    let formula = words.len() > 1 && words.starts_with(FORMULA) && !number(words);
    let long = words.len() >= LONG_NUMBER && words.bytes().all(|byte| byte.is_ascii_digit());
    if formula || long { format!("'{words}").into() } else { words.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::write::table::Column;

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let body = bytes.strip_prefix(MARK).expect("the mark");
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(body);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn rows_carry_what_they_are_about_and_come_back_as_they_were() {
        let table = Table {
            lines: vec![("Kelompok", "Melati; II".to_owned())],
            columns: vec![Column::short("No", 5), Column::words("Nama", 9)],
            rows: vec![vec![Cell::count(1), Cell::text("Siti \"Ami\"\nAminah")], vec![Cell::count(2), Cell::Empty]],
            ..Table::default()
        };
        let bytes = csv(&table).unwrap();
        let rows = [["Kelompok", "No", "Nama"], ["Melati; II", "1", "Siti \"Ami\"\nAminah"], ["Melati; II", "2", ""]];
        assert_eq!(read(&bytes), rows);
        assert!(bytes.ends_with(b"\r\n"));
    }

    #[test]
    fn nothing_becomes_a_formula_or_a_rounded_number() {
        let odd = [
            "=1+1",
            "+62 812",
            "-",
            "-7",
            "-7a",
            "@x",
            "\tx",
            "3201010101010001",
            "32010101",
            "'=1",
            "-6,598697",
            "-6,5,1",
            "-3201010101010001",
        ];
        let kept = [
            "'=1+1",
            "'+62 812",
            "-",
            "-7",
            "'-7a",
            "'@x",
            "'\tx",
            "'3201010101010001",
            "32010101",
            "'=1",
            "-6,598697",
            "'-6,5,1",
            "'-3201010101010001",
        ];
        let bytes = lines(["a"; 13], [odd.map(str::to_owned).to_vec()]).unwrap();
        assert_eq!(read(&bytes)[1], kept);
    }
}

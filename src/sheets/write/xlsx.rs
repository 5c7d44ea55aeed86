//! Tables as a workbook: heads that stay in sight, widths, borders, ready for A4. The same tables give the same bytes.

use jiff::Timestamp;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{
    SheetError,
    table::{Cell, Table},
};
use crate::engine::time::Wall;

/// Size of paper as Excel numbers it.
const A4: u8 = 9;
/// Longest name of a sheet, and what may not be in it.
const NAME: usize = 31;
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Most characters of a cell.
const MOST: usize = 32_767;

/// A workbook of `tables`, one sheet each. `made` goes into its properties, so it comes from what it is about, not from the clock.
pub fn xlsx(tables: &[Table], author: &str, made: Wall) -> Result<Vec<u8>, SheetError> {
    let title = tables.first().map(|table| table.title.as_str()).unwrap_or_default();
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new().set_title(title).set_author(author).set_creation_datetime(&moment(made)?),
    );
    let styles = Styles::new();
    for (number, table) in (1..).zip(tables) {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&table.name, number, tables))?;
        fill(sheet, table, &styles)?;
    }
    Ok(book.save_to_buffer()?)
}

struct Styles {
    title: Format,
    label: Format,
    head: Format,
    words: Format,
    short: Format,
    number: Format,
    note: Format,
}

impl Styles {
    fn new() -> Self {
        let boxed = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let middle = || boxed().set_align(FormatAlign::Center);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            label: Format::new().set_bold(),
            head: middle().set_bold().set_text_wrap().set_background_color(0xE8_EE_F2),
            words: boxed().set_text_wrap(),
            short: middle(),
            number: middle().set_num_format("#,##0"),
            note: Format::new().set_italic(),
        }
    }
}

fn fill(sheet: &mut Worksheet, table: &Table, styles: &Styles) -> Result<(), XlsxError> {
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    for (column, about) in (0..).zip(&table.columns) {
        sheet.set_column_width(column, f64::from(about.width))?;
    }
    sheet.write_string_with_format(0, 0, cut(&table.title), &styles.title)?;
    let mut row = 1;
    for (label, words) in &table.lines {
        sheet.write_string_with_format(row, 0, format!("{label}: {}", cut(words)), &styles.label)?;
        row += 1;
    }
    let head = row + 1;
    for (column, about) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(head, column, about.head, &styles.head)?;
    }
    row = head + 1;
    for cells in &table.rows {
        for (column, (cell, about)) in (0..).zip(cells.iter().zip(&table.columns)) {
            let words = if about.centred { &styles.short } else { &styles.words };
            write(sheet, row, column, cell, words, &styles.number)?;
        }
        row += 1;
    }
    row += 1;
    for note in &table.notes {
        sheet.write_string_with_format(row, 0, cut(note), &styles.note)?;
        row += 1;
    }
    // The head stays in sight and stands on every printed leaf.
    sheet.set_freeze_panes(head + 1, 0)?;
    sheet.set_repeat_rows(head, head)?;
    sheet.set_print_area(0, 0, row, last)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8&A&R&8&P / &N");
    if table.landscape {
        sheet.set_landscape();
    }
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    words: &Format,
    number: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, words)?,
        // A string is a string whatever it begins with: no formula can come of it.
        Cell::Text(text) => sheet.write_string_with_format(row, column, cut(text), words)?,
        Cell::Number(value) => sheet.write_number_with_format(row, column, *value as f64, number)?,
    };
    Ok(())
}

/// As much as a cell takes.
fn cut(words: &str) -> &str {
    words.char_indices().nth(MOST).map_or(words, |(end, _)| words.get(..end).unwrap_or(words))
}

/// A name Excel takes, no two the same.
fn sheet_name(name: &str, number: usize, tables: &[Table]) -> String {
    let plain = |name: &str| -> String { name.chars().filter(|c| !FORBIDDEN.contains(c) && !c.is_control()).collect() };
    let name = plain(name);
    let name = name.trim_matches([' ', '\'']);
    let twice = tables.iter().take(number - 1).any(|other| plain(&other.name).to_lowercase() == name.to_lowercase());
    if name.is_empty() || twice {
        let begin: String = name.chars().take(NAME - 4).collect();
        return format!("{begin} {number}").trim().to_owned();
    }
    name.chars().take(NAME).collect()
}

fn moment(wall: Wall) -> Result<ExcelDateTime, XlsxError> {
    // What Excel cannot say (before 1900) only concerns a property nobody reads.
    let seconds = wall.0.div_euclid(1000).max(0);
    let date = Timestamp::from_second(seconds).unwrap_or_default();
    ExcelDateTime::from_timestamp(date.as_second())
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

    use super::*;
    use crate::sheets::write::table::Column;

    fn table() -> Table {
        Table {
            name: "Hadir [1]".to_owned(),
            title: "Daftar".to_owned(),
            lines: vec![("Kelompok", "Melati".to_owned())],
            columns: vec![Column::short("No", 5), Column::words("Nama", 30)],
            rows: vec![
                vec![Cell::count(1), Cell::text("=HYPERLINK(\"http://x\")")],
                vec![Cell::count(2), Cell::text("3201010101010001")],
                vec![Cell::count(3), Cell::Empty],
            ],
            notes: vec!["Catatan".to_owned()],
            landscape: true,
        }
    }

    #[test]
    fn what_is_written_is_read_back_as_words_and_numbers() {
        let bytes = xlsx(&[table(), table()], "Rina", Wall(1_795_219_200_000)).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["Hadir 1", "Hadir 1 2"]);
        let range = book.worksheet_range("Hadir 1").unwrap();
        let at = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
        assert_eq!(at(0, 0), Data::String("Daftar".to_owned()));
        assert_eq!(at(1, 0), Data::String("Kelompok: Melati".to_owned()));
        assert_eq!([at(3, 0), at(3, 1)], [Data::String("No".to_owned()), Data::String("Nama".to_owned())]);
        assert_eq!(at(4, 1), Data::String("=HYPERLINK(\"http://x\")".to_owned()));
        assert_eq!(at(5, 1), Data::String("3201010101010001".to_owned()));
        assert_eq!([at(5, 0), at(6, 1)], [Data::Float(2.0), Data::Empty]);
        assert_eq!([at(7, 0), at(8, 0)], [Data::Empty, Data::String("Catatan".to_owned())]);
        assert!(book.worksheet_formula("Hadir 1").unwrap().is_empty());
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let make = || xlsx(&[table()], "Rina", Wall(1_795_219_200_000)).unwrap();
        assert_eq!(make(), make());
        assert_ne!(make(), xlsx(&[table()], "Rina", Wall(1_795_305_600_000)).unwrap(), "the date is the meeting's");
    }

    #[test]
    fn odd_names_dates_and_endless_words_still_make_a_workbook() {
        let mut odd = table();
        odd.name = "'::' ".to_owned();
        odd.rows = vec![vec![Cell::count(1), Cell::text("a".repeat(40_000))]];
        let bytes = xlsx(&[odd], "", Wall(-5)).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["1"]);
        let range = book.worksheet_range("1").unwrap();
        assert!(matches!(range.get_value((4, 1)), Some(Data::String(text)) if text.len() == MOST));
    }
}

//! CSV as spreadsheets write it: any of the usual encodings and separators, told from the bytes.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::workbook::{cell, keep};
use crate::engine::grid::Grid;

/// Lines looked at to find the separator.
const LOOKED_AT: usize = 40;

/// The file as one grid without a name. `None` when it is no text.
pub(super) fn grid(bytes: &[u8]) -> Option<Grid> {
    let text = decoded(bytes)?;
    let (separator, body, mut row) = separator(&text);
    // One kind of line's end, also after the last row: rows are counted by them.
    let body = format!("{}\n", body.trim_end().replace("\r\n", "\n").replace('\r', "\n"));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(body.as_bytes());
    let mut grid = Grid::default();
    let mut record = csv::StringRecord::new();
    let mut before = reader.position().line();
    // What the reader complains about it would complain about in binary files; those are out by now.
    while reader.read_record(&mut record).unwrap_or(false) {
        if grid.rows.len() >= Grid::ROWS {
            grid.cut = true;
            break;
        }
        // Lines this record took: empty ones in front, which the reader leaves out, and breaks inside cells, which are no rows.
        let end = reader.position().line();
        let inside: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        row += (end.saturating_sub(before) as u32).saturating_sub(inside as u32).max(1);
        before = end;
        grid.cut |= record.len() > Grid::COLUMNS;
        keep(&mut grid, row, record.iter().take(Grid::COLUMNS).map(cell).collect());
    }
    Some(grid)
}

fn decoded(bytes: &[u8]) -> Option<String> {
    let marks = [("\u{feff}".as_bytes(), UTF_8), (b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)];
    if let Some((mark, encoding)) = marks.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(encoding.decode_without_bom_handling(bytes.get(mark.len()..)?).0.into_owned());
    }
    // Noughts are in no text of one byte a letter.
    if bytes.contains(&0) {
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    };
    // A picture or the like is mostly signs nobody types.
    let strange = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    (strange * 50 <= text.len()).then_some(text)
}

/// The separator, the text without a line that names it, and the number of the line before.
fn separator(text: &str) -> (u8, &str, u32) {
    let first = text.lines().next().unwrap_or_default();
    if let Some([separator]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        // The line's own end goes with it.
        let body = text.split_once('\n').map_or("", |(_, body)| body);
        return (*separator, body, 1);
    }
    // The one that splits most lines, and those into most cells. Commas are in names and addresses too, so of equals the earlier counts.
    let count = |separator: char| {
        let cells = text.lines().take(LOOKED_AT).map(|line| outside_quotes(line, separator));
        cells.fold((0, 0), |(lines, all), cells| (lines + usize::from(cells > 0), all + cells))
    };
    let best = [';', '\t', ','].map(|separator| (count(separator), separator));
    let best = best.into_iter().reduce(|best, other| if other.0.1 > best.0.1 { other } else { best });
    (best.map_or(b';', |(_, separator)| separator as u8), text, 0)
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|c| {
            quoted ^= *c == '"';
            *c == separator && !quoted
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text as the bytes of a file.
    type Encode<'a> = &'a dyn Fn(&str) -> Vec<u8>;

    const ROWS: &str = "DAFTAR KPM\n\nNO;NAMA;ALAMAT\n1;\"Siti; Aminah\";\"Kp. Café, RT 1\"\n2;Dewi, S.Pd;\n";

    fn cells(grid: &Grid) -> Vec<(u32, Vec<&str>)> {
        grid.rows.iter().map(|row| (row.number, row.cells.iter().map(|cell| cell.text.as_str()).collect())).collect()
    }

    #[test]
    fn every_encoding_and_separator_gives_the_same_cells() {
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
        };
        let encodings: [Encode<'_>; 5] = [
            &|text| text.as_bytes().to_vec(),
            &|text| format!("\u{feff}{text}").into_bytes(),
            &|text| WINDOWS_1252.encode(text).0.into_owned(),
            &|text| wide(text, u16::to_le_bytes),
            &|text| wide(text, u16::to_be_bytes),
        ];
        let expected = vec![
            (1, vec!["DAFTAR KPM"]),
            (3, vec!["NO", "NAMA", "ALAMAT"]),
            (4, vec!["1", "Siti; Aminah", "Kp. Café, RT 1"]),
            (5, vec!["2", "Dewi, S.Pd"]),
        ];
        for encode in encodings {
            let lines = |text: &str| encode(&text.replace('\n', "\r\n"));
            assert_eq!(cells(&grid(&lines(ROWS)).unwrap()), expected);
            // Tabs and commas, where a spreadsheet quotes what has a comma in it.
            let quoted = ROWS.replace("Dewi, S.Pd", "\"Dewi, S.Pd\"").replace("Siti; ", "Siti@ ");
            for separator in ['\t', ','] {
                let text = quoted.replace(';', &separator.to_string()).replace('@', ";");
                assert_eq!(cells(&grid(&lines(&text)).unwrap()), expected, "{separator:?}");
            }
            let named = format!("sep=;\n{ROWS}");
            let moved: Vec<_> = expected.iter().map(|(row, cells)| (row + 1, cells.clone())).collect();
            assert_eq!(cells(&grid(&lines(&named)).unwrap()), moved);
        }
    }

    #[test]
    fn what_is_no_text_is_no_grid_and_a_long_one_is_cut() {
        assert!(grid(b"\x89PNG\r\n\x1a\n\0\0\0").is_none());
        let rubbish: Vec<u8> = (0..2000u32).map(|at| (at * 7 % 31 + 1) as u8).collect();
        assert!(grid(&rubbish).is_none());
        let long = "a;b\n".repeat(Grid::ROWS + 5);
        let grid = grid(long.as_bytes()).unwrap();
        assert_eq!((grid.rows.len(), grid.cut), (Grid::ROWS, true));
        let broken = super::grid(b"NAMA;NIK\n\n\"Kp.\nBaru\";1\n\nDewi;2").unwrap();
        assert_eq!(broken.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3, 5]);
        assert_eq!(cell("'3201").text, "3201");
        assert_eq!(cell("=\"3201\"").text, "3201");
        assert_eq!(cell("'Aini").text, "'Aini");
    }
}

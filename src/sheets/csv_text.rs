//! CSV as spreadsheets write it: any of the usual encodings and separators, told from the bytes.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::workbook::{cell, keep};
use crate::engine::grid::Grid;

/// Lines looked at to find the separator.
const LOOKED_AT: usize = 40;

/// The file as one grid without a name. `None` when it is no text.
pub(super) fn grid(bytes: &[u8]) -> Option<Grid> {
    let text = decoded(bytes)?;
    let (separator, body, first) = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(body.as_bytes());
    let mut grid = Grid::default();
    let mut record = csv::StringRecord::new();
    // What the reader complains about it would complain about in binary files; those are out by now.
    while reader.read_record(&mut record).unwrap_or(false) {
        if grid.rows.len() >= Grid::ROWS {
            grid.cut = true;
            break;
        }
        let line = record.position().map_or(0, csv::Position::line) as u32 + first;
        grid.cut |= record.len() > Grid::COLUMNS;
        keep(&mut grid, line, record.iter().take(Grid::COLUMNS).map(cell).collect());
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
    if let Some(named) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        if let [separator] = named {
            // The line's own end goes with it.
            let body = text.split_once('\n').map_or("", |(_, body)| body);
            return (*separator, body, 1);
        }
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

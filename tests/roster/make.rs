//! Writers of the ugly files: XLSX by `rust_xlsxwriter`, ODS as XML in a zip, XLS as BIFF8 records in a compound file, all as small as they can be.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Workbook};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A cell to write.
#[derive(Clone, Debug)]
pub(crate) enum Put {
    Text(String),
    Number(f64),
}

/// Rows written as lines with `|` between cells; `=5` is a number, everything else text.
pub(crate) fn cells(lines: &str) -> Vec<(u32, u16, Put)> {
    let row = |(at, line): (usize, &str)| {
        let cells = line.split('|').map(|cell| cell.trim().to_owned()).enumerate();
        let put = |text: String| match text.strip_prefix('=').and_then(|number| number.parse().ok()) {
            Some(number) => Put::Number(number),
            None => Put::Text(text.replace("\\n", "\n")),
        };
        let cells = cells.filter(|(_, text)| !text.is_empty());
        cells.map(move |(column, text)| (at as u32, column as u16, put(text))).collect::<Vec<_>>()
    };
    lines.lines().enumerate().flat_map(row).collect()
}

/// An XLSX; merged ranges are of the first sheet.
pub(crate) fn xlsx(sheets: &[(&str, &str)], merged: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (at, (name, lines)) in sheets.iter().enumerate() {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        let bold = Format::new().set_bold();
        if at == 0 {
            for (top, left, bottom, right) in merged {
                sheet.merge_range(*top, *left, *bottom, *right, "", &bold).unwrap();
            }
        }
        for (row, column, put) in cells(lines) {
            match put {
                Put::Text(text) => sheet.write_string(row, column, text).unwrap(),
                Put::Number(number) => sheet.write_number(row, column, number).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// An XLSX whose used range ends in the last row there is.
pub(crate) fn endless(lines: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, put) in cells(lines) {
        if let Put::Text(text) = put {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    // Filled down to the end, as a hand that slips does it.
    for row in (1000..1_048_576).step_by(150) {
        sheet.write_string(row, 2, "-").unwrap();
    }
    sheet.write_string(1_048_575, 40, ".").unwrap();
    book.save_to_buffer().unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "</text:p><text:p>")
}

/// An ODS.
pub(crate) fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut tables = String::new();
    for (name, lines) in sheets {
        tables += &format!("<table:table table:name=\"{}\">", escaped(name));
        for line in lines.lines() {
            tables += "<table:table-row>";
            for cell in line.split('|').map(str::trim) {
                tables += &match (cell, cell.strip_prefix('=')) {
                    ("", _) => "<table:table-cell/>".to_owned(),
                    (_, Some(number)) => {
                        format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
                    }
                    (text, None) => format!(
                        "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                        escaped(&text.replace("\\n", "\n"))
                    ),
                };
            }
            tables += "</table:table-row>";
        }
        // As LibreOffice ends every sheet.
        tables += "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    }
    ods_of(&tables)
}

/// An ODS with this inside its spreadsheet.
pub(crate) fn ods_of(tables: &str) -> Vec<u8> {
    const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {SPACES} office:version=\"1.2\"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A zip of these files.
pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An XLS of Excel 97, letters of one byte.
pub(crate) fn xls(sheets: &[(&str, &str)]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let begin = |kind: u16| record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat());
    let end = record(0x000A, &[]);
    let bodies: Vec<Vec<u8>> = sheets
        .iter()
        .map(|(_, lines)| {
            let mut body = begin(0x0010);
            for (row, column, put) in cells(lines) {
                let place = [(row as u16).to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
                body.extend(match put {
                    Put::Number(number) => record(0x0203, &[&place[..], &number.to_le_bytes()].concat()),
                    Put::Text(text) => {
                        let letters: Vec<u8> = text.chars().map(|c| c as u8).collect();
                        record(0x0204, &[&place[..], &(letters.len() as u16).to_le_bytes(), &[0], &letters].concat())
                    }
                });
            }
            [body, end.clone()].concat()
        })
        .collect();
    let bound = |name: &str, at: u32| {
        record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name.as_bytes()].concat())
    };
    let globals = begin(0x0005).len() + end.len() + sheets.iter().map(|(name, _)| bound(name, 0).len()).sum::<usize>();
    let mut stream = begin(0x0005);
    let mut at = globals;
    for ((name, _), body) in sheets.iter().zip(&bodies) {
        stream.extend(bound(name, at as u32));
        at += body.len();
    }
    stream.extend(&end);
    for body in &bodies {
        stream.extend(body);
    }
    compound("Workbook", stream)
}

/// A compound file with one stream.
pub(crate) fn compound(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    // Shorter ones would be kept in another way.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = (stream.len() / SECTOR) as u32;
    assert!(sectors + 2 <= 128, "one sector of the table is enough");
    let mut table = vec![FREE; 128];
    (table[0], table[1]) = (0xFFFF_FFFD, END);
    for at in 0..sectors {
        table[at as usize + 2] = if at + 1 == sectors { END } else { at + 3 };
    }
    let words = |values: &[u32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
    let mut header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    header.extend([0; 16]);
    header.extend([0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0].iter().flat_map(|value| value.to_le_bytes()));
    header.extend(words(&[0, 1, 1, 0, 4096, END, 0, END, 0, 0]));
    header.extend(words(&vec![FREE; 108]));
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend((name.len() as u16 * 2 + 2).to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend(words(&[FREE, FREE, child]));
        entry.extend([0; 36]);
        entry.extend(words(&[start, size, 0]));
        entry
    };
    let mut directory = entry("Root Entry", 5, 1, END, 0);
    directory.extend(entry(name, 2, FREE, 2, stream.len() as u32));
    directory.resize(SECTOR, 0);
    [header, words(&table), directory, stream].concat()
}

/// UTF-16 with its mark.
pub(crate) fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

/// Windows-1252, for letters below 256.
pub(crate) fn western(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

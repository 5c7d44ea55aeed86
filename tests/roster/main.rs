//! Rosters as people keep them, through the real reader: a folder of ugly files with what is expected of each, files generated in every form
//! and read back the same, files that mean harm, and the verb `import-roster`.
//!
//! `LEMBAR_ROSTER_WRITE=1 cargo test --test roster` makes the folder anew; look at what changed before it is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod command;
mod folder;
mod make;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use lembar::{
    engine::{
        grid::Grid,
        roster_import::{self, Reading, Trouble},
    },
    sheets::{read, workbook::Fault},
};
use proptest::prelude::*;
use read::SheetFault;
use tempfile::TempDir;

fn put(dir: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = dir.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn grids(path: &Path) -> Result<Vec<Grid>, SheetFault> {
    read::read(path, &mut || true)
}

fn reading(path: &Path) -> Reading {
    roster_import::read(&grids(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display())))
}

fn fault(bytes: &[u8], name: &str) -> SheetFault {
    let dir = TempDir::new().unwrap();
    match grids(&put(&dir, name, bytes)) {
        Ok(grids) => panic!("{name} was read as {grids:?}"),
        Err(fault) => {
            let sentence = fault.sentence(name);
            assert!(sentence.ends_with('.') && sentence.contains(name), "{sentence}");
            fault
        }
    }
}

const LIST: &str = "NO | NAMA KPM | ALAMAT\n1 | Siti | A\n2 | Dewi | B\n";

#[test]
fn files_that_mean_harm_cost_a_sentence() {
    let began = Instant::now();
    assert!(matches!(
        fault(&make::compound("EncryptedPackage", vec![7; 5000]), "terkunci.xlsx"),
        SheetFault::File(Fault::Locked)
    ));
    assert!(matches!(fault(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "foto.xlsx"), SheetFault::File(Fault::Other)));
    assert!(matches!(fault(&make::zipped(&[("a.txt", b"halo")]), "surat.docx.xlsx"), SheetFault::File(Fault::Other)));
    assert!(matches!(fault(b"", "kosong.csv"), SheetFault::Empty));
    let whole = make::xlsx(&[("Melati", LIST)], &[]);
    for cut in [whole.len() / 3, whole.len() / 2, whole.len() - 30] {
        fault(&whole[..cut], "terpotong.xlsx");
    }
    // A gigabyte of nothing in a megabyte, in the place of the strings.
    let mut strings = vec![b' '; 900 << 20];
    strings[..6].copy_from_slice(b"<sst>\n");
    let bomb = make::zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", &strings),
    ]);
    drop(strings);
    assert!(matches!(fault(&bomb, "bom.xlsx"), SheetFault::Died | SheetFault::TooSlow | SheetFault::File(_)));
    // A blank repeated as often as a number has room.
    let blanks = "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"2147483647\"/></text:p></table:table-cell></table:table-row></table:table>";
    assert!(matches!(fault(&make::ods_of(blanks), "spasi.ods"), SheetFault::Died | SheetFault::TooSlow));
    println!("harm in {:?}", began.elapsed());
}

#[test]
fn a_sheet_that_never_ends_is_given_up() {
    if std::env::var_os("LEMBAR_SLOW").is_none() {
        eprintln!("skipped: takes ten seconds, set LEMBAR_SLOW=1");
        return;
    }
    let torn = make::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", b"<office:spreadsheet><table:table table:name=\"a\">"),
    ]);
    assert!(matches!(fault(&torn, "putus.ods"), SheetFault::TooSlow | SheetFault::Died | SheetFault::File(_)));
}

#[test]
fn a_wait_that_is_not_wanted_ends() {
    let dir = TempDir::new().unwrap();
    let path = put(&dir, "sejuta.xlsx", make::endless(LIST));
    // Either it was quicker than the first question, or it was stopped.
    assert!(matches!(read::read(&path, &mut || false), Ok(_) | Err(SheetFault::Stopped)));
}

#[test]
fn a_used_range_of_a_million_rows_is_cut_short_and_said() {
    let dir = TempDir::new().unwrap();
    let reading = reading(&put(&dir, "sejuta.xlsx", make::endless(LIST)));
    assert_eq!(reading.entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["Siti", "Dewi"]);
    assert!(reading.complaints.iter().any(|complaint| complaint.what == Trouble::Cut), "{:?}", reading.complaints);
    // The same as ODS: a word in the very last row.
    let far = "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>NAMA</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"900000\"><table:table-cell table:number-columns-repeated=\"8\"/></table:table-row><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Siti</text:p></table:table-cell></table:table-row></table:table>";
    let path = put(&dir, "jauh.ods", make::ods_of(far));
    assert!(grids(&path).is_ok_and(|grids| grids[0].rows.iter().any(|row| row.number == 900_002)));
}

#[test]
fn three_hundred_families_are_read_in_a_second() {
    let mut lines = String::from("NO|NAMA PENGURUS|NIK|NO KK|ALAMAT|KELOMPOK|AUD|SD\n");
    for at in 0..300 {
        let group = ["Melati", "Mawar", "Anggrek", "Dahlia", "Kenanga"][at / 60];
        let letters: String = [at / 26, at % 26].iter().map(|n| (b'A' + *n as u8) as char).collect();
        lines +=
            &format!("{at}|Ibu {letters}|32020145067{at:05}|32020101010{at:05}|Kp. Baru RT {}|{group}|v|\n", at % 9);
    }
    let dir = TempDir::new().unwrap();
    for (name, bytes) in [
        ("roster.xlsx", make::xlsx(&[("Data", &lines)], &[])),
        ("roster.ods", make::ods(&[("Data", &lines)])),
        ("roster.csv", lines.replace('|', ";").into_bytes()),
    ] {
        let path = put(&dir, name, bytes);
        let began = Instant::now();
        let reading = reading(&path);
        let proposal = roster_import::propose(&reading, &[], None, None);
        let took = began.elapsed();
        assert_eq!((proposal.groups.len(), proposal.counts().added, proposal.numbers), (5, 300, 600), "{name}");
        println!("{name}: 300 rows read and proposed in {took:?}");
        // Generous: an unoptimised build on a busy machine.
        assert!(took.as_secs() < 5, "{name}: {took:?}");
    }
}

/// What a cell of a list may say so that every kind of file gives it back.
fn word() -> impl Strategy<Value = String> {
    "[A-Za-zé][A-Za-zé '.]{0,10}[a-z]".prop_map(|word| word.split_whitespace().collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The same list in every form, over title rows and blank ones, gives the same members.
    #[test]
    fn every_form_of_a_list_gives_the_same_members(
        members in prop::collection::vec((word(), word(), 0_u64..10_000), 1..8),
        above in 0_usize..4,
    ) {
        let title = "DAFTAR KPM\n".repeat(above.min(1)) + &"\n".repeat(above);
        let rows: String =
            members.iter().enumerate().map(|(at, (name, address, nik))| format!("{at}|Ibu {name}|'320201450678{nik:04}|{address}\n")).collect();
        let lines = format!("{title}NO|NAMA KPM|NIK|ALAMAT\n{rows}");
        let text = |separator: &str| lines.replace('|', separator).replace('\n', "\r\n");
        let quoted: String = lines
            .lines()
            .map(|line| line.split('|').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\n")
            .collect();
        let forms: Vec<(&str, Vec<u8>)> = vec![
            ("a.xlsx", make::xlsx(&[("Sheet1", &lines)], &[])),
            ("a.ods", make::ods(&[("Sheet1", &lines)])),
            ("a.xls", make::xls(&[("Sheet1", &lines)])),
            ("semicolon.csv", text(";").into_bytes()),
            ("comma.csv", quoted.into_bytes()),
            ("tab.csv", make::wide(&text("\t"), u16::to_le_bytes)),
            ("big.csv", make::wide(&text(";"), u16::to_be_bytes)),
            ("western.csv", make::western(&text(";"))),
            ("mark.csv", format!("\u{feff}{}", text(";")).into_bytes()),
            // The ending lies.
            ("b.xls", make::xlsx(&[("Sheet1", &lines)], &[])),
            ("b.xlsx", text(";").into_bytes()),
        ];
        let dir = TempDir::new().unwrap();
        let first = reading(&put(&dir, forms[0].0, &forms[0].1));
        prop_assert_eq!(first.entries.len(), members.len());
        for (name, bytes) in &forms[1..] {
            let other = reading(&put(&dir, name, bytes));
            prop_assert_eq!(&other.entries, &first.entries, "{}", name);
        }
    }
}

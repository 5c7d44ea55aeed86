//! The folder of ugly files: each with what is expected of it, line by line, in a text file beside it.

use std::{fmt::Write as _, fs, path::Path};

use lembar::{
    engine::{
        identity::{Secret, masked},
        roster_import::{Reading, propose},
    },
    text::roster_import as text,
};

use super::{make, reading};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/roster/berkas");

/// The files, as they are made.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let office = "DAFTAR HADIR PERTEMUAN PENINGKATAN KEMAMPUAN KELUARGA (P2K2)\nPROGRAM KELUARGA HARAPAN TAHUN 2026\n\
        Kelompok | | : MELATI 2\nDesa / Kelurahan | | : Sukamaju\nKecamatan | | : Cibadak\nKetua Kelompok | | : Siti Aminah\n\n\
        NO | PENGURUS | NO KK | NIK | ALAMAT | KOMPONEN | | | | | | | KETERANGAN | TTD\n\
        | | | | | HAMIL | AUD | SD | SMP | SMA | DISAB | LANSIA | | \n\
        =1 | =2 | =3 | =4 | =5 | =6 | =7 | =8 | =9 | =10 | =11 | =12 | =13 | =14\n\
        =1 | SITI AMINAH | 3202010101010001 | 3202014506780001 | Kp. Baru RT 01/02 | | v | =1 | | | | | | 1. ..............\n\
        =2 | DEWI LESTARI | =3202010101010002 | =3202014506780002 | Kp. Baru RT 01/02 | | | √ | | | | | | 2. ..............\n\
        =3 | NUR'AINI | 3202010101010003 | 3.20201E+15 | Kp. Lebak | ya | | | | | | | Pindah | 3. ..............\n\
        =4 | | | | | | | | | | | | | 4. ..............\n\
        =5 | HJ. SITI AMINAH | 320201010101000 | | Kp. Lebak | | | | x | | - | ✓ | Graduasi mandiri | \n\
        JUMLAH | | =4 | | | =1 | =1 | =2 | =1 | =0 | =0 | =1 | | \n\n\
        | | | | | | | | | Sukamaju, 21 November 2026\n\
        | Mengetahui, | | | | | | | | Pendamping Sosial PKH\n\
        | Ketua Kelompok\n\n\
        | SITI AMINAH | | | | | | | | RINA WATI, S.Sos\n\
        | | | | | | | | | NIP. 198501012023212001";
    let merged = [(0, 0, 0, 13), (1, 0, 1, 13), (7, 5, 7, 11), (7, 0, 8, 0), (15, 0, 15, 1)];
    let by_sheet = [
        ("Melati", "DATA KPM\n\nNo|Nama KPM|NIK|Alamat\n1|Siti|3202014506780001|A\n2|Dewi||B\n"),
        ("Mawar", "No|Nama Pengurus|No. KK|RT|RW\n1|Nur|3202 0101 0101 0005|=1|=2\n2|1234|\n3|Siti||\n3|Siti||\n"),
        ("Rekap", "Kelompok|Jumlah\nMelati|=2\nMawar|=2\n"),
        ("Kosong", ""),
    ];
    let portrait = "KEMENTERIAN SOSIAL\nNO|NAMA PENGURUS|NIK / NO KK|ALAMAT|STATUS|TANDA TANGAN\nKELOMPOK MAWAR\n\
        =1|SITI (Ketua)|3202014506780001\\n3202010101010001|Kp. A|Aktif|1 ............\n=2|DEWI|3202014506780002\\n32020101|Kp. A|Graduasi|      2 ............\n\
        Total|=2\nKELOMPOK ANGGREK\n=1|NUR|-|Kp. B|Aktif|\n\nKetua Kelompok|||Pendamping\n(………………)|||(………………)\n";
    let old = "NO;NAMA PESERTA;KELOMPOK;KET\n".replace(';', "|")
        + "=1|Renée Wijaya|Kelompok 1|rajin\n=2|Dewi||\n=3|Nur|Kelompok 2|Ketua\n=4|Rp 25.000|Kelompok 2|\n";
    vec![
        ("01-daftar-hadir.xlsx", make::xlsx(&[("Melati 2", office)], &merged)),
        ("02-satu-lembar-satu-kelompok.xlsx", make::xlsx(&by_sheet, &[])),
        ("03-potret-sub-judul.ods", make::ods(&[("Daftar Hadir", portrait)])),
        ("04-excel-lama.xls", make::xls(&[("Data", &old)])),
        (
            "05-windows.csv",
            make::western(
                "Data dampingan;;;\r\n;;;\r\nNama KPM;NIK;Kelompok;Desa\r\nRenée Wijaya;'3202014506780001;Melati;Sukamaju\r\n\
                 Siti, S.Pd;3,20201E+15;;Sukamaju\r\n\"Dewi \"\"Ibu RT\"\"\";3202014506780003.0;Mawar;Sukamaju\r\n",
            ),
        ),
        (
            "06-unicode-tab.txt.csv",
            make::wide("NO\tPENGURUS\tALAMAT\tLANSIA\r\n1\tSiti\t\"Kp. Baru\nRT 1\"\tya\r\n\r\n2\tDewi\t\ttidak\r\n", u16::to_le_bytes),
        ),
        (
            "07-sep-bom.csv",
            "\u{feff}sep=;\r\nNO;NAMA;NIK;KOMPONEN\r\n1;Siti;3202.0145.0678.0001;AUD, SD 2\r\n2;Siti;3202.0145.0678.0001;AUD\r\n3;Dewi;320201450678;Lansia + Disabilitas\r\n".into(),
        ),
        (
            "08-nik-dibulatkan.csv",
            "NAMA,NIK,KK\nSiti,3202014506780000,3202010101010001\nDewi,3202014506780010,3202010101010002\nNur,3202014506780020,3202010101010003\nEuis,3202014506780030,3202010101010004\n".into(),
        ),
        ("09-akhiran-salah.xls", b"Nama Kelompok;Melati\nNAMA;KETERANGAN\nSiti;Ketua Kelompok\nDewi;pindah ke Bogor\nJumlah;2\nNur;\n".to_vec()),
        ("10-tanpa-judul.csv", b"1;Siti;3202014506780001\n2;Dewi;3202014506780002\n".to_vec()),
        ("11-sejuta-baris.xlsx", make::endless("NAMA|ALAMAT\nSiti|A\nDewi|B\n")),
        (
            "12-dua-daftar-satu-lembar.csv",
            "DAFTAR KPM;;;;\nKELOMPOK;: 1;;;\nDESA;: Sukamaju;;;\nKETUA KELOMPOK;: Dewi;;;\nNO;NAMA;JABATAN;LANSIA;KETERANGAN\n\
             1;Siti;Anggota;tidak ada;Lulus SMP\n2;Dewi;Ketua Kelompok;ya;\nJUMLAH;2;;1;\n;Mengetahui,;;;\n;Ketua Kelompok;;;Pendamping\n;;;;\n\
             DESA;: Ciburuy;;;\nKELOMPOK;: 1;;;\nKETUA KELOMPOK;: Siti;;;\nNO;NAMA;JABATAN;LANSIA;KETERANGAN\n\
             1;Siti;Ketua;nihil;Pindah ke RT 02\n2;Nur;Sekretaris;;graduasi\n".into(),
        ),
    ]
}

#[test]
fn every_file_of_the_folder_is_understood_as_expected() {
    let write = std::env::var_os("LEMBAR_ROSTER_WRITE").is_some();
    let mut faults = Vec::new();
    for (name, bytes) in files() {
        let path = Path::new(FOLDER).join(name);
        let expected = path.with_extension(format!("{}.txt", path.extension().unwrap().to_string_lossy()));
        if write {
            fs::write(&path, bytes).unwrap();
        }
        let said = said(&reading(&path));
        if write {
            fs::write(&expected, &said).unwrap();
        }
        if fs::read_to_string(&expected).unwrap() != said {
            faults.push(format!("{name}:\n{said}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Members and complaints, a line each.
fn said(reading: &Reading) -> String {
    let number = |digits: &Option<Secret>| digits.as_ref().map_or("-".to_owned(), |digits| masked(digits.expose()));
    let or = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let mut lines = String::new();
    for entry in &reading.entries {
        let place = text::place(&entry.at);
        let group = entry.group.as_deref().unwrap_or("?");
        let village = entry.village.as_deref().unwrap_or("-");
        let (nik, kk) = (number(&entry.nik), number(&entry.kk));
        let leads = if entry.leader { " (ketua)" } else { "" };
        let (name, address, notes) = (or(&entry.name), or(&entry.address), or(&entry.notes));
        let (components, standing) = (&entry.components, entry.standing);
        writeln!(
            lines,
            "{place} | {group} | {village} | {name}{leads} | {nik} | {kk} | {address} | {components:?} | {standing:?} | {notes}"
        )
        .unwrap();
    }
    for complaint in &reading.complaints {
        writeln!(lines, "! {}", text::complaint(complaint)).unwrap();
    }
    let proposal = propose(reading, &[], None, Some("Kelompok baru"));
    for group in &proposal.groups {
        writeln!(lines, "= {}: {}", text::group_name(group), text::counts(group.counts())).unwrap();
        for row in group.rows.iter().filter(|row| matches!(row.fate, lembar::engine::roster_import::Fate::Skipped(_))) {
            writeln!(lines, "  {}", text::row_name(row, false)).unwrap();
        }
    }
    lines
}

//! What leaves the program, through the real verbs: attendance and recap read back by calamine and csv, the export by nothing but a CSV
//! reader, copies there and back, also with a copy killed half way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod besides;
#[path = "../rig/dice.rs"]
#[allow(dead_code, reason = "not everything is needed here")]
mod dice;
mod rehearsals;
#[path = "../scale/years.rs"]
mod years;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::LazyLock,
    time::Duration,
};

use calamine::{Data, Reader, Xlsx, open_workbook};
use lembar::{
    engine::{attendance::Status, history::MeetingSummary},
    pack,
    store::Snapshot,
};
use tempfile::TempDir;
use years::Size;

/// Two groups that met twice.
const SMALL: Size = Size { groups: 2, meetings: 2, members: 6 };

static PACK: LazyLock<pack::Pack> =
    LazyLock::new(|| pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")));

fn lembar(arguments: &[&str], data: &Path) -> Output {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut command = Command::new(env!("CARGO_BIN_EXE_lembar"));
    command.args(arguments).arg("--data").arg(data);
    if matches!(arguments[0], "report" | "export") {
        command.arg("--pack").arg(content);
    }
    command.output().unwrap()
}

fn well(arguments: &[&str], data: &Path) -> String {
    let told = lembar(arguments, data);
    assert!(told.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).unwrap()
}

fn refused(arguments: &[&str], data: &Path) -> String {
    let told = lembar(arguments, data);
    assert!(matches!(told.status.code(), Some(1 | 2)), "{arguments:?}");
    String::from_utf8(told.stderr).unwrap()
}

struct Place {
    folder: TempDir,
    data: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let written = years::write(&data, &PACK, SMALL);
        assert_eq!(written.meetings, 4);
        Self { folder, data }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

fn read_csv(path: &Path) -> Vec<BTreeMap<String, String>> {
    let bytes = fs::read(path).unwrap();
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").expect("the mark Excel needs");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(body);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn attendance_comes_back_from_workbook_and_csv_as_the_journal_has_it() {
    let place = Place::new();
    let snapshot = Snapshot::take(&place.data).unwrap().unwrap();
    let last = snapshot.library().meetings.iter().max_by_key(|meeting| meeting.began).unwrap();
    let (xlsx, csv) = (place.path("hadir.xlsx"), place.path("hadir.csv"));
    assert!(well(&["report", "--meeting", "last", "--format", "xlsx", "--out", &xlsx], &place.data).contains(&xlsx));
    let id = last.id.0.to_string();
    well(&["report", "--meeting", &id, "--format", "csv", "--out", &csv], &place.data);
    let mut book: Xlsx<_> = open_workbook(&xlsx).unwrap();
    let range = book.worksheet_range("Daftar hadir").unwrap();
    let rows: Vec<_> = range.rows().collect();
    let head = rows.iter().position(|row| row[0] == Data::String("No".to_owned())).unwrap();
    let lines = read_csv(Path::new(&csv));
    let words = |status: Option<Status>| match status {
        Some(Status::Present) => "HADIR",
        Some(Status::Sick) => "SAKIT",
        Some(Status::Excused) => "IZIN",
        Some(Status::Absent) => "ALPA",
        None => "BELUM DIISI",
    };
    for (number, (_, status)) in last.marks.iter().enumerate() {
        assert_eq!(rows[head + 1 + number][2], Data::String(words(*status).to_owned()), "row {number}");
        assert_eq!(lines[number]["Kehadiran"], words(*status));
        assert_eq!(Data::String(lines[number]["Nama KPM"].clone()), rows[head + 1 + number][1]);
    }
    assert!(lines[0].contains_key("Hari, tanggal") && !lines[0].contains_key("NIK"));
    // Again the same bytes, and never over a file that is there.
    let again = place.path("lagi.xlsx");
    well(&["report", "--meeting", &id, "--format", "xlsx", "--out", &again], &place.data);
    assert_eq!(fs::read(&xlsx).unwrap(), fs::read(&again).unwrap());
    assert!(
        refused(&["report", "--meeting", &id, "--format", "csv", "--out", &again], &place.data).contains("sudah ada")
    );
    assert!(refused(&["report", "--meeting", "999", "--format", "csv", "--out", "x.csv"], &place.data).contains("999"));
    let pdf = place.path("laporan.pdf");
    well(&["report", "--meeting", "last", "--format", "pdf", "--out", &pdf], &place.data);
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_recap_counts_what_the_meetings_counted() {
    let place = Place::new();
    let snapshot = Snapshot::take(&place.data).unwrap().unwrap();
    let library = snapshot.library();
    let month = library.meetings.iter().filter_map(|meeting| meeting.began).min().unwrap().month();
    let word = format!("{}-{:02}", month.year, month.number);
    let in_month: Vec<_> =
        library.meetings.iter().filter(|meeting| meeting.began.is_some_and(|began| began.month() == month)).collect();
    // The last meeting of each group in the month counts.
    let counted: BTreeMap<_, _> = in_month.iter().map(|meeting| (meeting.group, meeting)).collect();
    let xlsx = place.path("rekap.xlsx");
    well(&["report", "--month", &word, "--format", "xlsx", "--out", &xlsx], &place.data);
    let mut book: Xlsx<_> = open_workbook(&xlsx).unwrap();
    let range = book.worksheet_range("Rekap").unwrap();
    let rows: Vec<_> = range.rows().collect();
    let head = rows.iter().position(|row| row[0] == Data::String("Kecamatan".to_owned())).unwrap();
    let cell = |name: &str| {
        let column = rows[head].iter().position(|cell| *cell == Data::String(name.to_owned())).unwrap();
        rows[head + 1][column].clone()
    };
    let number = |count: usize| Data::Float(count as f64);
    assert_eq!(cell("Jumlah kelompok"), number(2));
    assert_eq!(cell("Kelompok terealisasi"), number(counted.len()));
    // Families of the roster: who came from outside it is none of theirs.
    let came =
        |meeting: &&&MeetingSummary| meeting.marks.iter().filter(|(_, mark)| *mark == Some(Status::Present)).count();
    let present: usize = counted.values().map(came).sum();
    let absent: u16 =
        counted.values().map(|meeting| meeting.counts.sick + meeting.counts.absent + meeting.counts.excused).sum();
    assert_eq!(cell("Hadir"), number(present));
    assert_eq!(cell("Tidak hadir"), number(absent.into()), "IZIN counts as proposed");
    assert_eq!(cell("Tidak dapat dinilai"), number(absent.into()));
    let csv = place.path("rekap.csv");
    well(&["report", "--month", &word, "--format", "csv", "--out", &csv], &place.data);
    assert_eq!(read_csv(Path::new(&csv)).len(), in_month.len());
    let empty = place.path("kosong.csv");
    well(&["report", "--month", "1999-01", "--format", "csv", "--out", &empty], &place.data);
    assert!(read_csv(Path::new(&empty)).iter().all(|row| row["Hari, tanggal"].contains("Belum bertemu")));
}

#[test]
fn the_export_is_whole_readable_and_without_numbers() {
    let place = Place::new();
    let out = place.path("semua");
    let told = well(&["export", "--all", "--out", &out], &place.data);
    assert!(told.contains("2 kelompok, 4 pertemuan"), "{told}");
    let dir = Path::new(&out);
    assert_eq!(read_csv(&dir.join("kelompok.csv")).len(), 2);
    assert_eq!(read_csv(&dir.join("anggota.csv")).len(), 12);
    assert_eq!(read_csv(&dir.join("pertemuan.csv")).len(), 4);
    assert!(read_csv(&dir.join("kehadiran.csv")).len() >= 20);
    assert!(!read_csv(&dir.join("angkat-tangan.csv")).is_empty());
    assert!(!read_csv(&dir.join("langkah.csv")).is_empty() && !read_csv(&dir.join("catatan.csv")).is_empty());
    let readme = fs::read_to_string(dir.join("BACA-SAYA.txt")).unwrap();
    for entry in fs::read_dir(dir).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "BACA-SAYA.txt" || readme.contains(&name), "{name} is explained");
    }
    assert!(refused(&["export", "--all", "--out", &out], &place.data).contains("sudah ada"));
    assert!(refused(&["export", "--out", &place.path("x")], &place.data).contains("--all"));
}

#[test]
fn a_copy_goes_there_and_back_also_beside_newer_data() {
    let place = Place::new();
    fs::create_dir_all(place.data.join("foto")).unwrap();
    fs::write(place.data.join("foto/a.jpg"), "foto").unwrap();
    let copy = place.path("cadangan.zip");
    let told = well(&["backup", "--out", &copy], &place.data);
    assert!(told.contains("2 kelompok, 12 anggota, 4 pertemuan, 1 foto"), "{told}");
    assert!(refused(&["backup", "--out", &copy], &place.data).contains("sudah ada"));
    let other = place.folder.path().join("baru");
    let told = well(&["restore", &copy], &other);
    assert!(told.contains("4 pertemuan") && told.contains("belum ada data"), "{told}");
    let told = well(&["restore", &copy], &other);
    assert!(told.contains("lembar-sebelum-"), "{told}");
    let (a, b) = (Snapshot::take(&place.data).unwrap().unwrap(), Snapshot::take(&other).unwrap().unwrap());
    assert_eq!(a.library(), b.library());
    assert_eq!(fs::read(other.join("foto/a.jpg")).unwrap(), b"foto");
    fs::write(place.path("rusak.zip"), &fs::read(&copy).unwrap()[..500]).unwrap();
    assert!(refused(&["restore", &place.path("rusak.zip")], &other).contains("rusak"));
    let lock = lembar::store::DirLock::take(&other).unwrap();
    assert!(refused(&["restore", &copy], &other).contains("sudah terbuka"));
    well(&["backup", "--out", &place.path("selagi-terbuka.zip")], &other);
    drop(lock);
}

#[test]
fn a_copy_that_is_killed_leaves_no_file_under_its_name() {
    let place = Place::new();
    fs::create_dir_all(place.data.join("foto")).unwrap();
    for number in 0..40 {
        fs::write(place.data.join(format!("foto/{number}.jpg")), vec![number; 500_000]).unwrap();
    }
    let copy = place.path("cadangan.zip");
    for wait in [1, 5, 15, 30, 60, 120] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_lembar"))
            .args(["backup", "--out", &copy, "--data"])
            .arg(&place.data)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        if Path::new(&copy).exists() {
            // It was quick enough: then it is whole.
            let other = place.folder.path().join(format!("baru-{wait}"));
            well(&["restore", &copy], &other);
            fs::remove_file(&copy).unwrap();
        }
    }
    well(&["backup", "--out", &copy], &place.data);
}

//! `lembar import-roster`, with the real program.

use std::{
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

use super::{make, put};

fn lembar(data: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lembar")).args(words).arg("--data").arg(data).current_dir(data).output().unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    let words = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output.status.code(), String::from_utf8(words).unwrap())
}

#[test]
fn a_roster_is_looked_at_kept_and_not_kept_twice() {
    let dir = TempDir::new().unwrap();
    let lines = "NO|NAMA|NIK|ALAMAT\n1|Siti|3202014506780001|A\n2|Dewi|3,2E+15|B\n3|99|\n";
    put(&dir, "ibu.xlsx", make::xlsx(&[("Sheet1", lines)], &[]));
    let run = |words: &[&str]| said(&lembar(dir.path(), words));
    let (code, words) = run(&["import-roster", "ibu.xlsx"]);
    assert!(code == Some(1) && words.contains("--group"), "{words}");
    let (code, words) = run(&["import-roster", "ibu.xlsx", "--group", "Melati", "--dry-run"]);
    assert_eq!(code, Some(0), "{words}");
    for expected in [
        "Melati (kelompok baru): 2 baru · 1 dilewati",
        "Baris 3: NIK tidak diambil",
        "Baris 4 · 99 · dilewati",
        "tidak ikut disimpan",
        "Baru dilihat",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(!words.contains("3202014506780001"), "{words}");
    let (code, words) = run(&["import-roster", "ibu.xlsx", "--group", "Melati"]);
    assert!(code == Some(0) && words.contains("Tersimpan."), "{words}");
    let (code, words) = run(&["import-roster", "ibu.xlsx", "--group", "Kelompok Melati"]);
    assert!(
        code == Some(0) && words.contains("2 sama · 1 dilewati") && words.contains("Tidak ada yang berubah"),
        "{words}"
    );
    put(&dir, "baru.csv", "NAMA;ALAMAT;KELOMPOK\nSiti;Kp. C;MELATI\n");
    let (code, words) = run(&["import-roster", "baru.csv"]);
    assert!(
        code == Some(0) && words.contains("alamat: A menjadi Kp. C") && words.contains("tetap di kelompok: Dewi"),
        "{words}"
    );
    // Nothing of a number is in the database or beside it.
    for file in std::fs::read_dir(dir.path()).unwrap().flatten().filter(|file| file.path().is_file()) {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("lembar.") {
            let bytes = std::fs::read(file.path()).unwrap();
            assert!(!bytes.windows(16).any(|window| window == b"3202014506780001"), "{name}");
        }
    }
    for wrong in [&["import-roster", "tidak-ada.xlsx"][..], &["import-roster", "."], &["import-roster", "lembar.db"]] {
        let (code, words) = run(wrong);
        assert!(code == Some(1) && words.starts_with("lembar: "), "{wrong:?}: {words}");
    }
}

#[test]
fn saved_is_said_only_when_it_is() {
    let dir = TempDir::new().unwrap();
    put(&dir, "ibu.csv", "NAMA;KELOMPOK\nSiti;Melati\n");
    let run = |words: &[&str]| said(&lembar(dir.path(), words));
    let (code, words) = run(&["import-roster", "ibu.csv"]);
    assert!(code == Some(0) && words.contains("Tersimpan."), "{words}");
    // A rule of the database that lets nobody in.
    let rule = "CREATE TRIGGER penuh BEFORE INSERT ON participant BEGIN SELECT RAISE(ABORT, 'penuh'); END";
    rusqlite::Connection::open(dir.path().join("lembar.db")).unwrap().execute_batch(rule).unwrap();
    put(&dir, "lagi.csv", "NAMA;KELOMPOK\nDewi;Melati\n");
    let (code, words) = run(&["import-roster", "lagi.csv"]);
    assert!(code == Some(1) && !words.contains("Tersimpan."), "{words}");
}

#[test]
fn looking_writes_nothing_and_works_while_lembar_runs() {
    let dir = TempDir::new().unwrap();
    put(&dir, "ibu.csv", "NAMA;KELOMPOK\nSiti;Melati\n");
    let run = |words: &[&str]| said(&lembar(dir.path(), words));
    let look = &["import-roster", "ibu.csv", "--dry-run"];
    let (code, words) = run(look);
    assert!(code == Some(0) && words.contains("1 baru"), "{words}");
    let names = || std::fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(names(), 1, "the list alone");
    let (code, words) = run(&["import-roster", "ibu.csv"]);
    assert_eq!(code, Some(0), "{words}");
    let _running = lembar::store::DirLock::take(dir.path()).unwrap();
    let (code, words) = run(look);
    assert!(code == Some(0) && words.contains("Tidak ada yang berubah"), "{words}");
    let (code, words) = run(&["import-roster", "ibu.csv"]);
    assert!(code == Some(1) && words.contains("sudah terbuka"), "{words}");
    // An attendance sheet is printed meanwhile, too.
    let sheet = ["print", "m1-s1", "--what", "roster", "--group", "Melati", "--out", "hadir.pdf"];
    let (code, words) = run(&sheet);
    assert!(code == Some(0), "{words}");
}

//! Copies to carry away: there and back, damaged, cut off, strange, newer; nothing half done under the final name.

use super::*;
use crate::{
    engine::ids::MeetingId,
    store::{
        journal, library,
        sample::{NINE, Place, group, records, save},
    },
};

fn filled(count: u64) -> Place {
    let place = Place::new();
    let database = place.open();
    save(&database.conn, &group(1, false)).unwrap();
    journal::append(&database.conn, MeetingId(1), &records(&group(1, false), 1..=count)).unwrap();
    drop(database);
    fs::create_dir_all(place.dir().join("foto/2026-11")).unwrap();
    fs::write(place.dir().join("foto/2026-11/a.jpg"), [0xff; 5000]).unwrap();
    fs::create_dir_all(place.dir().join("isi/sessions/saya")).unwrap();
    fs::write(place.dir().join("isi/sessions/saya/session.toml"), "title = \"Saya\"").unwrap();
    for (folder, file) in [("kantor", "logo.png"), ("yel-yel", "melati.ogg")] {
        fs::create_dir_all(place.dir().join(folder)).unwrap();
        fs::write(place.dir().join(folder).join(file), file).unwrap();
    }
    fs::write(place.dir().join("start.json"), "{}").unwrap();
    place
}

fn out() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("cadangan.zip");
    (dir, file)
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn yes(_: u64, _: u64) -> bool {
    true
}

#[test]
fn everything_comes_back_and_the_present_data_are_kept_beside() {
    let place = filled(9);
    let library_then = library::load(&place.open().conn).unwrap();
    let (folder, file) = out();
    let contents = write(place.dir(), &file, NINE, &mut yes).unwrap();
    let wanted = Contents { made: Some(NINE.0), groups: 1, members: 3, meetings: 1, records: 9, photos: 1, others: 3 };
    assert_eq!((contents, names(folder.path())), (wanted, vec!["cadangan.zip".to_owned()]));

    let other = filled(3);
    fs::write(other.dir().join("foto/2026-11/b.jpg"), "lain").unwrap();
    let prepared = prepare(other.dir(), &file, &mut yes).unwrap();
    assert_eq!(prepared.contents(), wanted);
    let aside = prepared.put_in_place(&other.lock, NINE).unwrap().paths();
    let database = other.open();
    assert_eq!(library::load(&database.conn).unwrap(), library_then);
    assert_eq!(journal::read(&database.conn, MeetingId(1)).unwrap().records.len(), 9);
    drop(database);
    assert_eq!(fs::read(other.dir().join("foto/2026-11/a.jpg")).unwrap(), [0xff; 5000]);
    assert!(!other.dir().join("foto/2026-11/b.jpg").exists());
    for file in ["kantor/logo.png", "yel-yel/melati.ogg"] {
        assert!(other.dir().join(file).exists(), "{file}");
    }
    assert_eq!(aside.len(), 5, "{aside:?}");
    let kept = aside.iter().find(|path| path.ends_with("foto-sebelum-2026-11-21-090000")).unwrap();
    assert!(kept.join("2026-11/b.jpg").exists());
    let db = aside.iter().find(|path| path.extension().is_some_and(|ending| ending == "db")).unwrap();
    assert_eq!(counted(db).unwrap().records, 3);
    assert!(!names(other.dir()).iter().any(|name| name.contains(".baru")));
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let place = filled(3);
    let (_folder, file) = out();
    fs::write(&file, "milik orang lain").unwrap();
    assert!(matches!(write(place.dir(), &file, NINE, &mut yes), Err(CarryError::Exists(_))));
    assert_eq!(fs::read(&file).unwrap(), b"milik orang lain");
}

#[test]
fn a_copy_that_is_stopped_or_cut_off_leaves_nothing_under_its_name() {
    let place = filled(3);
    let (folder, file) = out();
    assert!(matches!(write(place.dir(), &file, NINE, &mut |_, _| false), Err(CarryError::Stopped)));
    assert!(names(folder.path()).is_empty());
    // What a power cut leaves does not keep the next copy from being made.
    fs::write(file.with_extension("zip.baru"), "setengah").unwrap();
    write(place.dir(), &file, NINE, &mut yes).unwrap();
    assert_eq!(names(folder.path()), ["cadangan.zip"]);
}

#[test]
fn every_cut_and_every_flipped_byte_is_noticed_and_changes_nothing() {
    let place = filled(9);
    let (_folder, file) = out();
    write(place.dir(), &file, NINE, &mut yes).unwrap();
    let bytes = fs::read(&file).unwrap();
    let before = names(place.dir());
    let broken = file.with_extension("rusak");
    let cuts = (0..bytes.len()).step_by(bytes.len() / 40 + 1).map(|end| bytes[..end].to_vec());
    for (number, cut) in cuts.enumerate() {
        fs::write(&broken, cut).unwrap();
        let refused = prepare(place.dir(), &broken, &mut yes);
        assert!(matches!(refused, Err(CarryError::Damaged(_) | CarryError::Strange(_))), "cut {number}");
    }
    // Inside the packed bytes; names and dates of entries may differ without harm.
    let photo = bytes.windows(64).position(|window| window == [0xff; 64]).unwrap();
    let mut flipped = bytes.clone();
    flipped[photo + 100] ^= 1;
    fs::write(&broken, flipped).unwrap();
    assert!(matches!(prepare(place.dir(), &broken, &mut yes), Err(CarryError::Damaged(_))));
    assert_eq!(names(place.dir()), before);
}

#[test]
fn a_lone_database_is_taken_and_the_photos_stay() {
    let place = filled(9);
    let copy = backup::make(&place.open(), NINE).unwrap();
    let other = filled(3);
    let prepared = prepare(other.dir(), &copy.path, &mut yes).unwrap();
    assert_eq!((prepared.contents().records, prepared.contents().made), (9, None));
    prepared.put_in_place(&other.lock, NINE).unwrap();
    assert_eq!(journal::read(&other.open().conn, MeetingId(1)).unwrap().records.len(), 9);
    assert!(other.dir().join("foto/2026-11/a.jpg").exists() && copy.path.exists());
}

#[test]
fn a_database_of_a_laptop_that_died_has_its_newest_records_in_the_wal() {
    let place = Place::new();
    let database = place.open();
    save(&database.conn, &group(1, false)).unwrap();
    journal::append(&database.conn, MeetingId(1), &records(&group(1, false), 1..=9)).unwrap();
    // As they lie on the disk while the program runs.
    let (folder, _) = out();
    let died = folder.path().join("lembar.db");
    for suffix in ["", "-wal"] {
        let name = set_aside::with_suffix(&open::db_path(place.dir()), suffix);
        fs::copy(name, set_aside::with_suffix(&died, suffix)).unwrap();
    }
    drop(database);
    let before = names(folder.path());
    let other = filled(3);
    let prepared = prepare(other.dir(), &died, &mut yes).unwrap();
    assert_eq!(prepared.contents().records, 9);
    prepared.put_in_place(&other.lock, NINE).unwrap();
    assert_eq!(journal::read(&other.open().conn, MeetingId(1)).unwrap().records.len(), 9);
    assert_eq!(names(folder.path()), before, "what was taken from is as it was");
}

#[test]
fn a_name_the_way_back_would_refuse_is_said_before_anything_is_copied() {
    let place = filled(3);
    let (folder, file) = out();
    fs::write(place.dir().join("isi/sessions/saya/catatan 10:42.txt"), "hujan").unwrap();
    let refused = write(place.dir(), &file, NINE, &mut yes).unwrap_err();
    assert!(matches!(&refused, CarryError::Name(name) if name.ends_with("catatan 10:42.txt")), "{refused}");
    assert!(refused.sentence().contains("isi/sessions/saya/catatan 10:42.txt"));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_disk_that_does_not_take_the_copy_is_no_damage_of_the_copy() {
    use std::io::{Error, ErrorKind};
    let sentence = |stop: Stop| stop.unpacking(Path::new("cadangan.zip"), Path::new("foto/a.jpg")).sentence();
    for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded] {
        assert_eq!(sentence(Stop::Write(Error::from(kind))), StoreError::Full(String::new()).sentence());
    }
    let read_only = StoreError::ReadOnly(String::new());
    assert_eq!(sentence(Stop::Write(Error::from(ErrorKind::ReadOnlyFilesystem))), read_only.sentence());
    // EIO: the stick, not the file on it.
    assert_eq!(sentence(Stop::Read(Error::from_raw_os_error(5))), StoreError::Io(String::new()).sentence());
    assert_eq!(sentence(Stop::Read(Error::other("Invalid checksum"))), text::DAMAGED);
}

#[test]
fn strange_and_newer_files_are_refused() {
    let place = filled(3);
    let (folder, file) = out();
    let refused = |file: &Path| prepare(place.dir(), file, &mut yes).err().unwrap();
    fs::write(&file, "Bukan cadangan.").unwrap();
    assert!(matches!(refused(&file), CarryError::Strange(_)));
    let foreign = folder.path().join("lain.db");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE a (x); PRAGMA user_version = 1").unwrap();
    assert!(matches!(refused(&foreign), CarryError::Strange(_)));
    let newer = folder.path().join("baru.db");
    fs::copy(open::db_path(place.dir()), &newer).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", migrate::LATEST + 1).unwrap();
    assert!(matches!(refused(&newer), CarryError::Newer));
    let lying = |name: &str, format: u32| {
        let mut zip = ZipWriter::new(File::create(&file).unwrap());
        let manifest = Manifest { format, contents: Contents::default() };
        zip.start_file(MANIFEST, SimpleFileOptions::default()).unwrap();
        zip.write_all(serde_json::to_string(&manifest).unwrap().as_bytes()).unwrap();
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.finish().unwrap();
        refused(&file)
    };
    assert!(matches!(lying(DATABASE, FORMAT + 1), CarryError::Newer));
    for name in
        ["../keluar.png", "/etc/keluar.png", "foto/../../keluar", "start.json", "foto", "logo.png", "c:keluar.png"]
    {
        assert!(matches!(lying(name, FORMAT), CarryError::Strange(_)), "{name}");
    }
    assert!(matches!(lying("foto/a.jpg", FORMAT), CarryError::Damaged(_)), "no database");
    assert!(!folder.path().join("keluar").exists());
}

#[test]
fn without_data_there_is_nothing_to_copy() {
    let place = Place::new();
    let (_folder, file) = out();
    assert!(matches!(write(place.dir(), &file, NINE, &mut yes), Err(CarryError::Nothing)));
}

#[test]
fn a_copy_that_was_put_in_place_can_be_taken_out_again() {
    let place = filled(9);
    let (_folder, file) = out();
    write(place.dir(), &file, NINE, &mut yes).unwrap();
    let other = filled(3);
    fs::write(other.dir().join("foto/2026-11/b.jpg"), "lain").unwrap();
    let (before, library_before) = (names(other.dir()), library::load(&other.open().conn).unwrap());
    let prepared = prepare(other.dir(), &file, &mut yes).unwrap();
    assert!(prepared.newest().is_some());
    let aside = prepared.put_in_place(&other.lock, NINE).unwrap();
    assert_eq!(journal::read(&other.open().conn, MeetingId(1)).unwrap().records.len(), 9);
    aside.take_back().unwrap();
    assert_eq!(library::load(&other.open().conn).unwrap(), library_before);
    assert_eq!(names(other.dir()), before);
    assert!(other.dir().join("foto/2026-11/b.jpg").exists());
}

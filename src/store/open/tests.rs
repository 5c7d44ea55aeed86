//! Sound, new, newer, damaged and lost files.

use super::*;
use crate::{
    engine::{attendance::Status, ids::MeetingId},
    store::{
        backup, journal, library,
        sample::{NINE, Place, group, records, save},
    },
};

const MEETING: MeetingId = MeetingId(1);

/// A database with a group and the first `count` records of a meeting.
fn fill(place: &Place, count: u64) -> Database {
    let database = place.open();
    save(&database.conn, &group(1, false)).unwrap();
    journal::append(&database.conn, MEETING, &records(&group(1, false), 1..=count)).unwrap();
    database
}

fn count(database: &Database) -> usize {
    journal::read(&database.conn, MEETING).unwrap().records.len()
}

fn damaged(place: &Place) -> (Option<String>, Vec<BackupFile>) {
    match open(&place.lock, NINE.plus_ms(102 * 60_000)).unwrap() {
        OpenOutcome::Damaged { set_aside, copies } => {
            (set_aside.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()), copies)
        }
        OpenOutcome::Ready(_) => panic!("taken for sound"),
    }
}

fn names(place: &Place) -> Vec<String> {
    let entries = std::fs::read_dir(place.dir()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names.retain(|name| name.contains(".db"));
    names
}

#[test]
fn a_new_directory_gets_a_database_that_flushes_every_commit() {
    let place = Place::new();
    let database = place.open();
    let pragma = |name: &str| -> String {
        database.conn.pragma_query_value(None, name, |row| row.get_ref(0).map(|v| format!("{v:?}"))).unwrap()
    };
    assert!(pragma("journal_mode").contains(&format!("{:?}", b"wal")), "{}", pragma("journal_mode"));
    assert_eq!([pragma("synchronous"), pragma("foreign_keys")], ["Integer(2)", "Integer(1)"]);
    drop(database);
    assert_eq!(names(&place), ["lembar.db"], "a clean end leaves one file");
}

#[test]
fn a_file_that_is_no_database_is_set_aside_and_the_copies_offered() {
    let place = Place::new();
    let database = fill(&place, 3);
    let copy = backup::make(&database, NINE).unwrap();
    drop(database);
    std::fs::write(db_path(place.dir()), b"Ini bukan berkas data.".repeat(99)).unwrap();
    let (aside, copies) = damaged(&place);
    assert_eq!(aside.as_deref(), Some("lembar-rusak-2026-11-21-1042.db"));
    assert_eq!(copies, [copy]);
    let kept = std::fs::read(place.dir().join(aside.unwrap())).unwrap();
    assert!(kept.starts_with(b"Ini bukan berkas data."));
    // Still nothing decided: the next start offers the same, even though nothing is there to set aside any more.
    assert_eq!(damaged(&place), (None, copies.clone()));
    let database = continue_with(&place.lock, &copies[0]).unwrap();
    assert_eq!(count(&database), 3);
    drop(database);
    assert_eq!(count(&place.open()), 3);
    assert!(copies[0].path.exists(), "the copy stays");
}

#[test]
fn a_torn_page_is_found_and_the_wal_moved_along() {
    let place = Place::new();
    let database = fill(&place, 60);
    database.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    journal::append(&database.conn, MEETING, &records(&group(1, false), 61..=62)).unwrap();
    // As after a power cut: both files, the newest records only in the -wal.
    let after = Place::new();
    for name in ["lembar.db", "lembar.db-wal"] {
        std::fs::copy(place.dir().join(name), after.dir().join(name)).unwrap();
    }
    let file = db_path(after.dir());
    let mut bytes = std::fs::read(&file).unwrap();
    let wal = std::fs::read(after.dir().join("lembar.db-wal")).unwrap();
    let root: isize = database
        .conn
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'roster_group'", [], |row| row.get(0))
        .unwrap();
    let root = root as usize;
    bytes[(root - 1) * 4096..root * 4096].fill(0xA5);
    std::fs::write(&file, &bytes).unwrap();

    assert_eq!(damaged(&after), (Some("lembar-rusak-2026-11-21-1042.db".to_owned()), Vec::new()));
    let aside = after.dir().join("lembar-rusak-2026-11-21-1042.db");
    assert_eq!(std::fs::read(&aside).unwrap(), bytes, "as it was found");
    assert_eq!(std::fs::read(aside.with_extension("db-wal")).unwrap(), wal, "as it was found");
    let database = start_empty(&after.lock).unwrap();
    assert_eq!(count(&database), 0);
    drop(database);
    std::fs::write(&file, "rusak lagi").unwrap();
    assert_eq!(damaged(&after).0.as_deref(), Some("lembar-rusak-2026-11-21-1042-2.db"), "no name is used twice");
}

#[test]
fn records_beside_an_empty_or_missing_file_are_not_deleted() {
    for empty in [true, false] {
        let place = Place::new();
        let database = fill(&place, 3);
        let wal = std::fs::read(place.dir().join("lembar.db-wal")).unwrap();
        assert!(!wal.is_empty());
        let after = Place::new();
        std::fs::write(after.dir().join("lembar.db-wal"), &wal).unwrap();
        if empty {
            std::fs::write(db_path(after.dir()), "").unwrap();
        }
        assert!(damaged(&after).0.is_some());
        let kept = names(&after).into_iter().find(|name| name.ends_with("-wal")).unwrap();
        assert_eq!(std::fs::read(after.dir().join(kept)).unwrap(), wal);
        drop(database);
    }
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_untouched() {
    let place = Place::new();
    let database = fill(&place, 1);
    database.conn.pragma_update(None, "user_version", migrate::LATEST + 1).unwrap();
    drop(database);
    let before = std::fs::read(db_path(place.dir())).unwrap();
    let refused = open(&place.lock, NINE);
    assert!(matches!(refused, Err(StoreError::Newer { .. })), "{refused:?}");
    assert_eq!(std::fs::read(db_path(place.dir())).unwrap(), before);
}

#[test]
fn a_file_as_version_1_left_it_opens_and_its_meeting_goes_on() {
    let place = Place::new();
    let old = Connection::open(db_path(place.dir())).unwrap();
    old.execute_batch(include_str!("../testdata/v1.sql")).unwrap();
    drop(old);
    let library = library::load(&place.open().conn).unwrap();
    assert_eq!(library.groups[0].members.len(), 2);
    let unfinished = library.unfinished.unwrap();
    assert_eq!((unfinished.log.undecodable, unfinished.log.next_seq), (0, 3));
    assert_eq!(library.meetings[0].began, Some(Wall(1_795_251_660_000)));
}

#[test]
fn a_file_as_version_2_left_it_opens_with_its_members_and_whole_payloads() {
    let place = Place::new();
    let old = Connection::open(db_path(place.dir())).unwrap();
    old.execute_batch(include_str!("../testdata/v2.sql")).unwrap();
    drop(old);
    let database = place.open();
    let library = library::load(&database.conn).unwrap();
    let group = &library.groups[0];
    let first = &group.members[0];
    assert_eq!((group.village.as_str(), group.leader), ("Sukamaju", Some(first.id)));
    assert_eq!((first.components.len(), first.nik.is_some(), first.kk.is_some()), (2, true, true));
    let log = journal::read(&database.conn, MEETING).unwrap();
    assert_eq!((log.undecodable, log.records.len()), (0, 4));
    let meeting = &library.meetings[0];
    assert_eq!((meeting.marks[0], meeting.counts.present), ((first.id, Some(Status::Present)), 1));
    assert!(meeting.delivered() && library.unfinished.is_none());
}

#[test]
fn a_file_that_is_in_place_is_never_overwritten() {
    let place = Place::new();
    let database = fill(&place, 1);
    let copy = backup::make(&database, NINE).unwrap();
    drop(database);
    assert!(matches!(continue_with(&place.lock, &copy), Err(StoreError::Other(_))));
    assert!(matches!(start_empty(&place.lock), Err(StoreError::Other(_))));
    assert_eq!(count(&place.open()), 1);
}

#[test]
fn opening_anew_keeps_what_is_there_and_writes_on() {
    let place = Place::new();
    let mut database = fill(&place, 3);
    database.reopen().unwrap();
    journal::append(&database.conn, MEETING, &records(&group(1, false), 3..=4)).unwrap();
    assert_eq!(count(&database), 4);
}

#[test]
fn however_a_power_cut_tears_the_wal_a_prefix_of_the_records_is_left() {
    const RECORDS: u64 = 40;
    let place = Place::new();
    let database = fill(&place, RECORDS);
    let file = std::fs::read(db_path(place.dir())).unwrap();
    let wal = std::fs::read(place.dir().join("lembar.db-wal")).unwrap();
    let all = records(&group(1, false), 1..=RECORDS);
    let mut longest = 0;
    // A hundred cuts, nearly all of them inside a frame.
    for cut in (0..wal.len()).step_by(wal.len() / 100 + 1).chain([wal.len()]) {
        let after = Place::new();
        std::fs::write(db_path(after.dir()), &file).unwrap();
        std::fs::write(after.dir().join("lembar.db-wal"), &wal[..cut]).unwrap();
        let left = journal::read(&after.open().conn, MEETING).unwrap().records;
        assert_eq!(left[..], all[..left.len()], "cut at {cut}");
        assert!(left.len() >= longest, "a longer -wal holds no less");
        longest = left.len();
    }
    assert_eq!(longest, all.len());
    drop(database);
}

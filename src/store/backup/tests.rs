//! Copies: whole, checked, one a day, fourteen.

use super::*;
use crate::{
    engine::ids::MeetingId,
    store::{
        inspect, journal,
        sample::{NINE, Place, group, records, save},
    },
};

fn filled(place: &Place) -> Database {
    let database = place.open();
    save(&database.conn, &group(1, false)).unwrap();
    journal::append(&database.conn, MeetingId(1), &records(&group(1, false), 1..=9)).unwrap();
    database
}

fn names(place: &Place) -> Vec<String> {
    let entries = std::fs::read_dir(place.dir().join(FOLDER)).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn one_a_day_and_the_newest_fourteen() {
    let place = Place::new();
    let database = filled(&place);
    let foreign = place.dir().join(FOLDER).join("lembar-kenangan.db");
    for day in 0..20 {
        for hour in 0..2 {
            make(&database, NINE.plus_ms(day * DAY_MS + hour * 3_600_000)).unwrap();
        }
        if day == 0 {
            std::fs::write(&foreign, "bukan salinan").unwrap();
        }
    }
    let copies = good_copies(place.dir());
    assert_eq!(copies.len(), KEEP);
    assert_eq!(copies[0].path.file_name().unwrap(), "lembar-2026-12-10.db");
    assert_eq!(copies[0].day, Wall((NINE.day() + 19) * DAY_MS));
    assert_eq!(copies[KEEP - 1].path.file_name().unwrap(), "lembar-2026-11-27.db");
    assert_eq!(names(&place).len(), KEEP + 1, "nothing half done, and what is not ours stays");
    assert!(foreign.exists());
}

#[test]
fn a_copy_under_a_wrong_clock_is_not_the_one_to_go() {
    let place = Place::new();
    let database = filled(&place);
    for day in 0..KEEP as i64 {
        make(&database, NINE.plus_ms(day * DAY_MS)).unwrap();
    }
    let dead_battery = make(&database, Wall(1_262_304_000_000)).unwrap();
    assert!(dead_battery.path.ends_with("lembar-2010-01-01.db") && dead_battery.path.exists());
    assert_eq!(good_copies(place.dir()).len(), KEEP);
}

#[test]
fn a_damaged_copy_is_not_offered() {
    let place = Place::new();
    let database = filled(&place);
    let good = make(&database, NINE).unwrap();
    let bad = make(&database, NINE.plus_ms(DAY_MS)).unwrap();
    let bytes = std::fs::read(&bad.path).unwrap();
    std::fs::write(&bad.path, &bytes[..bytes.len() / 2]).unwrap();
    std::fs::write(bad.path.with_file_name("lembar-2026-11-30.db"), "").unwrap();
    assert_eq!(good_copies(place.dir()), [good]);
}

#[test]
fn a_poorer_database_does_not_take_the_place_of_a_richer_copy() {
    let place = Place::new();
    let rich = make(&filled(&place), NINE).unwrap();
    let other = Place::new();
    let empty = other.open();
    std::fs::create_dir(other.dir().join(FOLDER)).unwrap();
    let path = other.dir().join(FOLDER).join(rich.path.file_name().unwrap());
    std::fs::copy(&rich.path, &path).unwrap();
    make(&empty, NINE).unwrap();
    make(&empty, NINE).unwrap();
    assert_eq!(names(&other), ["lembar-2026-11-21.1.db", "lembar-2026-11-21.db"]);
    assert_eq!(good_copies(other.dir()).len(), 2, "both are offered");
}

#[test]
fn the_doctor_counts_and_finds_faults() {
    let place = Place::new();
    assert_eq!(inspect::inspect(place.dir()).unwrap(), None);
    let database = filled(&place);
    make(&database, NINE).unwrap();
    let found = inspect::inspect(place.dir()).unwrap().unwrap();
    assert_eq!((found.version, found.faults.len()), (migrate::LATEST, 0));
    assert_eq!([found.groups, found.participants, found.meetings, found.records], [1, 3, 1, 9]);
    assert!(found.bytes > 4096 && found.copies == 1);
    drop(database);
    std::fs::write(crate::store::open::db_path(place.dir()), "x".repeat(5000)).unwrap();
    assert!(matches!(inspect::inspect(place.dir()), Err(StoreError::Damaged(_))));
}

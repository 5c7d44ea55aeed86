//! Three years of work: how big the file is, how long the program takes to read it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod years;

use std::{path::Path, sync::Arc};

use lembar::{
    engine::time::Wall,
    pack,
    store::{self, DirLock, OpenOutcome, Store, inspect},
};
use years::{Size, Written};

/// What three years leave behind: 20 groups that met 36 times.
const THREE_YEARS: Size = Size { groups: 20, meetings: 36, members: 30 };
/// What the file may take, bytes.
const MOST: u64 = 10_000_000;

#[test]
fn three_years_fit_into_ten_megabytes() {
    let dir = tempfile::tempdir().unwrap();
    let pack = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let Written { meetings, records } = years::write(dir.path(), &pack, THREE_YEARS);
    let found = inspect::inspect(dir.path()).unwrap().unwrap();
    if let Some(keep) = std::env::var_os("LEMBAR_YEARS") {
        std::fs::copy(dir.path().join("lembar.db"), keep).unwrap();
    }
    println!("{meetings} meetings, {records} records, {} bytes", found.bytes);
    assert_eq!(found.meetings, u64::from(THREE_YEARS.groups) * u64::from(THREE_YEARS.meetings));
    assert_eq!((found.meetings as usize, found.records as usize), (meetings, records));
    assert!(found.bytes < MOST, "{} bytes", found.bytes);
    let lock = DirLock::take(dir.path()).unwrap();
    let OpenOutcome::Ready(database) = store::open::open(&lock, Wall(0)).unwrap() else { panic!() };
    let (store, library) = Store::spawn(database, Arc::new(|| ())).unwrap();
    assert_eq!(library.meetings.len(), meetings);
    assert_eq!(store.close(), 0);
}

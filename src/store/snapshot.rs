//! The database as it is at one moment, read into memory: for reports and exports, which must not wait for the program nor the program for
//! them. Changes nothing on disk; a file of an older program is brought up to date in memory only.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, backup::StepResult};

use super::{Library, MeetingLog, StoreError, journal, library, migrate, open};
use crate::engine::ids::MeetingId;

/// Everything there is.
pub struct Snapshot {
    conn: Connection,
    library: Library,
}

impl Snapshot {
    /// Reads the database of a data directory; `None` when there is none yet. Works while the program runs.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and [`StoreError::Newer`] as for the program itself; other errors are the disk's.
    pub fn take(dir: &Path) -> Result<Option<Self>, StoreError> {
        let path = open::db_path(dir);
        if !path.exists() {
            return Ok(None);
        }
        let file = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        migrate::refuse_newer(&file)?;
        let mut conn = Connection::open_in_memory()?;
        match rusqlite::backup::Backup::new(&file, &mut conn)?.step(-1)? {
            StepResult::Done => {}
            other => return Err(StoreError::Busy(format!("reading stopped at {other:?}"))),
        }
        open::quick_check(&conn)?;
        migrate::migrate(&mut conn)?;
        let library = library::load(&conn)?;
        Ok(Some(Self { conn, library }))
    }

    /// Groups, meetings, settings.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The journal of a meeting; empty when there is none.
    pub fn log(&self, meeting: MeetingId) -> Result<MeetingLog, StoreError> {
        journal::read(&self.conn, meeting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::{Place, group, records, save};

    #[test]
    fn it_holds_what_the_writer_has_and_changes_nothing() {
        let place = Place::new();
        assert!(Snapshot::take(place.dir()).unwrap().is_none());
        let database = place.open();
        save(&database.conn, &group(1, false)).unwrap();
        journal::append(&database.conn, MeetingId(1), &records(&group(1, false), 1..=5)).unwrap();
        let snapshot = Snapshot::take(place.dir()).unwrap().unwrap();
        assert_eq!(snapshot.library(), &library::load(&database.conn).unwrap());
        journal::append(&database.conn, MeetingId(1), &records(&group(1, false), 5..=6)).unwrap();
        assert_eq!(snapshot.log(MeetingId(1)).unwrap().records.len(), 5, "of that moment");
    }

    #[test]
    fn an_older_file_is_read_and_stays_what_it_was() {
        let place = Place::new();
        let old = Connection::open(open::db_path(place.dir())).unwrap();
        old.execute_batch(include_str!("testdata/v2.sql")).unwrap();
        drop(old);
        let before = std::fs::read(open::db_path(place.dir())).unwrap();
        let snapshot = Snapshot::take(place.dir()).unwrap().unwrap();
        assert_eq!((snapshot.library().groups.len(), snapshot.log(MeetingId(1)).unwrap().records.len()), (1, 4));
        assert_eq!(std::fs::read(open::db_path(place.dir())).unwrap(), before);
        std::fs::write(open::db_path(place.dir()), "x".repeat(5000)).unwrap();
        assert!(matches!(Snapshot::take(place.dir()), Err(StoreError::Damaged(_))));
    }
}

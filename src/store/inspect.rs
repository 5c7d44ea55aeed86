//! A look at a database from outside, for `lembar doctor`: changes nothing, needs no lock.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{StoreError, backup, migrate, open};

/// What a look at a data directory found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Schema version of the file.
    pub version: i64,
    /// What the full integrity check complains about; empty = sound.
    pub faults: Vec<String>,
    /// Groups, archived ones too.
    pub groups: u64,
    /// Participants, archived ones too.
    pub participants: u64,
    /// Meetings.
    pub meetings: u64,
    /// Records in the journal.
    pub records: u64,
    /// Bytes of the database file and its -wal.
    pub bytes: u64,
    /// Dated copies that pass their check.
    pub copies: usize,
}

/// Looks at the database of a data directory; `None` when there is none yet.
///
/// # Errors
/// [`StoreError::Damaged`] when the file is no database at all; other errors are the disk's.
pub fn inspect(dir: &Path) -> Result<Option<Inspection>, StoreError> {
    let path = open::db_path(dir);
    if !path.exists() {
        return Ok(None);
    }
    let conn = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let version = migrate::version(&conn)?;
    let faults = open::check(&conn, "integrity_check")?;
    let count = |table: &str| -> Result<u64, StoreError> {
        if version == 0 {
            return Ok(0);
        }
        let count: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    };
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
    Ok(Some(Inspection {
        version,
        faults,
        groups: count("roster_group WHERE id <> 0")?,
        participants: count("participant")?,
        meetings: count("meeting")?,
        records: count("event")?,
        bytes: size(&path) + size(&path.with_extension("db-wal")),
        copies: backup::good_copies(dir).len(),
    }))
}

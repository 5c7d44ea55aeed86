//! From a locked data directory to a sound, current database; or to the choice a person has to make when the file is damaged.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::{BackupFile, DirLock, StoreError, backup, error::io_error, migrate, set_aside};
use crate::engine::time::Wall;

/// How long SQLite waits for another program's lock before it gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(1);

/// Most lines of a failed check that are kept for the log.
const CHECK_LINES: usize = 20;

/// The database file of a data directory.
#[must_use]
pub fn db_path(dir: &Path) -> PathBuf {
    dir.join("lembar.db")
}

/// An open database, checked and current. Give it to [`super::Store::spawn`].
#[derive(Debug)]
pub struct Database {
    pub(super) conn: Connection,
    pub(super) path: PathBuf,
}

/// What was found in the data directory.
#[derive(Debug)]
pub enum OpenOutcome {
    /// Go on.
    Ready(Database),
    /// Nothing usable in its place; nothing was deleted. Ask, then [`continue_with`] a copy or [`start_empty`].
    Damaged {
        /// Where the damaged file was moved; `None` when there was no file at all.
        set_aside: Option<PathBuf>,
        /// Dated copies that pass their check, newest first; may be empty.
        copies: Vec<BackupFile>,
    },
}

/// Opens the database of a data directory, making a new one in a new directory. `wall` only names what has to be set aside.
///
/// # Errors
/// [`StoreError::Newer`] leaves the file untouched; other errors are the disk's. Damage is not an error but an outcome.
pub fn open(lock: &DirLock, wall: Wall) -> Result<OpenOutcome, StoreError> {
    let path = db_path(lock.dir());
    let damage = match std::fs::metadata(&path) {
        Ok(file) if file.len() > 0 => match open_existing(&path) {
            Ok(database) => return Ok(OpenOutcome::Ready(database)),
            Err(StoreError::Damaged(detail)) => detail,
            Err(error) => return Err(error),
        },
        // SQLite would take an empty file for a new database and delete the -wal beside it, records and all.
        Ok(_) => "the file is empty".to_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => "the file is missing".to_owned(),
        Err(error) => return Err(io_error(&path, &error)),
    };
    let copies = backup::good_copies(lock.dir());
    let nothing_lost = copies.is_empty() && set_aside::holds_nothing(&path);
    if nothing_lost {
        return Ok(OpenOutcome::Ready(create(&path)?));
    }
    log::error!("{}: {damage}", path.display());
    let set_aside = set_aside::set_aside(&path, wall)?;
    Ok(OpenOutcome::Damaged { set_aside, copies })
}

/// Goes on with a dated copy; the copy itself stays.
pub fn continue_with(lock: &DirLock, copy: &BackupFile) -> Result<Database, StoreError> {
    let path = db_path(lock.dir());
    refuse_in_place(&path)?;
    backup::restore(&copy.path, &path)?;
    open_existing(&path)
}

/// Goes on with an empty database.
pub fn start_empty(lock: &DirLock) -> Result<Database, StoreError> {
    let path = db_path(lock.dir());
    refuse_in_place(&path)?;
    create(&path)
}

/// [`open`] moved everything away; whatever is here now came from somewhere else and is not ours to overwrite.
fn refuse_in_place(path: &Path) -> Result<(), StoreError> {
    if set_aside::holds_nothing(path) {
        Ok(())
    } else {
        Err(StoreError::Other(format!("{} is already there", path.display())))
    }
}

fn create(path: &Path) -> Result<Database, StoreError> {
    let mut conn =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    configure(&conn)?;
    migrate::migrate(&mut conn)?;
    if let Some(dir) = path.parent() {
        sync_dir(dir)?;
    }
    Ok(Database { conn, path: path.to_owned() })
}

fn open_existing(path: &Path) -> Result<Database, StoreError> {
    let mut conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Until the file is known to be sound, closing it must not fold the -wal into it: both are evidence.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    migrate::refuse_newer(&conn)?;
    quick_check(&conn)?;
    configure(&conn)?;
    migrate::migrate(&mut conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(Database { conn, path: path.to_owned() })
}

impl Database {
    /// Opens the same file anew, for a writer whose disk failed: a stick that was pulled out comes back as another file to the system.
    /// Everything visible afterwards is on the medium: a flush that failed once may not be trusted to have been repeated by the
    /// system, so the checkpoint writes it again, into the database file, and flushes that.
    pub(super) fn reopen(&mut self) -> Result<(), StoreError> {
        let conn = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        configure(&conn)?;
        migrate::refuse_newer(&conn)?;
        let busy: bool = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy {
            return Err(StoreError::Busy("the journal could not be checkpointed".to_owned()));
        }
        // The old connection is dropped only now: while it lives, SQLite's index of the -wal in shared memory keeps what was
        // never committed out of sight.
        self.conn = conn;
        Ok(())
    }
}

fn configure(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(BUSY_TIMEOUT)?;
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    // Where shared memory is impossible SQLite stays with a rollback journal; only EXTRA makes its commits last through a power cut.
    conn.pragma_update(None, "synchronous", if mode.eq_ignore_ascii_case("wal") { "FULL" } else { "EXTRA" })?;
    // macOS: a plain fsync does not reach the medium there.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    Ok(conn.pragma_update(None, "foreign_keys", true)?)
}

/// SQLite's quick check; [`StoreError::Damaged`] when it finds anything.
pub(super) fn quick_check(conn: &Connection) -> Result<(), StoreError> {
    let faults = check(conn, "quick_check")?;
    if faults.is_empty() { Ok(()) } else { Err(StoreError::Damaged(faults.join("; "))) }
}

/// Lines of a check pragma; none when all is well.
pub(super) fn check(conn: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare(&format!("PRAGMA {pragma}({CHECK_LINES})"))?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

/// Flushes a directory, so that a file made or renamed in it is still there after a power cut.
pub(super) fn sync_dir(dir: &Path) -> Result<(), StoreError> {
    // Other systems keep names durable by themselves and have no handle to flush.
    if cfg!(unix) {
        std::fs::File::open(dir).and_then(|dir| dir.sync_all()).map_err(|error| io_error(dir, &error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;

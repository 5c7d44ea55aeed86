//! Dated copies: one whole, checked file per day, made by SQLite's backup API, the newest [`KEEP`] kept.

use std::path::{Path, PathBuf};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rusqlite::{Connection, OpenFlags, backup::StepResult};

use super::{
    Database, StoreError,
    error::io_error,
    migrate,
    open::{quick_check, sync_dir},
};
use crate::engine::time::Wall;

/// Folder of the copies inside the data directory.
const FOLDER: &str = "cadangan";
/// How many copies stay.
const KEEP: usize = 14;

/// A dated copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// Midnight of its day.
    pub day: Wall,
}

/// Makes today's copy, or renews it, and lets go of the oldest beyond [`KEEP`].
pub(super) fn make(database: &Database, wall: Wall) -> Result<BackupFile, StoreError> {
    let dir = database.path.parent().unwrap_or(Path::new(".")).join(FOLDER);
    std::fs::create_dir_all(&dir).map_err(|error| io_error(&dir, &error))?;
    let path = dir.join(format!("lembar-{}.db", stamp(wall, "%Y-%m-%d")));
    spare_richer(&path, &database.conn)?;
    copy(&database.conn, &path)?;
    for old in list(&dir).into_iter().filter(|file| file.path != path).skip(KEEP - 1) {
        if let Err(error) = std::fs::remove_file(&old.path) {
            log::warn!("{}: {error}", old.path.display());
        }
    }
    let day = Wall(wall.day() * DAY_MS);
    Ok(BackupFile { path, day })
}

/// The dated copies of a data directory that pass their check and that this program can read, newest first.
#[must_use]
pub fn good_copies(data_dir: &Path) -> Vec<BackupFile> {
    let mut copies = list(&data_dir.join(FOLDER));
    copies.retain(|copy| match open_copy(&copy.path) {
        Ok(_) => true,
        Err(error) => {
            log::warn!("{}: {error}", copy.path.display());
            false
        }
    });
    copies
}

/// Puts a checked copy of the file `from` at `to`.
pub(super) fn restore(from: &Path, to: &Path) -> Result<(), StoreError> {
    copy(&open_copy(from)?, to)
}

/// Puts a checked copy of the database `from` at `to`, as of one moment; the program that has it open goes on.
pub(super) fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    let from = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrate::refuse_newer(&from)?;
    copy(&from, to)
}

/// Opens a copy for reading and checks it.
fn open_copy(path: &Path) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrate::refuse_newer(&conn)?;
    quick_check(&conn)?;
    if migrate::version(&conn)? == 0 {
        return Err(StoreError::Damaged("the copy is empty".to_owned()));
    }
    Ok(conn)
}

/// After "start with empty data" today's copy may be the only one with the lost records: a copy that holds more than what would replace
/// it gets a name of its own instead.
fn spare_richer(path: &Path, conn: &Connection) -> Result<(), StoreError> {
    let events = |conn: &Connection| conn.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0));
    let Ok(old) = open_copy(path) else { return Ok(()) };
    if events(&old)? <= events(conn)? {
        return Ok(());
    }
    drop(old);
    let spare = (1..1000_u32).map(|n| path.with_extension(format!("{n}.db"))).find(|path| !path.exists());
    let spare = spare.ok_or_else(|| StoreError::Other(format!("no free name beside {}", path.display())))?;
    std::fs::rename(path, &spare).map_err(|error| io_error(&spare, &error))
}

/// Writes a whole copy of `from` beside `to`, checks and flushes it, and only then gives it its name.
fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let unfinished = to.with_extension("db.baru");
    // What a power cut left of an earlier try; most often there is nothing.
    drop(std::fs::remove_file(&unfinished));
    let done = write_copy(from, &unfinished)
        .and_then(|()| std::fs::rename(&unfinished, to).map_err(|error| io_error(to, &error)))
        .and_then(|()| to.parent().map_or(Ok(()), sync_dir));
    if done.is_err() {
        // Best effort: a half copy only takes room, and the next one writes over it.
        drop(std::fs::remove_file(&unfinished));
    }
    done
}

fn write_copy(from: &Connection, path: &Path) -> Result<(), StoreError> {
    let mut into = Connection::open(path)?;
    match rusqlite::backup::Backup::new(from, &mut into)?.step(-1)? {
        StepResult::Done => {}
        other => return Err(StoreError::Busy(format!("the copy stopped at {other:?}"))),
    }
    // One file without companions, that can be carried away as it is.
    into.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    quick_check(&into)?;
    into.close().map_err(|(_, error)| StoreError::from(error))?;
    let file = std::fs::OpenOptions::new().write(true).open(path);
    file.and_then(|file| file.sync_all()).map_err(|error| io_error(path, &error))
}

/// Dated copies in `folder`, newest first, unchecked; other files are not ours.
fn list(folder: &Path) -> Vec<BackupFile> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.flatten().filter_map(|entry| dated(entry.path())).collect();
    files.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.path.cmp(&b.path)));
    files
}

/// `lembar-2026-11-21.db` or `lembar-2026-11-21.1.db`.
fn dated(path: PathBuf) -> Option<BackupFile> {
    let stem = path.file_name()?.to_str()?.strip_prefix("lembar-")?.strip_suffix(".db")?;
    let (date, number) = stem.split_once('.').unwrap_or((stem, "0"));
    number.parse::<u32>().ok()?;
    let date: Date = date.parse().ok()?;
    let midnight = date.to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond();
    Some(BackupFile { path, day: Wall(midnight) })
}

const DAY_MS: i64 = 86_400_000;

/// A wall time in file names.
pub(super) fn stamp(wall: Wall, format: &str) -> String {
    // Wall time already is local, so "UTC" here only means: as it stands. Out of jiff's range (year 9999) is not worth an error.
    let moment = Timestamp::from_millisecond(wall.0).unwrap_or_default();
    moment.to_zoned(TimeZone::UTC).strftime(format).to_string()
}

#[cfg(test)]
mod tests;

//! Moves a database and what belongs to it out of the way, and back. Deletes only what came out of a copy that is still there.

use std::path::{Path, PathBuf};

use super::{StoreError, backup, error::io_error, open::sync_dir};
use crate::engine::time::Wall;

/// SQLite's companions of a database file, and the file itself. The file goes first: with it gone, a start after a crash in the middle
/// cannot take the rest for a sound database.
const SUFFIXES: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// True when neither the database nor a companion with records in it is there.
pub(super) fn holds_nothing(path: &Path) -> bool {
    ["", "-wal", "-journal"]
        .iter()
        .all(|suffix| std::fs::metadata(with_suffix(path, suffix)).map_or(true, |file| file.len() == 0))
}

/// Moves the database at `path` with its companions to `lembar-rusak-2026-11-21-1042.db` beside it, or the next free name.
/// Returns the new path of the file itself (or of the first companion found); `None` when nothing was there.
pub(super) fn set_aside(path: &Path, wall: Wall) -> Result<Option<PathBuf>, StoreError> {
    set_aside_as(path, &format!("lembar-rusak-{}", backup::stamp(wall, "%Y-%m-%d-%H%M")))
}

/// Moves them to `stem.db`, or the next free name.
pub(super) fn set_aside_as(path: &Path, stem: &str) -> Result<Option<PathBuf>, StoreError> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let target = free_name(dir, stem)?;
    let mut moved = None;
    for suffix in SUFFIXES {
        let (from, to) = (with_suffix(path, suffix), with_suffix(&target, suffix));
        match std::fs::rename(&from, &to) {
            Ok(()) => moved = moved.or(Some(to)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(io_error(&from, &error)),
        }
    }
    sync_dir(dir)?;
    Ok(moved)
}

/// Moves what [`set_aside_as`] moved to `kept` back to `path`, the file itself last.
pub(super) fn put_back(kept: &Path, path: &Path) -> std::io::Result<()> {
    SUFFIXES
        .iter()
        .rev()
        .try_for_each(|suffix| there(std::fs::rename(with_suffix(kept, suffix), with_suffix(path, suffix))))
}

/// Removes a database that came out of a copy, with its companions.
pub(super) fn remove(path: &Path) -> std::io::Result<()> {
    SUFFIXES.iter().try_for_each(|suffix| there(std::fs::remove_file(with_suffix(path, suffix))))
}

/// What is not there needs nothing.
fn there(done: std::io::Result<()>) -> std::io::Result<()> {
    match done {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn free_name(dir: &Path, stem: &str) -> Result<PathBuf, StoreError> {
    let first = dir.join(format!("{stem}.db"));
    let others = (2..1000_u32).map(|n| dir.join(format!("{stem}-{n}.db")));
    let free = |name: &PathBuf| SUFFIXES.iter().all(|suffix| !with_suffix(name, suffix).exists());
    let taken = || StoreError::Other(format!("no free name beside {}", first.display()));
    std::iter::once(first.clone()).chain(others).find(free).ok_or_else(taken)
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

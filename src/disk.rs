//! Files that are whole or not there: written beside their name, flushed, renamed, so that a power cut leaves the old one or the new one.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Ending of what is not whole yet. Copies of the data leave it out.
pub const UNFINISHED: &str = "baru";

/// The name `path` has while it is being written.
#[must_use]
pub fn beside(path: &Path) -> PathBuf {
    path.with_added_extension(UNFINISHED)
}

/// Makes or replaces a file.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(path, |file| file.write_all(bytes))
}

/// Makes or replaces a file by what `fill` writes into it; when that fails, what was there stays and nothing is left beside it.
pub fn write_with(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let unfinished = beside(path);
    let written = File::create(&unfinished)
        .and_then(|mut file| fill(&mut file).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // Best effort: it only takes room, and the next try writes over it.
        drop(fs::remove_file(&unfinished));
        return written;
    }
    if let Some(folder) = path.parent() {
        flush_names(folder);
    }
    Ok(())
}

/// The names in a folder reach the disk. Where a folder cannot be opened (Windows) or flushed (some sticks), the system looks after that.
pub fn flush_names(folder: &Path) {
    if let Ok(opened) = File::open(folder)
        && let Err(error) = opened.sync_all()
    {
        log::warn!("{} was not flushed: {error}", folder.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_half_way_leaves_the_old_file_and_nothing_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("catatan.toml");
        write(&path, b"lama").unwrap();
        let torn = |file: &mut File| file.write_all(b"ba").and(Err(io::ErrorKind::StorageFull.into()));
        assert_eq!(write_with(&path, torn).unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!((fs::read(&path).unwrap(), beside(&path).exists()), (b"lama".to_vec(), false));
        write(&path, b"baru").unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}

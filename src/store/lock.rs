//! One running copy per data directory.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
};

use super::{StoreError, error::io_error};

/// The file that is locked; it stays behind, unlocked, when the program ends however it ends.
const FILE: &str = "lembar.lock";

/// Proof that this process alone uses the data directory, for as long as the value lives.
#[derive(Debug)]
pub struct DirLock {
    dir: PathBuf,
    /// Holds the lock: closing releases it.
    _file: File,
}

impl DirLock {
    /// Creates the data directory where needed and takes its lock.
    ///
    /// # Errors
    /// [`StoreError::AlreadyRunning`] when another process (or another value here) holds it; disk errors otherwise.
    pub fn take(dir: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(dir).map_err(|error| io_error(dir, &error))?;
        let path = dir.join(FILE);
        let failed = |error: std::io::Error| io_error(&path, &error);
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::AlreadyRunning { dir: dir.to_owned(), pid: read_pid(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        // The pid only helps a human to find the other copy: a full disk must not keep the program from opening.
        let note = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| write!(file, "{}", std::process::id()));
        if let Err(error) = note {
            log::warn!("{}: {error}", path.display());
        }
        Ok(Self { dir: dir.to_owned(), _file: file })
    }

    /// The data directory.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }
}

/// Windows refuses to read a locked file, so this may well be `None`.
fn read_pid(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_copy_is_refused_until_the_first_ends() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path().join("baru/data");
        let first = DirLock::take(&dir).unwrap();
        match DirLock::take(&dir) {
            Err(StoreError::AlreadyRunning { pid, .. }) => {
                assert!(cfg!(windows) || pid == Some(std::process::id()));
            }
            other => panic!("{other:?}"),
        }
        drop(first);
        assert_eq!(DirLock::take(&dir).unwrap().dir(), dir);
    }
}

//! A copy on its way into the place of the data: unpacked and looked at first, the data set aside and not deleted, and put back when the
//! copy cannot be used after all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};

use super::{CarryError, Contents, DATABASE, Scratch, Told, unpack};
use crate::{
    engine::time::Wall,
    store::{DirLock, StoreError, backup, error::io_error, open::sync_dir, set_aside},
};

/// Where a copy is unpacked, in the data directory.
const SCRATCH: &str = "pulihkan.baru";

/// A copy unpacked beside the data and found whole; deleted when dropped.
pub struct Prepared {
    scratch: Scratch,
    contents: Contents,
    newest: Option<Wall>,
}

/// Unpacks the copy `file` beside the data of `dir` and checks it. Changes nothing yet.
pub fn prepare(dir: &Path, file: &Path, told: &mut Told<'_>) -> Result<Prepared, CarryError> {
    let scratch = Scratch(dir.join(SCRATCH));
    let contents = unpack(file, &scratch.0, told)?;
    let newest = newest(&scratch.0.join(DATABASE))?;
    Ok(Prepared { scratch, contents, newest })
}

/// When its newest meeting was opened.
fn newest(database: &Path) -> Result<Option<Wall>, StoreError> {
    let conn = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let newest = conn.query_row("SELECT max(opened_wall_ms) FROM meeting", [], |row| row.get::<_, Option<i64>>(0))?;
    Ok(newest.map(Wall))
}

impl Prepared {
    /// What is in it.
    #[must_use]
    pub fn contents(&self) -> Contents {
        self.contents
    }

    /// When its newest meeting was opened.
    #[must_use]
    pub fn newest(&self) -> Option<Wall> {
        self.newest
    }

    /// Sets the present data aside, names with `-sebelum-` and `wall` in them, and puts the copy in their place. The database must not be
    /// open. A folder the copy lacks stays as it is. When it fails, the present data are where they were.
    pub fn put_in_place(self, lock: &DirLock, wall: Wall) -> Result<Aside, StoreError> {
        let mut aside = Aside { dir: lock.dir().to_owned(), moved: Vec::new(), placed: Vec::new() };
        match self.place(&mut aside, &backup::stamp(wall, "%Y-%m-%d-%H%M%S")) {
            Ok(()) => Ok(aside),
            Err(error) => {
                aside.take_back()?;
                Err(error)
            }
        }
    }

    fn place(&self, aside: &mut Aside, stamp: &str) -> Result<(), StoreError> {
        let entries = fs::read_dir(&self.scratch.0).map_err(|error| io_error(&self.scratch.0, &error))?;
        let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
        // The database last: after a power cut the present one still opens, and what was moved before it lies set aside.
        names.sort_by_key(|name| name == DATABASE);
        for name in names {
            let (from, to) = (self.scratch.0.join(&name), aside.dir.join(&name));
            if name == DATABASE {
                let kept = set_aside::set_aside_as(&to, &format!("lembar-sebelum-{stamp}"))?;
                aside.moved.extend(kept.map(|kept| (to.clone(), kept)));
            } else if to.exists() {
                let kept = free(&aside.dir, &name.to_string_lossy(), stamp)?;
                fs::rename(&to, &kept).map_err(|error| io_error(&to, &error))?;
                aside.moved.push((to.clone(), kept));
            }
            fs::rename(&from, &to).map_err(|error| io_error(&to, &error))?;
            aside.placed.push(to);
        }
        sync_dir(&aside.dir)
    }
}

/// What a copy has taken the place of.
#[derive(Debug)]
pub struct Aside {
    dir: PathBuf,
    /// Where it was, where it is.
    moved: Vec<(PathBuf, PathBuf)>,
    /// What stands in its place now.
    placed: Vec<PathBuf>,
}

impl Aside {
    /// Where the data of before lie now.
    #[must_use]
    pub fn paths(&self) -> Vec<PathBuf> {
        self.moved.iter().map(|(_, kept)| kept.clone()).collect()
    }

    /// Puts the data of before in their place again; what stood there goes, since the copy it came from is still there. The database must
    /// not be open.
    pub fn take_back(self) -> Result<(), StoreError> {
        let database = self.dir.join(DATABASE);
        for placed in self.placed.iter().rev() {
            let gone = if *placed == database {
                set_aside::remove(placed)
            } else if placed.is_dir() {
                fs::remove_dir_all(placed)
            } else {
                fs::remove_file(placed)
            };
            gone.map_err(|error| io_error(placed, &error))?;
        }
        for (was, kept) in self.moved.iter().rev() {
            let back = if *was == database { set_aside::put_back(kept, was) } else { fs::rename(kept, was) };
            back.map_err(|error| io_error(kept, &error))?;
        }
        sync_dir(&self.dir)
    }
}

/// `foto-sebelum-2026-11-21-104200`, or the next free name.
fn free(dir: &Path, name: &str, stamp: &str) -> Result<PathBuf, StoreError> {
    let names = (1..1000_u32)
        .map(|n| if n == 1 { format!("{name}-sebelum-{stamp}") } else { format!("{name}-sebelum-{stamp}-{n}") });
    let mut free = names.map(|name| dir.join(name)).filter(|path| !path.exists());
    free.next().ok_or_else(|| StoreError::Other(format!("no free name beside {name}")))
}

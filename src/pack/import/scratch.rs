//! A folder for what is not finished: it is moved into place as a whole, or it goes away.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How such folders begin; the process id follows.
const PREFIX: &str = ".sementara-";

/// A folder that is removed with everything in it when the value goes.
#[derive(Debug)]
pub(in crate::pack) struct Scratch {
    dir: PathBuf,
}

impl Scratch {
    /// A new folder in `root`, which is made if it is not there. What earlier runs of the program left behind is removed.
    pub(in crate::pack) fn new(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        let own = format!("{PREFIX}{}-", std::process::id());
        for entry in fs::read_dir(root)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(PREFIX) && !name.starts_with(&own) {
                remove(&entry.path());
            }
        }
        for number in 0..10_000 {
            let dir = root.join(format!("{own}{number}"));
            match fs::create_dir(&dir) {
                Ok(()) => return Ok(Self { dir }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("no free name"))
    }

    /// The folder.
    pub(in crate::pack) fn path(&self) -> &Path {
        &self.dir
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if self.dir.exists() {
            remove(&self.dir);
        }
    }
}

fn remove(dir: &Path) {
    if let Err(error) = fs::remove_dir_all(dir) {
        log::warn!("{}: {error}", dir.display());
    }
}

//! The facilitator's own sessions: a folder like `content/` in the data directory, added to the pack that came with the program.

use std::{fs, path::Path};

use super::{Pack, load};
use crate::{engine::session::Module, text::import as text};

/// Name of the folder in the data directory.
pub const FOLDER: &str = "isi";
/// The module own sessions are kept under.
pub const MODULE: Module = Module::Adaptive;

impl Pack {
    /// This pack with the sessions of the facilitator's own folder `dir`. A folder that is not there adds nothing; what is wrong
    /// with it is added to the diagnostics.
    #[must_use]
    pub fn with_own(mut self, dir: &Path) -> Self {
        load::add_own(&mut self, dir);
        self
    }
}

/// Writes the two files every pack begins with, where they are missing.
pub(super) fn begin(dir: &Path) -> std::io::Result<()> {
    fs::create_dir_all(dir.join("sessions"))?;
    let head = dir.join("pack.toml");
    if !head.exists() {
        replace(&head, &text::own_pack_file())?;
    }
    let catalogue = dir.join("catalogue.toml");
    if !catalogue.exists() {
        replace(&catalogue, text::OWN_CATALOGUE)?;
    }
    Ok(())
}

/// Writes a text file whole or not at all: whoever reads it sees the old one or the new one, after a power cut too.
pub(super) fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".baru");
    let file = fs::File::create(&beside)?;
    std::io::Write::write_all(&mut &file, text.as_bytes())?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    // The new name has to reach the disk too. Where a folder cannot be opened (Windows), the system looks after that.
    match path.parent().map(fs::File::open) {
        Some(Ok(folder)) => folder.sync_all(),
        _ => Ok(()),
    }
}

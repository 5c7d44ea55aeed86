//! The facilitator's own sessions: a folder like `content/` in the data directory, added to the pack that came with the program.

use std::{fs, path::Path};

use super::{Pack, load};
use crate::{disk, engine::session::Module, text::import as text};

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
        disk::write(&head, text::own_pack_file().as_bytes())?;
    }
    let catalogue = dir.join("catalogue.toml");
    if !catalogue.exists() {
        disk::write(&catalogue, text::OWN_CATALOGUE.as_bytes())?;
    }
    Ok(())
}

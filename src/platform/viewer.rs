//! Showing a file in the system's own viewer.

use std::{io, path::Path};

/// Opens `file` with the program the system has for it; does not wait for that program.
pub fn show(file: &Path) -> io::Result<()> {
    open::that_detached(file)
}

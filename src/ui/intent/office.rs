//! Wishes about what is set once for reports and about documents of a closed meeting.

use std::path::PathBuf;

use crate::engine::office::Office;

/// What can be done with what is set once for reports, and with documents.
#[derive(Clone, Debug, PartialEq)]
pub enum OfficeKey {
    /// It is this now.
    Set {
        /// All of it.
        office: Box<Office>,
        /// The field that was typed in: its changes are taken back together; empty = on its own.
        field: &'static str,
    },
    /// Take the newest change back.
    Undo,
    /// Use this picture as the logo.
    TakeLogo(PathBuf),
    /// Make a document of the closed meeting and open it.
    Make(Document),
}

/// A document of a closed meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Laporan Kegiatan P2K2.
    Activity,
    /// Pemantauan KPM setiap P2K2.
    Monitoring,
    /// The half-year form of its group.
    HalfYear {
        /// With marks that follow from what was written down; else empty.
        propose: bool,
    },
    /// Its photos in a folder.
    Photos,
}

//! What can go wrong on disk, as few kinds as there are different treatments.

use std::{io, path::PathBuf};

use rusqlite::ErrorCode;

use crate::text;

/// An error of the store. `Display` is for logs; [`StoreError::sentence`] is for people (a notice about a failing write wraps it in
/// [`text::store::unsaved`]).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another running copy holds the data directory.
    #[error("another copy of Lembar is using {} (pid {pid:?})", dir.display())]
    AlreadyRunning {
        /// Data directory.
        dir: PathBuf,
        /// Its process, where the lock file could be read.
        pid: Option<u32>,
    },
    /// The file was written by a newer program.
    #[error("the database has schema version {found}, this program knows versions up to {known}")]
    Newer {
        /// Version in the file.
        found: i64,
        /// Newest version known here.
        known: i64,
    },
    /// Not a database, malformed, or it failed its check.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// No room left.
    #[error("the disk is full: {0}")]
    Full(String),
    /// Another program holds the database.
    #[error("the database is in use: {0}")]
    Busy(String),
    /// No permission to write, or a medium that cannot be written.
    #[error("the place cannot be written: {0}")]
    ReadOnly(String),
    /// The disk failed or is gone.
    #[error("the disk failed: {0}")]
    Io(String),
    /// No home folder to put data in.
    #[error("there is no home folder to keep data in")]
    NoHome,
    /// Refused by a rule of the database, or a mistake of ours: trying again cannot help.
    #[error("refused: {0}")]
    Other(String),
}

impl StoreError {
    /// True when the same write may succeed later: room was made, the stick is back, the other program is done.
    #[must_use]
    pub fn can_heal(&self) -> bool {
        matches!(self, Self::Full(_) | Self::Busy(_) | Self::ReadOnly(_) | Self::Io(_) | Self::Damaged(_))
    }

    /// What happened and what to do, for people.
    #[must_use]
    pub fn sentence(&self) -> &'static str {
        match self {
            Self::AlreadyRunning { .. } => text::store::ALREADY_RUNNING,
            Self::Newer { .. } => text::store::NEWER,
            Self::Damaged(_) => text::store::DAMAGED,
            Self::Full(_) => text::store::FULL,
            Self::Busy(_) => text::store::BUSY,
            Self::ReadOnly(_) => text::store::READ_ONLY,
            Self::Io(_) => text::store::IO,
            Self::NoHome => text::store::NO_HOME,
            Self::Other(_) => text::store::OTHER,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full(detail),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(detail),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(detail),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged(detail),
            Some(
                ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::OutOfMemory
                | ErrorCode::FileLockingProtocolFailed
                | ErrorCode::OperationInterrupted
                | ErrorCode::OperationAborted,
            ) => Self::Io(detail),
            _ => Self::Other(detail),
        }
    }
}

/// An I/O error with the file it happened on.
pub(super) fn io_error(path: &std::path::Path, error: &io::Error) -> StoreError {
    let detail = format!("{}: {error}", path.display());
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full(detail),
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => StoreError::ReadOnly(detail),
        _ => StoreError::Io(detail),
    }
}

//! The list of contents inside a `.lembar` file: what must be there, no more and no less.

use serde::{Deserialize, Serialize};

use super::{ArchiveError, FORMAT};

/// The list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Arrangement of the file.
    pub(super) format: i64,
    /// The session's title.
    pub(super) title: String,
    /// Its goal.
    pub(super) goal: String,
    /// Its files.
    pub(super) file: Vec<Part>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    /// Relative to the session's folder, with forward slashes.
    pub(super) name: String,
    /// Its size.
    pub(super) bytes: u64,
}

impl Manifest {
    /// Reads the text.
    pub(super) fn read(text: &str) -> Result<Self, ArchiveError> {
        let damaged = |error: &dyn std::fmt::Display| ArchiveError::Damaged(error.to_string());
        // The number first: a newer arrangement may have other keys.
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| damaged(&error))?;
        match table.get("format").and_then(toml::Value::as_integer) {
            Some(format) if format > FORMAT => Err(ArchiveError::Newer(format)),
            _ => table.try_into().map_err(|error| damaged(&error)),
        }
    }

    /// As text.
    pub(super) fn text(&self) -> Result<String, ArchiveError> {
        toml::to_string(self).map_err(|error| ArchiveError::Damaged(error.to_string()))
    }
}

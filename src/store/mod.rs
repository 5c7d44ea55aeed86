//! What is on disk: the journal of meetings, groups, settings, dated copies, and where all of it lives.
//! The only room that knows SQLite. It decides nothing about a meeting and never asks what time it is: wall times come in as arguments.
//!
//! Reading order: [`dirs`] (where) → [`lock`] (one copy only) → [`open`] (a sound, current database, or what to do about a damaged one)
//! → [`worker`] (the writer thread, its requests and reports) → [`library`] (what was there at the start).

mod audit;
pub mod backup;
pub mod carry;
pub mod dirs;
pub mod error;
pub mod inspect;
mod journal;
pub mod library;
pub mod lock;
mod meetings;
mod migrate;
mod notes;
pub mod open;
mod parts;
pub mod request;
mod roster;
#[cfg(test)]
mod sample;
pub mod search;
mod set_aside;
mod snapshot;
mod study;
pub mod vault;
pub mod worker;

pub use backup::BackupFile;
pub use dirs::{content_dir, data_dir};
pub use error::StoreError;
pub use journal::MeetingLog;
pub use library::{IdSource, Library, Unfinished};
pub use lock::DirLock;
pub use open::{Database, OpenOutcome, continue_with, start_empty};
pub use request::{Regroup, Regrouping, Report, Request, Subject};
pub use snapshot::Snapshot;
pub use vault::{Vault, VaultError, VaultFile};
pub use worker::{Store, StoreHandle};

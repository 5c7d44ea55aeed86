//! Every sentence a user reads, in Bahasa Indonesia, one file per area. Imports nothing of ours but the engine's plain types.
//! Another language is another copy of this folder.

pub mod check;
pub mod common;
pub mod drawing;
pub mod keys;
pub mod stage;
pub mod store;

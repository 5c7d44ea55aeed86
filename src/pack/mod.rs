//! Packs: files of content become sessions, pages and pictures. Reads the disk; imports engine, text and typeset.

pub mod art;
pub mod format;

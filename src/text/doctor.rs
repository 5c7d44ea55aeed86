//! What `lembar doctor` says.

/// Heading.
pub const TITLE: &str = "Pemeriksaan laptop";

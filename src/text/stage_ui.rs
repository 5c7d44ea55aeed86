//! The only words the stage window itself adds to a page.

/// A countdown has run out.
pub const OVER: &str = "Waktu habis";

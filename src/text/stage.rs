//! Words the program itself puts on the wall; everything else there comes from a pack.

use super::common;
use crate::engine::time::DayMinute;

/// Headline before the beginning.
#[must_use]
pub fn waiting(start: Option<DayMinute>) -> String {
    start.map_or_else(
        || "Sebentar lagi kita mulai".to_owned(),
        |start| format!("Kita mulai pukul {}", common::clock(start)),
    )
}

/// Headline of last time's question when the question itself is missing.
pub const RECALL_QUESTION: &str = "Apa yang Ibu coba di rumah?";
/// Headline of a first meeting.
pub const INTRODUCTIONS: &str = "Mari saling kenal";
/// What each one tells about herself at a first meeting.
pub const INTRODUCTIONS_WORDS: &str = "Nama, anak, dan harapan";
/// Headline at the end.
pub const FAREWELL: &str = "Terima kasih, Ibu";
/// Under it.
pub const FAREWELL_WORDS: &str = "Sampai bertemu bulan depan";

/// Under last time's question.
#[must_use]
pub fn recall(title: &str) -> String {
    format!("Bulan lalu: {title}")
}

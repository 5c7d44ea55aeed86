//! Words of the question after a power cut.

use super::common;
use crate::engine::time::Wall;

/// Over the question.
pub const TITLE: &str = "Pertemuan belum ditutup";
/// Over the question about a rehearsal.
pub const TITLE_REHEARSAL: &str = "Latihan belum selesai";
/// What is safe of it.
pub const SAFE_REHEARSAL: &str = "Aman: halaman dan waktu setiap langkah. Latihan tidak masuk laporan.";
/// Yes.
pub const YES: &str = "Ya, lanjutkan";
/// No.
pub const NO: &str = "Tidak, jangan lanjutkan";
/// What No means.
pub const NO_HINT: &str = "Kalau tidak, catatannya tetap tersimpan dan bisa dilihat di halaman depan.";
/// What No means for a rehearsal.
pub const NO_HINT_REHEARSAL: &str = "Kalau tidak, latihan ini ditinggalkan. Data kelompok tidak berubah.";
/// What is safe.
pub const SAFE: &str = "Aman: halaman, waktu setiap langkah, catatan, dan daftar hadir yang bertanda tersimpan.";
/// Comes back paused.
pub const PAUSED: &str = "Waktunya dijeda dulu. Jalankan lagi begitu kelompok siap.";
/// Goes on at once.
pub const RUNS: &str = "Waktunya langsung berjalan lagi.";

/// The question itself.
#[must_use]
pub fn question(title: &str, wall: Wall, step: Option<u16>, page: u16) -> String {
    let clock = common::clock(wall.minute_of_day());
    match step {
        Some(step) => format!("Lanjutkan sesi “{title}” dari {clock}, langkah {step}, halaman {page}?"),
        None => format!("Lanjutkan sesi “{title}” dari {clock}, di layar tunggu?"),
    }
}

/// Who and when.
#[must_use]
pub fn of(group: &str, wall: Wall) -> String {
    format!("{group} · {}", common::date(wall))
}

/// The running step.
#[must_use]
pub fn step(number: u16, title: &str) -> String {
    format!("Langkah {number}: {title}")
}

/// Records that could not be read.
#[must_use]
pub fn undecodable(count: u32) -> String {
    format!("{count} catatan tidak terbaca dan dilewati. Aslinya tetap disimpan.")
}

//! Copies to carry away and the way back.

use super::common::{number, short_date};
use crate::engine::time::Wall;

/// No data yet.
pub const NOTHING: &str = "Belum ada data di folder ini, jadi belum ada yang disalin. Kalau data Anda di tempat lain, sebutkan dengan --data DIR.";
/// Not one of ours.
pub const STRANGE: &str = "Berkas ini bukan cadangan Lembar. Data Anda tidak diubah.";
/// Damaged.
pub const DAMAGED: &str =
    "Cadangan ini rusak atau terpotong. Data Anda tidak diubah. Coba salin ulang berkasnya, atau pakai salinan lain.";
/// Newer.
pub const NEWER: &str =
    "Cadangan ini dibuat oleh Lembar yang lebih baru. Data Anda tidak diubah. Pasang Lembar versi terbaru lebih dulu.";
/// Stopped.
pub const STOPPED: &str = "Dihentikan. Data Anda tidak diubah.";

/// A name that is taken.
#[must_use]
pub fn exists(path: &str) -> String {
    format!("{path} sudah ada dan tidak ditimpa. Pakai nama lain.")
}

/// A file whose name not every system can write.
#[must_use]
pub fn name(name: &str) -> String {
    format!(
        "Nama berkas “{name}” memakai tanda : atau \\, jadi tidak bisa dipulihkan di semua laptop. Ganti namanya di folder data, lalu buat cadangan lagi."
    )
}

/// What a copy holds.
#[must_use]
pub fn contents(groups: u64, members: u64, meetings: u64, photos: u64) -> String {
    format!(
        "{} kelompok, {} anggota, {} pertemuan, {} foto",
        number(groups),
        number(members),
        number(meetings),
        number(photos)
    )
}

/// A copy was made.
#[must_use]
pub fn backed_up(path: &str, contents: &str) -> String {
    format!("Cadangan tersimpan di {path}: {contents}. Isinya sudah dibaca ulang dan cocok.")
}

/// A copy was taken back.
#[must_use]
pub fn restored(contents: &str, made: Option<Wall>, aside: &[String]) -> String {
    let from = made.map_or_else(String::new, |wall| format!(" dari {}", short_date(wall)));
    let before = if aside.is_empty() {
        "Sebelumnya belum ada data.".to_owned()
    } else {
        format!("Data sebelumnya tidak dihapus, hanya diganti nama: {}.", aside.join(", "))
    };
    format!("Data{from} sudah dikembalikan: {contents}. {before}")
}

/// How far it is.
#[must_use]
pub fn progress(done: u64, all: u64) -> String {
    format!("{} %", (done * 100).checked_div(all).unwrap_or(100))
}

/// A dated copy as file name for a chosen folder, without ending.
#[must_use]
pub fn file_stem(date: &str) -> String {
    format!("cadangan-lembar-{date}")
}

//! Words of the observation sheet.

use super::common;
use crate::engine::time::Wall;

/// Title.
pub const TITLE: &str = "Lembar amatan";
/// What it is for.
pub const ABOUT: &str =
    "Dua menit, sendiri atau bersama teman yang mengamati. Bahan obrolan untuk belajar, bukan nilai kinerja.";
/// Begins one.
pub const BEGIN: &str = "Isi amatan";
/// Begins another.
pub const ANEW: &str = "Isi amatan lagi";
/// Keeps it.
pub const KEEP: &str = "Simpan amatan";
/// Field.
pub const REMARK: &str = "Yang dipertahankan dan yang dicoba lain kali";
/// What it may look like.
pub const REMARK_HINT: &str = "misalnya menunggu lebih lama setelah bertanya";
/// Field.
pub const OBSERVER: &str = "Diamati oleh";
/// What it may look like.
pub const OBSERVER_HINT: &str = "kosongkan bila diisi sendiri";

/// How many items are marked.
#[must_use]
pub fn marked(count: usize, of: usize) -> String {
    format!("{count} dari {of} butir. Yang tidak terlihat boleh dikosongkan.")
}

/// A sheet in a list: its day and its mean.
#[must_use]
pub fn mean(wall: Wall, tenths: u16) -> String {
    format!("{}: rata-rata {},{} dari 4", common::short_date(wall), tenths / 10, tenths % 10)
}

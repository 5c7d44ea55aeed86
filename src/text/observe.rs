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
/// Beside the item a number marks.
pub const BY_KEY: &str = "Tekan salah satu, atau tombol 1 sampai 4.";
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

/// Prints this run's sheet, or an empty one.
pub const PRINT: &str = "Cetak";
/// Prints an empty one.
pub const PRINT_EMPTY: &str = "Cetak yang kosong";
/// On paper: to be written by hand.
pub const BY_HAND: &str = "....................................";
/// On paper: filled in by the facilitator.
pub const ONESELF: &str = "diisi sendiri";
/// On paper: when it was held.
pub const HELD: &str = "Tanggal";
/// On paper: head of the items.
pub const ITEM: &str = "Yang diamati";

/// On paper: one level, crossed or not.
#[must_use]
pub fn level(chosen: bool, words: &str) -> String {
    if chosen { format!("[X] {words}") } else { format!("[  ] {words}") }
}

/// On paper: the mean of a filled sheet.
#[must_use]
pub fn mean_of(tenths: u16, items: usize, marked: usize) -> String {
    format!(
        "Rata-rata {},{} dari 4, dari {marked} butir yang terlihat ({items} butir seluruhnya).",
        tenths / 10,
        tenths % 10
    )
}

/// On paper: all sheets of the session.
#[must_use]
pub fn so_far(means: &[String]) -> String {
    format!("Sejauh ini, {}.", means.join("; "))
}

/// On paper, at the foot of every leaf.
#[must_use]
pub fn foot(session: &str) -> String {
    format!("{TITLE} · {session}")
}

/// Name of a file.
#[must_use]
pub fn file_name(session: &str, date: (i64, u8, u8)) -> String {
    let (year, month, day) = date;
    format!("{session}-amatan-{year:04}-{month:02}-{day:02}.pdf")
}

/// Who filled it in.
#[must_use]
pub fn by(observer: &str) -> String {
    format!("{OBSERVER} {observer}")
}

/// An item of a filled sheet.
#[must_use]
pub fn marked_item(title: &str, level: &str) -> String {
    format!("{title}: {level}")
}

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

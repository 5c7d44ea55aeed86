//! The attendance screen's words.

use crate::engine::{attendance::Status, event::Cover};

/// Title.
pub const TITLE: &str = "Daftar hadir";
/// Back to the delivery screen.
pub const BACK: &str = "Kembali";
/// Everyone present.
pub const ALL_PRESENT: &str = "Semua hadir";
/// Take the last marks back.
pub const UNDO: &str = "Batalkan";
/// Search.
pub const SEARCH: &str = "Cari nama";
/// Search field before anything is typed.
pub const SEARCH_HINT: &str = "Ketik sebagian nama";
/// Nobody found.
pub const NOBODY_FOUND: &str = "Tidak ada nama yang cocok. Periksa ejaannya, atau tambahkan sebagai tamu.";
/// Walk-in.
pub const WALK_IN: &str = "Tamu";
/// Walk-in field.
pub const WALK_IN_NAME: &str = "Nama tamu";
/// Keep it.
pub const ADD_WALK_IN: &str = "Tambahkan";
/// Take it back.
pub const REMOVE: &str = "Hapus";
/// Help.
pub const HELP: &str = "Bantuan";
/// Nobody in the group.
pub const EMPTY: &str = "Kelompok ini belum punya nama. Tambahkan orang yang datang sebagai tamu; daftar kelompok dapat dilengkapi nanti dari beranda.";
/// Not filled in.
pub const UNMARKED: &str = "belum diisi";
/// On its way to the disk.
pub const SAVING: &str = "menyimpan…";
/// A number is being typed.
pub const ROW_NUMBER: &str = "Baris nomor";
/// A status on a button, as forms print it.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Present => "HADIR",
        Status::Sick => "SAKIT",
        Status::Excused => "IZIN",
        Status::Absent => "ALPA",
    }
}

/// A status in a sentence.
#[must_use]
pub const fn said(status: Status) -> &'static str {
    match status {
        Status::Present => "hadir",
        Status::Sick => "sakit",
        Status::Excused => "izin",
        Status::Absent => "alpa",
    }
}

/// A status button, read aloud.
#[must_use]
pub fn mark_name(row: u16, name: &str, status: Status) -> String {
    format!("{row} {name}: {}", said(status))
}

/// A row, read aloud.
#[must_use]
pub fn row_name(row: u16, name: &str, state: &str) -> String {
    format!("Baris {row}: {name}, {state}")
}

/// Take a walk-in back, read aloud.
#[must_use]
pub fn remove_name(name: &str) -> String {
    format!("{REMOVE} {name}")
}

/// All marks together, read aloud.
#[must_use]
pub fn count_name(words: &str, count: u16) -> String {
    format!("{count} {words}")
}

/// What covers the room's screen while the register is open.
#[must_use]
pub const fn covered(cover: Cover) -> &'static str {
    match cover {
        Cover::Black => "Layar ruangan hitam",
        Cover::White => "Layar ruangan putih",
        Cover::Calm => "Layar ruangan: gambar tenang",
    }
}

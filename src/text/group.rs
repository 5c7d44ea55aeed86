//! Words of the group editor.

/// Title for a new one.
pub const NEW: &str = "Kelompok baru";
/// Title for an existing one.
pub const EDIT: &str = "Ubah kelompok";
/// Back without a change.
pub const BACK: &str = "Kembali";
/// Field.
pub const NAME: &str = "Nama kelompok";
/// What it may look like.
pub const NAME_HINT: &str = "misalnya Kelompok Melati";
/// Field.
pub const PLACE: &str = "Tempat biasa bertemu";
/// What it may look like.
pub const PLACE_HINT: &str = "misalnya Balai warga RW 03";
/// Field for many names.
pub const PASTE: &str = "Tempel atau ketik nama, satu baris satu nama";
/// What it may look like.
pub const PASTE_HINT: &str = "Siti Rohayati\nNi Wayan Sukerti\n…";
/// Takes the names over.
pub const ADD: &str = "Tambahkan ke daftar";
/// Nothing typed yet.
pub const NO_NAMES_YET: &str = "Nomor di depan nama tidak perlu dihapus.";
/// Over the list.
pub const LIST: &str = "Daftar anggota";
/// The list, still empty.
pub const LIST_EMPTY: &str =
    "Belum ada anggota. Ketik atau tempel nama di sebelah kiri, lalu tekan “Tambahkan ke daftar”.";
/// Takes the last change back.
pub const UNDO: &str = "Batalkan";
/// Marks a name that stands twice.
pub const TWICE: &str = "nama ganda";
/// Keeps it.
pub const SAVE: &str = "Simpan kelompok";
/// Puts it away.
pub const ARCHIVE: &str = "Simpan ke arsip";
/// What that means.
pub const ARCHIVE_HINT: &str = "Tidak dihapus; hanya tidak tampil lagi.";
/// Why it cannot be saved.
pub const NEEDS_NAME: &str = "Isi nama kelompok dulu.";
/// Why it cannot be saved.
pub const NEEDS_MEMBERS: &str = "Tambahkan paling sedikit satu anggota dulu.";
/// Why it cannot be saved.
pub const EMPTY_ROW: &str = "Ada baris tanpa nama. Isi atau hapus barisnya.";
/// Names were typed but not taken over.
pub const PASTE_WAITING: &str = "Nama yang baru diketik belum masuk daftar. Tekan “Tambahkan ke daftar” dulu.";
/// Asked when leaving with changes.
pub const UNSAVED: &str = "Perubahan belum disimpan.";
/// Leaves without keeping them.
pub const DISCARD: &str = "Buang perubahan";

/// Names found in the text.
#[must_use]
pub fn found(count: usize) -> String {
    format!("{count} nama ditemukan")
}

/// Above the list.
#[must_use]
pub fn count(count: usize) -> String {
    format!("{count} orang")
}

/// More than the programme advises.
#[must_use]
pub fn many(limit: usize) -> String {
    format!("Lebih dari {limit} orang. Tetap bisa dipakai, tetapi pertemuan lebih nyaman dengan paling banyak {limit}.")
}

/// At the program's limit.
#[must_use]
pub fn full(limit: usize) -> String {
    format!("Paling banyak {limit} orang dalam satu kelompok. Nama selebihnya tetap di kotak kiri.")
}

/// Names left out because they are on the list already.
#[must_use]
pub fn already(count: usize) -> String {
    format!("{count} sudah ada di daftar")
}

/// For those who hear the screen: a row's name field.
#[must_use]
pub fn row(number: usize) -> String {
    format!("Anggota {number}")
}

/// Moves a row.
#[must_use]
pub fn up(name: &str) -> String {
    format!("Naikkan {name}")
}

/// Moves a row.
#[must_use]
pub fn down(name: &str) -> String {
    format!("Turunkan {name}")
}

/// Takes a row away.
#[must_use]
pub fn delete(name: &str) -> String {
    format!("Hapus {name}")
}

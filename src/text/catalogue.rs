//! Words of the catalogue.

/// Title.
pub const TITLE: &str = "Pilih sesi";
/// Back to Prepare.
pub const BACK: &str = "Kembali";
/// Leads to adding own material.
pub const ADD_OWN: &str = "Tambah bahan sendiri";
/// Search field.
pub const SEARCH: &str = "Cari sesi";
/// What may be typed.
pub const SEARCH_HINT: &str = "Ketik judul, misalnya gizi";
/// Over the proposal.
pub const PROPOSED: &str = "Usulan berikutnya";
/// Takes the proposal.
pub const CHOOSE: &str = "Pilih sesi ini";
/// Only the guided plan exists.
pub const OUTLINE: &str = "panduan langkah";
/// What that means.
pub const OUTLINE_HINT: &str =
    "Sesi bertanda “panduan langkah” berisi langkah, menit, dan naskah pemandu; gambarnya belum ada.";
/// Nothing matches.
pub const NOTHING: &str = "Tidak ada sesi dengan kata itu. Coba kata lain, atau hapus isi pencarian.";

/// When this group had it.
#[must_use]
pub fn held(date: &str) -> String {
    format!("Sudah, {date}")
}

/// For those who hear the screen.
#[must_use]
pub fn session(label: &str, title: &str) -> String {
    format!("{label} {title}")
}

/// How many a module has.
#[must_use]
pub fn held_of(held: usize, all: usize) -> String {
    format!("{held} dari {all} sesi sudah dibawakan")
}

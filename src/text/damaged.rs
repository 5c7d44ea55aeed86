//! Words for a damaged database.

/// Title.
pub const TITLE: &str = "Data tidak bisa dibaca";
/// What happened and what is safe.
pub const LEAD: &str = "Berkas data Lembar rusak, biasanya karena listrik padam atau penyimpanan bermasalah. Berkas itu tidak dihapus; sudah dipindahkan ke sini:";
/// Over the copies.
pub const COPIES: &str = "Lanjutkan dari salinan yang masih baik";
/// What is lost.
pub const COPIES_HINT: &str = "Yang dicatat sesudah tanggal salinan tidak ada di dalamnya, tetapi mungkin masih bisa diambil dari berkas yang rusak.";
/// No copies.
pub const NO_COPIES: &str = "Belum ada salinan. Anda bisa mulai dengan data kosong; berkas yang rusak tetap disimpan.";
/// The newest copy.
pub const USE_NEWEST: &str = "Pakai salinan terbaru";
/// Another copy.
pub const USE: &str = "Pakai";
/// Without anything.
pub const EMPTY: &str = "Mulai dengan data kosong";

/// For those who hear the screen.
#[must_use]
pub fn use_copy(copy: &str) -> String {
    format!("Pakai {copy}")
}

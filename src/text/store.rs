//! What people read when the disk makes trouble: what happened, what is safe, what to do.

/// Another copy runs on the same data.
pub const ALREADY_RUNNING: &str =
    "Lembar sudah terbuka dengan data ini. Silakan lanjutkan di jendela yang sudah ada; data Anda aman.";
/// The data belong to a newer program.
pub const NEWER: &str =
    "Data ini dibuat oleh Lembar yang lebih baru. Tidak ada yang diubah. Pasang Lembar versi terbaru untuk membukanya.";
/// The file is damaged.
pub const DAMAGED: &str =
    "Berkas data rusak. Tidak ada yang dihapus. Tutup Lembar lalu buka lagi untuk memilih salinan terakhir yang baik.";
/// No room.
pub const FULL: &str = "Tempat penyimpanan penuh. Kosongkan sedikit tempat.";
/// Another program holds the file.
pub const BUSY: &str = "Berkas data sedang dipakai program lain. Tutup program itu.";
/// May not be written.
pub const READ_ONLY: &str =
    "Tempat data tidak boleh ditulisi. Buka kunci flashdisk, atau pakai folder lain dengan --data.";
/// The disk fails.
pub const IO: &str = "Tempat penyimpanan tidak dapat dibaca atau ditulisi. Pastikan flashdisk terpasang dengan baik.";
/// No folder of one's own.
pub const NO_HOME: &str =
    "Folder untuk data Anda tidak ditemukan. Jalankan Lembar dengan --data dan nama sebuah folder.";
/// The writer is gone: a fault of ours.
pub const STOPPED: &str = "Penyimpanan berhenti karena kesalahan di Lembar. Yang sudah bertanda tersimpan aman. Tutup Lembar lalu buka lagi untuk melanjutkan.";
/// A cause without a better name.
pub const OTHER: &str =
    "Terjadi kesalahan pada penyimpanan. Yang sudah bertanda tersimpan aman. Tutup Lembar lalu buka lagi.";
/// One change was refused for good.
pub const REFUSED: &str = "Satu perubahan tidak dapat disimpan. Yang sudah bertanda tersimpan aman.";
/// A journal that was asked for.
pub const UNREADABLE: &str = "Catatan satu pertemuan tidak bisa dibaca. Pertemuan yang lain tetap aman.";
/// Saving works again.
pub const RECOVERED: &str = "Penyimpanan berjalan lagi. Semua sudah tersimpan.";
/// A copy could not be made.
pub const BACKUP_FAILED: &str =
    "Salinan hari ini belum dapat dibuat. Data utama tetap tersimpan. Lembar akan mencoba lagi nanti.";

/// Writing fails for now; `cause` is one of the sentences above.
#[must_use]
pub fn unsaved(cause: &str) -> String {
    format!(
        "Belum tersimpan. {cause} Semua masih ada di layar ini, dan Lembar terus mencoba menyimpan sendiri. Jangan tutup dulu."
    )
}

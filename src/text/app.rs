//! What the program itself says: rejections, notices, the demo's label.

use crate::engine::command::Rejection;

/// Window title of the console.
pub const TITLE: &str = "Lembar";
/// Window title of the stage; never seen on the wall, only by window lists.
pub const STAGE_TITLE: &str = "Lembar · layar ruangan";

/// Why the screen stays lit; a desktop may show it beside the program's name.
pub const DELIVERING: &str = "Pertemuan sedang berjalan";

/// The last starts died early, so this one draws without the graphics driver.
pub const DRAWN_SAFELY: &str = "Beberapa kali berturut-turut Lembar tertutup sesaat setelah dibuka. Sekarang gambar dibuat dengan cara yang aman; mungkin sedikit lebih lambat. Data Anda utuh, dan pertemuan bisa dijalankan seperti biasa. Ceritakan hal ini kepada yang membantu Anda memasang Lembar.";

/// Heading of the window that says why Lembar cannot open.
pub const CANNOT_OPEN: &str = "Lembar belum bisa dibuka";
/// Closes that window.
pub const CLOSE_WINDOW: &str = "Tutup";

/// Why a command could not be carried out.
#[must_use]
pub fn rejection(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::NotStarted => "Pertemuan belum dimulai. Tekan Mulai pertemuan dulu.",
        Rejection::AlreadyStarted => "Pertemuan sudah berjalan.",
        Rejection::Closed => "Pertemuan sudah ditutup. Yang masih bisa diubah hanya daftar hadir dan bukti.",
        Rejection::NoSuchThing => "Nomor itu tidak ada.",
        Rejection::NoCheck => super::hands::NO_CHECK,
        Rejection::NotPresent => "Yang tidak hadir tidak dapat dinilai. Periksa dulu tandanya di daftar hadir.",
        Rejection::NoClip => "Halaman ini tidak berisi video.",
        Rejection::AtEdge => "Sudah sampai ujung.",
        Rejection::Nothing => "Tidak ada yang perlu diubah.",
        Rejection::BadText => "Tulisannya kosong atau terlalu panjang.",
        Rejection::NotRehearsal => "Itu hanya ada dalam latihan.",
        Rejection::MustDo => "Langkah ini wajib, jadi tidak bisa dilewati. Anda bisa memendekkannya.",
        Rejection::OutOfRange => "Angkanya di luar batas.",
    }
}

/// The group list is empty.
pub const NO_PARTICIPANTS: &str =
    "Kelompok ini belum punya anggota. Tambahkan nama dulu, baru pertemuan bisa disiapkan.";
/// The demo group was removed.
pub const DEMO_REMOVED: &str = "Kelompok contoh sudah dihapus.";
/// A group was saved.
#[must_use]
pub fn group_saved(name: &str) -> String {
    format!("{name} tersimpan.")
}
/// A group was put away.
#[must_use]
pub fn group_archived(name: &str) -> String {
    format!("{name} disimpan di arsip. Pertemuannya tetap tercatat.")
}
/// The meeting was closed and is on disk.
#[must_use]
pub fn meeting_saved(group: &str) -> String {
    format!("Pertemuan {group} ditutup dan tersimpan.")
}
/// Something in the content pack could not be read.
#[must_use]
pub fn pack_faults(count: usize) -> String {
    format!("{count} hal di folder isi perlu diperbaiki. Sesi lain tetap bisa dipakai. Rinciannya: lembar check.")
}
/// No content folder was found.
pub const NO_CONTENT: &str = "Folder isi (content) tidak ditemukan di samping program. Data Anda aman. Salin folder content ke samping program, lalu buka Lembar lagi.";
/// A copy for the Damaged screen.
#[must_use]
pub fn backup_copy(date: &str) -> String {
    format!("Cadangan {date}")
}
/// The group of `lembar deliver` does not exist.
#[must_use]
pub fn no_such_group(name: &str, known: &[&str]) -> String {
    let known =
        if known.is_empty() { "belum ada kelompok".to_owned() } else { format!("yang ada: {}", known.join(", ")) };
    format!("Kelompok \"{name}\" tidak ditemukan ({known}).")
}
/// The session of `lembar deliver` does not exist.
#[must_use]
pub fn no_such_session(id: &str) -> String {
    format!("Sesi \"{id}\" tidak ada di isi. Kode sesi tampak di katalog, misalnya m1-s1.")
}

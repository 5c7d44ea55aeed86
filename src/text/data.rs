//! Data dan salinan: copies, the way back, the month's recap, everything as CSV.

use super::{
    carry,
    common::{number, short_date},
};
use crate::engine::time::Wall;

/// The screen, and its line in Home's menu.
pub const TITLE: &str = "Data dan salinan";
/// The way out.
pub const BACK: &str = "Layar awal";

/// Everything to a stick.
pub const COPY_TITLE: &str = "Salin semua ke flashdisk";
/// What goes along.
pub const COPY_WORDS: &str = "Satu berkas berisi kelompok, pertemuan, foto, dan sesi buatan Anda. Simpan di luar laptop ini, supaya aman bila laptop hilang atau rusak.";
/// Who could read it.
pub const PRIVATE: &str =
    "NIK dan nomor KK di dalamnya tetap terkunci kata sandi, tetapi nama peserta bisa terbaca. Simpan baik-baik.";
/// The button.
pub const COPY: &str = "Pilih flashdisk…";
/// Its chooser.
pub const COPY_WHERE: &str = "Simpan salinan di mana?";

/// At the first start, for whoever has them elsewhere.
pub const FIRST: &str = "Sudah punya data di laptop lain?";
/// The way back.
pub const RESTORE_TITLE: &str = "Pulihkan dari salinan";
/// What it does.
pub const RESTORE_WORDS: &str =
    "Isi salinan diperiksa dan ditunjukkan dulu. Data yang sekarang disisihkan, tidak dihapus.";
/// The button.
pub const RESTORE: &str = "Pilih berkas salinan…";
/// Its chooser.
pub const RESTORE_WHICH: &str = "Pilih berkas salinan";

/// The question.
pub const QUESTION: &str = "Pakai salinan ini?";
/// Yes.
pub const CONFIRM: &str = "Pulihkan";
/// No.
pub const DECLINE: &str = "Batal";
/// What becomes of the present data.
pub const ASIDE: &str = "Data yang sekarang tidak dihapus. Namanya diganti dan tetap ada di folder data Lembar, jadi masih bisa diambil kembali.";

/// Copies that are made by themselves.
pub const DAILY_TITLE: &str = "Salinan harian";
/// None yet.
pub const NO_COPIES: &str = "Belum ada. Salinan dibuat sendiri saat Lembar dibuka dan sesudah pertemuan ditutup.";
/// Being looked at.
pub const LOOKING: &str = "Salinan sedang diperiksa…";
/// Takes this one.
pub const USE: &str = "Pulihkan";

/// The month's recap.
pub const RECAP_TITLE: &str = "Rekap bulanan";
/// What it is.
pub const RECAP_WORDS: &str = "Kehadiran semua kelompok dalam satu bulan, sebagai berkas Excel.";
/// The button.
pub const RECAP: &str = "Buat rekap";
/// A month back.
pub const EARLIER: &str = "Bulan sebelumnya";
/// A month on.
pub const LATER: &str = "Bulan berikutnya";

/// Everything as CSV.
pub const CSV_TITLE: &str = "Semua data sebagai CSV";
/// What it is.
pub const CSV_WORDS: &str = "Tabel dan foto yang bisa dibuka tanpa Lembar. NIK dan nomor KK tidak ikut.";
/// The button.
pub const CSV: &str = "Pilih folder…";
/// Its chooser.
pub const CSV_WHERE: &str = "Simpan tabel di mana?";

/// Under way.
pub const COPYING: &str = "Menyalin semua data";
/// Under way.
pub const PREPARING: &str = "Membuka dan memeriksa salinan";
/// Under way.
pub const RESTORING: &str = "Memulihkan data. Jangan tutup Lembar dulu";
/// Under way.
pub const RECAPPING: &str = "Membuat rekap";
/// Under way.
pub const EXPORTING: &str = "Menulis tabel";
/// Under way, nearly done.
pub const CHECKING: &str = "Membaca ulang untuk memastikan isinya sama";
/// Asked to stop.
pub const STOPPING: &str = "Menghentikan";
/// Stops it.
pub const STOP: &str = "Hentikan";

/// A meeting is open.
pub const MEETING_OPEN: &str = "Data bisa dipulihkan sesudah pertemuan yang terbuka ditutup.";
/// Something is being written.
pub const BUSY: &str = "Masih ada yang sedang disimpan. Tunggu sebentar, lalu coba lagi.";
/// The writer could not finish.
pub const UNSAVED: &str = "Data belum dipulihkan: perubahan terakhir belum bisa disimpan. Coba lagi.";
/// The copy cannot be used after all.
pub const NOT_USABLE: &str = "Salinan ini tidak bisa dipakai. Data Anda tetap seperti semula.";
/// Not even the present data open again.
pub const NOT_REOPENED: &str = "Data tidak bisa dibuka kembali. Tutup Lembar, lalu buka lagi.";
/// A worker ended by itself.
pub const WORKER_ENDED: &str = "Pekerjaan ini terhenti. Data Anda tidak diubah.";
/// Which dated copies there are.
#[must_use]
pub fn daily(copies: usize) -> String {
    format!("{copies} salinan. Dibuat sendiri, satu untuk setiap hari Lembar dipakai; yang disimpan 14 hari terakhir.")
}

/// Heard at a copy's button.
#[must_use]
pub fn use_copy(day: &str) -> String {
    format!("Pulihkan salinan {day}")
}

/// How far it is.
#[must_use]
pub fn percent(doing: &str, percent: u8) -> String {
    format!("{doing}… {percent} %")
}

/// How far it is, where nobody counts.
#[must_use]
pub fn under_way(doing: &str) -> String {
    format!("{doing}…")
}

/// A copy was made.
#[must_use]
pub fn copied(path: &str, groups: u64, meetings: u64, photos: u64) -> String {
    format!(
        "Tersimpan di {path}, sudah diperiksa: {} kelompok, {} pertemuan, {} foto.",
        number(groups),
        number(meetings),
        number(photos)
    )
}

/// Groups, members, meetings and, where the copy has them, photos.
#[must_use]
pub fn contents(groups: u64, members: u64, meetings: u64, photos: Option<u64>) -> String {
    let counts = format!("{} kelompok, {} anggota, {} pertemuan", number(groups), number(members), number(meetings));
    photos.map_or_else(|| counts.clone(), |photos| format!("{counts}, {} foto", number(photos)))
}

/// What a copy holds; `whole` = photos and own sessions too.
#[must_use]
pub fn holds(contents: &str, newest: Option<Wall>, made: Option<Wall>, whole: bool) -> String {
    let made = made.map_or_else(String::new, |wall| format!("Salinan {}. ", short_date(wall)));
    let newest = newest.map_or_else(
        || "Belum ada pertemuan di dalamnya.".to_owned(),
        |wall| format!("Pertemuan terakhir: {}.", short_date(wall)),
    );
    let rest = if whole { "" } else { " Foto dan sesi buatan Anda tetap seperti sekarang." };
    format!("{made}Isinya {contents}. {newest}{rest}")
}

/// The data are those of the copy.
#[must_use]
pub fn restored(contents: &str) -> String {
    format!("Data dipulihkan: {contents}. Data sebelumnya disisihkan di folder data.")
}

/// The recap is there.
#[must_use]
pub fn recap_saved(path: &str) -> String {
    format!("Tersimpan di {path}")
}

/// The recap is there, and nothing shows it.
#[must_use]
pub fn recap_not_opened(path: &str) -> String {
    format!("Tersimpan di {path}. Belum ada program yang membukanya; buka dari folder itu.")
}

/// Name of the recap's file, without ending.
#[must_use]
pub fn recap_name(year: i64, month: u8) -> String {
    format!("rekap-{year}-{month:02}")
}

/// Name of the folder of tables.
#[must_use]
pub fn csv_name(date: &str) -> String {
    format!("data-lembar-{date}")
}

/// The folder that would be made.
#[must_use]
pub fn folder_name(name: &str) -> String {
    format!("Nama folder: {name}")
}

/// Name of a copy's file, without ending.
#[must_use]
pub fn copy_name(date: &str) -> String {
    carry::file_stem(date)
}

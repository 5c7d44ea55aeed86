//! What the command line says.

/// `lembar --help`.
pub const HELP: &str = "\
Lembar: menjalankan pertemuan P2K2 di laptop dan proyektor.

Pemakaian:
  lembar [--data DIR]                       buka Lembar
  lembar deliver --group NAMA --session ID [--pack DIR] [--data DIR]
                                            langsung membawakan sesi dari halaman pertama
  lembar rehearse SESI [--pack DIR] [--data DIR]
                                            langsung latihan seluruh sesi; tidak ada yang masuk laporan
  lembar tour --out DIR [--data DIR]        Lembar menjalankan dirinya sendiri dan menyimpan gambar kedua layar
  lembar check [DIR] [--json]               periksa folder isi
  lembar import BERKAS… [--new JUDUL | --session ID] [--data DIR]
                                            jadikan PDF, foto, video, atau presentasi sesi Anda sendiri
  lembar import-roster BERKAS [--group NAMA] [--dry-run] [--data DIR]
                                            ambil kelompok dan anggota dari Excel, ODS, atau CSV; --dry-run hanya melihat
  lembar pack SESI --out BERKAS.lembar      kemas sesi Anda sendiri menjadi satu berkas
  lembar open-pack BERKAS.lembar            tambahkan sesi dari kemasan
  lembar print SESI [--what handouts|guide|flipchart|observation] --out BERKAS.pdf [--pack DIR] [--data DIR]
  lembar print SESI --what roster|roster-wide --group NAMA --out BERKAS.pdf [--pack DIR] [--data DIR]
                                            bahan untuk ibu-ibu, panduan pemandu, atau lembar balik, siap dicetak
  lembar sheet SESI --out BERKAS.png [--pack DIR] [--data DIR]
                                            semua halaman satu sesi kecil-kecil dalam satu gambar
  lembar report --meeting NOMOR|last --format pdf|xlsx|csv --out BERKAS [--data DIR]
                                            laporan atau daftar hadir satu pertemuan
  lembar report --month 2026-11 --format xlsx|csv --out BERKAS [--data DIR]
                                            rekap satu bulan semua kelompok
  lembar export --all --out FOLDER [--data DIR]
                                            semua data sebagai CSV dan foto, terbaca tanpa Lembar (tanpa NIK dan nomor KK)
  lembar backup --out BERKAS.zip [--data DIR]
                                            cadangan lengkap dalam satu berkas, juga selagi Lembar terbuka
  lembar restore BERKAS.zip [--data DIR]    kembalikan cadangan; data sekarang disisihkan, tidak dihapus
  lembar doctor [--json] [--data DIR]       periksa laptop ini: layar, gambar, suara, penyimpanan
  lembar --help | --version

Pilihan:
  --data DIR    folder data; kalau tidak disebut: folder lembar-data di samping program, lalu folder data pengguna
  --pack DIR    folder isi; kalau tidak disebut: folder content di samping program
  --renderer CARA   cara menggambar: auto (dipilih Lembar), gl (kartu gambar), software (tanpa kartu gambar);
                di Windows juga wgpu (DirectX 12). Berlaku untuk buka, deliver, tour, dan doctor
";

/// An option or word that is not known.
#[must_use]
pub fn unexpected(what: &str) -> String {
    format!("{what}. Bantuan: lembar --help")
}
/// A verb that is not known.
#[must_use]
pub fn unknown_verb(verb: &str) -> String {
    format!("Perintah \"{verb}\" tidak dikenal. Bantuan: lembar --help")
}
/// A needed option is missing.
#[must_use]
pub fn missing(option: &str) -> String {
    format!("Pilihan {option} harus diisi. Bantuan: lembar --help")
}
/// The window system could not be reached.
#[must_use]
pub fn no_window(cause: &str) -> String {
    format!("Jendela tidak bisa dibuka ({cause}). Data Anda aman. Coba: lembar doctor")
}
/// The database is damaged; the window asks what to do.
pub const DAMAGED: &str =
    "Data di folder ini rusak dan belum bisa dipakai. Buka Lembar untuk memilih salinan yang baik.";
/// There is no screen.
pub const NO_SCREEN: &str = "Tidak ada layar: DISPLAY dan WAYLAND_DISPLAY kosong. Data Anda aman. Buka Lembar dari desktop, bukan dari konsol teks.";
/// The graphics driver gives no window.
pub const NO_DRAWING: &str = "Pengandar (driver) grafis laptop ini menolak menggambar. Data Anda aman. Buka Lembar sekali lagi: Lembar akan menggambar tanpa kartu gambar.";
/// A renderer that is not known here.
#[must_use]
pub fn unknown_renderer(name: &str, known: &[&str]) -> String {
    format!("Cara menggambar \"{name}\" tidak ada di sini. Pilihannya: {}. Bantuan: lembar --help", known.join(", "))
}
/// Something that cannot be printed.
#[must_use]
pub fn unknown_printout(name: &str, known: &[&str]) -> String {
    format!("Yang bisa dicetak: {}, bukan \"{name}\". Bantuan: lembar --help", known.join(", "))
}
/// A contact sheet was written.
#[must_use]
pub fn sheet_done(path: &str) -> String {
    format!("Tersimpan di {path}")
}
/// The tour went well.
#[must_use]
pub fn tour_done(pictures: usize, dir: &str) -> String {
    format!("{pictures} gambar tersimpan di {dir}")
}
/// The tour failed.
#[must_use]
pub fn tour_failed(cause: &str) -> String {
    format!("Tur tidak selesai: {cause}")
}
/// A file could not be written.
#[must_use]
pub fn cannot_write(path: &str, cause: &str) -> String {
    format!("{path} tidak bisa ditulis: {cause}")
}
/// The content folder is not there.
pub const NO_CONTENT_DIR: &str =
    "Folder isi (content) tidak ditemukan. Sebutkan tempatnya dengan --pack DIR atau lembar check DIR.";
/// Something was not written before the end.
#[must_use]
pub fn not_written(count: usize) -> String {
    format!("{count} perubahan terakhir belum tersimpan karena penyimpanan terus gagal.")
}

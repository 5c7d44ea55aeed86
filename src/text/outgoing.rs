//! Reports, recaps and exports as files: names, heads, the README that goes along, what the command line says.

/// No data yet.
pub const NO_DATA: &str = "Belum ada data di folder ini. Kalau data Anda di tempat lain, sebutkan dengan --data DIR.";
/// The recap has no PDF.
pub const NO_PDF: &str =
    "Rekap bulanan dibuat sebagai xlsx atau csv. Pakai --format xlsx, lalu cetak dari sana bila perlu.";
/// Stopped.
pub const STOPPED: &str = "Dihentikan. Tidak ada berkas yang dibuat.";
/// Something between `report` and its options.
pub const REPORT_WANTS: &str = "Sebutkan --meeting NOMOR, --meeting last, atau --month 2026-11. Bantuan: lembar --help";
/// `export` takes everything.
pub const EXPORT_WANTS: &str = "Tulis: lembar export --all --out FOLDER. Bantuan: lembar --help";

/// No such meeting.
#[must_use]
pub fn no_meeting(id: Option<i64>) -> String {
    match id {
        Some(id) => format!(
            "Pertemuan nomor {id} tidak ada atau tidak dapat dibaca. Nomor pertemuan ada di pertemuan.csv dari lembar export."
        ),
        None => "Belum ada pertemuan yang dimulai.".to_owned(),
    }
}

/// It was a rehearsal.
#[must_use]
pub fn rehearsal(id: i64) -> String {
    format!("Nomor {id} adalah latihan, dan latihan tidak masuk laporan. Hasilnya ada di Belajar, pada sesinya.")
}

/// Our own mistake.
#[must_use]
pub fn not_made(cause: &str) -> String {
    format!("Berkas tidak dapat dibuat ({cause}). Data Anda aman.")
}

/// A name that is taken.
#[must_use]
pub fn exists(path: &str) -> String {
    format!("{path} sudah ada dan tidak ditimpa. Pakai nama lain.")
}

/// The disk refuses.
#[must_use]
pub fn cannot_write(path: &str, cause: &str) -> String {
    format!("{path} tidak bisa ditulis: {cause}")
}

/// A month that is none.
#[must_use]
pub fn no_month(word: &str) -> String {
    format!("\"{word}\" bukan bulan. Contoh: --month 2026-11")
}

/// A format that is none.
#[must_use]
pub fn no_format(word: &str, known: &[&str]) -> String {
    format!("Format \"{word}\" tidak ada. Pilihannya: {}.", known.join(", "))
}

/// A file was written.
#[must_use]
pub fn saved(path: &str) -> String {
    format!("Tersimpan di {path}")
}

/// Everything was written.
#[must_use]
pub fn exported(path: &str, groups: usize, meetings: usize, photos: usize, missing: usize) -> String {
    let lost = if missing == 0 { String::new() } else { format!(" {missing} foto tidak ditemukan di folder data.") };
    format!(
        "Tersimpan di {path}: {groups} kelompok, {meetings} pertemuan, {photos} foto. NIK dan nomor KK tidak ikut.{lost}"
    )
}

/// How far it is.
#[must_use]
pub fn progress(done: usize, all: usize) -> String {
    format!("Pertemuan {done} dari {all}")
}

/// What kind of group.
#[must_use]
pub const fn group_kind(archived: bool, demo: bool) -> &'static str {
    match (archived, demo) {
        (_, true) => "contoh",
        (true, _) => "diarsipkan",
        _ => "aktif",
    }
}

/// What kind of meeting.
#[must_use]
pub const fn meeting_kind(paper: bool, withdrawn: bool) -> &'static str {
    match (withdrawn, paper) {
        (true, _) => "dibatalkan, tidak dihitung",
        (_, true) => "diisi dari kertas",
        _ => "pertemuan",
    }
}

/// Yes, or nothing.
#[must_use]
pub const fn yes(yes: bool) -> &'static str {
    if yes { "ya" } else { "" }
}

/// Names of the files of an export.
pub mod file {
    /// Groups.
    pub const GROUPS: &str = "kelompok.csv";
    /// Members.
    pub const MEMBERS: &str = "anggota.csv";
    /// Meetings.
    pub const MEETINGS: &str = "pertemuan.csv";
    /// Marks.
    pub const MARKS: &str = "kehadiran.csv";
    /// Steps.
    pub const STEPS: &str = "langkah.csv";
    /// Notes.
    pub const NOTES: &str = "catatan.csv";
    /// Hands.
    pub const HANDS: &str = "angkat-tangan.csv";
    /// Photos.
    pub const PHOTOS: &str = "foto.csv";
    /// What all this is.
    pub const README: &str = "BACA-SAYA.txt";
}

/// Heads of their columns.
pub mod head {
    /// Groups.
    pub const GROUPS: [&str; 8] =
        ["Nomor kelompok", "Kelompok", "Desa/kelurahan", "Kecamatan", "Ketua", "Tempat", "Jam", "Keadaan"];
    /// Members.
    pub const MEMBERS: [&str; 9] =
        ["Nomor anggota", "Nomor kelompok", "Kelompok", "Urutan", "Nama", "Alamat", "Komponen", "Status", "Catatan"];
    /// Meetings.
    pub const MEETINGS: [&str; 23] = [
        "Nomor pertemuan",
        "Kelompok",
        "Sesi",
        "Dibuka",
        "Mulai",
        "Selesai",
        "Jenis",
        "Tempat",
        "Pemateri",
        "Terdaftar",
        "Hadir",
        "Sakit",
        "Izin",
        "Alpa",
        "Belum diisi",
        "Hadir di luar daftar",
        "Jumlah orang dihitung",
        "Janji praktik di rumah",
        "Melakukan janji lalu",
        "Pertanyaan peserta",
        "Kendala",
        "Tindak lanjut",
        "Uraian kegiatan",
    ];
    /// Marks.
    pub const MARKS: [&str; 10] = [
        "Nomor pertemuan",
        "Tanggal",
        "Kelompok",
        "No",
        "Nomor anggota",
        "Nama",
        "Kehadiran",
        "Terlambat",
        "Diwakili oleh",
        "Pengetahuan & pemahaman",
    ];
    /// Steps.
    pub const STEPS: [&str; 4] = ["Nomor pertemuan", "Langkah", "Rencana (menit)", "Nyata (menit)"];
    /// Notes.
    pub const NOTES: [&str; 4] = ["Nomor pertemuan", "Waktu", "Langkah", "Catatan"];
    /// Hands.
    pub const HANDS: [&str; 6] =
        ["Nomor pertemuan", "Pertanyaan", "Awal: benar", "Awal: dari", "Akhir: benar", "Akhir: dari"];
    /// Photos.
    pub const PHOTOS: [&str; 6] = ["Nomor pertemuan", "Berkas", "Diambil", "Lintang", "Bujur", "Tempat (diketik)"];
}

/// What goes along.
pub const README: &str = "\
Data Lembar

Folder ini berisi semua yang dicatat Lembar. Berkas .csv dapat dibuka dengan Excel, LibreOffice,
atau program teks apa saja. Pemisah kolom adalah titik koma (;), hurufnya UTF-8. Tanggal ditulis
tahun-bulan-tanggal, misalnya 2026-11-21.

kelompok.csv        kelompok, juga yang sudah diarsipkan
anggota.csv         anggota setiap kelompok
pertemuan.csv       satu baris untuk setiap pertemuan
kehadiran.csv       satu baris untuk setiap orang di setiap pertemuan
langkah.csv         langkah-langkah setiap pertemuan: rencana dan kenyataannya
catatan.csv         catatan selama pertemuan
angkat-tangan.csv   hitungan angkat tangan di awal dan di akhir
foto.csv            foto setiap pertemuan: waktu, tempat
foto/               berkas fotonya

\"Nomor pertemuan\", \"Nomor kelompok\", dan \"Nomor anggota\" menghubungkan berkas satu dengan yang lain.
Tanda ' di depan angka panjang atau tanda +, -, =, @ hanya menjaga agar isinya tidak diubah Excel.

Latihan tidak ikut: itu bukan pertemuan dengan keluarga. Catatan yang dibatalkan hanya punya satu
baris di pertemuan.csv, tanpa angka.

NIK dan nomor KK tidak ikut disalin. Meski begitu, folder ini berisi nama dan catatan tentang
keluarga: simpan baik-baik dan jangan bagikan kepada yang tidak berhak.
";

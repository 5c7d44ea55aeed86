//! Words of closing a meeting, and of the record of a closed one.

use crate::engine::{attendance::Status, minutes::Oddity};

/// Title.
pub const TITLE: &str = "Tutup pertemuan";
/// Title of a closed one.
pub const PAST: &str = "Catatan pertemuan";
/// Back to the running meeting.
pub const BACK: &str = "Kembali ke pertemuan";
/// Back home.
pub const HOME: &str = "Kembali";
/// Over the steps.
pub const STEPS: &str = "Waktu setiap langkah";
/// Column.
pub const PLANNED: &str = "rencana";
/// Column.
pub const REAL: &str = "nyata";
/// A step left out.
pub const SKIPPED: &str = "dilewati";
/// A step that never began.
pub const NOT_BEGUN: &str = "belum";
/// Over the counts.
pub const ATTENDANCE: &str = "Daftar hadir";
/// To the attendance screen.
pub const OPEN_ATTENDANCE: &str = "Buka daftar hadir";
/// To the attendance screen, with people unmarked.
pub const FILL_ATTENDANCE: &str = "Isi daftar hadir";
/// Everyone has a mark.
pub const ALL_FILLED: &str = "Semua sudah diisi.";
/// Unmarked.
pub const UNMARKED: &str = "Belum diisi";
/// Field.
pub const HEADS: &str = "Hitung kepala saat pembukaan";
/// People.
pub const PEOPLE: &str = "orang";
/// Keeps the head count.
pub const SAVE_HEADS: &str = "Simpan jumlah";
/// Over the notes.
pub const NOTES: &str = "Catatan lapangan";
/// Field.
pub const NOTE_HINT: &str = "Tulis yang perlu diingat";
/// Adds it.
pub const ADD_NOTE: &str = "Tambah catatan";
/// Takes one back into the field.
pub const EDIT_NOTE: &str = "Ubah";
/// No notes.
pub const NO_NOTES: &str = "Tidak ada catatan.";
/// The primary button.
pub const CLOSE: &str = "Tutup pertemuan";
/// Yes.
pub const SURE_YES: &str = "Ya, tutup";
/// No.
pub const SURE_NO: &str = "Belum";
/// The record is still being read.
pub const READING: &str = "Catatan sedang dibaca …";
/// Above the roll of a closed meeting.
pub const CORRECT_HINT: &str = "Salah tanda? Tekan tanda yang benar. Setiap perbaikan tercatat.";
/// Over the times.
pub const HELD: &str = "Jam";
/// Nothing to show.
pub const NO_MEETING: &str = "Tidak ada pertemuan yang sedang terbuka.";

/// The word.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Present => "Hadir",
        Status::Sick => "Sakit",
        Status::Excused => "Izin",
        Status::Absent => "Alpa",
    }
}

/// People without a mark.
#[must_use]
pub fn unmarked(count: u16) -> String {
    format!("{count} orang belum diisi dan tidak ikut terhitung.")
}

/// Asked once.
#[must_use]
pub fn sure(unmarked: u16) -> String {
    let missing = if unmarked > 0 { format!("{unmarked} orang belum diisi. ") } else { String::new() };
    format!("{missing}Tutup sekarang? Sesudah ini yang masih bisa diubah hanya daftar hadir dan bukti.")
}

/// Marks not yet on disk.
#[must_use]
pub fn not_saved(count: usize) -> String {
    format!("{count} tanda belum tersimpan")
}

/// Corrections after the close.
#[must_use]
pub fn corrections(count: u16) -> String {
    format!("{count} tanda diperbaiki sesudah pertemuan ditutup")
}

/// Pauses and gaps.
#[must_use]
pub fn not_counted(minutes: u64) -> String {
    format!("Jeda dan listrik padam: {minutes} menit, tidak dihitung ke langkah mana pun.")
}

/// Planned and really taken.
#[must_use]
pub fn sums(planned: u64, real: u64) -> String {
    format!("Rencana {planned} menit, nyata {real} menit")
}

/// For those who hear the screen: one step.
#[must_use]
pub fn step(title: &str, planned: u64, real: &str) -> String {
    format!("{title}: rencana {planned} menit, nyata {real}")
}

/// From when to when.
#[must_use]
pub fn from_to(from: &str, to: &str) -> String {
    format!("{from}–{to}")
}

/// Who presented.
#[must_use]
pub fn presenter(name: &str, agency: &str) -> String {
    if agency.is_empty() { name.to_owned() } else { format!("{name} · {agency}") }
}

/// For those who hear the screen: a note's button.
#[must_use]
pub fn edit_note(number: usize) -> String {
    format!("Ubah catatan {number}")
}

/// Something out of the ordinary, without blame.
#[must_use]
pub fn oddity(oddity: Oddity) -> String {
    match oddity {
        Oddity::NeverStarted => "Pertemuan ini dibuka, tetapi tidak dimulai.".to_owned(),
        Oddity::NotClosed => "Pertemuan ini tidak ditutup; waktunya dihitung sampai catatan terakhir.".to_owned(),
        Oddity::ClockWentBack => {
            "Jam laptop sempat mundur. Lama setiap langkah tetap benar, tetapi jam mulai dan selesai mungkin keliru."
                .to_owned()
        }
        Oddity::Interrupted(times) => format!("Laptop sempat mati {times} kali di tengah pertemuan."),
        Oddity::TooManyHands => {
            "Pada cek dengan angkat tangan, ada hitungan yang lebih banyak daripada orangnya.".to_owned()
        }
        Oddity::TooManyKept => {
            "Yang melakukan janji bulan lalu tercatat lebih banyak daripada yang hadir; periksa angkanya.".to_owned()
        }
        Oddity::Withdrawn => super::paper::WITHDRAWN_WHOLE.to_owned(),
        Oddity::OutOfOrder => "Langkah-langkahnya tidak dijalankan berurutan.".to_owned(),
    }
}

//! Words of entering a meeting that was held without the program.

use crate::engine::paper::PaperFault;

/// Title, and the button that leads there.
pub const TITLE: &str = "Isi dari kertas";
/// Back home.
pub const BACK: &str = "Kembali";
/// What this is for.
pub const LEAD: &str =
    "Untuk pertemuan yang berjalan tanpa Lembar. Isi seperti tertulis di kertas; sesudah itu daftar hadirnya.";
/// Field.
pub const DATE: &str = "Tanggal";
/// Field, before anything is typed.
pub const DATE_HINT: &str = "21-11-2026";
/// Stepper.
pub const DAY_BEFORE: &str = "Sehari sebelumnya";
/// Stepper.
pub const DAY_AFTER: &str = "Sehari sesudahnya";
/// Field.
pub const BEGIN: &str = "Mulai";
/// Field.
pub const END: &str = "Selesai";
/// The primary button.
pub const SAVE: &str = "Lanjut ke daftar hadir";
/// What is typed is no date.
pub const BAD_DATE: &str = "Tulis tanggal seperti 21-11-2026.";
/// What is typed is no hour.
pub const BAD_HOUR: &str = "Tulis jam seperti 09.00.";
/// Nobody is in the group.
pub const NOBODY: &str = "Kelompok ini belum punya anggota aktif.";
/// On the roll, before anything is filled in.
pub const CHANGE: &str = "Ubah tanggal atau sesi";
/// On the record.
pub const WITHDRAW: &str = "Batalkan catatan ini";
/// On the record, after that.
pub const RESTORE: &str = "Pulihkan catatan ini";
/// A tag on the record.
pub const FROM_PAPER: &str = "Diisi dari kertas";
/// A tag on the record.
pub const WITHDRAWN: &str = "Dibatalkan, tidak dihitung";
/// The same for who reads its minutes or its report.
pub const WITHDRAWN_WHOLE: &str = "Catatan ini dibatalkan: salah isi, tidak dihitung di mana pun.";

/// Why it cannot have been held then.
#[must_use]
pub const fn fault(fault: PaperFault) -> &'static str {
    match fault {
        PaperFault::Future => "Waktu selesainya belum lewat. Periksa tanggal dan jamnya.",
        PaperFault::Backwards => "Jam selesai harus sesudah jam mulai.",
    }
}

/// There is a meeting of that group on that day already.
#[must_use]
pub fn twice(title: &str) -> String {
    format!("Pada tanggal itu sudah ada pertemuan kelompok ini: {title}.")
}

/// The button of a group, read aloud.
#[must_use]
pub fn of_group(name: &str) -> String {
    format!("{TITLE}: {name}")
}

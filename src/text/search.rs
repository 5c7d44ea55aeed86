//! Words of the search over everything the program holds, and of what it opens.

use super::{common, evidence, office};
use crate::engine::{
    evidence::Field,
    finding::{Kind, Note},
    time::Wall,
};

/// Nothing was found.
pub const NOT_FOUND: &str = "Tidak ditemukan.";
/// What to do then.
pub const ADVICE: [&str; 3] = [
    "Pakai satu kata saja dulu, lalu tambah kalau hasilnya terlalu banyak.",
    "Awal kata sudah cukup: “imun” juga menemukan “imunisasi”. Tanpa awalan pun boleh dicoba: “cuci”, lalu “mencuci”.",
    "Catatan pertemuan yang masih berjalan baru bisa dicari sesudah pertemuannya ditutup.",
];
/// While the texts are gathered.
pub const LOOKING: &str = "Sebentar, bahannya sedang dikumpulkan…";
/// Back from what was opened.
pub const BACK: &str = "Hasil pencarian";
/// The page before.
pub const BEFORE: &str = "Halaman sebelumnya";
/// The page after.
pub const AFTER: &str = "Halaman berikutnya";
/// A page without words of its own.
pub const NO_SCRIPT: &str = "Halaman ini tidak punya naskah.";
/// Where a check by show of hands stands.
pub const CHECKS: &str = "Cek pemahaman";
/// Over what is good practice on a problem card.
pub const GOOD: &str = "Yang baik dilakukan";
/// Over the rest.
pub const BETTER_NOT: &str = "Sebaiknya tidak";
/// Over a handout's words.
pub const WRITTEN: &str = "Isinya";
/// Prints the handouts.
pub const PRINT: &str = "Buka untuk dicetak";
/// Where the yel-yel for all groups stands.
pub const YELL_OF_ALL: &str = "Untuk semua kelompok";
/// Where a yel-yel is shown and changed.
pub const YELL_HOW: &str = "Ditampilkan dan diubah saat pertemuan: tekan I, lalu pilih Yel-yel.";
/// Title of the remark on an observation sheet.
pub const SHEET: &str = "Lembar pengamatan";
/// The next result.
pub const DOWN_KEY: &str = "Hasil berikutnya";
/// The result before.
pub const UP_KEY: &str = "Hasil sebelumnya";
/// Opening the chosen one.
pub const OPEN_KEY: &str = "Buka yang dipilih";
/// Nothing is looked for any more.
pub const CLEAR_KEY: &str = "Hapus pencarian";
/// Closing what is open.
pub const BACK_KEY: &str = "Kembali ke hasil pencarian";
/// Searching.
pub const FOCUS_KEY: &str = "Cari di semua bahan";

/// What kind of text it is, over those of the kind.
#[must_use]
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "Halaman dan naskah",
        Kind::Learn => "Sesi dan bekal",
        Kind::Technique => "Cara memandu",
        Kind::Term => "Istilah",
        Kind::Game => "Permainan",
        Kind::Problem => "Kartu masalah",
        Kind::Handout => "Bahan cetak",
        Kind::Yell => "Yel-yel",
        Kind::Note => "Catatan Anda",
        Kind::Roster => "Kelompok dan anggota",
    }
}

/// What was written about a meeting.
#[must_use]
pub const fn note(note: Note) -> &'static str {
    match note {
        Note::Field => "Catatan lapangan",
        Note::Promise => evidence::PROMISE,
        Note::Told(Field::Questions) => evidence::QUESTIONS,
        Note::Told(Field::Obstacles) => evidence::OBSTACLES,
        Note::Told(Field::FollowUp) => evidence::FOLLOW_UP,
        Note::Told(Field::Narrative) => "Uraian kegiatan",
        Note::Told(Field::ActivityName) => "Nama kegiatan",
        Note::Told(Field::ReportNumber) => office::REPORT_NUMBER,
    }
}

/// More than fits.
#[must_use]
pub fn more(count: usize) -> String {
    format!("Masih ada {count} lagi. Tambahkan satu kata supaya lebih dekat.")
}

/// Title of a note: whose meeting, and when.
#[must_use]
pub fn of_meeting(group: &str, wall: Wall) -> String {
    format!("{group}, {}", common::short_date(wall))
}

/// Where something stands: the outer place first.
#[must_use]
pub fn place(outer: &str, inner: &str) -> String {
    format!("{outer} · {inner}")
}

/// Which page is read.
#[must_use]
pub fn number(number: usize, of: usize) -> String {
    format!("Halaman {number} dari {of}")
}

/// A button's name with its key.
#[must_use]
pub fn with_key(name: &str, key: &str) -> String {
    format!("{name} ({key})")
}

/// What was typed, beside the way back to it.
#[must_use]
pub fn typed(words: &str) -> String {
    format!("“{}”", words.trim())
}

/// For those who hear the screen: a hit.
#[must_use]
pub fn hit(title: &str, place: &str) -> String {
    format!("{title}, {place}")
}

/// A choice of a check, numbered as it is shown; the right one says so.
#[must_use]
pub fn choice(number: usize, words: &str, right: bool) -> String {
    if right { format!("{number}. {words} (jawaban yang tepat)") } else { format!("{number}. {words}") }
}

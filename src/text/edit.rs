//! Words of the screen where own sessions are edited, and of what can go wrong there.

use super::common::{self, number};
use crate::engine::{draft::Shows, time::DayMinute};

/// A built-in session.
pub const NOT_OWN: &str = "Sesi bawaan tidak bisa diubah di sini. Yang bisa diubah ialah sesi dari bahan Anda sendiri.";
/// Written by hand in a form the editor does not know.
pub const OTHER_FORM: &str = "Berkas sesi ini ditulis dengan cara yang tidak dikenal layar ini. Tidak ada yang berubah. Ubah dengan penyunting teks, lalu periksa dengan lembar check.";
/// Another program wrote it.
pub const CHANGED: &str = "Berkas sesi ini baru saja diubah program lain. Berkas itu belum disentuh, dan perubahan Anda masih ada di layar. Yang mana yang dipakai?";
/// More than is read back.
pub const TOO_LONG: &str = "Naskahnya terlalu panjang untuk satu sesi, jadi perubahan terakhir belum tersimpan. Yang tersimpan tetap utuh. Pendekkan naskahnya, atau urungkan.";
/// The disk refused.
#[must_use]
pub fn disk(name: &str, why: &str) -> String {
    format!(
        "Perubahan terakhir belum tersimpan: {name} tidak bisa ditulis atau dibaca ({why}). Yang tersimpan sebelumnya tetap utuh, dan perubahan Anda masih ada di layar. Kosongkan tempat, lalu tekan Coba simpan lagi."
    )
}
/// The worker ended, which is a fault of ours.
pub const WORKER_ENDED: &str = "Perubahan terakhir belum tersimpan karena ada bagian Lembar yang berhenti. Yang tersimpan sebelumnya tetap utuh. Tekan Coba simpan lagi.";
/// While a meeting is open.
pub const NOT_NOW: &str =
    "Sesi bisa diubah sesudah pertemuan ini ditutup. Pertemuan yang sedang berjalan tidak ikut berubah.";
/// Left with unsaved changes that could not be written; a notice with a way back.
#[must_use]
pub fn left_unsaved(title: &str) -> String {
    format!("Perubahan terakhir pada sesi “{title}” belum tersimpan. Perubahan itu masih ada selama Lembar terbuka.")
}
/// Back to what is not saved.
pub const BACK_TO_IT: &str = "Buka lagi";

/// Opens the screen.
pub const OPEN: &str = "Ubah";
/// The same, for those who hear it among others.
#[must_use]
pub fn open(title: &str) -> String {
    format!("Ubah sesi {title}")
}
/// Leaves it.
pub const DONE: &str = "Selesai";
/// Prepares a meeting with it.
pub const TRY: &str = "Coba";
/// Takes back.
pub const UNDO: &str = "Urungkan (Ctrl+Z)";
/// Does again.
pub const REDO: &str = "Ulangi (Ctrl+Y)";
/// Writing.
pub const SAVING: &str = "Menyimpan…";
/// Nothing was changed yet.
pub const NOTHING_YET: &str = "Tersimpan sendiri";
/// On disk since.
#[must_use]
pub fn saved(at: DayMinute) -> String {
    format!("Tersimpan {}", common::clock(at))
}
/// Not on disk.
pub const UNSAVED: &str = "Belum tersimpan";
/// Minutes of all steps.
#[must_use]
pub fn minutes(sum: u32) -> String {
    format!("{} menit", number(sum.into()))
}
/// Minutes that do not add up.
#[must_use]
pub fn minutes_of(sum: u32, total: u32) -> String {
    format!("{} dari {total} menit", number(sum.into()))
}
/// Brings them to the total.
#[must_use]
pub fn fit(total: u32) -> String {
    format!("Sesuaikan ke {total}")
}
/// Tries again.
pub const SAVE_AGAIN: &str = "Coba simpan lagi";
/// What is on screen goes into the file.
pub const USE_SCREEN: &str = "Pakai yang di layar";
/// What is in the file comes on screen.
pub const USE_FILE: &str = "Pakai yang di berkas";

/// The row of the session itself.
pub const SESSION: &str = "Judul dan tujuan";
/// Field.
pub const TITLE: &str = "Judul sesi";
/// The title is empty.
pub const NO_TITLE: &str = "Judulnya kosong. Judul yang lama tetap dipakai sampai Anda menulis yang baru.";
/// Field.
pub const GOAL: &str = "Tujuan, satu kalimat";
/// How the screen works.
pub const HOW: &str = "Pilih langkah atau halaman di kiri. Geser halaman untuk memindahkannya, atau pakai Alt+panah atas dan Alt+panah bawah. Semua perubahan tersimpan sendiri, dan bisa diurungkan.";
/// Over what should be looked at.
pub const TO_LOOK_AT: &str = "Yang perlu dilihat";
/// Nothing.
pub const ALL_WELL: &str = "Tidak ada yang perlu diperbaiki.";
/// How many pages and steps.
#[must_use]
pub fn size(steps: usize, pages: usize, hidden: usize) -> String {
    let all = format!("{steps} langkah, {} halaman", number(pages as u64));
    if hidden == 0 { all } else { format!("{all}, {hidden} di antaranya disembunyikan") }
}

/// A step's row.
#[must_use]
pub fn step_row(number: usize, title: &str, minutes: u16) -> String {
    format!("Langkah {number}: {title}, {minutes} menit")
}
/// A page's row.
#[must_use]
pub fn page_row(number: usize, title: &str, hidden: bool) -> String {
    format!("Halaman {number}: {title}{}", if hidden { ", disembunyikan" } else { "" })
}
/// A step without pages, in the list.
pub const NO_PAGES: &str = "belum ada halaman";
/// Field.
pub const STEP_TITLE: &str = "Judul langkah";
/// Over the stepper.
pub const MINUTES: &str = "Menit";
/// Stepper.
pub const SHORTER: &str = "Kurangi 1 menit";
/// Stepper.
pub const LONGER: &str = "Tambah 1 menit";
/// Switch.
pub const MUST: &str = "Tidak boleh dilewati";
/// A new step.
pub const ADD_STEP: &str = "Tambah langkah";
/// Its title until it has one.
pub const NEW_STEP: &str = "Langkah baru";
/// Takes the step away.
pub const REMOVE_STEP: &str = "Hapus langkah";
/// Below a step's fields.
#[must_use]
pub fn step_holds(pages: usize) -> String {
    match pages {
        0 => "Langkah ini belum berhalaman: gambar tenang yang tampil. Tekan Tambah halaman.".to_owned(),
        pages => format!(
            "Langkah ini berisi {} halaman. Bila dihapus, halamannya ikut; Urungkan mengembalikannya.",
            number(pages as u64)
        ),
    }
}

/// Field.
pub const PAGE_TITLE: &str = "Judul halaman";
/// Field.
pub const HEADLINE: &str = "Tulisan besar di dinding";
/// Over the stepper.
pub const PDF_PAGE: &str = "Halaman PDF";
/// Stepper.
pub const PDF_BEFORE: &str = "Halaman PDF sebelumnya";
/// Stepper.
pub const PDF_AFTER: &str = "Halaman PDF berikutnya";
/// Switch.
pub const HIDE: &str = "Sembunyikan";
/// What hiding does.
pub const HIDDEN: &str = "Halaman ini tidak tampil dalam pertemuan.";
/// Moves the page.
pub const UP: &str = "Naikkan (Alt+panah atas)";
/// Moves the page.
pub const DOWN: &str = "Turunkan (Alt+panah bawah)";
/// Takes the page away.
pub const REMOVE_PAGE: &str = "Hapus halaman";
/// Over the box.
pub const SCRIPT: &str = "Naskah";
/// In the empty box.
pub const SCRIPT_HINT: &str = "Belum ada naskah. Tekan Katakan, lalu tulis kalimat Anda.";
/// Words a part of a script begins with, as its notation has them; the last one is followed by a condition.
pub const NOTATION: [&str; 6] = ["Katakan", "Tanyakan", "Jawaban", "Lakukan", "Tekankan", "Kalau"];
/// What the last one begins with in a script.
pub const CONDITION: &str = "Kalau ibu-ibu diam";

/// Opens the choice of new pages.
pub const ADD_PAGE: &str = "Tambah halaman";
/// Over the choice.
#[must_use]
pub fn add_to(step: &str) -> String {
    format!("Halaman baru untuk “{step}”")
}
/// Leaves the choice.
pub const CANCEL: &str = "Batal";
/// Choice.
pub const QUESTION: &str = "Pertanyaan";
/// What it is.
pub const QUESTION_HOW: &str = "satu pertanyaan besar dengan kata-kata Anda";
/// Choice.
pub const MESSAGE: &str = "Pesan";
/// What it is.
pub const MESSAGE_HOW: &str = "satu kalimat yang harus diingat";
/// Over the games.
pub const GAMES: &str = "Permainan";
/// Over the files.
pub const FILES: &str = "Foto, PDF, video, dan suara di sesi ini";
/// No files.
pub const NO_FILES: &str = "Belum ada berkas di sesi ini. Tambahkan dulu lewat “Tambah bahan sendiri” di daftar sesi.";
/// The large words of a new question.
pub const NEW_QUESTION: &str = "Apa pendapat Ibu?";
/// The large words of a new message.
pub const NEW_MESSAGE: &str = "Tulis pesan di sini";
/// The script of a new question.
pub const QUESTION_SCRIPT: &str = "Tanyakan: ";
/// The script of a new message.
pub const MESSAGE_SCRIPT: &str = "Tekankan: ";
/// The script of a game: how it is played.
#[must_use]
pub fn game_script(how: &[String]) -> String {
    if how.is_empty() { String::new() } else { format!("Lakukan: {}", how.join("\n\n")) }
}

/// What a page is, in a word or two.
#[must_use]
pub fn kind(shows: &Shows) -> String {
    match shows {
        Shows::Photo { .. } => "Foto".to_owned(),
        Shows::Pdf { number, .. } => format!("PDF, halaman {number}"),
        Shows::Clip { .. } => "Video".to_owned(),
        Shows::Sound { .. } => "Suara".to_owned(),
        Shows::Game(_) => "Permainan".to_owned(),
        Shows::Drawn { layout, .. } => match layout.as_str() {
            "cover" => "Sampul",
            "message" => "Pesan",
            "compare" => "Perbandingan",
            "steps" => "Urutan cara",
            "question" => "Pertanyaan",
            "picture" => "Gambar",
            "story" => "Cerita bergambar",
            "activity" => "Kegiatan",
            "table" => "Tabel",
            "summary" => "Rangkuman",
            "practice" => "Praktik di rumah",
            _ => "Halaman",
        }
        .to_owned(),
    }
}
/// The file a page shows.
#[must_use]
pub fn file(shows: &Shows) -> Option<&str> {
    match shows {
        Shows::Photo { file } | Shows::Pdf { file, .. } | Shows::Clip { file } | Shows::Sound { file } => Some(file),
        Shows::Game(_) | Shows::Drawn { .. } => None,
    }
}
/// A page of a file as a title.
#[must_use]
pub fn from_file(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).replace(['-', '_'], " ");
    let mut letters = stem.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! Words of the panels over the delivery screen: overview, go to, cut list, countdown, games, note, head count, help, questions.

use crate::engine::time::{DayMinute, Ms};

use super::common::{clock, minutes, span, timer};

/// Put the panel away.
pub const CLOSE: &str = "Tutup";
/// Stop something.
pub const STOP: &str = "Hentikan";

/// All pages.
pub const OVERVIEW: &str = "Semua halaman";
/// How to use it.
pub const OVERVIEW_HOW: &str = "Melihat halaman lain tidak mengubah waktu langkah.";
/// A page picture, for screen readers.
#[must_use]
pub fn page_cell(number: u16, title: &str) -> String {
    format!("Halaman {number}: {title}")
}

/// Go to a page.
pub const GO_TO: &str = "Ke halaman nomor";
/// Do it.
pub const GO: &str = "Buka halaman";
/// No such page.
#[must_use]
pub fn pages_from_to(count: usize) -> String {
    format!("Halaman 1 sampai {count}")
}
/// Type a number.
pub const TYPE_NUMBER: &str = "Ketik nomornya, lalu tekan Enter.";

/// Cut list.
pub const CUT: &str = "Pangkas supaya selesai tepat waktu";
/// Do it.
pub const CUT_APPLY: &str = "Pangkas";
/// Nothing to cut.
pub const CUT_NOT_LATE: &str = "Anda tidak terlambat. Tidak ada yang perlu dipangkas.";
/// Nothing left to cut.
pub const CUT_NOTHING_LEFT: &str = "Tidak ada lagi langkah yang bisa dipangkas.";
/// Already cut steps.
pub const CUT_ALREADY: &str = "Sudah dipangkas";
/// Take a cut back.
pub const CUT_RESTORE: &str = "Kembalikan";
/// The program's pick.
pub const CUT_PROPOSED: &str = "disarankan";

/// Late by this much.
#[must_use]
pub fn cut_late(late_ms: i64) -> String {
    let late = minutes(late_ms.max(0).unsigned_abs() / 60_000);
    format!("Terlambat {late}. Pilih langkah yang dipersingkat atau dilewati.")
}
/// On a switch: shorten to this.
#[must_use]
pub fn cut_to(to: Ms) -> String {
    format!("jadi {}", minutes(to.round_minutes()))
}
/// A step that was shortened.
#[must_use]
pub fn cut_shorten(from: Ms, to: Ms) -> String {
    format!("dari {} jadi {}", from.round_minutes(), minutes(to.round_minutes()))
}
/// One option: skip.
pub const CUT_SKIP: &str = "lewati";
/// What it saves.
#[must_use]
pub fn saves(span: Ms) -> String {
    format!("hemat {}", minutes(span.round_minutes()))
}
/// Live sum.
#[must_use]
pub fn cut_sum(saved: Ms, late_ms: i64) -> String {
    let late = late_ms.max(0).unsigned_abs() / 60_000;
    format!("Hemat {} dari {}", saved.round_minutes(), minutes(late))
}
/// What that leads to.
#[must_use]
pub fn cut_finish(minute: DayMinute) -> String {
    format!("selesai ±{}", clock(minute))
}
/// An option, read aloud.
#[must_use]
pub fn cut_option(step: &str, what: &str) -> String {
    format!("{step}: {what}")
}

/// Countdown.
pub const COUNTDOWN: &str = "Hitung mundur untuk ruangan";
/// Other length.
pub const COUNTDOWN_OTHER: &str = "Menit lain";
/// Begin.
pub const COUNTDOWN_START: &str = "Mulai hitung mundur";
/// What it is for.
pub const COUNTDOWN_HOW: &str = "Tampil di atas halaman. Waktu langkah tetap berjalan.";
/// One minute more, on a button.
pub const MORE_SHORT: &str = "+1 menit";
/// One minute less, on a button.
pub const LESS_SHORT: &str = "−1 menit";
/// One minute more.
pub const MORE: &str = "Tambah 1 menit";
/// One minute less.
pub const LESS: &str = "Kurangi 1 menit";
/// Stop for a moment.
pub const PAUSE: &str = "Jeda";
/// Go on.
pub const RESUME: &str = "Lanjutkan";
/// A new one instead.
pub const COUNTDOWN_NEW: &str = "Mulai yang baru";

/// Ice-breakers.
pub const GAMES: &str = "Permainan pencair suasana";
/// Bring it up.
pub const PLAY: &str = "Mainkan";
/// None in the pack.
pub const NO_GAMES: &str = "Belum ada permainan dalam paket materi ini.";
/// Length of a game.
#[must_use]
pub fn game_length(seconds: u32) -> String {
    let length = Ms::seconds(seconds.into());
    if seconds.is_multiple_of(60) { format!("sekitar {}", minutes(length.round_minutes())) } else { timer(length) }
}
/// Play this game, read aloud.
#[must_use]
pub fn play_name(title: &str) -> String {
    format!("{PLAY}: {title}")
}

/// Field notes.
pub const NOTES: &str = "Catatan lapangan";
/// Where to write.
pub const NOTE_FIELD: &str = "Tulis catatan";
/// Example.
pub const NOTE_HINT: &str = "Misalnya: pertanyaan yang belum terjawab, keluarga yang perlu dikunjungi.";
/// Keep it.
pub const SAVE_NOTE: &str = "Simpan catatan";
/// Key that does it.
pub const SAVE_KEY: &str = "Ctrl+Enter";
/// None yet.
pub const NO_NOTES: &str = "Belum ada catatan pada pertemuan ini.";
/// Take it back.
pub const REMOVE: &str = "Hapus";
/// Take a note back, read aloud.
#[must_use]
pub fn remove_note(text: &str) -> String {
    format!("{REMOVE}: {text}")
}
/// When and where a note was written.
#[must_use]
pub fn note_origin(minute: DayMinute, step: &str) -> String {
    format!("{} · {step}", clock(minute))
}

/// Head count.
pub const HEADS: &str = "Hitung kepala";
/// How.
pub const HEADS_HOW: &str = "Berapa orang di ruangan sekarang? Daftar hadir tetap diisi sendiri.";
/// Field.
pub const HEADS_FIELD: &str = "Jumlah orang";
/// Keep it.
pub const SAVE_HEADS: &str = "Simpan jumlah";
/// One more.
pub const ONE_MORE: &str = "Tambah satu orang";
/// One less.
pub const ONE_LESS: &str = "Kurangi satu orang";

/// Help.
pub const HELP: &str = "Bantuan tombol";

/// Late start.
#[must_use]
pub fn late_start(late: Ms) -> String {
    format!("Mulai {} terlambat", span(late.round_minutes()))
}
/// Squeeze.
#[must_use]
pub fn squeeze(end: DayMinute) -> String {
    format!("Padatkan sampai {}", clock(end))
}
/// What squeezing means.
#[must_use]
pub fn squeeze_how(left: Ms) -> String {
    format!("Semua langkah penting tetap ada, dalam {}.", minutes(left.0 / 60_000))
}
/// Keep.
#[must_use]
pub fn keep(length: Ms) -> String {
    format!("Tetap {}", minutes(length.round_minutes()))
}
/// What keeping means.
#[must_use]
pub fn keep_how(end: DayMinute) -> String {
    format!("Tidak ada yang dipersingkat. Selesai sekitar pukul {}.", clock(end))
}
/// Squeezing is not possible.
pub const TOO_LATE_TO_SQUEEZE: &str =
    "Waktu yang tersisa tidak cukup untuk langkah-langkah penting, jadi rencana tidak dapat dipadatkan.";
/// Which way.
pub const LATE_START_HOW: &str = "Bagaimana sebaiknya?";

/// Correct the start.
pub const CORRECT_START: &str = "Kapan langkah ini dimulai?";
/// Which step, and what for.
#[must_use]
pub fn correct_how(step: &str) -> String {
    format!("\"{step}\": pakai ini kalau Anda lupa menekan tombol saat langkah ini dimulai.")
}
/// A choice.
#[must_use]
pub fn minutes_ago(ago: u64) -> String {
    format!("{} lalu", minutes(ago))
}
/// What the choice means on the clock.
#[must_use]
pub fn at_clock(minute: DayMinute) -> String {
    format!("pukul {}", clock(minute))
}

/// Leave or close.
pub const LEAVE: &str = "Keluar dari layar ini?";
/// What happens.
pub const LEAVE_HOW: &str = "Pertemuan tetap terbuka dan tersimpan. Anda dapat kembali kapan saja dari beranda.";
/// Stay.
pub const STAY: &str = "Tetap di sini";
/// Home.
pub const GO_HOME: &str = "Ke beranda";
/// Close the meeting.
pub const GO_CLOSE: &str = "Tutup pertemuan";

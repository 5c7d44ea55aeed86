//! Words of the learning screen: readiness, quiz, the day's cards, shelves, search.

use crate::engine::study::Readiness;

/// Title.
pub const TITLE: &str = "Belajar dan latihan";
/// Button on the home screen.
pub const LEARN: &str = "Belajar";
/// Button on the home screen and elsewhere.
pub const REHEARSE: &str = "Latihan";
/// Back.
pub const BACK: &str = "Beranda";
/// Tab.
pub const SESSIONS: &str = "Bekal dan kuis";
/// Tab, and where a text stands.
pub const TECHNIQUES: &str = "Cara memandu";
/// Tab, and where a text stands.
pub const GLOSSARY: &str = "Istilah";
/// Tab, and where a text stands.
pub const GAMES: &str = "Permainan";
/// Search.
pub const FIND: &str = "Cari di semua bahan";
/// Search hint.
pub const FIND_HINT: &str = "Cari, misalnya cuci tangan (Ctrl+F)";
/// Takes the search away.
pub const CLEAR: &str = "Hapus pencarian";
/// Button: the day's cards.
pub const DAILY: &str = "5 menit hari ini";
/// Begins them, on the home screen.
pub const DAILY_BEGIN: &str = "Jawab sekarang";
/// They are answered.
pub const DAILY_DONE_TODAY: &str = "Sudah selesai hari ini.";
/// There are none.
pub const DAILY_NONE: &str = "Kartu hari ini sudah selesai. Sampai besok.";
/// Over what to read.
pub const TO_READ: &str = "Bekal";
/// Over the quiz.
pub const QUIZ: &str = "Kuis";
/// Begins it.
pub const BEGIN_QUIZ: &str = "Mulai kuis";
/// Reading is done.
pub const HAVE_READ: &str = "Sudah saya baca";
/// Begins one.
pub const BEGIN: &str = "Mulai latihan";
/// Rehearses all of it.
pub const WHOLE: &str = "Latihan seluruh sesi";
/// What a rehearsal is.
pub const ABOUT_REHEARSAL: &str =
    "Layar dan tombolnya sama dengan hari pertemuan, proyektor boleh tidak ada. Tidak ada yang masuk laporan.";
/// Over the steps.
pub const PARTS: &str = "Atau sebagian saja";
/// Rehearses one step.
pub const ONE_STEP: &str = "Langkah ini saja";
/// Rehearses from here to the end.
pub const FROM_HERE: &str = "Mulai dari sini";
/// Another meeting is open.
pub const ONE_AT_A_TIME: &str = "Tutup dulu pertemuan atau latihan yang sedang terbuka.";
/// Earlier runs.
pub const RUNS: &str = "Yang sudah dijalankan";
/// None yet.
pub const NO_RUNS: &str = "Belum pernah.";
/// A rehearsal in a list.
pub const RUN_REHEARSAL: &str = "latihan";
/// A real meeting in a list.
pub const RUN_REAL: &str = "pertemuan";
/// The same in a list.
pub const OUTLINE_TAG: &str = "baru rencana langkah";
/// Only the guided plan exists.
pub const OUTLINE: &str =
    "Sesi ini baru berupa rencana langkah. Latihan bisa dijalankan, bekal dan kuisnya belum ditulis.";
/// Next question.
pub const NEXT: &str = "Berikutnya";
/// After the last one.
pub const RESULT: &str = "Lihat hasil";
/// Leaves the quiz.
pub const LEAVE: &str = "Selesai";
/// Begins again.
pub const AGAIN: &str = "Ulangi kuis";
/// Leaves it in the middle.
pub const STOP: &str = "Berhenti dulu";
/// Right.
pub const RIGHT: &str = "Benar.";
/// Not right.
pub const WRONG: &str = "Belum tepat.";
/// Passed.
pub const PASSED: &str = "Bekal Anda cukup. Lanjutkan dengan latihan.";
/// Not passed.
pub const NOT_PASSED: &str = "Baca sekali lagi bagian yang keliru, lalu ulangi. Targetnya 8 dari 10.";
/// Over the questions that were answered wrongly.
pub const MISSED: &str = "Yang belum tepat";
/// The day's cards are done.
pub const DAILY_DONE: &str = "Terima kasih sudah menyempatkan. Yang keliru akan ditanyakan lagi lebih cepat.";
/// Over the steps of a technique.
pub const HOW: &str = "Langkahnya";
/// Over the mistakes.
pub const MISTAKES: &str = "Yang sering keliru";

/// A stage of readiness.
#[must_use]
pub const fn readiness(stage: Readiness) -> &'static str {
    match stage {
        Readiness::Unread => "belum dibaca",
        Readiness::Read => "sudah dibaca",
        Readiness::Quizzed => "lulus kuis",
        Readiness::Rehearsed => "sudah dilatih",
        Readiness::Delivered => "sudah dibawakan",
    }
}

/// What to do next to be readier.
#[must_use]
pub const fn readiness_title(stage: Readiness) -> &'static str {
    match stage {
        Readiness::Unread => "Baca dulu, lalu coba kuisnya",
        Readiness::Read => "Sudah dibaca. Berikutnya: kuis",
        Readiness::Quizzed => "Lulus kuis. Berikutnya: latihan",
        Readiness::Rehearsed => "Sudah dilatih. Anda siap.",
        Readiness::Delivered => "Sudah pernah dibawakan",
    }
}

/// How many cards wait today.
#[must_use]
pub fn daily(count: usize) -> String {
    if count == 0 { format!("{DAILY} · sudah selesai") } else { format!("{DAILY} · {count} pertanyaan") }
}

/// The same beside its title.
#[must_use]
pub fn daily_count(count: usize) -> String {
    format!("{count} pertanyaan singkat")
}

/// How many come tomorrow.
#[must_use]
pub fn daily_tomorrow(count: usize) -> String {
    if count == 0 { "Besok tidak ada, boleh istirahat.".to_owned() } else { format!("Besok {count} pertanyaan.") }
}

/// Best quiz.
#[must_use]
pub fn best(right: u16, of: u16) -> String {
    format!("Terbaik {right} dari {of}")
}

/// How many questions there are.
#[must_use]
pub fn questions(count: usize) -> String {
    format!("{count} pertanyaan dengan penjelasan")
}

/// A step in a list, for those who hear the screen.
#[must_use]
pub fn of_step(action: &str, step: &str) -> String {
    format!("{action}: {step}")
}

/// A page in a list.
#[must_use]
pub fn from_page(number: u16, title: &str) -> String {
    format!("Halaman {number}: {title}")
}

/// Something one may do, and why.
#[must_use]
pub fn with_reason(what: &str, why: &str) -> String {
    format!("{}. {why}", what.trim_end_matches('.'))
}

/// Where one is.
#[must_use]
pub fn place(number: usize, of: usize) -> String {
    format!("Pertanyaan {number} dari {of}")
}

/// The end.
#[must_use]
pub fn result(right: usize, of: usize) -> String {
    format!("{right} dari {of} benar")
}

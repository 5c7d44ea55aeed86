//! Words of rehearsals: their bar, problem cards, prompter, and what a run took.

use crate::engine::rehearsal::Advice;

/// In place of a group's name.
pub const GROUP: &str = "Tidak masuk laporan";
/// There is no countdown and no page with one.
pub const NOTHING_TO_WAIT_FOR: &str = "Tidak ada yang ditunggu di halaman ini.";
/// Closes a rehearsal.
pub const END: &str = "Selesai latihan";
/// Leave or end.
pub const LEAVE: &str = "Sudah selesai berlatih?";
/// What happens.
pub const LEAVE_HOW: &str =
    "Selesai latihan menampilkan hasilnya. Ke beranda menunda: latihan tetap terbuka dan bisa dilanjutkan kapan saja.";
/// Tile.
pub const SKIP_WAIT: &str = "Lewati tunggu";
/// Tile of a narrow window.
pub const SKIP_WAIT_SHORT: &str = "Lewati";
/// Tile of a narrow window.
pub const DRAW_CARD_SHORT: &str = "Kartu";
/// Tile of a narrow window.
pub const PROMPTER_SHORT: &str = "Naskah";
/// Tile.
pub const DRAW_CARD: &str = "Kartu masalah";
/// Button.
pub const PROMPTER: &str = "Naskah besar";
/// Key.
pub const SKIP_WAIT_KEY: &str = "Latihan: lewati waktu tunggu, menitnya tetap dihitung";
/// Key.
pub const DRAW_CARD_KEY: &str = "Latihan: ambil kartu masalah";
/// Key.
pub const PROMPTER_KEY: &str = "Naskah besar yang berjalan sendiri, atau kembali";

/// The program was used as the card hopes.
pub const HANDLED: &str = "Bagus, itu sudah Anda tangani di Lembar.";
/// Good practice.
pub const GOOD: &str = "Baik";
/// Not so good.
pub const BETTER_NOT: &str = "Sebaiknya tidak";
/// Puts the card away.
pub const CARD_DONE: &str = "Lanjutkan latihan";
/// Puts the card away unanswered.
pub const CARD_AWAY: &str = "Singkirkan kartu";

/// Below the responses: how one is chosen. `deed`: the program itself can do something about it.
#[must_use]
pub fn how_to_respond(choices: usize, deed: bool) -> String {
    let program = if deed { " Atau tangani langsung di Lembar seperti pada hari pertemuan." } else { "" };
    format!("Tekan pilihan Anda, atau tombol 1 sampai {choices}.{program}")
}

/// A button and the key that does the same.
#[must_use]
pub fn by_key(label: &str, key: &str) -> String {
    format!("{label} ({key})")
}

/// A response once one was chosen.
#[must_use]
pub fn judged(mark: &str, choice: &str, mine: bool) -> String {
    let mine = if mine { " (pilihan Anda)" } else { "" };
    format!("{mark}{mine}: {choice}")
}

/// Stops the prompter.
pub const STOP: &str = "Hentikan";
/// Lets it run.
pub const RUN: &str = "Jalankan";
/// From the first line.
pub const FROM_TOP: &str = "Dari atas";
/// Pace.
pub const SLOWER: &str = "Lebih lambat";
/// Pace.
pub const FASTER: &str = "Lebih cepat";
/// Everything.
pub const FULL: &str = "Penuh";
/// Key words.
pub const KEYS: &str = "Kata kunci";
/// Nothing.
pub const NOTHING: &str = "Hafal";
/// Back to the ordinary script.
pub const CLOSE_PROMPTER: &str = "Naskah biasa";

/// How quickly it goes.
#[must_use]
pub fn pace(words: u16) -> String {
    format!("{words} kata per menit")
}

/// A direction between spoken words.
#[must_use]
pub fn aside(words: &str) -> String {
    format!("– {words}")
}

/// Title.
pub const REVIEW: &str = "Hasil latihan";
/// Title when a real meeting is looked at.
pub const REVIEW_REAL: &str = "Waktu pertemuan";
/// Back.
pub const TO_LEARNING: &str = "Belajar";
/// Of a run that was never begun or never ended.
pub const NOTHING_MEASURED: &str = "Tidak ada waktu yang tercatat: latihan itu tidak sampai selesai.";
/// While journals are read.
pub const READING: &str = "Membaca catatan waktu…";
/// Over the chart.
pub const CHART: &str = "Menit tiap langkah";
/// Series.
pub const PLANNED: &str = "Rencana";
/// Series.
pub const THIS_RUN: &str = "Kali ini";
/// Series.
pub const EARLIER_REHEARSALS: &str = "Latihan sebelumnya";
/// Series.
pub const EARLIER_MEETINGS: &str = "Pertemuan sebelumnya";
/// Over the pages.
pub const PAGES: &str = "Halaman terlama";
/// Rehearse it once more.
pub const AGAIN: &str = "Latihan lagi";
/// Takes the learned minutes.
pub const USE_LEARNED: &str = "Pakai menit ini untuk rencana berikutnya";
/// Takes them back.
pub const FORGET_LEARNED: &str = "Kembali ke menit asli";
/// They are in use.
pub const LEARNED_USED: &str = "Rencana berikutnya memakai menit yang Anda butuhkan.";
/// The same below a plan.
pub const LEARNED_PLAN: &str = "Menitnya menurut pengalaman Anda.";
/// Nothing of this run counts.
pub const COUNTS_NOWHERE: &str = "Latihan tidak masuk daftar hadir, cakupan, atau laporan.";

/// How long it took.
#[must_use]
pub fn total(took: u64, planned: u64) -> String {
    format!("Langkah yang dijalankan utuh: {took} menit, rencananya {planned} menit")
}

/// Steps that usually take other minutes than the session says: title, its own, usually.
#[must_use]
pub fn learned(changed: &[(&str, u16, u16)]) -> String {
    let steps: Vec<String> =
        changed.iter().map(|(step, own, usual)| format!("{step} {usual} menit (semula {own})")).collect();
    format!("Menit yang biasanya Anda perlukan: {}.", steps.join(", "))
}

/// A page and how long it stood.
#[must_use]
pub fn page(number: u16, title: &str, minutes: &str) -> String {
    if title.is_empty() {
        format!("Halaman {number}: {minutes}")
    } else {
        format!("Halaman {number}, {title}: {minutes}")
    }
}

/// No page stood long enough to be named.
pub const NO_LONG_PAGE: &str = "Tidak ada halaman yang lama.";

/// Minutes with a half.
#[must_use]
pub fn minutes(ms: u64) -> String {
    let halves = (ms + 15_000) / 30_000;
    if halves == 0 {
        return "kurang dari setengah menit".to_owned();
    }
    if halves.is_multiple_of(2) { format!("{} menit", halves / 2) } else { format!("{},5 menit", halves / 2) }
}

/// One piece of advice.
#[must_use]
pub fn advice(advice: &Advice) -> String {
    match advice {
        Advice::Over { step, took, planned, page: Some(page) } => {
            format!("{step}: {took} menit, rencananya {planned}. Pertimbangkan meringkas halaman {page}, yang paling lama.")
        }
        Advice::Over { step, took, planned, page: None } => {
            format!("{step}: {took} menit, rencananya {planned}. Coba sampaikan lebih ringkas, atau beri waktu lebih.")
        }
        Advice::Under { step, took, planned } => {
            format!("{step} selesai dalam {took} menit, rencananya {planned}. Sisanya bisa untuk lebih banyak bertanya.")
        }
        Advice::Fits => "Semua langkah yang dijalankan utuh cocok dengan waktunya.".to_owned(),
        Advice::TooLittle => {
            "Belum ada langkah yang dijalankan utuh, jadi belum ada yang bisa disarankan. Jalankan satu langkah sampai halaman terakhirnya."
                .to_owned()
        }
    }
}

/// A bar of the chart, for those who hear the screen.
#[must_use]
pub fn bar(step: &str, planned: u64, took: Option<u64>) -> String {
    match took {
        Some(took) => format!("{step}: rencana {planned} menit, kali ini {took} menit"),
        None => format!("{step}: rencana {planned} menit, tidak dijalankan utuh"),
    }
}

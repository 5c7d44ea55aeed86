//! The delivery screen's words: run sheet, what the room sees, script, timers, controls, the waiting screen.

use crate::engine::{
    event::Cover,
    pace::{Pace, StepWarning},
    plan::PlannedPage,
    session::ScriptKind,
    time::{DayMinute, Ms},
};

use super::common::{clock, minutes, timer};

/// Leave the delivery screen.
pub const LEAVE: &str = "Keluar";
/// A rehearsal.
pub const REHEARSAL: &str = "LATIHAN";
/// Projector is there.
pub const PROJECTOR: &str = "Proyektor";
/// It is not.
pub const NO_PROJECTOR: &str = "Tanpa proyektor";
/// Loudspeaker is there.
pub const SOUND: &str = "Suara";
/// It is not.
pub const NO_SOUND: &str = "Tanpa suara";
/// Begin the chosen step.
pub const BEGIN_STEP: &str = "Mulai";
/// Look at its first page.
pub const LOOK_AT_STEP: &str = "Lihat saja";
/// A step left out.
pub const SKIPPED: &str = "dilewati";
/// What the room sees.
pub const ON_STAGE: &str = "SEDANG TAMPIL";
/// What the room sees before the start.
pub const ROOM_SEES: &str = "YANG DILIHAT RUANGAN";
/// What Next will show.
pub const NEXT_UP: &str = "BERIKUTNYA";
/// The page the facilitator is on while the room sees something else.
pub const BENEATH: &str = "HALAMAN ANDA";
/// Nothing comes after this page.
pub const LAST_PAGE: &str = "Ini halaman terakhir.";
/// A step without pages.
pub const CALM_PAGE: &str = "Gambar tenang";
/// A page of last time that is shown once more.
pub const RECAP_PAGE: &str = "Ulas sesi lalu";
/// Built page.
pub const RECALL_PAGE: &str = "Bulan lalu";
/// Built page.
pub const INTRODUCTIONS_PAGE: &str = "Perkenalan dan kesepakatan";
/// Built page.
pub const CHECK_PAGE: &str = "Cek dengan angkat tangan";
/// Looking elsewhere.
pub const VISITING: &str = "Anda sedang melihat halaman lain";
/// Back to the running step.
pub const RETURN: &str = "Kembali";
/// Larger script.
pub const LARGER: &str = "Perbesar huruf naskah";
/// Smaller script.
pub const SMALLER: &str = "Perkecil huruf naskah";
/// No script.
pub const NO_SCRIPT: &str = "Halaman ini tidak punya naskah. Ceritakan gambarnya dengan kata-kata Anda sendiri.";
/// How to play.
pub const HOW_TO_PLAY: &str = "CARA BERMAIN";
/// End of a game.
pub const END_GAME: &str = "Kembali ke halaman";
/// Pick a game.
pub const PICK_GAME: &str = "Pilih permainan";
/// Open attendance.
pub const OPEN_ATTENDANCE: &str = "Buka daftar hadir";
/// Count heads.
pub const COUNT_HEADS: &str = "Hitung kepala";
/// Offers the count of who did what was promised last time.
pub const WHO_DID_IT: &str = "Siapa yang sudah melakukan";
/// Close the meeting.
pub const CLOSE: &str = "Tutup pertemuan";
/// Previous page.
pub const PREVIOUS: &str = "Sebelumnya";
/// Next page.
pub const NEXT: &str = "Berikutnya";
/// Correct the start of a step.
pub const STARTED_EARLIER: &str = "Mulai tadi";
/// Pause.
pub const PAUSE: &str = "Jeda";
/// Run again.
pub const UNPAUSE: &str = "Jalankan";
/// One minute less.
pub const LESS: &str = "1 menit";
/// For screen readers: one minute less.
pub const LESS_NAME: &str = "Kurangi 1 menit";
/// For screen readers: one minute more.
pub const MORE_NAME: &str = "Tambah 1 menit";
/// Black.
pub const BLACK: &str = "Hitam";
/// White.
pub const WHITE: &str = "Putih";
/// Calm picture.
pub const CALM: &str = "Tenang";
/// Freeze.
pub const FREEZE: &str = "Beku";
/// Countdown.
pub const COUNTDOWN: &str = "Hitung mundur";
/// Game.
pub const GAME: &str = "Permainan";
/// Attendance.
pub const ATTENDANCE: &str = "Daftar hadir";
/// Field note.
pub const NOTE: &str = "Catatan";
/// Cut list.
pub const CUT: &str = "Pangkas";
/// Overview.
pub const OVERVIEW: &str = "Semua halaman";
/// Help.
pub const HELP: &str = "Bantuan";
/// Begin the meeting.
pub const START: &str = "Mulai pertemuan";
/// Things to bring.
pub const MATERIALS: &str = "Sudah siap?";
/// Things to do before the day.
pub const BEFORE: &str = "Sebelum mulai";
/// Light console.
pub const LIGHT: &str = "Layar terang";
/// Dark console.
pub const DARK: &str = "Layar gelap";
/// Beside a countdown that stands.
pub const COUNTDOWN_PAUSED: &str = "dijeda";
/// It goes away.
pub const COUNTDOWN_STOP: &str = "Hentikan hitung mundur";

/// `M1-S1 · Menjadi Orang Tua yang Lebih Baik`.
#[must_use]
pub fn session(label: &str, title: &str) -> String {
    format!("{label} · {title}")
}

/// `84 %`.
#[must_use]
pub fn battery(percent: u8) -> String {
    format!("{percent} %")
}

/// `selesai ±11.20`.
#[must_use]
pub fn finish(minute: DayMinute) -> String {
    format!("selesai ±{}", clock(minute))
}

/// How the meeting stands against the agreed end, in words.
#[must_use]
pub fn offset(offset_ms: i64) -> String {
    let whole = offset_ms.unsigned_abs() / 60_000;
    match (whole, offset_ms > 0) {
        (0, _) => "tepat waktu".to_owned(),
        (_, true) => format!("terlambat {}", minutes(whole)),
        (_, false) => format!("lebih cepat {}", minutes(whole)),
    }
}

/// The running step's time in large words: what is left, seconds only in the last minute, or how much is over.
#[must_use]
pub fn step_time(pace: &Pace) -> String {
    match u64::try_from(pace.step_left_ms) {
        Ok(0) => "waktu langkah habis".to_owned(),
        Ok(left) if left <= 60_000 => format!("tersisa {}", timer(Ms::seconds(left.div_ceil(1000)))),
        Ok(left) => format!("tersisa {}", minutes(left.div_ceil(60_000))),
        Err(_) => match pace.step_left_ms.unsigned_abs() / 60_000 {
            0 => "waktu langkah habis".to_owned(),
            over => format!("lewat {}", minutes(over)),
        },
    }
}

/// Below it: `6 dari 10 menit`, and what to do when it gets short.
#[must_use]
pub fn step_share(pace: &Pace, planned: Ms) -> String {
    let share = format!("{} dari {} menit", pace.step_elapsed.0 / 60_000, planned.round_minutes());
    match pace.warning {
        StepWarning::Calm => share,
        StepWarning::Amber => format!("{share} · mulai rangkum"),
        StepWarning::Red if pace.step_left_ms > 0 => format!("{share} · hampir habis"),
        StepWarning::Red => format!("{share} · waktunya lanjut"),
    }
}

/// The timers stand still.
#[must_use]
pub fn paused_since(minute: DayMinute) -> String {
    format!("sejak {}", clock(minute))
}

/// Large words while the timers stand still.
pub const PAUSED: &str = "Waktu dijeda";

/// A number in the run sheet: `10 mnt`.
#[must_use]
pub fn short_minutes(span: Ms) -> String {
    format!("{} mnt", span.round_minutes())
}

/// Under a done step's real minutes, under a changed step's new ones.
#[must_use]
pub fn of_plan(span: Ms) -> String {
    format!("dari {}", span.round_minutes())
}

/// How a step stands, for screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Held.
    Done,
    /// Being held.
    Running,
    /// Left out.
    Skipped,
    /// To come.
    Ahead,
}

/// A row of the run sheet, read aloud.
#[must_use]
pub fn step_row(number: usize, title: &str, span: Ms, state: StepState) -> String {
    let state = match state {
        StepState::Done => "sudah",
        StepState::Running => "sedang berjalan",
        StepState::Skipped => SKIPPED,
        StepState::Ahead => "belum",
    };
    format!("Langkah {number}: {title}, {}, {state}", minutes(span.round_minutes()))
}

/// `Halaman 3 dari 22`.
#[must_use]
pub fn page_of(number: u16, count: usize) -> String {
    format!("Halaman {number} dari {count}")
}

/// Next begins a step.
#[must_use]
pub fn next_step(title: &str) -> String {
    format!("Mulai langkah: {title}")
}

/// What a planned page is called.
#[must_use]
pub const fn planned_page(page: Option<&PlannedPage>) -> &'static str {
    match page {
        Some(PlannedPage::Recall(_)) => RECALL_PAGE,
        Some(PlannedPage::Recap { .. }) => RECAP_PAGE,
        Some(PlannedPage::Introductions) => INTRODUCTIONS_PAGE,
        Some(PlannedPage::Check { .. }) => CHECK_PAGE,
        Some(PlannedPage::Pack(_) | PlannedPage::Clip { .. }) | None => CALM_PAGE,
    }
}

/// Over the preview: why the room sees something else than the page.
#[must_use]
pub const fn covered(cover: Cover) -> &'static str {
    match cover {
        Cover::Black => "Layar hitam",
        Cover::White => "Layar putih",
        Cover::Calm => "Gambar tenang",
    }
}
/// Frozen, over the picture.
pub const FROZEN: &str = "Layar beku";
/// Frozen, in a sentence.
pub const FROZEN_HOW: &str = "ruangan tetap melihat ini";
/// A game is up.
pub const IN_GAME: &str = "Permainan";
/// Waiting.
pub const WAITING: &str = "Menunggu mulai";

/// Back to the running step, with its number.
#[must_use]
pub fn return_to(step: usize) -> String {
    format!("{RETURN} ke langkah {step}")
}

/// The picture of what the room sees, for screen readers.
#[must_use]
pub fn preview_name(title: &str) -> String {
    format!("Sedang tampil: {title}. Tekan untuk halaman berikutnya")
}

/// How a piece of script is meant.
#[must_use]
pub const fn script_kind(kind: ScriptKind) -> &'static str {
    match kind {
        ScriptKind::Say => "Katakan",
        ScriptKind::Ask => "Tanyakan",
        ScriptKind::Expect => "Jawaban yang mungkin muncul",
        ScriptKind::Do => "Lakukan",
        ScriptKind::Stress => "Tekankan",
        ScriptKind::If => "Kalau",
    }
}

/// The condition of an `If` block, beginning with "Kalau".
#[must_use]
pub fn condition(when: &str) -> String {
    let kalau = script_kind(ScriptKind::If);
    if when.is_empty() || when.to_lowercase().starts_with("kalau") {
        when.to_owned()
    } else {
        format!("{kalau} {when}")
    }
}

/// Proposal beside a page that is an activity.
#[must_use]
pub fn propose_countdown(length: Ms) -> String {
    let seconds = length.0 / 1000;
    let length = if seconds.is_multiple_of(60) { minutes(seconds / 60) } else { timer(length) };
    format!("Pasang hitung mundur {length}")
}

/// Heads counted so far.
#[must_use]
pub fn heads(count: u16) -> String {
    format!("{count} orang di ruangan")
}

/// Recall: what was last time.
#[must_use]
pub fn recall_last(title: &str) -> String {
    format!("Bulan lalu kita belajar tentang \"{title}\".")
}
/// Recall: the practice that was agreed.
#[must_use]
pub fn recall_practice(practice: &str) -> String {
    format!("Praktik di rumah yang disepakati: {practice}")
}

/// A recap, said aloud.
#[must_use]
pub fn recap_say(title: &str) -> String {
    format!("Sebelum mulai, kita ulas sebentar \"{title}\".")
}
/// A recap: how.
pub const RECAP_DO: &str = "Pakai kira-kira 10 menit. Minta beberapa Ibu menjelaskan gambar ini dengan kata-katanya sendiri, lalu luruskan bila perlu.";
/// A recap, asked.
pub const RECAP_ASK: &str = "Apa yang masih Ibu ingat? Bagian mana yang belum jelas?";

/// A first meeting, said aloud.
pub const FIRST_SAY: &str = "Ini pertemuan pertama kita. Sebelum belajar, mari saling kenal.";
/// A first meeting, asked in turn.
pub const FIRST_ASK: &str = "Siapa nama Ibu, siapa nama anak Ibu, dan apa satu harapan Ibu untuknya?";
/// A first meeting: how to go round.
pub const FIRST_DO: &str =
    "Anda mulai lebih dulu. Lalu bergiliran, masing-masing setengah menit. Ulangi nama setiap ibu sambil tersenyum.";
/// A first meeting: agreements.
pub const FIRST_AGREE: &str = "Sekarang kita buat kesepakatan. Bagaimana supaya pertemuan kita nyaman untuk semua?";
/// A first meeting: agreements to hope for.
pub const FIRST_AGREEMENTS: &str =
    "Datang tepat waktu.\nSaling mendengar, tidak menertawakan.\nCerita orang lain tidak dibawa keluar.";
/// A first meeting: what to stress.
pub const FIRST_STRESS: &str = "Di sini tidak ada jawaban yang salah. Kita belajar bersama.";
/// A first meeting with many.
pub const FIRST_MANY_WHEN: &str = "lebih dari 25 orang";
/// A first meeting with many: what then.
pub const FIRST_MANY: &str =
    "Berkenalan berdua-dua dengan ibu di sebelah selama dua menit, lalu setiap ibu cukup menyebut namanya.";

/// Waiting screen: agreed start.
#[must_use]
pub fn agreed_start(minute: DayMinute) -> String {
    format!("Kita mulai pukul {}", clock(minute))
}
/// Waiting screen without an agreed start.
pub const START_WHEN_READY: &str = "Mulai kapan pun Anda siap";
/// Time until the agreed start, or past it.
#[must_use]
pub fn until_start(minutes_left: i64) -> String {
    match minutes_left {
        0 => "sekarang saatnya".to_owned(),
        1.. => format!("{} lagi", minutes(minutes_left.unsigned_abs())),
        _ => format!("lewat {}", minutes(minutes_left.unsigned_abs())),
    }
}
/// Agreed length and end.
#[must_use]
pub fn agreed_end(length: u64, end: Option<DayMinute>) -> String {
    end.map_or_else(|| minutes(length), |end| format!("{} · sampai pukul {}", minutes(length), clock(end)))
}

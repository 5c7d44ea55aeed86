//! Words of the preparation screen and of the presenters panel.

/// Title.
pub const TITLE: &str = "Siapkan pertemuan";
/// Back home.
pub const BACK: &str = "Kembali";
/// Field.
pub const GROUP: &str = "Kelompok";
/// Another group.
pub const CHANGE_GROUP: &str = "Ganti kelompok";
/// Another session.
pub const CHANGE_SESSION: &str = "Ganti sesi";
/// The session was proposed by the program.
pub const PROPOSED: &str = "usulan, belum didapat kelompok ini";
/// The session was proposed because it is to be held once more.
pub const REPEATED: &str = "usulan, diulang";
/// Repeating was chosen and this is that session.
pub const REPEAT: &str = "Pertemuan lalu Anda memilih mengulang sesi ini.";
/// No repeat after all.
pub const GO_ON: &str = "Lanjut ke sesi berikutnya";
/// The repeat after all.
pub const REPEAT_AFTER_ALL: &str = "Ulangi sesi itu";
/// No recap after all.
pub const NO_RECAP: &str = "Tidak usah mengulas";
/// The recap after all.
pub const RECAP_AFTER_ALL: &str = "Ulas sebentar";
/// The session was chosen by hand.
pub const CHOSEN: &str = "pilihan Anda";
/// Field.
pub const LENGTH: &str = "Lama pertemuan";
/// Stepper.
pub const SHORTER: &str = "Kurangi 5 menit";
/// Stepper.
pub const LONGER: &str = "Tambah 5 menit";
/// Field.
pub const START: &str = "Mulai pukul";
/// Field.
pub const END: &str = "Selesai pukul";
/// How to type a time.
pub const HOUR_HINT: &str = "9.00";
/// A time that cannot be read.
pub const BAD_HOUR: &str = "Tulis jam seperti 9.00";
/// Field.
pub const PLACE: &str = "Tempat";
/// What it may look like.
pub const PLACE_HINT: &str = "misalnya Balai warga RW 03";
/// Over the presenters.
pub const PRESENTERS: &str = "Pemateri";
/// Field.
pub const PRESENTER_NAME: &str = "Nama";
/// Field.
pub const PRESENTER_AGENCY: &str = "Instansi";
/// The facilitator's own.
pub const OWN_AGENCY: &str = "Pendamping PKH";
/// What it may look like.
pub const AGENCY_HINT: &str = "misalnya Puskesmas";
/// Which steps.
pub const PRESENTER_STEPS: &str = "Membawakan langkah";
/// Every step.
pub const ALL_STEPS: &str = "Semua";
/// One more.
pub const ADD_PRESENTER: &str = "Tambah pemateri";
/// Before guests who presented at earlier meetings.
pub const EARLIER_GUESTS: &str = "Pernah membawakan:";
/// Over the run sheet.
pub const RUN_SHEET: &str = "Susunan acara";
/// Beside a step that fell out.
pub const SKIPPED: &str = "dilewati";
/// Below the run sheet.
pub const TOTAL: &str = "Jumlah";
/// Over the list.
pub const MATERIALS: &str = "Yang dibawa";
/// Over the list.
pub const BEFORE: &str = "Sebelum hari pertemuan";
/// Over last time's meeting.
pub const LAST_TIME: &str = "Tinjau ulang pertemuan lalu";
/// Over the first meeting's opening.
pub const FIRST_TIME: &str = "Pertemuan pertama";
/// What happens there.
pub const FIRST_TIME_TEXT: &str = "Langkah tinjau ulang menjadi perkenalan dan kesepakatan bersama.";
/// Home practice of last time.
pub const HOME_PRACTICE: &str = "Praktik di rumah";
/// The primary button.
pub const OPEN: &str = "Buka layar tunggu";
/// Beside it.
pub const OPEN_HINT: &str = "Waktu belum berjalan sampai Anda menekan Mulai.";
/// Why it cannot go on.
pub const NO_GROUP: &str = "Pilih kelompok dulu di halaman depan.";
/// Why it cannot go on.
pub const NO_SESSION: &str = "Sesi ini tidak ada lagi dalam daftar. Pilih sesi lain.";
/// Plays the tone.
pub const TEST_TONE: &str = "Coba suara";
/// Devices.
pub const PROJECTOR_ON: &str = "Proyektor tersambung";
/// Devices.
pub const PROJECTOR_OFF: &str = "Proyektor belum tersambung";
/// Devices.
pub const SOUND_OFF: &str = "Pengeras suara tidak ada";

/// Repeating `title` was chosen, and another session is to be held.
#[must_use]
pub fn repeat_left(title: &str) -> String {
    format!("Pertemuan lalu Anda memilih mengulang: {title}.")
}

/// A recap of `title` was chosen; what it does, or would do.
#[must_use]
pub fn recap(title: &str, minutes: u16, on: bool) -> String {
    let chosen = format!("Pertemuan lalu Anda memilih mengulas “{title}” {minutes} menit.");
    if on {
        format!("{chosen} Tinjau ulang mendapat {minutes} menit lebih; langkah lain memendek sedikit.")
    } else {
        format!("{chosen} Kali ini dilewati.")
    }
}

/// Above the session's title.
#[must_use]
pub fn session(label: &str, how: &str) -> String {
    format!("Sesi {label} · {how}")
}

/// The hours and the length differ.
#[must_use]
pub fn other_length(from: &str, to: &str, minutes: u16) -> String {
    format!("Dari {from} sampai {to} ada {minutes} menit.")
}

/// Takes the hours' length over.
#[must_use]
pub fn take_length(minutes: u16) -> String {
    format!("Jadikan {minutes} menit")
}

/// Back to the usual length.
#[must_use]
pub fn usual(minutes: u16) -> String {
    format!("Kembali ke {minutes} menit")
}

/// For those who hear the screen: the n-th presenter's field.
#[must_use]
pub fn of_presenter(field: &str, number: usize) -> String {
    format!("{field} pemateri {number}")
}

/// Takes a presenter away.
#[must_use]
pub fn remove_presenter(number: usize) -> String {
    format!("Hapus pemateri {number}")
}

/// For those who hear the screen: a step's toggle of the n-th presenter.
#[must_use]
pub fn step_of_presenter(step: usize, title: &str, number: usize) -> String {
    format!("Langkah {step} {title}, pemateri {number}")
}

/// Which meeting is recalled.
#[must_use]
pub fn last_time(title: &str, date: &str) -> String {
    format!("{title} · {date}")
}

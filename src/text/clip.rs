//! Words about clips: the bar under the page, what is wrong with a file.

use super::common::timer;
use crate::engine::time::Ms;

/// Plays.
pub const PLAY: &str = "Putar";
/// Pauses.
pub const PAUSE: &str = "Jeda video";
/// Once more, after a trouble.
pub const RETRY: &str = "Coba lagi";
/// From the beginning again.
pub const AGAIN: &str = "Putar lagi";
/// Five seconds back.
pub const BACK: &str = "5 detik";
/// Heard: five seconds back.
pub const BACK_NAME: &str = "Mundur 5 detik";
/// Heard: five seconds on.
pub const ON_NAME: &str = "Maju 5 detik";
/// Heard: half a minute back.
pub const FAR_BACK_NAME: &str = "Mundur 30 detik";
/// Heard: half a minute on.
pub const FAR_ON_NAME: &str = "Maju 30 detik";
/// Half a minute.
pub const FAR: &str = "30 detik";
/// The facilitator speaks over the clip.
pub const DUCK: &str = "Saya bicara";
/// Heard: the bar.
pub const SEEK: &str = "Posisi video";
/// Heard: the volume.
pub const VOLUME: &str = "Keras suara video";
/// Heard: no sound, or sound again.
pub const MUTE: &str = "Bisukan video";
/// How loud.
#[must_use]
pub fn percent(volume: u8) -> String {
    format!("{volume} %")
}
/// The decoder is starting.
pub const OPENING: &str = "Video sedang dibuka…";
/// It cannot be played.
pub const FAILED: &str = "Video ini tidak bisa diputar. Coba lagi, atau ceritakan isinya; pertemuan berjalan terus.";

/// "1:05 dari 3:20, sisa 2:15".
#[must_use]
pub fn position(at: Ms, duration: Ms) -> String {
    if duration == Ms::ZERO {
        timer(at)
    } else {
        format!("{} dari {}, sisa {}", timer(at), timer(duration), timer(duration.saturating_sub(at)))
    }
}

/// The notice about a clip that cannot be played.
#[must_use]
pub fn trouble(file: &str, why: &str) -> String {
    format!("Video {file} tidak bisa diputar: {why} Halaman lain dan catatan pertemuan tidak terganggu.")
}

/// Why: not there.
pub const UNREADABLE: &str = "berkasnya tidak ada atau tidak bisa dibaca.";
/// Why: damaged.
pub const NO_CLIP: &str = "isinya rusak atau bukan video. Salin lagi dari asalnya.";
/// Why: a kind we do not know.
pub const UNKNOWN: &str = "jenis videonya belum dikenal. Kirim lewat WhatsApp ke diri sendiri, lalu pakai hasilnya.";
/// Why: neither picture nor sound.
pub const NO_STREAM: &str = "tidak ada gambar maupun suara di dalamnya.";
/// Why: too large.
pub const TOO_LARGE: &str = "gambarnya terlalu besar untuk laptop ini.";
/// Why: the program is not whole.
pub const NO_DECODER: &str =
    "pemutar video (lembar-decode) tidak ada di samping program. Salin lagi seluruh folder Lembar.";
/// Why: it crashed.
pub const DIED: &str = "pemutarnya berhenti di berkas ini. Lewati saja, atau coba putar lagi.";

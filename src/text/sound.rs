//! Words about sound: a game's song, background music, through which loudspeaker.

/// Plays a game's song.
pub const SONG_PLAY: &str = "Putar lagu";
/// Stops it.
pub const SONG_STOP: &str = "Hentikan lagu";
/// Background music, on or off.
pub const MUSIC: &str = "Musik latar";
/// Heard: how loud it is.
pub const MUSIC_VOLUME: &str = "Keras musik latar";
/// Switched on by key while it is not to be heard.
pub const MUSIC_LATER: &str = "Musik latar akan terdengar di layar tunggu dan selama hitung mundur.";
/// Opens the list of loudspeakers.
pub const CHOOSE: &str = "Pilih pengeras";
/// The first of them: whatever the computer uses.
pub const FOLLOW: &str = "Ikut pilihan komputer";
/// None is known by name.
pub const NONE: &str = "Belum ada yang terlihat. Pasang kabelnya, lalu tekan Periksa lagi.";
/// The sound goes through the projector.
pub const BY_PROJECTOR: &str = "Lewat proyektor";
/// The sound goes through the laptop.
pub const BY_LAPTOP: &str = "Lewat laptop";

/// The entry of the computer's own choice, with what that is now.
#[must_use]
pub fn follow(now: Option<&str>) -> String {
    now.map_or_else(|| FOLLOW.to_owned(), |name| format!("{FOLLOW} ({name})"))
}

/// A projector brings a loudspeaker along.
#[must_use]
pub fn question(device: &str) -> String {
    format!("Suara lewat proyektor ({device}) atau lewat laptop? Jawaban Anda diingat untuk proyektor ini.")
}

/// The chosen loudspeaker is not there.
#[must_use]
pub fn missing(device: &str) -> String {
    format!(
        "Pengeras suara “{device}” tidak terlihat. Suara keluar lewat pilihan komputer sampai pengeras itu tersambung lagi."
    )
}

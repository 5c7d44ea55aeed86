//! What `lembar doctor` says.

use super::common::number;

/// Heading.
#[must_use]
pub fn title(version: &str) -> String {
    format!("Lembar {version}: keadaan laptop ini")
}

/// One line: well or not, then what was found.
#[must_use]
pub fn line(well: bool, words: &str) -> String {
    format!("  [{}] {words}", if well { "baik" } else { "perlu dilihat" })
}

/// Monitors by name and size.
#[must_use]
pub fn displays(names: &[String]) -> String {
    match names {
        [] => "Layar: tidak ada yang terlihat.".to_owned(),
        [one] => format!("Layar: {one}. Proyektor belum terpasang."),
        many => format!("Layar: {}.", many.join(" dan ")),
    }
}
/// There is no window system.
pub const NO_SCREEN: &str = "DISPLAY dan WAYLAND_DISPLAY kosong";
/// The window system cannot be reached.
#[must_use]
pub fn no_display(cause: &str) -> String {
    format!("Layar: tidak bisa dibuka ({cause}).")
}
/// How pictures are drawn: the renderer's name on the command line, the driver's own name, why this one (may be empty).
#[must_use]
pub fn renderer(renderer: &str, driver: Option<&str>, why: &str) -> String {
    let why = if why.is_empty() { String::new() } else { format!(" {why}") };
    format!("Gambar: {renderer}, {}.{why}", driver.unwrap_or("nama tidak diketahui"))
}
/// Some of the last starts died early, not yet enough to draw the safe way.
#[must_use]
pub fn early_deaths(count: u32) -> String {
    format!("Lembar {count} kali berturut-turut tertutup sesaat setelah dibuka.")
}
/// The next start draws the safe way.
#[must_use]
pub fn drawn_safely(count: u32) -> String {
    format!("{} Karena itu Lembar menggambar dengan cara yang aman.", early_deaths(count))
}
/// An earlier start went over to the safe way.
pub const STILL_DRAWN_SAFELY: &str = "Cara yang aman, sejak Lembar beberapa kali tertutup sesaat setelah dibuka. Untuk mencoba cara biasa lagi: lembar --renderer gl";
/// Named on the command line.
pub const RENDERER_ASKED: &str = "Dipilih dengan --renderer.";
/// No picture can be drawn.
#[must_use]
pub fn no_renderer(renderer: &str) -> String {
    format!(
        "Gambar: jendela tidak bisa dibuka dengan cara {renderer}. Pasang pengandar (driver) grafis laptop ini, atau coba: lembar --renderer software"
    )
}
/// What keeps the screen lit during a meeting.
#[must_use]
pub fn awake(ways: &[&str]) -> String {
    format!("Layar tetap menyala selama pertemuan ({}).", ways.join(", "))
}
/// Nothing keeps the screen lit.
pub const NOT_AWAKE: &str =
    "Layar bisa meredup selama pertemuan. Matikan penghemat layar di pengaturan laptop sebelum mulai.";
/// The loudspeaker.
#[must_use]
pub fn sound(device: Option<&str>) -> String {
    match device {
        Some(device) => format!("Suara: {device}."),
        None => "Suara: tidak ada pengeras suara. Pertemuan tetap bisa berjalan.".to_owned(),
    }
}
/// Free room where the data lives.
#[must_use]
pub fn room(dir: &str, free: Option<u64>) -> String {
    match free {
        Some(bytes) => format!("Tempat: {} MB kosong di {dir}.", number(bytes / 1_000_000)),
        None => format!("Tempat: {dir} tidak bisa dibaca."),
    }
}
/// No database yet.
pub const NO_DATABASE: &str = "Data: belum ada; dibuat saat Lembar pertama kali dibuka.";
/// What the database holds.
#[must_use]
pub fn database(sound: bool, groups: u64, meetings: u64, copies: u64) -> String {
    let state = if sound { "utuh" } else { "ada bagian yang rusak; buka Lembar untuk memakai cadangan" };
    format!("Data: {state}; {groups} kelompok, {meetings} pertemuan, {copies} cadangan.")
}
/// No content folder.
pub const NO_CONTENT: &str = "Isi: folder content tidak ditemukan di samping program.";
/// What the content folder holds.
#[must_use]
pub fn content(dir: &str, sessions: usize, errors: usize) -> String {
    let faults = if errors == 0 { String::new() } else { format!(", {errors} hal perlu diperbaiki (lembar check)") };
    format!("Isi: {sessions} sesi di {dir}{faults}.")
}

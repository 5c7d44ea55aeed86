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
/// The graphics driver.
#[must_use]
pub fn renderer(name: Option<&str>) -> String {
    format!("Gambar: OpenGL, {}.", name.unwrap_or("nama tidak diketahui"))
}
/// No picture can be drawn.
pub const NO_RENDERER: &str = "Gambar: jendela tidak bisa dibuka. Pasang pengandar (driver) grafis laptop ini.";
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

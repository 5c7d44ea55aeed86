//! Words around what a facilitator learns from before the day; the material itself is the pack's.

use crate::engine::learn::Technique;

/// The half of Prepare about the meeting itself.
pub const MEETING: &str = "Pertemuan";
/// The half of Prepare to be read the evening before.
pub const TITLE: &str = "Bekal Anda";
/// Over the background.
pub const BACKGROUND: &str = "Mengapa sesi ini";
/// Opens the rest of a long text.
pub const READ_ALL: &str = "Baca semua";
/// Closes it again.
pub const READ_LESS: &str = "Ringkas lagi";
/// Over the questions families ask.
pub const FAQ: &str = "Yang sering ditanyakan keluarga";

/// For those who hear the screen: opens or closes the text under `title`.
#[must_use]
pub fn of_part(label: &str, title: &str) -> String {
    format!("{label}: {title}")
}

/// Over the note on the technique.
#[must_use]
pub fn technique(technique: Option<Technique>) -> String {
    let name = match technique {
        Some(Technique::Brainstorm) => "curah pendapat",
        Some(Technique::GroupTalk) => "diskusi kelompok",
        Some(Technique::RolePlay) => "bermain peran",
        Some(Technique::CaseStudy) => "studi kasus",
        Some(Technique::Simulation) => "simulasi",
        Some(Technique::Demonstration) => "demonstrasi",
        Some(Technique::HomePractice) => "praktik di rumah",
        None => return "Cara membawakan".to_owned(),
    };
    format!("Cara membawakan: {name}")
}

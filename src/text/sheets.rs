//! Heads, lines and remarks of workbooks and CSV files.

use crate::engine::{
    evidence::{Assessed, Level},
    time::{Month, Wall},
};

use super::common;

/// Title of the attendance list.
pub const ATTENDANCE: &str = "DAFTAR HADIR P2K2";
/// Name of its sheet.
pub const ATTENDANCE_SHEET: &str = "Daftar hadir";
/// Names of the recap's sheets.
pub const MONTH_SHEET: &str = "Rekap";
/// See [`MONTH_SHEET`].
pub const GROUPS_SHEET: &str = "Per kelompok";

/// Lines above the tables, and heads of their columns.
pub mod head {
    /// Line: group.
    pub const GROUP: &str = "Kelompok";
    /// Line: village.
    pub const VILLAGE: &str = "Desa/kelurahan";
    /// Line: kecamatan.
    pub const DISTRICT: &str = "Kecamatan";
    /// Line: facilitator.
    pub const FACILITATOR: &str = "Nama pendamping";
    /// Line: session.
    pub const SESSION: &str = "Modul dan sesi";
    /// Line: date.
    pub const DATE: &str = "Hari, tanggal";
    /// Line: hours.
    pub const HOURS: &str = "Waktu";
    /// Line: place.
    pub const PLACE: &str = "Tempat";
    /// Line: month.
    pub const MONTH: &str = "Bulan";
    /// Row number.
    pub const NUMBER: &str = "No";
    /// Name of a member.
    pub const NAME: &str = "Nama KPM";
    /// Our mark.
    pub const MARK: &str = "Kehadiran";
    /// The office's.
    pub const OFFICE: &str = "Di formulir kantor";
    /// Assessment.
    pub const LEVEL: &str = "Pengetahuan & pemahaman";
    /// Remarks.
    pub const REMARK: &str = "Keterangan";
    /// Number of groups.
    pub const GROUPS: &str = "Jumlah kelompok";
    /// Groups that met.
    pub const MET: &str = "Kelompok terealisasi";
    /// Why not all.
    pub const REASON: &str = "Alasan bila tidak terealisasi";
    /// Sessions.
    pub const MATTER: &str = "Materi";
    /// Who presented.
    pub const PRESENTER: &str = "Pemateri";
    /// Families in all.
    pub const FAMILIES: &str = "Total KPM dampingan";
    /// Present.
    pub const PRESENT: &str = "Hadir";
    /// Not there.
    pub const NOT_THERE: &str = "Tidak hadir";
    /// Kurang.
    pub const POOR: &str = "Kurang";
    /// Baik.
    pub const GOOD: &str = "Baik";
    /// Sangat baik.
    pub const VERY_GOOD: &str = "Sangat baik";
    /// Not assessable.
    pub const NOT_ASSESSABLE: &str = "Tidak dapat dinilai";
    /// Present and not assessed.
    pub const NOT_ASSESSED: &str = "Belum dinilai";
    /// Notes.
    pub const NOTES: &str = "Catatan dinamika";
    /// Families on the list of a meeting.
    pub const LISTED: &str = "KPM terdaftar";
    /// In none of the office's marks.
    pub const LEFT_OUT: &str = "Tidak masuk hitungan";
    /// Guests.
    pub const WALK_INS: &str = "Hadir di luar daftar";
}

/// Ketua kelompok.
pub const LEADER: &str = "Ketua kelompok";
/// Came late.
pub const LATE: &str = "Terlambat";
/// Not on the list.
pub const WALK_IN: &str = "Di luar daftar";
/// Nobody has said anything.
pub const UNMARKED: &str = "BELUM DIISI";
/// A group without a meeting this month.
pub const DID_NOT_MEET: &str = "Belum bertemu bulan ini";
/// A meeting of which nothing can be read.
pub const UNREADABLE: &str = "Catatan pertemuan ini tidak dapat dibaca, jadi tidak dihitung.";
/// The table was never decided.
pub const MAP_NOT_DECIDED: &str = "Cara menghitung IZIN, diwakili, dan yang belum diisi belum Anda tetapkan; dipakai usulan Lembar. Ubah di Data kantor.";

/// Title of the recap.
#[must_use]
pub fn month_title(month: Month) -> String {
    format!("REKAP PEMANTAUAN PELAKSANAAN P2K2 BULAN {}", common::month(month).to_uppercase())
}

/// Somebody else of the family came.
#[must_use]
pub fn represented(by: &str) -> String {
    format!("Diwakili oleh {by}")
}

/// What a row gets for understanding.
#[must_use]
pub const fn assessed(assessed: Assessed) -> &'static str {
    match assessed {
        Assessed::Rated(Level::Poor) => "kurang",
        Assessed::Rated(Level::Good) => "baik",
        Assessed::Rated(Level::VeryGood) => "sangat baik",
        Assessed::NotAssessable => "tidak dapat dinilai",
        Assessed::Empty => "",
    }
}

/// When a meeting began and ended.
#[must_use]
pub fn hours(began: Option<Wall>, ended: Option<Wall>) -> String {
    let clock = |wall: Option<Wall>| wall.map_or_else(|| "…".to_owned(), |wall| common::clock(wall.minute_of_day()));
    if began.is_none() && ended.is_none() {
        return String::new();
    }
    format!("{}–{}", clock(began), clock(ended))
}

/// Groups that have not met.
#[must_use]
pub fn not_met(groups: &[String]) -> String {
    if groups.is_empty() { String::new() } else { format!("Belum bertemu: {}", groups.join(", ")) }
}

/// Groups that met more than once.
#[must_use]
pub fn more_than_once(groups: &[String]) -> String {
    format!("Bertemu lebih dari sekali, yang dihitung pertemuan terakhir: {}.", groups.join(", "))
}

/// Groups of whose meeting nothing can be read.
#[must_use]
pub fn unreadable(groups: &[String]) -> String {
    format!("Ada catatan pertemuan yang tidak dapat dibaca, jadi tidak dihitung: {}.", groups.join(", "))
}

/// Families in no column.
#[must_use]
pub fn left_out(count: u16) -> String {
    format!("{count} KPM tidak masuk Hadir maupun Tidak hadir (belum diisi atau tidak dihitung).")
}

/// Present families without an assessment.
#[must_use]
pub fn not_assessed(count: u16) -> String {
    format!("{count} KPM yang hadir belum dinilai.")
}

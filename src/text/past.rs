//! Words around a closed meeting: its tabs and what comes after each.

use super::common;
use crate::engine::time::Wall;

/// Which meeting it is: group, session, day.
#[must_use]
pub fn title(group: &str, label: &str, held: Wall) -> String {
    let short = group.strip_prefix("Kelompok ").unwrap_or(group);
    format!("{short} · {label} · {}", common::short_date(held))
}

/// Tab.
pub const SUMMARY: &str = "Ringkasan";
/// Tab.
pub const ROLL: &str = "Daftar hadir";
/// Tab.
pub const EVIDENCE: &str = "Bukti";
/// Tab.
pub const REPORT: &str = "Laporan";
/// To the evidence.
pub const TO_EVIDENCE: &str = "Lanjut ke bukti";
/// To the report.
pub const TO_REPORT: &str = "Lanjut ke laporan";
/// Beside both.
pub const LATER: &str = "Bisa juga nanti: buka lagi pertemuan ini dari beranda.";

//! Words around a closed meeting: its tabs and what comes after each.

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

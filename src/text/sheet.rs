//! Words on the printed attendance sheet.

use super::{attendance, common};
use crate::engine::{
    attendance::Counts,
    roster::{Component, Standing},
    sheet::{SheetLayout, SheetRow},
    time::{DayMinute, Wall},
};

/// Over the buttons of Prepare.
pub const FOR_SIGNATURES: &str = "Daftar hadir untuk tanda tangan";
/// Title.
pub const TITLE: &str = "DAFTAR HADIR P2K2";
/// Column.
pub const NUMBER: &str = "NO";
/// Column.
pub const NAME: &str = "PENGURUS";
/// Column, upright.
pub const NAME_UPRIGHT: &str = "NAMA PENGURUS";
/// Column.
pub const KK: &str = "NO KK";
/// Column.
pub const NIK: &str = "NIK";
/// Column, upright.
pub const NIK_KK: &str = "NIK / NO KK";
/// Column.
pub const ADDRESS: &str = "ALAMAT";
/// Column.
pub const REMARK: &str = "KETERANGAN";
/// Column.
pub const STANDING: &str = "STATUS";
/// Column.
pub const SIGN: &str = "TTD";
/// Column, upright.
pub const SIGN_UPRIGHT: &str = "TANDA TANGAN / CAP JEMPOL";
/// Field.
pub const WHEN: &str = "Hari/tanggal";
/// Field.
pub const TIME: &str = "Waktu";
/// Left to be written by hand.
pub const BY_HAND: &str = "………………………………";
/// Signs at the left.
pub const LEADER: &str = "Ketua Kelompok";
/// Somebody who is not on the list.
pub const WALK_IN: &str = "di luar daftar";

/// A component's column.
#[must_use]
pub const fn component(component: Component) -> &'static str {
    match component {
        Component::Pregnant => "HAMIL",
        Component::EarlyChild => "AUD",
        Component::Primary => "SD",
        Component::JuniorHigh => "SMP",
        Component::SeniorHigh => "SMA",
        Component::Disabled => "DISAB",
        Component::Elderly => "LANSIA",
    }
}

/// Whether somebody is still in the programme.
#[must_use]
pub const fn standing(standing: Option<Standing>) -> &'static str {
    match standing {
        Some(Standing::Active) => "Aktif",
        Some(Standing::Graduated) => "Graduasi",
        Some(Standing::Moved) => "Pindah",
        None => WALK_IN,
    }
}

/// A row's mark with what belongs to it; empty when it was not filled in.
#[must_use]
pub fn remark(row: &SheetRow) -> String {
    let Some(status) = row.status else { return String::new() };
    let mut words = attendance::status(status).to_owned();
    if row.late {
        words.push_str(", terlambat");
    }
    if let Some(by) = &row.by {
        words.push_str(", diwakili ");
        words.push_str(by);
    }
    words
}

/// From when to when.
#[must_use]
pub fn hours(hours: Option<(DayMinute, DayMinute)>) -> String {
    hours.map_or_else(|| BY_HAND.to_owned(), |(from, to)| format!("{}–{}", common::clock(from), common::clock(to)))
}

/// The totals, or lines to write them on.
#[must_use]
pub fn totals(counts: Option<Counts>) -> String {
    let Some(n) = counts else {
        return "Hadir: …………  ·  Sakit: …………  ·  Izin: …………  ·  Alpa: …………".to_owned();
    };
    let mut words =
        format!("Hadir: {}  ·  Sakit: {}  ·  Izin: {}  ·  Alpa: {}", n.present, n.sick, n.excused, n.absent);
    if n.unmarked > 0 {
        words.push_str(&format!("  ·  {}: {}", attendance::UNMARKED, n.unmarked));
    }
    if n.outside > 0 {
        words.push_str(&format!("  +  {}: {}", attendance::OUTSIDE, n.outside));
    }
    words
}

/// The guests.
#[must_use]
pub fn guests(count: u16, who: &str) -> String {
    if who.is_empty() { format!("Tamu: {count}") } else { format!("Tamu: {count} ({who})") }
}

/// A button.
#[must_use]
pub const fn button(layout: SheetLayout) -> &'static str {
    match layout {
        SheetLayout::Landscape => "Daftar hadir mendatar",
        SheetLayout::Portrait => "Daftar hadir tegak",
    }
}

/// The line at the foot, and the document's title.
#[must_use]
pub fn foot(group: &str, session: &str) -> String {
    format!("Daftar hadir · {group} · {session}")
}

/// Name of the file: of a group, and of a day when it is known (`2026-11-21`).
#[must_use]
pub fn file_name(group: &str, day: Option<Wall>, layout: SheetLayout) -> String {
    let kept: String = group.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let which = match layout {
        SheetLayout::Landscape => "mendatar",
        SheetLayout::Portrait => "tegak",
    };
    let day = day.map(|day| format!("-{}", common::iso_day(day))).unwrap_or_default();
    format!("daftar-hadir-{}{day}-{which}.pdf", kept.trim_matches('-'))
}

/// No such group.
#[must_use]
pub fn no_group(name: &str) -> String {
    format!("Kelompok \"{name}\" tidak ada. Tulis namanya seperti di beranda Lembar.")
}

/// A group without anybody to put on it.
#[must_use]
pub fn nobody(group: &str) -> String {
    format!("{group} belum punya anggota aktif.")
}

/// Marks the leader.
#[must_use]
pub fn name(row: &SheetRow) -> String {
    if row.leader { format!("{} (Ketua)", row.name) } else { row.name.clone() }
}

//! Words of Home's month, coverage, visits and history.

use crate::{
    engine::{
        attendance::{Counts, Status},
        history::Why,
        overview::{Attended, Delivered, MonthState, Visit},
        time::{DayMinute, Month, Wall},
    },
    text::{attendance, common},
};

/// Tab: the groups this month.
pub const MONTH: &str = "Bulan ini";
/// Tab: groups × sessions.
pub const COVERAGE: &str = "Cakupan";
/// Tab: all meetings.
pub const HISTORY: &str = "Riwayat";
/// The small menu of everything seldom needed.
pub const MORE: &str = "Lainnya";
/// Own material.
pub const OWN_MATERIAL: &str = "Bahan ajar sendiri";
/// Search among the groups.
pub const FIND: &str = "Cari kelompok";
/// In its empty field.
pub const FIND_HINT: &str = "Nama kelompok atau tempat";
/// Nothing was found.
pub const NOT_FOUND: &str = "Tidak ada kelompok dengan nama atau tempat itu.";
/// On a group's row.
pub const PREPARE: &str = "Siapkan";
/// A group that is due.
pub const NOT_YET: &str = "Belum bertemu";
/// A group without members.
pub const NO_MEMBERS: &str = "Belum ada anggota";
/// A group without meetings.
pub const NO_TREND: &str = "belum ada catatan hadir";
/// Everybody has met.
pub const ALL_MET: &str = "Semua kelompok sudah bertemu. Terima kasih!";
/// Only groups without members, or the demo group.
pub const NOBODY: &str = "Belum ada kelompok yang dihitung. Tekan “Kelompok baru” dan isi nama anggotanya.";
/// Nobody to visit.
pub const NO_VISITS: &str = "Tidak ada yang perlu dikunjungi: tidak ada anggota yang tidak datang dua kali berturut-turut. Yang perlu dikunjungi akan tampil di sini.";
/// Over the list of visits.
pub const VISITS_HINT: &str =
    "Tidak datang dua kali atau lebih berturut-turut. Yang tanpa kabar di atas; yang sakit atau izin di bawahnya.";
/// Copies that list.
pub const COPY: &str = "Salin daftar";
/// History of every group.
pub const ALL_GROUPS: &str = "Semua kelompok";
/// No meeting of the group chosen.
pub const NO_HISTORY: &str = "Kelompok ini belum punya catatan pertemuan.";
/// Below the matrix: what the signs mean.
pub const LEGEND: [(&str, &str); 4] =
    [("80 %", "yang hadir"), ("kuning", "kurang dari separuh"), ("2×", "sudah dua kali"), ("–", "belum")];
/// Below the matrix: what a press does.
pub const LEGEND_PRESS: &str = "Tekan kotak berisi untuk membuka catatannya, yang kosong untuk menyiapkan sesinya.";

/// One of several sessions with the same label.
#[must_use]
pub fn one_of(label: &str, number: usize) -> String {
    format!("{label} {number}")
}

/// `12 dari 20 kelompok`.
#[must_use]
pub fn met(met: usize, all: usize) -> String {
    format!("{met} dari {all} kelompok")
}

/// What that counts.
#[must_use]
pub fn met_in(month: Month) -> String {
    format!("sudah bertemu di bulan {}", common::month(month))
}

/// Who is due, as many as fit a line.
#[must_use]
pub fn due(names: &[&str]) -> String {
    const SHOWN: usize = 3;
    // Most names begin with the same word.
    let short = |name: &&str| name.strip_prefix("Kelompok ").unwrap_or(name).to_owned();
    let shown = names.iter().take(SHOWN).map(short).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => format!("Belum: {shown}"),
        more => format!("Belum: {shown}, dan {more} lagi"),
    }
}

/// Tab with how many there are: `Perlu dikunjungi (3)`.
#[must_use]
pub fn visits(count: usize) -> String {
    if count == 0 { "Perlu dikunjungi".to_owned() } else { format!("Perlu dikunjungi ({count})") }
}

/// Members, place and hour on one line.
#[must_use]
pub fn who_where(members: usize, place: &str, hour: Option<DayMinute>) -> String {
    let mut words = format!("{members} anggota");
    for part in [Some(place.to_owned()), hour.map(|hour| format!("pukul {}", common::clock(hour)))] {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            words = format!("{words} · {part}");
        }
    }
    words
}

/// State of a group this month.
#[must_use]
pub fn state(state: MonthState) -> String {
    match state {
        MonthState::Met(wall) => format!("Sudah, tgl {}", wall.date().2),
        MonthState::Due => NOT_YET.to_owned(),
        MonthState::NoMembers => NO_MEMBERS.to_owned(),
    }
}

/// `25 dari 30`; who came beside the list has no room below the bars.
#[must_use]
pub fn came(attended: Attended) -> String {
    attendance::came(&Counts { outside: 0, ..attended.counts })
}

/// `83 %`; `?` when nothing was filled in.
#[must_use]
pub fn percent(attended: Attended) -> String {
    attended.counts.share().map_or_else(|| "?".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

/// A trend for those who hear the screen.
#[must_use]
pub fn trend(trend: &[Attended]) -> String {
    let Some(last) = trend.last() else { return NO_TREND.to_owned() };
    let shares = trend.iter().map(|attended| percent(*attended)).collect::<Vec<_>>().join(", ");
    format!("Hadir di {} pertemuan terakhir: {shares}. Paling akhir {}", trend.len(), came(*last))
}

/// The session to hold next, and why when it is not simply the next one.
#[must_use]
pub fn next(label: &str, title: &str, why: Why) -> String {
    match why {
        Why::Next => format!("{label}  {title}"),
        Why::Repeat => format!("{label}  {title} (diulang)"),
        Why::Anew => format!("{label}  {title} (mulai dari awal)"),
    }
}

/// A cell of the matrix.
#[must_use]
pub fn cell(delivered: Option<&Delivered>, next: bool) -> String {
    match delivered {
        Some(cell) if cell.times > 1 => format!("{}×  {}", cell.times, percent(cell.attended)),
        Some(cell) => percent(cell.attended),
        None if next => "berikut".to_owned(),
        None => "–".to_owned(),
    }
}

/// A cell in full words: for those who hear the screen, and when pointed at. `missed` are names.
#[must_use]
pub fn cell_name(group: &str, session: &str, delivered: Option<&Delivered>, next: bool, missed: &[&str]) -> String {
    let Some(cell) = delivered else {
        let what = if next { "sesi berikutnya" } else { "belum" };
        return format!("{group}, {session}: {what}. Tekan untuk menyiapkannya.");
    };
    let again = if cell.times > 1 { format!(", {} kali", cell.times) } else { String::new() };
    let mut words =
        format!("{group}, {session}: {}{again}, hadir {}", common::short_date(cell.attended.wall), came(cell.attended));
    if !missed.is_empty() {
        words = format!("{words}. Belum pernah ikut sesi ini: {}", missed.join(", "));
    }
    words
}

/// How many sessions a group has had.
#[must_use]
pub fn had(had: usize, all: usize) -> String {
    format!("{had} dari {all} sesi")
}

/// Why somebody was not there.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Present => "hadir",
        Status::Sick => "sakit",
        Status::Excused => "izin",
        Status::Absent => "tanpa kabar",
    }
}

/// How many meetings in a row somebody missed.
#[must_use]
pub fn missed(visit: &Visit) -> String {
    let times = visit.missed.len();
    match visit.without_word() {
        0 => format!("{times} kali, ada kabar"),
        without if without == times => format!("{times} kali, tanpa kabar"),
        without => format!("{times} kali, {without} tanpa kabar"),
    }
}

/// What was missed: `M1-S3 (sakit)`.
#[must_use]
pub fn missed_session(label: &str, why: Status) -> String {
    format!("{label} ({})", status(why))
}

/// The list of visits as text, one member per line: name, group, how often, which sessions.
#[must_use]
pub fn visit_list(today: Wall, lines: &[(String, String, String, String)]) -> String {
    let mut text = format!("Perlu dikunjungi, {}\n", common::short_date(today));
    for (number, (name, group, times, sessions)) in (1..).zip(lines) {
        text.push_str(&format!("{number}. {name}, {group}: {times}. {sessions}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_fits_a_line() {
        assert_eq!(due(&["Kelompok Melati", "Mawar"]), "Belum: Melati, Mawar");
        assert_eq!(due(&["A", "B", "C", "D", "E"]), "Belum: A, B, C, dan 2 lagi");
        assert_eq!(who_where(24, "", Some(DayMinute(540))), "24 anggota · pukul 09.00");
        assert_eq!(who_where(24, "Balai RW 3", None), "24 anggota · Balai RW 3");
    }

    #[test]
    fn nothing_filled_in_is_not_said_to_be_nobody() {
        let of = |counts| Attended { wall: Wall(0), counts };
        let empty = of(Counts { absent: 1, unmarked: 52, ..Counts::default() });
        let half = of(Counts { present: 15, sick: 15, outside: 2, ..Counts::default() });
        assert_eq!((percent(empty).as_str(), came(empty).as_str()), ("?", "belum diisi"));
        assert_eq!(trend(&[empty, half]), "Hadir di 2 pertemuan terakhir: ?, 50 %. Paling akhir 15 dari 30");
    }
}

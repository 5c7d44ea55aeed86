//! How numbers, times and dates are said. Format per house style: 10.42 · 6 menit · Sabtu, 21 November 2026 · 1.250.000.

use crate::engine::time::{DayMinute, Month, Ms, Wall};

const DAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// `10.42`.
#[must_use]
pub fn clock(minute: DayMinute) -> String {
    format!("{:02}.{:02}", minute.0 / 60, minute.0 % 60)
}

/// `06:12`, or `1:06:12` from an hour on. For timers.
#[must_use]
pub fn timer(ms: Ms) -> String {
    let seconds = ms.0 / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes:02}:{seconds:02}") }
}

/// `6 menit`.
#[must_use]
pub fn minutes(minutes: u64) -> String {
    format!("{minutes} menit")
}

/// `55 menit`, `6 jam 55 menit`: a span as people say it.
#[must_use]
pub fn span(whole: u64) -> String {
    match (whole / 60, whole % 60) {
        (0, rest) => minutes(rest),
        (hours, 0) => format!("{hours} jam"),
        (hours, rest) => format!("{hours} jam {}", minutes(rest)),
    }
}

/// `Sabtu, 21 November 2026`.
#[must_use]
pub fn date(wall: Wall) -> String {
    let weekday = DAYS.get((wall.day() + 3).rem_euclid(7) as usize).copied().unwrap_or_default();
    format!("{weekday}, {}", short_date(wall))
}

/// `21 November 2026`, where the weekday would crowd a line.
#[must_use]
pub fn short_date(wall: Wall) -> String {
    let (_, _, day) = wall.date();
    format!("{day} {}", month(wall.month()))
}

/// `November 2026`.
#[must_use]
pub fn month(month: Month) -> String {
    let name = MONTHS.get(usize::from(month.number).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{name} {}", month.year)
}

/// `21-11-2026`, as it is typed. Days since 1970-01-01.
#[must_use]
pub fn typed_date(day: i64) -> String {
    let (year, month, day) = Wall(day.saturating_mul(86_400_000)).date();
    format!("{day:02}-{month:02}-{year}")
}

/// `2026-11-21`, as it stands in names of files and tables.
#[must_use]
pub fn iso_day(wall: Wall) -> String {
    let (year, month, day) = wall.date();
    format!("{year:04}-{month:02}-{day:02}")
}

/// `1.250.000`.
#[must_use]
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_times_dates_and_numbers_the_indonesian_way() {
        assert_eq!(clock(DayMinute(642)), "10.42");
        assert_eq!(timer(Ms(372_000)), "06:12");
        assert_eq!(timer(Ms(3_972_000)), "1:06:12");
        assert_eq!(date(Wall(1_795_219_200_000)), "Sabtu, 21 November 2026");
        assert_eq!(date(Wall(0)), "Kamis, 1 Januari 1970");
        assert_eq!(short_date(Wall(1_795_219_200_000)), "21 November 2026");
        assert_eq!(iso_day(Wall(1_795_219_200_000)), "2026-11-21");
        assert_eq!(month(Wall(1_795_219_200_000).month()), "November 2026");
        assert_eq!(number(1_250_000), "1.250.000");
        assert_eq!(number(999), "999");
    }
}

//! Units of time. Nothing here knows what time it is.

use serde::{Deserialize, Serialize};

/// Milliseconds of meeting time: since the meeting was opened; never goes back.
/// Also used for spans (a step's allotment, a countdown's length).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ms(pub u64);

impl Ms {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// A span of whole minutes.
    #[must_use]
    pub const fn minutes(minutes: u64) -> Self {
        Self(minutes.saturating_mul(60_000))
    }
    /// A span of whole seconds.
    #[must_use]
    pub const fn seconds(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1000))
    }
    /// `self - other`, never below zero.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
    /// `self - other` with a sign, in milliseconds.
    #[must_use]
    pub fn signed_sub(self, other: Self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX) - i64::try_from(other.0).unwrap_or(i64::MAX)
    }
    /// Minutes, rounded to nearest.
    #[must_use]
    pub const fn round_minutes(self) -> u64 {
        self.0.saturating_add(30_000) / 60_000
    }
    /// Moved by signed milliseconds, never below zero.
    #[must_use]
    pub const fn shifted(self, ms: i64) -> Self {
        Self(self.0.saturating_add_signed(ms))
    }
}

impl std::ops::Add for Ms {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Ms {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, |a, b| a + b)
    }
}

/// Wall time: milliseconds since 1970-01-01 **local time** (UTC plus the offset in force), so that minute of day and
/// date are plain arithmetic in the core. Only for what people read; never for measuring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wall(pub i64);

impl Wall {
    /// Minute of the day, 0..1440.
    #[must_use]
    pub const fn minute_of_day(self) -> DayMinute {
        DayMinute(self.0.div_euclid(60_000).rem_euclid(1440) as u16)
    }
    /// Days since 1970-01-01.
    #[must_use]
    pub const fn day(self) -> i64 {
        self.0.div_euclid(86_400_000)
    }
    /// Year, month 1..=12, day of the month.
    #[must_use]
    pub const fn date(self) -> (i64, u8, u8) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let z = self.day() + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
        let month = if mp < 10 { mp + 3 } else { mp - 9 } as u8;
        (yoe + era * 400 + (month <= 2) as i64, month, day)
    }
    /// Midnight of a date; `None` when there is no such day.
    #[must_use]
    pub fn of_date(year: i64, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        // The inverse of `date`, by the same author.
        let y = year - i64::from(month <= 2);
        let (era, yoe) = (y.div_euclid(400), y.rem_euclid(400));
        let shifted = (i64::from(month) + 9) % 12;
        let doy = (153 * shifted + 2) / 5 + i64::from(day) - 1;
        let wall = Self((era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468) * 86_400_000);
        (wall.date() == (year, month, day)).then_some(wall)
    }
    /// The month it is in.
    #[must_use]
    pub const fn month(self) -> Month {
        let (year, number, _) = self.date();
        Month { year, number }
    }
    /// This moment moved by `ms`.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
    /// The moment at `minute` on this moment's date.
    #[must_use]
    pub const fn at(self, minute: DayMinute) -> Self {
        Self((self.day() * 86_400_000).saturating_add(minute.0 as i64 * 60_000))
    }
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// Year.
    pub year: i64,
    /// 1..=12.
    pub number: u8,
}

impl Month {
    /// So many months later; fewer than 0 = earlier.
    #[must_use]
    pub fn plus(self, months: i8) -> Self {
        let months = self.year * 12 + i64::from(self.number) - 1 + i64::from(months);
        let number = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
        Self { year: months.div_euclid(12), number }
    }
}

/// A time of day as people say it: minutes since midnight, 0..1440.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DayMinute(pub u16);

/// One reading of the clock, taken once per turn of the loop and passed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Meeting time.
    pub at: Ms,
    /// Wall time.
    pub wall: Wall,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_pass_over_the_years_end() {
        let month = |year, number| Month { year, number };
        assert_eq!(month(2026, 1).plus(-1), month(2025, 12));
        assert_eq!(month(2026, 12).plus(1), month(2027, 1));
        assert_eq!(month(2026, 11).plus(0), month(2026, 11));
    }
}

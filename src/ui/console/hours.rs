//! Hours as people type them.

use crate::engine::time::DayMinute;

/// `9`, `9.00`, `9:00`, `9,30`, `0900`, `930` …; `None` when it is no time of day.
pub(super) fn read(text: &str) -> Option<DayMinute> {
    let text = text.trim();
    if text.len() > 5 || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ':' | ',' | ' ')) {
        return None;
    }
    let (hours, minutes) = match text.split_once(|c: char| !c.is_ascii_digit()) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if text.len() > 2 => text.split_at(text.len() - 2),
        None => (text, "0"),
    };
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    (hours < 24 && minutes < 60).then_some(DayMinute(hours * 60 + minutes))
}

/// `from` and `minutes` later, over midnight too.
pub(super) const fn later(from: DayMinute, minutes: u16) -> DayMinute {
    DayMinute((from.0 + minutes) % 1440)
}

/// Minutes from `from` to `to`, over midnight too.
pub(super) const fn between(from: DayMinute, to: DayMinute) -> u16 {
    (to.0 + 1440 - from.0) % 1440
}

/// The next half hour that is at least ten minutes away: when a meeting prepared now may begin.
pub(super) const fn next_start(now: DayMinute) -> DayMinute {
    DayMinute((now.0 + 10).div_ceil(30) * 30 % 1440)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for text in ["9", "09", "9.00", "09.00", "9:00", "9,00", "9 00", "0900", "900", " 9.00 "] {
            assert_eq!(read(text), Some(DayMinute(540)), "{text:?}");
        }
        assert_eq!(read("13.05"), Some(DayMinute(785)));
        assert_eq!(read("0.00"), Some(DayMinute(0)));
        for text in ["", "9.", "9.0", "24.00", "9.60", "jam 9", "9.00.00", "99", "-9", "12345", ".30"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn counts_over_midnight() {
        assert_eq!(later(DayMinute(1400), 120), DayMinute(80));
        assert_eq!(between(DayMinute(1400), DayMinute(80)), 120);
        assert_eq!(next_start(DayMinute(500)), DayMinute(510));
        assert_eq!(next_start(DayMinute(501)), DayMinute(540));
        assert_eq!(next_start(DayMinute(1435)), DayMinute(30));
    }
}

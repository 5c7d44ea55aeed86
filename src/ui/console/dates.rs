//! Dates as people type them.

use crate::engine::time::Wall;

/// `21-11-2026`, `21/11/26`, `21.11`, `21 11` …; without a year it is that of `today`. Days since 1970-01-01; `None` when it is no date.
pub(super) fn read(text: &str, today: Wall) -> Option<i64> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let odd = text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '-' | '/' | '.' | ' '));
    let (&day, &month) = (parts.first()?, parts.get(1)?);
    if odd || parts.len() > 3 {
        return None;
    }
    let year = match parts.get(2) {
        None => today.date().0,
        Some(year) if year.len() == 2 => 2000 + year.parse::<i64>().ok()?,
        Some(year) if year.len() == 4 => year.parse().ok()?,
        Some(_) => return None,
    };
    Wall::of_date(year, month.parse().ok()?, day.parse().ok()?).map(Wall::day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::common::typed_date as typed;

    #[test]
    fn reads_what_people_type_and_writes_it_back() {
        let today = Wall::of_date(2026, 11, 21).unwrap();
        for text in ["21-11-2026", "21/11/26", "21.11.2026", "21 11", " 21-11 ", "21-11-26"] {
            assert_eq!(read(text, today), Some(today.day()), "{text:?}");
        }
        for text in
            ["", "21", "31-11-2026", "29-2-2026", "0-1-2026", "21-13-2026", "21-11-026", "21 Nov", "1-2-3-4", "-"]
        {
            assert_eq!(read(text, today), None, "{text:?}");
        }
        assert_eq!(read("29-2-2028", today).map(typed).as_deref(), Some("29-02-2028"));
        for day in [today.day(), 0, 10_957, 11_016] {
            assert_eq!(read(&typed(day), today), Some(day));
        }
    }
}

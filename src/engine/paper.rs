//! A meeting held without the program, entered from paper: its three records, written at once, with the typed date and hours.

use super::{
    event::{Event, Record, Setup},
    plan::RunSheet,
    time::{DayMinute, Ms, Wall},
};

/// When it was held, as read from the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Days since 1970-01-01.
    pub day: i64,
    /// When it began.
    pub begin: DayMinute,
    /// When it ended, the same day.
    pub end: DayMinute,
}

/// Why it cannot have been held then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperFault {
    /// Its date, or its end, has not come yet.
    #[error("that has not happened yet")]
    Future,
    /// It ended before it began.
    #[error("the end is not after the beginning")]
    Backwards,
}

impl Held {
    /// When it began.
    #[must_use]
    pub const fn began(self) -> Wall {
        Wall(self.day.saturating_mul(86_400_000)).at(self.begin)
    }

    /// When it ended.
    #[must_use]
    pub const fn ended(self) -> Wall {
        Wall(self.day.saturating_mul(86_400_000)).at(self.end)
    }

    /// Minutes from beginning to end.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.end.0.saturating_sub(self.begin.0)
    }

    /// Whether it can have been held then.
    ///
    /// # Errors
    /// [`PaperFault`].
    pub const fn check(self, now: Wall) -> Result<(), PaperFault> {
        if self.day > now.day() {
            return Err(PaperFault::Future);
        }
        if self.end.0 <= self.begin.0 {
            return Err(PaperFault::Backwards);
        }
        if self.ended().0 > now.0 {
            return Err(PaperFault::Future);
        }
        Ok(())
    }
}

/// The records of such a meeting: opened, started and closed. Marks set afterwards are no corrections, since `setup.paper` is set here.
///
/// # Errors
/// [`PaperFault`].
pub fn records(setup: Setup, sheet: RunSheet, held: Held, now: Wall) -> Result<Vec<Record>, PaperFault> {
    held.check(now)?;
    let length = Ms::minutes(held.minutes().into());
    let started = Event::Started { planned: sheet.spans(), target: length };
    let opened = Event::Opened { setup: Setup { paper: true, ..setup }, sheet };
    let (began, ended) = (held.began(), held.ended());
    let record = |(seq, at, wall, event)| Record { seq, at, wall, event };
    let records = [(1, Ms::ZERO, began, opened), (2, Ms::ZERO, began, started), (3, length, ended, Event::Closed)];
    Ok(records.map(record).into())
}

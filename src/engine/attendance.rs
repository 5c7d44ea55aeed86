//! Attendance: statuses, the roll of a meeting, counts. Unmarked is never silently anything.

use serde::{Deserialize, Serialize};

use super::{ids::ParticipantId, roster::Participant};

/// What a participant's mark can be. (Forms: HADIR / SAKIT / IZIN / ALPA.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// HADIR.
    Present,
    /// SAKIT.
    Sick,
    /// IZIN.
    Excused,
    /// ALPA.
    Absent,
}

impl Status {
    /// All, in the order forms print them.
    pub const ALL: [Self; 4] = [Self::Present, Self::Sick, Self::Excused, Self::Absent];
}

/// Someone on the roll: a participant of the roster or a walk-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendee {
    /// From the roster.
    Participant(ParticipantId),
    /// The n-th walk-in of this meeting, from 0.
    WalkIn(u16),
}

impl Attendee {
    /// The participant of the roster, if it is one.
    #[must_use]
    pub fn participant(self) -> Option<ParticipantId> {
        if let Self::Participant(id) = self { Some(id) } else { None }
    }
}

/// One row of the roll, in usual order, walk-ins last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub who: Attendee,
    /// Printed number, from 1; typing it toggles the row.
    pub number: u16,
    /// Full name.
    pub name: String,
    /// The mark; `None` = belum diisi.
    pub status: Option<Status>,
    /// Came late; only with [`Status::Present`].
    pub late: bool,
    /// Who came in their stead (diwakili oleh), in the facilitator's words; only with [`Status::Present`].
    pub by: Option<String>,
    /// Sequence number of the record that last changed the row; durable once the journal reached it.
    pub marked_seq: u64,
    /// True for a walk-in that was taken back: kept in the journal, not shown or counted.
    pub removed: bool,
}

/// How the rows of a roll are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RollOrder {
    /// As on the paper list.
    #[default]
    Usual,
    /// By name.
    Name,
    /// As they sit, the others after them.
    Seat,
}

impl RollOrder {
    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Usual => Self::Name,
            Self::Name => Self::Seat,
            Self::Seat => Self::Usual,
        }
    }
}

/// Counts over a roll. One rule for every place that prints them: the marks are those of the group's list, as the office counts families;
/// who came without being on it stands beside them and is in no total of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// HADIR, of the list.
    pub present: u16,
    /// SAKIT.
    pub sick: u16,
    /// IZIN.
    pub excused: u16,
    /// ALPA.
    pub absent: u16,
    /// Belum diisi.
    pub unmarked: u16,
    /// Came without being on the list.
    pub outside: u16,
}

impl Counts {
    /// Counts of the list's marks.
    pub fn of(marks: impl Iterator<Item = Option<Status>>) -> Self {
        let mut counts = Self::default();
        marks.for_each(|status| counts.add(status));
        counts
    }

    fn add(&mut self, status: Option<Status>) {
        let slot = match status {
            Some(Status::Present) => &mut self.present,
            Some(Status::Sick) => &mut self.sick,
            Some(Status::Excused) => &mut self.excused,
            Some(Status::Absent) => &mut self.absent,
            None => &mut self.unmarked,
        };
        *slot = slot.saturating_add(1);
    }

    /// On the list and marked.
    #[must_use]
    pub const fn marked(&self) -> u16 {
        self.present.saturating_add(self.sick).saturating_add(self.excused).saturating_add(self.absent)
    }

    /// On the list.
    #[must_use]
    pub const fn listed(&self) -> u16 {
        self.marked().saturating_add(self.unmarked)
    }

    /// Everybody who came, on the list or not: what a count of heads is compared with.
    #[must_use]
    pub const fn there(&self) -> u16 {
        self.present.saturating_add(self.outside)
    }

    /// Share of the list that came, 0..=1. `None` while more of the list is open than filled in: a register that was left alone does not
    /// say that nobody came.
    #[must_use]
    pub fn share(&self) -> Option<f32> {
        let known = self.marked() > 0 && self.marked() >= self.unmarked;
        known.then(|| f32::from(self.present) / f32::from(self.listed().max(1)))
    }
}

/// Counts of the rows whose mark has reached the disk: a mark counts only once `marked_seq <= durable_seq`; the others are unmarked.
#[must_use]
pub fn counts(roll: &[Row], durable_seq: u64) -> Counts {
    let mut counts = Counts::default();
    for row in roll.iter().filter(|row| !row.removed) {
        let status = row.status.filter(|_| row.marked_seq <= durable_seq);
        match row.who {
            Attendee::Participant(_) => counts.add(status),
            Attendee::WalkIn(_) if status == Some(Status::Present) => counts.outside = counts.outside.saturating_add(1),
            Attendee::WalkIn(_) => {}
        }
    }
    counts
}

/// Whether the digits typed can only mean one row number: no longer number up to `highest` begins with them. `0` in front makes a short
/// number whole, and more digits than `highest` has never come.
#[must_use]
pub fn number_is_whole(typed: &str, highest: u16) -> bool {
    let number: u32 = typed.parse().unwrap_or(0);
    // On a short list too: fingers that write 07 write it everywhere.
    let digits = highest.to_string().len().max(2);
    typed.len() >= digits || (number > 0 && number * 10 > u32::from(highest))
}

/// A roll as it stands before anyone came: the roster in usual order, numbered from 1, nothing filled in.
#[must_use]
pub fn empty_roll(participants: &[Participant]) -> Vec<Row> {
    let row = |(number, person): (u16, &Participant)| Row {
        who: Attendee::Participant(person.id),
        number,
        name: person.name.clone(),
        status: None,
        late: false,
        by: None,
        marked_seq: 0,
        removed: false,
    };
    (1..).zip(participants).map(row).collect()
}

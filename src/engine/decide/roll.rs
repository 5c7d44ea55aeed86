//! Attendance. Every batch can be undone and leaves its trace; nobody is marked who was not named by the command.

use super::{
    super::{
        attendance::{Attendee, Row, Status},
        command::{MAX_GUESTS_CHARS, MAX_HEADS, Rejection},
        event::{Event, Mark, MarkCause},
        roster::{MAX_NAME_CHARS, MAX_PARTICIPANTS, clean_name},
        state::{Phase, State},
    },
    Decision,
};

pub(super) fn mark(state: &State, who: Attendee, status: Option<Status>) -> Decision {
    let row = row(state, who)?;
    Ok(batch(state, std::iter::once(row), status, MarkCause::Single))
}

pub(super) fn toggle_number(state: &State, number: u16) -> Decision {
    let row = standing(state).find(|row| row.number == number).ok_or(Rejection::NoSuchThing)?;
    let status = if row.status == Some(Status::Present) { Status::Absent } else { Status::Present };
    Ok(batch(state, std::iter::once(row), Some(status), MarkCause::Single))
}

pub(super) fn mark_all_present(state: &State) -> Vec<Event> {
    batch(state, standing(state), Some(Status::Present), MarkCause::All)
}

pub(super) fn mark_rest(state: &State, status: Status) -> Vec<Event> {
    let unmarked = standing(state).filter(|row| row.status.is_none());
    batch(state, unmarked, Some(status), MarkCause::All)
}

pub(super) fn late(state: &State, who: Attendee, late: bool) -> Decision {
    let row = row(state, who)?;
    Ok(if row.late == late { Vec::new() } else { vec![Event::Late { who, late }] })
}

pub(super) fn represent(state: &State, who: Attendee, by: Option<&str>) -> Decision {
    let row = row(state, who)?;
    let by = by.map(clean_name);
    if by.as_ref().is_some_and(|by| by.is_empty() || by.chars().count() > MAX_NAME_CHARS) {
        return Err(Rejection::BadText);
    }
    Ok(if row.by == by { Vec::new() } else { vec![Event::Represented { who, by }] })
}

pub(super) fn count_guests(state: &State, count: u16, who: &str) -> Decision {
    if count > MAX_HEADS {
        return Err(Rejection::OutOfRange);
    }
    let who = if count == 0 { String::new() } else { clean_name(who) };
    if who.chars().count() > MAX_GUESTS_CHARS {
        return Err(Rejection::BadText);
    }
    let before = state.guests.as_ref().map_or((0, ""), |(count, who)| (*count, who.as_str()));
    Ok(if before == (count, &who) { Vec::new() } else { vec![Event::GuestsCounted { count, who }] })
}

/// Only a meeting from paper: what the program saw itself did happen.
pub(super) fn withdraw(state: &State, on: bool) -> Decision {
    if !state.setup.paper || state.phase != Phase::Closed {
        return Err(Rejection::NoSuchThing);
    }
    Ok(if state.withdrawn == on { Vec::new() } else { vec![Event::Withdrawn { on }] })
}

pub(super) fn undo(state: &State) -> Decision {
    let before = state.undo.last().ok_or(Rejection::Nothing)?;
    let marks = before.iter().map(|row| Mark { who: row.who, status: row.status }).collect();
    Ok(vec![Event::Marked { marks, cause: MarkCause::Undo }])
}

pub(super) fn add_walk_in(state: &State, name: &str) -> Decision {
    let name = clean_name(name);
    if name.is_empty() || name.chars().count() > MAX_NAME_CHARS {
        return Err(Rejection::BadText);
    }
    let walk_ins = state.roll.iter().filter(|row| matches!(row.who, Attendee::WalkIn(_))).count();
    if walk_ins >= MAX_PARTICIPANTS {
        return Err(Rejection::OutOfRange);
    }
    Ok(vec![Event::WalkInAdded { name }])
}

pub(super) fn remove_walk_in(state: &State, walk_in: u16) -> Decision {
    let there = standing(state).any(|row| row.who == Attendee::WalkIn(walk_in));
    if there { Ok(vec![Event::WalkInRemoved { walk_in }]) } else { Err(Rejection::NoSuchThing) }
}

fn row(state: &State, who: Attendee) -> Result<&Row, Rejection> {
    standing(state).find(|row| row.who == who).ok_or(Rejection::NoSuchThing)
}

fn standing(state: &State) -> impl Iterator<Item = &Row> {
    state.roll.iter().filter(|row| !row.removed)
}

/// One batch for the rows that are not at `status` yet; none when all are.
fn batch<'a>(
    state: &State,
    rows: impl Iterator<Item = &'a Row>,
    status: Option<Status>,
    cause: MarkCause,
) -> Vec<Event> {
    let changed = rows.filter(|row| row.status != status);
    let marks: Vec<Mark> = changed.map(|row| Mark { who: row.who, status }).collect();
    let correction = state.phase == Phase::Closed && !state.setup.paper;
    let cause = if correction { MarkCause::Correction } else { cause };
    if marks.is_empty() { Vec::new() } else { vec![Event::Marked { marks, cause }] }
}

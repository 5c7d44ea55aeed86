//! Attendance. Every batch can be undone and leaves its trace; nobody is marked who was not named by the command.

use super::{
    super::{
        attendance::{Attendee, Row, Status},
        command::Rejection,
        event::{Event, Mark, MarkCause},
        roster::{MAX_NAME_CHARS, MAX_PARTICIPANTS, clean_name},
        state::{Phase, State},
    },
    Decision,
};

pub(super) fn mark(state: &State, who: Attendee, status: Option<Status>) -> Decision {
    let row = standing(state).find(|row| row.who == who).ok_or(Rejection::NoSuchThing)?;
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

pub(super) fn undo(state: &State) -> Decision {
    let marks = state.undo.last().ok_or(Rejection::Nothing)?;
    Ok(vec![Event::Marked { marks: marks.clone(), cause: MarkCause::Undo }])
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
    let cause = if state.phase == Phase::Closed { MarkCause::Correction } else { cause };
    if marks.is_empty() { Vec::new() } else { vec![Event::Marked { marks, cause }] }
}

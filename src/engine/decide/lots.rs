//! Wheel, teams and the group's yel-yel: what comes up on the wall beside games.

use super::{
    super::{
        command::{MAX_YELL_CHARS, MAX_YELL_LINES, Rejection},
        event::Event,
        lots::{Pool, Split, mix},
        state::{Board, State},
        time::Now,
    },
    Decision,
    stage::to_the_wall,
};

pub(super) fn spin(state: &State, pool: &Pool, now: Now) -> Decision {
    checked(pool)?;
    let mut events = to_the_wall(state);
    events.push(Event::WheelSpun { pool: pool.clone(), seed: seed(state, now) });
    Ok(events)
}

/// Everybody is on the wheel again; it goes from the wall.
pub(super) fn reset_wheel(state: &State) -> Decision {
    state.wheel.as_ref().ok_or(Rejection::Nothing)?;
    let gone = (state.board == Some(Board::Wheel)).then_some(Event::BoardCleared);
    Ok(gone.into_iter().chain([Event::WheelReset]).collect())
}

pub(super) fn split(state: &State, pool: &Pool, split: Split, now: Now) -> Decision {
    let size = checked(pool)?;
    split.teams(size).ok_or(Rejection::OutOfRange)?;
    let mut events = to_the_wall(state);
    events.push(Event::TeamsSplit { pool: pool.clone(), split, seed: seed(state, now) });
    Ok(events)
}

pub(super) fn yell(state: &State, text: &str) -> Decision {
    let lines: Vec<String> =
        text.lines().map(super::super::roster::clean_name).filter(|line| !line.is_empty()).collect();
    let text = lines.join("\n");
    if lines.is_empty() || lines.len() > MAX_YELL_LINES || text.chars().count() > MAX_YELL_CHARS {
        return Err(Rejection::BadText);
    }
    let mut events = to_the_wall(state);
    if state.board != Some(Board::Yell(text.clone())) {
        events.push(Event::YellShown { text });
    }
    Ok(events)
}

fn checked(pool: &Pool) -> Result<u16, Rejection> {
    let size = pool.size().ok_or(Rejection::OutOfRange)?;
    match pool {
        Pool::Names(names) if names.iter().any(|name| name.trim().is_empty()) => Err(Rejection::BadText),
        _ => Ok(size),
    }
}

/// Chance comes from the moment the button was pressed: nobody can aim at a millisecond.
fn seed(state: &State, now: Now) -> u64 {
    mix(now.wall.0.cast_unsigned() ^ mix(now.at.0) ^ mix(state.seq))
}

//! What lies over the page: cover, freeze, countdown, game; and how it all goes.

use super::{
    super::{
        command::{COUNTDOWN_RANGE, Rejection},
        event::{Cover, Event},
        ids::GameId,
        state::{Layer, State},
        time::{Ms, Now},
    },
    Decision,
};

pub(super) fn toggle_cover(state: &State, cover: Cover) -> Vec<Event> {
    vec![Event::Covered { cover: (state.cover != Some(cover)).then_some(cover) }]
}

/// Events that take the cover away; none when there is none.
pub(super) fn uncover(state: &State) -> Vec<Event> {
    state.cover.map(|_| Event::Covered { cover: None }).into_iter().collect()
}

/// Events that take the game away, with a countdown that was started for it, and wheel, teams or yel-yel; none when there is nothing.
pub(super) fn end_game(state: &State) -> Vec<Event> {
    let countdown = state.countdown.filter(|countdown| countdown.in_game).map(|_| Event::CountdownEnded);
    clear_board(state).into_iter().chain(state.game.iter().map(|_| Event::GameEnded)).chain(countdown).collect()
}

/// Events that take wheel, teams or yel-yel away.
fn clear_board(state: &State) -> Vec<Event> {
    state.board.iter().map(|_| Event::BoardCleared).collect()
}

/// What comes up for the room is seen at once: cover and freeze go.
pub(super) fn to_the_wall(state: &State) -> Vec<Event> {
    let mut events = uncover(state);
    if state.frozen.is_some() {
        events.push(Event::Frozen { on: false });
    }
    events
}

pub(super) fn start_game(state: &State, game: &GameId) -> Decision {
    if game.as_str().is_empty() {
        return Err(Rejection::NoSuchThing);
    }
    let mut events = to_the_wall(state);
    events.extend(clear_board(state));
    if state.game.as_ref() != Some(game) {
        events.extend(state.countdown.filter(|countdown| countdown.in_game).map(|_| Event::CountdownEnded));
        events.push(Event::GameStarted { game: game.clone() });
    }
    Ok(events)
}

/// Everything that lies over the page goes.
pub(super) fn clear_all(state: &State) -> Vec<Event> {
    let frozen = state.frozen.iter().map(|_| Event::Frozen { on: false });
    let game = clear_board(state).into_iter().chain(state.game.iter().map(|_| Event::GameEnded));
    let countdown = state.countdown.iter().map(|_| Event::CountdownEnded);
    uncover(state).into_iter().chain(frozen).chain(game).chain(countdown).collect()
}

pub(super) fn clear(state: &State, now: Now) -> Decision {
    let over = state.countdown.is_some_and(|countdown| countdown.over(now.at));
    let newest = state.layers.iter().rev().find(|layer| **layer != Layer::Countdown || over);
    Ok(match newest.ok_or(Rejection::Nothing)? {
        Layer::Cover => uncover(state),
        Layer::Freeze => vec![Event::Frozen { on: false }],
        Layer::Game => end_game(state),
        Layer::Board => clear_board(state),
        Layer::Countdown => vec![Event::CountdownEnded],
    })
}

pub(super) fn start_countdown(length: Ms) -> Decision {
    if COUNTDOWN_RANGE.contains(&length) {
        Ok(vec![Event::CountdownStarted { length }])
    } else {
        Err(Rejection::OutOfRange)
    }
}

pub(super) fn toggle_countdown(state: &State, now: Now) -> Decision {
    let countdown = state.countdown.filter(|countdown| !countdown.over(now.at)).ok_or(Rejection::Nothing)?;
    let paused = countdown.paused_left.is_some();
    Ok(vec![if paused { Event::CountdownResumed } else { Event::CountdownPaused }])
}

pub(super) fn add_countdown(state: &State, ms: i64, now: Now) -> Decision {
    let countdown = state.countdown.ok_or(Rejection::Nothing)?;
    if ms == 0 {
        return Err(Rejection::Nothing);
    }
    if COUNTDOWN_RANGE.contains(&countdown.left(now.at).shifted(ms)) {
        Ok(vec![Event::CountdownAdded { ms }])
    } else {
        Err(Rejection::OutOfRange)
    }
}

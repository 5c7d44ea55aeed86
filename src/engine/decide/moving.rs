//! Moving through pages and steps: only [`next`] over a step's end and [`begin`] move timers, all else is a visit.

use super::{
    super::{
        command::Rejection,
        event::{Event, Place},
        state::State,
    },
    Decision,
    stage::{end_game, uncover},
};

pub(super) fn next(state: &State) -> Decision {
    if state.interlude() {
        return Ok(clear_the_way(state));
    }
    let Some(place) = state.sheet.after(state.shown) else { return only_uncover(state) };
    if state.shown.step == state.step && place.step != state.step {
        return begin(state, place.step);
    }
    show(state, place, Rejection::AtEdge)
}

pub(super) fn previous(state: &State) -> Decision {
    if state.interlude() {
        return Ok(clear_the_way(state));
    }
    match state.sheet.before(state.shown) {
        Some(place) => show(state, place, Rejection::AtEdge),
        None => only_uncover(state),
    }
}

/// First or last page of something.
pub(super) fn to_edge(state: &State, place: Option<Place>) -> Decision {
    show(state, place.ok_or(Rejection::NoSuchThing)?, Rejection::AtEdge)
}

pub(super) fn visit(state: &State, place: Option<Place>) -> Decision {
    let place = place.filter(|place| state.sheet.has(*place)).ok_or(Rejection::NoSuchThing)?;
    show(state, place, Rejection::Nothing)
}

pub(super) fn begin(state: &State, step: u16) -> Decision {
    state.sheet.first_of(step).ok_or(Rejection::NoSuchThing)?;
    if step == state.step {
        return visit(state, Some(state.left_at));
    }
    let mut events = clear_the_way(state);
    if state.paused.is_some() {
        // A step that begins is time running: a pause forgotten over the border of two steps would spoil both.
        events.push(Event::Unpaused);
    }
    events.push(Event::StepBegan { step });
    Ok(events)
}

fn show(state: &State, place: Place, already: Rejection) -> Decision {
    let mut events = clear_the_way(state);
    if place != state.shown {
        events.push(Event::PageShown { place });
    }
    if events.is_empty() { Err(already) } else { Ok(events) }
}

/// At the end there is no page to show, but a covered one can come back.
fn only_uncover(state: &State) -> Decision {
    let events = clear_the_way(state);
    if events.is_empty() { Err(Rejection::AtEdge) } else { Ok(events) }
}

/// Takes away what would hide the page about to be shown. A frozen stage keeps what it shows, its cover too.
fn clear_the_way(state: &State) -> Vec<Event> {
    let cover = if state.frozen.is_some() { Vec::new() } else { uncover(state) };
    cover.into_iter().chain(end_game(state)).collect()
}

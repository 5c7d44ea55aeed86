//! Playing, pausing and seeking the clip of the page shown.

use super::{
    super::{command::Rejection, event::Event, state::State, time::Ms},
    Decision,
};

pub(super) fn play(state: &State, from: Option<Ms>) -> Decision {
    let page = state.clip_page().ok_or(Rejection::NoClip)?.clone();
    let run = state.clip_run().unwrap_or_default();
    if run.since.is_some() && from.is_none() {
        return Err(Rejection::Nothing);
    }
    // What lies over the page would hide it.
    let uncover = if state.frozen.is_some() { Vec::new() } else { super::stage::uncover(state) };
    let game = super::stage::end_game(state);
    let played = Event::ClipPlayed { page, at: from.unwrap_or(run.at), jump: from.is_some() };
    Ok(uncover.into_iter().chain(game).chain([played]).collect())
}

pub(super) fn pause(state: &State, at: Ms) -> Decision {
    let page = state.clip_page().ok_or(Rejection::NoClip)?.clone();
    if state.clip_run().is_none_or(|run| run.since.is_none()) {
        return Err(Rejection::Nothing);
    }
    Ok(vec![Event::ClipPaused { page, at }])
}

pub(super) fn seek(state: &State, at: Ms) -> Decision {
    let page = state.clip_page().ok_or(Rejection::NoClip)?.clone();
    Ok(vec![Event::ClipSought { page, at }])
}

pub(super) fn duck(state: &State) -> Decision {
    let page = state.clip_page().ok_or(Rejection::NoClip)?.clone();
    let on = !state.clip_run().unwrap_or_default().ducked;
    Ok(vec![Event::ClipDucked { page, on }])
}

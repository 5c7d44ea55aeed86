//! What should be sounding now. The app makes the loudspeaker match it.

use super::{
    state::State,
    time::{Ms, Now},
};

/// A countdown that ran out longer ago than this is not signalled any more: a late gong after a crash only startles.
const LATE_SIGNAL: Ms = Ms::seconds(5);

/// A signal that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The n-th countdown of the meeting ran out.
    CountdownOver(u32),
}

/// The signal due now, if any; the app plays each number once (adding time to a countdown that has
/// run out gives it a new number). A countdown that ran out more than 5 s ago (after a crash) is silent.
#[must_use]
pub fn signal(state: &State, now: Now) -> Option<Signal> {
    let countdown = state.countdown.filter(|countdown| countdown.paused_left.is_none())?;
    let due = countdown.ends <= now.at && now.at.saturating_sub(countdown.ends) <= LATE_SIGNAL;
    due.then_some(Signal::CountdownOver(countdown.number))
}

/// The next meeting time at which [`signal`] may change, so that the app can wake up for it.
#[must_use]
pub fn next_deadline(state: &State, now: Now) -> Option<Ms> {
    let countdown = state.countdown.filter(|countdown| countdown.paused_left.is_none())?;
    let silent_from = countdown.ends + LATE_SIGNAL + Ms(1);
    [countdown.ends, silent_from].into_iter().find(|at| *at > now.at)
}

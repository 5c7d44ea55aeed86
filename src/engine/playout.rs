//! What should be sounding now. The app makes the loudspeaker match it.

use super::{
    state::{Countdown, State},
    time::{Ms, Now},
};

/// A moment longer ago than this is not signalled any more: a late gong after a crash only startles.
const LATE_SIGNAL: Ms = Ms::seconds(5);
/// The end of a long countdown is announced this long before.
const ANNOUNCED: Ms = Ms::minutes(2);
/// A countdown no longer than this is not announced: it has hardly begun.
const SHORT: Ms = Ms::minutes(3);

/// A signal that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Two minutes are left of the n-th countdown of the meeting, which is longer than three.
    TwoMinutesLeft(u32),
    /// The n-th countdown of the meeting ran out.
    CountdownOver(u32),
}

/// The signal due now, if any; the app plays each once (adding time to a countdown that has
/// run out gives it a new number). A moment more than 5 s ago (after a crash) is silent.
#[must_use]
pub fn signal(state: &State, now: Now) -> Option<Signal> {
    let due = |at: Ms| at <= now.at && now.at.saturating_sub(at) <= LATE_SIGNAL;
    moments(state).find(|(at, _)| due(*at)).map(|(_, signal)| signal)
}

/// The next meeting time at which [`signal`] may change, so that the app can wake up for it.
#[must_use]
pub fn next_deadline(state: &State, now: Now) -> Option<Ms> {
    moments(state).flat_map(|(at, _)| [at, at + LATE_SIGNAL + Ms(1)]).filter(|at| *at > now.at).min()
}

/// When the running countdown is signalled.
fn moments(state: &State) -> impl Iterator<Item = (Ms, Signal)> {
    let countdown = state.countdown.filter(|countdown| countdown.paused_left.is_none());
    countdown.into_iter().flat_map(|Countdown { number, ends, length, .. }| {
        let announced = (length > SHORT).then(|| (ends.saturating_sub(ANNOUNCED), Signal::TwoMinutesLeft(number)));
        announced.into_iter().chain([(ends, Signal::CountdownOver(number))])
    })
}

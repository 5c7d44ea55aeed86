//! What should be sounding now. The app makes the loudspeaker match it.

use super::{state::State, time::Now};

/// A signal that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The n-th countdown of the meeting ran out.
    CountdownOver(u32),
}

/// The signal due now, if any; the app plays each once. A countdown that ran out more than 5 s ago (after a crash) is silent.
#[must_use]
pub fn signal(state: &State, now: Now) -> Option<Signal> {
    let _ = (state, now);
    None
}

/// The next meeting time at which [`signal`] may change, so that the app can wake up for it.
#[must_use]
pub fn next_deadline(state: &State, now: Now) -> Option<super::time::Ms> {
    let _ = (state, now);
    None
}

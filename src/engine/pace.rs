//! Pace: how the meeting stands against its plan, and when it will end. Positive offset is late.

use super::{
    state::State,
    time::{Ms, Now, Wall},
};

/// How the running step's remaining time should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepWarning {
    /// Enough left.
    Calm,
    /// 20 % or less left.
    Amber,
    /// 5 % or less left, or over.
    Red,
}

/// The reading shown on the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Time of the running step that counts.
    pub step_elapsed: Ms,
    /// Left of its planned span; negative = over, milliseconds.
    pub step_left_ms: i64,
    /// Warning.
    pub warning: StepWarning,
    /// Since the start, everything counted: the audience waited through pauses too.
    pub elapsed: Ms,
    /// Meeting time at which it will end if every later step keeps its span.
    pub finish: Ms,
    /// The same as wall time.
    pub finish_wall: Wall,
    /// How far behind the agreed end we are, ms; positive is late.
    pub offset_ms: i64,
}

/// The pace now; `None` before the start.
#[must_use]
pub fn pace(state: &State, now: Now) -> Option<Pace> {
    let _ = (state, now);
    None
}

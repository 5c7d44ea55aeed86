//! When the words on the delivery screen change next, so that nothing is painted in between: clocks show minutes, seconds only in a step's
//! last minute.

use std::time::Duration;

use crate::engine::{
    pace::{Pace, pace},
    state::State,
    time::{Ms, Now},
};

const MINUTE: i64 = 60_000;
const SECOND: i64 = 1000;

/// Time until the wall clock, the step timer, its warning or the forecast reads differently.
#[must_use]
pub(super) fn next_change(state: &State, now: Now) -> Duration {
    let mut soonest = MINUTE - now.wall.0.rem_euclid(MINUTE);
    if let Some(pace) = pace(state, now).filter(|_| state.closed.is_none()) {
        let planned = state.sheet.steps.get(usize::from(state.step)).map_or(Ms::ZERO, |step| step.planned);
        let running = state.paused.is_none();
        let step = if running { step_changes(&pace, planned) } else { None };
        let forecast = (!running || pace.step_left_ms <= 0).then(|| forecast_change(&pace));
        soonest = [step, forecast].into_iter().flatten().fold(soonest, i64::min);
    }
    Duration::from_millis(soonest.max(1).unsigned_abs())
}

/// Until the step's words or its warning change.
fn step_changes(pace: &Pace, planned: Ms) -> Option<i64> {
    let left = pace.step_left_ms;
    let unit = if (1..=MINUTE).contains(&left) { SECOND } else { MINUTE };
    // Words round what is left up and what is over down, so both change at whole units of `left`; at the change itself the next unit counts.
    let words = match left.rem_euclid(unit) {
        0 => unit,
        rest => rest,
    };
    // "6 dari 10 menit" counts whole minutes that have passed.
    let elapsed = MINUTE - i64::try_from(pace.step_elapsed.0).unwrap_or(0).rem_euclid(MINUTE);
    let planned = i64::try_from(planned.0).unwrap_or(i64::MAX);
    let warnings = [left - planned / 5, left - planned / 20, left].into_iter().filter(|wait| *wait > 0);
    warnings.chain([words, elapsed]).min()
}

/// While the end moves away: until it, or the offset, reads another minute.
fn forecast_change(pace: &Pace) -> i64 {
    let finish = MINUTE - pace.finish_wall.0.rem_euclid(MINUTE);
    let offset = MINUTE - pace.offset_ms.rem_euclid(MINUTE);
    finish.min(offset)
}

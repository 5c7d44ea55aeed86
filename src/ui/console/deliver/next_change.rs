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
pub(in crate::ui::console) fn next_change(state: &State, now: Now) -> Duration {
    let mut soonest = MINUTE - now.wall.0.rem_euclid(MINUTE);
    if let Some(pace) = pace(state, now).filter(|_| state.closed.is_none()) {
        let planned = state.sheet.steps.get(usize::from(state.step)).map_or(Ms::ZERO, |step| step.planned);
        let running = state.paused.is_none();
        let step = if running { step_changes(&pace, planned) } else { None };
        let forecast = (!running || pace.step_left_ms <= 0).then(|| forecast_change(&pace));
        soonest = [step, forecast].into_iter().flatten().fold(soonest, i64::min);
    }
    if let Some(left) = state.countdown.filter(|countdown| countdown.paused_left.is_none()).map(|it| it.left(now.at).0)
        && left > 0
    {
        // The console shows it even while black hides it on the stage.
        soonest = soonest.min(i64::try_from((left - 1) % 1000 + 1).unwrap_or(SECOND));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        engine::{pace::StepWarning, time::Wall},
        text::deliver as text,
    };

    fn pace(elapsed_ms: u64, planned: Ms) -> Pace {
        let left = planned.signed_sub(Ms(elapsed_ms));
        let warning = match left {
            left if left * 20 <= planned.0 as i64 => StepWarning::Red,
            left if left * 5 <= planned.0 as i64 => StepWarning::Amber,
            _ => StepWarning::Calm,
        };
        Pace {
            step_elapsed: Ms(elapsed_ms),
            step_left_ms: left,
            warning,
            elapsed: Ms(elapsed_ms),
            finish: planned,
            finish_wall: Wall(0),
            offset_ms: 0,
        }
    }

    #[test]
    fn nothing_changes_before_it_is_due_and_everything_when_it_is() {
        let planned = Ms::minutes(10);
        let said = |at: u64| (text::step_time(&pace(at, planned)), text::step_share(&pace(at, planned), planned));
        let mut at = 0_u64;
        let mut passes = 0;
        while at < Ms::minutes(13).0 {
            let wait = step_changes(&pace(at, planned), planned).unwrap().unsigned_abs();
            for probe in (at..at + wait).step_by(97) {
                assert_eq!(said(probe), said(at), "between {at} and {}", at + wait);
            }
            at += wait;
            passes += 1;
        }
        // Nine calm minutes, sixty seconds, three minutes over, two warnings; not one a second.
        assert!(passes < 90, "{passes} passes");
    }
}

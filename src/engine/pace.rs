//! Pace: how the meeting stands against its plan, and when it will end. Positive offset is late.

use super::{
    state::{Phase, State},
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

/// The pace now; `None` before the start. After the close the forecast is the fact.
///
/// `finish` = now + what the running step has left + what later steps have left (all of their span, or the rest of it for one that was held
/// for a while already). With time alone it never moves earlier; pauses and gaps push it, since the audience waited through them.
#[must_use]
pub fn pace(state: &State, now: Now) -> Option<Pace> {
    state.started?;
    let at = state.closed.unwrap_or(now.at);
    let wall = state.closed_wall.unwrap_or(now.wall);
    let now = Now { at, wall };
    let planned = state.sheet.steps.get(usize::from(state.step)).map_or(Ms::ZERO, |step| step.planned);
    let step_elapsed = state.step_elapsed(state.step, now);
    let step_left_ms = planned.signed_sub(step_elapsed);
    let ahead = if state.phase == Phase::Closed { Ms::ZERO } else { ahead(state, now) };
    let finish = at + ahead;
    Some(Pace {
        step_elapsed,
        step_left_ms,
        warning: warning(planned, step_left_ms),
        elapsed: state.elapsed(now),
        finish,
        finish_wall: wall.plus_ms(finish.signed_sub(at)),
        offset_ms: finish.signed_sub(state.target),
    })
}

/// What the running and all later steps have left.
fn ahead(state: &State, now: Now) -> Ms {
    let steps = (0..).zip(&state.sheet.steps).skip(usize::from(state.step));
    steps.map(|(step, planned)| planned.planned.saturating_sub(state.step_elapsed(step, now))).sum()
}

fn warning(planned: Ms, left_ms: i64) -> StepWarning {
    let left = u128::try_from(left_ms).unwrap_or(0);
    let planned = u128::from(planned.0);
    if left * 20 <= planned || left == 0 {
        StepWarning::Red
    } else if left * 5 <= planned {
        StepWarning::Amber
    } else {
        StepWarning::Calm
    }
}

/// Time from now until the agreed end, on today's date; `None` when no end was agreed or it has passed.
#[must_use]
pub fn time_to_agreed_end(state: &State, now: Now) -> Option<Ms> {
    let end = now.wall.at(state.setup.end?);
    u64::try_from(end.0.saturating_sub(now.wall.0)).ok().filter(|left| *left > 0).map(Ms)
}

/// A start later than agreed, for the one question "padatkan sampai … / tetap …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateStart {
    /// How far past the agreed end the whole plan would run, i.e. how late it is.
    pub late: Ms,
    /// What is left until the agreed end; `None` when it cannot hold even the must-do steps, or has passed.
    pub left: Option<Ms>,
}

/// Less than this late is not worth a question.
const LATE_ENOUGH: Ms = Ms::minutes(3);

/// Whether starting now needs the question; `None` when in time, no end was agreed, or the meeting has begun.
#[must_use]
pub fn late_start(state: &State, now: Now) -> Option<LateStart> {
    let end = now.wall.at(state.setup.end?);
    let full = now.wall.plus_ms(i64::try_from(state.sheet.length().0).unwrap_or(i64::MAX));
    let late = Ms(u64::try_from(full.0.saturating_sub(end.0)).unwrap_or(0));
    let asks = state.phase == Phase::Waiting && late >= LATE_ENOUGH;
    let fits = |left: &Ms| super::plan::refit(&state.sheet, *left).is_some();
    asks.then(|| LateStart { late, left: time_to_agreed_end(state, now).filter(fits) })
}

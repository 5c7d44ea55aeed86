//! Timers and plan: starting, more or less time, corrections, cuts.

use super::{
    super::{
        command::{COUNTDOWN_RANGE, LONGEST_STEP, Rejection, StartPlan},
        event::{Event, MeetingKind, Place},
        pace::time_to_agreed_end,
        plan::refit,
        state::State,
        time::{Ms, Now},
    },
    Decision,
    stage::clear_all,
};

/// No step that is held can be planned shorter.
const SHORTEST_STEP: Ms = Ms::minutes(1);

pub(super) fn start(state: &State, plan: StartPlan, now: Now) -> Decision {
    let length = state.sheet.length();
    let planned = match plan {
        StartPlan::Full => state.sheet.spans(),
        StartPlan::Compress => {
            let left = time_to_agreed_end(state, now).ok_or(Rejection::OutOfRange)?;
            if left < length { refit(&state.sheet, left).ok_or(Rejection::OutOfRange)? } else { state.sheet.spans() }
        }
    };
    let target = now.at + planned.iter().copied().sum();
    let mut events = clear_all(state);
    events.push(Event::Started { planned, target });
    let opening = Place { step: state.sheet.opening_step(), page: state.sheet.opening_page };
    if opening.page > 0 && state.sheet.has(opening) {
        events.push(Event::PageShown { place: opening });
    }
    Ok(events)
}

pub(super) fn skip_wait(state: &State, length: Ms) -> Decision {
    if state.setup.kind != MeetingKind::Rehearsal {
        return Err(Rejection::NotRehearsal);
    }
    // While paused nothing is waited for.
    if state.paused.is_some() || length == Ms::ZERO {
        return Err(Rejection::Nothing);
    }
    if length > *COUNTDOWN_RANGE.end() { Err(Rejection::OutOfRange) } else { Ok(vec![Event::WaitSkipped { length }]) }
}

pub(super) fn adjust(state: &State, minutes: i32) -> Decision {
    let step = state.sheet.steps.get(usize::from(state.step)).ok_or(Rejection::NoSuchThing)?;
    let planned = step.planned.shifted(i64::from(minutes) * 60_000);
    if minutes == 0 {
        return Err(Rejection::Nothing);
    }
    if planned < SHORTEST_STEP || planned > LONGEST_STEP {
        return Err(Rejection::OutOfRange);
    }
    Ok(vec![Event::StepAdjusted { step: state.step, planned }])
}

pub(super) fn correct_start(state: &State, ago: Ms, now: Now) -> Decision {
    let current = state.step_began().ok_or(Rejection::NotStarted)?;
    let earliest = state.span_before().map_or(Ms::ZERO, |(_, began)| began);
    let began = now.at.0.checked_sub(ago.0).map(Ms).filter(|began| *began >= earliest).ok_or(Rejection::OutOfRange)?;
    if began == current {
        return Err(Rejection::Nothing);
    }
    Ok(vec![Event::StepStartCorrected { step: state.step, began }])
}

pub(super) fn cut(state: &State, changes: &[(u16, Ms)]) -> Decision {
    let mut kept = Vec::with_capacity(changes.len());
    for (index, span) in changes {
        let step = state.sheet.steps.get(usize::from(*index)).ok_or(Rejection::NoSuchThing)?;
        let original = state.original.get(usize::from(*index)).copied().unwrap_or_default();
        if *span == Ms::ZERO && step.must {
            return Err(Rejection::MustDo);
        }
        let sensible = *span == Ms::ZERO || *span >= SHORTEST_STEP && *span <= original.max(step.planned);
        if *index <= state.step || !sensible {
            return Err(Rejection::OutOfRange);
        }
        if *span != step.planned {
            kept.push((*index, *span));
        }
    }
    Ok(if kept.is_empty() { Vec::new() } else { vec![Event::Cut { changes: kept }] })
}

//! The cut list: when late, which later steps to shorten or skip so that the meeting still ends on time. The facilitator picks.

use super::{
    command::LONGEST_STEP,
    pace::pace,
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
    /// True for the least painful set that brings the end back to the agreed time; when none can, for the one that saves most.
    pub proposed: bool,
}

/// Late from here on: the console says lateness in whole minutes.
const LATE_FROM_MS: i64 = 60_000;

/// All cuts that make sense now, in run-sheet order (shorten before skip of the same step; must-do steps only shorten), with a proposed set
/// that saves at least the offset if that is possible at all (at most one option per step proposed). A step is offered to be shortened by
/// as many whole minutes as we are late, at most down to its minimum, so the list follows the lateness minute by minute.
/// Empty when less than a minute late.
#[must_use]
pub fn cut_list(state: &State, now: Now) -> Vec<CutOption> {
    let late = pace(state, now).map_or(0, |pace| pace.offset_ms);
    if late < LATE_FROM_MS || state.closed.is_some() {
        return Vec::new();
    }
    let need = Ms::minutes(late.unsigned_abs().div_ceil(60_000));
    let choices = choices(state, need);
    let chosen = least_painful(&choices, Ms(late.unsigned_abs()));
    let option = |choice: Choice| CutOption {
        step: choice.step,
        to: choice.to,
        saves: choice.saves,
        proposed: chosen.iter().any(|other| other.step == choice.step && other.to == choice.to),
    };
    choices.into_iter().flatten().map(option).collect()
}

/// What a minute of a must-do step costs more than one of an optional step, in the units of `Choice::pain`.
const MUST_DO: u64 = 8;

/// A cut with what it costs.
#[derive(Clone, Copy)]
struct Choice {
    step: u16,
    to: Ms,
    saves: Ms,
    pain: u64,
}

/// Per later step that has not begun and is still held: shorten, skip.
fn choices(state: &State, need: Ms) -> Vec<Vec<Choice>> {
    let later = (0_u16..).zip(&state.sheet.steps).zip(&state.runs).skip(usize::from(state.step) + 1);
    let open = later.filter(|((_, step), run)| run.spans.is_empty() && step.planned > Ms::ZERO);
    open.map(|((index, step), _)| {
        // A minute taken from an elastic step hurts least, from a must-do step much more: the heart of the session goes last.
        // A light step is skipped most easily, as in `plan::allot`.
        let weight = u64::from(step.weight.min(10));
        let (minute_less, minute_skipped) = (12 - weight + if step.must { MUST_DO } else { 0 }, 2 + weight);
        let choice = |to: Ms, pain: u64, per_minute: u64| {
            let saves = step.planned.saturating_sub(to);
            Choice { step: index, to, saves, pain: pain + per_minute * saves.min(LONGEST_STEP).round_minutes() }
        };
        let reduced = step.planned.saturating_sub(need).max(step.min);
        let sensible = reduced > Ms::ZERO && reduced < step.planned;
        let shorten = sensible.then(|| choice(reduced, 4, minute_less));
        let skip = (!step.must).then(|| choice(Ms::ZERO, 10, minute_skipped));
        shorten.into_iter().chain(skip).collect()
    })
    .collect()
}

/// A set of choices, at most one per step.
#[derive(Clone, Default)]
struct Set {
    pain: u64,
    saved: Ms,
    choices: Vec<Choice>,
}

/// At most one choice per step, saving at least `need` with the least pain; or what saves most when nothing saves enough.
fn least_painful(choices: &[Vec<Choice>], need: Ms) -> Vec<Choice> {
    // Sets worth having: for more pain they must save more, up to what is needed. Exact, and few.
    let mut sets = vec![Set::default()];
    for step in choices {
        let with = |set: &Set, choice: &Choice| Set {
            pain: set.pain + choice.pain,
            saved: set.saved + choice.saves,
            choices: set.choices.iter().chain([choice]).copied().collect(),
        };
        let longer: Vec<Set> = step.iter().flat_map(|choice| sets.iter().map(move |set| with(set, choice))).collect();
        sets.extend(longer);
        sets.sort_by_key(|set| (set.pain, std::cmp::Reverse(set.saved)));
        let mut most = None;
        sets.retain(|set| {
            let better = most.is_none_or(|most| set.saved.min(need) > most);
            if better {
                most = Some(set.saved.min(need));
            }
            better
        });
    }
    sets.pop().map(|set| set.choices).unwrap_or_default()
}

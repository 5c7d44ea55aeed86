//! The cut list: when late, which later steps to shorten or skip so that the meeting still ends on time. The facilitator picks.

use super::{
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
/// that saves at least the offset if that is possible at all (at most one option per step proposed). Empty when less than a minute late.
#[must_use]
pub fn cut_list(state: &State, now: Now) -> Vec<CutOption> {
    let late = pace(state, now).map_or(0, |pace| pace.offset_ms);
    if late < LATE_FROM_MS || state.closed.is_some() {
        return Vec::new();
    }
    let choices = choices(state);
    let chosen = least_painful(&choices, Ms(late.unsigned_abs()));
    let proposed = |step: u16, to: Ms| chosen.iter().any(|choice| choice.step == step && choice.to == to);
    let option = |choice: Choice| CutOption {
        step: choice.step,
        to: choice.to,
        saves: choice.saves,
        proposed: proposed(choice.step, choice.to),
    };
    choices.into_iter().flatten().map(option).collect()
}

/// A cut with what it costs.
#[derive(Clone, Copy)]
struct Choice {
    step: u16,
    to: Ms,
    saves: Ms,
    pain: usize,
}

/// Per later step that has not begun and is still held: shorten to its minimum, skip.
fn choices(state: &State) -> Vec<Vec<Choice>> {
    let later = (0_u16..).zip(&state.sheet.steps).zip(&state.runs).skip(usize::from(state.step) + 1);
    let open = later.filter(|((_, step), run)| run.spans.is_empty() && step.planned > Ms::ZERO);
    open.map(|((index, step), _)| {
        let choice = |to: Ms, pain: usize| {
            let saves = step.planned.saturating_sub(to);
            // Minutes lost hurt too, so of two ways the one that cuts less too much wins.
            Choice { step: index, to, saves, pain: pain + saves.round_minutes() as usize }
        };
        let weight = usize::from(step.weight.min(10));
        // An elastic step bears shortening best; a light one bears skipping best, as in `plan::allot`.
        let shorten = (step.min > Ms::ZERO && step.min < step.planned).then(|| choice(step.min, 20 - weight));
        let skip = (!step.must).then(|| choice(Ms::ZERO, 30 + 3 * weight));
        shorten.into_iter().chain(skip).collect()
    })
    .collect()
}

/// At most one choice per step, saving at least `need` with the least pain; or what saves most when nothing saves enough.
fn least_painful(choices: &[Vec<Choice>], need: Ms) -> Vec<Choice> {
    // For every amount of pain the set that saves most: exact, and small because pain is counted in tens.
    let mut best: Vec<Option<(Ms, Vec<Choice>)>> = vec![Some((Ms::ZERO, Vec::new()))];
    for step in choices {
        let before = best.clone();
        for choice in step {
            for (pain, set) in before.iter().enumerate() {
                let Some((saved, set)) = set else { continue };
                let (pain, saved) = (pain + choice.pain, *saved + choice.saves);
                if best.len() <= pain {
                    best.resize(pain + 1, None);
                }
                let better = best.get(pain).and_then(Option::as_ref).is_none_or(|(other, _)| *other < saved);
                if let Some(slot) = best.get_mut(pain).filter(|_| better) {
                    *slot = Some((saved, set.iter().copied().chain([*choice]).collect()));
                }
            }
        }
    }
    let sets: Vec<(Ms, Vec<Choice>)> = best.into_iter().flatten().collect();
    let enough = sets.iter().find(|(saved, _)| *saved >= need);
    // `rev`: of equal savings the least pain.
    let most = || sets.iter().rev().max_by_key(|(saved, _)| *saved);
    enough.or_else(most).map(|(_, set)| set.clone()).unwrap_or_default()
}

//! What a run of a session took, step by step and page by page, and what follows from several: learned minutes, plain advice.
//! A fold of the journal like the minutes; words are elsewhere.

use std::collections::BTreeSet;

use super::{
    event::{Event, MeetingKind, Place, Record},
    ids::{PageId, StepId},
    plan::{PlannedPage, RunSheet},
    session::{Session, Step},
    state::{Phase, State},
    time::{Ms, Now, Wall},
};

/// A step this much longer than planned is worth a word: both must hold (the shares are those of `SessionLab`'s time tracker).
const WORTH_SHARE: f64 = 0.2;
/// Both must hold: see [`WORTH_SHARE`].
const WORTH_MINUTES: u64 = 2;
/// Newest runs that learned minutes are taken from.
pub const RUNS: usize = 5;
/// A page that stood shorter than this was flicked past, not taught.
const FLICKED: Ms = Ms::seconds(5);
/// Most pieces of advice.
const MOST_ADVICE: usize = 3;

/// What one run took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunTimes {
    /// Rehearsal or real.
    pub kind: MeetingKind,
    /// When it began; `None` = never.
    pub began: Option<Wall>,
    /// Steps, in order.
    pub steps: Vec<StepTime>,
    /// Pages that were shown while their step ran, in the order of the plan.
    pub pages: Vec<PageTime>,
}

/// One step of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTime {
    /// Slug.
    pub id: StepId,
    /// Title then.
    pub title: String,
    /// Planned at the start; zero = not part of this run.
    pub planned: Ms,
    /// Taken, pauses and gaps left out; `None` = never begun.
    pub took: Option<Ms>,
    /// Every page was taught while the step ran, and it was left: only then its time says something. A jump spoils nothing.
    pub whole: bool,
}

/// One page of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageTime {
    /// Where.
    pub place: Place,
    /// Which, if it is one of the session's.
    pub id: Option<PageId>,
    /// Number over the whole session, from 1; a step without pages counts as one.
    pub number: u16,
    /// How long it stood while its step ran, pauses and gaps left out.
    pub took: Ms,
}

impl RunTimes {
    /// Planned and taken, over the steps that were held whole.
    #[must_use]
    pub fn totals(&self) -> (Ms, Ms) {
        let whole = || self.steps.iter().filter(|step| step.whole);
        (whole().map(|step| step.planned).sum(), whole().filter_map(|step| step.took).sum())
    }

    /// Every step of the session was held whole; one that is not part of the run was not.
    #[must_use]
    pub fn complete(&self) -> bool {
        !self.steps.is_empty() && self.steps.iter().all(|step| step.whole)
    }

    /// Complete, not more than five minutes in a hundred longer than planned, and not clicked through.
    #[must_use]
    pub fn within_time(&self) -> bool {
        let (planned, took) = self.totals();
        self.complete() && took.0 <= planned.0 + planned.0 / 20 && !hurried(planned, took)
    }
}

/// What the run whose journal this is took; of a meeting from paper nobody knows. `None` when the log does not begin with its opening.
#[must_use]
pub fn run_times(log: &[Record]) -> Option<RunTimes> {
    let (first, rest) = log.split_first()?;
    let mut state = State::open(first)?;
    let mut pages: Vec<(Place, Ms)> = Vec::new();
    for record in rest {
        let before = (state.phase == Phase::Running && state.shown.step == state.step).then_some(state.shown);
        let (from, stopped) = (state.last_at, state.not_counted(at(&state, state.last_at)));
        state.apply(record);
        if let Some(place) = before.filter(|_| !state.setup.paper) {
            let stopped = state.not_counted(at(&state, state.last_at)).saturating_sub(stopped);
            let took = state.last_at.saturating_sub(from).saturating_sub(stopped);
            if took == Ms::ZERO {
                continue;
            }
            match pages.iter_mut().find(|(there, _)| *there == place) {
                Some((_, sum)) => *sum = *sum + took,
                None => pages.push((place, took)),
            }
        }
    }
    pages.sort_unstable_by_key(|(place, _)| *place);
    let taught = pages.iter().filter(|(_, took)| *took >= FLICKED).map(|(place, _)| *place);
    let seen: BTreeSet<Place> = taught.collect();
    let now = at(&state, state.closed.unwrap_or(state.last_at));
    Some(RunTimes {
        kind: state.setup.kind,
        began: state.started_wall,
        steps: (0..).zip(&state.sheet.steps).map(|(index, _)| step_time(&state, index, &seen, now)).collect(),
        pages: pages
            .into_iter()
            .map(|(place, took)| {
                let id = state.sheet.page(place).and_then(PlannedPage::pack_page).cloned();
                PageTime { place, id, number: number(&state.sheet, place), took }
            })
            .collect(),
    })
}

fn at(state: &State, at: Ms) -> Now {
    Now { at, wall: state.last_wall }
}

fn step_time(state: &State, index: u16, seen: &BTreeSet<Place>, now: Now) -> StepTime {
    let step = &state.sheet.steps[usize::from(index)];
    let run = state.runs.get(usize::from(index)).filter(|_| !state.setup.paper);
    let spans = run.map(|run| run.spans.as_slice()).unwrap_or_default();
    let left = spans.last().is_some_and(|(_, end)| end.is_some());
    let pages = u16::try_from(step.pages.len()).unwrap_or(u16::MAX).max(1);
    StepTime {
        id: step.id.clone(),
        title: step.title.clone(),
        planned: state.original.get(usize::from(index)).copied().unwrap_or_default(),
        took: (!spans.is_empty()).then(|| state.step_elapsed(index, now)),
        whole: left && (0..pages).all(|page| seen.contains(&Place { step: index, page })),
    }
}

/// Number of a page over the whole session, from 1.
fn number(sheet: &RunSheet, place: Place) -> u16 {
    let before = sheet.steps.iter().take(usize::from(place.step)).map(|step| step.pages.len().max(1)).sum::<usize>();
    u16::try_from(before).unwrap_or(u16::MAX).saturating_add(place.page).saturating_add(1)
}

/// One piece of advice after a run; at most three are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A step took longer than planned.
    Over {
        /// Its title.
        step: String,
        /// Whole minutes taken.
        took: u64,
        /// Whole minutes planned.
        planned: u64,
        /// Its longest page, when it has more than one: number over the session.
        page: Option<u16>,
    },
    /// A step took less: others may have its time, or the families more of the talking.
    Under {
        /// Its title.
        step: String,
        /// Whole minutes taken.
        took: u64,
        /// Whole minutes planned.
        planned: u64,
    },
    /// Everything that was held whole fits its time.
    Fits,
    /// Nothing was held whole, so nothing can be said.
    TooLittle,
}

/// What to tell after a run: the worst overruns first, then who has time to give.
#[must_use]
pub fn advice(run: &RunTimes) -> Vec<Advice> {
    let whole: Vec<(usize, &StepTime, Ms)> = run
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.whole && step.planned > Ms::ZERO)
        .filter_map(|(index, step)| Some((index, step, step.took?)))
        .collect();
    if whole.is_empty() {
        return vec![Advice::TooLittle];
    }
    let worth = |off: i64, planned: Ms| {
        off.unsigned_abs() >= WORTH_MINUTES * 60_000 && off.unsigned_abs() as f64 >= planned.0 as f64 * WORTH_SHARE
    };
    let mut off: Vec<(i64, usize, &StepTime, Ms)> =
        whole.iter().map(|(index, step, took)| (took.signed_sub(step.planned), *index, *step, *took)).collect();
    off.retain(|(off, _, step, _)| worth(*off, step.planned));
    off.sort_by_key(|(off, index, ..)| (std::cmp::Reverse(*off), *index));
    let (over, under): (Vec<_>, Vec<_>) = off.into_iter().partition(|(off, ..)| *off > 0);
    let mut advice: Vec<Advice> = over
        .into_iter()
        .take(MOST_ADVICE - 1)
        .map(|(_, index, step, took)| Advice::Over {
            step: step.title.clone(),
            took: took.round_minutes(),
            planned: step.planned.round_minutes(),
            page: longest_page(run, index),
        })
        .collect();
    advice.extend(under.into_iter().rev().take(1).map(|(_, _, step, took)| Advice::Under {
        step: step.title.clone(),
        took: took.round_minutes(),
        planned: step.planned.round_minutes(),
    }));
    if advice.is_empty() {
        advice.push(Advice::Fits);
    }
    advice
}

fn longest_page(run: &RunTimes, step: usize) -> Option<u16> {
    let pages = || run.pages.iter().filter(|page| usize::from(page.place.step) == step);
    let longest = pages().max_by_key(|page| (page.took, std::cmp::Reverse(page.number)))?;
    (pages().count() > 1).then_some(longest.number)
}

/// What a step usually takes: the median of the newest [`RUNS`] of `runs` (newest first) in which it was held whole; `None` where there is
/// none.
#[must_use]
pub fn usual<'a>(runs: impl IntoIterator<Item = &'a RunTimes>, step: &StepId) -> Option<Ms> {
    middle(runs, step, |_| true)
}

fn middle<'a>(
    runs: impl IntoIterator<Item = &'a RunTimes>,
    step: &StepId,
    counts: impl Fn(&StepTime) -> bool,
) -> Option<Ms> {
    let whole = runs.into_iter().flat_map(|run| &run.steps).filter(|other| other.id == *step && other.whole);
    let mut times: Vec<Ms> = whole.filter(|step| counts(step)).filter_map(|step| step.took).take(RUNS).collect();
    times.sort_unstable();
    let (upper, lower) = (times.get(times.len() / 2)?, times.get(times.len().saturating_sub(1) / 2)?);
    Some(Ms(u64::midpoint(upper.0, lower.0)))
}

/// Less than half its time: clicked through, not held.
fn hurried(planned: Ms, took: Ms) -> bool {
    took.0 * 2 < planned.0
}

/// Minutes per step of `session` as they [usually](usual) were, never fewer than its least; its own minutes where no run says anything.
/// Steps that were clicked through say nothing. `None` when no run says anything about any step.
#[must_use]
pub fn learned(session: &Session, runs: &[&RunTimes]) -> Option<Vec<u16>> {
    let held = |step: &StepTime| step.took.is_some_and(|took| !hurried(step.planned, took));
    let minutes = |step: &Step| {
        let minutes = middle(runs.iter().copied(), &step.id, held)?.round_minutes();
        Some(u16::try_from(minutes).unwrap_or(u16::MAX).max(step.min_minutes).max(1))
    };
    let known: Vec<Option<u16>> = session.steps.iter().map(minutes).collect();
    let any = known.iter().any(Option::is_some);
    any.then(|| known.iter().zip(&session.steps).map(|(known, step)| known.unwrap_or(step.minutes)).collect())
}

/// `session` with these minutes per step, one each; a step's least minutes never exceed its minutes. [`super::plan::run_sheet`] fits
/// them into the agreed length.
#[must_use]
pub fn with_minutes(session: &Session, minutes: &[u16]) -> Session {
    let mut session = session.clone();
    for (step, minutes) in session.steps.iter_mut().zip(minutes) {
        step.minutes = (*minutes).clamp(1, 150);
        step.min_minutes = step.min_minutes.min(step.minutes);
    }
    session
}

/// How long it is worth waiting for: what a press of "lewati tunggu" of a quick rehearsal adds to the meeting's time.
#[must_use]
pub fn waiting(state: &State, page_countdown: Option<Ms>, now: Now) -> Option<Ms> {
    let running = state.countdown.as_ref().map(|countdown| countdown.left(now.at));
    running.or(page_countdown).filter(|left| *left > Ms::ZERO)
}

/// Whether this record made the meeting's time jump, and by how much.
#[must_use]
pub const fn skipped(event: &Event) -> Option<Ms> {
    if let Event::WaitSkipped { length } = event { Some(*length) } else { None }
}

/// What of a session is rehearsed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    #[default]
    Whole,
    /// One step, by index.
    Step(u16),
    /// From this page of the sheet to the end.
    From(Place),
}

/// What of its session a run held, as planned at its start; to rehearse the same once more.
#[must_use]
pub fn scope_of(run: &RunTimes) -> Scope {
    let in_it = (0_u16..).zip(&run.steps).filter(|(_, step)| step.planned > Ms::ZERO).map(|(index, _)| index);
    let in_it: Vec<u16> = in_it.collect();
    match (in_it.as_slice(), run.steps.len()) {
        (_, 1) => Scope::Whole,
        ([only], _) => Scope::Step(*only),
        ([first, ..], steps) if *first > 0 && usize::from(*first) + in_it.len() == steps => {
            Scope::From(Place { step: *first, page: 0 })
        }
        _ => Scope::Whole,
    }
}

/// The sheet with only what is rehearsed in it: the other steps are skipped, as the cut list skips them.
#[must_use]
pub fn scoped(mut sheet: RunSheet, scope: Scope) -> RunSheet {
    if let Scope::From(place) = scope
        && sheet.has(place)
    {
        sheet.opening_page = place.page;
    }
    for (index, step) in (0_u16..).zip(&mut sheet.steps) {
        let in_it = match scope {
            Scope::Whole => true,
            Scope::Step(only) => index == only,
            Scope::From(first) => index >= first.step,
        };
        if !in_it {
            step.planned = Ms::ZERO;
        }
    }
    sheet
}

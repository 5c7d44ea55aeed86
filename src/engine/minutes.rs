//! Minutes of the meeting: the report as data, a fold like any other. Never refuses, whatever the order or gaps; flags oddities.

use super::{
    attendance::{Counts, Row, counts},
    event::{Event, Presenter, Record},
    evidence::Recalled,
    hands::{CheckTime, Hands, Tally},
    plan::PlannedStep,
    state::State,
    time::{Ms, Now, Wall},
};

/// One step in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMinutes {
    /// Title.
    pub title: String,
    /// Planned at the start.
    pub planned: Ms,
    /// Really taken (pauses and gaps not counted); `None` = never begun, or not known because the meeting is from paper.
    pub real: Option<Ms>,
    /// Left out of the plan (too short a meeting, or the cut list) and never begun.
    pub skipped: bool,
}

/// One check by show of hands in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckMinutes {
    /// The spoken question.
    pub ask: String,
    /// How many were right at the start; `None` = not counted.
    pub start: Option<Tally>,
    /// And at the end.
    pub end: Option<Tally>,
}

/// The report of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingMinutes {
    /// Began.
    pub began: Option<Wall>,
    /// Ended.
    pub ended: Option<Wall>,
    /// Steps in order.
    pub steps: Vec<StepMinutes>,
    /// Pauses and gaps together.
    pub not_counted: Ms,
    /// Heads counted.
    pub heads: Option<u16>,
    /// Checks by show of hands, in order; those not counted too.
    pub checks: Vec<CheckMinutes>,
    /// Attendance.
    pub counts: Counts,
    /// Held without the program, entered from paper: nothing is known of its steps.
    pub paper: bool,
    /// Of those present, how many came late.
    pub late: u16,
    /// Of those present, how many sent somebody in their stead.
    pub represented: u16,
    /// Guests who are no members, and who they were.
    pub guests: Option<(u16, String)>,
    /// Notes that stand: wall time, step title, words.
    pub notes: Vec<(Wall, String, String)>,
    /// Presenters.
    pub presenters: Vec<Presenter>,
    /// Changes of single rows, and of the guests, after the close, undone ones included; none for a meeting from paper.
    pub corrections: u16,
    /// What a reader should know before trusting the numbers.
    pub oddities: Vec<Oddity>,
}

/// Something out of the ordinary; flagged, never a reason to refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// It never left the waiting screen.
    NeverStarted,
    /// It was not closed: times go to the last record.
    NotClosed,
    /// The computer's clock was set back in between: wall times cannot be trusted, spans can.
    ClockWentBack,
    /// The program was away in between this many times (power cut).
    Interrupted(u16),
    /// A step was begun after a later one.
    OutOfOrder,
    /// At a check more hands were counted than people.
    TooManyHands,
    /// More did what was promised last time than can have been there.
    TooManyKept,
    /// Entered from paper by mistake.
    Withdrawn,
}

/// The minutes of a meeting. `log` is needed for the trace of corrections, `state` is its fold.
#[must_use]
pub fn meeting_minutes(log: &[Record], state: &State) -> MeetingMinutes {
    let now = Now { at: state.closed.unwrap_or(state.last_at), wall: state.last_wall };
    let notes = state.notes.iter().filter(|note| !note.removed);
    let rows = |wanted: fn(&Row) -> bool| {
        let found = state.roll.iter().filter(|row| !row.removed).filter(|row| wanted(row)).count();
        u16::try_from(found).unwrap_or(u16::MAX)
    };
    MeetingMinutes {
        began: state.started_wall,
        ended: state.closed_wall,
        steps: (0..).zip(&state.sheet.steps).map(|(index, step)| step_minutes(state, index, step, now)).collect(),
        not_counted: state.not_counted(now),
        heads: state.heads,
        checks: (0..)
            .zip(&state.sheet.checks)
            .map(|(check, planned)| check_minutes(state, check, &planned.ask))
            .collect(),
        counts: counts(&state.roll, u64::MAX),
        paper: state.setup.paper,
        late: rows(|row| row.late),
        represented: rows(|row| row.by.is_some()),
        guests: state.guests.clone(),
        notes: notes.map(|note| (note.wall, step_title(state, note.step), note.text.clone())).collect(),
        presenters: state.setup.presenters.clone(),
        corrections: if state.setup.paper { 0 } else { corrections(log) },
        oddities: oddities(log, state),
    }
}

fn step_minutes(state: &State, index: u16, step: &PlannedStep, now: Now) -> StepMinutes {
    let known = !state.setup.paper;
    let begun = known && state.runs.get(usize::from(index)).is_some_and(|run| !run.spans.is_empty());
    StepMinutes {
        title: step.title.clone(),
        planned: state.original.get(usize::from(index)).copied().unwrap_or_default(),
        real: begun.then(|| state.step_elapsed(index, now)),
        skipped: known && !begun && step.planned == Ms::ZERO,
    }
}

fn check_minutes(state: &State, check: u16, ask: &str) -> CheckMinutes {
    let tally = |when| state.tally(check, when);
    CheckMinutes { ask: ask.to_owned(), start: tally(CheckTime::Start), end: tally(CheckTime::End) }
}

fn step_title(state: &State, step: u16) -> String {
    state.sheet.steps.get(usize::from(step)).map(|step| step.title.clone()).unwrap_or_default()
}

fn corrections(log: &[Record]) -> u16 {
    let after = log.iter().skip_while(|record| record.event != Event::Closed);
    let rows = after.map(|record| match &record.event {
        Event::Marked { marks, .. } => marks.len(),
        Event::Late { .. }
        | Event::Represented { .. }
        | Event::GuestsCounted { .. }
        | Event::WalkInAdded { .. }
        | Event::WalkInRemoved { .. } => 1,
        _ => 0,
    });
    u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX)
}

fn oddities(log: &[Record], state: &State) -> Vec<Oddity> {
    let back = log.windows(2).any(|pair| matches!(pair, [a, b] if b.wall < a.wall));
    let away = log.iter().filter(|record| matches!(record.event, Event::Resumed { .. })).count();
    let mut begun: Vec<(Ms, usize)> = state
        .runs
        .iter()
        .enumerate()
        .flat_map(|(step, run)| run.spans.iter().map(move |span| (span.0, step)))
        .collect();
    begun.sort_unstable();
    let hands = state.hands.values().any(|kept| kept.hands.as_ref().is_some_and(Hands::too_many));
    let roll = counts(&state.roll, u64::MAX);
    let there = roll.present.saturating_add(roll.unmarked);
    let kept = state.evidence.recalled.as_ref().and_then(Recalled::count);
    let mixed = !begun.is_sorted_by_key(|(_, step)| *step);
    let flags = [
        (state.started.is_none(), Oddity::NeverStarted),
        (state.closed.is_none(), Oddity::NotClosed),
        (back, Oddity::ClockWentBack),
        (away > 0, Oddity::Interrupted(u16::try_from(away).unwrap_or(u16::MAX))),
        (mixed, Oddity::OutOfOrder),
        (hands, Oddity::TooManyHands),
        (roll.listed() > 0 && kept.is_some_and(|kept| kept > there), Oddity::TooManyKept),
        (state.withdrawn, Oddity::Withdrawn),
    ];
    flags.into_iter().filter(|(raised, _)| *raised).map(|(_, oddity)| oddity).collect()
}
